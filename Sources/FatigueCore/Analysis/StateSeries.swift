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
  /// - Parameters:
  ///   - from: The first row, seconds from the origin.
  ///   - through: The last row is at or before it.
  ///   - step: Seconds, 1 or more, else 1.
  public func forEach(
    from: Int32, through: Int32, step: Int32, _ body: (Row) -> Void
  ) {
    let step = Int64(max(step, 1))
    var (episode, next) = (0, 0)
    var time = Int64(from)
    while time <= Int64(through) {
      let at = Int32(clamping: time)
      guard let probe = model.probe(at, history, near: &episode) else { return }
      // The first duty whose way home is not over.
      while next < work.count, Int64(work[next].end) + Int64(model.commute) <= time { next += 1 }
      body(Row(time: at, state: state(at, probe, next), probe: probe))
      time += step
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
