import Testing

@testable import FatigueCore

/// Semantic traps of the rule catalogue (section 9) that concern windows, edges, lanes and what a file
/// says; each test is named after its trap.
///
/// | Trap | Covered by |
/// |---|---|
/// | 1, 7, 10, 12, 13, 15, 16, 18, 19 | `RestTraps` |
/// | 2, 8, 11, 14, 16, 17, 19, 22 | `HoursTraps` |
/// | 3, 4, 5, 6, 9, 20, 21, 23 | here |
@Suite("Traps: windows, edges, lanes, files")
struct ReadingTraps {
  private func analysis(
    _ rules: [String], _ roster: Roster, limits: Limits = Limits()
  ) -> RosterAnalysis {
    RosterAnalysis(
      roster,
      settings: AnalysisSettings(limits: limits, selection: RuleSelection(select: rules)))
  }

  private func findings(
    _ rules: [String], _ text: String, horizon: String = "",
    change: (inout Roster) -> Void = { _ in }
  ) throws -> [Finding] {
    var roster = try GoldenRoster.roster(text, horizon: horizon)
    change(&roster)
    return analysis(rules, roster).findings
  }

  private func ids(_ findings: [Finding]) -> Set<String> {
    Set(findings.map { RuleBook.rule(of: $0).id })
  }

  @Test("Trap 3: an evening and the day after are two days of the Act, 15.5 h only when running")
  func runningDay() throws {
    let pair = "2026-03-02T15:00/2026-03-02T22:30;2026-03-03T07:00/2026-03-03T15:00"
    let hours = ["AML-10-4-1D", "AML-10-5-1D", "AML-10-5-2D", "AML-10-6-8D", "AML-10-6-9D"]
    #expect(try findings(hours, pair).isEmpty)
    #expect(try findings(["EU-3R"], pair).map(\.measured) == [Fraction(31, 2)])
    // A night and the next night are two days as well, whatever midnight does.
    let nights = "2026-03-02T22:00/2026-03-03T06:30;2026-03-03T22:00/2026-03-04T06:30"
    #expect(try findings(hours, nights).isEmpty)
  }

  @Test(
    "Trap 4: rest does not stop at a day, a month, a leap day or a year",
    arguments: ["2026-03-31", "2028-02-28", "2028-02-29", "2026-12-31", "2026-10-24"])
  func restAcrossEdges(_ date: String) throws {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let day = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    let next = (day + 1).iso
    let found = try findings(
      ["AML-10-8-1"], "\(date)T14:30/\(date)T22:30;\(next)T07:00/\(next)T15:00")
    let hour = date == "2026-10-24" ? Fraction(1) : Fraction(0)
    #expect(found.map(\.measured) == [Fraction(17, 2) + hour])
  }

  @Test(
    "Trap 4: rest does not stop at the file: the look-back is read, the plan that repeats joins")
  func restAcrossFiles() throws {
    let plan = "2026-03-02T07:00/2026-03-02T15:00;2026-03-08T22:00/2026-03-09T07:30"
    let rules = ["AML-10-8-1", "AML-10-8-3D"]
    #expect(try findings(rules, plan).isEmpty)
    let history = try findings(rules, "2026-03-01T15:00/2026-03-01T22:00;" + plan) { roster in
      roster.surroundings = Surroundings(
        firstDate: roster.firstDate, lastDate: roster.lastDate, repeats: false)
      roster.firstDate = CivilDate(days: 20_514)
    }
    #expect(history.map(\.measured) == [Fraction(9)])
    // The Sunday night of the last week runs into the first Monday.
    let cycle = try findings(["DATA-OVERLAP"], plan) { $0 = $0.repeating(every: 7) }
    #expect(!cycle.isEmpty)
  }

