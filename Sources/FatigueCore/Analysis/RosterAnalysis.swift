import Synchronization

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
  /// Stands instead of predicted sleep where there is any.
  public var recordedSleep: RecordedSleep?
  /// Where each person's series starts.
  public var start = SleepStart.wellRested

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
  func assessable(_ contents: RosterContents, where isWanted: (Rule) -> Bool) -> [Int] {
    selection.rules.filter { index in
      isWanted(RuleBook.rules[index])
        && RuleBook.rules[index].inputs.allSatisfy { $0.isPresent(contents, facts, limits) }
    }
  }
}

/// Everything found in a roster: one entry per person, and the findings.
public final class RosterAnalysis: Sendable {
  public let roster: Roster
  let contents: RosterContents
  public let settings: AnalysisSettings
  /// By index in ``Roster/people``.
  public let people: [PersonMetrics]
  /// By person, then rule, then time.
  public let findings: [Finding]
  /// For each person the place of the findings in ``findings``.
  public let findingRanges: [Range<Int>]
  /// Counts everybody's own findings where ``findings`` has only those about the plan.
  public let tally: FindingTally?
  public let notAssessed: [NotAssessed]
  /// Rules that were tried, by index in ``RuleBook/rules``: chosen, with what they need in the plan or the
  /// settings. Measures are no rules, and without shifts nothing is tried.
  public let rulesTried: [Int]
  private let memo: AnalysisMemo

  /// A rule, or a part of the roster, that could not be assessed, and what was missing.
  public struct NotAssessed: Sendable {
    public var rule: String
    public var missing: Localized
  }

  /// People that one piece of parallel work takes, and pieces after which the results are gathered:
  /// few enough that what they take is used again for the next.
  private static let (chunk, wave) = (4, 64)

  /// Analyses every person. O(shifts); memory grows with shifts and findings only.
  ///
  /// - Parameter counting: Findings about one person are counted and not kept. Waivers are not laid over them.
  public convenience init(_ roster: Roster, settings: AnalysisSettings, counting: Bool = false) {
    let contents = RosterContents(roster)
    let bench = Self.bench(roster, contents, settings)
    self.init(
      roster, contents, bench, Self.analyse(roster.people.indices, bench, counting: counting))
  }

  /// Goes on from what was found before about everybody, one by one.
  ///
  /// - Parameter people: of this roster, by these settings.
  public convenience init(
    _ roster: Roster, settings: AnalysisSettings, known people: consuming AnalysedPeople
  ) {
    precondition(people.metrics.count == roster.people.count, "somebody is missing")
    let contents = RosterContents(roster)
    self.init(roster, contents, Self.bench(roster, contents, settings), people)
  }

  /// Analyses a roster after another by the same settings. Only those whose rows are not the same are looked
  /// at again, where the two are of the same people, dates and kinds of rows; what is found about the plan is
  /// always found anew.
  public convenience init(_ roster: Roster, after earlier: RosterAnalysis) {
    let contents = RosterContents(roster)
    let known = earlier.memo.bench.withLock { $0 }
    if let bench = known.turned(to: roster, contents, from: earlier.roster) {
      self.init(roster, contents, bench, Self.analyse(roster, bench, after: earlier))
    } else {
      let bench = Self.bench(roster, contents, earlier.settings)
      self.init(roster, contents, bench, Self.analyse(roster.people.indices, bench))
    }
  }

  /// Goes on with what needs everybody.
  private init(
    _ roster: Roster, _ contents: RosterContents, _ bench: PersonAnalyser,
    _ people: consuming AnalysedPeople
  ) {
    let settings = bench.settings
    self.roster = roster
    self.contents = contents
    self.settings = settings
    memo = AnalysisMemo(bench)
    // Not copied, as nobody else has them.
    var findings: [Finding] = []
    swap(&findings, &people.findings)
    tally = people.tally
    findings += Self.findingsAboutPlan(
      roster, contents, settings, found: people.tally?.rules ?? RulesFound(findings))
    WaiverCheck.apply(settings, roster, &findings)
    self.findings = findings
    self.people = people.metrics
    findingRanges = people.ranges
    notAssessed = Self.unassessed(roster, contents, settings)
    rulesTried = roster.shifts.isEmpty ? [] : settings.assessable(contents) { !$0.isMeasure }
  }

