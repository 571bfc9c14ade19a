/// What the model says about one duty. KSS as the model gives it, not clamped to 1–9.
public struct DutyAlertness: Hashable, Sendable {
  /// The highest KSS awake on duty, and when (seconds from the origin, the earliest of equals).
  public var peak: KSS
  public var peakAt: Int32
  /// Over the waking time of the duty.
  public var mean: KSS
  public var end: KSS
  /// On arrival home.
  public var home: KSS
  /// Waking minutes of the duty at KSS 7 or more, 8 or more.
  public var minutesAt7: Double
  public var minutesAt8: Double
  /// S + C + U at the peak and on arrival home.
  public var peakAlertness: Double
  public var homeAlertness: Double
  /// Seconds since the last awakening that counts (no nap under an hour).
  public var awakeAtEnd: Int32
  /// Seconds asleep in the 24 h and 48 h before the duty starts.
  public var sleep24: Int32
  public var sleep48: Int32
  /// Seconds asleep in the 24 h and 48 h before the duty ends.
  public var sleep24BeforeEnd: Int32
  public var sleep48BeforeEnd: Int32

  /// Of a rating of 7 or more by the median person, and of 8 or more.
  public var probabilityOf7: Double {
    SleepinessProbability.atLeast(7, alertness: peakAlertness)
  }
  public var probabilityOf8: Double {
    SleepinessProbability.atLeast(8, alertness: peakAlertness)
  }
  /// The same on arrival home.
  public var homeProbabilityOf7: Double {
    SleepinessProbability.atLeast(7, alertness: homeAlertness)
  }
  public var homeProbabilityOf8: Double {
    SleepinessProbability.atLeast(8, alertness: homeAlertness)
  }
  /// The peak of the sleepiest tenth of people.
  public var peakOfSleepiestTenth: KSS {
    KSS(peak.raw + SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset)
  }
  /// The share of people whose own mean is KSS 7 or more at the peak.
  public var shareOfPeopleAt7: Double {
    SleepinessProbability.shareOfPeople(atLeast: 7, kss: peak)
  }
}

/// What a screening keeps of one duty; the values of ``DutyAlertness``.
public struct DutyPeak: Hashable, Sendable {
  public var peak: KSS
  public var peakAt: Int32
  public var minutesAt7: Double
  public var minutesAt8: Double
  /// On arrival home.
  public var home = KSS(1)
  /// Seconds since the last awakening that counts (no nap under an hour).
  public var awakeAtEnd: Int32 = 0
  /// Seconds asleep in the 48 h before the duty starts, and in the 24 h and 48 h before it ends.
  public var sleep48: Int32 = 0
  public var sleep24BeforeEnd: Int32 = 0
  public var sleep48BeforeEnd: Int32 = 0
  /// Seconds asleep between the duty before and this one, of the last 48 h; nil for the first.
  public var sleepInRest: Int32?

  init(peak: KSS, peakAt: Int32, minutesAt7: Double, minutesAt8: Double) {
    self.peak = peak
    self.peakAt = peakAt
    self.minutesAt7 = minutesAt7
    self.minutesAt8 = minutesAt8
  }

  init(_ duty: DutyAlertness) {
    self.init(
      peak: duty.peak, peakAt: duty.peakAt, minutesAt7: duty.minutesAt7,
      minutesAt8: duty.minutesAt8)
    home = duty.home
    awakeAtEnd = duty.awakeAtEnd
    sleep48 = duty.sleep48
    sleep24BeforeEnd = duty.sleep24BeforeEnd
    sleep48BeforeEnd = duty.sleep48BeforeEnd
  }
}

extension ThreeProcessModel {
  /// One result per duty, in order.
  ///
  /// - Parameters:
  ///   - duties: One person's duties, sorted by start, seconds from the origin.
  ///   - history: That person's sleep.
  ///   - results: Filled anew.
  public func evaluate(
    _ duties: Span<WorkInterval>, _ history: SleepHistory, into results: inout [DutyAlertness]
  ) {
    results.removeAll(keepingCapacity: true)
    guard !history.episodes.isEmpty else { return }
    let episodes = history.episodes.span
    var (first, stretch) = (0, 0)
    for i in duties.indices {
      let (start, end) = (Int(duties[i].start), Int(duties[i].end))
      // The last episode that begins no later than the duty.
      while first + 1 < episodes.count, Int(episodes[first + 1].onset) <= start { first += 1 }
      stretch = history.clock.index(at: start, near: stretch)
      results.append(evaluate(start, max(end, start), episodes, first, history.clock, stretch))
    }
  }

