/// The Unified Model of Performance along one person's sleep.
///
/// A second opinion on nights in a row: L carries lack of sleep over weeks, which the three-process model does
/// not. Make one and fill it again for each person.
public struct UnifiedAlertness: Sendable {
  public let model: UnifiedModel
  /// Where each series starts: at the beginning of the history, and after long leave.
  public let start: UnifiedModel.State

  /// S and L at both ends of each sleep.
  private struct Episode: Sendable {
    var onset: Int
    var wake: Int
    var atOnset: UnifiedModel.State
    var atWake: UnifiedModel.State
  }
  private var episodes: [Episode] = []
  private var clock = BodyClock()
  /// κC and its change per minute, at each minute of the body clock's day and at its end.
  private let rhythm: [SIMD2<Double>]

  /// - Parameter start: Just awake; FIPS takes ``UnifiedModel/State/rested``.
  public init(model: UnifiedModel = UnifiedModel(), start: UnifiedModel.State = .rested) {
    self.model = model
    self.start = start
    rhythm = (0...1440).map { minute in
      let (value, slope) = model.rhythm(at: Double(minute) / 60)
      return SIMD2(value, slope / 60) * model.amplitude
    }
  }

  /// Takes over a history: sleep from its episodes, the hour from its body clock.
  public mutating func follow(_ history: SleepHistory) {
    episodes.removeAll(keepingCapacity: true)
    clock = history.clock
    var (state, since) = (start, 0)
    for episode in history.episodes {
      let (onset, wake) = (Int(episode.onset), Int(episode.wake))
      if episode.kind == .start {
        state = start
      } else {
        state = model.awake(from: state, after: Self.hours(onset - since))
      }
      let atWake = model.asleep(from: state, after: Self.hours(wake - onset))
      episodes.append(Episode(onset: onset, wake: wake, atOnset: state, atWake: atWake))
      (state, since) = (atWake, wake)
    }
  }

  private static func hours(_ seconds: Int) -> Hours { Hours(Double(max(0, seconds)) / 3600) }

  // MARK: One instant

  /// The model's state at one instant.
  public struct Moment: Hashable, Sendable {
    public var isAsleep: Bool
    /// Lapses.
    public var s: Double
    /// Lapses: the debt of weeks.
    public var l: Double
    /// Without unit, about −1 to 1.
    public var c: Double
    /// P in lapses as the model gives it, also under 0.
    public var p: Double
    /// Hours since sleep onset or awakening.
    public var sinceChange: Hours
  }

  /// - Parameters:
  ///   - seconds: From the origin; before the start of the series the state is that of the start.
  ///   - hint: The place to look from; set to the one found, so that a series in order costs no
  ///     searching.
  /// - Returns: nil before a history was followed. An instant at which a state ends belongs to the next.
  public func moment(_ seconds: Int32, near hint: inout Int) -> Moment? {
    guard !episodes.isEmpty else { return nil }
    hint = index(at: Int(seconds), near: hint)
    let episode = episodes[hint]
    let at = max(Int(seconds), episode.onset)
    let isAsleep = at < episode.wake
    let since = Self.hours(at - (isAsleep ? episode.onset : episode.wake))
    let state =
      isAsleep
      ? model.asleep(from: episode.atOnset, after: since)
      : model.awake(from: episode.atWake, after: since)
    let c = model.rhythm(at: clock.hour(at: at)).value
    return Moment(
      isAsleep: isAsleep, s: state.s, l: state.l, c: c, p: state.s + model.amplitude * c,
      sinceChange: since)
  }

  /// The last episode that begins no later.
  private func index(at seconds: Int, near hint: Int) -> Int {
    var i = min(max(hint, 0), episodes.count - 1)
    while i > 0, episodes[i].onset > seconds { i -= 1 }
    while i + 1 < episodes.count, episodes[i + 1].onset <= seconds { i += 1 }
    return i
  }

  // MARK: Duties

  /// One result per duty, in order; none before a history was followed.
  ///
  /// The peak is searched on the curve itself: where the slope changes sign between two points ten minutes
  /// apart. It is never too high. Between two such points with slopes of one sign a bump of up to
  /// 0.0031 lapses could hide (`|P″| ≤ 0.89` per hour²); C with its published parameters has none.
  ///
  /// - Parameters:
  ///   - duties: Sorted by start, seconds from the origin.
  ///   - results: Filled anew.
  public func evaluate(_ duties: Span<WorkInterval>, into results: inout [DutyLapses]) {
    results.removeAll(keepingCapacity: true)
    guard !episodes.isEmpty else { return }
    var first = 0
    for i in duties.indices {
      let (start, end) = (Int(duties[i].start), max(Int(duties[i].start), Int(duties[i].end)))
      first = index(at: start, near: first)
      results.append(evaluate(start, end, first))
    }
  }

