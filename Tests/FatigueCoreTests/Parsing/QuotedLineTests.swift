import Testing

@testable import FatigueCore

/// Fields in quotes that run over several lines (RFC 4180, 2.6), and quotes that are missing.
@Suite struct QuotedLineTests {
  private static let header = "ansatt;dato;fra;til;vaktkode\n"

  private func read(_ text: String) -> RosterReading {
    RosterReader.read([(path: "r.csv", bytes: Array(text.utf8))])
  }

  private func rows(_ reading: RosterReading) -> [String] {
    guard let roster = reading.roster else { return [] }
    return roster.slices.indices.flatMap { person in
      roster.shifts[roster.slices[person]].map {
        "\(roster.people[person].name) \(roster.civil($0.start).date.iso) \(roster.codes[Int($0.code)])"
      }
    }
  }

  @Test("A name, a code and a unit on several lines are read as on one", arguments: ["\n", "\r\n"])
  func severalLines(_ end: String) {
    let text =
      Self.header
      + "\"Per\nHansen\";05.05.2026;07:30;15:00;D\n"
      + "Per Hansen;06.05.2026;07:30;15:00;\"D\n\"\n"
      + "Kari;07.05.2026;\"07:30\n\";15:00;D\n"
    let reading = read(text.replacing("\n", with: end))
    #expect(
      rows(reading) == [
        "Per Hansen 2026-05-05 D", "Per Hansen 2026-05-06 D", "Kari 2026-05-07 D",
      ])
    #expect(reading.diagnostics.errors == 0)
  }

  @Test(
    "A missing quote costs its own row only, and says so",
    arguments: [
      // Closed by the quote that was to open the next row's name.
      "\"Kari;05.05.2026;07:30;15:00;D\n\"Ola\";06.05.2026;07:30;15:00;D\n",
      // Closed three rows later.
      "Kari;05.05.2026;07:30;15:00;\"D\nOla;06.05.2026;07:30;15:00;D\nOla;07.05.2026;07:30;15:00;\"D\"\n",
      // In the name, closed by that of a code.
      "\"Kari;05.05.2026;07:30;15:00;D\nOla;06.05.2026;07:30;15:00;\"D\"\n",
    ])
  func missingQuote(_ rows: String) {
    let reading = read(Self.header + "Nils;04.05.2026;07:30;15:00;D\n" + rows)
    let found = self.rows(reading)
    #expect(found.first == "Nils 2026-05-04 D")
    #expect(found.contains("Ola 2026-05-06 D"), "\(found)")
    #expect(!found.contains { $0.hasPrefix("Kari") })
    #expect(reading.diagnostics.counts[.lineBreakInField] == 1)
  }

  @Test("A quote that never closes costs its own row only")
  func neverCloses() {
    let reading = read(
      Self.header + "\"Kari;05.05.2026;07:30;15:00;D\nOla;06.05.2026;07:30;15:00;D\n"
        + "Nils;07.05.2026;07:30;15:00;D\n")
    #expect(rows(reading) == ["Ola 2026-05-06 D", "Nils 2026-05-07 D"])
    #expect(reading.diagnostics.counts[.unclosedQuote] == 1)
  }

  @Test("Names on several lines in a plan of people by days")
  func inMatrix() {
    let reading = read(
      "Ansatt;05.01.2026;06.01.2026;07.01.2026\n\"Per\nHansen\";07:30-15:00;07:30-15:00;\n"
        + "Kari Vik;07:30-15:00;;\"07:30-\n15:00\"\n")
    #expect(reading.roster?.people.map(\.name) == ["Per Hansen", "Kari Vik"])
    #expect(reading.roster?.shifts.count == 4)
  }

  @Test("Marks that nobody sees are taken out of a name, and that is said")
  func hiddenMarks() {
    let reading = read(
      Self.header + "Kari\u{200B} Nord;05.05.2026;07:30;15:00;D\n"
        + "Kari Nord;06.05.2026;07:30;15:00;D\n\u{202E}Ola Vik;06.05.2026;07:30;15:00;D\n"
        + "\u{202E}Ola Vik;07.05.2026;07:30;15:00;D\n")
    #expect(reading.roster?.people.map(\.name) == ["Kari Nord", "Ola Vik"])
    #expect(reading.diagnostics.counts[.hiddenCharacters] == 2)
    #expect(reading.diagnostics.worst == .warning)
  }

  @Test("In calendars too", arguments: ["CALNAME", "ATTENDEE", "SUMMARY"])
  func hiddenInCalendars(_ place: String) {
    let name = "Kari\u{200F} Nord"
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", place == "CALNAME" ? "X-WR-CALNAME:\(name)" : "X-A:b",
      "BEGIN:VEVENT", "UID:1", "DTSTART:20260305T070000Z", "DTEND:20260305T150000Z",
      place == "ATTENDEE" ? "ATTENDEE;CN=\(name):mailto:a@b.example" : "X-A:b",
      "SUMMARY:D" + (place == "SUMMARY" ? " - \(name)" : ""), "END:VEVENT", "END:VCALENDAR", "",
    ]
    let reading = read(lines.joined(separator: "\r\n"))
    #expect(reading.roster?.people.map(\.name) == ["Kari Nord"])
    #expect(reading.diagnostics.counts[.hiddenCharacters] == 1)
  }
}
