/// The most that the indices of a duty can be.
public struct IndexBound: Hashable, Sendable {
  public var fatigue: Double
  public var risk: Double
}

/// A run of duties followed up to the start of another duty, to be gone on with from there.
struct IndexBeginning: Sendable {
  fileprivate var sequence: DutySequence
}

extension FatigueRiskIndex {
  /// What has added up before a duty.
  ///
  /// - Parameters:
  ///   - before: Duties by start, not overlapping, at least one.
  ///   - next: The duty after them.
  mutating func beginning(
    _ before: [WorkInterval], upTo next: WorkInterval, clock: inout ZoneCursor, origin: Instant
  ) -> IndexBeginning {
    var sequence = DutySequence()
    let duties = (before + [next]).map { LocalDuty($0, &clock, origin) }
    let dayZero = duties[0].day - 1
    for (duty, next) in zip(duties, duties.dropFirst()) {
      let place = shifts.place(second: duty.secondOfDay, length: duty.length)
      _ = sequence.add(
        shifts[place], night: duty.night(since: dayZero), off: duty.off,
        nextNight: next.night(since: dayZero), rest: Double(next.start - duty.end) / 3600)
    }
    // From here on nights are counted from the day of the next duty, whatever came before.
    sequence.fatigue.renumber(by: Self.dayOfNext - (duties[duties.count - 1].day - dayZero))
    return IndexBeginning(sequence: sequence)
  }

  /// The number of the day on which the duties after a beginning start; none before it has 1 or less.
  private static let dayOfNext = 100

  /// The highest indices that duties can have after any of some beginnings.
  ///
  /// What has added up lives on in a few numbers, each of which is the worse the higher, or the lower, it is.
  /// As soon as one beginning has left the worst of them the others need not be followed any more.
  ///
  /// - Parameter duties: By start, not overlapping, the first being the one that the beginnings lead to.
  mutating func highest(
    _ duties: [WorkInterval], after beginnings: [IndexBeginning], clock: inout ZoneCursor,
    origin: Instant
  ) -> [IndexBound] {
    guard let first = duties.first else { return [] }
    var sequences = beginnings.map(\.sequence)
    var bounds: [IndexBound] = []
    bounds.reserveCapacity(duties.count)
    var duty = LocalDuty(first, &clock, origin)
    let dayZero = duty.day - Self.dayOfNext
    for i in duties.indices {
      let place = shifts.place(second: duty.secondOfDay, length: duty.length)
      let next = i + 1 < duties.count ? LocalDuty(duties[i + 1], &clock, origin) : nil
      var bound = IndexBound(fatigue: 0, risk: 0)
      for k in sequences.indices {
        let index = sequences[k].add(
          shifts[place], night: duty.night(since: dayZero), off: duty.off,
          nextNight: next?.night(since: dayZero),
          rest: next.map { Double($0.start - duty.end) / 3600 } ?? 25)
        bound.fatigue = max(bound.fatigue, index.fatigue.value)
        bound.risk = max(bound.risk, index.risk.value)
      }
      bounds.append(bound)
      if sequences.count > 1, let worst = DutySequence.worst(of: sequences) { sequences = [worst] }
      guard let next else { break }
      duty = next
    }
    return bounds
  }
}

extension DutySequence {
  /// One that is as bad as each of some, all after the same duty; nil where none is the worst in all.
  fileprivate static func worst(of all: [DutySequence]) -> DutySequence? {
    guard
      var worst = all.first(where: { one in
        all.allSatisfy { one.fatigue.isNoBetter(than: $0.fatigue) }
      })
    else { return nil }
    for other in all where other.risk.value > worst.risk.value { worst.risk = other.risk }
    return worst
  }
}
