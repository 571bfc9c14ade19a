/// One worker's bench: the buffers that are refilled for each person.
struct PersonAnalyser: Sendable {
  private(set) var roster: Roster
  var evidence: Evidence
  var clock: ZoneCursor
  private var sleep = SleepHistory()
  var index = FatigueRiskIndex()
  /// Nil unless a second opinion is wanted.
  private var unified: UnifiedAlertness?
  /// Of everybody who has said nothing about sleep.
  private let usual: SleepRegime
  /// Of the person at hand.
  var regime: SleepRegime
  private(set) var naps: [SleepSpan] = []
  private(set) var callOuts: [WorkInterval] = []
  private(set) var record: SleepRecord?
  /// The other of two histories: people with habits of their own do not take from the predictor what it
  /// has found out for the rest.
  private var otherSleep = SleepHistory()
  var isOwn = false
  /// Of the worst that may have been before a plan.
  var aside = SleepHistory()
  /// Shared by all benches.
  let unknownHistory = UnknownHistoryMemo()
  let settings: AnalysisSettings

  /// What some people's analysis gave, person after person.
  struct Result: Sendable {
    var metrics: [PersonMetrics] = []
    /// Indices in ``Finding/causedBy`` count from the first of these.
    var findings: [Finding] = []
    /// How many of them each person has.
    var counts: [Int] = []
    /// Stands instead of the findings when they are only to be counted.
    var tally: FindingTally?
  }

  /// One person's, refilled for each.
  var findings: [Finding] = []
  private var rootCauses = RootCauses()

  /// The tests of the rules that are tried, so that no rule is copied for each person.
  private let tests: [RuleTest]
  /// Those that ask no model, and those that do.
  private let (plainTests, modelTests): ([RuleTest], [RuleTest])
  /// The entries of the assessed dates; nil when there are no others.
  private var assessed: Roster?
  private let assessedSundays: SundayCalendar?
  /// What is seen of the plan when what lies before it is not; nil when nothing does.
  private var onward: Evidence?
  /// The assessed dates.
  private let period: (start: Int32, end: Int32)

  init(
    roster: Roster, contents: RosterContents, settings: AnalysisSettings
  ) {
    self.roster = roster
    assessed = roster.surroundings == nil ? nil : roster.assessedOnly
    assessedSundays = assessed.map {
      SundayCalendar(from: $0.firstDate, through: $0.lastDate, zone: $0.zone)
    }
    period = roster.period
    tests = settings.assessable(contents) { !$0.isMeasure }.map { RuleTest($0) }
    plainTests = tests.filter { !$0.asksModel }
    modelTests = tests.filter(\.asksModel)
    evidence = Evidence(
      roster: roster, contents: contents, limits: settings.limits, facts: settings.facts)
    if assessed != nil {
      onward = Evidence(
        roster: roster.onward, contents: contents, limits: settings.limits, facts: settings.facts)
    }
    clock = ZoneCursor(roster.zone)
    if settings.asksUnified { unified = UnifiedAlertness() }
    usual = SleepRegime(settings)
    regime = usual
    index = FatigueRiskIndex(usual)
    self.settings = settings
  }

  /// - Parameter counting: Counts what is found, without its causes and what unknown history makes of it.
  mutating func analyse(_ people: Range<Int>, counting: Bool = false) -> Result {
    var result = Result()
    var tally = FindingTally(people: counting ? people.count : 0)
    // Otherwise one must see which findings are about the assessed dates.
    let countsAll = counting && assessed == nil
    for person in people {
      fillTimeline(person)
      // While what they read is at hand: sleep and the models take more room than a processor has close by.
      if countsAll {
        tally.addPerson()
        tally.run(plainTests, on: evidence, &findings)
      }
      var metrics = measure(person)
      askModels()
      add(sleepAndSleepiness: &metrics)
      if unified != nil { metrics.maxLapses = lapses().map(\.peak).max() }
      result.metrics.append(metrics)
      if countsAll {
        tally.run(modelTests, on: evidence, &findings)
        continue
      }
      runRules(person)
      if counting {
        tally.add(findings)
        continue
      }
      markUnknownHistory()
      rootCauses.link(&findings, of: roster.slices[person])
      let base = result.findings.count
      if base == 0 { result.findings.reserveCapacity(findings.count * people.count * 3 / 2) }
      result.findings.append(contentsOf: findings)
      RootCauses.move(&result.findings, from: base, by: base)
      result.counts.append(findings.count)
    }
    if counting { result.tally = tally }
    return result
  }

