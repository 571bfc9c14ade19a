/// The most that the indices of a duty can be.
public struct IndexBound: Hashable, Sendable {
  public var fatigue: Double
  public var risk: Double
}

/// A run of duties followed up to the start of another duty, to be gone on with from there.
struct IndexBeginning: Sendable {
  fileprivate var sequence: DutySequence
  /// The last of them, the clock hour at which it ends, and the hours from there to the duty that follows.
  fileprivate var last: ShiftHours
  fileprivate var lastOff, hours: Double
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
    var time = TimeAtHome.first
    for (duty, next) in zip(duties, duties.dropFirst()) {
      let after = shifts.time(after: duty.key, days: next.day - duty.day, to: next.key)
      _ = sequence.add(
        shifts.hours(duty.key), time, after, night: duty.night(since: dayZero),
        nextNight: next.night(since: dayZero))
      time = after
    }
    // From here on nights are counted from the day of the next duty, whatever came before.
    let (last, following) = (duties[duties.count - 2], duties[duties.count - 1])
    sequence.fatigue.renumber(by: Self.dayOfNext - (following.day - dayZero))
    return IndexBeginning(
      sequence: sequence, last: shifts.hours(last.key), lastOff: last.key.off,
      hours: last.hours(to: following))
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
    var before: TimeAtHome?
    for i in duties.indices {
      let shift = shifts.hours(duty.key)
      let next = i + 1 < duties.count ? LocalDuty(duties[i + 1], &clock, origin) : nil
      let after =
        next.map { shifts.time(after: duty.key, days: $0.day - duty.day, to: $0.key) }
        ?? TimeAtHome(after: shift)
      var bound = IndexBound(fatigue: 0, risk: 0)
      for k in sequences.indices {
        let index = sequences[k].add(
          shift, before ?? beginnings[k].time(to: shift), after, night: duty.night(since: dayZero),
          nextNight: next?.night(since: dayZero))
        bound.fatigue = max(bound.fatigue, index.fatigue.value)
        bound.risk = max(bound.risk, index.risk.value)
      }
      bounds.append(bound)
      if sequences.count > 1, let worst = DutySequence.worst(of: sequences) { sequences = [worst] }
      guard let next else { break }
      (duty, before) = (next, after)
    }
    return bounds
  }
}

extension IndexBeginning {
  fileprivate func time(to next: ShiftHours) -> TimeAtHome {
    TimeAtHome(after: last, lastOff: lastOff, hours: hours, to: next)
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
