/// How many findings of each status a lane has.
public struct LaneCount: Hashable, Sendable, Comparable {
  public var breach = 0
  public var disputed = 0
  public var warning = 0
  public var note = 0

  public init() {}

  public var isEmpty: Bool { self == LaneCount() }

  mutating func add(_ status: FindingStatus) {
    switch status {
    case .breach: breach += 1
    case .disputed: disputed += 1
    case .warning: warning += 1
    case .note: note += 1
    }
  }

  /// The graver status decides.
  public static func < (a: LaneCount, b: LaneCount) -> Bool {
    (a.breach, a.disputed, a.warning, a.note) < (b.breach, b.disputed, b.warning, b.note)
  }

  /// Only what a plan can be judged by: breaches and what is disputed.
  var grave: LaneCount {
    var count = self
    (count.warning, count.note) = (0, 0)
    return count
  }

  static func + (a: LaneCount, b: LaneCount) -> LaneCount {
    var sum = a
    sum.breach += b.breach
    sum.disputed += b.disputed
    sum.warning += b.warning
    sum.note += b.note
    return sum
  }

  static func - (a: LaneCount, b: LaneCount) -> LaneCount {
    var rest = a
    rest.breach -= b.breach
    rest.disputed -= b.disputed
    rest.warning -= b.warning
    rest.note -= b.note
    return rest
  }
}

/// What one person's plan is like, lane by lane; lanes are never added together.
public struct PlanLoad: Hashable, Sendable {
  public var law = LaneCount()
  public var agreement = LaneCount()
  public var research = LaneCount()
  public var model = LaneCount()
  public var data = LaneCount()
  /// How far the findings of law from `disputed` up lie beyond their limits, all together, in thousandths of
  /// the limits: what tells that a plan gets better before a finding is gone.
  public var lawExcess = 0
  /// Of the findings of law from `disputed` up, those about daily and weekly rest.
  public var missingRests = 0
  /// How far those lie beyond their limits, all together, in thousandths of the limits.
  public var restExcess = 0
  /// Rests under 11 h between stretches of work.
  public var shortRests = 0
  /// Whole weeks from Monday, within the plan, that no 35 h in one stretch free of work touches.
  public var shortWeeks = 0
  /// Work in the longest whole week from Monday within the plan, in seconds.
  public var longestWeek: Int64 = 0
  /// Work beyond 13 h in stretches without a break, all together, in seconds: two long duties that are laid
  /// end to end are one finding less and a worse plan.
  public var overlong: Int64 = 0
  /// Working time without unpaid breaks, in seconds.
  public var workSeconds: Int64 = 0
  public var weekends = 0
  public var nights = 0
  /// Duty time at KSS 7 and more, in minutes; 0 when sleepiness was not predicted.
  public var minutesKss7 = 0

  public init() {}

  public subscript(lane: Lane) -> LaneCount {
    switch lane {
    case .law: law
    case .agreement: agreement
    case .research: research
    case .model: model
    case .data: data
    }
  }

  mutating func count(_ finding: Finding) {
    guard !finding.isWaived, !finding.isAboutPlan else { return }
    let lane = finding.isAgreed ? .agreement : RuleBook.rule(of: finding).lane
    switch lane {
    case .law:
      law.add(finding.status)
      if finding.status >= .disputed {
        let excess = Self.excess(finding)
        lawExcess += excess
        if Self.isAboutRest[Int(finding.rule)] {
          missingRests += 1
          restExcess += excess
        }
      }
    case .agreement: agreement.add(finding.status)
    case .research: research.add(finding.status)
    case .model: model.add(finding.status)
    case .data: data.add(finding.status)
    }
  }

  /// By rule: whether it is about §§ 10-8 (1) to (3).
  private static let isAboutRest = RuleBook.rules.map { rule in
    ["AML-10-8-1", "AML-10-8-2", "AML-10-8-3"].contains(where: rule.id.hasPrefix)
  }

  /// `Assumed:` ten times the limit is as bad as anything.
  private static func excess(_ finding: Finding) -> Int {
    let limit = max(abs(finding.limit.value), 1e-6)
    return Int(min(abs(finding.measured.value - finding.limit.value) / limit, 10) * 1000)
  }

  /// `Assumed:` weeks up to 48 h are left to the rules; above, fewer findings are not bought with one longer week.
  static let longWeek: Int64 = 48 * 3600
  /// What aml. § 10-6 (8) lets ordinary work and overtime come to in a day.
  static let longStretch: Int64 = 13 * 3600

  /// Law, agreement and input are no worse than in another plan: what nobody may be asked to bear for others.
  func isNoWorseByLaw(than other: PlanLoad) -> Bool {
    law.grave <= other.law.grave && agreement.grave <= other.agreement.grave
      && data <= other.data && missingRests <= other.missingRests
      && restExcess <= other.restExcess && shortRests <= other.shortRests
      && shortWeeks <= other.shortWeeks
      && longestWeek <= max(other.longestWeek, Self.longWeek) && overlong <= other.overlong
  }
}
