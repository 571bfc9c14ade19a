import Foundation
import Testing

@testable import FatigueCore

/// Hand-made rosters against the shifts they were written from.
@Suite struct SampleListTests {
  private func truth(_ file: String) throws -> Set<String> {
    let rows = try TestData.text("rosters/\(file)").split(whereSeparator: \.isNewline).dropFirst()
    return Set(
      rows.map { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        return "\(fields[0]) work \(fields[3]) \(fields[1]) \(fields[2])"
      })
  }

  @Test("A list with off codes, UTF-8 with mark")
  func readsS1() throws {
    let reading = RosterReader.read(bytes: try TestData.bytes("rosters/s1_liste_utf8_bom.csv"))
    let truth = try truth("s1_liste_utf8_bom.truth.csv")
    #expect(Set(reading.entries.filter { $0.contains(" work ") }) == truth)
    #expect(reading.entries.count == 1009)
    #expect(reading.said.isEmpty, "\(reading.said)")
    let roster = try #require(reading.roster)
    #expect(roster.people.count == 24)
    #expect(roster.people.first == Person(number: "100104", name: "Turid Jacobsen"))
    #expect(roster.shifts.filter { $0.kind == .off }.allSatisfy { $0.flags == .allDay })
    // Night over the spring clock change, 22:15–07:45.
    #expect(roster.shifts.filter { $0.length == .hours(8, 30) }.count > 0)
    #expect(reading.understood.first?.entries == 1009)
    // A plain break is no unpaid break.
    #expect(roster.shifts.allSatisfy { $0.unpaidBreak == 0 })
  }

  @Test("Intervals in one cell, Windows-1252, tabs, remarks over two lines")
  func readsS4() throws {
    let reading = RosterReader.read(bytes: try TestData.bytes("rosters/s4_tabulator_cp1252.txt"))
    let truth = try truth("s4_tabulator_cp1252.truth.csv")
    #expect(Set(reading.entries.filter { $0.contains(" work ") }) == truth)
    #expect(reading.understood.first?.encoding == .windows1252)
  }
}
