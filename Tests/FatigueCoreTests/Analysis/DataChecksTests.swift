import Testing

@testable import FatigueCore

@Suite struct DataChecksTests {
  @Test("Overlaps and times that the clock skips are said where they stand")
  func saysWhere() throws {
    let text = """
      ansatt;dato;fra;til
      Kari;06.01.2026;07:30;15:30
      Kari;06.01.2026;12:00;20:00
      Ola;29.03.2026;02:30;10:00

      """
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
    let found = DataChecks.diagnostics(try #require(reading.roster))
    #expect(found.map(\.code.id) == ["DATA-OVERLAP", "DATA-DSTGAP"])
    let places = found.map { reading.sources.place($0.position) }
    #expect(places.map { $0?.line } == [3, 4])
    #expect(places.map { $0?.column } == [17, 16])
  }
}
