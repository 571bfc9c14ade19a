/// Where a person's series starts, and starts anew.
extension SleepPredictor {
  /// - Parameters:
  ///   - first: The first thing known of the person.
  ///   - firstOnset: The first sleep, where that is it.
  /// - Returns: When the person is awake first.
  func begin(
    _ start: SleepStart, before first: Int, firstOnset: Int?, to horizon: Int, origin: Instant,
    zone: Zone, _ history: inout SleepHistory
  ) -> Int {
    let at: Int
    switch start {
    case .wellRested:
      at = max(morning(before: first, origin, zone), Int(Int32.min))
    case .homeostatic(let seconds, _), .alertness(let seconds, _): at = Int(seconds)
    case .alertnessAtFirstOnset:
      // Of a roster the series begins at bedtime, so that the first onset is a latency later.
      at = max(
        firstOnset ?? Self.clock(bedtime, settings.daysBefore, before: first, origin, zone),
        Int(Int32.min))
    }
    history.setClock(
      zone: zone, origin: origin, from: at, to: horizon + 2 * 86_400, adaptation: adaptation, tables
    )
    switch start {
    case .wellRested: history.begin(at: at, s: ThreeProcessParameters.wellRested)
    case .homeostatic(_, let s): history.begin(at: at, s: s)
    case .alertness(_, let alertness):
      let rhythm = tables.parameters.rhythm(at: history.clock.hour(at: at)).value
      history.begin(at: at, s: alertness - rhythm)
    case .alertnessAtFirstOnset(let alertness):
      let wait = firstOnset == nil ? latency : 0
      let rhythm = tables.parameters.rhythm(at: history.clock.hour(at: at + wait)).value
      let homeostatic = tables.parameters.homeostatic
      // S as it was before the latency.
      let s =
        homeostatic.low
        + (alertness - rhythm - homeostatic.low) / tables.decay(seconds: wait)
      history.begin(at: at, s: s)
    }
    return at
  }

  /// 07:00, or as the chronotype has it, ``SleepSettings/daysBefore`` days before a time.
  func morning(before seconds: Int, _ origin: Instant, _ zone: Zone) -> Int {
    Self.clock(
      (7 + settings.chronotype.hours) * 3600, settings.daysBefore, before: seconds, origin, zone)
  }

  /// A clock time on the local date some days before a time, seconds from the origin.
  private static func clock(
    _ second: Int, _ days: Int, before seconds: Int, _ origin: Instant, _ zone: Zone
  ) -> Int {
    let instant = Instant(seconds: origin.seconds + Int64(seconds))
    let date = zone.civil(instant).date + -min(max(days, 0), 30)
    return Int((zone.resolve(CivilTime(date, secondOfDay: second)).instant - origin).seconds)
  }

  /// Where free time of months lies before something, predicts two weeks of it and starts the series anew
  /// some days before.
  func startAnew(
    _ alarm: Int, before event: Int, _ origin: Instant, _ zone: Zone, _ state: inout State,
    _ history: inout SleepHistory
  ) {
    guard min(alarm, event) - state.available > SleepSettings.longestGap else { return }
    let dayAfter = state.available + SleepSettings.daysAfter
    sleep(
      FreeTime(alarm: min(alarm, event), until: dayAfter, end: dayAfter), before: BodyClock.far,
      &state, &history)
    let anew = morning(before: event, origin, zone)
    history.uncovered += max(0, anew - history.lastWake)
    history.begin(at: anew, s: ThreeProcessParameters.wellRested)
    (state.available, state.atOnce) = (anew, false)
  }

  /// Goes on with plain work after a past that is known, up to the last duty.
  ///
  /// - Parameters:
  ///   - past: The series up to the first duty, in seconds from its start, no clock being changed in it.
  ///   - work: Sorted, not overlapping, not empty.
  ///   - history: Filled anew.
  /// - Returns: Whether it could; not where a clock was changed in the past.
  func goOn(
    after past: [SleepEpisode], with work: Span<WorkInterval>, origin: Instant, zone: Zone,
    into history: inout SleepHistory
  ) -> Bool {
    guard let begun = past.first, work.count > 0 else { return false }
    begin(&history)
    let first = Int(work[0].start)
    history.setClock(
      zone: zone, origin: origin, from: first + Int(begun.onset),
      to: Int(work[work.count - 1].end) + 2 * 86_400, adaptation: adaptation, tables)
    guard history.clock.stretches[0].to > first else { return false }
    for episode in past { history.episodes.append(episode.moved(by: first)) }
    var state = State(available: history.lastWake, place: history.clock.beginning)
    var next = 0
    while true {
      state.dutyStart = Int(work[next].start)
      state.dutyEnd = mergedEnd(work, &next)
      endDuty(&state, &history)
      guard next < work.count else { return true }
      let duty = Int(work[next].start)
      let free = FreeTime(alarm: duty - commute - preparation, end: duty)
      sleep(free, before: BodyClock.far, &state, &history)
      napBefore(duty, state.available, free.alarm, &state.place, &history)
    }
  }
}
