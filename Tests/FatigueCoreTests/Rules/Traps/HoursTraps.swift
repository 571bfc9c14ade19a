import Testing

@testable import FatigueCore

/// Semantic traps of the rule catalogue (section 9) that concern hours, averages and on-call; each
/// test is named after its trap.
@Suite("Traps: hours, averages, on-call")
struct HoursTraps {
  private func findings(
    _ rule: String, _ roster: String, horizon: String = "",
    _ change: (inout Limits) -> Void = { _ in },
    facts: Facts = Facts()
  ) throws -> [Finding] {
    var limits = Limits()
    change(&limits)
    let analysis = RosterAnalysis(
      try GoldenRoster.roster(roster, horizon: horizon),
      settings: AnalysisSettings(
        limits: limits, facts: facts, selection: RuleSelection(select: [rule])))
    return analysis.findings
  }

  /// Equal days from 06:00, Monday to Friday, so many hours in each week.
  private func weeks(_ hours: [Double], except absent: Set<Int> = []) -> String {
    let monday = CivilDate(days: 20_458)
    var parts: [String] = []
    for (week, total) in hours.enumerated() {
      if absent.contains(week) {
        parts.append(
          "ABS:\((monday + week * 7).iso)T00:00/\((monday + (week * 7 + 5)).iso)T00:00")
        continue
      }
      let minutes = 360 + Int(total * 12)
      for day in 0..<5 {
        let date = (monday + (week * 7 + day)).iso
        parts.append(
          "\(date)T06:00/\(date)T\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))")
      }
    }
    return parts.joined(separator: ";")
  }

  @Test("Trap 2: splitting a night at midnight, so that 9 and 10 h never trip")
  func nightIsNotSplit() throws {
    let night = "2026-03-02T21:00/2026-03-03T07:30"
    #expect(try findings("AML-10-4-1D", night).map(\.measured) == [Fraction(21, 2)])
    #expect(try findings("AML-10-5-1D", night).map(\.measured) == [Fraction(21, 2)])
  }

  @Test("Trap 8: a Sunday night is not put in the week of its start date")
  func sundayNightIsSplit() throws {
    let roster = "2026-03-08T22:00/2026-03-09T07:30"
    var timeline = PersonTimeline(
      calendar: WeekCalendar(
        try GoldenRoster.roster(roster, horizon: "2026-03-02..2026-03-16")))
    var clock = ZoneCursor(.oslo)
    timeline.fill(
      try GoldenRoster.roster(roster, horizon: "2026-03-02..2026-03-16"), person: 0, clock: &clock)
    #expect(timeline.weekHours.map(\.total) == [2 * 3600, 15 * 1800])
  }