  @Test("Trap 5: a split duty is no 4 h rest, and a spread of 14.5 h does not pass as fine")
  func splitDuty() throws {
    let split =
      "2026-03-02T07:00/2026-03-02T11:00;2026-03-02T15:00/2026-03-02T19:00;"
      + "2026-03-03T07:00/2026-03-03T15:00"
    let rests = ["AML-10-8-1", "AML-10-8-3D", "EVID-QR11", "EVID-QRS", "ORG-CRITREST", "TAR-LEGE"]
    #expect(try findings(rests, split + ";CRIT:2026-03-02T08:00/2026-03-02T08:00").isEmpty)
    // A night in two halves: the hours between them are no recovery.
    let night =
      "2026-03-02T22:00/2026-03-03T02:00;2026-03-03T04:30/2026-03-03T07:30;"
      + "2026-03-06T07:00/2026-03-06T15:00"
    #expect(try findings(["EVID-REC48", "EVID-NA", "NHS-46"] + rests, night).isEmpty)
    let spread =
      "2026-03-02T08:00/2026-03-02T10:00;2026-03-02T15:00/2026-03-02T22:30;"
      + "2026-03-03T15:00/2026-03-03T22:30"
    let found = try findings(["AML-10-8-1"], spread)
    #expect(found.map(\.measured) == [Fraction(19, 2)])
    #expect(found.map(\.status) == [.disputed])
  }

  @Test("Trap 6: 10 h 59 min and 10 h 59 min 59 s are never written or compared as 11 h")
  func neverRounded() throws {
    for (end, text) in [("20:01", "10 t 59 min"), ("20:00:01", "10 t 59 min 59 s")] {
      let roster = try GoldenRoster.roster(
        "2026-03-02T14:00/2026-03-02T\(end);2026-03-03T07:00/2026-03-03T15:00", horizon: "")
      let analysis = analysis(["AML-10-8-1"], roster)
      let finding = try #require(analysis.findings.first)
      #expect(finding.measured < Fraction(11))
      let message = RuleBook.rule(of: finding).describe(
        finding, FindingContext(roster: roster, name: "Kari")
      ).message
      #expect(message.nb.contains(text), "\(message.nb)")
    }
  }

