/// What one run is to look at, and by which limits.
public struct AnalysisSettings: Sendable {
  public var limits: Limits
  public var facts: Facts
  public var selection: RuleSelection
  public var waivers: [Waiver]
  /// Threads to use; the result is the same for any number.
  public var jobs: Int
  /// A three-process model, by which sleepiness is judged.
  public var model = ModelBook.all[0]
  /// How alertness becomes a rating.
  var scale: KarolinskaScale { model.scale ?? .fiveC }
  /// The Unified Model is asked too.
  public var asksUnified = false
  /// How kindly the unknown is taken.
  public var assumption = SleepAssumption.normal
  /// What programs without time zones do, for comparison with them.
  public var parity = ModelParity.none

  public init(
    limits: Limits = Limits(), facts: Facts = Facts(),
    selection: RuleSelection = .standard, waivers: [Waiver] = [], jobs: Int = 1
  ) {
    self.limits = limits
    self.facts = facts
    self.selection = selection
    self.waivers = waivers
    self.jobs = jobs
  }

  /// The rules chosen that have their inputs, by index in ``RuleBook/rules``.
  ///
  /// - Parameter isWanted: Asked first: an input may take a look at every row.
  func assessable(in roster: Roster, where isWanted: (Rule) -> Bool) -> [Int] {
    selection.rules.filter { index in
      isWanted(RuleBook.rules[index])
        && RuleBook.rules[index].inputs.allSatisfy { $0.isPresent(roster, facts, limits) }
    }
  }
}

/// Everything found in a roster: one entry per person, and the findings.
public struct RosterAnalysis: Sendable {
  public let roster: Roster
  public let settings: AnalysisSettings
  /// By index in ``Roster/people``.
  public let people: [PersonMetrics]
  /// By person, then rule, then time.
  public let findings: [Finding]
  /// For each person the place of the findings in ``findings``.
  public let findingRanges: [Range<Int>]
  public let notAssessed: [NotAssessed]
  /// A bench that has looked at nobody yet.
  private let bench: PersonAnalyser

  /// A rule, or a part of the roster, that could not be assessed, and what was missing.
  public struct NotAssessed: Sendable {
    public var rule: String
    public var missing: Localized
  }

  /// People that one piece of parallel work takes.
  private static let chunk = 32

  /// Analyses every person. O(shifts); memory grows with shifts and findings only.
  public init(_ roster: Roster, settings: AnalysisSettings) {
    self.roster = roster
    self.settings = settings
    let sundays = SundayCounter(roster)
    let bench = PersonAnalyser(roster: roster, settings: settings, sundays: sundays)
    let chunks = (roster.people.count + Self.chunk - 1) / Self.chunk
    let results = parallelMap(chunks, jobs: settings.jobs, bench: bench) { analyser, index in
      let first = index * Self.chunk
      return (first..<min(first + Self.chunk, roster.people.count)).map { analyser.analyse($0) }
    }
    var people: [PersonMetrics] = []
    var findings: [Finding] = []
    var ranges: [Range<Int>] = []
    people.reserveCapacity(roster.people.count)
    ranges.reserveCapacity(roster.people.count)
    findings.reserveCapacity(results.joined().reduce(0) { $0 + $1.findings.count })
    for result in results.joined() {
      let base = Int32(findings.count)
      people.append(result.metrics)
      ranges.append(findings.count..<findings.count + result.findings.count)
      for var finding in result.findings {
        if finding.causedBy >= 0 { finding.causedBy += base }
        findings.append(finding)
      }
    }
    Self.addPlanFindings(&findings, roster, settings)
    WaiverCheck.apply(settings, roster, &findings)
    self.bench = bench
    self.people = people
    self.findings = findings
    findingRanges = ranges
    notAssessed = Self.unassessed(roster, settings)
  }

  /// What rules about the whole plan find, after everybody's.
  private static func addPlanFindings(
    _ findings: inout [Finding], _ roster: Roster, _ settings: AnalysisSettings
  ) {
    let own = settings.assessable(in: roster) { $0.evaluatePlan != nil }
    guard !own.isEmpty, !roster.shifts.isEmpty else { return }
    let period = roster.period
    let evidence = PlanEvidence(
      roster: roster, limits: settings.limits, facts: settings.facts, findings: findings)
    for index in own {
      let first = findings.count
      RuleBook.rules[index].evaluatePlan?(evidence, &findings)
      for i in first..<findings.count {
        findings[i].rule = UInt16(index)
        findings[i].person = Finding.everybody
      }
      // What was added around the plan is evidence only.
      if roster.surroundings != nil {
        findings[first...].removeAll { $0.to <= period.start || $0.from >= period.end }
      }
    }
  }

  /// One person's duties and sleep in full, for the few that a report shows.
  public func detail(_ person: Int) -> PersonDetail {
    var analyser = bench
    return analyser.detail(person)
  }

  /// One person's duties, what they add up to, and how long they are felt.
  public func outlook(_ person: Int) -> PersonOutlook {
    var analyser = bench
    return analyser.outlook(person)
  }

  /// One person's states from the start of the series to a time and beyond.
  ///
  /// - Parameter until: The last second that will be asked for, seconds from the roster's origin.
  public func series(_ person: Int, until: Int32) -> StateSeries {
    var analyser = bench
    return analyser.series(person, until: until)
  }

  /// What would have to be otherwise for a finding of the models to disappear; empty for others.
  public func flipPoints(of finding: Finding) -> [FlipPoint] {
    var analyser = bench
    return analyser.flipPoints(of: finding)
  }

  private static func unassessed(
    _ roster: Roster, _ settings: AnalysisSettings
  ) -> [NotAssessed] {
    guard !roster.shifts.isEmpty else { return [] }
    var entries: [NotAssessed] = []
    for index in settings.selection.rules {
      let rule = RuleBook.rules[index]
      let missing = rule.inputs.filter { !$0.isPresent(roster, settings.facts, settings.limits) }
      for input in missing {
        entries.append(NotAssessed(rule: rule.id, missing: input.title))
      }
      if rule.id == WeeklyRestRule.rule.id, missing.isEmpty {
        entries += weeksAtTheEdge(roster)
      }
    }
    for rule in settings.selection.untested.map({ RuleBook.rules[$0] }) {
      guard case .documented(let reason) = rule.standing else { continue }
      entries.append(NotAssessed(rule: rule.id, missing: reason))
    }
    for index in settings.selection.notInForce {
      entries.append(
        NotAssessed(
          rule: RuleBook.rules[index].id,
          missing: Localized(
            nb: "regelen gjaldt ikke på datoen", en: "a rule in force on the date")))
    }
    return entries
  }

  private static func weeksAtTheEdge(_ roster: Roster) -> [NotAssessed] {
    let known = roster.knownDates
    let (first, last) = (roster.firstDate.monday, roster.lastDate.monday + 6)
    guard first < known.lowerBound || last > known.upperBound else { return [] }
    return [
      NotAssessed(
        rule: WeeklyRestRule.rule.id,
        missing: Localized(
          nb: "hele uker: uker i kanten av perioden er ikke vurdert (trenger plan før eller etter)",
          en:
            "whole weeks: weeks at the edge of the period are not assessed (need the plan before or after)"
        ))
    ]
  }
}
