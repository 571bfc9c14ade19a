/// Duties and free time with nothing odd about them, which most are: no clock is changed, nothing but work
/// is known, all is in whole minutes.
extension SleepPredictor {
  /// The settings in whole minutes.
  struct WholeMinutes: Sendable {
    /// From the alarm to the start of a duty.
    let beforeDuty: Int
    /// From the end of a duty that ends 04–12, 20–04 and at other times until one may go to bed.
    let afterNight, afterEvening, afterDay: Int
    let latency, latencyAndShortest, longest: Int
    let bedtime: Int
    /// Whoever has fewer minutes than this to the habitual bedtime waits for it, if not tired.
    let waits: Int
    /// Duties from this minute of the day on may get a nap before them.
    let napsFrom: Int

    /// Nil where one of them is none.
    init?(_ predictor: borrowing SleepPredictor) {
      let commute = predictor.commute
      let after = (
        commute + predictor.windDownAfterNight, commute + predictor.windDownAfterEvening,
        commute + predictor.windDownOtherwise
      )
      let before = commute + predictor.preparation
      guard before % 60 == 0, after.0 % 60 == 0, after.1 % 60 == 0, after.2 % 60 == 0,
        predictor.latency % 60 == 0, predictor.bedtime % 60 == 0
      else { return nil }
      beforeDuty = before / 60
      (afterNight, afterEvening, afterDay) = (after.0 / 60, after.1 / 60, after.2 / 60)
      latency = predictor.latency / 60
      latencyAndShortest = latency + (predictor.shortest + 59) / 60
      longest = predictor.longestMinutes
      bedtime = predictor.bedtime / 60
      waits = 1440 - predictor.bedtimeWindow / 60
      let naps = predictor.settings.napBeforeNight
      napsFrom = naps.map { min(max($0.dutiesFrom, 0), 86_400) / 60 } ?? 1440
    }

    /// Minutes from the end of a duty until one may go to bed.
    ///
    /// - Parameter minute: Of the day on which the duty ends.
    @inline(__always)
    func rest(after minute: Int) -> Int {
      let sinceFour = UInt(bitPattern: minute &- 4 * 60)
      return sinceFour < 8 * 60 ? afterNight : sinceFour < 16 * 60 ? afterDay : afterEvening
    }
  }

  /// A stretch in which the wall clock keeps one offset, in minutes from a midnight.
  private struct PlainStretch {
    /// The midnight, in seconds from the origin.
    let midnight: Int
    /// When the clock was changed, and when the body clock has settled.
    let from, settled: Int
    /// What the body clock does in between; nil where it is settled from the start.
    let adapting: AdaptingRhythm?
    let clock: BodyClock
    let place: BodyClock.Place
  }

  /// Where a series of plain duties has come to, in minutes.
  private struct PlainState {
    /// From here one may go to bed.
    var available: Int
    /// One goes to bed then, whatever the pressure.
    var atOnce: Bool
    /// The last awakening, S then, and seconds asleep until then.
    var awakening: Int
    var s: Double
    var sleptSoFar: Int
    /// The last duty.
    var duty: WorkInterval
  }

  /// The most sleeps in the free time before one duty.
  private static let mostSleeps = 6 * (2 + SleepSettings.longestGap / 86_400)

