/// Counts the Sundays and holidays a person works (metric `sundays`).
struct SundayCounter: Sendable {
  private let calendar: SundayCalendar

  init(_ roster: Roster) {
    calendar = SundayCalendar(
      from: roster.firstDate, through: roster.lastDate, zone: roster.zone)
  }

  /// Sundays and holidays with an overlap that is not marginal, over shifts sorted by start.
  func count(_ shifts: some Sequence<(from: Instant, to: Instant)>) -> Int {
    var count = 0
    var last = -1
    for shift in shifts {
      for index in calendar.indices(from: shift.from, to: shift.to)
      where index > last && !calendar.overlap(index, from: shift.from, to: shift.to).isMarginal {
        count += 1
        last = index
      }
    }
    return count
  }
}
