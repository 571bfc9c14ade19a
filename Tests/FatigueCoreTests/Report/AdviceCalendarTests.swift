import Foundation
import Testing

@testable import FatigueCore

@Suite struct AdviceCalendarTests {
  private static func instant(_ text: String) -> Instant {
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])!
    return Zone.utc.resolve(CivilTime(date, secondOfDay: parts[3] * 3600 + parts[4] * 60)).instant
  }

  private static func entry(
    _ start: String, _ end: String, anchor: String? = nil, title: String = "Hvil"
  ) -> AdviceEntry {
    AdviceEntry(
      .dutyNap, .nap, start: instant(start), end: instant(end), anchor: instant(anchor ?? start),
      title: title, text: "Kan dempe søvnigheten; ikke kjør, hvis du er søvnig.",
      alarm: "Hvil om 10 min")
  }

  private static func lines(
    _ entries: [AdviceEntry], zone: Zone = .oslo, key: [UInt8] = [1, 2], name: String = "Plan"
  ) -> [String] {
    let bytes = AdviceCalendar.bytes(
      entries, name: name, key: key, zone: zone, stamp: instant("2026-03-01T00:00"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
    let raw = text.split(separator: "\r\n").map(String.init)
    #expect(raw.allSatisfy { $0.utf8.count <= 75 })
    return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test("Private, free, with an alarm, an identity and a stamp in UTC")
  func entry() {
    let lines = Self.lines([Self.entry("2026-03-02T01:15", "2026-03-02T01:35")])
    for line in [
      "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "CATEGORIES:NAP", "TRIGGER:-PT10M",
      "DTSTAMP:20260301T000000Z", "DTSTART;TZID=Europe/Oslo:20260302T021500",
      "DTEND;TZID=Europe/Oslo:20260302T023500", "BEGIN:VTIMEZONE",
      "DESCRIPTION:Kan dempe søvnigheten\\; ikke kjør\\, hvis du er søvnig.",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE") || $0.hasPrefix("ORGANIZER") })
  }

  @Test(
    "Over a clock change in UTC; of the hour shown twice the first on the clock, the second in UTC",
    arguments: [
      ("2026-10-25T00:30", "2026-10-25T00:50", "DTSTART;TZID=Europe/Oslo:20261025T023000"),
      ("2026-10-25T01:30", "2026-10-25T01:50", "DTSTART:20261025T013000Z"),
      ("2026-10-25T00:30", "2026-10-25T01:30", "DTSTART:20261025T003000Z"),
      ("2026-10-25T02:30", "2026-10-25T02:50", "DTSTART;TZID=Europe/Oslo:20261025T033000"),
      ("2026-03-29T00:45", "2026-03-29T01:15", "DTSTART:20260329T004500Z"),
      ("2026-03-29T00:45", "2026-03-29T01:00", "DTEND:20260329T010000Z"),
      ("2026-03-29T00:15", "2026-03-29T00:45", "DTSTART;TZID=Europe/Oslo:20260329T011500"),
    ])
  func clockChanges(_ start: String, _ end: String, _ expected: String) {
    #expect(Self.lines([Self.entry(start, end)]).contains(expected))
  }

  @Test("The identity follows person, kind and anchor, not the time or the words")
  func identity() {
    func identities(_ entries: [AdviceEntry], key: [UInt8] = [1]) -> [String] {
      Self.lines(entries, key: key).filter { $0.hasPrefix("UID:") }
    }
    let one = Self.entry("2026-03-02T01:15", "2026-03-02T01:35", anchor: "2026-03-01T22:00")
    var moved = Self.entry("2026-03-02T01:20", "2026-03-02T01:40", anchor: "2026-03-01T22:00")
    moved.title = "noe annet"
    #expect(identities([one]) == identities([moved]))
    #expect(identities([one]) != identities([one], key: [2]))
    // The same identity twice would be one entry on a phone.
    #expect(identities([one, moved]).count == 1)
    moved.number = 1
    #expect(Set(identities([one, moved])).count == 2)
  }

  @Test("A zone that never changes is written in UTC, and no entries need no zone")
  func zones() throws {
    let entry = Self.entry("2026-03-02T01:15", "2026-03-02T01:35")
    let fixed = Self.lines([entry], zone: Zone(name: "+01:00", fixedOffset: 3600))
    #expect(fixed.contains("DTSTART:20260302T011500Z") && !fixed.contains("BEGIN:VTIMEZONE"))
    let empty = Self.lines([])
    #expect(!empty.contains("BEGIN:VTIMEZONE") && empty.last == "END:VCALENDAR")
  }

  @Test("What a name may hold neither ends a line nor splits a character")
  func names() {
    let lines = Self.lines(
      [], name: "Åse;\r\nATTENDEE:x,\u{0}" + String(repeating: "ø", count: 90))
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE") })
    #expect(lines.contains { $0.hasPrefix("NAME:Åse\\;\\nATTENDEE:x\\,øø") })
  }
}
