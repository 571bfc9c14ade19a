import Testing

@testable import FatigueCore

/// Single decisions, each in a calendar of a few lines.
@Suite struct CalendarSeriesTests {
  private func event(_ lines: String, uid: String = "a") -> String {
    "BEGIN:VEVENT\nUID:\(uid)\n\(lines)\nEND:VEVENT"
  }

  private func ids(_ reading: RosterReading) -> Set<String> {
    Set(reading.diagnostics.items.map(\.code.id))
  }

  @Test("A series ends by the clock on the wall, or lasts equally long")
  func followsSeriesEnd() {
    let night = event(
      """
      DTSTART;TZID=Europe/Oslo:20260328T221500
      DTEND;TZID=Europe/Oslo:20260329T074500
      RRULE:FREQ=DAILY;COUNT=2
      SUMMARY:N
      """)
    var options = ReadingOptions()
    options.person = "K"
    #expect(
      CalendarSupport.read(events: night, options).entries == [
        "K work N 2026-03-28T22:15 2026-03-29T07:45", "K work N 2026-03-29T22:15 2026-03-30T07:45",
      ])
    options.seriesEnd = .exact
    #expect(
      CalendarSupport.read(events: night, options).entries == [
        "K work N 2026-03-28T22:15 2026-03-29T07:45", "K work N 2026-03-29T22:15 2026-03-30T06:45",
      ])
  }

  @Test(
    "Who works is found in order",
    arguments: [
      ("X-WR-CALNAME:Nordmann\\, Kari\n", "ATTENDEE;CN=Ola Dahl:mailto:o@x", "Kari Nordmann"),
      ("", "ATTENDEE;CN=\"Dahl, Ola\":mailto:o@x\nCATEGORIES:Per Hansen", "Ola Dahl"),
      ("", "CATEGORIES:Nattevakt,Per Hansen", "Per Hansen"),
      ("", "CATEGORIES:WORK", "Bo Ek"),
      ("X-WR-CALNAME:\n", "LOCATION:Post 2", "Bo Ek"),
    ])
  func findsPerson(header: String, line: String, name: String) {
    let text = event("DTSTART:20260105T063000Z\nDURATION:PT8H\nSUMMARY:D1 - Bo Ek\n\(line)")
    let reading = CalendarSupport.read(events: text, header: header)
    #expect(reading.roster?.people.map(\.name) == [name])
    #expect(reading.roster?.codes == ["", "D1"])
    #expect(ids(reading).contains("IN-229"))
  }

  @Test("The name of the file is the last resort")
  func findsFileName() {
    let reading = CalendarSupport.read(
      Array("BEGIN:VEVENT\nUID:a\nDTSTART:20260105T063000Z\nDURATION:PT8H\nEND:VEVENT".utf8),
      path: "plan/Kari Nordmann.ics")
    #expect(reading.entries == ["Kari Nordmann work  2026-01-05T07:30 2026-01-05T15:30"])
  }

  @Test(
    "What an event is",
    arguments: [
      ("DTSTART;VALUE=DATE:20260105\nSUMMARY:FE", "absence FE 2026-01-05 2026-01-06"),
      ("DTSTART;VALUE=DATE:20260105\nSUMMARY:F1", "off F1 2026-01-05 2026-01-06"),
      ("DTSTART;VALUE=DATE:20260105\nSUMMARY:Sykt barn", "absence Sykt barn 2026-01-05 2026-01-06"),
      ("DTSTART;VALUE=DATE:20260105\nSUMMARY:Fest", "off Fest 2026-01-05 2026-01-06"),
      (
        "DTSTART:20260105T063000Z\nDURATION:PT8H\nSTATUS:CANCELLED\nSUMMARY:D",
        "cancelled D 2026-01-05T07:30 2026-01-05T15:30"
      ),
      (
        "DTSTART:20260105T063000Z\nDURATION:PT8H\nSUMMARY:Hjemmevakt",
        "onCall Hjemmevakt 2026-01-05T07:30 2026-01-05T15:30"
      ),
      (
        "DTSTART:20260105T063000Z\nSUMMARY:Frist",
        "free Frist 2026-01-05T07:30 2026-01-05T07:30"
      ),
      (
        "DTSTART:20260105T140000Z\nDURATION:PT8H\nSUMMARY:Kveldsvakt (A)",
        "work A 2026-01-05T15:00 2026-01-05T23:00"
      ),
    ])
  func mapsKinds(lines: String, entry: String) {
    var options = ReadingOptions()
    options.person = "K"
    #expect(CalendarSupport.read(events: event(lines), options).entries == ["K \(entry)"])
  }

  @Test("A transparent event is free, unless all are transparent")
  func readsTransparency() {
    let shift = "DTSTART:20260105T063000Z\nDURATION:PT8H\nSUMMARY:D"
    let free = event(shift + "\nTRANSP:TRANSPARENT")
    let alone = CalendarSupport.read(events: free)
    #expect(alone.roster?.shifts.map(\.kind) == [.work])
    #expect(alone.diagnostics.worst == .warning)
    let both = CalendarSupport.read(
      events: free + "\n" + event("DTSTART:20260106T063000Z\nDURATION:PT8H", uid: "b"))
    #expect(both.roster?.shifts.map(\.kind) == [.free, .work])
  }

  @Test("An endless series is rolled out inside the period asked for, else for a year and a half")
  func boundsSeries() {
    let text = event("DTSTART:20200101T063000Z\nDURATION:PT8H\nRRULE:FREQ=DAILY")
    #expect(CalendarSupport.read(events: text).roster?.shifts.count == 551)
    var options = ReadingOptions()
    options.from = CalendarSupport.instant("2026-01-05T00:00:00Z")
    options.to = CalendarSupport.instant("2026-01-12T00:00:00Z")
    let reading = CalendarSupport.read(events: text, options)
    let kept = reading.roster?.keeping(from: options.from, to: options.to)
    #expect(kept?.shifts.count == 7)
    #expect((reading.roster?.shifts.count ?? 0) < 14)
    options.from = CalendarSupport.instant("2019-01-01T00:00:00Z")
    options.to = CalendarSupport.instant("2019-02-01T00:00:00Z")
    let outside = CalendarSupport.read(events: text, options)
    #expect(outside.roster?.keeping(from: options.from, to: options.to).shifts.isEmpty == true)
  }

  @Test("A counted series is complete whatever its length")
  func completesCounts() {
    let text = event("DTSTART:20260228T063000Z\nDURATION:PT8H\nRRULE:FREQ=YEARLY;COUNT=40")
    #expect(CalendarSupport.read(events: text).roster?.shifts.count == 40)
  }

  @Test("Two events without UID are two, two with one are one")
  func keepsNameless() {
    let shift = "BEGIN:VEVENT\nDTSTART:20260105T063000Z\nDURATION:PT8H\nEND:VEVENT"
    #expect(CalendarSupport.read(events: shift + "\n" + shift).roster?.shifts.count == 2)
    let named = event("DTSTART:20260105T063000Z\nDURATION:PT8H")
    #expect(CalendarSupport.read(events: named + "\n" + named).roster?.shifts.count == 1)
  }

  @Test("The same calendar given twice counts once")
  func countsFilesOnce() throws {
    let bytes = try TestData.bytes("ics/made/09_rotation_exdate_rdate_period.ics")
    var options = ReadingOptions()
    options.person = "K"
    let reading = RosterReader.read(
      [("a.ics", bytes), ("b.ics", bytes)], options: options, zones: CalendarSupport.zones)
    #expect(reading.roster?.shifts.count == 22)
    #expect(reading.diagnostics.counts[.repeatedRow] == 22)
  }
}
