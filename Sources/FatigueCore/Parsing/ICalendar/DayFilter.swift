/// Which days a rule can fall on: its BYxxx parts that speak of days, with those that DTSTART
/// implies where the rule has none (RFC 5545, 3.3.10).
struct DayFilter {
  private let frequency: RecurrenceRule.Frequency
  private let weekStart: Int
  /// Bit 1 is January; all when the rule names none.
  private var months: UInt16 = 0xFFFF
  /// Bit 1 is Monday.
  private var plainDays: UInt8 = 0xFF
  private var ordinalDays: [RecurrenceRule.Weekday] = []
  /// Bits 1–31, counted from the month's start and end.
  private var monthDays: (forward: UInt32, backward: UInt32)?
  private var yearDays: (forward: [Bool], backward: [Bool])?
  private var weeks: (forward: UInt64, backward: UInt64)?
  private let countsInMonth: Bool

  init(_ rule: RecurrenceRule, start: Int64) {
    frequency = rule.frequency
    weekStart = rule.weekStart
    countsInMonth = rule.frequency == .monthly || !rule.months.isEmpty
    let date = CivilDate(days: Int32(clamping: start.flooredQuotient(86_400)))
    if !rule.months.isEmpty { months = rule.months.reduce(0) { $0 | 1 << UInt16($1) } }
    if !rule.monthDays.isEmpty { monthDays = Self.bits(rule.monthDays) }
    if !rule.yearDays.isEmpty {
      var lists = ([Bool](repeating: false, count: 367), [Bool](repeating: false, count: 367))
      for day in rule.yearDays {
        if day > 0 { lists.0[day] = true } else { lists.1[-day] = true }
      }
      yearDays = (lists.0, lists.1)
    }
    if !rule.weeks.isEmpty, rule.frequency == .yearly {
      weeks = rule.weeks.reduce((0, 0)) { sum, week in
        week > 0 ? (sum.0 | 1 << UInt64(week), sum.1) : (sum.0, sum.1 | 1 << UInt64(-week))
      }
    }
    if !rule.weekdays.isEmpty { setWeekdays(rule) }
    imply(rule, date)
  }

  private static func bits(_ days: [Int]) -> (UInt32, UInt32) {
    days.reduce((0, 0)) { sum, day in
      day > 0 ? (sum.0 | 1 << UInt32(day), sum.1) : (sum.0, sum.1 | 1 << UInt32(-day))
    }
  }

  private mutating func setWeekdays(_ rule: RecurrenceRule) {
    plainDays = 0
    let counts =
      rule.frequency == .monthly || (rule.frequency == .yearly && rule.weeks.isEmpty)
    for day in rule.weekdays {
      if day.ordinal == 0 || !counts {
        plainDays |= 1 << UInt8(day.day)
      } else {
        ordinalDays.append(day)
      }
    }
  }

  /// What DTSTART says where the rule is silent.
  private mutating func imply(_ rule: RecurrenceRule, _ date: CivilDate) {
    let (_, month, day) = date.components
    let hasDay =
      !rule.weekdays.isEmpty || !rule.monthDays.isEmpty || !rule.yearDays.isEmpty
    switch rule.frequency {
    case .yearly where !hasDay && !rule.weeks.isEmpty: plainDays = 1 << UInt8(date.weekday)
    case .yearly where !hasDay:
      monthDays = (1 << UInt32(day), 0)
      if rule.months.isEmpty { months = 1 << UInt16(month) }
    case .monthly where !hasDay: monthDays = (1 << UInt32(day), 0)
    case .weekly where rule.weekdays.isEmpty: plainDays = 1 << UInt8(date.weekday)
    default: break
    }
  }

  func hasMonth(_ month: Int) -> Bool { months & 1 << UInt16(month) != 0 }

  /// The days to look at for a year: those of the calendar year, or of its weeks.
  func days(ofYear year: Int) -> Range<Int64>? {
    guard weeks == nil else { return firstWeek(year)..<firstWeek(year + 1) }
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
    let length = CivilDate.lengthOfMonth(2, in: year) == 29 ? 366 : 365
    return Int64(first.days)..<Int64(first.days) + Int64(length)
  }

  /// The year whose weeks hold a day.
  func weekYear(of day: Int64, near year: Int) -> Int {
    if day < firstWeek(year) { return year - 1 }
    return day >= firstWeek(year + 1) ? year + 1 : year
  }

  /// First day of the first week that has at least four days in the year.
  private func firstWeek(_ year: Int) -> Int64 {
    let first = CivilDate(year: min(max(year, 1), 9999), month: 1, day: 1) ?? CivilDate(days: 0)
    let before = Int64((first.weekday - weekStart) %% 7)
    return Int64(first.days) - before + (before > 3 ? 7 : 0)
  }

  func matches(_ day: Int64) -> Bool {
    let weekday = Int((day + 3) %% 7) + 1
    let isPlain = plainDays & 1 << UInt8(weekday) != 0
    if !isPlain, ordinalDays.isEmpty { return false }
    guard months != 0xFFFF || monthDays != nil || yearDays != nil || weeks != nil || !isPlain
    else { return true }
    let date = CivilDate(days: Int32(clamping: day))
    let (year, month, monthDay) = date.components
    guard hasMonth(month) else { return false }
    let length = CivilDate.lengthOfMonth(month, in: year)
    if let monthDays, monthDays.forward & 1 << UInt32(monthDay) == 0,
      monthDays.backward & 1 << UInt32(length - monthDay + 1) == 0
    {
      return false
    }
    if let weeks, !isInWeeks(day, year, weeks) { return false }
    guard yearDays != nil || !isPlain else { return true }
    let first = CivilDate(year: year, month: 1, day: 1) ?? date
    let yearDay = date - first + 1
    let yearLength = CivilDate.lengthOfMonth(2, in: year) == 29 ? 366 : 365
    if let yearDays, !yearDays.forward[yearDay], !yearDays.backward[yearLength - yearDay + 1] {
      return false
    }
    if isPlain { return true }
    let (place, span) = countsInMonth ? (monthDay, length) : (yearDay, yearLength)
    return ordinalDays.contains {
      $0.day == weekday
        && ($0.ordinal == (place - 1) / 7 + 1 || -$0.ordinal == (span - place) / 7 + 1)
    }
  }

  private func isInWeeks(
    _ day: Int64, _ year: Int, _ weeks: (forward: UInt64, backward: UInt64)
  ) -> Bool {
    let home = weekYear(of: day, near: year)
    let first = firstWeek(home)
    let week = UInt64((day - first) / 7 + 1)
    let last = UInt64((firstWeek(home + 1) - first) / 7)
    return weeks.forward & 1 << week != 0 || weeks.backward & 1 << (last - week + 1) != 0
  }
}