  @Test("Trap 11: a limit moved by an agreement that has expired holds again, and is disputed")
  func expiredAgreement() throws {
    let day = CivilDate(days: 20_514)  // Monday 2026-03-02
    let agreement = Agreement(
      id: "A", level: .individual, from: CivilDate(days: 0), through: day + -1,
      rule: "AML-10-5-1D")
    let long = "2026-03-02T07:00/2026-03-02T16:30"
    #expect(
      try findings("AML-10-4-1D", long) { $0.agreements = [agreement] }.map(\.status) == [.disputed]
    )
    var valid = agreement
    valid.through = day
    #expect(try findings("AML-10-4-1D", long) { $0.agreements = [valid] }.isEmpty)
    let complete = try findings("AML-10-4-1D", long) {
      $0.agreements = [agreement]
      $0.agreementsComplete = true
    }
    #expect(complete.map(\.status) == [.breach])
  }

  @Test("Trap 14: eight weeks across the block line, and four weeks across a month")
  func windowsRoll() throws {
    let across = try findings(
      "AML-10-6-8W", weeks([40, 40, 40, 40, 56, 56, 56, 56, 56, 56, 56, 56, 40, 40, 40, 40]))
    #expect(across.map(\.status) == [.disputed])
    #expect(across.map(\.measured) == [Fraction(56)])
    #expect(across.first?.detail == 172_800)
  }

  @Test("Trap 14: a fixed block that is over names the rolling value too, and is counted once")
  func fixedAndRolling() throws {
    let both = try findings("AML-10-6-8W", weeks([40, 40, 50, 50, 52, 52, 52, 52, 54, 54, 30, 30]))
    #expect(both.map(\.status) == [.breach])
    #expect(both.map(\.measured) == [Fraction(388, 8)])
    // Weeks 3 to 10: 416 h.
    #expect(both.first?.detail == 187_200)
  }

  @Test("Trap 16: on-call is neither work nor nothing")
  func onCall() throws {
    let week = (2...5).map { "2026-03-0\($0)T08:00/2026-03-0\($0)T16:00" }.joined(separator: ";")
    let plan = week + ";HV:2026-03-06T15:00/2026-03-09T00:00"
    let found = try findings("AML-10-4-1W", plan, horizon: "2026-03-02..2026-03-09")
    #expect(found.map(\.measured) == [Fraction(32) + Fraction(57, 7)])
    #expect(try findings("AML-10-6-8X", plan, horizon: "2026-03-02..2026-03-09").isEmpty)
    #expect(try findings("AML-10-4-1D", plan, horizon: "2026-03-02..2026-03-09").isEmpty)
  }

  @Test("Trap 16: an agreed factor counts, watch by watch, only inside its dates")
  func agreedFactor() throws {
    let agreement = Agreement(
      id: "A", level: .localUnion, from: CivilDate(days: 20_514), through: CivilDate(days: 20_515),
      rule: "AML-10-4-3", limit: "AML-10-4-3.factor", value: Fraction(1, 5))
    var limits = Limits()
    limits.agreements = [agreement]
    let roster = try GoldenRoster.roster(
      "HV:2026-03-02T00:00/2026-03-02T10:00;HV:2026-03-04T00:00/2026-03-04T14:00", horizon: "")
    var evidence = Evidence(roster: roster, limits: limits)
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    #expect(evidence.onCallHours == Fraction(10, 5) + Fraction(14, 7))
    let sum = evidence.timeline.weekHours.indices.reduce(0) {
      $0 + evidence.hours(.ordinary, inWeek: $1)
    }
    #expect(Fraction(sum, evidence.onCall.steps * 3600) == Fraction(4))
  }

  @Test("Trap 17: absence is not zero hours")
  func absenceIsNeutral() throws {
    let hours = [Double](repeating: 50, count: 8)
    let found = try findings(
      "AML-10-6-8W", weeks(hours, except: [3]), horizon: "2026-01-05..2026-03-02")
    #expect(found.map(\.measured) == [Fraction(50)])
    #expect(found.map(\.status) == [.breach])
    // The same week free, not absent, is free time.
    let free = weeks(hours, except: [3]).split(separator: ";").filter { !$0.hasPrefix("ABS") }
    #expect(
      try findings(
        "AML-10-6-8W", free.joined(separator: ";"), horizon: "2026-01-05..2026-03-02"
      ).isEmpty)
  }

  @Test("Trap 17: a week or two between long leave is not held to a mean")
  func mostlyAbsent() throws {
    let found = try findings(
      "AML-10-6-8W", weeks([Double](repeating: 60, count: 8), except: [1, 2, 3, 5, 6]),
      horizon: "2026-01-05..2026-03-02")
    #expect(found.isEmpty)
  }

  @Test("Trap 19: unpaid breaks are not taken out where nobody may leave")
  func paidBreaks() throws {
    let roster = "2026-03-02T07:00/2026-03-02T16:30;BR:2026-03-02T11:00/2026-03-02T11:30"
    #expect(try findings("AML-10-4-1D", roster).isEmpty)
    var facts = Facts()
    facts.plan.breaksArePaid = true
    #expect(try findings("AML-10-4-1D", roster, facts: facts).map(\.measured) == [Fraction(19, 2)])
  }

  @Test("Trap 22: hours of a part-timer are overtime only where they are marked so")
  func overtimeIsMarked() throws {
    let roster = "2026-03-02T07:00/2026-03-02T15:00;2026-03-07T07:00/2026-03-07T19:00"
    let analysis = RosterAnalysis(
      try GoldenRoster.roster(roster, horizon: ""),
      settings: AnalysisSettings(selection: RuleSelection(select: ["AML-10-6-4"])))
    #expect(analysis.findings.isEmpty)
    #expect(Set(analysis.notAssessed.map(\.rule)).isSuperset(of: ["AML-10-6-4W", "AML-10-6-4M"]))
  }

  @Test("Days that one agreement would answer are one finding; days beyond it stand alone")
  func gathered() throws {
    let roster = [
      "2026-03-02T07:00/2026-03-02T16:30", "2026-03-03T07:00/2026-03-03T16:45",
      "2026-03-04T07:00/2026-03-04T16:45", "2026-03-05T07:00/2026-03-05T18:00",
      "2026-03-06T07:00/2026-03-06T20:00", "2026-03-09T07:00/2026-03-09T20:00",
    ].joined(separator: ";")
    let found = try findings("AML-10-4-1D", roster)
    #expect(
      found.map(\.measured) == [Fraction(39, 4), Fraction(11), Fraction(13), Fraction(13)])
    #expect(found.map(\.balance) == [3, 0, 0, 0])
    #expect(found.map(\.status) == [.disputed, .disputed, .breach, .breach])
  }

  @Test("One long week is one root cause")
  func oneRootCause() throws {
    let roster = (2...7).map { "2026-03-0\($0)T06:00/2026-03-0\($0)T18:00" }.joined(separator: ";")
    let analysis = RosterAnalysis(
      try GoldenRoster.roster(roster, horizon: "2026-03-02..2026-03-09"),
      settings: AnalysisSettings(
        selection: RuleSelection(select: ["AML-10-4", "AML-10-5", "AML-10-6"])))
    let weekly = analysis.findings.filter {
      RuleBook.rule(of: $0).id.hasSuffix("W") || RuleBook.rule(of: $0).id.hasSuffix("X")
    }
    #expect(weekly.count == 4)
    #expect(weekly.filter { $0.causedBy < 0 }.map { RuleBook.rule(of: $0).id } == ["AML-10-6-8X"])
    // The six days of 12 h need one agreement and are one finding, over 10 and over 9 hours at once.
    let daily = analysis.findings.filter { RuleBook.rule(of: $0).id.hasSuffix("D") }
    #expect(daily.map(\.balance) == [6, 6])
    #expect(
      daily.filter { $0.causedBy < 0 }.map { RuleBook.rule(of: $0).id } == ["AML-10-5-1D"])
  }
}