  /// What is found about the people of one share, one by one.
  public static func people(
    of shard: Shard, in roster: Roster, settings: AnalysisSettings
  ) -> AnalysedPeople {
    let people = shard.people(of: roster.people.count)
    return analyse(people, bench(roster, RosterContents(roster), settings))
  }

  /// A bench that has looked at nobody yet.
  private static func bench(
    _ roster: Roster, _ contents: RosterContents, _ settings: AnalysisSettings
  ) -> PersonAnalyser {
    PersonAnalyser(
      roster: roster, contents: contents, settings: settings)
  }

  private static func analyse(
    _ wanted: Range<Int>, _ bench: PersonAnalyser, counting: Bool = false
  ) -> AnalysedPeople {
    var people = AnalysedPeople()
    var tally = counting ? FindingTally() : nil
    people.reserveCapacity(wanted.count)
    while people.metrics.count < wanted.count {
      let rest = wanted.lowerBound + people.metrics.count..<wanted.upperBound
      let pieces = min((rest.count + chunk - 1) / chunk, wave)
      let results = parallelMap(pieces, jobs: bench.settings.jobs, bench: bench) {
        analyser, piece in
        let first = rest.lowerBound + piece * chunk
        return analyser.analyse(
          first..<min(first + chunk, rest.upperBound), counting: counting)
      }
      if counting {
        for result in results {
          if let counted = result.tally { tally?.append(counted) }
          people.addCounted(result.metrics)
        }
      } else {
        makeRoom(for: results, people.metrics.count, of: wanted.count, &people.findings)
        for result in results { people.add(result.metrics, result.findings, result.counts) }
      }
    }
    people.tally = tally
    return people
  }

  /// The same where an earlier analysis has looked at everybody whose rows are as they were.
  private static func analyse(
    _ roster: Roster, _ bench: PersonAnalyser, after earlier: RosterAnalysis
  ) -> AnalysedPeople {
    let old = earlier.roster
    let changed = roster.people.indices.filter {
      !roster.shifts[roster.slices[$0]].elementsEqual(old.shifts[old.slices[$0]])
    }
    let results = parallelMap(changed.count, jobs: earlier.settings.jobs, bench: bench) {
      $0.analyse(changed[$1]..<changed[$1] + 1)
    }
    var anew = zip(changed, results).makeIterator()
    var next = anew.next()
    var people = AnalysedPeople()
    for person in roster.people.indices {
      if let (who, result) = next, who == person {
        people.add(result.metrics, result.findings, result.counts)
        next = anew.next()
        continue
      }
      let range = earlier.findingRanges[person]
      let moved = Int32(
        clamping: roster.slices[person].lowerBound - old.slices[person].lowerBound)
      let findings = earlier.findings[range].lazy.map { finding in
        var finding = finding
        if finding.shift >= 0 { finding.shift += moved }
        if finding.related >= 0 { finding.related += moved }
        if finding.causedBy >= 0 { finding.causedBy -= Int32(clamping: range.lowerBound) }
        finding.waiver = -1
        return finding
      }
      people.add(CollectionOfOne(earlier.people[person]), findings, [range.count])
    }
    return people
  }

  /// Reserves memory for everybody's findings, as far as those of the first people tell how many there
  /// will be: an array that grows by itself is copied, and copied again.
  private static func makeRoom(
    for results: [PersonAnalyser.Result], _ done: Int, of people: Int, _ findings: inout [Finding]
  ) {
    guard done == 0 else { return }
    let found = results.reduce(0) { $0 + $1.findings.count }
    let known = results.reduce(0) { $0 + $1.metrics.count }
    guard known > 0 else { return }
    // Room that is not used costs nothing, and one finding too many moves them all.
    let expected = known < people ? found * people / known * 9 / 8 + found : found
    findings.reserveCapacity(expected + RuleBook.rules.count)
  }