  /// The peak of each duty and the minutes past a level, in order: what a screening needs.
  ///
  /// - Parameters: as ``evaluate(_:_:into:)``, whose values these are.
  public func screen(
    _ duties: Span<WorkInterval>, _ history: SleepHistory, into results: inout [DutyPeak]
  ) {
    results.removeAll(keepingCapacity: true)
    guard !history.episodes.isEmpty else { return }
    let episodes = history.episodes.span
    let level7 = scale.alertness(at: KSS(7))
    var first = 0
    var place = history.clock.beginning
    for i in duties.indices {
      let start = Int(duties[i].start)
      let end = max(Int(duties[i].end), start)
      while first + 1 < episodes.count, Int(episodes[first + 1].onset) <= start { first += 1 }
      history.clock.move(&place, to: start)
      let before = i == 0 ? nil : Int(duties[i - 1].end)
      if first + 1 == episodes.count || Int(episodes[first + 1].onset) >= end,
        let (lowest, at) = lowestAtEnds(start, end, after: episodes[first], place.stretch),
        lowest > level7
      {
        var duty = DutyPeak(
          peak: scale.kss(alertness: lowest), peakAt: Int32(clamping: at), minutesAt7: 0,
          minutesAt8: 0)
        surround(&duty, start, end, before, episodes, first, history.clock, place.index)
        results.append(duty)
        continue
      }
      let stretch = place.index
      let seen = watch(start, end, episodes, first, history.clock, stretch, withMean: false)
      guard seen.lowest < .infinity else {
        // Asleep all through: the rare case is left to the full evaluation.
        var duty = DutyPeak(evaluate(start, end, episodes, first, history.clock, stretch))
        surround(&duty, start, end, before, episodes, seen.episode, history.clock, seen.stretch)
        results.append(duty)
        continue
      }
      var duty = DutyPeak(
        peak: scale.kss(alertness: seen.lowest), peakAt: Int32(clamping: seen.lowestAt),
        minutesAt7: seen.hours7 * 60, minutesAt8: seen.hours8 * 60)
      surround(&duty, start, end, before, episodes, seen.episode, history.clock, seen.stretch)
      results.append(duty)
    }
  }

  /// The way home, and the sleep before the duty.
  ///
  /// - Parameters:
  ///   - before: The end of the duty before.
  ///   - last: The last episode that begins before the end.
  private func surround(
    _ duty: inout DutyPeak, _ start: Int, _ end: Int, _ before: Int?,
    _ episodes: Span<SleepEpisode>, _ last: Int, _ clock: BodyClock, _ stretch: Int
  ) {
    var episode = last
    let atHome = alertness(at: end + commute, episodes, &episode, clock, stretch)
    duty.home = scale.kss(alertness: atHome.sum)
    duty.awakeAtEnd = Int32(clamping: end - Self.lastAwakening(before: end, episodes, episode))
    let (day, earliest) = (86_400, start - 2 * 86_400)
    var (beforeStart, beforeEnd, twoDays, rest) = (0, 0, 0, 0)
    var i = last
    while i >= 0 {
      let (onset, wake) = (Int(episodes[i].onset), Int(episodes[i].wake))
      guard wake > earliest else { break }
      i -= 1
      func inside(_ from: Int, _ to: Int) -> Int { max(0, min(wake, to) - max(onset, from)) }
      beforeStart += inside(earliest, start)
      beforeEnd += inside(end - day, end)
      twoDays += inside(end - 2 * day, end)
      if let before { rest += inside(max(before, earliest), start) }
    }
    duty.sleep48 = Int32(beforeStart)
    duty.sleep24BeforeEnd = Int32(beforeEnd)
    duty.sleep48BeforeEnd = Int32(twoDays)
    duty.sleepInRest = before == nil ? nil : Int32(rest)
  }