  /// Looks at a plan that somebody is trying, of one person alone; the rest of the bench stays.
  ///
  /// - Parameters:
  ///   - trial: Of the same dates as the roster the bench was made for, with one person in it.
  ///   - predicts: Whether sleep and sleepiness are predicted; without, the rules must need no model.
  /// - Returns: What is found, all of it about person 0, and what is counted.
  mutating func tryOut(
    _ trial: Roster, predicts: Bool
  ) -> (findings: [Finding], metrics: PersonMetrics) {
    roster = trial
    evidence.lookAt(trial)
    assessed = trial.surroundings == nil ? nil : trial.assessedOnly
    onward?.lookAt(trial.onward)
    fill(0, predicts: predicts)
    var metrics = measure(0)
    if predicts { add(sleepAndSleepiness: &metrics) }
    runRules(0)
    return (findings, metrics)
  }

  /// The bench for another roster.
  ///
  /// - Parameter earlier: The roster it was made for.
  /// - Returns: nil where the other is not of the same people, dates and kinds of rows, so that what rules
  ///   know of the whole may differ.
  func turned(
    to other: Roster, _ contents: RosterContents, from earlier: Roster
  ) -> PersonAnalyser? {
    guard other.isFramed(as: earlier), contents == RosterContents(earlier) else { return nil }
    var marks = evidence.blankWeeks
    marks.add(other.shifts, in: other.shifts.indices)
    guard marks.empty == evidence.emptyWeeks else { return nil }
    var bench = self
    bench.roster = other
    bench.evidence.lookAt(other)
    if assessed != nil {
      bench.assessed = other.assessedOnly
      bench.onward?.lookAt(other.onward)
    }
    return bench
  }

  /// What the rules find in the person that the evidence is about.
  private mutating func runRules(_ person: Int) {
    findings.removeAll(keepingCapacity: true)
    evidence.run(tests, into: &findings)
    if assessed != nil { keepAssessed(person) }
  }

  /// Leaves what is found about the assessed dates.
  ///
  /// A rule that tells only its worst, or a run without end, may have told it of the time around them: such
  /// rules are asked again about the plan without what lies before it.
  private mutating func keepAssessed(_ person: Int) {
    var left: [Finding] = []
    findings.removeAll { finding in
      guard !evidence.isAssessed(from: finding.from, to: finding.to) else { return false }
      left.append(finding)
      return true
    }
    guard !left.isEmpty, var onward else { return }
    onward.turn(to: person, clock: &clock)
    onward.takeModels(from: evidence)
    onward.limits = evidence.limits
    let rules = Set(left.map(\.rule))
    var alone: [Finding] = []
    onward.run(tests.filter { rules.contains($0.rule) }, into: &alone)
    self.onward = onward
    alone.removeAll { !evidence.isAssessed(from: $0.from, to: $0.to) }
    let known = ToldSpans(findings)
    alone.removeAll { known.overlaps($0) }
    // The end of what begins before the round is told where the round ends.
    let round = Int64(period.end) - Int64(period.start)
    let others = ToldSpans(alone)
    let ends = left.filter {
      $0.from < period.start && $0.to > period.start && $0.to < period.end
        && (known.overlaps($0, later: round) || others.overlaps($0, later: round))
    }
    if !ends.isEmpty {
      let told = ToldSpans(ends)
      alone.removeAll { told.overlaps($0) }
    }
    guard !alone.isEmpty else { return }
    findings += alone
    findings.sort { ($0.rule, $0.from, $0.to) < ($1.rule, $1.from, $1.to) }
  }

  /// The second opinion on each of the person's duties; none unless it is wanted.
  private mutating func lapses() -> [DutyLapses] {
    guard var unified else { return [] }
    let work = intervals
    var results: [DutyLapses] = []
    unified.follow(sleep)
    unified.evaluate(work.span, into: &results)
    self.unified = unified
    return results
  }

  /// What is counted for the assessed dates: what lies around them is evidence only.
  private mutating func measure(_ person: Int) -> PersonMetrics {
    guard let assessed, let assessedSundays else {
      return PersonMetrics(roster, evidence.timeline, evidence.redDayWork, clock: &clock)
    }
    var timeline = PersonTimeline()
    timeline.fill(assessed, person: person, clock: &clock)
    var red = RedDayWork()
    red.find(in: timeline.work, assessedSundays, origin: assessed.origin.seconds)
    return PersonMetrics(assessed, timeline, red, clock: &clock)
  }

