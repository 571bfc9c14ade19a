import Foundation
import Testing

@testable import FatigueCore

@Suite struct FollowUpTests {
  private static func roster() throws -> Roster {
    let file = TestData.tests.deletingLastPathComponent().appending(path: "samples/turnus.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(RosterReader.read(text).roster)
  }

  private static func date(_ text: String) throws -> CivilDate {
    try #require(try WrittenDate(text, year: nil).date)
  }

  @Test(
    "Phases of the programme, by days after the change",
    arguments: [
      (-28, FollowUpPhase.baseline), (0, .baseline), (1, .early), (55, .early),
      (56, .weeks8to12), (84, .weeks8to12), (87, .weeks8to12), (91, .months3), (182, .months6),
      (365, .later),
    ])
  func phases(days: Int, phase: FollowUpPhase) {
    #expect(FollowUpPhase(daysAfter: days) == phase)
  }

  @Test("Findings, quick returns and hours of the periods add up to those of check")
  func addsUp() throws {
    let roster = try Self.roster()
    let settings = AnalysisSettings(jobs: 2)
    let analysis = RosterAnalysis(roster, settings: settings)
    let periods = FollowUpPeriods(roster, settings, weeks: 2, change: nil)
    #expect(periods.periods.count == 3 && periods.leftOut == 0)
    var sum = FollowUpCounts()
    for entry in periods.periods.flatMap(\.people) { sum += entry.counts }
    #expect(sum.shifts == analysis.people.reduce(0) { $0 + $1.shifts })
    #expect(sum.quickReturns == analysis.people.reduce(0) { $0 + $1.quickReturns })
    #expect(sum.workSeconds == analysis.people.reduce(0) { $0 + $1.mergedSeconds })
    // Sleep is followed to the end of the plan, in check to that after the last duty.
    let sleep = analysis.people.reduce(0) { $0 + ($1.sleepSeconds ?? 0) }
    #expect(sum.sleepSeconds >= sleep && sum.sleepSeconds < sleep + sleep / 100)
    let kss = analysis.people.reduce(0) { $0 + $1.secondsKss7 }
    #expect(abs(sum.secondsKss7 - kss) < 1)
    for (place, lane) in FollowUpMetric.lanes.enumerated() {
      let count = analysis.findings.count { finding in
        !finding.isAboutPlan && !finding.isWaived && RuleBook.lane(of: finding) == lane
          && finding.status >= FollowUpMetric.mildest(lane)
      }
      #expect(sum.findings[place] == count, "\(lane)")
    }
    #expect(sum.findings[0] > 50)
  }

  @Test("Each side of a change is a plan of its own, with the other as evidence")
  func twoPlans() throws {
    let roster = try Self.roster()
    let change = try Self.date("2026-03-16")
    let (before, people) = roster.assessing(roster.firstDate...(change + -1))
    #expect(before.firstDate == roster.firstDate && before.lastDate == change + -1)
    #expect(before.knownDates == roster.knownDates && people.count == before.people.count)
    #expect(before.shifts.count == roster.shifts.count)
    #expect(roster.assessing(roster.firstDate...roster.lastDate).roster.surroundings == nil)
    let settings = AnalysisSettings(jobs: 1)
    let whole = FollowUpPeriods(roster, settings, weeks: 3, change: nil)
    let parted = FollowUpPeriods(roster, settings, weeks: 3, change: change)
    // The change is on a Monday, three weeks from the first.
    #expect(whole.periods.map(\.from) == parted.periods.map(\.from))
    for (a, b) in zip(whole.periods, parted.periods) {
      let (first, second) = (a.people.map(\.counts), b.people.map(\.counts))
      #expect(first.map(\.shifts) == second.map(\.shifts))
      #expect(first.map(\.quickReturns) == second.map(\.quickReturns))
      #expect(first.map(\.sleepSeconds) == second.map(\.sleepSeconds))
    }
  }

  @Test("A period that the change lies in is neither before nor after")
  func across() throws {
    let change = try Self.date("2026-03-11")
    var diagnostics = DiagnosticList()
    var sources = SourceMap()
    let text = """
      tid;mål;n;snitt
      2026-02;sykefravær;20;9
      2026-03;sykefravær;20;8
      2026-05;sykefravær;20;7
      2026-03-11;ISI;20;12
      2026-03-12;ISI;20;11
      """
    let table = OutcomeTable.read(
      [(path: "u.csv", bytes: Array(text.utf8))], year: nil, sources: &sources,
      diagnostics: &diagnostics)
    let followUp = FollowUp(
      nil, AnalysisSettings(), table, FollowUp.Settings(change: change),
      diagnostics: &diagnostics)
    let phases = followUp.series.map { $0.points.map(\.phase) }
    #expect(phases == [[.baseline, .early], [.baseline, nil, .weeks8to12]])
    #expect(diagnostics.errors == 0)
    #expect(followUp.series[1].comparisons.map(\.missing) == [.noDeviation])
  }

  @Test("Settings out of range are brought into it")
  func bounds() {
    #expect(FollowUp.Settings(weeks: 0).weeks == 1 && FollowUp.Settings(weeks: 999).weeks == 52)
  }
}
