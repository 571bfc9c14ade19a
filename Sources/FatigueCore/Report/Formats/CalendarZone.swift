/// A `VTIMEZONE` of RFC 5545, and clock times in it.
struct CalendarZone {
  let zone: Zone
  /// A zone that is never changed, and so needs no description: its times stand in UTC.
  private let isFixed: Bool

  init(_ zone: Zone) {
    self.zone = zone
    if case .fixed = zone.rules { isFixed = true } else { isFixed = false }
  }

  /// `DTSTART;TZID=Europe/Oslo:20260329T010000` and `DTEND…`.
  ///
  /// In UTC, both, when one of them is in the hour that the clock shows twice and means its second time: a
  /// clock time alone means the first. In UTC too when the clock is changed between them: many readers take
  /// one clock time from the other, and a nap of 20 min would last 80.
  func times(_ start: Instant, _ end: Instant, in lines: inout CalendarLines) {
    let inZone =
      !isFixed && isPlain(start) && isPlain(end) && zone.offset(at: start) == zone.offset(at: end)
    for (name, instant) in [("DTSTART", start), ("DTEND", end)] {
      lines.line(
        inZone
          ? "\(name);TZID=\(zone.name):\(CalendarLines.local(zone.civil(instant)))"
          : "\(name):\(CalendarLines.utc(instant))")
    }
  }

  private func isPlain(_ instant: Instant) -> Bool {
    zone.resolve(zone.civil(instant)).instant == instant
  }

  /// Describes the zone for the stretches of time that hold these instants.
  func describe(from start: Instant, through end: Instant, in lines: inout CalendarLines) {
    guard !isFixed else { return }
    lines.line("BEGIN:VTIMEZONE")
    lines.line("TZID:" + zone.name)
    if case .europeanUnion(let standard) = zone.rules {
      // Last Sundays at 01:00 UTC, written on the clock before the change.
      let (winter, summer) = (standard, standard + 3600)
      let (spring, autumn) = (clock(3600 + winter), clock(3600 + summer))
      lines.line("BEGIN:DAYLIGHT")
      lines.line("DTSTART:19810329T\(spring)")
      lines.line("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
      observance(from: winter, to: summer, in: &lines)
      lines.line("END:DAYLIGHT")
      lines.line("BEGIN:STANDARD")
      lines.line("DTSTART:19961027T\(autumn)")
      lines.line("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
      observance(from: summer, to: winter, in: &lines)
      lines.line("END:STANDARD")
    } else {
      changes(from: start, through: end, in: &lines)
    }
    lines.line("END:VTIMEZONE")
  }

  /// Every stretch by itself; for zones without a rule that can be written.
  private func changes(from start: Instant, through end: Instant, in lines: inout CalendarLines) {
    var stretch = zone.stretch(at: start)
    var before = stretch.offset
    if stretch.from != .min {
      before = zone.stretch(at: Instant(seconds: stretch.from - 1)).offset
    }
    // `Assumed:` no plan sees more changes than this.
    for _ in 0..<64 {
      let isSummer = stretch.offset > before
      lines.line(isSummer ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
      let first = stretch.from == .min ? -11_644_473_600 : stretch.from + Int64(before)
      lines.line("DTSTART:" + CalendarLines.local(CivilTime(localSeconds: first)))
      observance(from: before, to: stretch.offset, in: &lines)
      lines.line(isSummer ? "END:DAYLIGHT" : "END:STANDARD")
      guard stretch.to <= end.seconds else { break }
      before = stretch.offset
      stretch = zone.stretch(at: Instant(seconds: stretch.to))
    }
  }

  private func observance(from: Int32, to: Int32, in lines: inout CalendarLines) {
    lines.line("TZOFFSETFROM:" + Self.offset(from))
    lines.line("TZOFFSETTO:" + Self.offset(to))
  }

  /// `030000`
  private func clock(_ seconds: Int32) -> String {
    String(CalendarLines.local(CivilTime(localSeconds: Int64(seconds %% 86_400))).suffix(6))
  }

  /// `+0100`
  private static func offset(_ seconds: Int32) -> String {
    let size = abs(seconds)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = size % 60 == 0 ? "" : two(size % 60)
    return (seconds < 0 ? "-" : "+") + two(size / 3600) + two(size / 60 % 60) + rest
  }
}
