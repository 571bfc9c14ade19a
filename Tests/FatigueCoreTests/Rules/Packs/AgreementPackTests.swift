import Testing

@testable import FatigueCore

/// Norms of agreements at their limits (`TAR`).
@Suite("Norms of agreements, at their limits")
struct AgreementPackTests {
  private static func told(
    _ rule: String, _ strip: String, limits: Limits = Limits(), facts: Facts = Facts()
  ) throws -> [String] {
    try PackCheck.told(rule, strip, limits: limits, facts: facts)
  }

  // MARK: What they share

  /// A plan that takes effect on Monday 5 January, shown so many days before.
  private static func shown(
    _ days: Int, _ agreements: [Agreement] = []
  ) throws -> [String] {
    try told(
      "TAR-14D", "D - -", limits: Limits(agreements: agreements),
      facts: PackCheck.plan {
        $0.published = PackCheck.day(-days)
        $0.effective = PackCheck.day()
      })
  }

  @Test("A plan is shown in time on the fourteenth day before")
  func shownInTime() throws {
    #expect(try Self.shown(14).isEmpty)
    #expect(try Self.shown(13) == ["warning 13/14: 05 00:00 – 08 00:00, 05 07:30"])
    let rule = try #require(RuleBook.rule("TAR-14D"))
    for (days, text) in [(0, "came 0 days before"), (-1, "came 1 days after")] {
      let roster = try PackCheck.strip("D - -")
      let facts = PackCheck.plan { $0.published = PackCheck.day(-days) }
      let found = RuleLook.findings(rule.id, in: roster, facts: facts)
      let said = rule.describe(
        try #require(found.first), FindingContext(roster: roster, name: "", facts: facts))
      #expect(said.message.en.contains(text))
    }
  }

  @Test("An agreement about the plan holds on both its dates, for all, and the last on file wins")
  func planAgreement() throws {
    func agreed(
      _ value: Int64, _ from: Int = 0, _ through: Int? = nil,
      _ change: (inout Agreement) -> Void = { _ in }
    ) -> Agreement {
      var agreement = PackCheck.agreement(PlanShownAhead.least, Fraction(value))
      agreement.from = PackCheck.day(from)
      agreement.through = through.map { PackCheck.day($0) }
      change(&agreement)
      return agreement
    }
    let late = ["breach 20/21: 05 00:00 – 08 00:00, 05 07:30"]
    #expect(try Self.shown(21, [agreed(21, 0, 0)]).isEmpty)
    #expect(try Self.shown(20, [agreed(21, 0, 0)]) == late)
    #expect(try Self.shown(20, [agreed(21)]) == late)
    #expect(try Self.shown(20, [agreed(30), agreed(21)]) == late)
    #expect(try Self.shown(20, [agreed(21) { $0.people = ["A"] }]) == late)
    for other in [
      agreed(21, 1, 9), agreed(21, -9, -1), agreed(21) { $0.people = ["Ola"] },
      agreed(21) { $0.units = ["U"] }, agreed(21) { $0.codes = ["N"] },
      agreed(21) { $0.value = nil },
      agreed(21) { $0.limit = WeekendFrequency.most.id },
    ] {
      #expect(try Self.shown(20, [other]).isEmpty)
    }
  }

  @Test(
    "What begins with the first assessed date is of the plan, and what begins after the last is not"
  )
  func assessedShifts() throws {
    let roster = try GoldenRoster.roster(
      (5...7).map { "2026-01-0\($0)T00:00/2026-01-0\($0)T08:00" }.joined(separator: ";"),
      horizon: "")
    #expect((0..<3).allSatisfy { roster.isAssessed($0) } && roster.firstShift == 0)
    let middle = roster.assessing(PackCheck.day(1)...PackCheck.day(1)).roster
    #expect([-1, 0, 1, 2].map { middle.isAssessed($0) } == [true, false, true, false])
    #expect(middle.firstShift == 1)
    // Of two that begin together it is the first of the file.
    let both = try #require(
      RosterReader.read(
        "Ansatt;Start;Slutt\nB;2026-01-06 07:00;2026-01-06 15:00\nA;2026-01-05 07:00;2026-01-05 15:00\n"
          + "C;2026-01-05 07:00;2026-01-05 16:00\n"
      ).roster)
    #expect(both.firstShift == 1)
    #expect(both.assessing(PackCheck.day(1)...PackCheck.day(1)).roster.firstShift == 0)
  }

