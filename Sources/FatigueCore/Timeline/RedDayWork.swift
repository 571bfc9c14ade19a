/// The Sundays and holidays that one person works (S-SUN). Shifts that touch are one stretch, so that splitting
/// an evening in two rows does not make it marginal.
struct RedDayWork: Sendable {
  /// A Sunday or holiday with some work, however short: for § 10-8 (4) that is enough. Late hours on the eve of
  /// 1 or 17 May are not, as that eve is an ordinary working day.
  struct Day: Sendable {
    /// Its number among the calendar's windows.
    var index: Int32
    /// The first of the timeline's blocks with more than a marginal part of it, else the first with any part.
    var block: Int32
    /// No block has more than a marginal part.
    var isMarginal: Bool
  }

  /// In order.
  private(set) var days: [Day] = []
  /// How many of them are worked more than marginally, and how many of those are no Sunday.
  private(set) var worked = 0
  private(set) var holidays = 0
  /// All Sunday and holiday work, marginal or not.
  private(set) var seconds: Int64 = 0

  /// Goes through when a timeline's blocks begin and end, and forgets what was found before.
  ///
  /// - Parameter origin: What blocks are counted from, in seconds since 1970.
  mutating func find(
    in work: [WorkInterval], _ calendar: SundayCalendar, origin: Int64
  ) {
    days.removeAll(keepingCapacity: true)
    (worked, holidays, seconds) = (0, 0, 0)
    let blocks = work.span
    var next = 0
    // When the next window begins: most stretches end before.
    var opens = calendar.opening(0)
    for i in blocks.indices {
      guard origin + Int64(blocks[i].end) > opens else { continue }
      let (from, to) = (origin + Int64(blocks[i].start), origin + Int64(blocks[i].end))
      for index in calendar.indices(from: from, to: to, since: &next) {
        let share = calendar.share(index, from: from, to: to)
        seconds += share.seconds
        let isMarginal = share.onEve || share.isLate
        if share.onEve, calendar.hasOrdinaryEve(index) { continue }
        add(Day(index: Int32(index), block: Int32(i), isMarginal: isMarginal), calendar)
      }
      opens = calendar.opening(next)
    }
  }

  @inline(__always)
  private mutating func add(_ day: Day, _ calendar: SundayCalendar) {
    if let last = days.indices.last, days[last].index == day.index {
      guard days[last].isMarginal, !day.isMarginal else { return }
      days[last] = day
    } else {
      days.append(day)
    }
    guard !day.isMarginal else { return }
    worked += 1
    if calendar.windows[Int(day.index)].day.weekday != 7 { holidays += 1 }
  }
}
