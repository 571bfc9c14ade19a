/// Predicts sleep from duties: one person at a time, deterministic, seconds exact.
///
/// For the free time between two duties: one is available for bed after commute and wind-down, goes to
/// bed at once when tired enough, when it is night already, or after a night duty, else at the habitual
/// bedtime, and sleeps until S + C + U is high enough or the alarm rings (`spec/models.md` section 8).
///
/// A call-out is not known of beforehand: one sleeps until called, and goes back to bed after it. Recorded
/// sleep goes before predicted in the time that a record covers.
public struct SleepPredictor: Sendable {
  public let settings: SleepSettings
  public let tables: ThreeProcessTables
  public let adaptation: BodyClock.Adaptation
  let commute, preparation, latency, shortest: Int
  /// After a duty that ends 04–12, 20–04 and at other times.
  let windDownAfterNight, windDownAfterEvening, windDownOtherwise: Int
  let preparationWhenCalled, windDownAfterCallOut: Int
  let longestMinutes: Int
  let bedtime, bedtimeWindow: Int
  /// Nil where duties and free time cannot be followed in whole minutes.
  var wholeMinutes: WholeMinutes?

  /// - Parameter settings: values out of any sense are moved to the nearest that make some.
  public init(
    settings: SleepSettings = SleepSettings(), tables: ThreeProcessTables = .standard,
    adaptation: BodyClock.Adaptation = .gradual
  ) {
    self.settings = settings
    self.tables = tables
    self.adaptation = adaptation
    commute = Self.bounded(settings.commute)
    preparation = Self.bounded(settings.preparation)
    preparationWhenCalled = Self.bounded(settings.preparationWhenCalled)
    windDownAfterNight = Self.bounded(settings.windDownAfterNight)
    windDownAfterEvening = Self.bounded(settings.windDownAfterEvening)
    windDownOtherwise = Self.bounded(settings.windDownOtherwise)
    windDownAfterCallOut = Self.bounded(settings.windDownAfterCallOut)
    latency = Self.bounded(settings.latency)
    shortest = max(60, Self.bounded(settings.shortestMainSleep))
    longestMinutes = max(1, Self.bounded(settings.longestMainSleep) / 60)
    bedtime = (settings.habitualBedtime %% 86_400)
    bedtimeWindow = Self.bounded(settings.bedtimeWindow)
    wholeMinutes = WholeMinutes(self)
  }

  /// 0 to 24 h, in seconds.
  static func bounded(_ elapsed: Elapsed) -> Int {
    Int(min(max(elapsed.seconds, 0), 86_400))
  }

  /// Duties closer than this are one.
  static let shortestBreak = 3600

  /// - Parameters:
  ///   - work: One person's work, sorted, not overlapping, seconds from `origin`.
  ///   - naps: Declared naps, sorted, on duty or beside it. What a predicted sleep covers adds nothing.
  ///   - callOuts: Those of `work` to which one is called out from home, sorted.
  ///   - recorded: Stands instead of prediction in the time that it covers, also on duty.
  ///   - until: Predict at least to here, up to 400 days after the last duty.
  ///   - history: Filled anew; empty when there is neither work nor a record.
  public func predict(
    work: Span<WorkInterval>, naps: Span<SleepSpan> = Span(),
    callOuts: Span<WorkInterval> = Span(), recorded: SleepRecord? = nil, origin: Instant,
    zone: Zone, start: SleepStart = .wellRested, until: Int32? = nil,
    into history: inout SleepHistory
  ) {
    begin(&history)
    let runs = recorded?.runs ?? []
    guard let first = Self.first(work, runs) else { return }
    let lastEnd = max(
      work.isEmpty ? .min : Int(work[work.count - 1].end), runs.last.map { Int($0.to) } ?? .min)
    // Later than this no sleep can be written down.
    let latest = min(lastEnd + 400 * 86_400, Int(Int32.max))
    let usual = lastEnd + Int(min(max(settings.horizon.seconds, 0), 400 * 86_400))
    let horizon = min(max(usual, Int(until ?? .min)), latest)
    let dawn = begin(
      start, before: first.at, firstOnset: first.isSleep ? first.at : nil, to: horizon,
      origin: origin, zone: zone, &history)
    var state = State(available: dawn, place: history.clock.beginning)

    var (next, run) = (0, 0)
    while true {
      followPlainDuties(
        work, &next, before: firstKnown(besides: work, next, naps, callOuts, runs, run, &state),
        &state, &history)
      guard next < work.count || run < runs.count else { break }
      let dutyStart = next < work.count ? Int(work[next].start) : BodyClock.far
      let runStart = run < runs.count ? Int(runs[run].from) : BodyClock.far
      if runStart <= dutyStart, let recorded {
        // Free time until the record begins, the record, and the duties that begin in it.
        let planned = alarm(before: next, work, callOuts)
        startAnew(planned, before: runStart, origin, zone, &state, &history)
        spend(FreeTime(alarm: planned, untilRecord: runStart), naps, &state, &history)
        follow(recorded, runs[run], &history)
        let over = Int(runs[run].to)
        while next < work.count, Int(work[next].start) < over {
          state.dutyStart = Int(work[next].start)
          state.dutyEnd = mergedEnd(work, &next)
        }
        while state.nap < naps.count, Int(naps[state.nap].onset) < over { state.nap += 1 }
        endDuty(&state, &history)
        if over > state.dutyEnd { state.atOnce = false }
        if !state.atOnce {
          state.notBefore = nextNight(afterOnset: Int(runs[run].lastOnset), history.clock)
        }
        run += 1
        continue
      }
      var free = FreeTime(alarm: dutyStart - commute - preparation, end: dutyStart)
      let isCalled = isCallOut(work[next], callOuts, &state)
      if isCalled {
        free.alarm = alarm(before: next, work, callOuts)
        free.cut = dutyStart - commute - preparationWhenCalled
        free.until = free.cut
      }
      startAnew(free.alarm, before: dutyStart, origin, zone, &state, &history)
      let wasBroken = spend(free, naps, &state, &history)
      if !isCalled { napBefore(dutyStart, state.available, free.alarm, &state.place, &history) }
      state.dutyStart = dutyStart
      state.dutyEnd = mergedEnd(work, &next)
      takeNaps(naps, cut: runStart, &state, &history)
      endDuty(&state, &history)
      if wasBroken { goBackToBed(&state, history) }
    }
    spend(FreeTime(alarm: horizon, end: horizon), naps, &state, &history)
  }

