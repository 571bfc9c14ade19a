/// The normalised roster as iCalendar (RFC 5545): one calendar, an event for each entry.
///
/// What other programs need stands in standard properties; what reading it again needs to give the
/// same entry stands beside it in properties of our own (`X-FATIGUE-…`).
public enum ConvertCalendar {
  /// - Parameters:
  ///   - shown: What is written for a text of the input, as in ``ConvertCSV``.
  ///   - bytes: What is written is appended here.
  ///   - flush: Called between people; may send on the bytes and empty them.
  public static func write(
    _ roster: Roster, _ sources: SourceMap, shown: @escaping (String) -> String = { $0 },
    into bytes: inout [UInt8], flush: (inout [UInt8]) -> Void = { _ in }
  ) {
    var calendar = ConvertCalendar.Writer(roster, sources, shown)
    calendar.open()
    for person in roster.people.indices {
      for shift in roster.shifts[roster.slices[person]] { calendar.event(shift, of: person) }
      bytes += calendar.bytes
      calendar.bytes.removeAll(keepingCapacity: true)
      flush(&bytes)
    }
    calendar.line("END:VCALENDAR")
    bytes += calendar.bytes
  }

  private struct Writer {
    private let roster: Roster
    private var entries: NormalisedEntries
    private let shown: (String) -> String
    private let stamp: String
    /// How many events have had the same identifier.
    private var identifiers: [String: Int] = [:]
    private var lines = CalendarLines()
    var bytes: [UInt8] {
      get { lines.bytes }
      set { lines.bytes = newValue }
    }

    init(_ roster: Roster, _ sources: SourceMap, _ shown: @escaping (String) -> String) {
      self.roster = roster
      self.shown = shown
      entries = NormalisedEntries(roster, sources)
      // A stamp is asked for; the first date of the plan is one that does not change by itself.
      stamp = Self.compact(roster.firstDate.iso) + "T000000Z"
    }

    mutating func line(_ text: String) { lines.line(text) }

    private mutating func property(_ name: String, _ value: String) {
      lines.property(name, shown(value))
    }

    mutating func open() {
      line("BEGIN:VCALENDAR")
      line("VERSION:2.0")
      line("PRODID:-//fatigue//convert//NO")
      line("CALSCALE:GREGORIAN")
      property("X-WR-TIMEZONE", roster.zone.name)
      if roster.people.count == 1 { property("X-WR-CALNAME", entries.names[0]) }
    }

    mutating func event(_ shift: Shift, of person: Int) {
      let details = entries.details(shift)
      let code = roster.codes[Int(shift.code)]
      let unit = roster.units[Int(shift.unit)]
      let isWholeDay = shift.flags.contains(.allDay)
      line("BEGIN:VEVENT")
      line("UID:" + identifier(shift, person, details.uid))
      line("DTSTAMP:" + stamp)
      let prefix = isWholeDay ? ";VALUE=DATE:" : ":"
      line("DTSTART" + prefix + time(shift.start, shift))
      // An event without an end lasts no time, or the whole of its day.
      if shift.end > shift.start || isWholeDay {
        line("DTEND" + prefix + time(shift.end, shift))
      }
      let title =
        details.summary.isEmpty ? (code.isEmpty ? shift.kind.name : code) : details.summary
      property(
        "SUMMARY", roster.people.count == 1 ? title : "\(entries.names[person]): \(title)")
      if !unit.isEmpty { property("LOCATION", unit) }
      line(shift.kind.isWork ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT")
      if shift.kind == .cancelled { line("STATUS:CANCELLED") }
      property("X-FATIGUE-KIND", shift.kind.name)
      property("X-FATIGUE-PERSON", entries.names[person])
      carried("X-FATIGUE-PERSON-ID", roster.people[person].number)
      carried("X-FATIGUE-CODE", code)
      carried("X-FATIGUE-UNIT", unit)
      carried("X-FATIGUE-TAGS", NormalisedEntries.tags(unpaidBreak: shift.unpaidBreak))
      carried("X-FATIGUE-SUMMARY", details.summary)
      carried("X-FATIGUE-UID", details.uid)
      carried("X-FATIGUE-SOURCE", entries.source(shift))
      line("END:VEVENT")
    }

    private mutating func time(_ seconds: Int32, _ shift: Shift) -> String {
      var text: [UInt8] = []
      entries.appendTime(seconds, shift, to: &text)
      return Self.compact(String(decoding: text, as: UTF8.self))
    }

    /// `20260329T053000Z` of `2026-03-29T05:30:00Z`.
    private static func compact(_ text: String) -> String {
      String(text.filter { $0 != "-" && $0 != ":" })
    }

    /// Unique, and the same for the same entry.
    private mutating func identifier(_ shift: Shift, _ person: Int, _ uid: String) -> String {
      // Of what a calendar cannot hold nothing comes back, so it tells no entries apart.
      let uid = String(uid.unicodeScalars.filter(CalendarLines.holds))
      let parts = [
        roster.people[person].key, String(roster.instant(shift.start).seconds),
        String(roster.instant(shift.end).seconds), shift.kind.name, roster.codes[Int(shift.code)],
        uid,
      ]
      let digest = SHA256.digest(of: Array(parts.joined(separator: "\u{1F}").utf8))
      let name = BytesText.hexadecimal(digest.prefix(16))
      let count = identifiers[name, default: 0]
      identifiers[name] = count + 1
      return count == 0 ? "\(name)@fatigue" : "\(name)-\(count)@fatigue"
    }

    private mutating func carried(_ name: String, _ value: String) {
      if !value.isEmpty { property(name, value) }
    }
  }
}
