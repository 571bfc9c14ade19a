/// Predicts sleep from duties: one person at a time, deterministic, seconds exact.
///
/// For the free time between two duties: one is available for bed after commute and wind-down, goes to
/// bed at once when tired enough, when it is night already, or after a night duty, else at the habitual
/// bedtime, and sleeps until S + C + U is high enough or the alarm rings (`spec/models.md` section 8).
public struct SleepPredictor: Sendable {
  public let settings: SleepSettings
  public let tables: ThreeProcessTables
  public let adaptation: BodyClock.Adaptation
  private let commute, preparation, latency, shortest: Int
  private let longestMinutes: Int
  private let bedtime, bedtimeWindow: Int

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
    latency = Self.bounded(settings.latency)
    shortest = max(60, Self.bounded(settings.shortestMainSleep))
    longestMinutes = max(1, Self.bounded(settings.longestMainSleep) / 60)
    bedtime = (settings.habitualBedtime %% 86_400)
    bedtimeWindow = Self.bounded(settings.bedtimeWindow)
  }

  /// 0 to 24 h, in seconds.
  private static func bounded(_ elapsed: Elapsed) -> Int {
    Int(min(max(elapsed.seconds, 0), 86_400))
  }

  /// Duties closer than this are one.
  private static let shortestBreak = 3600

  /// - Parameters:
  ///   - work: One person's work, sorted, not overlapping, seconds from `origin`.
  ///   - naps: Declared naps, sorted; those inside a duty are slept, others are left out.
  ///   - until: Predict at least to here, up to 400 days after the last duty.
  ///   - history: Filled anew; empty when there is no work.
  public func predict(
    work: Span<WorkInterval>, naps: Span<SleepSpan> = Span(), origin: Instant, zone: Zone,
    start: SleepStart = .wellRested, until: Int32? = nil, into history: inout SleepHistory
  ) {
    history.episodes.removeAll(keepingCapacity: true)
    history.uncovered = 0
    guard !work.isEmpty else { return }
    let lastEnd = Int(work[work.count - 1].end)
    // Later than this no sleep can be written down.
    let latest = min(lastEnd + 400 * 86_400, Int(Int32.max))
    let usual = lastEnd + Int(min(max(settings.horizon.seconds, 0), 400 * 86_400))
    let horizon = min(max(usual, Int(until ?? .min)), latest)
    let dawn = begin(
      start, before: Int(work[0].start), to: horizon, origin: origin, zone: zone, &history)

    var available = dawn
    var afterNight = false
    var previousEnd: Int?
    var stretch = history.clock.beginning
    var (next, nap) = (0, 0)
    while next < work.count {
      let first = next
      let duty = (start: Int(work[first].start), end: mergedEnd(work, &next))
      let alarm = duty.start - commute - preparation
      if alarm - available > SleepSettings.longestGap {
        let dayAfter = available + SleepSettings.daysAfter
        sleep(available, alarm, until: dayAfter, atOnce: afterNight, &stretch, &history)
        let anew = Self.morning(settings.daysBefore, before: duty.start, origin, zone)
        history.uncovered += max(0, anew - history.lastWake)
        history.begin(at: anew, s: ThreeProcessParameters.wellRested)
        (available, afterNight) = (anew, false)
      }
      sleep(available, alarm, until: alarm, atOnce: afterNight, &stretch, &history)
      napBefore(duty.start, available, alarm, &stretch, &history)
      takeNaps(naps, &nap, work: work, first..<next, &history)
      history.clock.move(&stretch, to: duty.end)
      let rest = windDown(after: duty.end, stretch.stretch)
      available = max(duty.end + commute + rest, history.lastWake)
      afterNight = isNight(duty.start, duty.end, stretch, history.clock)
      previousEnd = duty.end
    }
    guard previousEnd != nil else { return }
    sleep(available, horizon, until: horizon, atOnce: afterNight, &stretch, &history)
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
    history.episodes.removeAll(keepingCapacity: true)
    history.uncovered = 0
    let first = sleeps.isEmpty ? Int(until) : Int(sleeps[0].onset)
    let begun = begin(start, before: first, to: Int(until), origin: origin, zone: zone, &history)
    var earliest = begun
    for i in sleeps.indices {
      let (onset, wake) = (max(Int(sleeps[i].onset), earliest), Int(sleeps[i].wake))
      guard wake > onset else { continue }
      history.sleep(from: onset, to: wake, wake - onset < shortest ? .nap : .main, tables)
      earliest = wake
    }
  }

  // MARK: Where the series starts

  private func begin(
    _ start: SleepStart, before first: Int, to horizon: Int, origin: Instant, zone: Zone,
    _ history: inout SleepHistory
  ) -> Int {
    let at: Int
    switch start {
    case .wellRested:
      let morning = Self.morning(settings.daysBefore, before: first, origin, zone)
      at = max(morning, Int(Int32.min))
    case .homeostatic(let seconds, _), .alertness(let seconds, _): at = Int(seconds)
    }
    history.clock.reset(
      zone: zone, origin: origin, from: at, to: horizon + 2 * 86_400, adaptation: adaptation)
    switch start {
    case .wellRested: history.begin(at: at, s: ThreeProcessParameters.wellRested)
    case .homeostatic(_, let s): history.begin(at: at, s: s)
    case .alertness(_, let alertness):
      let rhythm = tables.parameters.rhythm(at: history.clock.hour(at: at)).value
      history.begin(at: at, s: alertness - rhythm)
    }
    return at
  }

  /// 07:00 on the local date some days before a time, seconds from the origin.
  private static func morning(
    _ days: Int, before seconds: Int, _ origin: Instant, _ zone: Zone
  ) -> Int {
    let instant = Instant(seconds: origin.seconds + Int64(seconds))
    let date = zone.civil(instant).date + -min(max(days, 0), 30)
    return Int((zone.resolve(CivilTime(date, secondOfDay: 7 * 3600)).instant - origin).seconds)
  }

  // MARK: Duties

  /// The end of the duty that starts at `next`, which moves past the intervals that belong to it.
  private func mergedEnd(_ work: Span<WorkInterval>, _ next: inout Int) -> Int {
    var end = Int(work[next].end)
    next += 1
    while next < work.count, Int(work[next].start) - end < Self.shortestBreak {
      end = max(end, Int(work[next].end))
      next += 1
    }
    return end
  }

  private func windDown(after end: Int, _ stretch: BodyClock.Stretch) -> Int {
    switch stretch.secondOfDay(end) / 3600 {
    case 4..<12: Self.bounded(settings.windDownAfterNight)
    case 20..., ..<4: Self.bounded(settings.windDownAfterEvening)
    default: Self.bounded(settings.windDownOtherwise)
    }
  }

  /// At least 3 h of the duty lie inside 00–06 of one local night.
  private func isNight(_ start: Int, _ end: Int, _ ending: BodyClock.Place, _ clock: BodyClock)
    -> Bool
  {
    let last = ending.stretch
    // Most duties end before 03 and start after 06, with no clock change between.
    if start >= last.from {
      let second = last.secondOfDay(start)
      if second >= 6 * 3600, second + (end - start) < 27 * 3600 { return false }
    }
    let first =
      start >= last.from ? last : clock.stretches[clock.index(at: start, near: ending.index)]
    func instant(_ local: Int) -> Int {
      let early = local - first.wallShift
      return early < first.to ? early : max(local - last.wallShift, first.to)
    }
    var midnight = (start + first.wallShift).flooredQuotient(86_400) * 86_400
    // A duty that reaches a third night holds the whole of the second.
    for _ in 0..<3 {
      let inside = min(end, instant(midnight + 6 * 3600)) - max(start, instant(midnight))
      if inside >= 3 * 3600 { return true }
      midnight += 86_400
    }
    return false
  }

  private func takeNaps(
    _ naps: Span<SleepSpan>, _ nap: inout Int, work: Span<WorkInterval>, _ duties: Range<Int>,
    _ history: inout SleepHistory
  ) {
    guard nap < naps.count else { return }
    for i in duties {
      while nap < naps.count, naps[nap].onset < work[i].end {
        let (onset, wake) = (naps[nap].onset, naps[nap].wake)
        nap += 1
        if onset >= work[i].start, wake <= work[i].end, onset < wake,
          Int(onset) >= history.lastWake
        {
          history.sleep(from: Int(onset), to: Int(wake), .nap, tables)
        }
      }
    }
  }

  // MARK: Free time

  /// Step 2: sleeps one after the other from `available`, all over by `alarm`; none begins when it is
  /// `until` or later.
  private func sleep(
    _ available: Int, _ alarm: Int, until: Int, atOnce: Bool, _ stretch: inout BodyClock.Place,
    _ history: inout SleepHistory
  ) {
    var now = available
    var atOnce = atOnce
    guard now < min(alarm, until), let last = history.episodes.last else { return }
    // The last awakening, from which S falls.
    var awakening = (at: Int(last.wake), s: last.wakeS)
    // Nobody has more than six main sleeps a day; odd settings may want them.
    var left = 6 * (2 + (min(alarm, until) - available) / 86_400)
    while now < min(alarm, until), left > 0 {
      left -= 1
      let bed = atOnce ? now : bedtime(now, &stretch, history.clock, awakening)
      atOnce = false
      let onset = bed + latency
      guard onset + shortest <= alarm else { return }
      history.clock.move(&stretch, to: onset)
      let onsetS = tables.awake(from: awakening.s, seconds: max(0, onset - awakening.at))
      let course = tables.sleep(from: onsetS)
      let minutes = tables.minutesUntilWaking(
        course, onset: onset, clock: history.clock, place: stretch, level: settings.wakeAlertness,
        most: min(longestMinutes, (alarm - onset + 59) / 60), &history.bounds)
      now = min(onset + minutes * 60, alarm)
      awakening = (now, tables.asleep(course, seconds: now - onset))
      history.append(onset, now, .main, onsetS, awakening.s)
    }
  }

  /// When someone who is free now goes to bed.
  @inline(__always)
  private func bedtime(
    _ now: Int, _ stretch: inout BodyClock.Place, _ clock: BodyClock,
    _ awakening: (at: Int, s: Double)
  ) -> Int {
    clock.move(&stretch, to: now)
    let place = stretch.stretch
    let second = place.secondOfDay(now)
    // Both lie within one day.
    let since = second >= bedtime ? second - bedtime : second - bedtime + 86_400
    if since <= bedtimeWindow { return now }
    let s =
      now <= awakening.at
      ? awakening.s : tables.awake(from: awakening.s, seconds: now - awakening.at)
    // Where even the night's lowest point would not do, the hour needs no look.
    if s + tables.lowestRhythm <= settings.bedAlertness {
      let minute = Double(second) * (1.0 / 60) + place.lead(at: now) * 60
      if s + tables.rhythm(minute: minute) <= settings.bedAlertness { return now }
    }
    let usual = now + (since == 0 ? 0 : 86_400 - since)
    if usual < place.to { return usual }
    // The clock is changed before bedtime. A time in the gap is moved forward.
    let moved = usual + place.wallShift - clock.stretches[stretch.index + 1].wallShift
    return moved < place.to ? usual : moved
  }

  /// Step 3: the nap before an evening or night duty.
  private func napBefore(
    _ duty: Int, _ available: Int, _ alarm: Int, _ stretch: inout BodyClock.Place,
    _ history: inout SleepHistory
  ) {
    guard let policy = settings.napBeforeNight else { return }
    let onset = alarm - Self.bounded(policy.length)
    history.clock.move(&stretch, to: duty)
    guard onset < alarm, onset >= available,
      stretch.stretch.secondOfDay(duty) >= policy.dutiesFrom,
      onset - history.lastWake >= Self.bounded(policy.shortestWake)
    else { return }
    history.sleep(from: onset, to: alarm, .nap, tables)
  }
}
