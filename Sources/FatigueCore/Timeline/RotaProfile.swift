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
  /// The number of the last of these in the calendar.
  fileprivate var lastWorkedRed = -1
  /// Days that averages are taken over: those of the whole weeks without absence.
  public var days: Int64 = 0
  /// Whether day, evening and night shifts are there, on any day, and all three on Monday to Friday.
  public var types: ShiftTypes = []
  public var weekdayTypes: ShiftTypes = []
  /// Ordinary work in day and evening shifts.
  public var dayAndEvening: Int64 = 0

  /// At least every third Sunday or holiday is worked.
  public var hasEveryThirdSunday: Bool { redDays > 0 && workedRedDays * 3 >= redDays }
  /// At least three quarters of the hours are night (21–06).
  public var isMainlyNights: Bool { ordinary > 0 && night * 4 >= ordinary * 3 }
  /// Day, evening and night are all in the plan.
  public var isThreePart: Bool { types == .all }
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
    let dates =
      calendar.weeks[weeks.lowerBound].date..<calendar.weeks[weeks.upperBound - 1].date + 7
    profile.redDays = sundays.windows.count { dates.contains($0.day) }
    var sum = ProfileSum(profile: profile, from: from, to: to, dates: dates)
    let shifts = roster.shifts.span
    let blocks = blocks.span
    let mayBePlain = pauses.isEmpty && !hasShortBreaks
    for block in blocks.indices {
      if blocks[block].start >= to { break }
      guard blocks[block].end > from else { continue }
      if mayBePlain, blocks[block].pieces.count == 1, blocks[block].unpaid == 0,
        blocks[block].startOffset == blocks[block].endOffset, blocks[block].start >= from,
        blocks[block].end <= to, shifts[Int(blocks[block].first)].kind != .overtime
      {
        sum.add(plain: blocks[block], roster, sundays)
      } else {
        add(rowsOfBlock: block, to: &sum, roster, sundays, &clock)
      }
    }
    sum.closeStretch(roster, sundays)
    (sum.profile.night, sum.profile.sunday) = (sum.hours.night, sum.hours.sunday)
    (sum.profile.allSunday, sum.profile.tariffNight) = (sum.hours.allSunday, sum.hours.tariffNight)
    return sum.profile
  }

  /// Adds the rows of planned work that make a block, as far as they lie in the weeks.
  @inline(never)
  private func add(
    rowsOfBlock block: Int, to sum: inout ProfileSum, _ roster: Roster, _ sundays: SundayCalendar,
    _ clock: inout ZoneCursor
  ) {
    let origin = roster.origin.seconds
    for piece in blocks[block].pieces {
      let shift = roster.shifts[Int(pieces[Int(piece)])]
      guard shift.kind != .overtime, shift.end > sum.until, shift.start < sum.to else { continue }
      let (start, end) = (max(shift.start, sum.until), min(shift.end, sum.to))
      guard end > start else { continue }
      // What follows a short break at most goes on with the shift, and is of its type.
      if Int64(shift.start) - sum.open.end >= Self.shortBreak {
        sum.open =
          shift.start == blocks[block].start && !hasShortBreaks
          ? OpenShift(type: ShiftTypes(blocks[block].type), date: blocks[block].date)
          : openShift(shift.start, inBlock: block, origin, &clock)
      }
      sum.open.end = Int64(shift.end)
      sum.until = end
      let (opens, closes) = (origin + Int64(start), origin + Int64(end))
      let windows = sundays.indices(from: opens, to: closes, since: &sum.window)
      if start > sum.stretch.to {
        sum.closeStretch(roster, sundays)
        (sum.stretch.from, sum.stretch.windows) = (start, windows)
      }
      sum.stretch.extend(to: end, windows)
      let isWhole = start == blocks[block].start && end == blocks[block].end
      var credit =
        isWhole && blocks[block].startOffset == blocks[block].endOffset
        ? HourCredit(
          from: opens, to: closes, second: Int64(blocks[block].second), windows, of: sundays)
        : HourCredit(from: opens, to: closes, windows, of: sundays, &clock)
      for pause in pauses(from: start, to: end) {
        credit.subtract(
          HourCredit(
            from: origin + Int64(pause.start), to: origin + Int64(pause.end), windows,
            of: sundays, &clock))
      }
      let minutes = countsBreaksAsWork ? 0 : Int64(shift.unpaidBreak) * 60
      sum.hours.add(credit, less: minutes)
      sum.note(
        sum.open,
        hours: max(0, Int64(end) - Int64(start) - paused(from: start, to: end) - minutes))
    }
  }

  /// A shift that begins in a block.
  private func openShift(
    _ start: Int32, inBlock block: Int, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> OpenShift {
    let parts = shift(around: block)
    let isNight =
      blocks[block].type == .night
      || parts.count > 1 && hasNight(in: Int32(parts.lowerBound)..<Int32(parts.upperBound))
    let began = CivilTime(localSeconds: clock.local(origin + Int64(start)))
    return OpenShift(
      type: isNight ? .night : ShiftTypes(ShiftType(startingAt: began.secondOfDay)),
      date: began.date.days)
  }

  /// What rows of breaks cover between two moments.
  private func pauses(from: Int32, to: Int32) -> [WorkInterval] {
    pauses.compactMap { pause in
      let (start, end) = (max(pause.start, from), min(pause.end, to))
      return end > start ? WorkInterval(start: start, end: end) : nil
    }
  }
}

