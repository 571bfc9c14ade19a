/// What a workplace has settled in its `fatigue.toml`. Nil and empty where the file says nothing.
public struct Configuration: Sendable {
  /// What a calendar series keeps when the clock is changed.
  public enum SeriesEnd: String, Sendable, CaseIterable {
    /// Its end on the clock.
    case wallClock = "wall-clock"
    /// Its length.
    case exact
  }

  /// The day on which a night shift is written.
  public enum Nights: String, Sendable, CaseIterable {
    case start, end
  }

  /// Of clock times without one of their own.
  public var zone: Zone?

  /// The identifier of a ``RosterFormat``.
  public var layout: String?
  /// Path of a file that explains shift codes, relative to the file of settings.
  public var legendFile: String?
  /// Of dates without one.
  public var year: Int?
  /// Whose shifts a file holds that names nobody.
  public var person: String?
  /// Where calendars of several people name who works.
  public var calendarPerson: ReadingOptions.CalendarPerson?
  public var seriesEnd: SeriesEnd?
  public var nights: Nights?

  /// What the shift codes mean.
  public var codes = CodeLegend()
  /// The key of pseudonyms, as the bytes of its text.
  public var pseudonymKey: [UInt8]?

  /// Limits in force, with the agreements on file.
  public var limits = Limits()
  /// What the roster cannot show.
  public var facts = Facts()
  public var waivers: [Waiver] = []
  /// Packs to try; nil for those of the profile.
  public var packs: [String]?
  /// Rules switched on or off one by one.
  public var switched: [String: Bool] = [:]
  /// The day whose rules are used.
  public var rulesAt: CivilDate?
  /// The named tables and lists in the file, in its order: the header and the path of its keys.
  public var instances: [(table: String, header: String, path: String)] = []

  /// People, units and codes that the file says something of, in its order.
  public var mentions: [Mention] = []

  /// A person, unit or code that a roster is expected to have.
  public struct Mention: Sendable {
    public enum Kind: Sendable { case person, unit, code }
    public var kind: Kind
    public var text: String
    /// The table it stands in, as `[[agreement]]`.
    public var table: String
    /// Bytes of the file.
    public var span: Range<Int>
  }

  /// Where each key is set, by its path such as `site.zone` or `codes.D`: bytes of the file.
  public var places: [String: Range<Int>] = [:]

  public init() {}

  /// Reads a file of settings and complains about everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - base: Where the file's first byte stands among the inputs, for the diagnostics.
  ///   - zones: Finds the zone by its name.
  /// - Returns: What could be read, to be used only when no diagnostic is an error; and the
  ///   diagnostics (`CFG-…`) in the order of the file.
  public static func read(
    _ bytes: [UInt8], base: SourcePosition = SourcePosition(0),
    zones: ZoneDirectory = ZoneDirectory()
  ) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    let (table, errors) = TOMLDocument.read(bytes)
    var reader = ConfigurationReader(base: base, zones: zones)
    reader.read(table)
    var diagnostics = reader.diagnostics
    for error in errors {
      let line = error.first.map { first in
        bytes[..<first.lowerBound].reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
      }
      diagnostics.append(error.diagnostic(base: base, line: line))
    }
    diagnostics.sort { ($0.position, $0.code.id) < ($1.position, $1.code.id) }
    return (reader.configuration, diagnostics)
  }
}