  /// Goes on with duties, and the free time before each, as long as they are plain.
  ///
  /// - Parameters:
  ///   - next: Moves past the duties; not at all where the first is not plain.
  ///   - limit: Nothing but work is known before.
  func followPlainDuties(
    _ work: Span<WorkInterval>, _ next: inout Int, before limit: Int, _ state: inout State,
    _ history: inout SleepHistory
  ) {
    let stretch = state.place.stretch
    guard let times = wholeMinutes, next < work.count, let last = history.episodes.last else {
      return
    }
    let (start, wake) = (Int(work[next].start), Int(last.wake))
    guard wake <= min(state.available, start), state.available >= state.notBefore,
      min(state.available, start) >= stretch.from
    else { return }
    let midnight = wake - stretch.secondOfDay(wake)
    let adapting = history.rhythm(of: stretch)
    guard Int(work[work.count - 1].end) - midnight < 1 << 32,
      Self.isWhole(state.available - midnight), Self.isWhole(wake - midnight),
      adapting == nil ? stretch.settled <= state.available : Self.isWhole(stretch.from - midnight)
    else { return }
    let plain = PlainStretch(
      midnight: midnight, from: (stretch.from - midnight) / 60,
      settled: (stretch.settled - midnight + 59) / 60, adapting: adapting, clock: history.clock,
      place: state.place)
    var series = PlainState(
      available: (state.available - midnight) / 60, atOnce: state.atOnce,
      awakening: (wake - midnight) / 60, s: last.wakeS, sleptSoFar: Int(last.sleptSoFar),
      duty: work[next])
    let first = next
    var bounds = WakingBounds()
    swap(&bounds, &history.bounds)
    let latest = min(limit, stretch.to)
    var goesOn = true
    while goesOn, next < work.count {
      history.episodes.append(addingCapacity: 2 * (work.count - next) + 2 * Self.mostSleeps) {
        goesOn =
          series.available >= plain.settled
          ? followSettled(work, &next, latest, times, plain, &series, &bounds, &$0)
          : followAdapting(work, &next, latest, times, plain, &series, &bounds, &$0)
      }
    }
    swap(&bounds, &history.bounds)
    guard next > first else { return }
    state.available = series.available * 60 + midnight
    state.atOnce = series.atOnce
    (state.dutyStart, state.dutyEnd) = (Int(series.duty.start), Int(series.duty.end))
  }

  private static func isWhole(_ seconds: Int) -> Bool { seconds % 60 == 0 }

  @inline(never)
  private func followSettled(
    _ work: Span<WorkInterval>, _ next: inout Int, _ latest: Int, _ times: WholeMinutes,
    _ plain: PlainStretch, _ series: inout PlainState, _ bounds: inout WakingBounds,
    _ episodes: inout OutputSpan<SleepEpisode>
  ) -> Bool {
    follow(
      work, &next, latest, times, plain, &series, &bounds, &episodes, isSettled: true)
  }

  @inline(never)
  private func followAdapting(
    _ work: Span<WorkInterval>, _ next: inout Int, _ latest: Int, _ times: WholeMinutes,
    _ plain: PlainStretch, _ series: inout PlainState, _ bounds: inout WakingBounds,
    _ episodes: inout OutputSpan<SleepEpisode>
  ) -> Bool {
    follow(
      work, &next, latest, times, plain, &series, &bounds, &episodes, isSettled: false)
  }

