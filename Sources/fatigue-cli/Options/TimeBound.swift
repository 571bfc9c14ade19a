import FatigueCore

/// The value of `--from` or `--to`: a date, a clock time, or an instant.
struct TimeBound: Equatable, Sendable {
  private var civil: CivilTime
  /// Seconds east of UTC, nil when the zone of the roster decides.
  private var offset: Int64?

  /// `2026-03-29`, `2026-03-29T07:30[:15]`, either blank or `T` between, then `Z` or `+01:00`.
  init?(_ text: String) {
    var scanner = Scanner(bytes: Array(text.utf8)[...])
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let day = scanner.number(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    civil = CivilTime(date)
    guard !scanner.isAtEnd else { return }
    guard scanner.take("T") || scanner.take(" "), let hour = scanner.number(2), hour < 24,
      scanner.take(":"), let minute = scanner.number(2), minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let seconds = scanner.number(2), seconds < 60 else { return nil }
      second = seconds
    }
    civil = CivilTime(date, secondOfDay: hour * 3600 + minute * 60 + second)
    if scanner.take("Z") {
      offset = 0
    } else if let sign: Int64 = scanner.take("+") ? 1 : scanner.take("-") ? -1 : nil {
      guard let hours = scanner.number(2), hours < 24 else { return nil }
      _ = scanner.take(":")
      guard let minutes = scanner.number(2), minutes < 60 else { return nil }
      offset = sign * Int64(hours * 3600 + minutes * 60)
    }
    guard scanner.isAtEnd else { return nil }
  }

  /// The instant, read in `zone` when the text names no offset.
  func instant(in zone: Zone) -> Instant {
    guard let offset else { return zone.resolve(civil).instant }
    return Instant(seconds: civil.localSeconds - offset)
  }

  /// The day it lies on, as a first day.
  var date: CivilDate { civil.date }

  /// The last day before it, as ``instant(in:)`` ends what it bounds.
  var lastDay: CivilDate {
    CivilTime(localSeconds: civil.localSeconds - 1).date
  }

  private struct Scanner {
    var bytes: ArraySlice<UInt8>
    var isAtEnd: Bool { bytes.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let first = bytes.first, UInt32(first) == character.value else { return false }
      bytes.removeFirst()
      return true
    }

    /// Exactly this many digits.
    mutating func number(_ digits: Int) -> Int? {
      guard bytes.count >= digits else { return nil }
      var value = 0
      for byte in bytes.prefix(digits) {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      bytes.removeFirst(digits)
      return value
    }
  }
}
