/// One person in the two plans.
public struct ComparedPerson: Sendable {
  /// Indices in the rosters; one is nil for somebody who is in one plan only.
  public let before: Int?
  public let after: Int?
  /// By measure; for four weeks where the plans differ in length. Nil where there is nothing to measure.
  public let values: [(before: Double?, after: Double?)]
  /// By place in ``Lane``.
  private let counts: [(before: FindingCounts, after: FindingCounts)]
  /// What is worse and what is better, gravest lane first.
  public private(set) var losses: [ComparedChange] = []
  public private(set) var gains: [ComparedChange] = []

  init(
    _ before: Int?, _ after: Int?, _ measures: [ComparedMeasure], _ old: PersonFigures?,
    _ new: PersonFigures?, _ oldCounts: [FindingCounts]?, _ newCounts: [FindingCounts]?,
    _ length: PlanLengths
  ) {
    self.before = before
    self.after = after
    let nothing = FindingCounts()
    counts = Lane.allCases.indices.map { (oldCounts?[$0] ?? nothing, newCounts?[$0] ?? nothing) }
    let raw: [(Double?, Double?)] = measures.map { measure in
      (old.flatMap(measure.value), new.flatMap(measure.value))
    }
    values = zip(measures, raw).map { measure, raw in
      guard measure.isSum else { return raw }
      return (
        raw.0.map { length.told($0, days: length.before) },
        raw.1.map { length.told($0, days: length.after) }
      )
    }
    guard before != nil, after != nil else { return }
    for lane in ComparisonLane.allCases {
      if let own = Lane(rawValue: lane.rawValue) { weigh(own, length) }
      for (place, measure) in measures.enumerated() where measure.lane == lane {
        weigh(measure, place, raw[place], length)
      }
    }
  }

  /// Findings of a lane. A level counts what is as grave or graver, so that a note that becomes a warning
  /// is a loss and a breach that becomes disputed a gain. It is told at the level whose own count changes
  /// that way; at another only where no graver level has told it.
  private mutating func weigh(_ lane: Lane, _ length: PlanLengths) {
    let (old, new) = findings(lane)
    let (lost, gained) = (losses.count, gains.count)
    for (place, status) in FindingCounts.order.enumerated() {
      let (a, b) = (old.cumulative[place], new.cumulative[place])
      let change = ComparedChange(
        item: .findings(lane, status),
        before: length.told(Double(old[status]), days: length.before),
        after: length.told(Double(new[status]), days: length.after))
      if length.isMore(a, b) {
        guard length.isMore(old[status], new[status]) || losses.count == lost else { continue }
        losses.append(change)
      } else if length.isLess(a, b) {
        guard length.isLess(old[status], new[status]) || gains.count == gained else { continue }
        gains.append(change)
      }
    }
  }

  private mutating func weigh(
    _ measure: ComparedMeasure, _ place: Int, _ raw: (Double?, Double?), _ length: PlanLengths
  ) {
    guard measure.better != .neutral, let old = raw.0, let new = raw.1,
      let first = values[place].before, let second = values[place].after
    else { return }
    let (isUp, isDown): (Bool, Bool)
    if measure.unit == .count {
      let lengths = measure.isSum ? length : PlanLengths(before: 1, after: 1)
      (isUp, isDown) = (
        lengths.isMore(Int(old), Int(new)), lengths.isLess(Int(old), Int(new))
      )
    } else {
      // In hundredths, as they are shown and as findings compare them.
      let change = Int((second * 100).rounded()) - Int((first * 100).rounded())
      let least = Int((measure.smallest * 100).rounded())
      (isUp, isDown) = (change >= least && change > 0, -change >= least && change < 0)
    }
    guard isUp || isDown else { return }
    let change = ComparedChange(item: .measure(place), before: first, after: second)
    if isUp == (measure.better == .less) { losses.append(change) } else { gains.append(change) }
  }

  public func findings(_ lane: Lane) -> (before: FindingCounts, after: FindingCounts) {
    counts[Lane.allCases.firstIndex(of: lane) ?? 0]
  }

  /// In a lane; nil for somebody who is in one plan only.
  public func verdict(_ lane: ComparisonLane) -> ComparisonVerdict? {
    guard before != nil, after != nil else { return nil }
    if losses.contains(where: { $0.lane == lane }) { return .worse }
    return gains.contains { $0.lane == lane } ? .better : .same
  }

  /// Over all lanes: worse as soon as one is.
  public var verdict: ComparisonVerdict? {
    guard before != nil, after != nil else { return nil }
    return losses.isEmpty ? gains.isEmpty ? .same : .better : .worse
  }

  /// In how many lanes something is worse.
  var lanesLost: Int { Set(losses.map(\.lane)).count }
}

/// One thing that is better or worse for somebody.
public struct ComparedChange: Sendable {
  public enum Item: Sendable, Equatable {
    case findings(Lane, FindingStatus)
    /// Index in ``PlanComparison/measures``.
    case measure(Int)
  }

  public var item: Item
  /// For four weeks where the plans differ in length.
  public var before: Double
  public var after: Double

  public var lane: ComparisonLane {
    switch item {
    case .findings(let lane, _): ComparisonLane(lane) ?? .law
    case .measure(let place): ComparedChange.lanes[place]
    }
  }

  // The measures of a comparison are a beginning of the book's: late changes stand last.
  private static let lanes = ComparedMeasureBook.all.map { $0.lane ?? .timeOff }
}

/// How many findings there are of each status; what is waived is not counted.
public struct FindingCounts: Sendable, Equatable {
  /// Gravest first.
  static let order: [FindingStatus] = FindingStatus.allCases.reversed()
  private var counts = [Int](repeating: 0, count: 4)

  public init() {}

  /// Of a lane of a whole analysis.
  init(_ analysis: RosterAnalysis, _ lane: Lane) {
    for finding in analysis.findings where !finding.isWaived {
      if RuleBook.lane(of: finding) == lane { counts[Int(finding.status.rawValue)] += 1 }
    }
  }

  public subscript(status: FindingStatus) -> Int { counts[Int(status.rawValue)] }

  public var all: Int { counts.reduce(0, +) }

  /// As grave as each status or graver, gravest first.
  public var cumulative: [Int] {
    var sum = 0
    return Self.order.map {
      sum += self[$0]
      return sum
    }
  }

  /// For each person of an analysis, by place in ``Lane``.
  static func perPerson(_ analysis: RosterAnalysis) -> [[FindingCounts]] {
    let lanes = Lane.allCases
    let none = [FindingCounts](repeating: FindingCounts(), count: lanes.count)
    var people = [[FindingCounts]](repeating: none, count: analysis.people.count)
    for finding in analysis.findings where !finding.isAboutPlan && !finding.isWaived {
      guard let lane = lanes.firstIndex(of: RuleBook.lane(of: finding)) else { continue }
      people[Int(finding.person)][lane].counts[Int(finding.status.rawValue)] += 1
    }
    return people
  }
}