  private func evaluate(_ start: Int, _ end: Int, _ first: Int) -> DutyLapses {
    var (highest, highestAt) = (-Double.infinity, end)
    var episode = first
    var stretch = clock.index(at: start)
    while true {
      let wake = episodes[episode].wake
      let nextOnset = episode + 1 < episodes.count ? episodes[episode + 1].onset : Int.max
      let to = min(end, nextOnset)
      var from = max(start, wake)
      while from < to || (from == end && highest == -.infinity) {
        stretch = clock.index(at: from, near: stretch)
        let pieceEnd = min(to, clock.stretches[stretch].to)
        // S rises while awake: every hour of the day is worst in the last days.
        from = max(from, pieceEnd - 2 * 86_400)
        let gap = model.highest - episodes[episode].atWake.s
        let (value, at) = highestAwake(
          from, pieceEnd, gap: gap * exp(-Self.hours(from - wake).value / model.wake),
          clock.stretches[stretch])
        if value > highest { (highest, highestAt) = (value, at) }
        if pieceEnd >= end { break }
        from = pieceEnd
      }
      guard nextOnset < end else { break }
      episode += 1
    }
    var hint = episode
    let last = moment(Int32(clamping: end), near: &hint)
    let atEnd = last?.p ?? highest
    // Asleep all through, as a recorded sleep may have it.
    if highest == -.infinity { highest = atEnd }
    return DutyLapses(
      peak: highest, peakAt: Int32(clamping: highestAt), end: atEnd, debt: last?.l ?? 0)
  }

  /// Seconds between two points of the search.
  private static let step = 600.0

  /// The highest P while awake in one stretch of the body clock, and when.
  ///
  /// - Parameter gap: U₀ − S at the beginning.
  private func highestAwake(
    _ from: Int, _ to: Int, gap: Double, _ clock: BodyClock.Stretch
  ) -> (value: Double, at: Int) {
    let curve = Curve(
      rhythm: rhythm, model: model, minute: Double(clock.secondOfDay(from)) / 60,
      lead: clock.lead(at: from) * 60, settled: Double(clock.settled - from))
    let fall = exp(-Self.step / 3600 / model.wake)
    var (x, gap) = (0.0, gap)
    let length = Double(to - from)
    var here = curve.point(x, gap)
    var best = (value: here.value, x: x)
    while x < length {
      let next = min(x + Self.step, length)
      let nextGap = next == x + Self.step ? gap * fall : curve.gap(gap, after: next - x)
      let there = curve.point(next, nextGap)
      if there.value > best.value { best = (there.value, next) }
      if here.slope > 0, there.slope < 0 {
        let top = curve.top(x, next, gap)
        if top.value > best.value { best = top }
      }
      (x, gap, here) = (next, nextGap, there)
    }
    return (best.value, from + Int(best.x + 0.5))
  }

  /// P while awake, by seconds from a start.
  private struct Curve {
    let rhythm: [SIMD2<Double>]
    let model: UnifiedModel
    /// Of the wall clock at the start, and how far ahead the body clock is there.
    let minute: Double
    let lead: Double
    /// From this second on there is no lead.
    let settled: Double

    /// U₀ − S after some more seconds.
    func gap(_ gap: Double, after seconds: Double) -> Double {
      gap * exp(-seconds / 3600 / model.wake)
    }

    /// P, and its change per minute.
    func point(_ x: Double, _ gap: Double) -> (value: Double, slope: Double) {
      let lead = x >= settled ? 0 : lead * exp(BodyClock.rate * x / 3600)
      let rhythm = rhythm(minute: minute + x / 60 + lead)
      return (
        model.highest - gap + rhythm.value,
        gap / (60 * model.wake) + rhythm.slope * (1 + lead * (BodyClock.rate / 60))
      )
    }

    /// The top between two points where P rises and falls.
    func top(_ a: Double, _ b: Double, _ gap: Double) -> (value: Double, x: Double) {
      var (low, high) = (a, b)
      // 600 s halved 20 times is under a millisecond, in which P at its top changes by 1e-14.
      for _ in 0..<20 {
        let middle = (low + high) / 2
        let slope = point(middle, self.gap(gap, after: middle - a)).slope
        if slope > 0 { low = middle } else { high = middle }
      }
      let x = (low + high) / 2
      return (point(x, self.gap(gap, after: x - a)).value, x)
    }

    /// κC and its change per minute, by a cubic through the two nearest whole minutes: within 1e-11.
    private func rhythm(minute: Double) -> (value: Double, slope: Double) {
      var day = minute
      // In this order: a hair under midnight becomes 1440.
      while day < 0 { day += 1440 }
      while day >= 1440 { day -= 1440 }
      let i = Int(day)
      let x = day - Double(i)
      let (a, b) = (rhythm[i], rhythm[i + 1])
      guard x > 0 else { return (a.x, a.y) }
      let rise = b.x - a.x
      let square = 3 * rise - 2 * a.y - b.y
      let cube = a.y + b.y - 2 * rise
      return (
        a.x + x * (a.y + x * (square + x * cube)), a.y + x * (2 * square + x * 3 * cube)
      )
    }
  }
}

/// What the Unified Model says about one duty, in lapses on a vigilance test of ten minutes.
public struct DutyLapses: Hashable, Sendable {
  /// The highest P awake on duty as the model gives it, also under 0, and when (seconds from the
  /// origin).
  public var peak: Double
  public var peakAt: Int32
  public var end: Double
  /// L at the end: lack of sleep carried over weeks.
  public var debt: Double

  /// What is compared with a limit.
  public var peakHundredths: Int { KSS(peak).hundredths }
}