/// A profile on the way: what is known of the rows so far, which come by start.
private struct ProfileSum {
  var profile: RotaProfile
  /// The weeks.
  let to: Int32
  let dates: Range<CivilDate>
  var hours = HourCredit()
  var open = OpenShift()
  var stretch = OpenStretch()
  /// Work is counted until here, and the first of the Sundays and holidays that may matter.
  var until: Int32
  var window = 0

  init(profile: RotaProfile, from: Int32, to: Int32, dates: Range<CivilDate>) {
    (self.profile, self.to, self.dates, until) = (profile, to, dates, from)
  }

  /// Adds a block in the weeks that one row of planned work makes, without breaks and changes of the clock;
  /// an hour or more lies between it and others.
  @inline(__always)
  mutating func add(
    plain block: PersonTimeline.Block, _ roster: Roster, _ sundays: SundayCalendar
  ) {
    let origin = roster.origin.seconds
    let (opens, closes) = (origin + Int64(block.start), origin + Int64(block.end))
    let windows = sundays.indices(from: opens, to: closes, since: &window)
    closeStretch(roster, sundays)
    (stretch.from, stretch.to, stretch.windows) = (block.start, block.end, windows)
    (open.end, open.type, open.date) = (Int64(block.end), ShiftTypes(block.type), block.date)
    until = block.end
    let second = Int64(block.second)
    // Most day shifts lie clear of the night and of Sundays.
    if !windows.isEmpty || !NightWindow.tariff.isClear(from: second, to: second + closes - opens) {
      hours.add(
        HourCredit(from: opens, to: closes, second: second, windows, of: sundays), less: 0)
    }
    note(open, hours: closes - opens)
  }

  /// Notes the type of a row and its hours.
  @inline(__always)
  mutating func note(_ shift: OpenShift, hours: Int64) {
    profile.types.formUnion(shift.type)
    if !profile.weekdayTypes.contains(shift.type), shift.isOnWeekday {
      profile.weekdayTypes.formUnion(shift.type)
    }
    if shift.type != .night { profile.dayAndEvening += hours }
  }

  /// Counts the Sundays and holidays of the stretch that the next row does not go on with.
  @inline(__always)
  mutating func closeStretch(_ roster: Roster, _ sundays: SundayCalendar) {
    if !stretch.windows.isEmpty { profile.count(stretch, roster, sundays, dates) }
  }
}

