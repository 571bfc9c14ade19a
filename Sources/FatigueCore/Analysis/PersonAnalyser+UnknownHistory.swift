/// The worst that a person's first duties can be when the plan does not show what came before.
extension PersonAnalyser {
  /// The person's first duties with the worst that may have come before, value by value. Empty when the
  /// history is known.
  ///
  /// - Parameter until: Those that start before, in seconds from the origin; all on which it is felt if nil.
  mutating func worstDuties(until: Int32? = nil) -> [DutyPeak] {
    guard roster.surroundings == nil, let first = intervals.first else { return [] }
    let felt = Array(felt(for: UnknownHistory.feltDays, until: until))
    guard !felt.isEmpty else { return [] }
    var worst: [DutyPeak] = []
    var peaks: [DutyPeak] = []
    // Kept from person to person for what the predictor has found out.
    var aside = SleepHistory()
    swap(&aside, &self.aside)
    defer { swap(&aside, &self.aside) }
    for past in pastSleeps(before: first) {
      let before = past.history.duties(before: first.start, count: UnknownHistory.dutiesForSleep)
      var work = felt
      if !isPlain
        || !regime.predictor.goOn(
          after: past.episodes, with: felt.span, origin: roster.origin, zone: roster.zone,
          into: &aside)
      {
        work = before + felt
        predict(work, into: &aside)
      }
      regime.model.screen(work.span, aside, into: &peaks)
      let found = peaks.suffix(felt.count)
      if worst.isEmpty {
        worst = Array(found)
      } else {
        for (i, other) in zip(worst.indices, found) { worst[i].takeWorst(of: other) }
      }
    }
    return worst
  }

  /// Nothing but work is known of the person at hand, and the start of the series is that of everybody.
  private var isPlain: Bool {
    guard naps.isEmpty, callOuts.isEmpty, record == nil else { return false }
    switch settings.start {
    case .wellRested, .alertnessAtFirstOnset: return true
    case .homeostatic, .alertness: return false
    }
  }

  private mutating func pastSleeps(before first: WorkInterval) -> [PastSleep] {
    let local = clock.local(roster.origin.seconds + Int64(first.start))
    let second = Int32(local %% 86_400)
    let (regime, start) = (regime, settings.start)
    func find() -> [PastSleep] { Self.pastSleeps(at: second, regime, start) }
    // What is remembered holds for those with no habits of their own.
    return isOwn ? find() : unknownHistory.sleeps(at: second, find)
  }

  /// The worst histories before a duty that starts at a second of the day, no clock being changed.
  private static func pastSleeps(
    at second: Int32, _ regime: SleepRegime, _ start: SleepStart
  ) -> [PastSleep] {
    // Far enough from the origin for the series to begin after it.
    let first = WorkInterval(start: 30 * 86_400 + second, end: 30 * 86_400 + second + 3600)
    var history = SleepHistory()
    func predict(_ candidate: UnknownHistory.Candidate) {
      let before = candidate.duties(before: first.start, count: UnknownHistory.dutiesForSleep)
      regime.predictor.predict(
        work: (before + [first]).span, origin: Instant(seconds: 0), zone: .utc, start: start,
        into: &history)
    }
    let worst = UnknownHistory.worst { candidate in
      predict(candidate)
      return arrival(at: Int(first.start), history, regime.model)
    }
    return worst.map { candidate in
      predict(candidate)
      let past = history.episodes.prefix { $0.onset < first.start }
      return PastSleep(
        history: candidate, episodes: past.map { $0.moved(by: -Int(first.start)) })
    }
  }

  private static func arrival(
    at start: Int, _ history: SleepHistory, _ model: ThreeProcessModel
  ) -> UnknownHistory.Arrival? {
    guard let last = history.episodes.last(where: { Int($0.onset) <= start }),
      Int(last.wake) <= start
    else { return nil }
    let awake = start - Int(last.wake)
    return UnknownHistory.Arrival(
      s: model.tables.awake(from: last.wakeS, seconds: awake), awake: awake,
      asleep: history.asleep(from: start - 2 * 86_400, to: start))
  }

  /// The highest that the indices of the first duties can be; empty when the history is known.
  ///
  /// - Parameter until: As for ``worstDuties(until:)``.
  mutating func worstIndices(until: Int32? = nil) -> [IndexBound] {
    guard roster.surroundings == nil, let first = intervals.first else { return [] }
    let (duties, parts) = Self.wholeDuties(felt(for: UnknownHistory.feltDaysOfIndex))
    // The duty after the last that is asked for tells how long one has to sleep.
    let asked = until.map { until in duties.prefix { $0.start < until }.count + 1 } ?? duties.count
    let bounds = index.highest(
      Array(duties.prefix(asked)), after: beginnings(before: first), clock: &clock,
      origin: roster.origin)
    return zip(bounds, parts).flatMap { repeatElement($0, count: $1) }
  }

