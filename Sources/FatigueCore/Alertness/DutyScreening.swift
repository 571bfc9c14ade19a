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
  public var sleep48: Int32 {
    get { slept.x }
    set { slept.x = newValue }
  }
  public var sleep24BeforeEnd: Int32 {
    get { slept.y }
    set { slept.y = newValue }
  }
  public var sleep48BeforeEnd: Int32 {
    get { slept.z }
    set { slept.z = newValue }
  }
  /// Seconds asleep between the duty before and this one, of the last 48 h; nil for the first.
  public var sleepInRest: Int32? {
    get { sleepInRestOrMost == .max ? nil : sleepInRestOrMost }
    set { sleepInRestOrMost = newValue ?? .max }
  }
  /// The same, but longer than any sleep for the first.
  private(set) var sleepInRestOrMost: Int32 {
    get { slept.w }
    set { slept.w = newValue }
  }
  /// All four.
  fileprivate var slept = SIMD4<Int32>(0, 0, 0, .max)

  /// Nothing, to be filled.
  fileprivate static let blank = DutyPeak(peak: KSS(1), peakAt: 0, minutesAt7: 0, minutesAt8: 0)

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
  /// The peak of each duty and the minutes past a level, in order: what a screening needs.
  ///
  /// - Parameters: as ``evaluate(_:_:into:)``, whose values these are.
  public func screen(
    _ duties: Span<WorkInterval>, _ history: SleepHistory, into results: inout [DutyPeak]
  ) {
    guard !history.episodes.isEmpty, !duties.isEmpty else {
      results.removeAll(keepingCapacity: true)
      return
    }
    // Written where they belong, over what is there.
    results.removeLast(max(0, results.count - duties.count))
    results.append(contentsOf: repeatElement(.blank, count: duties.count - results.count))
    let settled = tables.rhythm
    var walk = Walk(place: history.clock.beginning)
    while walk.duty < duties.count {
      let start = Int(duties[walk.duty].start)
      history.clock.move(&walk.place, to: start)
      let stretch = walk.place.stretch
      if let way, start >= stretch.settled {
        let dates = stretch.settled..<stretch.to
        screen(duties, history, dates, way, settled.span, nil, &walk, into: &results)
      } else if let way, let adapting = history.rhythm(of: stretch) {
        let dates = stretch.from..<min(stretch.settled, stretch.to)
        let rhythm = adapting.rhythm
        screen(duties, history, dates, way, rhythm.span, adapting, &walk, into: &results)
      } else {
        let episodes = history.episodes.span
        while Self.onset(walk.episode + 1, episodes) <= start { walk.episode += 1 }
        results[walk.duty] = look(
          duties, walk.duty, history, walk.episode, stretch: walk.place.index)
        walk.duty += 1
      }
    }
    // Before the first there was none.
    results[0].sleepInRest = nil
  }

  /// How far a screening has come.
  private struct Walk {
    var place: BodyClock.Place
    /// The next duty, and an episode that begins no later than it.
    var duty = 0
    var episode = 0
  }

  /// When an episode begins; never where there is none.
  @inline(__always)
  private static func onset(_ episode: Int, _ episodes: Span<SleepEpisode>) -> Int {
    episode < episodes.count ? Int(episodes[episode].onset) : .max
  }

  /// Goes on through the duties that begin in one stretch of the body clock.
  ///
  /// - Parameters:
  ///   - dates: When they begin, in seconds from the origin.
  ///   - rhythm: C + U there, as for ``PlainDuty``.
  @inline(__always)
  private func screen(
    _ duties: Span<WorkInterval>, _ history: SleepHistory, _ dates: Range<Int>, _ way: Int32,
    _ rhythm: Span<SIMD2<Double>>, _ adapting: AdaptingRhythm?, _ walk: inout Walk,
    into results: inout [DutyPeak]
  ) {
    let episodes = history.episodes.span
    let stretch = walk.place.stretch
    var results = results.mutableSpan
    // The first episode that begins after the duty.
    var (i, following) = (walk.duty, walk.episode + 1)
    var next = Self.onset(following, episodes)
    var lastEnd = i > 0 ? Int(duties[i - 1].end) : 0
    while i < duties.count {
      let start = Int(duties[i].start)
      guard dates.contains(start) else { break }
      let end = max(Int(duties[i].end), start)
      while next <= start {
        following &+= 1
        next = Self.onset(following, episodes)
      }
      let last = following - 1
      let times = PlainDuty.Times(start, end, way: way, episodes[last], next: next)
      if let duty = PlainDuty(tables, times, stretch, rhythm, adapting),
        let seen = watchQuickly(duty, times, rhythm, adapting)
      {
        var peak = DutyPeak(
          peak: scale.kss(alertness: seen.lowest), peakAt: Int32(truncatingIfNeeded: seen.at),
          minutesAt7: seen.minutesAt7, minutesAt8: seen.minutesAt8)
        peak.home = scale.kss(alertness: duty.atHome)
        peak.awakeAtEnd = Self.awake(at: end, after: episodes, last)
        peak.addSleep(before: start, duty.length * 60, lastEnd: lastEnd, episodes, last)
        results[i] = peak
      } else {
        results[i] = look(duties, i, history, last, stretch: walk.place.index)
      }
      lastEnd = Int(duties[i].end)
      i += 1
    }
    (walk.duty, walk.episode) = (i, following - 1)
  }

  /// Nil where a closer look is needed.
  @inline(__always)
  private func watchQuickly(
    _ duty: PlainDuty, _ times: PlainDuty.Times, _ rhythm: Span<SIMD2<Double>>,
    _ adapting: AdaptingRhythm?
  ) -> (lowest: Double, at: Int, minutesAt7: Double, minutesAt8: Double)? {
    let lowest = min(duty.atStart, duty.atEnd)
    if lowest > levels.seven, duty.isLowestAtEnds(tables, adapting) {
      return (lowest, duty.atEnd < duty.atStart ? times.end : times.start, 0, 0)
    }
    guard let seen = watch(PlainDuty(duty), rhythm, adapting) else { return nil }
    let at = times.start + Int(seen.lowest.at * 60 + 0.5)
    return (seen.lowest.value, at, seen.minutesAt7, seen.minutesAt8)
  }

  /// A duty that is not plain.
  @inline(never)
  private func look(
    _ duties: Span<WorkInterval>, _ i: Int, _ history: SleepHistory, _ first: Int, stretch: Int
  ) -> DutyPeak {
    let start = Int(duties[i].start)
    let end = max(Int(duties[i].end), start)
    let (episodes, clock) = (history.episodes.span, history.clock)
    let seen = watch(start, end, episodes, first, clock, stretch, withMean: false)
    var duty =
      // Asleep all through: the rare case is left to the full evaluation.
      seen.lowest == .infinity
      ? DutyPeak(evaluate(start, end, episodes, first, clock, stretch))
      : DutyPeak(
        peak: scale.kss(alertness: seen.lowest), peakAt: Int32(clamping: seen.lowestAt),
        minutesAt7: seen.hours7 * 60, minutesAt8: seen.hours8 * 60)
    var episode = seen.episode
    let atHome = alertness(at: end + commute, episodes, &episode, clock, seen.stretch)
    duty.home = scale.kss(alertness: atHome.sum)
    duty.awakeAtEnd = Int32(clamping: end - Self.lastAwakening(before: end, episodes, episode))
    let before = i > 0 ? Int(duties[i - 1].end) : start
    duty.addSleepBetween(start, end, lastEnd: before, episodes, seen.episode)
    return duty
  }
}