  @Test(
    "Day-off codes are F1 to F5, in capitals or not, on days off alone",
    arguments: [
      ("F1", 1), ("f5", 5), ("F0", nil), ("F6", nil), ("G1", nil), ("F", nil), ("F12", nil),
    ])
  func dayOffCodes(code: String, number: Int?) throws {
    let roster = try GoldenRoster.roster(
      "\(code):2026-01-05T00:00/2026-01-06T00:00", horizon: "")
    var shift = roster.shifts[0]
    #expect(roster.dayOffNumber(shift) == number)
    shift.kind = .work
    #expect(roster.dayOffNumber(shift) == nil)
    (shift.kind, shift.code) = (.off, 0)
    #expect(roster.dayOffNumber(shift) == nil)
  }

  // MARK: Weeks

  @Test("A year has as many night hours and Sunday hours as the clause says, or it has not")
  func comparableToContinuous() throws {
    // 10 h of night and 4 h of Sunday in each week: 520 h and 208 h in 52 weeks.
    let week = "- 20:00-06:00 - 07:30-17:30 07:30-17:30 - 07:00-11:00 "
    let weeks = String(repeating: week, count: 4)
    for (night, sunday, isOver) in [(520, 208, true), (521, 208, false), (520, 209, false)] {
      let limits = PackCheck.limits(
        (ComparableToContinuous.nights, Fraction(Int64(night))),
        (ComparableToContinuous.sundays, Fraction(Int64(sunday))))
      let found = try PackCheck.findings("TAR-CONT", weeks, limits: limits)
      #expect(found.map(\.measured) == (isOver ? [Fraction(34)] : []))
    }
  }

  @Test("Day, evening and night on weekdays make a rota without any Sunday")
  func rotaOnWeekdays() throws {
    #expect(try PackCheck.findings("TAR-355", "L A N - D - -").map(\.measured) == [Fraction(75, 2)])
    #expect(try PackCheck.findings("TAR-355", "L A D - D - -").isEmpty)
    // The night begins on a Saturday, and ends on the Sunday.
    #expect(try !PackCheck.findings("TAR-355", "L A D - - N -").isEmpty)
  }

  @Test("A quarter of the hours by day and evening is enough for the three-part credit")
  func quarterByDay() throws {
    let rest = "15:00-20:00 22:00-08:00 22:00-08:00 - 22:00-08:00 -"
    #expect(try PackCheck.findings("TAR-336", "07:00-12:00 " + rest).count == 1)
    #expect(try PackCheck.findings("TAR-336", "07:00-11:59 " + rest).isEmpty)
  }

  @Test("A full week of exactly what is due is no finding, a minute more is")
  func threePartCredit() throws {
    // 24 h of night and the Sunday make a full week of 33.6 h.
    let rest = "14:00-20:00 22:00-06:00 22:00-06:00 - 22:00-06:00 -"
    let full = RuleLook.person { $0.position = Fraction(1) }
    #expect(try PackCheck.findings("TAR-336", "07:00-10:36 " + rest, facts: full).isEmpty)
    let over = try PackCheck.findings("TAR-336", "07:00-10:37 " + rest, facts: full)
    #expect(over.map(\.limit) == [Fraction(168, 5)])
    // Half of that week is due in half a position.
    let half = RuleLook.person { $0.position = Fraction(1, 2) }
    let found = try PackCheck.findings("TAR-336", "07:00-10:00 " + rest, facts: half)
    #expect(found.map(\.limit) == [Fraction(84, 5)])
  }

