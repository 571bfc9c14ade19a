import Testing

@testable import FatigueCore

@Suite struct FewerNightsTests {
  @Test("A night taken from five in a row takes its sleepiness with it, and leaves others alone")
  func fewer() throws {
    var rows = "Ansatt;Dato;Fra;Til\n"
    for day in 2...6 { rows += "Kari;2026-03-0\(day);22:00;07:30\n" }
    for day in 2...4 { rows += "Ola;2026-03-0\(day);22:00;07:30\n" }
    let roster = try #require(RosterReader.read(rows).roster)
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    func nights(_ person: Int) -> [WorkInterval] {
      roster.shifts[roster.slices[person]].map { WorkInterval(start: $0.start, end: $0.end) }
    }
    let fewer = FewerNights(analysis, blocks: [0: [nights(0)], 1: [nights(1)]])
    #expect(Array(fewer.changes.keys) == [0])
    let change = try #require(fewer.together)
    #expect(change.blocks == 1 && change.longest == 5)
    #expect(change.severeBefore == analysis.people[0].secondsKss7)
    // As the model gives it for the four nights by themselves.
    let four = rows.replacing("Kari;2026-03-06;22:00;07:30\n", with: "")
    let plain = RosterAnalysis(
      try #require(RosterReader.read(four).roster), settings: AnalysisSettings())
    #expect(abs(change.severeAfter - plain.people[0].secondsKss7) < 1e-6)
    #expect(change.severeAfter < change.severeBefore && change.worstAfter <= change.worstBefore)
  }
}
