import Testing

@testable import FatigueCore

@Suite struct DataChecksTests {
  @Test("Overlaps and times that the clock skips are said where they stand")
  func saysWhere() throws {
    let text = """
      ansatt;dato;fra;til
      Kari;24.03.2026;07:30;15:30
      Kari;24.03.2026;12:00;20:00
      Ola;29.03.2026;02:30;10:00

      """
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
    let found = DataChecks.diagnostics(try #require(reading.roster)).items
    #expect(found.map(\.code.id) == ["DATA-OVERLAP", "DATA-DSTGAP"])
    let places = found.map { reading.sources.place($0.position) }
    #expect(places.map { $0?.line } == [3, 4])
    #expect(places.map { $0?.column } == [17, 16])
  }

  @Test("What the reader has named already is not said twice")
  func saysOnce() throws {
    let text = """
      ansatt;dato;fra;til
      Kari Berg;05.01.2026;07:30;15:30
      Kari Berg;05.01.2026;07:30;15:30
      Kari Berg;06.01.2026;15:00;07:30
      KARI BERG;26.01.2026;15:00;22:00

      """
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
    let found = DataChecks.diagnostics(try #require(reading.roster)).items
    #expect(found.map(\.code.id) == ["DATA-GAP"])
    #expect(found.map { reading.sources.place($0.position)?.line } == [5])
    #expect(
      reading.said == ["4:28 warning IN-054", "3:1 warning IN-030", "5:22 warning IN-037"])
  }

  @Test("Of one kind so many are kept in full, and the others counted, in the order of people")
  func countsTheRest() throws {
    let most = DiagnosticList.keptPerCode
    var text = "ansatt;dato;fra;til\n"
    for person in 1...most + 7 {
      text += "Kari \(person);24.03.2026;07:30;15:30\nKari \(person);24.03.2026;12:00;20:00\n"
    }
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
    let found = DataChecks.diagnostics(try #require(reading.roster))
    let code = try #require(found.items.first?.code)
    #expect(code.id == "DATA-OVERLAP")
    #expect(found.counts == [code: most + 7])
    #expect(found.leftOut(code) == 7)
    #expect(found.worst == .warning)
    let places = found.items.map { reading.sources.place($0.position)?.line }
    #expect(places == (1...most).map { 2 * $0 + 1 })
    #expect(found.items.last?.message.en.contains("Kari \(most) is on") == true)
  }
}
