import Testing

@testable import FatigueCore

/// Agreements and central agreements at the ends of a plan, and what a person's entries show of one.
@Suite("Edges of agreements and evidence")
struct AgreementEdgeTests {
  @Test("A central agreement counts when it holds on the first or the last date of the plan")
  func central() throws {
    func found(_ from: String?, _ through: String?, _ level: AgreementLevel = .nationalUnion) throws
      -> [FindingStatus]
    {
      let limits = try RuleLook.limits(level, about: "AML-10-8-1", from: from, through: through)
      return try RuleLook.findings(
        "AML-10-6-9D", "2026-03-02T07:00/2026-03-03T00:00;2026-03-08T07:00/2026-03-08T12:00",
        horizon: "2026-03-02..2026-03-09", limits: limits,
        facts: RuleLook.person { $0.staffGroup = "lege" }
      ).map(\.status)
    }
    // Where none is on file, it is not known that seventeen hours are too many.
    #expect(try found(nil, nil, .localUnion) == [.disputed])
    #expect(try found(nil, nil) == [.breach])
    #expect(try found("2026-03-08", nil) == [.breach])
    #expect(try found("2026-03-09", nil) == [.disputed])
    #expect(try found(nil, "2026-03-02") == [.breach])
    #expect(try found(nil, "2026-03-01") == [.disputed])
  }

  @Test("A week or more between leave and work is a gap, a week of work is none")
  func gaps() throws {
    func hasGaps(_ roster: String) throws -> Bool {
      let roster = try GoldenRoster.roster(roster, horizon: "")
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      return evidence.hasGaps
    }
    let work = try RuleLook.shifts("07:00-15:00", from: "2026-03-16", days: [0, 1, 2, 3, 4])
    #expect(try !hasGaps(work))
    #expect(try hasGaps("ABS:2026-03-02T00:00/2026-03-03T00:00;" + work))
    #expect(try !hasGaps("ABS:2026-03-12T00:00/2026-03-13T00:00;" + work))
    #expect(try hasGaps(work + ";ABS:2026-04-02T00:00/2026-04-03T00:00"))
  }

  @Test("What touches the assessed dates is assessed, of a plan that repeats what begins in them")
  func assessed() throws {
    let roster = try GoldenRoster.roster(
      RuleLook.shifts("07:00-15:00", from: "2026-03-02", days: Array(0..<28)), horizon: "")
    func isAssessed(_ roster: Roster, _ spans: (WorkInterval) -> [(Int32, Int32)]) -> [Bool] {
      let evidence = Evidence(roster: roster, limits: Limits())
      let (start, end) = roster.period
      return spans(WorkInterval(start: start, end: end)).map {
        evidence.isAssessed(from: $0.0, to: $0.1)
      }
    }
    func spans(_ plan: WorkInterval) -> [(Int32, Int32)] {
      [
        (plan.start - 9, plan.start), (plan.start - 9, plan.start + 1),
        (plan.start, plan.start + 9),
        (plan.end - 1, plan.end + 9), (plan.end, plan.end + 9),
      ]
    }
    let dates = try RuleLook.date("2026-03-09")...RuleLook.date("2026-03-15")
    let part = roster.assessing(dates).roster
    #expect(part.surroundings?.repeats == false)
    #expect(isAssessed(part, spans) == [false, true, true, true, false])
    #expect(
      isAssessed(roster.repeating(every: 28), spans) == [false, false, true, true, false])
    #expect(isAssessed(roster, spans) == [true, true, true, true, true])
  }

  @Test("Of two agreements with the same power the first on file is named")
  func sameLevel() throws {
    var limits = Limits()
    limits.agreements = ["A", "B"].map {
      Agreement(id: $0, level: .localUnion, from: CivilDate(days: 0), rule: "AML-10-5-1D")
    }
    let roster = try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: "")
    var evidence = Evidence(roster: roster, limits: limits)
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    #expect(evidence.agreement(about: ["AML-10-5-1D"], from: 0, to: 3600) == 0)
  }

  @Test("What models say of a duty goes with it to a narrower look, by where it begins")
  func models() throws {
    func evidence(_ roster: String) throws -> Evidence {
      let roster = try GoldenRoster.roster(roster, horizon: "2026-03-02..2026-03-09")
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      return evidence
    }
    func duty(_ number: Int32) -> DutyPeak {
      var duty = DutyPeak(peak: KSS(5), peakAt: number, minutesAt7: 0, minutesAt8: 0)
      duty.sleepInRest = 100 * number
      return duty
    }
    var wide = try evidence(RuleLook.shifts("07:00-15:00", from: "2026-03-02", days: [0, 2, 4]))
    // Without the first, and with one that begins later.
    var narrow = try evidence(
      "ABS:2026-03-02T07:00/2026-03-02T15:00;2026-03-04T08:00/2026-03-04T15:00;"
        + "2026-03-06T07:00/2026-03-06T15:00")
    narrow.takeModels(from: wide)
    #expect(narrow.duties.isEmpty && narrow.indices.isEmpty)
    var same = wide
    same.takeModels(from: wide)
    #expect(same.duties.isEmpty && same.indices.isEmpty)
    wide.duties = [1, 2, 3].map(duty)
    narrow.takeModels(from: wide)
    #expect(narrow.duties.map(\.peakAt) == [2, 3] && narrow.indices.isEmpty)
    #expect(narrow.duties.map(\.sleepInRest) == [nil, 300])
    var random = SplitMix(1)
    wide.indices = (0..<3).map { _ in ModelRunTests.index(&random) }
    narrow.takeModels(from: wide)
    #expect(narrow.indices == Array(wide.indices.suffix(2)))
  }
}
