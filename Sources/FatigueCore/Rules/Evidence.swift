/// What rules see of one person: the shifts, laid out in time, and what the model says of each duty.
///
/// A worker keeps one and refills it; a rule borrows it.
public struct Evidence: Sendable {
  public let roster: Roster
  public let limits: Limits
  /// Index in ``Roster/people``.
  public internal(set) var person: Int
  public internal(set) var timeline: PersonTimeline
  /// One for each of the timeline's blocks, in order.
  public internal(set) var duties: [DutyPeak]
  let horizon: WorkInterval
  let weeks: [WeekSpan]
  let cursor: ZoneCursor

  init(roster: Roster, limits: Limits) {
    self.roster = roster
    self.limits = limits
    person = 0
    timeline = PersonTimeline()
    duties = []
    horizon = roster.horizon
    weeks = roster.wholeWeeks
    cursor = ZoneCursor(roster.zone)
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int32) -> Int32 { roster.zone.offset(at: roster.instant(seconds)) }

  /// How many seconds longer a stretch looks on the wall clock than it is.
  func wallClockExcess(from: Int32, to: Int32) -> Int64 {
    Int64(offset(at: to)) - Int64(offset(at: from))
  }
}
