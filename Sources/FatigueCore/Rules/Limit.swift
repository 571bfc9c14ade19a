/// What a measured value or a limit is counted in.
public enum MeasureUnit: String, Sendable {
  case hours = "h"
  case minutes = "min"
  case nights, shifts, count, share, kss, days, weeks, percent
  case hoursPerWeek = "h/week"
  case hoursPerDay = "h/24h"

  /// How many of the integer steps that ``Limit`` counts in make one of the unit.
  public var steps: Int64 {
    switch self {
    case .hours, .hoursPerWeek, .hoursPerDay: 3600
    case .minutes: 60
    case .nights, .shifts, .count, .days, .weeks: 1
    case .share: 1
    case .kss, .percent: 100
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
  /// How far agreements of each level may move it, where the law says so.
  public var reach: [AgreementReach] { findReach() }
  // A stored array would have the whole limit made when it is first used, so that every use asks whether it has
  // been. As it is, limits are laid out when the program is built.
  private let findReach: @Sendable () -> [AgreementReach]
  /// A choice of method, such as a factor or a boundary, and not a limit that something is held to.
  public let isParameter: Bool
  /// Whether agreements set it, where its lane does not tell.
  private let isAgreed: Bool?
  /// ``standard`` in the seconds, counts or hundredths that rules compare in.
  let standardSteps: Int64

  public init(
    _ id: String, _ title: Localized, _ relation: Relation, _ standard: Fraction,
    _ unit: MeasureUnit, allowed: ClosedRange<Fraction>,
    reach: @autoclosure @escaping @Sendable () -> [AgreementReach] = [], isParameter: Bool = false,
    isAgreed: Bool? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.relation = relation
    self.standard = standard
    self.allowed = allowed
    findReach = reach
    self.isParameter = isParameter
    self.isAgreed = isAgreed
    standardSteps = Limits.steps(standard, unit)
  }

  /// Whether a written agreement can set it: of the law what the law says may be agreed, of the agreements
  /// what they hold anybody to. Nobody agrees on what research and models say.
  func canBeAgreed(in lane: Lane) -> Bool {
    if let isAgreed { return isAgreed }
    return switch lane {
    case .law: !reach.isEmpty
    case .agreement: !isParameter
    case .research, .model, .data: false
    }
  }

  /// What no local agreement can go beyond, where the law says so: the value itself when none can
  /// move it, nil when one may move it freely.
  public var floor: Fraction? {
    let reach = reach
    guard !reach.isEmpty else { return nil }
    var farthest = standard
    for entry in reach where entry.level <= .localUnion {
      guard case .to(let value) = entry.end else { return nil }
      if !relation.holds(value, farthest) { farthest = value }
    }
    return farthest
  }

  /// No local agreement could allow the value: it is past ``floor``.
  func isPastFloor(_ value: Fraction) -> Bool { floor.map { !relation.holds(value, $0) } ?? false }

  /// `weekly-rest` of `AML-10-8-2.weekly-rest`.
  public var name: String { String(id.drop { $0 != "." }.dropFirst()) }
}

/// A limit as one run has it.
struct HeldLimit {
  var value: Fraction
  var steps: Int64
}

/// The limits of one run, and the agreements on file.
public struct Limits: Sendable {
  /// The agreements on file are all there are, so that what they do not cover is a breach.
  public var agreementsComplete: Bool
  /// Where the fixed day begins when the parties have said so, in seconds after midnight.
  public var dayStart: Int64?
  /// Where the fixed week begins when the parties have said so; Monday 00:00 otherwise.
  public var weekStart: WeekStart?
  /// The agreements on file, valid or not.
  public var agreements: [Agreement]
  private var changed: [String: Fraction] = [:]
  /// Limits tried out on the command line: what they find is hypothetical.
  private var tried: Set<String> = []

  public init(
    agreementsComplete: Bool = false, dayStart: Int64? = nil, weekStart: WeekStart? = nil,
    agreements: [Agreement] = []
  ) {
    self.agreementsComplete = agreementsComplete
    self.dayStart = dayStart
    self.weekStart = weekStart
    self.agreements = agreements
  }

  // Every rule asks for its limits for every person, and mostly no limit is changed.
  @inline(__always)
  public subscript(limit: Limit) -> Fraction {
    changed.isEmpty ? limit.standard : changed(limit.id) ?? limit.standard
  }

  @inline(never)
  private func changed(_ id: String) -> Fraction? { changed[id] }

  /// A limit in the seconds, counts or hundredths that rules compare in.
  @inline(__always)
  func steps(_ limit: Limit) -> Int64 { held(limit).steps }

  /// A limit looked up once, for a rule that finds much: its value, and the same in ``steps(_:)``.
  @inline(__always)
  func held(_ limit: Limit) -> HeldLimit {
    guard !changed.isEmpty, let value = changed(limit.id) else {
      return HeldLimit(value: limit.standard, steps: limit.standardSteps)
    }
    return HeldLimit(value: value, steps: Self.steps(value, limit.unit))
  }

  static func steps(_ value: Fraction, _ unit: MeasureUnit) -> Int64 {
    value.numerator * unit.steps / value.denominator
  }

  /// - Parameter isTried: Set for this run only, so that findings of the rule are hypothetical.
  public mutating func set(_ limit: Limit, to value: Fraction, isTried: Bool = false) {
    changed[limit.id] = value
    if isTried { tried.insert(limit.id) }
  }

  /// The ids of limits that a configuration has set to something else than the standard value, in order.
  var own: [String] {
    changed.keys.filter { id in
      !tried.contains(id) && RuleBook.limit(id).map { $0.standard != changed[id] } == true
    }.sorted()
  }

  /// Some limit is set.
  var isChanged: Bool { !changed.isEmpty }

  /// Some configuration gives the value, be it the standard one.
  func isSet(_ limit: Limit) -> Bool { changed[limit.id] != nil }

  /// Some limit was set for this run only.
  public var isHypothetical: Bool { !tried.isEmpty }

  /// The parties have settled the limit somewhere: an agreement sets it, or some configuration.
  func isSettled(_ limit: Limit) -> Bool {
    isSet(limit) || agreements.contains { $0.limit == limit.id }
  }

  /// The value comes from ``set(_:to:isTried:)`` on the command line.
  public func isTried(_ limit: Limit) -> Bool { tried.contains(limit.id) }

  /// Breach or disputed for a value past a limit that a local agreement may move.
  ///
  /// Past the floor no local agreement helps. Otherwise it is a breach only when the agreements on
  /// file are known to be all there are.
  func lawStatus(pastFloor: Bool) -> FindingStatus {
    pastFloor || agreementsComplete ? .breach : .disputed
  }
}