/// Where overtime is not marked, the highest week that any split into ordinary hours and overtime can
/// give (spec, section 3).
@Suite struct HighestWeekTests {
  private struct Case: Sendable {
    var agreements: [Agreement]
    var scheme: Int?
    var complete = true
    var highest: Int64?
  }

  private static func agreement(_ level: AgreementLevel, _ rule: String) -> Agreement {
    Agreement(id: rule, level: level, from: CivilDate(days: 0), rule: rule)
  }

  @Test("The ladder of ordinary hours and overtime, and when it is not known")
  func ladder() throws {
    let averaging = "AML-10-5-1W"
    let overtime = Self.agreement(.localUnion, "AML-10-6-4W")
    let (one, two) = (
      Self.agreement(.individual, averaging), Self.agreement(.localUnion, averaging)
    )
    let cases = [
      Case(agreements: [], highest: 50), Case(agreements: [], scheme: 38, highest: 48),
      Case(agreements: [], scheme: 36, highest: 46), Case(agreements: [one], highest: 60),
      Case(agreements: [two], highest: 64), Case(agreements: [overtime], highest: 60),
      Case(agreements: [overtime], scheme: 38, highest: 58),
      Case(agreements: [one, overtime], highest: 69),
      Case(agreements: [two, overtime], highest: 69),
      Case(agreements: [], complete: false, highest: nil),
      Case(agreements: [Self.agreement(.nationalUnion, averaging)], highest: nil),
      Case(agreements: [Self.agreement(.authority, averaging)], highest: nil),
    ]
    for entry in cases {
      var limits = Limits(agreementsComplete: entry.complete)
      limits.agreements = entry.agreements
      var facts = Facts()
      var person = PersonFacts()
      person.scheme = entry.scheme
      facts.people["A"] = person
      let roster = try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: "")
      var evidence = Evidence(roster: roster, limits: limits, facts: facts)
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      let level = evidence.averaging(from: 0, to: 86_400, shift: -1)
      #expect(HighestWeek.hours(evidence, level, 0, 86_400) == entry.highest, "\(entry)")
    }
  }
}
