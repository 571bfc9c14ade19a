import Testing

@testable import FatigueCore

/// Sundays and holidays where a week, a plan or an agreement begins or ends. Whit Sunday is 24 May 2026, and the
/// Monday after it is a holiday.
@Suite("Edges of the Sunday rules")
struct SundayEdgeTests {
  private static func limits(
    weeks: Int64 = 26, from: String? = nil, through: String? = nil, complete: Bool = true
  ) throws -> Limits {
    var limits = try RuleLook.limits(
      .individual, about: "AML-10-8-4A", from: from, through: through, complete: complete)
    limits.set(EverySecondSunday.weeks, to: Fraction(weeks))
    return limits
  }

  /// A day shift on each of some dates of 2026.
  private static func days(_ dates: [String], _ clock: String = "07:00-15:00") throws -> String {
    try dates.map { try RuleLook.shifts(clock, from: "2026-\($0)", days: [0]) }
      .joined(separator: ";")
  }

  private func share(
    _ roster: String, _ horizon: String, _ limits: Limits
  ) throws -> [String] {
    try RuleLook.findings("AML-10-8-4A", roster, horizon: horizon, limits: limits).map {
      let from = try RuleLook.moment($0.from, of: roster, horizon: horizon)
      return "\(from.prefix(10)) \($0.count)/\($0.detail)"
    }
  }

