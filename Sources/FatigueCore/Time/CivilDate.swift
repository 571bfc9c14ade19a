/// A date of the (proleptic) Gregorian calendar, stored as days since 1970-01-01.
public struct CivilDate: Hashable, Comparable, Sendable {
  public var days: Int32

  public init(days: Int32) { self.days = days }

  /// - Returns: nil when there is no such date, such as 31 April.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lengthOfMonth(month, in: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Days from civil, valid for any Gregorian date (shifted so that a year begins in March).
  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  public static func lengthOfMonth(_ month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int { Int((days + 3) %% 7) + 1 }

  /// ISO 8601 week, with the year it belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = CivilDate(days: days - Int32(weekday - 1) + 3)
    let year = thursday.components.year
    let firstOfJanuary = CivilDate(unchecked: year, 1, 1)
    return (year, Int(thursday.days - firstOfJanuary.days) / 7 + 1)
  }

  /// The Monday of this date's week.
  public var monday: CivilDate { CivilDate(days: days - Int32(weekday - 1)) }

  /// Midnight as seconds on a clock without a zone, to be resolved by a ``Zone``.
  public var localMidnight: Int64 { Int64(days) * 86_400 }

  /// `2026-03-29`
  public var iso: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }
  public static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(days: date.days + Int32(days))
  }
  public static func - (a: CivilDate, b: CivilDate) -> Int { Int(a.days - b.days) }
}

/// A wall-clock date and time without a zone.
public struct CivilTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00 on the wall clock.
  public var localSeconds: Int64

  public init(localSeconds: Int64) { self.localSeconds = localSeconds }

  public init(_ date: CivilDate, secondOfDay: Int = 0) {
    localSeconds = date.localMidnight + Int64(secondOfDay)
  }

  public var date: CivilDate {
    CivilDate(days: Int32(clamping: localSeconds.flooredQuotient(86_400)))
  }
  public var secondOfDay: Int { Int(localSeconds %% 86_400) }
  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }

  /// The start of the minute it lies in.
  public var wholeMinute: CivilTime { CivilTime(localSeconds: localSeconds - localSeconds %% 60) }

  public static func < (a: CivilTime, b: CivilTime) -> Bool { a.localSeconds < b.localSeconds }
}
