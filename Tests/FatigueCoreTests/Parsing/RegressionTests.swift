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

  @Test("Rows that alternate between far years are warned of, each run once")
  func farYears() {
    var text = "ansatt;dato;fra;til\n"
    for row in 0..<2000 {
      text += "A;\(padded(row % 28 + 1, 2)).05.\(row % 2 == 0 ? 2010 : 2026);07:00;15:00\n"
    }
    #expect(read(text).diagnostics.counts[.farDate] ?? 0 >= 999)
  }
}