  @Test("Trap 9: the date a night ends is no day off; a lone night does not part a run of dates")
  func sleepDay() throws {
    let horizon = "2026-03-02..2026-03-16"
    // Night from Monday; Tuesday is the sleep day, Wednesday work: no lone day off between.
    let around =
      "2026-03-02T22:00/2026-03-03T07:30;2026-03-04T15:00/2026-03-04T22:30;"
      + "2026-03-05T07:00/2026-03-05T15:00"
    #expect(try findings(["EVID-SINGLEOFF"], around, horizon: horizon).isEmpty)
    #expect(
      try findings(["EVID-NA"], around, horizon: horizon).isEmpty, "31 h later in the evening")
    // Monday to Wednesday, a night from Thursday, Saturday and Sunday: seven dates in a row.
    let run =
      "2026-03-02T07:00/2026-03-02T15:00;2026-03-03T07:00/2026-03-03T15:00;"
      + "2026-03-04T07:00/2026-03-04T15:00;2026-03-05T22:00/2026-03-06T07:30;"
      + "2026-03-07T15:00/2026-03-07T22:00;2026-03-08T15:00/2026-03-08T22:00"
    #expect(
      try findings(["EVID-DAYS6"], run, horizon: horizon).map(\.measured) == [Fraction(7)])
    // A day-off code on the sleep day is said, and the hours of F1 are judged by themselves.
    let code = "2026-03-06T22:00/2026-03-07T07:30;F1:2026-03-07T00:00/2026-03-08T00:00"
    #expect(try ids(findings(["TAR-SOV", "TAR-F1LEN"], code, horizon: horizon)) == ["TAR-SOV"])
  }

  @Test("Trap 20: no evidence is printed as law, and no law as advice")
  func lanesStayApart() {
    for rule in RuleBook.rules {
      let lane: [Lane] =
        switch rule.pack {
        case "AML", "EU": [.law]
        case "TAR", "EMP", "AT": [.agreement]
        case "EVID", "FIOH", "NHS", "ORG": [.research]
        case "MOD": [.model]
        default: [.data]
        }
      #expect(lane.contains(rule.lane), "\(rule.id)")
      guard rule.lane == .research else { continue }
      // Advice cites no paragraph as its own.
      #expect(!rule.section.nb.contains("aml. §"), "\(rule.id)")
      #expect(!rule.isFloor, "\(rule.id)")
    }
  }

  @Test("Trap 20: whatever a plan is like, research and models give no breach and nothing disputed")
  func adviceIsNoBreach() throws {
    let plans = GoldenCase.all.filter { !$0["roster"].isEmpty }
    #expect(plans.count > 300)
    let rules = RuleBook.rules.filter { $0.lane == .research }.map(\.id)
    for plan in plans {
      let analysis = RosterAnalysis(
        try plan.roster(),
        settings: AnalysisSettings(
          limits: Limits(agreementsComplete: true), facts: plan.facts(),
          selection: RuleSelection(select: rules)))
      for finding in analysis.findings where !finding.isAgreed {
        #expect(
          finding.status == .warning || finding.status == .note,
          "\(plan["case_id"]): \(RuleBook.rule(of: finding).id)")
      }
    }
  }

  @Test("Trap 21: times of UTC are no local times; an offset in the file always wins")
  func universalTimes() throws {
    let utc = RosterReader.read(
      """
      person,start,end
      Kari,2026-03-02T14:00:00Z,2026-03-02T21:30:00Z
      Kari,2026-03-03T07:00:00Z,2026-03-03T15:00:00Z
      """)
    let roster = try #require(utc.roster)
    #expect(roster.civil(roster.shifts[0].start).clock == "15:00")
    // The same over a change of the clock: 22:00 to 08:00 of UTC is 10 h whatever the clock says.
    let change = RosterReader.read(
      """
      person,start,end
      Kari,2026-10-24T13:00:00+02:00,2026-10-24T22:00:00+02:00
      Kari,2026-10-25T08:00:00+01:00,2026-10-25T15:00:00+01:00
      """)
    let found = analysis(["AML-10-8-1"], try #require(change.roster)).findings
    #expect(found.isEmpty, "11 h elapsed, 10 h on the clock")
  }

  @Test("Trap 21: 24:00 ends the date, an end before the start ends on the next")
  func clockTimesAtTheEdge() throws {
    let reading = RosterReader.read(
      """
      Ansatt;Dato;Fra;Til;Kode
      Kari;02.03.2026;16:00;24:00;A
      Kari;03.03.2026;22:00;07:30;N
      """)
    let roster = try #require(reading.roster)
    #expect(roster.shifts.map { $0.end - $0.start } == [8 * 3600, 19 * 1800])
    #expect(roster.civil(roster.shifts[0].end).date.iso == "2026-03-03")
    // Dates that say that the end is before the start are an error of the row, never 14 h of work.
    let wrong = RosterReader.read(
      """
      person,start,end
      Kari,2026-03-03T07:00,2026-03-02T22:00
      Kari,2026-03-04T07:00,2026-03-04T15:00
      """)
    #expect(wrong.roster?.shifts.count == 1)
    #expect(wrong.diagnostics.errors > 0)
  }

  @Test("Trap 23: shifts that people wished for are judged like all others")
  func wishes() throws {
    let reading = RosterReader.read(
      """
      person,start,end,tags
      Kari,2026-03-02T15:00,2026-03-02T22:30,ønske
      Kari,2026-03-03T07:00,2026-03-03T15:00,ønske
      """)
    let roster = try #require(reading.roster)
    #expect(analysis(["AML-10-8-1"], roster).findings.map(\.measured) == [Fraction(17, 2)])
  }
}
