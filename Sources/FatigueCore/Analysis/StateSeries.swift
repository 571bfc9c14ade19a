/// One person's states step by step: what `predict` prints and what curves are drawn from.
public struct StateSeries: Sendable {
  /// What a person does at an instant. One at which a state ends belongs to the next.
  public enum State: String, Sendable {
    case sleep, nap, wake, work, commute
  }

  public struct Row: Sendable {
    /// Seconds from the origin.
    public var time: Int32
    public var state: State
    public var probe: Probe
    /// Before the series begins: a plain night's sleep stands for what is not known.
    public var isBeforeStart = false
  }

  public let model: ThreeProcessModel
  public let history: SleepHistory
  /// Sorted, not overlapping; empty where only sleep is known.
  public let work: [WorkInterval]

  public init(_ model: ThreeProcessModel, _ history: SleepHistory, work: [WorkInterval] = []) {
    self.model = model
    self.history = history
    self.work = work
  }

  /// Calls `body` with every row in order; nothing when no sleep is known.
  ///
  /// Before the start of the series, and in leave of months in which nothing is predicted, rows are those of
  /// someone who sleeps eight hours every night: the well rested with whom the series begins.
  ///
  /// - Parameters:
  ///   - from: The first row, seconds from the origin.
  ///   - through: The last row is at or before it.
  ///   - step: Seconds, 1 or more, else 1.
  public func forEach(
    from: Int32, through: Int32, step: Int32, _ body: (Row) -> Void
  ) {
    forEach(in: [(from, through)], step: step) { _, row in body(row) }
  }

  /// The same for several stretches, in order of time: their places are found in one walk.
  ///
  /// - Parameter body: Called with the place of the stretch in `spans`.
  func forEach(
    in spans: [(from: Int32, through: Int32)], step: Int32, _ body: (Int, Row) -> Void
  ) {
    guard let first = spans.first else { return }
    let step = Int64(max(step, 1))
    var (episode, next) = (0, 0)
    let history = history.withPlainNights(from: Int(first.from), model.tables)
    let start = Int64(self.history.episodes.first?.onset ?? .min)
    for (place, span) in spans.enumerated() {
      var time = Int64(span.from)
      while time <= Int64(span.through) {
        let at = Int32(clamping: time)
        guard let probe = model.probe(at, history, near: &episode) else { return }
        // The first duty whose way home is not over.
        while next < work.count, Int64(work[next].end) + Int64(model.commute) <= time {
          next += 1
        }
        body(
          place,
          Row(time: at, state: state(at, probe, next), probe: probe, isBeforeStart: time < start))
        time += step
      }
    }
  }

  private func state(_ time: Int32, _ probe: Probe, _ next: Int) -> State {
    switch probe.state {
    case .main: return .sleep
    case .nap: return .nap
    case .awake: break
    }
    var isOnTheWay = false
    for duty in work[next...] {
      if duty.start <= time, time < duty.end { return .work }
      if Int64(duty.start) - Int64(model.commute) > Int64(time) { break }
      isOnTheWay = true
    }
    return isOnTheWay ? .commute : .wake
  }
}

extension SleepHistory {
  /// The history with nights of eight hours before each start of the series, as someone has them who
  /// awakes there with S 13.82 every morning.
  ///
  /// - Parameter from: The first night begins a day before it at the latest.
  func withPlainNights(from: Int, _ tables: ThreeProcessTables) -> SleepHistory {
    let isFilled = episodes.dropFirst().contains { $0.kind == .start }
    guard let first = episodes.first, isFilled || from < Int(first.onset) else { return self }
    var filled = SleepHistory()
    filled.clock = clock
    for episode in episodes {
      let morning = Int(episode.onset)
      if episode.kind == .start, filled.episodes.isEmpty {
        let days = max(0, (morning - from + 86_399) / 86_400)
        filled.begin(at: morning - days * 86_400, s: ThreeProcessParameters.wellRested)
      }
      if episode.kind == .start {
        let nights = max(0, (morning - filled.lastWake) / 86_400)
        for days in (0..<nights).reversed() {
          let wake = morning - days * 86_400
          filled.sleep(from: wake - Self.plainNight, to: wake, .main, tables)
        }
      }
      filled.episodes.append(episode)
    }
    return filled
  }

  /// 23:00 to 07:00, of which S 13.82 at waking is the fixed point.
  private static let plainNight = 8 * 3600
}
