/// A calendar of events: iCalendar, RFC 5545.
struct CalendarFormat: RosterFormat {
  let id = "calendar"
  let title = Localized(nb: "kalender (iCalendar)", en: "calendar (iCalendar)")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    if CalendarText.isCalendar(input.bytes.span) { return 100 }
    // By its name alone, only where no list fits: it is then told that it is no calendar.
    let name = input.path.lowercased()
    return name.hasSuffix(".ics") || name.hasSuffix(".ical") ? 10 : 0
  }

  /// The zone that the first calendar is shown in.
  func zoneNames(in input: RosterInput, options: ReadingOptions) -> [String] {
    let bytes = input.bytes.span
    guard CalendarText.isCalendar(bytes) else { return [] }
    var scanner = ContentLineScanner()
    var scratch: [UInt8] = []
    var line = ContentLine()
    // `Assumed:` the calendar's own lines stand before its first event, as all writers have them.
    for _ in 0..<200 {
      guard scanner.next(bytes, &scratch, &line), line.offset < 1 << 20 else { break }
      guard !line.isFolded, line.fault == nil else { continue }
      if line.property == .calendarZone {
        let name = PersonText.cleaned(CalendarText.unescaped(bytes, line.value).text)
        return name.isEmpty ? [] : [WindowsZones.standardName(name) ?? name]
      }
      if line.property == .begin,
        ByteText.matches(bytes, ByteText.trimmed(bytes, line.value), "VEVENT")
      {
        break
      }
    }
    return []
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    var reader = CalendarReader(input, taking: &collector)
    reader.read(input.bytes.span)
    reader.collector.understood.append(
      InputSummary(
        path: input.path, format: id, encoding: input.encoding, layout: title,
        zone: reader.zoneShown, rows: reader.rows, entries: reader.entries))
    collector = reader.collector
  }
}
