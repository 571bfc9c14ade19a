/// The worst that a person's first duties can be when the plan does not show what came before.
extension PersonAnalyser {
  /// The person's first duties with the worst that may have come before, value by value. Empty when the
  /// history is known.
  mutating func worstDuties() -> [DutyPeak] {
    guard roster.surroundings == nil, let first = intervals.first else { return [] }
    let felt = felt(for: UnknownHistory.feltDays)
    var worst: [DutyPeak] = []
    var peaks: [DutyPeak] = []
    // Kept from person to person for what the predictor has found out.
    var aside = SleepHistory()
    swap(&aside, &self.aside)
    defer { swap(&aside, &self.aside) }
    var unknown = UnknownHistory()
    // What is remembered holds for those with no habits of their own.
    if !isOwn { swap(&unknown, &unknownHistory) }
    defer { if !isOwn { swap(&unknown, &unknownHistory) } }
    let local = clock.local(roster.origin.seconds + Int64(first.start))
    let candidates = unknown.worst(at: Int32(local %% 86_400)) { candidate in
      let before = candidate.duties(before: first.start, count: UnknownHistory.dutiesForSleep)
      predict(before + [first], into: &aside)
      return arrival(at: Int(first.start), aside)
    }
    for candidate in candidates {
      let before = candidate.duties(before: first.start, count: UnknownHistory.dutiesForSleep)
      let work = before + felt
      predict(work, into: &aside)
      regime.model.screen(work.span, aside, into: &peaks)
      guard !worst.isEmpty else {
        worst = Array(peaks.dropFirst(before.count))
        continue
      }
      for (i, other) in zip(worst.indices, peaks.dropFirst(before.count)) {
        worst[i].takeWorst(of: other)
      }
    }
    return worst
  }

  /// The highest that the indices of the first duties can be; empty when the history is known.
  mutating func worstIndices() -> [IndexBound] {
    guard roster.surroundings == nil, let first = intervals.first else { return [] }
    let felt = felt(for: UnknownHistory.feltDaysOfIndex)
    var worst = [IndexBound](repeating: IndexBound(fatigue: 0, risk: 0), count: felt.count)
    var indices: [DutyIndex] = []
    for candidate in UnknownHistory.forIndex {
      let before = candidate.duties(before: first.start, count: UnknownHistory.dutiesForIndex)
      evaluate(before + felt, into: &indices)
      for (i, index) in zip(worst.indices, indices.dropFirst(before.count)) {
        worst[i].fatigue = max(worst[i].fatigue, index.fatigue.value)
        worst[i].risk = max(worst[i].risk, index.risk.value)
      }
    }
    return worst
  }

  /// The duties on which what came before the first can still be felt.
  private func felt(for seconds: Int64) -> ArraySlice<WorkInterval> {
    guard let first = intervals.first else { return [] }
    return intervals.prefix { Int64($0.start) - Int64(first.start) < seconds }
  }

  private func arrival(at start: Int, _ history: SleepHistory) -> UnknownHistory.Arrival? {
    guard let last = history.episodes.last(where: { Int($0.onset) <= start }),
      Int(last.wake) <= start
    else { return nil }
    let awake = start - Int(last.wake)
    return UnknownHistory.Arrival(
      s: regime.model.tables.awake(from: last.wakeS, seconds: awake), awake: awake,
      asleep: history.asleep(from: start - 2 * 86_400, to: start))
  }

  /// Marks the findings of the models that would be graver if the worst had come before the plan.
  mutating func markUnknownHistory() {
    guard roster.surroundings == nil, let first = intervals.first else { return }
    let until = Int64(first.start) + UnknownHistory.feltDaysOfIndex
    let untilSleptOff = Int64(first.start) + UnknownHistory.feltDays
    var duties: [DutyPeak]?
    var bounds: [IndexBound]?
    for index in findings.indices where Int64(findings[index].from) < until {
      let finding = findings[index]
      let rule = Int(finding.rule)
      var gravest: Int64
      let measured: Int64
      if let value = Self.worsened[rule] {
        guard Int64(finding.from) < untilSleptOff else { continue }
        let worst = duties ?? worstDuties()
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
        let worst = bounds ?? worstIndices()
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

/// The most that the indices of a duty can be.
public struct IndexBound: Hashable, Sendable {
  public var fatigue: Double
  public var risk: Double
}