  @Test("A holiday at a week's first midnight belongs to that week")
  func mondayHoliday() throws {
    // Whit Monday and the Sunday of its week, but not Whit Sunday before it.
    let roster = try Self.days(["05-19", "05-25", "05-31"])
    let limits = try Self.limits(weeks: 1)
    #expect(try share(roster, "2026-05-18..2026-06-01", limits) == ["2026-05-25 2/2"])
    // The plan begins with that Monday.
    let later = try Self.days(["05-25", "05-31"])
    let two = try Self.limits(weeks: 2)
    #expect(try share(later, "2026-05-25..2026-06-08", two) == ["2026-05-25 2/3"])
    // Half of them is every second.
    #expect(
      try share(try Self.days(["06-04", "06-07"]), "2026-06-01..2026-06-15", two) == [])
  }

  @Test("One week is a period of its own where a workplace counts so")
  func oneWeek() throws {
    let roster = try Self.days(["06-03", "06-07"])
    #expect(
      try share(roster, "2026-06-01..2026-06-08", try Self.limits(weeks: 1)) == ["2026-06-01 1/1"])
  }

  @Test("The shift named is the last one worked in the period, and the agreement is asked of it")
  func lastShift() throws {
    let rows = """
      Ansatt;Start;Slutt;Enhet
      Kari;2026-05-24 07:00;2026-05-24 15:00;Post 3
      Kari;2026-05-25 07:00;2026-05-25 15:00;Post 4
      Kari;2026-06-03 07:00;2026-06-03 15:00;Post 4

      """
    var roster = try #require(RosterReader.read(rows).roster)
    (roster.firstDate, roster.lastDate) = (
      try RuleLook.date("2026-05-18"), try RuleLook.date("2026-06-07")
    )
    var limits = try Self.limits(weeks: 1, through: "2026-05-24")
    limits.agreements[0].units = ["Post 3"]
    let found = RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: limits, selection: RuleSelection(select: ["AML-10-8-4A"]))
    ).findings
    #expect(found.map(\.count) == [1] && found.map(\.detail) == [1])
    #expect(
      found.map { roster.civil(roster.shifts[Int($0.shift)].start).date.iso } == ["2026-05-24"])
  }

  // MARK: The worst of several periods

  @Test(
    "A breach comes before what is disputed, a fixed period before a running one, then the share")
  func worst() throws {
    let two = try Self.limits(weeks: 2)
    // Sundays 7, 14, 21 and 28 June, two weeks at a time from the first.
    func found(_ sundays: [String], _ extra: String = "") throws -> [String] {
      let roster = try Self.days(["06-03"] + sundays) + extra
      let horizon = "2026-06-01..2026-06-29"
      return try RuleLook.findings("AML-10-8-4A", roster, horizon: horizon, limits: two).map {
        let from = try RuleLook.moment($0.from, of: roster, horizon: horizon)
        let readings = $0.readings.contains(.fixed) ? "fixed" : "rolling"
        return "\(from.prefix(10)) \($0.count)/\($0.detail) \(readings) \($0.status.name)"
      }
    }
    // Only the middle two: in running weeks alone.
    #expect(try found(["06-14", "06-21"]) == ["2026-06-08 2/2 rolling disputed"])
    // Three in a row: the fixed period, though the running one comes first or is as bad.
    #expect(try found(["06-14", "06-21", "06-28"]) == ["2026-06-15 2/2 fixed breach"])
    #expect(try found(["06-07", "06-14", "06-21"]) == ["2026-06-01 2/2 fixed breach"])
    // Two fixed periods as bad: the first.
    #expect(try found(["06-07", "06-14", "06-21", "06-28"]) == ["2026-06-01 2/2 fixed breach"])
    // Saturday 6 June from 18:00 to 20:00 only touches the Sunday: the period after it is the breach.
    let touched = ";2026-06-06T18:00/2026-06-06T20:00"
    #expect(
      try found(["06-14", "06-21", "06-28"], touched) == ["2026-06-15 2/2 fixed breach"])
    // Touched in the fixed period, worked in the running one: what is disputed either way is told of the fixed one.
    #expect(try found(["06-14", "06-21"], touched) == ["2026-06-01 2/2 fixed disputed"])
    #expect(
      try found(["06-14", "06-21"], ";2026-06-27T18:00/2026-06-27T20:00")
        == ["2026-06-15 2/2 fixed disputed"])
  }

  @Test("Of two fixed periods the one with the greater share is told")
  func greaterShare() throws {
    // 18–31 May has three, with Whit Monday; 1–14 June has two.
    let two = try Self.limits(weeks: 2)
    let horizon = "2026-05-18..2026-06-15"
    #expect(
      try share(try Self.days(["05-24", "05-25", "06-07", "06-14"]), horizon, two)
        == ["2026-06-01 2/2"])
    #expect(
      try share(try Self.days(["05-24", "05-25", "05-31", "06-07", "06-14"]), horizon, two)
        == ["2026-05-18 3/3"])
  }

  @Test("Fixed periods begin with the week that the agreement begins in, or the first after it")
  func periodsOfTheAgreement() throws {
    let roster = try Self.days(["06-03", "06-14", "06-21"])
    func readings(_ from: String) throws -> [Reading] {
      try RuleLook.findings(
        "AML-10-8-4A", roster, horizon: "2026-06-01..2026-06-29",
        limits: try Self.limits(weeks: 2, from: from)
      ).map(\.readings)
    }
    #expect(try readings("2026-06-08") == [[.fixed, .rolling]])
    #expect(try readings("2026-06-07") == [[.fixed, .rolling]])
    #expect(try readings("2026-06-01") == [.rolling])
    #expect(try readings("2026-06-09") == [])
  }

  @Test("A sentence says where a finding rests on days that are only touched")
  func doubt() throws {
    func said(_ rule: String, _ roster: String, _ limits: Limits) throws -> [Bool] {
      let horizon = "2026-06-01..2026-06-15"
      let context = FindingContext(
        roster: try GoldenRoster.roster(roster, horizon: horizon), name: "Kari")
      return try RuleLook.findings(rule, roster, horizon: horizon, limits: limits).map {
        let text = try #require(RuleBook.rule(rule)).describe($0, context).message
        #expect(text.nb.contains("bare så vidt berørt") == text.en.contains("only touched"))
        return text.en.contains("only touched")
      }
    }
    let worked = try Self.days(["06-07", "06-14"])
    let touched = worked.replacing(
      "06-14T07:00/2026-06-14T15:00", with: "06-13T18:00/2026-06-13T20:00")
    let one = try Self.limits(weeks: 2)
    #expect(try said("AML-10-8-4A", worked, one) == [false])
    #expect(try said("AML-10-8-4A", touched, one) == [true])
    #expect(try said("AML-10-8-4S", worked, Limits()) == [false])
    #expect(try said("AML-10-8-4S", touched, Limits()) == [true])
  }

  // MARK: The next Sunday

  @Test("A row that the plan may cut off is said to be so, and one that lies inside it is not")
  func cutOff() throws {
    func cut(_ dates: [String], _ horizon: String) throws -> [Bool] {
      try RuleLook.findings("AML-10-8-4S", try Self.days(dates), horizon: horizon)
        .map(\.horizonTruncated)
    }
    // Sundays 14 and 21 June, with a free one on either side.
    #expect(try cut(["06-14", "06-21"], "2026-06-01..2026-06-29") == [false])
    // The Sunday before them, or after them, lies outside the plan.
    #expect(try cut(["06-14", "06-21"], "2026-06-08..2026-06-29") == [true])
    #expect(try cut(["06-14", "06-21"], "2026-06-01..2026-06-28") == [true])
    // Whit Monday is the plan's first day, and free.
    #expect(try cut(["05-31", "06-07"], "2026-05-25..2026-06-15") == [false])
    #expect(try cut(["05-31", "06-07"], "2026-05-26..2026-06-15") == [true])
    // It is the day after the plan.
    #expect(try cut(["05-17", "05-24"], "2026-05-11..2026-05-25") == [true])
    #expect(try cut(["05-17", "05-24"], "2026-05-11..2026-05-26") == [false])
  }

  @Test(
    "What is only counted is what is found: the first shift of the plan, and late hours on 30 April"
  )
  func counted() throws {
    func found(_ roster: String) throws -> [Int] {
      let roster = try GoldenRoster.roster(roster, horizon: "")
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      let rule = try #require(RuleBook.rule("AML-10-8-4S"))
      var findings: [Finding] = []
      rule.evaluate(evidence, &findings)
      let count = try #require(rule.count?(evidence))
      return [findings.count, Int(count.disputed + count.breaches)]
    }
    #expect(try found(Self.days(["06-07", "06-14"])) == [1, 1])
    #expect(try found(Self.days(["06-07", "06-15"])) == [0, 0])
    // The evening before 1 May is an ordinary one, so that only the Sunday after it is worked.
    #expect(
      try found("2026-04-30T15:00/2026-04-30T23:30;2026-05-03T07:00/2026-05-03T15:00") == [0, 0])
    #expect(
      try found("2026-04-30T15:00/2026-05-01T00:30;2026-05-03T07:00/2026-05-03T15:00") == [1, 1])
  }

  @Test("The first of two shifts that touch a Sunday is named beside the row")
  func firstTouch() throws {
    let found = try RuleLook.findings(
      "AML-10-8-4S",
      "2026-06-06T18:00/2026-06-06T19:00;2026-06-06T20:30/2026-06-06T21:30;"
        + "2026-06-14T07:00/2026-06-14T15:00")
    #expect(found.map(\.related) == [0] && found.map(\.shift) == [2])
  }

  @Test("A shift that ends where a Sunday's peace begins has no part of it")
  func pieceBefore() throws {
    let found = try RuleLook.findings(
      "AML-10-8-4S",
      "2026-06-06T10:00/2026-06-06T18:00;2026-06-06T18:00/2026-06-06T23:00;"
        + "2026-06-14T07:00/2026-06-14T15:00")
    #expect(found.map(\.related) == [1])
  }

  @Test("A row may end with a Sunday far after the last date on which a shift begins")
  func longShift() throws {
    let found = try RuleLook.findings(
      "AML-10-8-4S", "2026-06-07T07:00/2026-06-07T15:00;2026-06-11T08:00/2026-06-14T12:00")
    #expect(found.map(\.count) == [2])
  }

  // MARK: Four weeks without

  @Test("A free holiday at a week's first midnight breaks the row from there on, and not before")
  func freeMonday() throws {
    // Every red day from 1 to 24 May is worked; Whit Monday is free from Sunday afternoon to Tuesday.
    let roster = try Self.days(
      ["05-01", "05-03", "05-10", "05-14", "05-17", "05-24", "05-26", "05-31"])
    let horizon = "2026-04-27..2026-06-01"
    let found = try RuleLook.findings(
      "AML-10-8-4F", roster, horizon: horizon, limits: try Self.limits())
    #expect(found.map(\.count) == [4])
    #expect(
      try found.map { try RuleLook.moment($0.to, of: roster, horizon: horizon) }
        == ["2026-05-25 00:00"])
    // The shift named is the last red day worked in the four weeks.
    #expect(found.map(\.shift) == [5])
    // Also where the Monday after them is worked, and the Sunday after that is free.
    let monday = try Self.days(
      ["05-01", "05-03", "05-10", "05-14", "05-17", "05-24", "05-25", "05-27"])
    let ended = try RuleLook.findings(
      "AML-10-8-4F", monday, horizon: horizon, limits: try Self.limits())
    #expect(ended.map(\.count) == [4] && ended.map(\.shift) == [5])
  }

  @Test("A Sunday is free until its peace ends, and before the first shift of the plan")
  func freeSunday() throws {
    let horizon = "2026-06-01..2026-07-06"
    // From Friday afternoon to ten on Sunday evening, in the fourth of five weeks.
    func found(_ start: String) throws -> [Int32] {
      let roster =
        try Self.days(["06-07", "06-14", "06-21", "06-26", "07-05"])
        + ";2026-06-28T\(start)/2026-06-29T06:00"
      return try RuleLook.findings(
        "AML-10-8-4F", roster, horizon: horizon, limits: try Self.limits()
      ).map(\.count)
    }
    #expect(try found("22:00") == [])
    #expect(try found("21:00") == [5])
    // The first shift is on the second Monday.
    let later = try Self.days(["06-08", "06-14", "06-21", "06-28", "07-05"])
    #expect(
      try RuleLook.findings("AML-10-8-4F", later, horizon: horizon, limits: try Self.limits())
        .map(\.count) == [4])
  }

  @Test("Terms of the Act bind an agreement with the representatives, not one of a national union")
  func levels() throws {
    func found(_ level: AgreementLevel) throws -> Int {
      var limits = try RuleLook.limits(level, about: "AML-10-8-4A")
      limits.set(EverySecondSunday.weeks, to: Fraction(2))
      return try share(
        try Self.days(["06-07", "06-14"]), "2026-06-01..2026-06-15", limits
      ).count
    }
    #expect(try found(.individual) == 1)
    #expect(try found(.localUnion) == 1)
    #expect(try found(.nationalUnion) == 0)
  }

  @Test("The shift named may be that of a holiday at the first midnight of the row")
  func namedShift() throws {
    // Whit Monday is worked; the Sundays after it are free for 31 hours only.
    let roster = try [
      Self.days(["05-18", "05-25"]), Self.days(["05-30", "06-06"], "09:00-17:00"),
      Self.days(["06-01", "06-08"], "00:00-08:00"),
    ].joined(separator: ";")
    var limits = try Self.limits()
    limits.set(FreeSundayInFour.most, to: Fraction(1))
    let horizon = "2026-05-18..2026-06-15"
    let found = try RuleLook.findings("AML-10-8-4F", roster, horizon: horizon, limits: limits)
    #expect(found.map(\.count) == [2])
    let weeks = try found.map { finding in
      try [finding.from, finding.to].map {
        try RuleLook.moment($0, of: roster, horizon: horizon)
      }
    }
    #expect(weeks == [["2026-05-25 00:00", "2026-06-08 00:00"]])
    let shifts = try GoldenRoster.roster(roster, horizon: horizon).shifts
    #expect(
      try found.map { try RuleLook.moment(shifts[Int($0.shift)].start, of: roster) }
        == ["2026-05-25 07:00"])
  }
}