  @Test("The weekend begins on Friday evening, and what ends then is not of it")
  func weekendFrequency() throws {
    let third = PackCheck.plan { $0.weekendEvery = 3 }
    func told(_ strip: String) throws -> [String] {
      try Self.told("TAR-HELG", strip, facts: third)
    }
    let free = " - - - - - - -"
    // One of three weekends, and two of them.
    #expect(try told("- - - - - D D" + free + free).isEmpty)
    #expect(try told("- - - - 10:00-18:00 - -" + free + free).isEmpty)
    #expect(
      try told("- - - - - D D - - - - 10:00-18:00 D -" + free)
        == ["breach 2:3/1:3: 10 00:00 – 19 00:00, 17 07:30"])
    #expect(
      try told("- - - - - D D - - - - 10:00-18:01 - -" + free)
        == ["breach 2:3/1:3: 10 00:00 – 19 00:00, 16 10:00"])
    #expect(try told("- - - - - D D - - - - 10:00-18:00 - -" + free).isEmpty)
  }

  // MARK: Days off

  @Test("The free time round an F1 is long enough at its limit")
  func weeklyDayOff() throws {
    func told(_ strip: String, _ agreements: Agreement...) throws -> [String] {
      try Self.told("TAR-F1LEN", strip, limits: Limits(agreements: agreements))
    }
    #expect(try told("D D A F1 09:30-14:00 D").isEmpty)
    #expect(
      try told("D D A F1 09:29-14:00 D") == ["warning 2099:60/35: 07 22:30 – 09 09:29, 08 00:00"])
    // The plan shows nothing of what lies before, or after.
    #expect(try told("F1 06:00-14:00 D") == ["note 30/35: 05 00:00 – 06 06:00, 05 00:00"])
    #expect(try told("D A F1") == ["note 25.5/35: 06 22:30 – 08 00:00, 07 00:00"])
    // 30 h, with agreements on the weekly rest and on F1 itself.
    let short = "D D A F1 04:30-12:00 D"
    let weekly = PackCheck.agreement(WeeklyRestRule.minimum, Fraction(28))
    #expect(try told(short, weekly).isEmpty)
    #expect(try told(short, PackCheck.agreement(WeeklyRestRule.minimum, Fraction(36))).count == 1)
    let own = PackCheck.agreement(WeeklyDayOffLength.least, Fraction(32))
    #expect(try told(short, own, weekly) == ["breach 30/32: 07 22:30 – 09 04:30, 08 00:00"])
    #expect(
      try told("D D A F1 09:30-14:00 D", PackCheck.agreement(WeeklyRestRule.minimum, 36)).isEmpty)
    let found = try PackCheck.findings(
      "TAR-F1LEN", short, limits: Limits(agreements: [own, weekly]))
    #expect(found.map(\.agreement) == [0])
    let late = try PackCheck.findings(
      "TAR-F1LEN", "D D A F1 02:00-10:00 D", limits: Limits(agreements: [own, weekly].reversed()))
    #expect(late.map(\.agreement) == [1])
    // 27 h 30 where 28 are agreed for the weekly rest.
    let agreed = try PackCheck.findings(
      "TAR-F1LEN", "D D A F1 02:00-10:00 D", limits: Limits(agreements: [weekly]))
    #expect(agreed.map(\.agreement) == [0] && agreed.map(\.limit) == [Fraction(28)])
    #expect(agreed.map(\.status) == [.warning])
  }

  @Test("A day off over the spring change is short by the clock change alone, or by more")
  func dayOffInSpring() throws {
    for (start, isClock) in [("09:30", true), ("09:29", false)] {
      let found = try PackCheck.findings("TAR-F1LEN", "@2026-03-27 D A F1 \(start)-14:00 D")
      #expect(found.map(\.dstOnly) == [isClock])
    }
  }

  @Test("Of the free time that reaches into an F1 the longest counts, of two alike the first")
  func longestRoundAnF1() throws {
    func measured(_ work: String) throws -> [String] {
      let roster = try GoldenRoster.roster(
        "F1:2026-01-07T00:00/2026-01-08T00:00;2026-01-02T07:30/2026-01-02T15:30;"
          + work.split(separator: " ").map { part in
            let ends = part.split(separator: "-")
            let (day, hours) = (ends[0], ends[1...])
            return
              "2026-01-\(day)T\(hours[1])/2026-01-\(hours.count > 2 ? hours[3] : day)T\(hours[2])"
          }.joined(separator: ";"), horizon: "2026-01-01..2026-01-19")
      return RuleLook.findings("TAR-F1LEN", in: roster).map { PackCheck.told($0, roster) }
    }
    // 32 h 30 end where the F1 begins; 23 h 30 lie in it.
    #expect(
      try measured("05-07:30-15:30 07-00:00-08:00 08-07:30-15:30")
        == ["warning 23.5/35: 07 08:00 – 08 07:30, 07 00:00"])
    // 36 h begin where it ends.
    #expect(
      try measured("06-07:30-15:30 07-16:00-00:00-08 09-12:00-15:30")
        == ["warning 24.5/35: 06 15:30 – 07 16:00, 07 00:00"])
    // 16 h 30 on either side of an hour's work.
    #expect(
      try measured("06-07:30-15:30 07-08:00-09:00 08-01:30-09:00")
        == ["warning 16.5/35: 06 15:30 – 07 08:00, 07 00:00"])
  }

  @Test("Work on an F-day counts, as the day that a night ends or as work of its own")
  func sleepDayCode() throws {
    func found(_ work: String, most: Int64 = 0) throws -> [Finding] {
      let roster = try GoldenRoster.roster(
        work + ";F2:2026-01-07T00:00/2026-01-08T00:00", horizon: "2026-01-05..2026-01-12")
      return RuleLook.findings(
        "TAR-SOV", in: roster, limits: PackCheck.limits((SleepDayCode.most, Fraction(most))))
    }
    let night = try found("2026-01-06T22:00/2026-01-07T02:00")
    #expect(night.map(\.measured) == [Fraction(2)] && night.map(\.detail) == [1])
    let early = try found("2026-01-07T00:00/2026-01-07T02:00")
    #expect(early.map(\.measured) == [Fraction(2)] && early.map(\.detail) == [0])
    #expect(try found("2026-01-07T00:00/2026-01-07T02:00", most: 2).isEmpty)
    #expect(try found("2026-01-06T16:00/2026-01-07T00:00").isEmpty)
  }
}
