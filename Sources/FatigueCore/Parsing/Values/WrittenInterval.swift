/// Start and end in one value, such as `22:15-07:45`.
public struct WrittenInterval: Equatable, Sendable {
  public var start: ClockTime
  public var end: ClockTime

  /// Seconds from the start day's midnight to the end, which may lie on the next day.
  public var endSecond: Int {
    end.secondOfDay <= start.secondOfDay ? end.secondOfDay + 86_400 : end.secondOfDay
  }
}

/// What was wrong with an interval.
public enum WrittenIntervalError: Error, Equatable, Sendable {
  case empty
  case notAnInterval
  case start(ClockTimeError)
  case end(ClockTimeError)
  /// 0 or 24 hours?
  case equal(ClockTime)
}

extension WrittenInterval {
  /// Reads `07:30-15:00`, `7-15`, `07.30 – 15.00`, `07:30 til 15:00`.
  public init(_ text: String) throws(WrittenIntervalError) {
    try self.init(ValueCursor(text))
  }

  init(_ whole: ValueCursor) throws(WrittenIntervalError) {
    if whole.isAtEnd { throw .empty }
    guard let (before, after) = Self.dash(whole.bytes) else { throw .notAnInterval }
    let span = whole.bytes.span
    start = try Self.clock(ValueCursor(span, 0..<before)) { .start($0) }
    end = try Self.clock(ValueCursor(span, after..<whole.bytes.count)) { .end($0) }
    if start == end { throw .equal(start) }
  }

  private static func clock(
    _ cursor: ValueCursor, _ wrap: (ClockTimeError) -> WrittenIntervalError
  ) throws(WrittenIntervalError) -> ClockTime {
    var cursor = cursor
    do throws(ClockTimeError) {
      return try ClockTime.read(&cursor, toEnd: true)
    } catch {
      throw wrap(error)
    }
  }

  /// Where the word or dash between the times starts and ends; nil when there is not exactly one.
  private static func dash(_ bytes: [UInt8]) -> (Int, Int)? {
    var found: (Int, Int)?
    var i = 0
    while i < bytes.count {
      var width = 0
      if bytes[i] == UInt8(ascii: "-") {
        width = 1
      } else if bytes[i...].starts(with: [0xE2, 0x80]), i + 2 < bytes.count,
        (0x90...0x95).contains(bytes[i + 2])
      {
        width = 3
      } else if bytes[i...].starts(with: "til".utf8) {
        width = 3
      } else if bytes[i...].starts(with: "to".utf8) {
        width = 2
      }
      if width > 0 {
        if found != nil { return nil }
        found = (i, i + width)
      }
      i += max(1, width)
    }
    return found
  }
}
