/// What was wrong with a date such as `05.01.2026`.
public enum WrittenDateError: Error, Equatable, Sendable {
  case empty
  case notADate
  /// No such day in that month.
  case noSuchDay(day: Int, month: Int, year: Int)
  case noSuchMonth(Int)
  case noSuchWeek(Int, year: Int)
  /// Nothing says which year.
  case noYear
  /// Years that no roster has: before 1970 or after 2199.
  case yearOutOfRange(Int)
  /// The weekday written, 1 for Monday, is not that date's.
  case weekdayDiffers(CivilDate, written: Int)
  /// A count of days, as a spreadsheet stores dates.
  case spreadsheetNumber(CivilDate)
  /// `####` or `#VERDI!`.
  case spreadsheetError
  /// What follows the date is not a clock time.
  case time(ClockTimeError)
}

/// A date as written, possibly with a time of day and an offset from UTC.
public struct WrittenDate: Equatable, Sendable {
  public var date: CivilDate
  public var time: ClockTime?
  /// Seconds east of UTC.
  public var offset: Int32?

  /// Years that are read: a roster outside them is a slip of the keyboard.
  public static let years = 1970...2199

  /// Reads `05.01.2026`, `5.1.26`, `2026-01-05`, `05/01/2026`, `1. januar 2026`, `2026-W02-1`,
  /// `man 05.01`, each with `07:30`, `T07:30:00` and an offset after it.
  ///
  /// - Parameter year: the year of dates written without one.
  public init(_ text: String, year: Int? = nil) throws(WrittenDateError) {
    var cursor = ValueCursor(text)
    try self.init(&cursor, year: year)
  }

  init(_ cursor: inout ValueCursor, year: Int?) throws(WrittenDateError) {
    if cursor.isAtEnd { throw .empty }
    if cursor.next == UInt8(ascii: "#") { throw .spreadsheetError }
    if cursor.isTooLong { throw .notADate }
    let weekday = try Self.weekday(&cursor)
    date = try Self.date(&cursor, year: year)
    if let weekday, weekday != date.weekday { throw .weekdayDiffers(date, written: weekday) }
    (time, offset) = try Self.time(&cursor)
  }