  /// The lowest A of a duty all awake, and when, where it is at the start or at the end and times are whole
  /// minutes; nil where a closer look is needed. Most duties by day: the tests are those of
  /// ``WakingCurve/lowest()``.
  private func lowestAtEnds(
    _ start: Int, _ end: Int, after episode: SleepEpisode, _ clock: BodyClock.Stretch
  ) -> (value: Double, at: Int)? {
    let second = clock.secondOfDay(start)
    let (minute, length) = (second / 60, (end - start) / 60)
    let awake = (start - Int(episode.wake)) / 60
    guard !scale.countsInertia, end < clock.to, minute * 60 == second,
      length * 60 == end - start, length < 1440, awake >= 0,
      awake * 60 == start - Int(episode.wake), awake < ThreeProcessTables.minutesAwake,
      !tables.dip.isEmpty
    else { return nil }
    let homeostatic = tables.parameters.homeostatic
    let gap = (episode.wakeS - homeostatic.low) * tables.decay[awake]
    let gapAtEnd = gap * tables.decay[length]
    // The body clock's minutes, C + U and its slope per hour.
    var (from, to) = (Double(minute), Double(minute + length))
    var atStart: (value: Double, slope: Double)
    var atEnd: (value: Double, slope: Double)
    let isSettled = start >= clock.settled
    if isSettled {
      let last = minute + length < 1440 ? minute + length : minute + length - 1440
      atStart = (tables.rhythm[minute].x, tables.rhythm[minute].y * 60)
      atEnd = (tables.rhythm[last].x, tables.rhythm[last].y * 60)
    } else {
      let lead = clock.lead(at: start) * 60
      let leadAtEnd = lead * tables.fading(Double(length) * (1.0 / 60))
      (from, to) = (from + lead, to + leadAtEnd)
      guard from >= 0, from < 1440, to < 2880 else { return nil }
      let (first, last) = (
        tables.rhythmWithSlope(minute: from), tables.rhythmWithSlope(minute: to)
      )
      atStart = (first.value, first.slope * (60 + lead * BodyClock.rate))
      atEnd = (last.value, last.slope * (60 + leadAtEnd * BodyClock.rate))
    }
    var k = tables.firstZone[Int(from)]
    while k < tables.zonesInRow.count, Double(tables.zonesInRow[k].start) < to {
      let zone = tables.zonesInRow[k]
      k += 1
      guard zone.canBeLowest, Double(zone.end) > from else { continue }
      let until = max(0, Int(Double(zone.start) - from))
      let fall = -homeostatic.decay * gap * tables.decay[until]
      if fall < (isSettled ? zone.leastRiseSettled : zone.leastRise) { continue }
      // A falls first and rises then: one sign at an end tells that it does not turn in between.
      guard zone.single else { return nil }
      let rises = Double(zone.start) <= from && homeostatic.decay * gap + atStart.slope >= 0
      let falls = Double(zone.end) >= to && homeostatic.decay * gapAtEnd + atEnd.slope <= 0
      guard rises || falls else { return nil }
    }
    let first = homeostatic.low + gap + atStart.value
    let final = homeostatic.low + gapAtEnd + atEnd.value
    return final < first ? (final, end) : (first, start)
  }

  /// What is seen of the waking time of one duty.
  private struct Watch {
    var lowest = Double.infinity
    var lowestAt: Int
    /// A at the very end, when one is awake there.
    var awakeAtEnd: Double?
    /// A summed over `hours`; only with the mean.
    var sum = 0.0
    var hours = 0.0
    var hours7 = 0.0
    var hours8 = 0.0
    /// The episode and the stretch of the body clock at the end.
    var episode: Int
    var stretch: Int
  }

  private func watch(
    _ start: Int, _ end: Int, _ episodes: Span<SleepEpisode>, _ first: Int, _ clock: BodyClock,
    _ stretch: Int, withMean: Bool
  ) -> Watch {
    let level7 = scale.alertness(at: KSS(7))
    let level8 = scale.alertness(at: KSS(8))
    var seen = Watch(lowestAt: start, episode: first, stretch: stretch)
    while true {
      // Awake from this episode to the next one, in pieces that lie in one stretch of the clock.
      let wake = Int(episodes[seen.episode].wake)
      let nextOnset =
        seen.episode + 1 < episodes.count ? Int(episodes[seen.episode + 1].onset) : Int.max
      let to = min(end, nextOnset)
      var from = max(start, wake)
      while from < to || (from == end && seen.hours == 0) {
        while from >= clock.stretches[seen.stretch].to { seen.stretch += 1 }
        let pieceEnd = min(to, clock.stretches[seen.stretch].to)
        let curve = WakingCurve(
          tables: tables, from: from, to: pieceEnd, wake: wake, s: episodes[seen.episode].wakeS,
          clock: clock.stretches[seen.stretch], countsInertia: scale.countsInertia)
        let low = curve.lowest()
        if low.value < seen.lowest {
          seen.lowest = low.value
          seen.lowestAt = from + Int(low.x * 3600 + 0.5)
        }
        if withMean { seen.sum += curve.integral() }
        seen.hours += curve.length
        if low.value <= level7 { seen.hours7 += curve.hours(below: level7, known: low) }
        if low.value <= level8 { seen.hours8 += curve.hours(below: level8, known: low) }
        if pieceEnd >= end {
          seen.awakeAtEnd = low.end
          break
        }
        from = pieceEnd
      }
      guard nextOnset < end else { return seen }
      seen.episode += 1
    }
  }