  mutating func detail(_ person: Int) -> PersonDetail {
    fill(person)
    let work = intervals
    var duties: [DutyAlertness] = []
    regime.model.evaluate(work.span, sleep, into: &duties)
    return PersonDetail(
      timeline: evidence.timeline, duties: duties, indices: evidence.indices, lapses: lapses(),
      sleep: sleep.episodes, worstPeaks: worstDuties().map(\.peak.raw),
      worstIndices: worstIndices())
  }

  mutating func outlook(_ person: Int) -> PersonOutlook {
    let detail = detail(person)
    let end = Int64(intervals.last?.end ?? 0) + Int64(Recovery.horizon)
    let series = series(person, until: Int32(clamping: end))
    return PersonOutlook(
      detail: detail, windows: detail.windows(roster, series),
      recoveries: detail.recoveries(series.history))
  }

  mutating func series(_ person: Int, until: Int32) -> StateSeries {
    fill(person)
    return StateSeries(regime.model, history(of: intervals, until: until), work: intervals)
  }

  /// Sleep of the person at hand with some work, apart from what the bench keeps.
  ///
  /// - Parameter predicted: Leaves the record out.
  private func history(
    of work: [WorkInterval], until: Int32? = nil, predicted: Bool = false
  ) -> SleepHistory {
    var history = SleepHistory()
    predict(work, until: until, predicted: predicted, into: &history)
    return history
  }

  func predict(
    _ work: [WorkInterval], until: Int32? = nil, predicted: Bool = false,
    into history: inout SleepHistory
  ) {
    regime.predictor.predict(
      work: work.span, naps: naps.span, callOuts: callOuts.span,
      recorded: predicted ? nil : record, origin: roster.origin, zone: roster.zone,
      start: settings.start, until: until, into: &history)
  }

  /// Tries one thing at a time: a shorter way, a smaller need of sleep, a nap before nights. Each is
  /// tried once for all findings, so that the work grows with the duties and not with their square.
  ///
  /// - Parameter all: The findings of one person.
  /// - Returns: What makes a finding disappear, by its place; nothing for those no model made.
  mutating func flipPoints(of all: ArraySlice<Finding>) -> [Int: [FlipPoint]] {
    let own = all.indices.filter {
      FlipPoint.concerns(RuleBook.rules[Int(all[$0].rule)]) && !all[$0].isAboutPlan
    }
    guard let first = own.first else { return [:] }
    fill(Int(all[first].person))
    let rules = Set(own.map { all[$0].rule }).sorted()
    var points: [Int: [FlipPoint]] = [:]
    let (predictor, model) = (regime.predictor, regime.model)
    for attempts in FlipPoint.attempts(predictor.settings) {
      var left = own
      for point in attempts where !left.isEmpty {
        let settings = point.applied(to: predictor.settings)
        let other = SleepPredictor(
          settings: settings, tables: predictor.tables, adaptation: predictor.adaptation)
        let changed = ThreeProcessModel(
          tables: model.tables, scale: model.scale, commute: settings.commute)
        screen(other, changed)
        for number in rules where left.contains(where: { all[$0].rule == number }) {
          let standing = StandingFindings(found(RuleBook.rules[Int(number)], after: point))
          left.removeAll { index in
            guard all[index].rule == number, !standing.cover(all[index]) else { return false }
            points[index, default: []].append(point)
            return true
          }
        }
      }
    }
    return points
  }

  /// What a rule finds in the person at hand when something was changed.
  private mutating func found(_ rule: Rule, after point: FlipPoint) -> [Finding] {
    let limits = evidence.limits
    defer { evidence.limits = limits }
    if point.kind == .sleepNeed {
      for limit in rule.limits where limit.unit == .hours && limit.relation == .atLeast {
        evidence.limits.set(limit, to: point.limit(limits[limit]))
      }
    }
    var found: [Finding] = []
    rule.evaluate(evidence, &found)
    return found
  }

  private mutating func fill(_ person: Int, predicts: Bool = true) {
    fillTimeline(person)
    if predicts { askModels() }
  }

  /// The work of the person at hand.
  var intervals: [WorkInterval] { evidence.timeline.work }

  /// Turns to a person. What models say is still about the one before.
  private mutating func fillTimeline(_ person: Int) {
    evidence.turn(to: person, clock: &clock)
    naps = DeclaredSleep.naps(evidence)
    callOuts = DeclaredSleep.callOuts(evidence)
    record = settings.recordedSleep?[person]
  }

  /// Asks the models about the person at hand.
  private mutating func askModels() {
    chooseRegime()
    screen(regime.predictor, regime.model)
    evaluateIndices()
  }

