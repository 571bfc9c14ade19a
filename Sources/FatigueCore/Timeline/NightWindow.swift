/// A stretch of the clock that recurs every night, in seconds after local midnight; it ends on the
/// next date.
public struct NightWindow: Sendable {
  public var from: Int64
  public var to: Int64

  /// 23:00–06:00: what research counts as night (S-NIGHT).
  public static let evidence = NightWindow(from: 23 * 3600, to: 30 * 3600)
  /// 21:00–06:00: night work by aml. § 10-11 (1).
  public static let legal = NightWindow(from: 21 * 3600, to: 30 * 3600)
  /// 20:00–06:00: night in older tariff texts.
  public static let tariff = NightWindow(from: 20 * 3600, to: 30 * 3600)
  /// 23:00–07:00: a full night's sleep (EVID-REC48).
  public static let sleep = NightWindow(from: 23 * 3600, to: 31 * 3600)

  /// Whether a stretch that begins on some day lies wholly between the end of the night and its beginning
  /// on that day; in seconds after that day's midnight.
  @inline(__always)
  func isClear(from second: Int64, to end: Int64) -> Bool { second >= to - 86_400 && end <= from }

  /// Seconds inside of a stretch over which the clock is not changed.
  ///
  /// - Parameters:
  ///   - second: Where it begins, in seconds after some local midnight.
  ///   - end: Where it ends, in the same.
  @inline(__always)
  func seconds(from second: Int64, to end: Int64) -> Int64 {
    seconds(until: end) - seconds(until: second)
  }

  /// From a midnight until so many seconds later.
  @inline(__always)
  private func seconds(until second: Int64) -> Int64 {
    let (days, rest) = second.quotientAndRemainder(dividingBy: 86_400)
    return days * (to - from) + min(rest, to - 86_400) + max(0, rest - from)
  }

  /// Seconds inside 23–06 and inside 21–06 of a stretch over which the clock is not changed.
  ///
  /// - Parameters:
  ///   - second: Where it begins, in seconds after local midnight.
  ///   - length: In seconds.
  static func nightSeconds(
    from second: Int64, for length: Int64
  ) -> (evidence: Int64, legal: Int64) {
    let day: Int64 = 86_400
    let end = second + length
    // Most day and evening shifts lie clear of the night.
    if second >= legal.to - day, end <= legal.from { return (0, 0) }
    // The first night that ends after the start.
    var midnight = second < legal.to - day ? -day : 0
    var seconds: (evidence: Int64, legal: Int64) = (0, 0)
    while midnight + legal.from < end {
      let closes = min(end, midnight + legal.to)
      seconds.legal += max(0, closes - max(second, midnight + legal.from))
      seconds.evidence += max(0, closes - max(second, midnight + evidence.from))
      midnight += day
    }
    return seconds
  }
}

extension PersonTimeline {
  /// What of the work lies inside 21–06, in seconds; time that two shifts claim counts once.
  func mergedNight(origin: Int64, clock: inout ZoneCursor) -> Int64 {
    guard !overlaps.isEmpty else { return legalNight }
    var sum: Int64 = 0
    for block in blocks {
      if block.startOffset == block.endOffset {
        sum += NightWindow.nightSeconds(from: Int64(block.second), for: block.length).legal
      } else {
        let (from, to) = (origin + Int64(block.start), origin + Int64(block.end))
        sum += clock.seconds(of: .legal, from: from, to: to)
      }
    }
    return sum
  }
}

extension ZoneCursor {
  /// Elapsed seconds inside 23–06 and inside 21–06, which holds the other.
  mutating func nightSeconds(from: Int64, to: Int64) -> (evidence: Int64, legal: Int64) {
    let legal = seconds(of: .legal, from: from, to: to)
    return (legal > 0 ? seconds(of: .evidence, from: from, to: to) : 0, legal)
  }

  /// Elapsed seconds of a stretch that lie inside a window, on every night it touches.
  ///
  /// - Parameters:
  ///   - from: Seconds since 1970.
  ///   - to: Seconds since 1970, not before `from`.
  mutating func seconds(of window: NightWindow, from: Int64, to: Int64) -> Int64 {
    let day: Int64 = 86_400
    let offset = Int64(self.offset(at: from))
    if keepsOffset(until: to) || Int64(self.offset(at: to)) == offset {
      // No clock change inside: plain arithmetic on the wall clock.
      var total: Int64 = 0
      let (start, end) = (from + offset, to + offset)
      let second = start %% day
      // Most day and evening shifts lie clear of the night.
      if second >= window.to - day, second + (end - start) <= window.from { return 0 }
      // The first night that ends after the start.
      var midnight = start - second - (second < window.to - day ? day : 0)
      while midnight + window.from < end {
        total += max(0, min(end, midnight + window.to) - max(start, midnight + window.from))
        midnight += day
      }
      return total
    }
    var total: Int64 = 0
    var midnight = (local(from) - window.to).flooredQuotient(day) * day
    while true {
      let opens = resolve(local: midnight + window.from).instant.seconds
      guard opens < to else { return total }
      let closes = resolve(local: midnight + window.to).instant.seconds
      total += max(0, min(to, closes) - max(from, opens))
      midnight += day
    }
  }
}