  private mutating func beginnings(before first: WorkInterval) -> [IndexBeginning] {
    let at = roster.origin.seconds + Int64(first.start)
    let (origin, second) = (roster.origin, Int32(clock.local(at) %% 86_400))
    func find() -> [IndexBeginning] {
      UnknownHistory.forIndex.map {
        let before = $0.duties(before: first.start, count: UnknownHistory.dutiesForIndex)
        return index.beginning(before, upTo: first, clock: &clock, origin: origin)
      }
    }
    // The seven duties lie within ten days.
    let isSettled = roster.zone.stretch(at: Instant(seconds: at)).from < at - 10 * 86_400
    return isOwn || !isSettled ? find() : unknownHistory.beginnings(at: second, find)
  }

  /// The duties on which what came before the first can still be felt.
  private func felt(for seconds: Int64, until: Int32? = nil) -> ArraySlice<WorkInterval> {
    guard let first = intervals.first else { return [] }
    return intervals.prefix {
      Int64($0.start) - Int64(first.start) < seconds && $0.start < until ?? .max
    }
  }

  /// Marks the findings of the models that would be graver if the worst had come before the plan.
  mutating func markUnknownHistory() {
    guard roster.surroundings == nil, let first = intervals.first else { return }
    let until = Int64(first.start) + UnknownHistory.feltDaysOfIndex
    let untilSleptOff = Int64(first.start) + UnknownHistory.feltDays
    var duties: [DutyPeak]?
    var bounds: [IndexBound]?
    // Later than these no finding asks.
    let (lastSleep, lastIndex) = lastAsked(until, untilSleptOff)
    for index in findings.indices where Int64(findings[index].from) < until {
      let finding = findings[index]
      let rule = Int(finding.rule)
      var gravest: Int64
      let measured: Int64
      if let value = Self.worsened[rule] {
        guard Int64(finding.from) < untilSleptOff else { continue }
        let worst = duties ?? worstDuties(until: lastSleep)
        duties = worst
        let steps: Int64 = finding.unit == .kss ? 100 : 3600
        measured = (finding.measured * Fraction(steps)).numerator
        gravest = measured
        for (block, duty) in zip(evidence.timeline.blocks, worst)
        where block.start >= finding.from && block.start < finding.to {
          let value = Int64(value(duty))
          gravest = finding.relation == .atLeast ? min(gravest, value) : max(gravest, value)
        }
      } else if let value = Self.raised[rule] {
        let worst = bounds ?? worstIndices(until: lastIndex)
        bounds = worst
        measured = Int64(finding.measured.hundredths)
        gravest = measured
        for (block, bound) in zip(evidence.timeline.blocks, worst)
        where block.start >= finding.from && block.start < finding.to {
          gravest = max(gravest, Int64(KSS(value(bound)).hundredths))
        }
      } else {
        continue
      }
      guard gravest != measured else { continue }
      findings[index].horizonTruncated = true
      findings[index].balance = Int32(clamping: gravest)
    }
  }

  /// Where the last findings end that unknown history can make graver, by sleep and by the indices.
  private func lastAsked(_ until: Int64, _ untilSleptOff: Int64) -> (sleep: Int32, index: Int32) {
    var last = (sleep: Int32.min, index: Int32.min)
    for finding in findings where Int64(finding.from) < until {
      let rule = Int(finding.rule)
      if Self.worsened[rule] != nil, Int64(finding.from) < untilSleptOff {
        last.sleep = max(last.sleep, finding.to)
      } else if Self.raised[rule] != nil {
        last.index = max(last.index, finding.to)
      }
    }
    return last
  }

  /// For each rule that unknown history can make worse the value it looks at: hundredths of KSS, or
  /// seconds.
  private static let worsened: [(@Sendable (DutyPeak) -> Int)?] = {
    let values: [String: @Sendable (DutyPeak) -> Int] = [
      PeakSleepiness.rule.id: { $0.peak.hundredths },
      SleepinessHome.rule.id: { $0.home.hundredths },
      SleepInOneDay.rule.id: { Int($0.sleep24BeforeEnd) },
      SleepInTwoDays.rule.id: { Int($0.sleep48BeforeEnd) },
      TimeAwake.rule.id: { Int($0.awakeAtEnd) },
    ]
    return RuleBook.rules.map { values[$0.id] }
  }()

  /// The same for the indices.
  private static let raised: [(@Sendable (IndexBound) -> Double)?] = {
    let values: [String: @Sendable (IndexBound) -> Double] = [
      FatigueIndexLevel.rule.id: { $0.fatigue }, RiskIndexLevel.rule.id: { $0.risk },
    ]
    return RuleBook.rules.map { values[$0.id] }
  }()
}