  private func evaluate(
    _ start: Int, _ end: Int, _ episodes: Span<SleepEpisode>, _ first: Int, _ clock: BodyClock,
    _ stretch: Int
  ) -> DutyAlertness {
    let seen = watch(start, end, episodes, first, clock, stretch, withMean: true)
    var (lowest, lowestAt, episode) = (seen.lowest, seen.lowestAt, seen.episode)
    let (awakeAtEnd, sum, hours) = (seen.awakeAtEnd, seen.sum, seen.hours)
    let (hours7, hours8, stretch) = (seen.hours7, seen.hours8, seen.stretch)
    let atEnd: Double
    if let awakeAtEnd {
      atEnd = awakeAtEnd
    } else {
      atEnd = alertness(at: end, episodes, &episode, clock, stretch).sum
    }
    let atHome = alertness(at: end + commute, episodes, &episode, clock, stretch)
    if lowest == .infinity {
      // Asleep all through, as a recorded sleep may have it.
      (lowest, lowestAt) = (atEnd, end)
    }
    let mean = hours > 0 ? sum / hours : lowest
    let slept = Self.asleep(before: start, end, episodes, last: episode)
    return DutyAlertness(
      peak: scale.kss(alertness: lowest), peakAt: Int32(clamping: lowestAt),
      mean: scale.kss(alertness: mean), end: scale.kss(alertness: atEnd),
      home: scale.kss(alertness: atHome.sum), minutesAt7: hours7 * 60, minutesAt8: hours8 * 60,
      peakAlertness: withoutInertia(lowest, at: lowestAt, episodes, episode),
      homeAlertness: atHome.rhythmic,
      awakeAtEnd: Int32(clamping: end - Self.lastAwakening(before: end, episodes, episode)),
      sleep24: slept.day, sleep48: slept.twoDays, sleep24BeforeEnd: slept.dayBeforeEnd,
      sleep48BeforeEnd: slept.twoDaysBeforeEnd)
  }

  /// A on the model's scale, and S + C + U, at a time at or after the episode's onset.
  private func alertness(
    at seconds: Int, _ episodes: Span<SleepEpisode>, _ episode: inout Int, _ clock: BodyClock,
    _ stretch: Int
  ) -> (sum: Double, rhythmic: Double) {
    while episode + 1 < episodes.count, Int(episodes[episode + 1].onset) <= seconds { episode += 1 }
    let place = clock.stretches[clock.index(at: seconds, near: stretch)]
    let minute = Double(place.secondOfDay(seconds)) / 60 + place.lead(at: seconds) * 60
    let current = episodes[episode]
    let s: Double
    if seconds < Int(current.wake) {
      let course = tables.parameters.homeostatic.sleep(from: current.onsetS)
      s = tables.asleep(course, seconds: seconds - Int(current.onset))
    } else {
      s = tables.awake(from: current.wakeS, seconds: seconds - Int(current.wake))
    }
    let rhythmic = s + tables.rhythm(minute: minute)
    return (rhythmic + inertia(at: seconds, since: Int(current.wake)), rhythmic)
  }

  /// W where the scale counts it; none in sleep.
  private func inertia(at seconds: Int, since wake: Int) -> Double {
    guard scale.countsInertia, seconds >= wake else { return 0 }
    return tables.parameters.inertia.value(awake: Hours(Double(seconds - wake) / 3600))
  }

  private func withoutInertia(
    _ alertness: Double, at seconds: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> Double {
    guard scale.countsInertia else { return alertness }
    var i = last
    while i > 0, Int(episodes[i].onset) > seconds { i -= 1 }
    return alertness - inertia(at: seconds, since: Int(episodes[i].wake))
  }

  private static func lastAwakening(
    before end: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> Int {
    var i = last
    while i > 0 {
      let episode = episodes[i]
      if Int(episode.wake) <= end, episode.resetsWake { break }
      i -= 1
    }
    return min(Int(episodes[i].wake), end)
  }

  private static func asleep(
    before start: Int, _ end: Int, _ episodes: Span<SleepEpisode>, last: Int
  ) -> (day: Int32, twoDays: Int32, dayBeforeEnd: Int32, twoDaysBeforeEnd: Int32) {
    let day = 86_400
    var (a, b, c, d) = (0, 0, 0, 0)
    var i = last
    let earliest = min(start, end) - 2 * day
    while i >= 0, Int(episodes[i].wake) > earliest {
      let (onset, wake) = (Int(episodes[i].onset), Int(episodes[i].wake))
      i -= 1
      func inside(_ from: Int, _ to: Int) -> Int { max(0, min(wake, to) - max(onset, from)) }
      a += inside(start - day, start)
      b += inside(start - 2 * day, start)
      c += inside(end - day, end)
      d += inside(end - 2 * day, end)
    }
    return (Int32(a), Int32(b), Int32(c), Int32(d))
  }
}
