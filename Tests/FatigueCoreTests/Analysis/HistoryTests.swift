import Foundation
import Testing

@testable import FatigueCore

@Suite("Look-back and plans that repeat")
struct HistoryTests {
  /// The sample, its rows from a date on, and those before as a look-back.
  private static func split(_ name: String, at date: CivilDate) throws -> (
    whole: Roster, plan: Roster
  ) {
    let text = try String(
      contentsOf: TestData.tests.deletingLastPathComponent().appending(path: "samples/\(name)"),
      encoding: .utf8)
    let whole = try #require(RosterReader.read(text).roster)
    let middle = whole.midnight(date)
    let (plan, leftOut, _) = whole.separatingHistory { position in
      whole.shifts.contains { $0.startField == position && $0.start < middle }
    }
    #expect(leftOut == 0)
    return (whole, try #require(plan))
  }

  /// Rules that count a whole person's plan, so that a part of it has its own answer.
  private static let wholePlan: Set<String> = [
    "EVID-ROTDIR", "EVID-ROTSPD", "MOD-KSS", "EVID-QR11",
  ]

  /// Rules that tell the worst of several, or a mean of the plan.
  private static let tellWorst: Set<String> = [
    "AML-10-4-1D", "AML-10-4-1W", "AML-10-5-1D", "AML-10-5-1W", "AML-10-4-4W", "AML-10-4-6",
    "EVID-N9", "EVID-48", "EVID-R7", "EVID-SINGLEOFF", "EVID-SINGLEWORK", "EVID-LONG12",
    "EVID-NIGHTSHARE",
  ]

  private static func findings(_ roster: Roster, from: Int32) -> Set<String> {
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    return Set(
      analysis.findings.compactMap { finding in
        let rule = RuleBook.rule(of: finding).id
        guard finding.from >= from, !wholePlan.contains(rule) else { return nil }
        return
          "\(rule) \(roster.people[Int(finding.person)].name) \(finding.from) \(finding.to) \(finding.measured.text) \(finding.status)"
      })
  }

  @Test(
    "A plan with its look-back is judged as in the whole",
    arguments: ["turnus.csv", "ward.csv", "netter.csv"])
  func likeTheWhole(_ name: String) throws {
    for day in [3, 7, 12, 16, 25] {
      let text = try String(
        contentsOf: TestData.tests.deletingLastPathComponent().appending(path: "samples/\(name)"),
        encoding: .utf8)
      let first = try #require(RosterReader.read(text).roster).firstDate
      let (whole, plan) = try Self.split(name, at: first + day)
      #expect(plan.surroundings != nil && plan.firstDate >= first + day)
      let from = plan.period.start
      let (own, all) = (Self.findings(plan, from: from), Self.findings(whole, from: from))
      #expect(all.subtracting(own) == [], "day \(day)")
      // Of what tells its worst or a mean, the plan has its own where that of the whole lies before it.
      let more = own.subtracting(all).filter {
        !Self.tellWorst.contains(String($0.prefix { $0 != " " }))
      }
      #expect(more == [], "day \(day)")
      // What is counted is the plan alone.
      let people = RosterAnalysis(plan, settings: AnalysisSettings()).people
      let alone = plan.assessedOnly
      let mine = RosterAnalysis(alone, settings: AnalysisSettings()).people
      for (a, b) in zip(people, mine) {
        #expect(a.shifts == b.shifts && a.seconds == b.seconds && a.nights == b.nights)
        #expect(a.quickReturns == b.quickReturns && a.sundays == b.sundays)
      }
      // Sleep carries over: the sleepiness of a duty is that of the whole.
      let full = RosterAnalysis(whole, settings: AnalysisSettings())
      let part = RosterAnalysis(plan, settings: AnalysisSettings())
      for (index, person) in plan.people.enumerated() {
        let other = try #require(whole.people.firstIndex(of: person))
        let own = part.detail(index)
        let all = full.detail(other)
        for (block, duty) in zip(own.timeline.blocks, own.duties) where block.start >= from {
          let same = try #require(all.timeline.blocks.firstIndex { $0.start == block.start })
          #expect(abs(duty.peak.raw - all.duties[same].peak.raw) < 1e-6)
        }
      }
    }
  }

  @Test("Without a look-back, the first days are not flagged for what nobody knows")
  func rowsAfterTheStartAreLeftOut() throws {
    let plan = "Ansatt;Start;Slutt\nKari;2026-03-02 07:00;2026-03-02 15:00\n"
    let before = """
      Ansatt;Start;Slutt
      Kari;2026-03-01 15:00;2026-03-01 22:30
      Kari;2026-03-02 15:00;2026-03-02 22:30
      Ola;2026-03-01 15:00;2026-03-01 22:30

      """
    var reading = RosterReader.read([
      (path: "plan.csv", bytes: Array(plan.utf8)), (path: "før.csv", bytes: Array(before.utf8)),
    ])
    var diagnostics = DiagnosticList()
    reading.separateHistory(fromFile: 1, diagnostics: &diagnostics)
    let roster = try #require(reading.roster)
    #expect(diagnostics.items.map(\.code.id) == ["IN-400", "IN-401"])
    #expect(roster.people.map(\.name) == ["Kari"] && roster.shifts.count == 2)
    #expect(reading.understood.map(\.isHistory) == [false, true])
    let analysis = RosterAnalysis(
      roster, settings: AnalysisSettings(selection: RuleSelection(select: ["AML-10-8-1"])))
    #expect(analysis.findings.map(\.measured) == [Fraction(17, 2)])
    #expect(analysis.people[0].shifts == 1)
  }

  @Test("A plan that repeats meets its own beginning, once, also over a clock change")
  func seam() throws {
    // Sunday evening, Monday day: 8 h 30 min, or 7 h 30 min when the clock is put forward.
    for (monday, hours) in [("2026-03-02", Fraction(17, 2)), ("2026-03-16", Fraction(15, 2))] {
      let parts = monday.split(separator: "-").compactMap { Int($0) }
      let first = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
      let last = first + 13
      let text = """
        Ansatt;Start;Slutt
        Kari;\(first.iso) 07:00;\(first.iso) 15:00
        Kari;\(last.iso) 15:00;\(last.iso) 22:30

        """
      let roster = try #require(RosterReader.read(text).roster)
      let repeated = roster.repeating(every: 14)
      let settings = AnalysisSettings(selection: RuleSelection(select: ["AML-10-8-1"]))
      let findings = RosterAnalysis(repeated, settings: settings).findings
      #expect(findings.count == 1)
      #expect(RosterAnalysis(roster, settings: settings).findings.isEmpty)
      let seam = last.iso == "2026-03-29" ? Fraction(17, 2) : hours
      #expect(findings.first?.measured == seam)
      #expect(RosterAnalysis(repeated, settings: settings).people[0].shifts == 2)
    }
  }

  @Test("Without a look-back the first nights carry a worst case; with one they do not")
  func unknownHistory() throws {
    let nights = """
      Ansatt;Start;Slutt
      Kari;2026-03-02 22:00;2026-03-03 07:30
      Kari;2026-03-03 22:00;2026-03-04 07:30

      """
    let roster = try #require(RosterReader.read(nights).roster)
    let alone = RosterAnalysis(roster, settings: AnalysisSettings())
    let detail = alone.detail(0)
    #expect(detail.worstPeaks.count == 2)
    #expect(detail.worstPeaks[0] > detail.duties[0].peak.raw + 0.01)
    let model = try #require(alone.findings.first { RuleBook.rule(of: $0).id == "MOD-KSS" })
    #expect(model.horizonTruncated && Int64(model.balance) > model.measured.hundredths)
    let text = RuleBook.rule(of: model).describe(
      model, FindingContext(roster: roster, name: "Kari"))
    #expect(text.message.nb.contains("i verste fall") && text.message.en.contains("at worst"))
    // The week before is known: free, and then there is nothing to be in doubt about.
    let before = "Ansatt;Start;Slutt\nKari;2026-02-23 07:00;2026-02-23 15:00\n"
    var reading = RosterReader.read([
      (path: "plan.csv", bytes: Array(nights.utf8)), (path: "før.csv", bytes: Array(before.utf8)),
    ])
    var diagnostics = DiagnosticList()
    reading.separateHistory(fromFile: 1, diagnostics: &diagnostics)
    let known = RosterAnalysis(
      try #require(reading.roster), settings: AnalysisSettings())
    #expect(known.detail(0).worstPeaks.isEmpty)
    #expect(known.findings.allSatisfy { $0.unit != .kss || !$0.horizonTruncated })
  }
}
