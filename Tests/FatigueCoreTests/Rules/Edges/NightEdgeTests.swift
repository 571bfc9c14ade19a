import Testing

@testable import FatigueCore

/// Night work exactly on a limit, and what is named where there is more than one night.
@Suite("Edges of the rules of nights")
struct NightEdgeTests {
  // MARK: Exemption and health

  @Test("A finding about nights begins with the first of them")
  func exempt() throws {
    let roster =
      "2026-03-02T22:00/2026-03-03T06:00;2026-03-04T22:00/2026-03-05T06:00;2026-03-06T15:00/2026-03-06T21:00"
    let found = try RuleLook.findings(
      "AML-10-2-2", roster, facts: RuleLook.person { $0.isNightExempt = true })
    #expect(found.map(\.shift) == [0] && found.map(\.measured) == [Fraction(16)])
    #expect(try found.map { try RuleLook.moment($0.from, of: roster) } == ["2026-03-02 22:00"])
    #expect(try found.map { try RuleLook.moment($0.to, of: roster) } == ["2026-03-05 06:00"])
  }

  @Test("Three nights are enough to be mainly nights, two are not")
  func fewest() throws {
    func found(_ days: [Int]) throws -> Int {
      try RuleLook.findings(
        "AML-10-11-8", RuleLook.shifts("22:00-06:00", from: "2026-03-02", days: days)
      ).count
    }
    #expect(try found([0, 1]) == 0)
    #expect(try found([0, 1, 2]) == 1)
  }

  @Test("Three quarters of the hours, rows that overlap once, over the change of the clock")
  func share() throws {
    // Nights of 8, 8 and 9 hours are 25 of 33 hours 20.
    func found(_ end: String) throws -> [Fraction] {
      try RuleLook.findings(
        "AML-10-11-8",
        RuleLook.shifts("22:00-06:00", from: "2026-10-22", days: [0, 1, 2])
          + ";2026-10-24T22:00/2026-10-24T23:00;2026-10-26T07:00/2026-10-26T\(end)"
      ).map(\.measured)
    }
    #expect(try found("15:20") == [Fraction(3, 4)])
    #expect(try found("15:21") == [])
  }

  // MARK: Eight hours on average

  /// A night from Monday evening in each week from 5 January 2026, and so many hours in all by day shifts from
  /// Wednesday to Saturday.
  private func nightWeeks(_ hours: [Int]) throws -> String {
    try hours.enumerated().flatMap { week, total in
      let end = 7 * 60 + (total - 8) * 15
      let clock = "\(end / 600 > 0 ? "" : "0")\(end / 60):\(end % 60 < 10 ? "0" : "")\(end % 60)"
      return [
        try RuleLook.shifts("22:00-06:00", from: "2026-01-05", days: [week * 7]),
        try RuleLook.shifts(
          "07:00-\(clock)", from: "2026-01-05", days: [2, 3, 4, 5].map { week * 7 + $0 }),
      ]
    }.joined(separator: ";")
  }

  @Test("Of running weeks over the mean the highest is told, and of two as high the first")
  func running() throws {
    func found(_ hours: [Int]) throws -> [String] {
      let (roster, horizon) = (try nightWeeks(hours), "2026-01-05..2026-03-02")
      return try RuleLook.findings("AML-10-11-6", roster, horizon: horizon).map {
        let from = try RuleLook.moment($0.from, of: roster, horizon: horizon)
        return "\(from.prefix(10)) \($0.readings.names.last ?? "") \($0.readings.names.count)"
      }
    }
    // From the second week 180 hours, from the third 180.
    #expect(try found([30, 30, 50, 50, 50, 30, 30, 30]) == ["2026-01-12 rolling 1"])
    #expect(try found([30, 30, 50, 50, 50, 31, 30, 30]) == ["2026-01-19 rolling 1"])
    #expect(try found([30, 31, 50, 50, 50, 30, 30, 30]) == ["2026-01-12 rolling 1"])
    // Four weeks from the plan's first: it is told and no other.
    #expect(try found([30, 50, 50, 50, 50, 30, 30, 30]) == ["2026-01-05 rolling 2"])
  }

