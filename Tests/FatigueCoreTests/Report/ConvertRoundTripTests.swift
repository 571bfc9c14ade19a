import FatigueCore
import Testing

/// What `convert` writes, read again and written again, is the same.
@Suite struct ConvertRoundTripTests {
  private func csv(_ reading: RosterReading) throws -> [UInt8] {
    var bytes: [UInt8] = []
    ConvertCSV.write(try #require(reading.roster), reading.sources, into: &bytes)
    return bytes
  }

  private func twice(_ text: String) throws -> (first: String, roster: Roster) {
    let first = try csv(RosterReader.read([("turnus.csv", Array(text.utf8))]))
    let again = RosterReader.read([("normalised.csv", first)])
    #expect(again.diagnostics.worst != .error)
    #expect(
      String(decoding: try csv(again), as: UTF8.self) == String(decoding: first, as: UTF8.self))
    return (String(decoding: first, as: UTF8.self), try #require(again.roster))
  }

  @Test(
    "Lists of every kind",
    arguments: [
      "Ansatt;Dato;Vakt;Fra;Til\nØystein Å;05.01.2026;N;22:15;07:45\nKari;06.01.2026;F1;;\n",
      "Navn;Dato;Fra;Til\nLie, Kari;28.03.2026;21:45;07:30\nLie, Kari;24.10.2026;21:45;07:30\n",
      "Ansatt;Dato;Vakt;Fra;Til\nA;05.01.2026;=x;07:00;15:00\nA;06.01.2026;-;08:00;15:00\n",
      "Ansatt;Dato;Vakt;Fra;Til\nA;05.01.2026;\"x,\"\"y\";07:00;15:00\nA;06.01.2026;-5;08:00;15:00\n",
    ])
  func sameBytes(_ text: String) throws { _ = try twice(text) }

  @Test func namesakesStayTwo() throws {
    let (text, roster) = try twice(
      "Ansattnr;Navn;Dato;Fra;Til\n1;Kari Lie;05.01.2026;07:00;15:00\n"
        + "2;Kari Lie;05.01.2026;08:00;16:00\n")
    #expect(text.contains("Kari Lie (1),") && text.contains("Kari Lie (2),"))
    #expect(roster.people.map(\.number) == ["1", "2"])
  }

  @Test("An unpaid break is carried, also with a staff number")
  func unpaidBreaks() throws {
    let (text, roster) = try twice(
      "Ansattnr;Navn;Dato;Fra;Til;Ubetalt pause\n7;Kari;05.01.2026;07:00;15:00;30\n"
        + ";Ola;05.01.2026;07:00;15:00;45\n;Ola;06.01.2026;07:00;15:00;0\n")
    #expect(text.contains(",personId=7;unpaidBreak=30,") && text.contains(",unpaidBreak=45,"))
    #expect(roster.shifts.map(\.unpaidBreak) == [30, 45, 0])
  }

  @Test func sourceIsCarried() throws {
    let (text, _) = try twice("Ansatt;Dato;Fra;Til\n\nA;05.01.2026;07:00;15:00\n")
    #expect(text.hasSuffix(",turnus.csv:3\r\n"))
  }
}