  private static func weekday(_ cursor: inout ValueCursor) throws(WrittenDateError) -> Int? {
    let start = cursor.at
    let word = cursor.word()
    if word.isEmpty { return nil }
    guard let weekday = CalendarWords.weekdays[word] else {
      cursor.at = start
      return nil
    }
    while let byte = cursor.next, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      cursor.at += 1
    }
    cursor.skipBlanks()
    return weekday
  }

  private static func date(
    _ cursor: inout ValueCursor, year: Int?
  ) throws(WrittenDateError) -> CivilDate {
    if let next = cursor.next, !ByteText.isDigit(next) { return try monthFirst(&cursor, year) }
    guard let first = cursor.number() else { throw .notADate }
    let separator = cursor.next
    switch (first.digits, separator) {
    case (4, UInt8(ascii: "-")), (4, UInt8(ascii: "/")), (4, UInt8(ascii: ".")):
      cursor.at += 1
      return try yearFirst(&cursor, first.value, separator)
    case (8, _):
      return try checked(first.value % 100, first.value / 100 % 100, first.value / 10_000)
    case (5, _) where (25_000...75_000).contains(first.value) && isNumber(cursor):
      // Spreadsheets count days from 1899-12-30, which lies 25,569 days before 1970.
      throw .spreadsheetNumber(CivilDate(days: Int32(first.value - 25_569)))
    case (1, _), (2, _):
      return try dayFirst(&cursor, first.value, year)
    default: throw .notADate
    }
  }

  /// Whether only digits and a decimal mark follow.
  private static func isNumber(_ cursor: ValueCursor) -> Bool {
    cursor.bytes[cursor.at...].allSatisfy {
      ByteText.isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
  }

  /// `2026-01-05` and `2026-W02-1`, after the year.
  private static func yearFirst(
    _ cursor: inout ValueCursor, _ year: Int, _ separator: UInt8?
  ) throws(WrittenDateError) -> CivilDate {
    if cursor.take("W") || cursor.take("w") {
      guard let week = cursor.number(), week.digits == 2, cursor.take("-"),
        let day = cursor.number(), (1...7).contains(day.value)
      else { throw .notADate }
      return try weekDate(year, week.value, day.value)
    }
    guard let month = cursor.number(), month.digits <= 2, cursor.next == separator else {
      throw .notADate
    }
    cursor.at += 1
    guard let day = cursor.number(), day.digits <= 2 else { throw .notADate }
    return try checked(day.value, month.value, year)
  }

  static func weekDate(_ year: Int, _ week: Int, _ day: Int) throws(WrittenDateError) -> CivilDate {
    guard years.contains(year) else { throw .yearOutOfRange(year) }
    guard let fourth = CivilDate(year: year, month: 1, day: 4) else { throw .notADate }
    let date = fourth.monday + (7 * (week - 1) + day - 1)
    guard week >= 1, date.isoWeek == (year, week) else { throw .noSuchWeek(week, year: year) }
    return date
  }

  /// `05.01.2026`, `5/1-26`, `1. januar 2026`, `05.01`, after the day.
  private static func dayFirst(
    _ cursor: inout ValueCursor, _ day: Int, _ year: Int?
  ) throws(WrittenDateError) -> CivilDate {
    let separator = cursor.next
    let separated = separator.map { [46, 47, 45].contains($0) } ?? false
    if separated { cursor.at += 1 }
    cursor.skipBlanks()
    let month: Int
    let word = cursor.word()
    if !word.isEmpty {
      guard let named = CalendarWords.months[word] else { throw .notADate }
      month = named
    } else {
      guard separated, let number = cursor.number(), number.digits <= 2 else { throw .notADate }
      month = number.value
    }
    let written = try Self.year(&cursor, after: word.isEmpty ? separator : nil)
    guard let year = written ?? year else {
      if month < 1 || month > 12 { throw .noSuchMonth(month) }
      throw .noYear
    }
    return try checked(day, month, year)
  }

  /// `January 5, 2026`.
  private static func monthFirst(
    _ cursor: inout ValueCursor, _ year: Int?
  ) throws(WrittenDateError) -> CivilDate {
    guard let month = CalendarWords.months[cursor.word()] else { throw .notADate }
    _ = cursor.take(".")
    cursor.skipBlanks()
    guard let day = cursor.number(), day.digits <= 2 else { throw .notADate }
    _ = cursor.take(",")
    guard let year = try Self.year(&cursor, after: nil) ?? year else { throw .noYear }
    return try checked(day.value, month, year)
  }

  /// The year that follows day and month; two digits are 20xx. Nil when a time or nothing follows.
  private static func year(
    _ cursor: inout ValueCursor, after separator: UInt8?
  ) throws(WrittenDateError) -> Int? {
    let start = cursor.at
    if separator != nil {
      guard let byte = cursor.next, [46, 47, 45, 32].contains(byte) else { return nil }
      cursor.at += 1
      // After a blank only four digits are a year: `05.01 07.30` has a time there.
      if byte == 32, !isFourDigits(cursor) {
        cursor.at = start
        return nil
      }
    } else {
      while let byte = cursor.next, [46, 45, 44].contains(byte) { cursor.at += 1 }
    }
    cursor.skipBlanks()
    guard let year = cursor.number() else {
      guard cursor.isAtEnd else {
        cursor.at = start
        return nil
      }
      return nil
    }
    if cursor.next == UInt8(ascii: ":") {
      cursor.at = start
      return nil
    }
    switch year.digits {
    case 2: return 2000 + year.value
    case 4: return year.value
    default: throw .notADate
    }
  }

  private static func isFourDigits(_ cursor: ValueCursor) -> Bool {
    var cursor = cursor
    return cursor.number()?.digits == 4 && cursor.next.map { $0 != UInt8(ascii: ":") } ?? true
  }

  static func checked(
    _ day: Int, _ month: Int, _ year: Int
  ) throws(WrittenDateError) -> CivilDate {
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard years.contains(year) else { throw .yearOutOfRange(year) }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .noSuchDay(day: day, month: month, year: year)
    }
    return date
  }

  private static func time(
    _ cursor: inout ValueCursor
  ) throws(WrittenDateError) -> (ClockTime?, Int32?) {
    if cursor.isAtEnd { return (nil, nil) }
    let blank = cursor.next.map(ByteText.isBlank) ?? false
    cursor.skipBlanks()
    guard cursor.take("T") || cursor.take("t") || cursor.take(",") || blank else {
      throw .notADate
    }
    cursor.skipBlanks()
    do throws(ClockTimeError) {
      let time = try ClockTime.read(&cursor, toEnd: false)
      let offset = try Self.offset(&cursor)
      return (time, offset)
    } catch {
      throw .time(error)
    }
  }

  /// `Z`, `+02:00`, `+0200`, `+02` or nothing, and then the end.
  private static func offset(_ cursor: inout ValueCursor) throws(ClockTimeError) -> Int32? {
    cursor.skipBlanks()
    if cursor.isAtEnd { return nil }
    if cursor.take("Z") || cursor.take("z") {
      guard cursor.isAtEnd else { throw .notAClockTime }
      return 0
    }
    let sign: Int
    if cursor.take("+") {
      sign = 1
    } else if cursor.take("-") {
      sign = -1
    } else {
      throw .notAClockTime
    }
    guard var hours = cursor.number() else { throw .notAClockTime }
    var minutes = 0
    if hours.digits == 4 {
      (minutes, hours.value) = (hours.value % 100, hours.value / 100)
    } else if cursor.take(":") {
      guard let number = cursor.number(), number.digits == 2 else { throw .notAClockTime }
      minutes = number.value
    }
    guard cursor.isAtEnd, hours.value <= 18, minutes < 60 else { throw .notAClockTime }
    return Int32(sign * (hours.value * 3600 + minutes * 60))
  }
}