  @Test("A plan that repeats is held to the mean once, not in its copies")
  func copies() throws {
    let roster = try GoldenRoster.roster(
      nightWeeks([46, 46, 46, 46]), horizon: "2026-01-05..2026-02-02"
    ).repeating(every: 28)
    #expect(RuleLook.findings("AML-10-11-6", in: roster).count == 1)
    // The rule itself does not look at the four weeks before and after it.
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    var found: [Finding] = []
    try #require(RuleBook.rule("AML-10-11-6")).evaluate(evidence, &found)
    #expect(found.count == 1)
  }

  @Test("The shift named is the last night that begins in the four weeks")
  func lastNight() throws {
    let roster = try nightWeeks([46, 46, 46, 46]) + ";2026-02-02T00:00/2026-02-02T08:00"
    let found = try RuleLook.findings(
      "AML-10-11-6", roster, horizon: "2026-01-05..2026-02-09")
    let shifts = try GoldenRoster.roster(roster, horizon: "").shifts
    #expect(
      try found.map { try RuleLook.moment(shifts[Int($0.shift)].start, of: roster) }
        == ["2026-01-26 22:00"])
  }

  @Test("Half of four weeks is enough for a mean, and less is not")
  func halfAbsent() throws {
    // 89 hours 20 in 14 days are over half of 177 hours 20.
    func found(_ absent: [Int]) throws -> [FindingStatus] {
      let weeks = try (0..<4).flatMap { week in
        [
          try RuleLook.shifts("22:00-06:00", from: "2026-01-05", days: [week * 7]),
          try RuleLook.shifts("07:00-21:20", from: "2026-01-05", days: [week * 7 + 2]),
          "ABS:\((try RuleLook.date("2026-01-12") + (week * 7 - absent[week])).iso)T00:00"
            + "/\((try RuleLook.date("2026-01-12") + week * 7).iso)T00:00",
        ]
      }
      return try RuleLook.findings(
        "AML-10-11-6", weeks.joined(separator: ";"), horizon: "2026-01-05..2026-02-02",
        limits: Limits(agreementsComplete: true)
      ).map(\.status)
    }
    // What is over by absence alone is disputed.
    #expect(try found([4, 4, 3, 3]) == [.disputed])
    #expect(try found([4, 4, 4, 3]) == [])
  }

  @Test("A mean is certain when the hours are over with the absence as free time")
  func certain() throws {
    // Sixteen nights of 11 hours and 1:20 by day are 177:20.
    func found(_ end: String) throws -> [FindingStatus] {
      let nights = (0..<4).flatMap { week in (0..<4).map { week * 7 + $0 } }
      return try RuleLook.findings(
        "AML-10-11-6",
        RuleLook.shifts("20:00-07:00", from: "2026-01-05", days: nights)
          + ";2026-01-30T12:00/2026-01-30T\(end);ABS:2026-02-01T00:00/2026-02-02T00:00",
        horizon: "2026-01-05..2026-02-02", limits: Limits(agreementsComplete: true)
      ).map(\.status)
    }
    #expect(try found("13:20") == [.disputed])
    #expect(try found("13:21") == [.breach])
  }

  // MARK: Eight hours with special risk

  private func straining(_ roster: String, _ limits: Limits = Limits()) throws -> [String] {
    try RuleLook.findings(
      "AML-10-11-7", roster, limits: limits, facts: RuleLook.person { $0.hasSpecialRisk = true }
    ).map { "\($0.measured.text) \($0.limit.text)\($0.readings == .sum ? " sum" : "")" }
  }

  @Test("A duty with three hours of night is no night by itself, and adds to one on its day")
  func threeHours() throws {
    #expect(try straining("2026-03-02T03:00/2026-03-02T12:00") == [])
    #expect(try straining("2026-03-02T02:59/2026-03-02T12:00") == ["541/60 8"])
    #expect(
      try straining("2026-03-02T03:00/2026-03-02T12:00;2026-03-02T21:30/2026-03-02T23:30")
        == ["11 8 sum"])
  }

  @Test("What an agreement gives a night is given to the minute")
  func agreedNight() throws {
    let limits = try RuleLook.limits(
      .localUnion, about: "AML-10-11-7", limit: StrainingNight.most.id, value: Fraction(10))
    #expect(try straining("2026-03-02T21:00/2026-03-03T07:00", limits) == [])
    #expect(try straining("2026-03-02T21:00/2026-03-03T07:01", limits) == ["601/60 10"])
  }
}
