/// What a field that says when something starts or ends holds.
struct TimeCell {
  enum Form: UInt8 {
    case empty
    /// A clock time; the date stands in another field.
    case clock
    /// A date alone.
    case date
    /// A date and a clock time.
    case local
    /// A date, a clock time and an offset from UTC.
    case instant
  }

  var form: Form
  /// Days since 1970, unless a clock time stands alone.
  var days: Int32 = 0
  /// Seconds after midnight, 0–86,400.
  var second: Int32 = 0
  /// Seconds east of UTC.
  var offset: Int32 = 0

  static let empty = TimeCell(form: .empty)

  /// Seconds on the wall clock since 1970.
  var local: Int64 { Int64(days) * 86_400 + Int64(second) }
}

/// The usual spellings of dates and times, read in place; everything else is left to ``WrittenDate`` and
/// ``ClockTime``.
struct FastTime {
  private var month: Int32 = -1
  private var firstOfMonth: Int32 = 0
  /// Days in the month last met.
  private(set) var lengthOfMonth: Int32 = 0

  /// Days since 1970, nil when there is no such date. Roster rows stay in a month for a while.
  @inline(__always)
  private mutating func days(_ year: Int32, _ month: Int32, _ day: Int32) -> Int32? {
    let key = year * 100 + month
    if key != self.month {
      guard WrittenDate.years.contains(Int(year)),
        let first = CivilDate(year: Int(year), month: Int(month), day: 1)
      else { return nil }
      self.month = key
      firstOfMonth = first.days
      lengthOfMonth = Int32(CivilDate.lengthOfMonth(Int(month), in: Int(year)))
    }
    guard day >= 1, day <= lengthOfMonth else { return nil }
    return firstOfMonth + day - 1
  }

  /// Two digits, or a number above 99.
  @inline(__always)
  private static func pair(_ bytes: Span<UInt8>, _ at: Int) -> Int32 {
    let (a, b) = (bytes[at] &- 48, bytes[at + 1] &- 48)
    return a < 10 && b < 10 ? Int32(a) * 10 + Int32(b) : 10_000
  }

  /// `HH:MM` and `HH.MM`.
  @inline(__always)
  private static func clock(_ bytes: Span<UInt8>, _ at: Int) -> Int32? {
    let (hour, minute) = (pair(bytes, at), pair(bytes, at + 3))
    guard bytes[at + 2] == 58 || bytes[at + 2] == 46, hour < 24, minute < 60 else { return nil }
    return hour * 3600 + minute * 60
  }

  /// `2026-01-05` and `05.01.2026`.
  @inline(__always)
  private mutating func date(_ bytes: Span<UInt8>, _ at: Int) -> Int32? {
    if bytes[at + 4] == 45, bytes[at + 7] == 45 {
      let (high, low) = (Self.pair(bytes, at), Self.pair(bytes, at + 2))
      let (month, day) = (Self.pair(bytes, at + 5), Self.pair(bytes, at + 8))
      guard high < 100, low < 100, month < 100, day < 100 else { return nil }
      return days(high * 100 + low, month, day)
    }
    if bytes[at + 2] == 46, bytes[at + 5] == 46 {
      let (high, low) = (Self.pair(bytes, at + 6), Self.pair(bytes, at + 8))
      let (month, day) = (Self.pair(bytes, at + 3), Self.pair(bytes, at))
      guard high < 100, low < 100, month < 100, day < 100 else { return nil }
      return days(high * 100 + low, month, day)
    }
    return nil
  }

  /// - Returns: nil when the value is not spelled in a usual way.
  @inline(__always)
  mutating func date(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    range.count == 10 ? date(bytes, range.lowerBound) : nil
  }

  /// - Returns: nil when the value is not spelled in a usual way.
  @inline(__always)
  mutating func cell(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TimeCell? {
    let at = range.lowerBound
    switch range.count {
    case 0: return .empty
    case 5:
      guard let second = Self.clock(bytes, at) else { return nil }
      return TimeCell(form: .clock, second: second)
    case 4:
      let (hour, minute) = (Self.pair(bytes, at), Self.pair(bytes, at + 2))
      guard hour < 24, minute < 60 else { return nil }
      return TimeCell(form: .clock, second: hour * 3600 + minute * 60)
    case 8:
      guard bytes[at + 2] == 58, bytes[at + 5] == 58, let second = Self.clock(bytes, at),
        Self.pair(bytes, at + 6) < 60
      else { return nil }
      return TimeCell(form: .clock, second: second + Self.pair(bytes, at + 6))
    case 10:
      guard let days = date(bytes, at) else { return nil }
      return TimeCell(form: .date, days: days)
    case 16, 19, 20, 25:
      guard bytes[at + 10] == 84 || bytes[at + 10] == 32, let days = date(bytes, at),
        var second = Self.clock(bytes, at + 11)
      else { return nil }
      if range.count == 16 { return TimeCell(form: .local, days: days, second: second) }
      let seconds = Self.pair(bytes, at + 17)
      guard bytes[at + 16] == 58, seconds < 60 else { return nil }
      second += seconds
      if range.count == 19 { return TimeCell(form: .local, days: days, second: second) }
      if range.count == 20 {
        return bytes[at + 19] == 90 ? TimeCell(form: .instant, days: days, second: second) : nil
      }
      guard bytes[at + 19] == 43 || bytes[at + 19] == 45, bytes[at + 22] == 58 else { return nil }
      let (hours, minutes) = (Self.pair(bytes, at + 20), Self.pair(bytes, at + 23))
      guard hours <= 18, minutes < 60 else { return nil }
      let offset = (hours * 3600 + minutes * 60) * (bytes[at + 19] == 43 ? 1 : -1)
      return TimeCell(form: .instant, days: days, second: second, offset: offset)
    default: return nil
    }
  }
}
