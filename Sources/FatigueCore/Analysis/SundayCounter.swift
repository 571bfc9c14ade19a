/// Counts the Sundays and holidays a person works (metric `sundays`).
struct SundayCounter: Sendable {
  private let calendar: SundayCalendar

  init(_ roster: Roster) {
    calendar = SundayCalendar(
      from: roster.firstDate, through: roster.lastDate, zone: roster.zone)
  }

  struct Counts {
    /// Days with an overlap that is not marginal, and those of them that are no Sunday.
    var days = 0
    var holidays = 0
    /// All Sunday and holiday work.
    var seconds: Int64 = 0
  }

  /// Counts over shifts sorted by start.
  func count(_ shifts: some Sequence<(from: Instant, to: Instant)>) -> Counts {
    var counts = Counts()
    var (last, next) = (-1, 0)
    for shift in shifts {
      for index in calendar.indices(
        from: shift.from.seconds, to: shift.to.seconds, since: &next)
      {
        let overlap = calendar.overlap(index, from: shift.from, to: shift.to)
        counts.seconds += overlap.elapsed.seconds
        guard index > last, !overlap.isMarginal else { continue }
        counts.days += 1
        if overlap.day.weekday != 7 { counts.holidays += 1 }
        last = index
      }
    }
    return counts
  }
}
