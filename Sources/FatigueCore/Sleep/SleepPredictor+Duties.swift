/// What duties do to free time.
extension SleepPredictor {
  /// The end of the duty that starts at `next`, which moves past the intervals that belong to it.
  func mergedEnd(_ work: Span<WorkInterval>, _ next: inout Int) -> Int {
    var end = Int(work[next].end)
    next += 1
    while next < work.count, Int(work[next].start) - end < Self.shortestBreak {
      end = max(end, Int(work[next].end))
      next += 1
    }
    return end
  }

  /// - Parameter second: Of the day on which the duty ends.
  private func windDown(after second: Int) -> Int {
    if second >= 4 * 3600, second < 12 * 3600 { return windDownAfterNight }
    return second >= 20 * 3600 || second < 4 * 3600 ? windDownAfterEvening : windDownOtherwise
  }

  /// At least 3 h of the duty lie inside 00–06 of one local night.
  private func isNight(_ start: Int, _ end: Int, _ ending: BodyClock.Place, _ clock: BodyClock)
    -> Bool
  {
    let last = ending.stretch
    guard start < last.from else {
      let second = last.secondOfDay(start)
      // In the night in which it starts, or in the next: one that goes on holds the whole of that.
      return min(second + (end - start), 6 * 3600) - second >= 3 * 3600
        || second + (end - start) >= 27 * 3600
    }
    return isNightOverChange(start, end, ending, clock)
  }

  /// As above, where the clock is changed during the duty.
  @inline(never)
  private func isNightOverChange(
    _ start: Int, _ end: Int, _ ending: BodyClock.Place, _ clock: BodyClock
  ) -> Bool {
    let last = ending.stretch
    let first = clock.stretches[clock.index(at: start, near: ending.index)]
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

  /// The alarm before the first planned work from a position on; far away when there is none.
  func alarm(
    before next: Int, _ work: Span<WorkInterval>, _ callOuts: Span<WorkInterval>
  ) -> Int {
    var call = 0
    for i in next..<work.count {
      while call < callOuts.count, callOuts[call].start < work[i].start { call += 1 }
      guard call < callOuts.count, callOuts[call].start == work[i].start else {
        return Int(work[i].start) - commute - preparation
      }
    }
    return BodyClock.far
  }

  func isCallOut(
    _ duty: WorkInterval, _ callOuts: Span<WorkInterval>, _ state: inout State
  ) -> Bool {
    while state.callOut < callOuts.count, callOuts[state.callOut].start < duty.start {
      state.callOut += 1
    }
    // Two steps: the optimiser of Swift 6.3 fails on a span at the right side of `&&` here.
    guard state.callOut < callOuts.count else { return false }
    return callOuts[state.callOut].start == duty.start
  }

  /// When the first thing is that is known besides work.
  func firstKnown(
    besides work: Span<WorkInterval>, _ next: Int, _ naps: Span<SleepSpan>,
    _ callOuts: Span<WorkInterval>, _ runs: [SleepRecord.Run], _ run: Int, _ state: inout State
  ) -> Int {
    var first = run < runs.count ? Int(runs[run].from) : BodyClock.far
    if state.nap < naps.count { first = min(first, Int(naps[state.nap].onset)) }
    guard next < work.count else { return first }
    if isCallOut(work[next], callOuts, &state) { return min(first, Int(work[next].start)) }
    guard state.callOut < callOuts.count else { return first }
    return min(first, Int(callOuts[state.callOut].start))
  }

  /// When one may go to bed after the last duty.
  func endDuty(_ state: inout State, _ history: inout SleepHistory) {
    guard state.dutyEnd > -BodyClock.far else {
      state.available = history.lastWake
      return
    }
    history.clock.move(&state.place, to: state.dutyEnd)
    let rest = windDown(after: state.place.stretch.secondOfDay(state.dutyEnd))
    state.available = max(state.dutyEnd + commute + rest, history.lastWake)
    state.atOnce = isNight(state.dutyStart, state.dutyEnd, state.place, history.clock)
    if state.atOnce { state.notBefore = -BodyClock.far }
  }

  /// Seconds after the habitual bedtime in which one goes back to bed after a call-out. `Assumed:` by
  /// then the night is over.
  private static let night = 8 * 3600

  /// After a call-out that broke a sleep one goes to bed as after a night, if it is still night.
  func goBackToBed(_ state: inout State, _ history: SleepHistory) {
    let home = max(state.dutyEnd + commute + windDownAfterCallOut, history.lastWake)
    history.clock.move(&state.place, to: home)
    let since = (state.place.stretch.secondOfDay(home) - bedtime) %% 86_400
    guard since <= Self.night else { return }
    (state.available, state.atOnce) = (min(state.available, home), true)
    state.notBefore = -BodyClock.far
  }

  /// Naps declared inside the last duty, up to where a record begins.
  func takeNaps(
    _ naps: Span<SleepSpan>, cut: Int, _ state: inout State, _ history: inout SleepHistory
  ) {
    while state.nap < naps.count, Int(naps[state.nap].onset) < state.dutyEnd {
      let onset = max(Int(naps[state.nap].onset), history.lastWake)
      let wake = min(Int(naps[state.nap].wake), cut)
      state.nap += 1
      if onset < wake { history.sleep(from: onset, to: wake, .nap, tables) }
    }
  }
}
