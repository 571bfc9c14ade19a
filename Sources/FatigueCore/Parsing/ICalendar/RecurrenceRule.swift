/// A recurrence rule, read but not yet expanded (RFC 5545, 3.3.10).
struct RecurrenceRule: Equatable, Sendable {
  enum Frequency: Int, Sendable, Comparable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly
    static func < (a: Frequency, b: Frequency) -> Bool { a.rawValue < b.rawValue }
  }

  /// `2MO`: a weekday, 1 for Monday, and which one in its month or year; 0 for every.
  struct Weekday: Equatable, Sendable {
    var ordinal: Int
    var day: Int
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: CalendarTime?
  /// 1 is Monday.
  var weekStart = 1
  var seconds: [Int] = []
  var minutes: [Int] = []
  var hours: [Int] = []
  var weekdays: [Weekday] = []
  var monthDays: [Int] = []
  var yearDays: [Int] = []
  var weeks: [Int] = []
  var months: [Int] = []
  var positions: [Int] = []

  /// What is wrong with a rule, with the part that is.
  enum Fault: Error, Equatable {
    case unknownFrequency(String)
    case noFrequency
    case badInterval(String)
    case badPart(String)
  }

  /// Bytes that a rule may take; with every value of every list it takes under 4,000.
  private static let longest = 16_384

  init(frequency: Frequency) { self.frequency = frequency }

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Fault) {
    self.init(frequency: .yearly)
    guard range.count <= Self.longest else { throw .badPart("…") }
    var hasFrequency = false
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes[end] != UInt8(ascii: ";") { end += 1 }
      let part = ByteText.trimmed(bytes, at..<end)
      at = end + 1
      if part.isEmpty { continue }
      guard let equals = part.first(where: { bytes[$0] == UInt8(ascii: "=") }) else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      let name = ByteText.string(bytes, part.lowerBound..<equals).uppercased()
      let value = equals + 1..<part.upperBound
      if name == "FREQ" {
        frequency = try Self.frequency(bytes, value)
        hasFrequency = true
      } else {
        try read(name, bytes, value, part)
      }
    }
    guard hasFrequency else { throw .noFrequency }
    tidy()
  }

  private static func frequency(
    _ bytes: Span<UInt8>, _ value: Range<Int>
  ) throws(Fault) -> Frequency {
    switch ByteText.string(bytes, value).uppercased() {
    case "SECONDLY": .secondly
    case "MINUTELY": .minutely
    case "HOURLY": .hourly
    case "DAILY": .daily
    case "WEEKLY": .weekly
    case "MONTHLY": .monthly
    case "YEARLY": .yearly
    default: throw .unknownFrequency(ByteText.shown(bytes, value))
    }
  }

  private mutating func read(
    _ name: String, _ bytes: Span<UInt8>, _ value: Range<Int>, _ part: Range<Int>
  ) throws(Fault) {
    func numbers(_ range: ClosedRange<Int>, signed: Bool = false) throws(Fault) -> [Int] {
      guard let list = Self.numbers(bytes, value, range, signed) else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      return list
    }
    switch name {
    case "INTERVAL":
      guard let number = Self.numbers(bytes, value, 1...Int.max, false), number.count == 1 else {
        throw .badInterval(ByteText.shown(bytes, part))
      }
      interval = min(number[0], 1_000_000_000)
    case "COUNT":
      guard let number = Self.numbers(bytes, value, 1...Int.max, false), number.count == 1 else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      count = number[0]
    case "UNTIL":
      guard let time = CalendarTime(bytes, value) else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      until = time
    case "WKST":
      guard value.count == 2, let day = Self.weekday(bytes, value.lowerBound) else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      weekStart = day
    case "BYSECOND": seconds = try numbers(0...60)
    case "BYMINUTE": minutes = try numbers(0...59)
    case "BYHOUR": hours = try numbers(0...23)
    case "BYMONTHDAY": monthDays = try numbers(1...31, signed: true)
    case "BYYEARDAY": yearDays = try numbers(1...366, signed: true)
    case "BYWEEKNO": weeks = try numbers(1...53, signed: true)
    case "BYMONTH": months = try numbers(1...12)
    case "BYSETPOS": positions = try numbers(1...1_000_000_000, signed: true)
    case "BYDAY":
      guard let days = Self.weekdays(bytes, value) else {
        throw .badPart(ByteText.shown(bytes, part))
      }
      weekdays = days
    default:
      // A part of somebody's own (`X-…`) says nothing here; a misspelt one would change the plan.
      guard name.hasPrefix("X-") else { throw .badPart(ByteText.shown(bytes, part)) }
    }
  }

  /// Whole numbers between commas whose size lies in a range.
  private static func numbers(
    _ bytes: Span<UInt8>, _ value: Range<Int>, _ range: ClosedRange<Int>, _ signed: Bool
  ) -> [Int]? {
    var result: [Int] = []
    var at = value.lowerBound
    while true {
      var negative = false
      if at < value.upperBound, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
        guard signed else { return nil }
        negative = bytes[at] == UInt8(ascii: "-")
        at += 1
      }
      var (number, digits) = (0, 0)
      while at < value.upperBound, ByteText.isDigit(bytes[at]) {
        number = min(number * 10 + Int(bytes[at] - 48), 1_000_000_000_000)
        (at, digits) = (at + 1, digits + 1)
      }
      guard digits > 0, range.contains(number) else { return nil }
      result.append(negative ? -number : number)
      if at == value.upperBound { return result }
      guard bytes[at] == UInt8(ascii: ",") else { return nil }
      at += 1
    }
  }

  private static func weekdays(_ bytes: Span<UInt8>, _ value: Range<Int>) -> [Weekday]? {
    var result: [Weekday] = []
    var at = value.lowerBound
    while true {
      var (number, digits, sign) = (0, 0, 1)
      if at < value.upperBound, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
        sign = bytes[at] == UInt8(ascii: "-") ? -1 : 1
        at += 1
      }
      while at < value.upperBound, ByteText.isDigit(bytes[at]), digits < 3 {
        number = number * 10 + Int(bytes[at] - 48)
        (at, digits) = (at + 1, digits + 1)
      }
      guard at + 2 <= value.upperBound, let day = weekday(bytes, at),
        digits == 0 ? sign == 1 : (1...53).contains(number)
      else { return nil }
      result.append(Weekday(ordinal: sign * number, day: day))
      at += 2
      if at == value.upperBound { return result }
      guard bytes[at] == UInt8(ascii: ",") else { return nil }
      at += 1
    }
  }

  /// `MO` is 1.
  private static func weekday(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    for (index, name) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].enumerated()
    where ByteText.starts(bytes, at: at, with: name) {
      return index + 1
    }
    return nil
  }

  /// Lists in order, each value once; a leap second is no second of this clock.
  private mutating func tidy() {
    seconds = Set(seconds.map { min($0, 59) }).sorted()
    minutes = Set(minutes).sorted()
    hours = Set(hours).sorted()
    monthDays = Set(monthDays).sorted()
    yearDays = Set(yearDays).sorted()
    weeks = Set(weeks).sorted()
    months = Set(months).sorted()
    positions = Set(positions).sorted()
    var unique: [Weekday] = []
    for day in weekdays where unique.count < 800 && !unique.contains(day) { unique.append(day) }
    weekdays = unique
  }
}