  /// What rules about the whole plan find.
  ///
  /// - Parameter found: The rules that have found something in anybody.
  private static func findingsAboutPlan(
    _ roster: Roster, _ contents: RosterContents, _ settings: AnalysisSettings,
    found: RulesFound
  ) -> [Finding] {
    let own = settings.assessable(contents) { $0.evaluatePlan != nil }
    guard !own.isEmpty, !roster.shifts.isEmpty else { return [] }
    let period = roster.period
    let evidence = PlanEvidence(
      roster: roster, limits: settings.limits, facts: settings.facts, found: found)
    var findings: [Finding] = []
    for index in own {
      let first = findings.count
      RuleBook.rules[index].evaluatePlan?(evidence, &findings)
      for i in first..<findings.count {
        findings[i].rule = UInt16(index)
        findings[i].person = Finding.everybody
      }
    }
    // What was added around the plan is evidence only.
    if roster.surroundings != nil {
      findings.removeAll { $0.to <= period.start || $0.from >= period.end }
    }
    return findings
  }

  /// One person's duties and sleep in full, for the few that a report shows.
  public func detail(_ person: Int) -> PersonDetail {
    memo.detail(person) { memo.bench.withLock { $0.detail(person) } }
  }

  /// One person's duties, what they add up to, and how long they are felt.
  public func outlook(_ person: Int) -> PersonOutlook {
    memo.bench.withLock { $0.outlook(person) }
  }

  /// Duty hours at KSS 7 and more in each hour of the local day; their sum is everybody's
  /// ``PersonMetrics/secondsKss7``.
  public var hoursKss7ByHour: [Double] {
    var hours = [Double](repeating: 0, count: 24)
    var clock = ZoneCursor(roster.zone)
    let (start, end) = roster.period
    var peaks: [DutyPeak] = []
    for person in roster.people.indices {
      let series = series(person, until: end)
      for block in series.work where block.start >= start && block.start < end {
        // By the hours of the wall clock that the duty touches.
        var (pieces, places): ([WorkInterval], [Int]) = ([], [])
        var from = block.start
        while from < block.end {
          let local = clock.local(roster.origin.seconds + Int64(from))
          let to = min(block.end, from + Int32(3600 - local %% 3600))
          pieces.append(WorkInterval(start: from, end: to))
          places.append(Int(local %% 86_400) / 3600)
          from = to
        }
        series.model.screen(pieces.span, series.history, into: &peaks)
        for (place, peak) in zip(places, peaks) { hours[place] += peak.minutesAt7 / 60 }
      }
    }
    return hours
  }

  /// One person's states from the start of the series to a time and beyond.
  ///
  /// - Parameter until: The last second that will be asked for, seconds from the roster's origin.
  public func series(_ person: Int, until: Int32) -> StateSeries {
    // Several may ask at once.
    var analyser = memo.bench.withLock { $0 }
    return analyser.series(person, until: until)
  }

  /// What would have to be otherwise for a finding of the models to disappear; empty for others.
  ///
  /// - Parameter index: in ``findings``.
  public func flipPoints(of index: Int) -> [FlipPoint] {
    guard !findings[index].isAboutPlan else { return [] }
    let person = Int(findings[index].person)
    let points = memo.flipPoints(person) {
      memo.bench.withLock { $0.flipPoints(of: findings[findingRanges[person]]) }
    }
    return points[index] ?? []
  }

  /// How many findings a finding causes.
  ///
  /// - Parameter index: in ``findings``.
  public func following(_ index: Int) -> [Int] { memo.following(index, findings) }

  /// Recorded beside predicted sleep, of those with a record, in the roster's order.
  public func sleepComparisons() -> [SleepComparison] {
    guard let recorded = settings.recordedSleep, !recorded.isEmpty else { return [] }
    return memo.bench.withLock { bench in
      recorded.people.filter(roster.people.indices.contains).compactMap { bench.compareSleep($0) }
    }
  }

  private static func unassessed(
    _ roster: Roster, _ contents: RosterContents, _ settings: AnalysisSettings
  ) -> [NotAssessed] {
    guard !roster.shifts.isEmpty else { return [] }
    var entries: [NotAssessed] = []
    for index in settings.selection.rules {
      let rule = RuleBook.rules[index]
      let missing = rule.inputs.filter { !$0.isPresent(contents, settings.facts, settings.limits) }
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
