/// The result of `plan` as data: what every format is written from.
///
/// The ward's part holds no person's plan, only roles; personal plans are those of ``shown``.
public final class PlanReport: Sendable {
  public let reading: RosterReading
  public let analysis: RosterAnalysis
  public let plan: RosterPlan
  public let settings: ProtocolSettings
  public let names: PersonNames
  /// With no name in its codes and units but as people are called here.
  public let roster: Roster
  /// Measures that the roster points to.
  public let suggestions: [MeasureSuggestion]
  /// One night fewer in every block of four or more.
  public let fewer: FewerNights
  /// Indices in ``Roster/people`` of those whose own plans are asked for.
  public let shown: [Int]

  public init(
    _ reading: RosterReading, _ analysis: RosterAnalysis, _ plan: RosterPlan,
    settings: ProtocolSettings, names: PersonNames, shown: [Int]
  ) {
    self.reading = reading
    self.analysis = analysis
    self.plan = plan
    self.settings = settings
    self.names = names
    self.shown = shown
    roster = analysis.roster.masked(names)
    suggestions = MeasureSuggestion.all(
      for: RosterSigns(analysis.roster, findings: analysis.findings))
    var blocks: [Int: [[WorkInterval]]] = [:]
    for case let person? in plan.people {
      blocks[person.person] = person.blocks.map { person.nights[$0.nights].map(\.duty) }
    }
    fewer = FewerNights(analysis, blocks: blocks)
  }

  /// The same result in which other people's plans, or none, are shown.
  public func showing(_ people: [Int], names: PersonNames? = nil) -> PlanReport {
    PlanReport(self, names ?? self.names, people)
  }

  private init(_ other: PlanReport, _ names: PersonNames, _ shown: [Int]) {
    (reading, analysis, plan) = (other.reading, other.analysis, other.plan)
    (settings, suggestions, fewer) = (other.settings, other.suggestions, other.fewer)
    (self.names, self.shown) = (names, shown)
    roster = names.style == other.names.style ? other.roster : analysis.roster.masked(names)
  }

  /// Rules that nights, rest and recovery turn on; a page about nights leaves the others to `check`.
  private static let aboutNights = ["EVID-", "ORG-", "AML-10-8", "AML-10-11", "AML-10-2", "AML-4-"]

  /// What somebody has said of themselves stays out of every page but their own.
  private static let personal = Set([RuleInput.pregnancy, .age, .nightExemption].map(\.id))

  /// What the workplace is asked to change about nights and rest, found by rules about this person, or by
  /// all: how often each rule of law, agreement or research fires, gravest and most frequent first.
  public func structural(
    _ person: Int? = nil
  ) -> [(rule: Rule, worst: FindingStatus, count: Int, remedy: Remedy)] {
    let findings =
      person.map { analysis.findings[analysis.findingRanges[$0]] } ?? analysis.findings[...]
    var counts: [UInt16: (count: Int, worst: FindingStatus)] = [:]
    for finding in findings where !finding.isWaived {
      let old = counts[finding.rule] ?? (0, finding.status)
      counts[finding.rule] = (old.count + 1, max(old.worst, finding.status))
    }
    let lanes: [Lane] = [.law, .agreement, .research]
    return counts.sorted {
      ($1.value.worst, $1.value.count, $0.key) < ($0.value.worst, $0.value.count, $1.key)
    }
    .compactMap { entry in
      let rule = RuleBook.rules[Int(entry.key)]
      guard lanes.contains(rule.lane), Self.aboutNights.contains(where: rule.id.hasPrefix),
        person != nil || !rule.inputs.contains(where: { Self.personal.contains($0.id) }),
        let remedy = rule.remedies.first(where: { $0.level != .individual })
      else { return nil }
      return (rule, entry.value.worst, entry.value.count, remedy)
    }
  }

  /// Nights of everybody together: how many, how many people, and the mean of the worst KSS of each without
  /// and with a plan.
  public var nights: (count: Int, people: Int, without: KSS, with: KSS) {
    let plans = plan.people.compactMap(\.self)
    let all = plans.flatMap(\.nights)
    func mean(_ values: [KSS]) -> KSS {
      guard !values.isEmpty else { return KSS(1) }
      return KSS(values.reduce(0) { $0 + $1.raw } / Double(values.count))
    }
    return (
      all.count, plans.count, mean(all.map(\.gain.peak.without)), mean(all.map(\.gain.peak.with))
    )
  }
}
