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

  /// Nothing, to be filled.
  static let blank = DutyAlertness(
    peak: KSS(1), peakAt: 0, mean: KSS(1), end: KSS(1), home: KSS(1), minutesAt7: 0,
    minutesAt8: 0, peakAlertness: 0, homeAlertness: 0, awakeAtEnd: 0, sleep24: 0, sleep48: 0,
    sleep24BeforeEnd: 0, sleep48BeforeEnd: 0)

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
    guard !history.episodes.isEmpty else {
      results.removeAll(keepingCapacity: true)
      return
    }
    // Written where they belong, one value after the other: to make a whole one and copy it takes as long
    // as to compute it. What is there already is written over.
    results.removeLast(max(0, results.count - duties.count))
    results.append(contentsOf: repeatElement(.blank, count: duties.count - results.count))
    var results = results.mutableSpan
    let episodes = history.episodes.span
    let settled = tables.rhythm
    var sums: (of: Int, values: [Double]) = (-1, [])
    var first = 0
    var place = history.clock.beginning
    for i in duties.indices {
      let start = Int(duties[i].start)
      let end = max(Int(duties[i].end), start)
      // The last episode that begins no later than the duty.
      while first + 1 < episodes.count, Int(episodes[first + 1].onset) <= start { first += 1 }
      history.clock.move(&place, to: start)
      if let way {
        let next = first + 1 < episodes.count ? Int(episodes[first + 1].onset) : Int.max
        let times = PlainDuty.Times(start, end, way: way, episodes[first], next: next)
        if start >= place.stretch.settled {
          if let duty = PlainDuty(tables, times, place.stretch, settled.span, nil),
            let seen = watch(duty, settled.span, nil)
          {
            fill(&results[i], duty, seen, duty.integral(tables), times, episodes, first)
            continue
          }
        } else if fillWhileAdapting(
          &results[i], times, place.stretch, history, episodes, first, &sums)
        {
          continue
        }
      }
      results[i] = evaluate(start, end, episodes, first, history.clock, place.index)
    }
  }

  /// A plain duty while the body clock follows a change; false for others.
  ///
  /// - Parameter sums: C + U summed over time, of the rhythm of the duty before that asked for it.
  @inline(never)
  private func fillWhileAdapting(
    _ result: inout DutyAlertness, _ times: PlainDuty.Times, _ stretch: BodyClock.Stretch,
    _ history: borrowing SleepHistory, _ episodes: Span<SleepEpisode>, _ first: Int,
    _ sums: inout (of: Int, values: [Double])
  ) -> Bool {
    guard let adapting = history.rhythm(of: stretch) else { return false }
    let rhythm = adapting.rhythm
    guard let duty = PlainDuty(tables, times, stretch, rhythm.span, adapting),
      let seen = watch(duty, rhythm.span, adapting)
    else { return false }
    if sums.of != stretch.rhythm { sums = (stretch.rhythm, adapting.integral) }
    fill(&result, duty, seen, duty.integral(tables, sums.values), times, episodes, first)
    return true
  }

  /// The lowest A of a plain duty, with its place, and the minutes past KSS 7 and 8.
  struct PlainWatch {
    var lowest: PlainDuty.Lowest
    var minutesAt7 = 0.0
    var minutesAt8 = 0.0
  }

  /// Nil where a closer look is needed.
  ///
  /// - Parameters:
  ///   - rhythm: What the duty was made with.
  ///   - adapting: The same.
  @inline(never)
  func watch(
    _ duty: PlainDuty, _ rhythm: Span<SIMD2<Double>>, _ adapting: AdaptingRhythm?
  ) -> PlainWatch? {
    guard let lowest = duty.lowest(tables, rhythm, adapting) else { return nil }
    guard lowest.value <= levels.seven else { return PlainWatch(lowest: lowest) }
    guard !duty.mayHaveHighest(tables, adapting) else { return nil }
    return PlainWatch(
      lowest: lowest, minutesAt7: duty.minutes(below: levels.seven, lowest, tables, rhythm),
      minutesAt8: duty.minutes(below: levels.eight, lowest, tables, rhythm))
  }

  /// - Parameter sum: A over the duty, in model units times hours.
  @inline(__always)
  private func fill(
    _ result: inout DutyAlertness, _ duty: PlainDuty, _ seen: PlainWatch, _ sum: Double,
    _ times: PlainDuty.Times, _ episodes: Span<SleepEpisode>, _ last: Int
  ) {
    result.peak = scale.kss(alertness: seen.lowest.value)
    result.peakAt = Int32(clamping: times.start + Int(seen.lowest.at * 60 + 0.5))
    let mean = duty.length > 0 ? sum * (60 / Double(duty.length)) : seen.lowest.value
    result.mean = scale.kss(alertness: mean)
    result.end = scale.kss(alertness: duty.atEnd)
    result.home = scale.kss(alertness: duty.atHome)
    (result.minutesAt7, result.minutesAt8) = (seen.minutesAt7, seen.minutesAt8)
    (result.peakAlertness, result.homeAlertness) = (seen.lowest.value, duty.atHome)
    result.awakeAtEnd = Self.awake(at: times.end, after: episodes, last)
    let length = Float(duty.length * 60)
    let slept = SleepBefore.seconds(
      since: SIMD4(86_400, 0, length + 86_400, length), from: times.start - 2 * 86_400, episodes,
      last)
    (result.sleep24, result.sleep48) = (slept.x, slept.y)
    (result.sleep24BeforeEnd, result.sleep48BeforeEnd) = (slept.z, slept.w)
  }

  /// What is seen of the waking time of one duty.
  struct Watch {
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

  func watch(
    _ start: Int, _ end: Int, _ episodes: Span<SleepEpisode>, _ first: Int, _ clock: BodyClock,
    _ stretch: Int, withMean: Bool
  ) -> Watch {
    let (level7, level8) = levels
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

  func evaluate(
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
  func alertness(
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

  /// Seconds awake at the end of a plain duty.
  @inline(__always)
  static func awake(at end: Int, after episodes: Span<SleepEpisode>, _ last: Int) -> Int32 {
    // That begins less than a day later, and lasts less than one.
    if episodes[last].resetsWake {
      return Int32(truncatingIfNeeded: end - Int(episodes[last].wake))
    }
    return awakeSinceMainSleep(at: end, episodes, last)
  }

  @inline(never)
  private static func awakeSinceMainSleep(
    at end: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> Int32 {
    Int32(clamping: end - lastAwakening(before: end, episodes, last))
  }

  static func lastAwakening(
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
