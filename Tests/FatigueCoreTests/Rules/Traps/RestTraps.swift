import Testing

@testable import FatigueCore

/// Semantic traps of the rule catalogue (section 9) that concern rest, Sundays, nights and breaks; each
/// test is named after its trap.
@Suite("Traps: rest, Sundays, nights, breaks")
struct RestTraps {
  private func findings(
    _ rules: [String], _ roster: String, horizon: String = "", limits: Limits = Limits(),
    facts: Facts = Facts()
  ) throws -> [Finding] {
    RosterAnalysis(
      try GoldenRoster.roster(roster, horizon: horizon),
      settings: AnalysisSettings(
        limits: limits, facts: facts, selection: RuleSelection(select: rules))
    ).findings
  }

  private func person(_ change: (inout PersonFacts) -> Void) -> Facts {
    var person = PersonFacts()
    change(&person)
    var facts = Facts()
    facts.people["A"] = person
    return facts
  }

  @Test("Trap 1: a clock change is counted in every rest, and said where it alone decides")
  func clockChanges() throws {
    // 35 h on the clock over the spring night; an hour more work mends nothing.
    let spring =
      (23...27).map { "2026-03-\($0)T07:00/2026-03-\($0)T15:00" }.joined(separator: ";")
      + ";2026-03-28T07:00/2026-03-28T20:00;2026-03-30T07:00/2026-03-30T15:00"
    let weekly = try findings(["AML-10-8-2"], spring, horizon: "2026-03-23..2026-04-06")
      .filter { $0.readings.contains(.assigned) }
    #expect(weekly.map(\.measured) == [Fraction(34)])
    #expect(weekly.first?.dstOnly == true)
    // The same plan a week earlier has its 35 h.
    let before =
      (16...20).map { "2026-03-\($0)T07:00/2026-03-\($0)T15:00" }.joined(separator: ";")
      + ";2026-03-21T07:00/2026-03-21T20:00;2026-03-23T07:00/2026-03-23T15:00"
    let earlier = try findings(["AML-10-8-2"], before, horizon: "2026-03-16..2026-03-30")
    #expect(!earlier.contains { $0.readings.contains(.assigned) })
  }

  @Test("Trap 7: Sunday work is a window, not a date")
  func sundayIsAWindow() throws {
    let rule = try #require(RuleBook.rule("AML-10-10-1"))
    for (shift, hours) in [
      ("2026-03-07T15:00/2026-03-07T23:00", Fraction(5)),
      ("2026-03-08T22:00/2026-03-09T07:00", Fraction(0)),
      ("2026-12-24T07:00/2026-12-24T16:00", Fraction(1)),
      ("2026-04-02T22:00/2026-04-03T07:00", Fraction(9)),
      ("2026-05-16T21:00/2026-05-17T07:00", Fraction(10)),
    ] {
      let roster = try GoldenRoster.roster(shift, horizon: "")
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      var found: [Finding] = []
      rule.evaluate(evidence, &found)
      #expect((found.first?.measured ?? Fraction(0)) == hours, "\(shift)")
    }
  }

  @Test("Trap 7: an evening in two rows is one evening, and makes the Sunday worked")
  func splitEvening() throws {
    let rows =
      "2026-03-07T18:00/2026-03-07T20:00;2026-03-07T20:00/2026-03-07T22:00;"
      + "2026-03-15T07:00/2026-03-15T15:00"
    #expect(try findings(["AML-10-8-4S"], rows).count == 1)
  }

  @Test("Trap 10: 35 hours are not a free calendar date, nor the reverse")
  func hoursAreNotDates() throws {
    // 37.5 h from Saturday 07:30 to Sunday 21:00 without a free date.
    let nights =
      (2...6).map { "2026-03-0\($0)T22:00/2026-03-0\($0 + 1)T07:30" }.joined(separator: ";")
      + ";2026-03-08T21:00/2026-03-09T07:00"
    #expect(try findings(["AML-10-8-2"], nights, horizon: "2026-03-02..2026-03-09").isEmpty)
    // A whole free Sunday inside 33 h of rest.
    let days =
      (2...6).map { "2026-03-0\($0)T07:00/2026-03-0\($0)T15:00" }.joined(separator: ";")
      + ";2026-03-07T14:00/2026-03-07T22:00;2026-03-09T07:00/2026-03-09T15:00"
    let found = try findings(["AML-10-8-2"], days, horizon: "2026-03-02..2026-03-16")
    #expect(found.first?.measured == Fraction(33))
    var limits = Limits()
    limits.set(WeeklyRestRule.fullDay, to: Fraction(1))
    let asked = try findings(
      ["AML-10-8-2"], nights, horizon: "2026-03-02..2026-03-09", limits: limits)
    #expect(asked.map(\.unit) == [.days])
    #expect(asked.map(\.status) == [.disputed])
  }

