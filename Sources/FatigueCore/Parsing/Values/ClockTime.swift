/// A time on a clock, from midnight to midnight: 24:00 is the end of the day.
public struct ClockTime: Hashable, Sendable {
  /// Seconds after midnight, 0–86,400.
  public var secondOfDay: Int

  public init(secondOfDay: Int) { self.secondOfDay = secondOfDay }

  /// `07:30`, with seconds where there are any.
  public var text: String {
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    let short = "\(padded(hour, 2)):\(padded(minute, 2))"
    return second == 0 ? short : "\(short):\(padded(second, 2))"
  }
}

/// What was wrong with a clock time such as `21:45`.
public enum ClockTimeError: Error, Equatable, Sendable {
  case empty
  case notAClockTime
  case hourOutOfRange(Int)
  case minuteOutOfRange(Int)
  case secondOutOfRange(Int)
  /// `7:3`: 7:03 or 7:30?
  case oneDigitMinute
  /// A letter in the place of a digit, such as the O of `O7:30`.
  case letterForDigit(String)
  /// `7,5`: hours with decimals, not a clock time.
  case decimalHours
  /// A fraction of a day, as a spreadsheet stores times.
  case spreadsheetNumber(ClockTime)
  /// `####` or `#VERDI!`.
  case spreadsheetError
}

extension ClockTime {
  /// Reads `07:30`, `7.30`, `0730`, `730`, `7`, `kl. 7.30`, `07:30:00`, `24:00`, `7:30 pm`.
  public init(_ text: String) throws(ClockTimeError) {
    var cursor = ValueCursor(text)
    self = try ClockTime.read(&cursor, toEnd: true)
  }

  /// - Parameter toEnd: whether something after the time is an error.
  static func read(_ cursor: inout ValueCursor, toEnd: Bool) throws(ClockTimeError) -> ClockTime {
    if cursor.isAtEnd { throw .empty }
    if cursor.next == UInt8(ascii: "#") { throw .spreadsheetError }
    let start = cursor.at
    if cursor.word() == "kl" {
      _ = cursor.take(".")
      cursor.skipBlanks()
    } else {
      cursor.at = start
    }
    if let letter = letterAmongDigits(cursor) { throw .letterForDigit(letter) }
    guard let hour = cursor.number() else { throw .notAClockTime }
    var parts = (hour: hour.value, minute: 0, second: 0)
    if cursor.next == UInt8(ascii: ":") || cursor.next == UInt8(ascii: ".") {
      guard hour.digits <= 2 else { throw .notAClockTime }
      let dot = cursor.take(".")
      if !dot { cursor.at += 1 }
      guard let minute = cursor.number() else { throw .notAClockTime }
      if dot, minute.digits > 2 { throw spreadsheetNumber(cursor, hour.value) }
      if minute.digits == 1 { throw .oneDigitMinute }
      guard minute.digits == 2 else { throw .notAClockTime }
      parts.minute = minute.value
      parts.second = try seconds(&cursor, dot: dot)
    } else if cursor.next == UInt8(ascii: ",") {
      throw decimal(&cursor, hour.value)
    } else if hour.digits == 3 || hour.digits == 4 {
      (parts.hour, parts.minute) = (hour.value / 100, hour.value % 100)
    } else if hour.digits > 4 {
      throw .notAClockTime
    }
    parts.hour = try halfOfDay(&cursor, parts.hour)
    if toEnd {
      cursor.skipBlanks()
      if !cursor.isAtEnd { throw .notAClockTime }
    }
    return try checked(parts.hour, parts.minute, parts.second)
  }

  static func checked(
    _ hour: Int, _ minute: Int, _ second: Int
  ) throws(ClockTimeError) -> ClockTime {
    if hour > 24 || (hour == 24 && (minute > 0 || second > 0)) { throw .hourOutOfRange(hour) }
    if minute > 59 { throw .minuteOutOfRange(minute) }
    if second > 59 { throw .secondOutOfRange(second) }
    return ClockTime(secondOfDay: hour * 3600 + minute * 60 + second)
  }

  private static func seconds(_ cursor: inout ValueCursor, dot: Bool) throws(ClockTimeError) -> Int
  {
    let start = cursor.at
    guard cursor.take(dot ? "." : ":") else { return 0 }
    guard let second = cursor.number(), second.digits == 2 else {
      // A dot after `7.30` ends a sentence, not a time.
      if dot, cursor.at == start + 1, cursor.isAtEnd { return 0 }
      throw .notAClockTime
    }
    // Fractions of a second, as spreadsheets and data frames write them, are dropped when zero.
    if cursor.next == UInt8(ascii: ".") {
      cursor.at += 1
      guard let fraction = cursor.number(), fraction.value == 0 else { throw .notAClockTime }
    }
    return second.value
  }

  /// `am` and `pm`.
  private static func halfOfDay(
    _ cursor: inout ValueCursor, _ hour: Int
  ) throws(ClockTimeError) -> Int {
    let start = cursor.at
    cursor.skipBlanks()
    switch cursor.word() {
    case "am":
      guard (1...12).contains(hour) else { throw .hourOutOfRange(hour) }
      return hour % 12
    case "pm":
      guard (1...12).contains(hour) else { throw .hourOutOfRange(hour) }
      return hour % 12 + 12
    default:
      cursor.at = start
      return hour
    }
  }

  /// `O7:30`, `l5:00`, `07:3O`.
  private static func letterAmongDigits(_ cursor: ValueCursor) -> String? {
    var letter: UInt8?
    var others = 0
    for byte in cursor.bytes[cursor.at...] {
      switch byte {
      case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"):
        letter = letter ?? byte
      case 48...58, UInt8(ascii: "."): break
      default: others += 1
      }
    }
    guard let letter, others == 0, cursor.bytes.count - cursor.at >= 3 else { return nil }
    return String(Unicode.Scalar(letter))
  }

  /// `0.3125`: the fraction again as digits, since leading zeros count.
  private static func spreadsheetNumber(_ cursor: ValueCursor, _ whole: Int) -> ClockTimeError {
    guard whole == 0 else { return .notAClockTime }
    return fraction(of: cursor)
  }

  private static func decimal(_ cursor: inout ValueCursor, _ whole: Int) -> ClockTimeError {
    cursor.at += 1
    guard let digits = cursor.number() else { return .notAClockTime }
    return whole == 0 && digits.digits > 2 ? fraction(of: cursor) : .decimalHours
  }

  /// The clock time that a fraction of a day after the decimal mark stands for.
  private static func fraction(of cursor: ValueCursor) -> ClockTimeError {
    var (value, scale) = (0, 1)
    let mark = cursor.bytes.lastIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") } ?? 0
    for byte in cursor.bytes[min(mark + 1, cursor.bytes.count)...] where ByteText.isDigit(byte) {
      guard scale < 1_000_000_000 else { break }
      value = value * 10 + Int(byte - 48)
      scale *= 10
    }
    let minutes = (value * 1440 + scale / 2) / scale
    return .spreadsheetNumber(ClockTime(secondOfDay: min(minutes, 1440) * 60))
  }
}
