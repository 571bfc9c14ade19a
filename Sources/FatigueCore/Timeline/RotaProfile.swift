/// What one person's plan is like over its whole weeks: the premises of the shorter weeks (§ 10-4
/// (4) to (6)) and of the tariff's, and the hours that give credit in a three-part rota.
public struct RotaProfile: Sendable {
  /// Ordinary work, in seconds, unpaid breaks left out.
  public var ordinary: Int64 = 0
  /// What of it lies in 21–06 (§ 10-11 (1)), and in Sunday and holiday time (S-SUN) outside that, so
  /// that no hour counts twice: night wins.
  public var night: Int64 = 0
  public var sunday: Int64 = 0
  /// All Sunday and holiday time, and night as older tariff texts have it, 20–06.
  public var allSunday: Int64 = 0
  public var tariffNight: Int64 = 0
  /// Sundays and holidays in the weeks, and those worked more than marginally.
  public var redDays: Int = 0
  public var workedRedDays: Int = 0
  /// Days that averages are taken over: those of the whole weeks without absence.
  public var days: Int64 = 0
  /// Whether day, evening and night shifts are there, on any day, and all three on Monday to Friday.
  public var types: Set<ShiftType> = []
  public var weekdayTypes: Set<ShiftType> = []
  /// Ordinary work in day and evening shifts.
  public var dayAndEvening: Int64 = 0

  /// At least every third Sunday or holiday is worked.
  public var hasEveryThirdSunday: Bool { redDays > 0 && workedRedDays * 3 >= redDays }
  /// At least three quarters of the hours are night (21–06).
  public var isMainlyNights: Bool { ordinary > 0 && night * 4 >= ordinary * 3 }
  /// Day, evening and night are all in the plan.
  public var isThreePart: Bool { types.count == ShiftType.allCases.count }
}

extension PersonTimeline {
  /// Some stretch of work is a night and some is not, as in every three-part rota.
  var mixesNights: Bool {
    guard let first = blocks.first else { return false }
    return blocks.contains { ($0.type == .night) != (first.type == .night) }
  }

  /// The profile of the plan's own whole weeks, or of others of the calendar; nil when there is none, or no
  /// ordinary work in them.
  public func profile(
    _ roster: Roster, sundays: SundayCalendar, clock: inout ZoneCursor, weeks: Range<Int>? = nil
  ) -> RotaProfile? {
    let weeks = weeks ?? calendar.assessed
    guard !weeks.isEmpty, !blocks.isEmpty else { return nil }
    let from = calendar.weeks[weeks.lowerBound].from
    let to = calendar.weeks[weeks.upperBound - 1].to
    var profile = RotaProfile()
    profile.days = Int64(weeks.count) * 7
    for week in positions(of: weeks) {
      profile.ordinary += weekHours[week].ordinary
      profile.days -= weekHours[week].absentDays
    }
    guard profile.ordinary > 0, profile.days > 0 else { return nil }
    let origin = roster.origin.seconds
    let dates =
      calendar.weeks[weeks.lowerBound].date..<calendar.weeks[weeks.upperBound - 1].date + 7
    profile.redDays = sundays.windows.count { dates.contains($0.day) }
    var lastRed = -1
    var until = from
    var open = OpenShift()
    // Rows that touch are one stretch (S-UNION): an evening in two rows is not marginal twice.
    var stretch = (from: from, to: Int32.min)
    for index in pieces {
      let shift = roster.shifts[Int(index)]
      guard shift.kind != .overtime, shift.end > until else { continue }
      let (start, end) = (max(shift.start, until), min(shift.end, to))
      guard end > start else { continue }
      // What follows a short break at most goes on with the shift, and is of its type.
      if Int64(shift.start) - open.end >= Self.shortBreak {
        let began = CivilTime(localSeconds: clock.local(origin + Int64(shift.start)))
        let block = min(self.block(endingAfter: start), blocks.count - 1)
        let parts = self.shift(around: block)
        open.type =
          blocks[block].type == .night
            || parts.count > 1 && hasNight(in: Int32(parts.lowerBound)..<Int32(parts.upperBound))
          ? .night : ShiftType(startingAt: began.secondOfDay)
        open.isWeekday = began.date.weekday <= 5
      }
      open.end = Int64(shift.end)
      until = end
      if start > stretch.to {
        countRedDays()
        stretch.from = start
      }
      stretch.to = end
      add(start, end, shift)
    }
    countRedDays()
    return profile

    func countRedDays() {
      guard stretch.to > stretch.from else { return }
      let (opens, closes) = (roster.instant(stretch.from), roster.instant(stretch.to))
      for number in sundays.indices(from: opens, to: closes)
      where number > lastRed && dates.contains(sundays.windows[number].day) {
        guard !sundays.overlap(number, from: opens, to: closes).isMarginal else { continue }
        profile.workedRedDays += 1
        lastRed = number
      }
    }

    func add(_ start: Int32, _ end: Int32, _ shift: Shift) {
      var credit = credits(start, end)
      for pause in pauses(from: start, to: end) {
        let inPause = credits(pause.start, pause.end)
        credit.night -= inPause.night
        credit.sunday -= inPause.sunday
        credit.allSunday -= inPause.allSunday
        credit.tariffNight -= inPause.tariffNight
      }
      // Where minutes that the row gives lie is not known. They are taken from night first and then
      // from Sunday, so that no credit is claimed for them.
      let minutes = countsBreaksAsWork ? 0 : Int64(shift.unpaidBreak) * 60
      let fromNight = min(credit.night, minutes)
      profile.night += credit.night - fromNight
      profile.sunday += max(0, credit.sunday - (minutes - fromNight))
      profile.allSunday += max(0, credit.allSunday - minutes)
      profile.tariffNight += max(0, credit.tariffNight - minutes)
      profile.types.insert(open.type)
      if open.isWeekday { profile.weekdayTypes.insert(open.type) }
      if open.type != .night {
        profile.dayAndEvening += max(
          0, Int64(end) - Int64(start) - paused(from: start, to: end) - minutes)
      }
    }

    func credits(_ start: Int32, _ end: Int32) -> Credit {
      let (opens, closes) = (origin + Int64(start), origin + Int64(end))
      var credit = Credit()
      credit.night = clock.seconds(of: .legal, from: opens, to: closes)
      credit.tariffNight = clock.seconds(of: .tariff, from: opens, to: closes)
      for number in sundays.indices(
        from: Instant(seconds: opens), to: Instant(seconds: closes))
      {
        let inside = sundays.span(number, from: opens, to: closes)
        credit.allSunday += inside.to - inside.from
        credit.sunday +=
          inside.to - inside.from - clock.seconds(of: .legal, from: inside.from, to: inside.to)
      }
      return credit
    }
  }

  /// The planned shift that may go on with the next row.
  private struct OpenShift {
    var end = Int64.min / 2
    var type = ShiftType.day
    /// It began on Monday to Friday.
    var isWeekday = false
  }

  /// Hours between two moments that give credit, in seconds.
  private struct Credit {
    var night: Int64 = 0
    var sunday: Int64 = 0
    var allSunday: Int64 = 0
    var tariffNight: Int64 = 0
  }

  /// What rows of breaks cover between two moments.
  private func pauses(from: Int32, to: Int32) -> [WorkInterval] {
    guard paused(from: from, to: to) > 0 else { return [] }
    return pauses.compactMap { pause in
      let (start, end) = (max(pause.start, from), min(pause.end, to))
      return end > start ? WorkInterval(start: start, end: end) : nil
    }
  }
}
