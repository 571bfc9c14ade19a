/// One entry of a personal plan, as a calendar has it.
public struct AdviceEntry: Hashable, Sendable {
  /// What other programs may sort by.
  public enum Category: String, Sendable {
    case sleep = "SLEEP"
    case nap = "NAP"
    /// A nap at home before a night, longer than those on duty.
    case homeNap = "NAP,PROPHYLACTIC"
    case light = "LIGHT"
    case dark = "DARK"
    case caffeine = "CAFFEINE"
    case drive = "DRIVE"
  }

  public var kind: AdviceKind
  public var category: Category
  public var start: Instant
  public var end: Instant
  /// What it belongs to: the start of the duty, so that an entry which moves a little keeps its identity.
  public var anchor: Instant
  /// Of those of one kind and anchor, from 0.
  public var number = 0
  public var title: String
  /// With how sure research is, and what to be careful about.
  public var text: String
  /// What an alarm says; nil for none.
  public var alarm: String?

  public init(
    _ kind: AdviceKind, _ category: Category, start: Instant, end: Instant, anchor: Instant,
    title: String, text: String, alarm: String? = nil
  ) {
    self.kind = kind
    self.category = category
    self.start = start
    self.end = end
    self.anchor = anchor
    self.title = title
    self.text = text
    self.alarm = alarm
  }
}

/// A personal plan as iCalendar (RFC 5545): private, and never shown as busy.
///
/// For phones and Outlook: one calendar for one person, times on the clock of the roster's zone with its
/// description beside them, an identity that is the same from run to run, and no addresses.
public enum AdviceCalendar {
  /// Before the entry.
  static let alarm = Elapsed.minutes(10)

  /// - Parameters:
  ///   - about: what a reader must know of all of it; nil for nothing.
  ///   - key: of the person (``PersonNames/keys``); with kind and anchor it makes the identity.
  ///   - stamp: when the calendar was made; the same instant gives the same bytes.
  public static func bytes(
    _ entries: [AdviceEntry], name: String, about: String? = nil, key: [UInt8], zone: Zone,
    stamp: Instant
  ) -> [UInt8] {
    var lines = CalendarLines()
    lines.line("BEGIN:VCALENDAR")
    lines.line("VERSION:2.0")
    lines.line("PRODID:-//fatigue//plan//NO")
    lines.line("CALSCALE:GREGORIAN")
    lines.line("METHOD:PUBLISH")
    lines.property("NAME", name)
    lines.property("X-WR-CALNAME", name)
    if let about {
      lines.property("DESCRIPTION", about)
      lines.property("X-WR-CALDESC", about)
    }
    lines.property("X-WR-TIMEZONE", zone.name)
    // A plan changes with the roster, not by the hour.
    lines.line("REFRESH-INTERVAL;VALUE=DURATION:P1D")
    lines.line("X-PUBLISHED-TTL:P1D")
    let calendar = CalendarZone(zone)
    if let first = entries.map(\.start).min(), let last = entries.map(\.end).max() {
      calendar.describe(from: first, through: last, in: &lines)
    }
    var seen: Set<String> = []
    for entry in entries where entry.end > entry.start {
      let identity = identity(entry, key)
      guard seen.insert(identity).inserted else { continue }
      lines.line("BEGIN:VEVENT")
      lines.line("UID:\(identity)@fatigue")
      lines.line("DTSTAMP:" + CalendarLines.utc(stamp))
      calendar.times(entry.start, entry.end, in: &lines)
      lines.property("SUMMARY", entry.title)
      lines.property("DESCRIPTION", entry.text)
      lines.line("CATEGORIES:" + entry.category.rawValue)
      lines.line("CLASS:PRIVATE")
      lines.line("TRANSP:TRANSPARENT")
      // What Outlook goes by.
      lines.line("X-MICROSOFT-CDO-BUSYSTATUS:FREE")
      if let alarm = entry.alarm {
        lines.line("BEGIN:VALARM")
        lines.line("ACTION:DISPLAY")
        lines.line("TRIGGER:-PT\(Self.alarm.seconds / 60)M")
        lines.property("DESCRIPTION", alarm)
        lines.line("END:VALARM")
      }
      lines.line("END:VEVENT")
    }
    lines.line("END:VCALENDAR")
    return lines.bytes
  }

  private static func identity(_ entry: AdviceEntry, _ key: [UInt8]) -> String {
    let parts = [
      BytesText.hexadecimal(key), entry.kind.rawValue, CalendarLines.utc(entry.anchor),
      String(entry.number),
    ]
    let digest = SHA256.digest(of: Array(parts.joined(separator: "\u{1F}").utf8))
    return BytesText.hexadecimal(digest.prefix(16))
  }
}