  /// The duties one by one: the sleeps before each, and what it does to the free time after it. All state in
  /// constants and variables of its own, and twice compiled, because most of a year's sleep is found here.
  ///
  /// - Parameter isSettled: The body clock is from here on.
  /// - Returns: Whether it stopped for want of room, or because the body clock has settled.
  @inline(__always)
  private func follow(
    _ work: Span<WorkInterval>, _ next: inout Int, _ latest: Int, _ times: WholeMinutes,
    _ plain: PlainStretch, _ series: inout PlainState, _ bounds: inout WakingBounds,
    _ episodes: inout OutputSpan<SleepEpisode>, isSettled: Bool
  ) -> Bool {
    // A span of a class needs a constant of its own.
    let curves = (tables.rhythm, tables.decay, tables.growth, tables.recovery)
    let rhythm = curves.0.span
    let decay = curves.1.span
    let growth = curves.2.span
    let recovery = curves.3.span
    let changed = (plain.adapting?.rhythm ?? [], plain.adapting?.aheads ?? [])
    let adapting = changed.0.span
    let aheads = changed.1.span
    let midnight = plain.midnight
    let (low, high) = (tables.parameters.homeostatic.low, tables.parameters.homeostatic.high)
    let (bend, slope) = (tables.parameters.homeostatic.bend, tables.parameters.homeostatic.slope)
    let rate = -tables.parameters.homeostatic.recovery
    let gapAtBend = high - bend
    let level = settings.wakeAlertness
    let room = episodes.capacity - Self.mostSleeps
    var index = next
    var (duty, available, atOnce) = (series.duty, series.available, series.atOnce)
    var (awakening, s, sleptSoFar) = (series.awakening, series.s, series.sleptSoFar)
    // Minute of the day at which one may go to bed.
    var freeAt = available % 1440
    defer {
      next = index
      series = PlainState(
        available: available, atOnce: atOnce, awakening: awakening, s: s, sleptSoFar: sleptSoFar,
        duty: duty)
    }
    while index < work.count {
      guard episodes.count <= room, isSettled || available < plain.settled else { return true }
      let start = work[index].start
      var end = work[index].end
      var following = index + 1
      while following < work.count,
        Int(work[following].start) - Int(end) < Self.shortestBreak
      {
        end = max(end, work[following].end)
        following += 1
      }
      // Of 136 years: what is added and taken away here is far from overflow.
      let begins = UInt32(truncatingIfNeeded: Int(start) &- midnight)
      let ends = UInt32(truncatingIfNeeded: Int(end) &- midnight)
      guard Int(end) < latest, begins % 60 == 0, ends % 60 == 0 else { return false }
      let startsAt = Int(begins / 60 % 1440)
      let alarm = Int(begins / 60) &- times.beforeDuty
      let free = alarm &- available
      guard free <= SleepSettings.longestGap / 60, startsAt < times.napsFrom else { return false }

      // Sleeps one after the other, all over by the alarm.
      let lastBed = alarm &- times.latencyAndShortest
      var now = available
      var minute = freeAt
      var left = 12
      while now <= lastBed {
        // One goes to bed.
        if atOnce {
          atOnce = false
        } else {
          var wait = times.bedtime &- minute
          if wait < 0 { wait &+= 1440 }
          if wait > 0, wait < times.waits {
            let awake = now &- awakening
            let pressure =
              awake == 0
              ? s
              : UInt(bitPattern: awake) < UInt(bitPattern: decay.count)
                ? low + (s - low) * decay[awake] : tables.awakeLong(from: s, minutes: awake)
            var isTired = pressure + tables.lowestRhythm <= settings.bedAlertness
            if isTired {
              let here =
                isSettled || now >= plain.settled
                ? rhythm[minute].x : adapting[now &- plain.from].x
              isTired = pressure + here <= settings.bedAlertness
            }
            if !isTired {
              now &+= wait
              minute = times.bedtime
              guard now <= lastBed else { break }
            }
          }
        }
        left &-= 1
        if left < 0, -left > Self.mostSleeps(in: free) - 12 { break }
        let onset = now &+ times.latency
        minute &+= times.latency
        if minute >= 1440 { minute &-= 1440 }
        let awake = onset &- awakening
        let onsetS =
          UInt(bitPattern: awake) < UInt(bitPattern: decay.count)
          ? low + (s - low) * decay[awake] : tables.awakeLong(from: s, minutes: awake)

        // S while asleep, as `ThreeProcessTables.sleep(from:)` has it, and the earliest awakening.
        let most = min(times.longest, alarm &- onset)
        let hasSettled = isSettled || onset >= plain.settled
        let place = onset &- plain.from
        var bendAfter = (bend - onsetS) * tables.hoursPerUnit
        let toBend = bendAfter * 60
        let gap: Double
        var minutes = 1
        var isSure = false
        if toBend >= 0, toBend < Double(ThreeProcessTables.minutesAsleep) {
          let whole = Int(toBend)
          let e = rate * ((toBend - Double(whole)) * (1.0 / 60))
          gap =
            gapAtBend
            * (growth[whole] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6 + e * (1.0 / 24))))))
          if hasSettled {
            let entry = bounds.entry(whole, minute, tables)
            (minutes, isSure) = (entry >> 1, entry & 1 != 0)
          } else {
            let ahead = aheads[Int(UInt32(truncatingIfNeeded: place) / 60)]
            var phase = minute &+ Int(ahead.x)
            if phase >= 1440 { phase &-= 1440 } else if phase < 0 { phase &+= 1440 }
            minutes = bounds.first(whole, phase, part: Int(ahead.y), tables)
          }
        } else {
          (bendAfter, gap) = tables.sleepOfRest(from: onsetS)
        }

        // One wakes by oneself, or the alarm rings before one can have.
        if minutes >= most {
          minutes = most
        } else if !isSure {
          let minutesPerUnit =
            hasSettled ? tables.minutesPerUnit : tables.minutesPerUnit / (1 - BodyClock.rate)
          while minutes < most {
            let s =
              Double(minutes) * (1.0 / 60) <= bendAfter
              ? onsetS + slope * (Double(minutes) * (1.0 / 60))
              : high - gap
                * (UInt(bitPattern: minutes) < UInt(bitPattern: recovery.count)
                  ? recovery[minutes] : tables.recovery(minute: minutes))
            let here =
              hasSettled ? rhythm[minute &+ minutes].x : adapting[place &+ minutes].x
            let below = level - (s + here)
            if !hasSettled, below.magnitude <= 2e-9 {
              minutes = closeLook(onsetS, onset, most, plain, &bounds)
              break
            }
            if below <= 0 { break }
            let ahead = below * minutesPerUnit
            guard ahead < Double(most &- minutes) else {
              minutes = most
              break
            }
            minutes &+= Int(ahead) &+ 1
          }
          if minutes > most { minutes = most }
        }

        now = onset &+ minutes
        minute &+= minutes
        if minute >= 1440 { minute &-= 1440 }
        let seconds = minutes &* 60
        let hours = Double(seconds) * (1.0 / 3600)
        s =
          hours > bendAfter
          ? high - gap
            * (UInt(bitPattern: minutes) < UInt(bitPattern: recovery.count)
              ? recovery[minutes] : tables.recovery(seconds: seconds))
          : onsetS + slope * hours
        sleptSoFar = seconds &+ (awake < SleepEpisode.dividingWake / 60 ? sleptSoFar : 0)
        awakening = now
        let onsetSeconds = onset &* 60 &+ midnight
        episodes.append(
          SleepEpisode(
            onset: Int32(truncatingIfNeeded: onsetSeconds),
            wake: Int32(truncatingIfNeeded: onsetSeconds &+ seconds), kind: .main,
            sleptSoFar: Int32(truncatingIfNeeded: sleptSoFar), onsetS: onsetS, wakeS: s))
      }

      duty = WorkInterval(start: start, end: end)
      index = following
      let length = Int((ends &- begins) / 60)
      freeAt = startsAt &+ length
      // At least 3 h of the duty lie inside 00–06 of one night: of that in which it starts, or of the next.
      atOnce = length >= 180 && startsAt <= 180 || freeAt >= 27 * 60
      if freeAt >= 1440 { freeAt %= 1440 }
      let rest = times.rest(after: freeAt)
      available = Int(ends / 60) &+ rest
      freeAt &+= rest
      while freeAt >= 1440 { freeAt &-= 1440 }
    }
    return false
  }

  /// Nobody has more than six main sleeps a day; odd settings may want them.
  @inline(never)
  private static func mostSleeps(in minutes: Int) -> Int { 6 * (2 + minutes / 1440) }

  /// Where the table of what the body clock does is too coarse.
  @inline(never)
  private func closeLook(
    _ s: Double, _ onset: Int, _ most: Int, _ plain: PlainStretch, _ bounds: inout WakingBounds
  ) -> Int {
    tables.minutesUntilWaking(
      tables.sleep(from: s), onset: onset * 60 + plain.midnight, clock: plain.clock,
      place: plain.place, level: settings.wakeAlertness, most: most, &bounds)
  }
}
