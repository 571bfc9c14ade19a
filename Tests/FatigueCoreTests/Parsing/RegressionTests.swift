import Testing

@testable import FatigueCore

/// Faults that were found by trying, each named after what went wrong.
@Suite("Reading: regressions")
struct ReadingRegressionTests {
  private func read(_ text: String) -> RosterReading {
    RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
  }

  @Test("A quote opened in a remark does not swallow the rows after it")
  func strayQuoteInRemark() {
    let reading = read(
      """
      employee,start,end,note
      A,2026-05-04T07:00,2026-05-04T15:00,"x
      B,2026-05-04T07:00,2026-05-04T15:00,y
      C,2026-05-04T07:00,2026-05-04T15:00,z"

      """)
    #expect(reading.diagnostics.worst == .error)
    #expect(reading.roster?.people.map(\.name).contains("B") == true)
  }

  @Test(
    "An incident or a defusing at a moment is read from a list",
    arguments: ["I;incident", "I;CRIT", "I;hendelse", "DF;defusing"],
    [
      "2026-03-02 16:00;2026-03-02 16:00", "2026-03-02 16:00;16:00", "2026-03-02 16:00;",
      "2026-03-02T16:00+01:00;",
    ])
  func momentInAList(kind: String, times: String) throws {
    let reading = read(
      """
      ansatt;start;slutt;vaktkode;type;enhet
      P1;2026-03-02 14:00;2026-03-02 20:00;K;work;A
      P1;\(times);\(kind);A

      """)
    #expect(reading.diagnostics.worst == nil || reading.diagnostics.worst == .note)
    let roster = try #require(reading.roster)
    let moment = try #require(roster.shifts.first { !$0.kind.isWork })
    // 16:00 in Oslo is 15:00 UTC.
    #expect(roster.civil(moment.start) == roster.civil(moment.end))
    #expect(roster.civil(moment.start).secondOfDay == 16 * 3600)
  }

  @Test(
    "Work at a moment, and work without an end, are still faults",
    arguments: ["16:00;16:00;K;work", "16:00;;K;work", "16:00;;K;", ";16:00;I;incident"])
  func workAtAMoment(row: String) {
    let reading = read(
      """
      ansatt;dato;start;slutt;vaktkode;type
      P1;2026-03-02;\(row)
      P1;2026-03-03;14:00;20:00;K;work

      """)
    #expect(reading.diagnostics.worst == .error)
    #expect(reading.roster?.shifts.count == 1)
  }

  @Test("A row that the spring change leaves no time says that the clocks go forward")
  func rowInTheGap() {
    let reading = read("ansatt;start;slutt\nP1;2026-03-29 02:30;2026-03-29 03:30\n")
    let told = reading.diagnostics.items.first { $0.severity == .error }
    #expect(told?.hint?.en.contains("clocks go forward") == true)
  }

  @Test("A remark over two lines is only a remark")
  func remarkOverTwoLines() {
    let reading = read(
      """
      employee,start,end,note
      A,2026-05-04T07:00,2026-05-04T15:00,"swapped, with B
      and agreed"
      B,2026-05-04T07:00,2026-05-04T15:00,y

      """)
    #expect(reading.diagnostics.worst != .error)
    #expect(reading.roster?.people.count == 2)
  }

  @Test("A name that begins like a total is a name")
  func nameLikeATotal() {
    let reading = read(
      """
      ansatt;dato;fra;til
      Count Holm;31.04.2026;07:00;15:00
      Sum timer;;;
      Kari Lie;04.05.2026;07:00;15:00

      """)
    #expect(reading.diagnostics.errors == 1)
    #expect(reading.diagnostics.counts[.totalRow] == 1)
  }

  @Test("Many people with one name are kept apart, by number")
  func manyNamesakes() {
    var text = "ansattnr;navn;dato;fra;til\n"
    for number in 0..<3000 { text += "\(number);Kari Holm;04.05.2026;07:00;15:00\n" }
    let reading = read(text)
    #expect(reading.roster?.people.count == 3000)
    #expect(reading.diagnostics.counts[.oneNameTwoNumbers] == 2999)
  }

  @Test("Long names that begin alike are kept apart")
  func longNamesAlike() {
    let head = String(repeating: "K", count: 200)
    var text = "navn;dato;fra;til\n"
    for number in 0..<500 { text += "\(head)\(number);04.05.2026;07:00;15:00\n" }
    #expect(read(text).roster?.people.count == 500)
  }

  @Test("A name of combining marks is read, and told from another")
  func combiningMarks() {
    let marks = String(repeating: "\u{0316}\u{0301}", count: 100_000)
    let reading = read("navn;dato;fra;til\na\(marks);04.05.2026;07:00;15:00\n")
    #expect(reading.roster?.people.count == 1)
  }

  @Test("One name in two cases is warned of")
  func namesAlikeButForCase() {
    let reading = read(
      """
      ansatt;dato;fra;til
      Kari Holm;05.05.2026;07:00;15:00
      KARI HOLM;05.05.2026;22:00;07:30

      """)
    #expect(reading.diagnostics.counts[.namesAlike] == 1)
  }

  @Test("An event that is open where a calendar begins has zones of its own, and is told of")
  func eventBeforeCalendar() throws {
    let event = """
      UID:n0\r\nDTSTART;TZID=Europe/Oslo:20261022T221500\r\n\
      DTEND;TZID=Europe/Oslo:20261023T074500\r\nSUMMARY:N\r\n
      """
    for opening in ["", "BEGIN:X\r\n", "BEGIN:VCALENDAR\r\n"] {
      let text =
        opening + "BEGIN:VEVENT\r\n" + event
        + "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
        + event.replacing("20261022", with: "20261024").replacing("20261023", with: "20261025")
        + "END:VEVENT\r\nEND:VCALENDAR\r\n"
      let reading = RosterReader.read([(path: "a.ics", bytes: Array(text.utf8))]) { name in
        name == "Europe/Oslo" ? .oslo : nil
      }
      #expect(reading.roster?.shifts.count == 1, "\(opening)")
      #expect(reading.diagnostics.items.contains { $0.severity == .error }, "\(opening)")
    }
  }

  @Test("Rows that alternate between far years are warned of, each run once")
  func farYears() {
    var text = "ansatt;dato;fra;til\n"
    for row in 0..<2000 {
      text += "A;\(padded(row % 28 + 1, 2)).05.\(row % 2 == 0 ? 2010 : 2026);07:00;15:00\n"
    }
    #expect(read(text).diagnostics.counts[.farDate] ?? 0 >= 999)
  }
}