  /// Makes a history ready to be filled.
  func begin(_ history: inout SleepHistory) {
    history.episodes.removeAll(keepingCapacity: true)
    history.uncovered = 0
    if history.boundsFor !== tables {
      history.bounds = WakingBounds()
      history.boundsFor = tables
    }
    history.bounds.begin(settings.wakeAlertness)
  }

  /// Where one person's series has come to.
  struct State {
    /// From here one may go to bed.
    var available: Int
    /// No main sleep before this: the night after a record of sleep.
    var notBefore = -BodyClock.far
    /// One goes to bed then, whatever the pressure.
    var atOnce = false
    var place: BodyClock.Place
    /// The next of the naps and call-outs.
    var nap = 0
    var callOut = 0
    /// The last duty; one that ended long ago before there is any.
    var dutyStart = -BodyClock.far
    var dutyEnd = -BodyClock.far
  }

  private static func first(
    _ work: Span<WorkInterval>, _ runs: [SleepRecord.Run]
  ) -> (at: Int, isSleep: Bool)? {
    let duty = work.isEmpty ? nil : Int(work[0].start)
    let sleep = runs.first.map { Int($0.from) }
    guard let sleep else { return duty.map { ($0, false) } }
    return min(sleep, duty ?? sleep) == sleep ? (sleep, true) : duty.map { ($0, false) }
  }

  /// Follows recorded sleep instead of predicting it.
  ///
  /// - Parameters:
  ///   - sleeps: Sorted, not overlapping; what lies before the start is left out.
  ///   - start: `.wellRested` starts at 07:00 before the first sleep.
  ///   - until: The last second that will be asked for.
  public func follow(
    sleeps: Span<SleepSpan>, origin: Instant, zone: Zone, start: SleepStart, until: Int32,
    into history: inout SleepHistory
  ) {
    let episodes = sleeps.indices.map {
      SleepRecord.Episode(onset: sleeps[$0].onset, wake: sleeps[$0].wake)
    }
    follow(
      SleepRecord(episodes), origin: origin, zone: zone, start: start, until: until, into: &history)
  }

  /// Follows a whole record, holes in it awake.
  ///
  /// - Parameters: as ``follow(sleeps:origin:zone:start:until:into:)``.
  public func follow(
    _ record: SleepRecord, origin: Instant, zone: Zone, start: SleepStart, until: Int32,
    into history: inout SleepHistory
  ) {
    history.episodes.removeAll(keepingCapacity: true)
    history.uncovered = 0
    let first = Int(record.episodes.first?.onset ?? until)
    let begun = begin(
      start, before: first, firstOnset: first, to: Int(until), origin: origin, zone: zone, &history)
    for episode in record.episodes where Int(episode.wake) > begun {
      history.sleep(
        from: max(Int(episode.onset), begun), to: Int(episode.wake),
        episode.kind ?? (episode.wholeSleep < shortest ? .nap : .main), isRecorded: true, tables)
    }
  }

  /// One stretch of a record.
  private func follow(
    _ record: SleepRecord, _ run: SleepRecord.Run, _ history: inout SleepHistory
  ) {
    for episode in record.episodes[run.episodes] {
      let onset = max(Int(episode.onset), history.lastWake)
      guard Int(episode.wake) > onset else { continue }
      history.sleep(
        from: onset, to: Int(episode.wake),
        episode.kind ?? (episode.wholeSleep < shortest ? .nap : .main), isRecorded: true, tables)
    }
  }
}
