/// What one does with free time.
extension SleepPredictor {
  /// What bounds the sleeps of a stretch of free time, in seconds from the origin.
  struct FreeTime {
    /// All are over by then, as one knows.
    var alarm: Int
    /// None is begun to wait for then or later.
    var until: Int
    /// One is woken then without having known: by a call, or because a record of sleep begins.
    var cut: Int
    /// The free time is over.
    var end: Int
    /// At the cut a record of sleep begins: who falls asleep then was awake, so that no predicted sleep
    /// lasts until it.
    var isBeforeRecord = false

    init(alarm: Int, until: Int? = nil, cut: Int = BodyClock.far, end: Int) {
      self.alarm = alarm
      self.until = until ?? alarm
      self.cut = cut
      self.end = end
    }

    /// Until a record of sleep begins.
    init(alarm: Int, untilRecord begins: Int) {
      self.init(alarm: alarm, until: begins, cut: begins, end: begins)
      isBeforeRecord = true
    }
  }

  /// Sleeps and declared naps of a stretch of free time.
  ///
  /// - Returns: whether one was woken before one would have been.
  @discardableResult
  func spend(
    _ free: FreeTime, _ naps: Span<SleepSpan>, _ state: inout State,
    _ history: inout SleepHistory
  ) -> Bool {
    while state.nap < naps.count, Int(naps[state.nap].onset) < free.end {
      let nap = naps[state.nap]
      state.nap += 1
      let (wasAtOnce, before) = (state.atOnce, history.episodes.count)
      if sleep(free, before: Int(nap.onset), &state, &history) { return true }
      if history.episodes.count == before { state.atOnce = wasAtOnce }
      // What a predicted sleep covers adds nothing.
      let onset = max(Int(nap.onset), history.lastWake)
      let wake = min(Int(nap.wake), free.cut)
      guard onset < wake else { continue }
      history.sleep(from: onset, to: wake, .nap, tables)
      // `Assumed:` one who sleeps before getting home sleeps at work, and gets home later.
      let isAtWork = onset < state.dutyEnd + commute
      state.available = max(state.available + (isAtWork ? wake - onset : 0), wake)
      if wake < Int(nap.wake) { return true }
    }
    return sleep(free, before: BodyClock.far, &state, &history)
  }

  /// Step 2: sleeps one after the other, all over by the alarm.
  ///
  /// - Parameter limit: None has its onset then or later.
  /// - Returns: whether one was woken before one would have been.
  @discardableResult
  func sleep(
    _ free: FreeTime, before limit: Int, _ state: inout State, _ history: inout SleepHistory
  ) -> Bool {
    var now = max(state.available, state.notBefore)
    let (alarm, end) = (free.alarm, min(free.alarm, free.until))
    guard now < end, let last = history.episodes.last else { return false }
    // The last awakening, from which S falls.
    var awakening = (at: Int(last.wake), s: last.wakeS)
    // Nobody has more than six main sleeps a day; odd settings may want them.
    var left = 6 * (2 + (end - now) / 86_400)
    while now < end, left > 0 {
      left -= 1
      history.clock.move(&state.place, to: now)
      let bed = state.atOnce ? now : bedtime(now, state.place, history, awakening)
      state.atOnce = false
      let onset = bed + latency
      guard onset + shortest <= alarm, onset < limit, onset < free.cut else { return false }
      history.clock.move(&state.place, to: onset)
      let onsetS = tables.awake(from: awakening.s, seconds: max(0, onset - awakening.at))
      let course = tables.sleep(from: onsetS)
      let most = min(longestMinutes, (alarm - onset + 59) / 60)
      let minutes = tables.minutesUntilWaking(
        course, onset: onset, clock: history.clock, place: state.place,
        level: settings.wakeAlertness, most: most, &history.bounds)
      now = min(onset + minutes * 60, alarm)
      if free.isBeforeRecord, now >= free.cut { return false }
      let isBroken = now > free.cut
      if isBroken { now = free.cut }
      awakening = (now, tables.asleep(course, seconds: now - onset))
      // Less than an hour does not count hours awake anew.
      let kind: SleepEpisode.Kind = isBroken && now - onset < 3600 ? .nap : .main
      history.append(onset, now, kind, onsetS, awakening.s)
      state.available = now
      if isBroken { return true }
    }
    return false
  }

  /// When someone who is free now goes to bed.
  ///
  /// - Parameter stretch: The one that holds `now`.
  @inline(never)
  private func bedtime(
    _ now: Int, _ stretch: BodyClock.Place, _ history: borrowing SleepHistory,
    _ awakening: (at: Int, s: Double)
  ) -> Int {
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
      let rhythm: Double
      if now < place.settled, (now - place.from) % 60 == 0,
        let adapting = history.rhythm(of: place)
      {
        rhythm = adapting.rhythm[(now - place.from) / 60].x
      } else {
        let minute = Double(second) * (1.0 / 60) + place.lead(at: now) * 60
        rhythm = tables.rhythm(minute: minute)
      }
      if s + rhythm <= settings.bedAlertness { return now }
    }
    return usualBedtime(now, since, place, history.clock, stretch.index)
  }

  /// The next habitual bedtime at or after a time.
  ///
  /// - Parameter since: Seconds since the last one, by the wall clock.
  private func usualBedtime(
    _ now: Int, _ since: Int, _ place: BodyClock.Stretch, _ clock: BodyClock, _ index: Int
  ) -> Int {
    let usual = now + (since == 0 ? 0 : 86_400 - since)
    if usual < place.to { return usual }
    // The clock is changed before bedtime. A time in the gap is moved forward.
    let moved = usual + place.wallShift - clock.stretches[index + 1].wallShift
    return moved < place.to ? usual : moved
  }

  /// A sleep that began less than this before bedtime, or later, is that night's.
  ///
  /// `Assumed:` who lies down earlier takes a nap, and goes to bed as usual after it. It is the onset that
  /// counts: were it the awakening, to sleep a minute longer could cost a whole night.
  private static let evening = 2 * 3600

  /// After the last sleep of a record: the habitual bedtime of the next night, before which no main
  /// sleep is predicted. A log that ends in the night says that one got up then.
  func nextNight(afterOnset onset: Int, _ clock: BodyClock) -> Int {
    let from = onset + Self.evening
    let index = clock.index(at: from)
    let place = clock.stretches[index]
    let since = (place.secondOfDay(from) - bedtime) %% 86_400
    return usualBedtime(from, since, place, clock, index)
  }

  /// Step 3: the nap before an evening or night duty.
  func napBefore(
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
