/// One input, decoded, as a format sees it.
public struct RosterInput: Sendable {
  /// Place in ``SourceMap/files``.
  public let file: Int
  public let path: String
  /// UTF-8 without byte order mark; some lines may be invalid, see ``hasInvalidLines``.
  public let bytes: [UInt8]
  public let encoding: TextEncoding
  public let hasInvalidLines: Bool
  /// How it is cut into rows and fields, if it is a table.
  let dialect: CSVDialect
  /// The header of a list, nil when no row names any column.
  let header: CSVHeader?
  /// What plan its first rows look like.
  let plan: PlanKind

  init(file: Int, path: String, text: DecodedText, options: ReadingOptions) {
    self.file = file
    self.path = path
    bytes = text.bytes
    encoding = text.encoding
    hasInvalidLines = text.hasInvalidLines
    dialect = CSVDialect.detect(text.bytes.span)
    header = CSVHeader.find(text.bytes.span, dialect, personGiven: options.person != nil)
    plan = PlanKind.of(text.bytes, dialect)
  }

  /// Other rows of a list whose header and first rows are known, below the same header.
  init(_ bytes: [UInt8], writtenAs first: RosterInput) {
    file = first.file
    path = first.path
    self.bytes = bytes
    encoding = first.encoding
    hasInvalidLines = first.hasInvalidLines
    dialect = first.dialect
    header = first.header
    plan = first.plan
  }
}

/// A way in which rosters are written.
///
/// A format never throws: what it cannot read becomes a diagnostic, and it reads on.
public protocol RosterFormat: Sendable {
  /// Stable, as `--layout` takes it.
  var id: String { get }
  var title: Localized { get }

  /// How well the format fits, 0 (not at all) to 100. The best one reads the input.
  func confidence(in input: RosterInput, options: ReadingOptions) -> Int

  /// Names of the time zone that the input states for all its rows.
  func zoneNames(in input: RosterInput, options: ReadingOptions) -> [String]

  func read(_ input: RosterInput, into collector: inout RosterCollector)
}

extension RosterFormat {
  public func zoneNames(in input: RosterInput, options: ReadingOptions) -> [String] { [] }
}

/// The formats that can be read, one line each.
public enum RosterFormatBook {
  public static let all: [any RosterFormat] = [
    ShiftListFormat(),
    CalendarFormat(),
    NormalisedFormat(),
    MatrixFormat(),
    WeekPlanFormat(),
    BasePlanFormat(),
    LegendFormat(),
  ]
}
