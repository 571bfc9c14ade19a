/// Times as machines read them.
///
/// Each is written byte by byte at the end of others, because a report holds hundreds of thousands.
public enum TimeText {
  /// `2026-03-29T01:00:00Z`
  public static func utc(_ instant: Instant) -> String {
    text { appendUTC(instant, to: &$0) }
  }

  /// `2026-03-29T03:00:00+02:00`
  public static func withOffset(_ instant: Instant, in zone: Zone) -> String {
    text { append(instant, in: zone, to: &$0) }
  }

  /// `2026-03-29T03:00:00`
  public static func local(_ time: CivilTime) -> String {
    text { appendLocal(time, to: &$0) }
  }

  private static func text(_ append: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    append(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``utc(_:)``.
  static func appendUTC(_ instant: Instant, to bytes: inout [UInt8]) {
    appendLocal(CivilTime(localSeconds: instant.seconds), to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends ``withOffset(_:in:)``.
  static func append(_ instant: Instant, in zone: Zone, to bytes: inout [UInt8]) {
    appendLocal(zone.civil(instant), to: &bytes)
    let offset = Int(zone.offset(at: instant))
    let minutes = abs(offset) / 60
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    appendTwoDigits(minutes / 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(minutes % 60, to: &bytes)
  }

  /// Appends ``local(_:)``.
  static func appendLocal(_ time: CivilTime, to bytes: inout [UInt8]) {
    appendDate(time.date, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendTwoDigits(time.hour, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(time.minute, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(time.second, to: &bytes)
  }

  /// Appends ``CivilDate/iso``.
  static func appendDate(_ date: CivilDate, to bytes: inout [UInt8]) {
    let (year, month, day) = date.components
    guard (0...9999).contains(year) else { return bytes.append(contentsOf: date.iso.utf8) }
    appendTwoDigits(year / 100, to: &bytes)
    appendTwoDigits(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(day, to: &bytes)
  }

  /// Appends a number of at most two digits.
  static func appendTwoDigits(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
    bytes.append(UInt8(truncatingIfNeeded: 48 + number % 10))
  }
}
