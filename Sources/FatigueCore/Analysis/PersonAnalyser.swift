/// One worker's bench: the buffers that are refilled for each person.
struct PersonAnalyser: Sendable {
  private let roster: Roster
  private let sundays: SundayCounter
  private var evidence: Evidence
  private var clock: ZoneCursor
  private var intervals: [WorkInterval] = []
  private var sleep = SleepHistory()
  private let predictor = SleepPredictor()
  private let model = ThreeProcessModel()

  struct Result: Sendable {
    var metrics: PersonMetrics
    var findings: [Finding]
  }

  private let rules: [Int]

  init(roster: Roster, settings: AnalysisSettings, sundays: SundayCounter) {
    self.roster = roster
    self.sundays = sundays
    rules = settings.assessable(in: roster).filter { !RuleBook.rules[$0].isMeasure }
    evidence = Evidence(roster: roster, limits: settings.limits, facts: settings.facts)
    clock = ZoneCursor(roster.zone)
  }

  mutating func analyse(_ person: Int) -> Result {
    fill(person)
    var metrics = PersonMetrics(roster, evidence.timeline, sundays: sundays, clock: &clock)
    add(sleepAndSleepiness: &metrics)
    var findings: [Finding] = []
    for index in rules {
      let first = findings.count
      RuleBook.rules[index].evaluate(evidence, &findings)
      for i in first..<findings.count {
        findings[i].rule = UInt16(index)
        findings[i].person = UInt32(person)
      }
    }
    RootCauses.link(&findings)
    return Result(metrics: metrics, findings: findings)
  }

  mutating func detail(_ person: Int) -> PersonDetail {
    fill(person)
    let work = intervals
    var duties: [DutyAlertness] = []
    model.evaluate(work.span, sleep, into: &duties)
    return PersonDetail(timeline: evidence.timeline, duties: duties, sleep: sleep.episodes)
  }

  private mutating func fill(_ person: Int) {
    evidence.turn(to: person)
    evidence.timeline.fill(roster, person: person, clock: &clock)
    intervals.removeAll(keepingCapacity: true)
    for block in evidence.timeline.blocks {
      intervals.append(WorkInterval(start: block.start, end: block.end))
    }
    // A local copy shares the storage, so that its span and the results may be used at once.
    let work = intervals
    predictor.predict(
      work: work.span, origin: roster.origin, zone: roster.zone, into: &sleep)
    model.screen(work.span, sleep, into: &evidence.duties)
  }

  private func add(sleepAndSleepiness metrics: inout PersonMetrics) {
    for duty in evidence.duties {
      metrics.secondsKss7 += duty.minutesAt7 * 60
      metrics.secondsKss8 += duty.minutesAt8 * 60
      if duty.peak.raw > metrics.maxKss ?? -.infinity {
        metrics.maxKss = duty.peak.raw
        metrics.maxKssAt = duty.peakAt
      }
    }
    guard !evidence.duties.isEmpty else { return }
    var asleep: Int64 = 0
    for episode in sleep.episodes {
      let from = max(episode.onset, evidence.horizon.start)
      let to = min(episode.wake, evidence.horizon.end)
      asleep += max(0, Int64(to) - Int64(from))
    }
    metrics.sleepSeconds = asleep
  }
}

/// One person's duties and predicted sleep in full.
public struct PersonDetail: Sendable {
  public var timeline: PersonTimeline
  /// One for each of the timeline's blocks.
  public var duties: [DutyAlertness]
  public var sleep: [SleepEpisode]
}