/// The planned shift that may go on with the next row.
private struct OpenShift {
  var end = Int64.min / 2
  var type = ShiftTypes.day
  /// The local date on which it began, as days since 1970.
  var date: Int32 = 0

  /// It began on Monday to Friday.
  var isOnWeekday: Bool { CivilDate(days: date).weekday <= 5 }
}

/// Rows that touch are one stretch (S-UNION): an evening in two rows is not marginal twice.
private struct OpenStretch {
  var from = Int32.min
  var to = Int32.min
  /// The Sundays and holidays that it touches.
  var windows = 0..<0

  @inline(__always)
  mutating func extend(to end: Int32, _ more: Range<Int>) {
    to = end
    windows = windows.lowerBound..<max(windows.upperBound, more.upperBound)
  }
}

/// Hours between two moments that give credit, in seconds.
private struct HourCredit {
  var night: Int64 = 0
  var sunday: Int64 = 0
  var allSunday: Int64 = 0
  var tariffNight: Int64 = 0
}

extension HourCredit {
  /// Those of a stretch over which the clock is not changed.
  ///
  /// - Parameters:
  ///   - second: Where it begins, in seconds after local midnight.
  ///   - windows: Those of the Sundays and holidays that it touches.
  @inline(__always)
  fileprivate init(
    from opens: Int64, to closes: Int64, second: Int64, _ windows: Range<Int>,
    of sundays: SundayCalendar
  ) {
    self.init()
    let end = second + (closes - opens)
    // Most day shifts lie clear of the night.
    if !NightWindow.tariff.isClear(from: second, to: end) {
      night = NightWindow.legal.seconds(from: second, to: end)
      tariffNight = NightWindow.tariff.seconds(from: second, to: end)
    }
    for number in windows {
      let inside = sundays.span(number, from: opens, to: closes)
      allSunday += inside.to - inside.from
      sunday +=
        inside.to - inside.from
        - NightWindow.legal.seconds(
          from: second + (inside.from - opens), to: second + (inside.to - opens))
    }
  }

  /// Those of any stretch.
  @inline(never)
  fileprivate init(
    from opens: Int64, to closes: Int64, _ windows: Range<Int>, of sundays: SundayCalendar,
    _ clock: inout ZoneCursor
  ) {
    self.init()
    night = clock.seconds(of: .legal, from: opens, to: closes)
    tariffNight = clock.seconds(of: .tariff, from: opens, to: closes)
    for number in windows {
      let inside = sundays.span(number, from: opens, to: closes)
      allSunday += inside.to - inside.from
      sunday +=
        inside.to - inside.from - clock.seconds(of: .legal, from: inside.from, to: inside.to)
    }
  }

  fileprivate mutating func subtract(_ other: HourCredit) {
    night -= other.night
    sunday -= other.sunday
    allSunday -= other.allSunday
    tariffNight -= other.tariffNight
  }

  /// Adds the credit of a row, less the minutes of break that it gives. Where they lie is not known: they
  /// are taken from night first and then from Sunday, so that no credit is claimed for them.
  @inline(__always)
  fileprivate mutating func add(_ row: HourCredit, less minutes: Int64) {
    let fromNight = min(row.night, minutes)
    night += row.night - fromNight
    sunday += max(0, row.sunday - (minutes - fromNight))
    allSunday += max(0, row.allSunday - minutes)
    tariffNight += max(0, row.tariffNight - minutes)
  }
}

extension RotaProfile {
  /// Counts the Sundays and holidays that a stretch makes worked ones, each once.
  @inline(never)
  fileprivate mutating func count(
    _ stretch: OpenStretch, _ roster: Roster, _ sundays: SundayCalendar, _ dates: Range<CivilDate>
  ) {
    for number in stretch.windows
    where number > lastWorkedRed && dates.contains(sundays.windows[number].day) {
      let overlap = sundays.overlap(
        number, from: roster.instant(stretch.from), to: roster.instant(stretch.to))
      guard !overlap.isMarginal else { continue }
      workedRedDays += 1
      lastWorkedRed = number
    }
  }
}
