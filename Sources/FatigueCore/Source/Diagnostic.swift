/// How much a diagnostic matters.
public enum Severity: String, Sendable, Comparable {
  /// Something was read, and is worth knowing.
  case note
  /// Something was read in one of several possible ways.
  case warning
  /// Something could not be read, and is not in the analysis.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// Something to say about an input: what is wrong, where, and the nearest thing that would be right.
public struct Diagnostic: Sendable {
  /// `IN-…`; each has a page of its own in ``DiagnosticCode``.
  public var code: DiagnosticCode
  public var severity: Severity
  /// ``SourcePosition/none`` when it concerns no place, such as a file that cannot be opened.
  public var position: SourcePosition
  /// Bytes to underline; 0 underlines nothing.
  public var length: Int
  /// The input, where `position` is `none`.
  public var path: String?
  public var message: Localized
  public var hint: Localized?

  public init(
    _ code: DiagnosticCode, _ severity: Severity, at position: SourcePosition = .none,
    length: Int = 0, path: String? = nil, _ message: Localized, hint: Localized? = nil
  ) {
    self.code = code
    self.severity = severity
    self.position = position
    self.length = length
    self.path = path
    self.message = message
    self.hint = hint
  }
}

/// The diagnostics of one run. Many alike are counted, not stored without bound.
public struct DiagnosticList: Sendable {
  /// Diagnostics of one code that are kept in full.
  public static let keptPerCode = 1000

  public private(set) var items: [Diagnostic] = []
  /// How many there were of each code, kept or not.
  public private(set) var counts: [DiagnosticCode: Int] = [:]
  public private(set) var worst: Severity?
  /// How many were errors: things that are not in the analysis.
  public private(set) var errors = 0

  public init() {}

  public mutating func add(_ diagnostic: Diagnostic) {
    count(diagnostic.code, diagnostic.severity)
    if counts[diagnostic.code, default: 0] <= Self.keptPerCode { items.append(diagnostic) }
  }

  /// Whether another diagnostic of this code would be kept, so that its text is worth making.
  public func keeps(_ code: DiagnosticCode) -> Bool {
    counts[code, default: 0] < Self.keptPerCode
  }

  /// Counts a diagnostic without keeping it.
  public mutating func count(_ code: DiagnosticCode, _ severity: Severity) {
    counts[code, default: 0] += 1
    worst = max(worst ?? .note, severity)
    if severity == .error { errors += 1 }
  }

  public mutating func add(contentsOf other: DiagnosticList) {
    for diagnostic in other.items where counts[diagnostic.code, default: 0] < Self.keptPerCode {
      items.append(diagnostic)
    }
    for (code, count) in other.counts { counts[code, default: 0] += count }
    if let severity = other.worst { worst = max(worst ?? .note, severity) }
    errors += other.errors
  }

  /// How many of a code were counted but not kept.
  public func leftOut(_ code: DiagnosticCode) -> Int {
    max(0, counts[code, default: 0] - Self.keptPerCode)
  }
}
