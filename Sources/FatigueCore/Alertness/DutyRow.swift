/// A duty as a table of days and clock hours gives it, with its own commute and job.
public struct DutyRow: Hashable, Sendable {
  /// A whole number that grows by one per day; the roster's first day is 1.
  public var day: Int
  /// Clock hours, 0–24; an end at or before the start is on the next day.
  public var on: Double
  public var off: Double
  /// To and from work together, in minutes.
  public var commute: Double
  public var job: JobFactors

  public init(
    day: Int, on: Double, off: Double, commute: Double = FatigueRiskIndex.standardCommute,
    job: JobFactors = .standard
  ) {
    self.day = day
    self.on = on
    self.off = off
    self.commute = commute
    self.job = job
  }

  /// Seconds.
  var length: Int { secondOff > secondOn ? secondOff - secondOn : 86_400 + secondOff - secondOn }
  /// Seconds of the day, so that a rest of ten hours is exactly that.
  fileprivate var secondOn: Int { Self.second(on) }
  fileprivate var secondOff: Int { Self.second(off) }

  private static func second(_ hour: Double) -> Int {
    hour.magnitude < 1e9 ? Int((hour * 3600).rounded()) %% 86_400 : 0
  }

  fileprivate var night: Int {
    boundedDay + (SleepAroundDuty.startsNight(on: Double(secondOn) / 3600) ? 1 : 0)
  }
  fileprivate var boundedDay: Int { min(max(day, -10_000_000), 10_000_000) }
}

extension FatigueRiskIndex {
  /// One result per row, in order.
  ///
  /// - Parameter rows: One person's duties in order. Rows that overlap, or go back in time, are
  ///   computed as if they touched and are not verified.
  public static func evaluate(rows: Span<DutyRow>) -> [DutyIndex] {
    guard rows.count > 0 else { return [] }
    var results: [DutyIndex] = []
    results.reserveCapacity(rows.count)
    var sequence = DutySequence()
    // Days from a calendar of its own, or from 0, are taken to begin with 1.
    let dayZero = min(rows[0].boundedDay, 1) - 1
    var job: (settings: JobFactors, demands: JobDemands)?
    func hours(_ row: DutyRow) -> ShiftHours {
      if job?.settings != row.job { job = (row.job, JobDemands(row.job)) }
      return ShiftHours(
        on: Double(row.secondOn) / 3600, hours: Double(row.length) / 3600,
        commute: allowed(commute: row.commute), job: job?.demands ?? JobDemands(row.job))
    }
    var (shift, before) = (hours(rows[0]), TimeAtHome.first)
    for i in rows.indices {
      let row = rows[i]
      let night = row.night - dayZero
      guard i + 1 < rows.count else {
        results.append(
          sequence.add(shift, before, TimeAtHome(after: shift), night: night, nextNight: nil))
        break
      }
      let next = rows[i + 1]
      let rest =
        86_400 * (next.boundedDay - row.boundedDay) + next.secondOn - row.secondOn - row.length
      let following = hours(next)
      let after = TimeAtHome(
        after: shift, lastOff: Double(row.secondOff) / 3600, hours: Double(rest) / 3600,
        to: following)
      results.append(
        sequence.add(shift, before, after, night: night, nextNight: next.night - dayZero))
      (shift, before) = (following, after)
    }
    return results
  }
}
