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
  public var sleepInRest: Int32? {
    get { sleepInRestOrMost == .max ? nil : sleepInRestOrMost }
    set { sleepInRestOrMost = newValue ?? .max }
  }
  /// The same, but longer than any sleep for the first.
  private(set) var sleepInRestOrMost = Int32.max

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
    results.removeAll(keepingCapacity: true)
    guard !history.episodes.isEmpty else { return }
    let episodes = history.episodes.span
    let settled = tables.rhythm
    var first = 0
    var place = history.clock.beginning
    for i in duties.indices {
      let start = Int(duties[i].start)
      let end = max(Int(duties[i].end), start)
      while first + 1 < episodes.count, Int(episodes[first + 1].onset) <= start { first += 1 }
      history.clock.move(&place, to: start)
      let before = i == 0 ? nil : Int(duties[i - 1].end)
      if let way {
        let times = PlainDuty.Times(start, end, way: way, episodes, first)
        if start >= place.stretch.settled, let duty = PlainDuty(tables, times, place.stretch),
          let seen = watch(duty, settled.span)
        {
          results.append(peak(duty, seen, times, before, episodes, first))
          continue
        }
        if let peak = screenWhileAdapting(times, place.stretch, history, before, episodes, first) {
          Self.append(peak, to: &results)
          continue
        }
      }
      let peak = look(start, end, before, episodes, first, history.clock, place.index)
      Self.append(peak, to: &results)
    }
  }

  /// Apart, so that the results of plain duties are written where they belong and not first somewhere else.
  @inline(never)
  private static func append(_ peak: DutyPeak, to results: inout [DutyPeak]) {
    results.append(peak)
  }

  /// A plain duty while the body clock follows a change; else nil.
  @inline(never)
  private func screenWhileAdapting(
    _ times: PlainDuty.Times, _ stretch: BodyClock.Stretch, _ history: borrowing SleepHistory,
    _ before: Int?, _ episodes: Span<SleepEpisode>, _ first: Int
  ) -> DutyPeak? {
    guard times.start < stretch.settled, let adapting = history.rhythm(of: stretch),
      let duty = PlainDuty(tables, times, stretch, adapting)
    else { return nil }
    let rhythm = adapting.rhythm
    guard let seen = watch(duty, rhythm.span) else { return nil }
    return peak(duty, seen, times, before, episodes, first)
  }

  @inline(__always)
  private func peak(
    _ duty: PlainDuty, _ seen: PlainWatch, _ times: PlainDuty.Times, _ before: Int?,
    _ episodes: Span<SleepEpisode>, _ first: Int
  ) -> DutyPeak {
    var peak = DutyPeak(
      peak: scale.kss(alertness: seen.lowest.value),
      peakAt: Int32(clamping: times.start + Int(seen.lowest.at * 60 + 0.5)),
      minutesAt7: seen.minutesAt7, minutesAt8: seen.minutesAt8)
    peak.home = scale.kss(alertness: duty.atHome)
    peak.awakeAtEnd = Self.awake(at: times.end, after: episodes, first)
    peak.addSleep(before: times.start, times.end, lastEnd: before, before: episodes, first)
    return peak
  }

  /// A duty that is not plain.
  private func look(
    _ start: Int, _ end: Int, _ before: Int?, _ episodes: Span<SleepEpisode>, _ first: Int,
    _ clock: BodyClock, _ stretch: Int
  ) -> DutyPeak {
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
    duty.addSleep(before: start, end, lastEnd: before, episodes, seen.episode)
    return duty
  }
}

extension DutyPeak {
  /// The sleep in the days before a duty's start and end, when none of it is on duty.
  ///
  /// - Parameters:
  ///   - lastEnd: Of the duty before.
  ///   - last: The last episode before the start.
  @inline(__always)
  fileprivate mutating func addSleep(
    before start: Int, _ end: Int, lastEnd: Int?, before episodes: Span<SleepEpisode>,
    _ last: Int
  ) {
    let day = Int32(86_400)
    let (start, end) = (SleepBefore.moment(start), SleepBefore.moment(end))
    let earliest = start - 2 * day
    let rested = lastEnd.map { max(Int32(clamping: $0), earliest) } ?? start
    let slept = SleepBefore.seconds(
      since: SIMD4(earliest, end - day, end - 2 * day, rested), episodes, last)
    (sleep48, sleep24BeforeEnd, sleep48BeforeEnd) = (slept.x, slept.y, slept.z)
    sleepInRest = lastEnd == nil ? nil : slept.w
  }

  /// The sleep in the days before a duty's start and end.
  ///
  /// - Parameters:
  ///   - lastEnd: Of the duty before.
  ///   - last: The last episode that begins before the end.
  @inline(__always)
  fileprivate mutating func addSleep(
    before start: Int, _ end: Int, lastEnd: Int?, _ episodes: Span<SleepEpisode>, _ last: Int
  ) {
    let (day, earliest) = (86_400, start - 2 * 86_400)
    let rested = lastEnd.map { max($0, earliest) } ?? start
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
    sleepInRest = lastEnd == nil ? nil : Int32(rest)
  }
}
