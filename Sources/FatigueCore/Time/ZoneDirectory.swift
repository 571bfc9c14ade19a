/// Why a zone could not be had.
public enum ZoneError: Error, Equatable, Sendable {
  /// Not a name at all: empty, over 64 letters, or with letters that no zone name has. `..` and a
  /// leading `/` are among them, so that a name never leads out of the zone folder.
  case notAName(String)
  /// `GMT+1` lies east in everyday speech and west in the zone database.
  case ambiguous(String, suggestion: String)
  case unknown(String, suggestion: String?)
  case unreadable(String, TZifError)

  /// What went wrong and the nearest name that would be right.
  public var message: Localized {
    switch self {
    case .notAName(let name):
      return Localized(
        nb: "«\(Self.shown(name))» er ikke et navn på en tidssone; skriv for eksempel Europe/Oslo",
        en: "\"\(Self.shown(name))\" is not the name of a time zone; write for example Europe/Oslo")
    case .ambiguous(let name, let suggestion):
      return Localized(
        nb: "tidssonen «\(name)» kan bety to ting; skriv \(suggestion) for øst for Greenwich",
        en:
          "the time zone \"\(name)\" can mean two things; write \(suggestion) for east of Greenwich"
      )
    case .unknown(let name, let suggestion):
      guard let suggestion else {
        return Localized(
          nb: "tidssonen «\(name)» er ukjent her", en: "the time zone \"\(name)\" is not known here"
        )
      }
      return Localized(
        nb: "tidssonen «\(name)» er ukjent her; mente du \(suggestion)?",
        en: "the time zone \"\(name)\" is not known here; did you mean \(suggestion)?")
    case .unreadable(let name, _):
      return Localized(
        nb: "sonefilen for «\(name)» på denne maskinen kan ikke leses",
        en: "the zone file for \"\(name)\" on this machine cannot be read")
    }
  }

  /// A name that was refused, short and without what could steer a terminal.
  private static func shown(_ name: String) -> String {
    String(name.unicodeScalars.prefix(64).map { $0.properties.isPrintable ? Character($0) : "?" })
  }
}

/// Finds zones by name: built-in ones first, then the zone files of the machine.
public struct ZoneDirectory: Sendable {
  private let load: @Sendable (String) -> [UInt8]?

  /// - Parameter load: The bytes of a zone file by name, such as `America/New_York` below
  ///   `/usr/share/zoneinfo`; nil when there is none. It is asked for checked names only.
  public init(load: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }) {
    self.load = load
  }

  /// - Parameter name: A name of the IANA database in any case (`Europe/Oslo`), `UTC` or `Z`, a
  ///   fixed offset east of UTC (`+01:00`, `-0330`, `UTC+1`), or `Etc/GMT-1`.
  /// - Throws: ``ZoneError``, which names the nearest name that is known.
  public func zone(named name: String) throws(ZoneError) -> Zone {
    let name = Self.trimmed(name)
    if let zone = EuropeanZones.byLowercaseName[name.lowercased()] { return zone }
    if let offset = FixedOffsetName.offset(name) { return Zone(name: name, fixedOffset: offset) }
    guard Self.isName(name) else { throw .notAName(name) }
    if let east = FixedOffsetName.eastOfAmbiguous(name) {
      throw .ambiguous(name, suggestion: east)
    }
    guard let bytes = load(name) else {
      throw .unknown(name, suggestion: Self.suggestion(for: name))
    }
    do {
      return Zone(name: name, rules: .table(try TZif.table(bytes)))
    } catch {
      throw .unreadable(name, error)
    }
  }

  /// The names that need no zone file, in alphabetical order.
  public static let builtInNames: [String] =
    (EuropeanZones.names.flatMap(\.zones) + EuropeanZones.utcNames).sorted()

  private static func trimmed(_ name: String) -> String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    var scalars = name.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// Letters, digits, `+`, `-`, `_`, and `/` between them.
  private static func isName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count), name.first != "-" else { return false }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy {
          switch $0 {
          case "a"..."z", "A"..."Z", "0"..."9", "+", "-", "_": true
          default: false
          }
        }
    }
  }

  private static func suggestion(for name: String) -> String? {
    let known = builtInNames + wellKnown
    // `Oslo` alone, and countries as people write them.
    let wanted = name.lowercased()
    if let country = countries[wanted] { return country }
    if let city = known.first(where: { $0.lowercased().split(separator: "/").last == wanted[...] })
    {
      return city
    }
    return NearestName.nearest(to: name, in: known)
  }

  private static let countries = [
    "norge": "Europe/Oslo", "norway": "Europe/Oslo", "europe/norway": "Europe/Oslo",
    "cest": "Europe/Oslo", "europe/bergen": "Europe/Oslo", "europe/trondheim": "Europe/Oslo",
    "sverige": "Europe/Stockholm", "sweden": "Europe/Stockholm", "danmark": "Europe/Copenhagen",
    "denmark": "Europe/Copenhagen", "finland": "Europe/Helsinki", "bst": "Europe/London",
    "svalbard": "Arctic/Longyearbyen", "eest": "Europe/Helsinki", "west": "Europe/Lisbon",
  ]

  /// Names that only a zone file has, suggested all the same.
  private static let wellKnown = [
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/New_York",
    "America/Nuuk", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo",
    "Atlantic/Reykjavik", "Australia/Sydney", "Europe/Bucharest", "Europe/Istanbul",
    "Europe/Kyiv", "Europe/Lisbon", "Europe/Moscow", "Europe/Riga", "Europe/Sofia",
    "Europe/Tallinn", "Europe/Vilnius",
  ]
}

/// Offsets written as names.
private enum FixedOffsetName {
  /// Seconds east of UTC of `+01:00`, `−0330`, `UTC+1` or `Etc/GMT-1`; nil for anything else.
  static func offset(_ name: String) -> Int32? {
    let lowercase = name.lowercased()
    if lowercase.hasPrefix("etc/gmt") {
      // In these names of the zone database the sign counts west of Greenwich.
      guard let west = signed(lowercase.dropFirst(7)), west % 3600 == 0 else { return nil }
      return (-14 * 3600...12 * 3600).contains(west) ? -west : nil
    }
    if lowercase.hasPrefix("utc") { return signed(lowercase.dropFirst(3)) }
    return signed(lowercase[...])
  }

  /// What `GMT+1` would be called if it lies east.
  static func eastOfAmbiguous(_ name: String) -> String? {
    guard name.lowercased().hasPrefix("gmt"), signed(name.dropFirst(3)) != nil else { return nil }
    return "UTC" + name.dropFirst(3)
  }

  /// `+1`, `+01`, `+0100`, `+01:00` in seconds, at most 18 hours (as ISO 8601 libraries allow).
  private static func signed(_ text: Substring) -> Int32? {
    guard let sign = text.first, "+-−".contains(sign) else { return nil }
    let fields = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    var digits = fields.map { Array($0.utf8) }
    if digits.count == 1, digits[0].count == 4 {
      digits = [Array(digits[0][..<2]), Array(digits[0][2...])]
    }
    guard (1...2).contains(digits.count), (1...2).contains(digits[0].count),
      digits.count == 1 || digits[1].count == 2,
      digits.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let values = digits.map { $0.reduce(0) { $0 * 10 + Int32($1) - 48 } }
    let minutes = values[0] * 60 + (values.count == 2 ? values[1] : 0)
    guard minutes <= 18 * 60, values.count == 1 || values[1] < 60 else { return nil }
    return (sign == "+" ? 1 : -1) * minutes * 60
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
