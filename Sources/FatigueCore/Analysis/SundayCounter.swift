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
    for block in blocks {
      let (from, to) = (origin + Int64(block.start), origin + Int64(block.end))
      guard to > opens else { continue }
      defer { opens = calendar.opening(next) }
      for index in calendar.indices(from: from, to: to, since: &next) {
        let overlap = calendar.overlap(
          index, from: Instant(seconds: from), to: Instant(seconds: to))
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
