/// A date or time as a calendar writes it, before any zone is applied (RFC 5545, 3.3.4, 3.3.5).
struct CalendarTime: Equatable, Sendable {
  enum Form: UInt8, Sendable {
    case date, floating, utc
    /// Local time of the zone named by ``zone``.
    case zoned
  }

  /// Seconds since 1970 on the wall clock; midnight of a date.
  var local: Int64
  var form: Form
  /// Index among the names of zones in the calendar.
  var zone: UInt16 = 0

  /// `20260105`, `20260105T073000` or `20260105T073000Z`, blanks around it allowed.
  ///
  /// - Returns: nil when it is none of these or no such day; a leap second is the one before it.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = ByteText.trimmed(bytes, range)
    let at = range.lowerBound
    guard range.count == 8 || range.count == 15 || range.count == 16,
      let date = ByteWords.pairs(ByteWords.load(bytes, at), digits: 8),
      let day = CivilDate(
        year: Int(date & 0xFF) * 100 + Int(date >> 16 & 0xFF), month: Int(date >> 32 & 0xFF),
        day: Int(date >> 48))
    else { return nil }
    local = day.localMidnight
    form = .date
    if range.count == 8 { return }
    // `5T073000`, so that no byte after the value is asked for.
    guard bytes[at + 8] | 32 == UInt8(ascii: "t"),
      let clock = ByteWords.pairs(ByteWords.load(bytes, at + 7) >> 16, digits: 6)
    else { return nil }
    let (hour, minute) = (Int(clock & 0xFF), Int(clock >> 16 & 0xFF))
    let second = Int(clock >> 32 & 0xFF)
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    local += Int64(hour * 3600 + minute * 60 + min(second, 59))
    form = .floating
    if range.count == 16 {
      guard bytes[at + 15] | 32 == UInt8(ascii: "z") else { return nil }
      form = .utc
    }
  }

  init(local: Int64, form: Form, zone: UInt16 = 0) {
    self.local = local
    self.form = form
    self.zone = zone
  }

  /// Day since 1970.
  var day: Int64 { local.flooredQuotient(86_400) }
}

/// A DURATION: days and weeks on the calendar, hours and shorter exact (RFC 5545, 3.3.6).
struct CalendarDuration: Equatable, Sendable {
  var days: Int32 = 0
  var seconds: Int64 = 0

  init(days: Int32 = 0, seconds: Int64 = 0) {
    self.days = days
    self.seconds = seconds
  }

  /// `P1W`, `P1DT2H`, `PT9H30M`, with a sign or without.
  ///
  /// - Returns: nil when it is not that, or over 100,000 days.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = ByteText.trimmed(bytes, range)
    var at = range.lowerBound
    let end = range.upperBound
    var sign: Int64 = 1
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      sign = bytes[at] == UInt8(ascii: "-") ? -1 : 1
      at += 1
    }
    guard at < end, bytes[at] | 32 == UInt8(ascii: "p") else { return nil }
    at += 1
    var (days, seconds): (Int64, Int64) = (0, 0)
    var (inTime, parts) = (false, 0)
    while at < end {
      if bytes[at] | 32 == UInt8(ascii: "t"), !inTime {
        inTime = true
        at += 1
        continue
      }
      var (value, digits): (Int64, Int) = (0, 0)
      while at < end, ByteText.isDigit(bytes[at]) {
        value = min(value * 10 + Int64(bytes[at] - 48), 10_000_000_000)
        (at, digits) = (at + 1, digits + 1)
      }
      guard digits > 0, at < end else { return nil }
      switch (bytes[at] | 32, inTime) {
      case (UInt8(ascii: "w"), false): days += 7 * value
      case (UInt8(ascii: "d"), false): days += value
      case (UInt8(ascii: "h"), true): seconds += 3600 * value
      case (UInt8(ascii: "m"), true): seconds += 60 * value
      case (UInt8(ascii: "s"), true): seconds += value
      default: return nil
      }
      (at, parts) = (at + 1, parts + 1)
      guard parts <= 5 else { return nil }
    }
    guard parts > 0, days <= 100_000, seconds <= 100_000 * 86_400 else { return nil }
    self.days = Int32(sign * days)
    self.seconds = sign * seconds
  }
}

/// A UTC-OFFSET in seconds east of UTC: `+0100`, `-033015` (RFC 5545, 3.3.14).
enum CalendarOffset {
  static func seconds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    let range = ByteText.trimmed(bytes, range)
    guard range.count == 5 || range.count == 7 else { return nil }
    let sign = bytes[range.lowerBound]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var parts: [Int32] = []
    var at = range.lowerBound + 1
    while at < range.upperBound {
      guard ByteText.isDigit(bytes[at]), ByteText.isDigit(bytes[at + 1]) else { return nil }
      parts.append(Int32(bytes[at] - 48) * 10 + Int32(bytes[at + 1] - 48))
      at += 2
    }
    // 26 h is what a zone file may have, too.
    guard parts[0] < 26, parts[1] < 60, parts.count == 2 || parts[2] < 60 else { return nil }
    let size = parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    return sign == UInt8(ascii: "-") ? -size : size
  }
}