  /// Predicts the person's sleep, and what the duties are like with it.
  private mutating func screen(_ predictor: SleepPredictor, _ model: ThreeProcessModel) {
    // A local copy shares the storage, so that its span and the results may be used at once.
    let (work, naps, callOuts) = (intervals, naps, callOuts)
    predictor.predict(
      work: work.span, naps: naps.span, callOuts: callOuts.span, recorded: record,
      origin: roster.origin, zone: roster.zone, start: settings.start, into: &sleep)
    model.screen(work.span, sleep, into: &evidence.duties)
  }

  private mutating func chooseRegime() {
    let habits = evidence.about?.sleep ?? SleepHabits()
    if isOwn || !habits.isEmpty {
      regime = habits.isEmpty ? usual : SleepRegime(settings, habits)
      if isOwn == habits.isEmpty { swap(&sleep, &otherSleep) }
      index = FatigueRiskIndex(regime)
      isOwn = !habits.isEmpty
    }
  }

  /// Recorded beside predicted sleep of one person; nil without a record.
  mutating func compareSleep(_ person: Int) -> SleepComparison? {
    fill(person)
    guard let record else { return nil }
    return SleepComparison(
      person: person, roster, evidence.timeline.blocks, record, recorded: sleep,
      predicted: history(of: intervals, predicted: true), regime.model)
  }

  /// Positions in ``intervals`` of the work that starts on an assessed date.
  private var assessedWork: Range<Int> {
    let intervals = intervals
    let work = intervals.span
    var (first, end) = (0, work.count)
    while first < end, work[first].start < period.start { first += 1 }
    while end > first, work[end - 1].start >= period.end { end -= 1 }
    return first..<end
  }

  private func add(sleepAndSleepiness metrics: inout PersonMetrics) {
    let (own, duties, indices) = (assessedWork, evidence.duties.span, evidence.indices.span)
    var (seconds7, seconds8, highest, highestAt) = (0.0, 0.0, -Double.infinity, Int32(0))
    for i in own.clamped(to: duties.indices) {
      seconds7 += duties[i].minutesAt7 * 60
      seconds8 += duties[i].minutesAt8 * 60
      let peak = duties[i].peak.raw
      if peak > highest { (highest, highestAt) = (peak, duties[i].peakAt) }
    }
    (metrics.secondsKss7, metrics.secondsKss8) = (seconds7, seconds8)
    if highest > -.infinity { (metrics.maxKss, metrics.maxKssAt) = (highest, highestAt) }
    var (fatigue, risk) = (-Double.infinity, -Double.infinity)
    for i in own.clamped(to: indices.indices) {
      let index = indices[i]
      if index.fatigue.value > fatigue { fatigue = index.fatigue.value }
      if index.risk.value > risk { risk = index.risk.value }
    }
    if fatigue > -.infinity {
      (metrics.maxFatigueIndex, metrics.maxRiskIndex) = (max(fatigue, 0), max(risk, 0))
    }
    if !duties.isEmpty { metrics.sleepSeconds = secondsAsleep }
  }

  /// Sleep on the assessed dates, in seconds.
  private var secondsAsleep: Int64 {
    let episodes = sleep.episodes.span
    var (asleep, first, end) = (Int64(0), 0, episodes.count)
    func inside(_ episode: SleepEpisode) -> Int64 {
      max(0, Int64(min(episode.wake, period.end)) - Int64(max(episode.onset, period.start)))
    }
    // Most lie wholly inside, one after the other.
    while first < end, episodes[first].onset < period.start {
      asleep += inside(episodes[first])
      first += 1
    }
    while end > first, episodes[end - 1].wake > period.end {
      end -= 1
      asleep += inside(episodes[end])
    }
    for i in first..<end {
      asleep += Int64(episodes[i].wake) - Int64(episodes[i].onset)
    }
    return asleep
  }
}

/// One person's duties and predicted sleep in full.
public struct PersonDetail: Sendable {
  public var timeline: PersonTimeline
  /// One for each of the timeline's blocks.
  public var duties: [DutyAlertness]
  /// The RR446-compatible indices of them.
  public var indices: [DutyIndex]
  /// The second opinion on them; empty unless it was asked for.
  public var lapses: [DutyLapses] = []
  public var sleep: [SleepEpisode]
  /// Highest raw KSS of the first duties when the worst came before the plan; empty when the plan
  /// shows what came before.
  public var worstPeaks: [Double] = []
  /// The highest indices of the first duties in the same case.
  public var worstIndices: [IndexBound] = []
}

/// One person's duties with what they add up to, and how long they are felt.
public struct PersonOutlook: Sendable {
  public var detail: PersonDetail
  public var windows: [PersonWindow]
  public var recoveries: [Recovery]
}