extension DutyPeak {
  /// The sleep in the days before a duty's start and end, when none of it is on duty.
  ///
  /// - Parameters:
  ///   - length: Of the duty, in seconds.
  ///   - lastEnd: Of the duty before.
  ///   - last: The last episode before the start.
  @inline(__always)
  fileprivate mutating func addSleep(
    before start: Int, _ length: Int, lastEnd: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) {
    let base = start - 2 * 86_400
    let length = Float(Int32(truncatingIfNeeded: length))
    slept = SleepBefore.seconds(
      since: SIMD4(0, length + 86_400, length, Float(max(lastEnd - base, 0))), from: base,
      episodes, last)
  }

  /// The sleep in the days before a duty's start and end.
  ///
  /// - Parameters:
  ///   - lastEnd: Of the duty before.
  ///   - last: The last episode that begins before the end.
  fileprivate mutating func addSleepBetween(
    _ start: Int, _ end: Int, lastEnd: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) {
    let (day, earliest) = (86_400, start - 2 * 86_400)
    let rested = max(lastEnd, earliest)
    var (beforeStart, beforeEnd, twoDays, rest) = (0, 0, 0, 0)
    var i = last
    while i >= 0 {
      let (onset, wake) = (Int(episodes[i].onset), Int(episodes[i].wake))
      guard wake > earliest else { break }
      i -= 1
      let (untilStart, untilEnd) = (min(wake, start), min(wake, end))
      beforeStart += max(0, untilStart - max(onset, earliest))
      rest += max(0, untilStart - max(onset, rested))
      beforeEnd += max(0, untilEnd - max(onset, end - day))
      twoDays += max(0, untilEnd - max(onset, end - 2 * day))
    }
    sleep48 = Int32(beforeStart)
    sleep24BeforeEnd = Int32(beforeEnd)
    sleep48BeforeEnd = Int32(twoDays)
    sleepInRest = Int32(rest)
  }
}
