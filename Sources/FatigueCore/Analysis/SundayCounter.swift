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

  /// Counts over stretches of work, by start: rows that touch or overlap are one (S-UNION).
  ///
  /// - Parameter origin: Seconds since 1970.
  func count(_ blocks: [PersonTimeline.Block], origin: Int64) -> Counts {
    var counts = Counts()
    var (last, next) = (-1, 0)
    // When the next window begins: most stretches end before.
    var opens = calendar.opening(0)
    let blocks = blocks.span
    for i in blocks.indices {
      guard origin + Int64(blocks[i].end) > opens else { continue }
      let (from, to) = (origin + Int64(blocks[i].start), origin + Int64(blocks[i].end))
      for index in calendar.indices(from: from, to: to, since: &next) {
        let share = calendar.share(index, from: from, to: to)
        counts.seconds += share.seconds
        guard index > last, !share.onEve, !share.isLate else { continue }
        counts.days += 1
        if calendar.windows[index].day.weekday != 7 { counts.holidays += 1 }
        last = index
      }
      opens = calendar.opening(next)
    }
    return counts
  }
}
