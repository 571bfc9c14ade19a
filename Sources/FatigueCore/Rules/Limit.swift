/// What a measured value or a limit is counted in.
public enum MeasureUnit: String, Sendable {
  case hours = "h"
  case minutes = "min"
  case nights, shifts, count, share, kss

  /// How many of the integer steps that ``Limit`` counts in make one of the unit.
  public var steps: Int64 {
    switch self {
    case .hours: 3600
    case .minutes: 60
    case .nights, .shifts, .count: 1
    case .share: 1
    case .kss: 100
    }
  }
}

/// The relation that must hold between a measured value and the limit.
public enum Relation: String, Sendable {
  case below = "<"
  case atMost = "<="
  case atLeast = ">="
  case above = ">"

  /// Whether `value` satisfies the relation to `limit`.
  public func holds(_ value: Fraction, _ limit: Fraction) -> Bool {
    switch self {
    case .below: value < limit
    case .atMost: value <= limit
    case .atLeast: value >= limit
    case .above: value > limit
    }
  }
}

/// A limit of a rule: a typed key that the rule reads, the documentation prints and a workplace may
/// change within the range the law leaves.
public struct Limit: Sendable {
  /// In words, such as `daily-rest`; the rule's id comes before it in every output.
  public let id: String
  public let title: Localized
  public let unit: MeasureUnit
  public let relation: Relation
  /// The value that holds when nothing else is agreed.
  public let standard: Fraction
  /// What a configuration may set it to.
  public let allowed: ClosedRange<Fraction>
  /// What no local agreement can go beyond, where the law says so.
  public let floor: Fraction?

  public init(
    _ id: String, _ title: Localized, _ relation: Relation, _ standard: Fraction,
    _ unit: MeasureUnit, allowed: ClosedRange<Fraction>, floor: Fraction? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.relation = relation
    self.standard = standard
    self.allowed = allowed
    self.floor = floor
  }
}

/// The limits in force for one run, and what is known of the agreements behind them.
public struct Limits: Sendable {
  /// The agreements on file are all there are, so that what they do not cover is a breach.
  public var agreementsComplete: Bool
  /// Where the fixed day begins when the parties have said so, in seconds after midnight.
  public var dayStart: Int64?
  private var changed: [String: Fraction] = [:]

  public init(agreementsComplete: Bool = false, dayStart: Int64? = nil) {
    self.agreementsComplete = agreementsComplete
    self.dayStart = dayStart
  }

  public subscript(limit: Limit) -> Fraction {
    changed.isEmpty ? limit.standard : changed[limit.id] ?? limit.standard
  }

  /// A limit in the seconds, counts or hundredths that rules compare in.
  func steps(_ limit: Limit) -> Int64 {
    let value = self[limit]
    return value.numerator * limit.unit.steps / value.denominator
  }

  public mutating func set(_ limit: Limit, to value: Fraction) { changed[limit.id] = value }

  /// Breach or disputed for a value past a limit that a local agreement may move.
  ///
  /// Past the floor no local agreement helps. Otherwise it is a breach only when the agreements on
  /// file are known to be all there are.
  func lawStatus(pastFloor: Bool) -> FindingStatus {
    pastFloor || agreementsComplete ? .breach : .disputed
  }
}