  @Test("Trap 12: the employee's own wish switches nothing off")
  func wishIsNoAgreement() throws {
    for limit in [
      DailyRest.minimum, WeeklyRestRule.minimum, DailyRestFloor.callOuts, NightWorkerMean.most,
      StrainingNight.most,
    ] {
      #expect(throws: LimitSetting.Fault.self, "\(limit.id)") {
        try LimitSetting.check(
          agreeing: limit.relation == .atLeast ? Fraction(0) : Fraction(12), limit, lane: .law,
          level: .individual)
      }
    }
    var limits = Limits(agreementsComplete: true)
    limits.agreements = [
      Agreement(id: "A", level: .individual, from: CivilDate(days: 0), rule: "AML-10-11-7")
    ]
    let straining = person { $0.hasSpecialRisk = true }
    let night = "2026-03-02T22:00/2026-03-03T07:30"
    #expect(
      try findings(["AML-10-11-7"], night, limits: limits, facts: straining).map(\.status)
        == [.breach])
  }

  @Test("Trap 13: compensating rest is followed through, also after the second short rest")
  func compensationIsTracked() throws {
    // 9 h, then 12 h where 13 h are due, then 9 h again where 11 h are the rule: a new debt.
    let rows =
      "2026-03-02T14:00/2026-03-02T22:00;2026-03-03T07:00/2026-03-03T19:00;"
      + "2026-03-04T07:00/2026-03-04T15:00;2026-03-05T00:00/2026-03-05T08:00;"
      + "2026-03-05T20:30/2026-03-06T04:00"
    let found = try findings(["AML-10-8-3C"], rows)
    #expect(found.map(\.measured) == [Fraction(12), Fraction(25, 2)])
    #expect(found.map(\.limit) == [Fraction(13), Fraction(13)])
  }

  @Test("Trap 15: one person in two units is one person, for rest and for the young's hours")
  func twoUnits() throws {
    let reading = RosterReader.read(
      """
      Ansatt;Dato;Fra;Til;Kode;Enhet
      Kari;05.01.2026;14:00;22:00;A;3 A
      Kari;06.01.2026;07:00;15:00;D;4 B
      """)
    let roster = try #require(reading.roster)
    let found = RosterAnalysis(
      roster, settings: AnalysisSettings(selection: RuleSelection(select: ["AML-10-8-1"]))
    ).findings
    #expect(found.map(\.measured) == [Fraction(9)])
    var facts = Facts()
    var young = PersonFacts()
    young.age = 17
    facts.people["Kari"] = young
    let rest = RosterAnalysis(
      roster,
      settings: AnalysisSettings(facts: facts, selection: RuleSelection(select: ["AML-11-5D"]))
    ).findings
    #expect(rest.map(\.status) == [.breach])
  }

  @Test("Trap 16: on-call at home breaks no rest, a call-out breaks both")
  func onCallAndRest() throws {
    let week = (2...6).map { "2026-03-0\($0)T08:00/2026-03-0\($0)T16:00" }.joined(separator: ";")
    let passive = week + ";HV:2026-03-06T16:00/2026-03-09T08:00;2026-03-09T08:00/2026-03-09T16:00"
    let horizon = "2026-03-02..2026-03-16"
    #expect(try findings(["AML-10-8-1"], passive, horizon: horizon).isEmpty)
    let quiet = try findings(["AML-10-8-2"], passive, horizon: horizon)
    #expect(quiet.map(\.status) == [.note])
    let called = passive + ";CO:2026-03-07T22:00/2026-03-07T23:00"
    let both = try findings(["AML-10-8-1", "AML-10-8-2"], called, horizon: horizon)
    // 33 h from Saturday 23:00 to Monday 08:00, and 30 h before it.
    #expect(both.contains { $0.status == .disputed && $0.measured == Fraction(33) })
    #expect(!both.contains { $0.status == .note })
    // Once the parties have settled that it breaks nothing, the note is gone.
    var limits = Limits()
    limits.set(WeeklyRestRule.onCallBreaks, to: Fraction(0))
    #expect(try findings(["AML-10-8-2"], passive, horizon: horizon, limits: limits).isEmpty)
  }

  @Test("Trap 18: each rule keeps its own night: 21–06, 23–06")
  func nightWindows() throws {
    let evening = "2026-03-02T15:00/2026-03-02T23:00"
    let exempt = person {
      $0.isNightExempt = true
      $0.age = 17
    }
    let found = try findings(["AML-10-2-2", "AML-11-3"], evening, facts: exempt)
    #expect(found.map(\.measured) == [Fraction(2)])
    // More than three hours: 3 h 00 is not, 3 h 01 is.
    let straining = person { $0.hasSpecialRisk = true }
    #expect(
      try findings(["AML-10-11-7"], "2026-03-02T15:00/2026-03-03T00:00", facts: straining).isEmpty)
    #expect(
      try findings(["AML-10-11-7"], "2026-03-02T15:00/2026-03-03T00:01", facts: straining).count
        == 1)
  }

  @Test("Trap 19: a break that nobody may leave for is working time")
  func paidBreaks() throws {
    let day = "2026-03-02T07:00/2026-03-02T15:00;BR:2026-03-02T11:00/2026-03-02T11:29"
    #expect(try findings(["AML-10-9-1B"], day).isEmpty)
    var facts = Facts()
    facts.plan.breaksArePaid = true
    #expect(try findings(["AML-10-9-1B"], day, facts: facts).map(\.measured) == [Fraction(29)])
  }

  @Test("Without any row about breaks the break rules are not assessed, and say so")
  func breaksUnknown() throws {
    let analysis = RosterAnalysis(
      try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T19:00", horizon: ""),
      settings: AnalysisSettings())
    for rule in ["AML-10-9-1A", "AML-10-9-1B", "AML-10-9-2", "AML-11-5B"] {
      #expect(analysis.notAssessed.contains { $0.rule == rule }, "\(rule)")
    }
    #expect(!analysis.findings.contains { RuleBook.rule(of: $0).id.hasPrefix("AML-10-9") })
  }
}
