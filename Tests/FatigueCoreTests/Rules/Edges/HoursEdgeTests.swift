import Testing

@testable import FatigueCore

/// Hours exactly on a limit, what an agreement moves it to, and what is said of them.
@Suite("Edges of the rules of hours")
struct HoursEdgeTests {
  /// Weeks from Monday 5 January 2026 with so many hours each.
  private func weeks(
    _ rule: String, _ hours: [Double], kind: ShiftKind = .work, limits: Limits = Limits(),
    facts: Facts = Facts()
  ) throws -> [Finding] {
    RuleLook.findings(
      rule, in: try GoldenRoster.weeks(hours, kind: kind), limits: limits, facts: facts)
  }

  private func hours(_ seconds: Int32) -> Fraction { Fraction(Int64(seconds), 3600) }

  // MARK: A day

  @Test("An agreement that sets the hours of a day is held to, be it the first on file")
  func agreedDay() throws {
    let limits = try RuleLook.limits(
      .individual, about: "AML-10-4-1D", limit: OrdinaryDay.most.id, value: Fraction(10))
    let found = try RuleLook.findings(
      "AML-10-4-1D", "2026-03-02T07:00/2026-03-02T17:00;2026-03-04T07:00/2026-03-04T17:01",
      limits: limits)
    #expect(found.map(\.measured) == [Fraction(601, 60)] && found.map(\.agreement) == [0])
  }

  @Test("An agreement may be stricter than the Act")
  func stricterDay() throws {
    let limits = try RuleLook.limits(
      .localUnion, about: "AML-10-6-8D", limit: DailyTotalHours.most.id, value: Fraction(12))
    func found(_ end: String, _ limits: Limits) throws -> [Fraction] {
      try RuleLook.findings(
        "AML-10-6-8D", "2026-03-02T07:00/2026-03-02T\(end)", limits: limits
      ).map(\.limit)
    }
    #expect(try found("19:00", limits) == [])
    #expect(try found("19:01", limits) == [Fraction(12)])
    #expect(try found("19:01", Limits()) == [])
  }

  @Test("Ordinary hours end where overtime begins; what is named beside them is another shift")
  func ordinaryEnd() throws {
    func found(_ roster: String) throws -> [String] {
      try RuleLook.findings("AML-10-4-1D", roster).map {
        "\(try RuleLook.moment($0.to, of: roster)) \($0.shift) \($0.related)"
      }
    }
    #expect(
      try found("2026-03-02T07:00/2026-03-02T16:30;OT:2026-03-02T16:30/2026-03-02T18:00")
        == ["2026-03-02 16:30 0 0"])
    #expect(try found("2026-03-02T07:00/2026-03-02T16:30") == ["2026-03-02 16:30 0 -1"])
    #expect(
      try found(
        "2026-03-02T07:00/2026-03-02T12:00;2026-03-02T12:00/2026-03-02T16:30;"
          + "OT:2026-03-02T16:30/2026-03-02T18:00") == ["2026-03-02 16:30 1 0"])
    #expect(
      try found("2026-03-02T07:00/2026-03-02T12:00;2026-03-02T12:00/2026-03-02T16:30")
        == ["2026-03-02 16:30 1 0"])
  }

  @Test("How many days one finding stands for is said when there are several")
  func severalDays() throws {
    let one = "2026-03-02T07:00/2026-03-02T16:30"
    let told = try RuleLook.said("AML-10-4-1D", one)
    #expect(told.count == 1 && !told[0].contains("It holds for"))
    let two = try RuleLook.said("AML-10-4-1D", one + ";2026-03-04T07:00/2026-03-04T16:31")
    #expect(two.count == 1 && two[0].contains("It holds for 2 days"))
  }

  // MARK: Means and sums over weeks

  @Test("A mean over a fixed block names the highest running one beside it")
  func runningBeside() throws {
    // 385 hours in the first eight weeks, 393 in those from the fourth; between them fewer than 384.
    let found = try weeks(
      "AML-10-6-8W", [60, 46, 46, 46, 46, 46, 46, 49, 40, 60, 60, 0, 0, 0, 0, 0])
    #expect(found.map(\.measured) == [Fraction(385, 8)])
    #expect(found.map(\.readings) == [[.fixed, .rolling]])
    #expect(found.map { hours($0.detail) } == [Fraction(393, 8)])
  }

  @Test("A block that only follows another is not beside it", arguments: [[49, 50], [50, 49]])
  func blocksInARow(means: [Double]) throws {
    let found = try weeks(
      "AML-10-6-8W", means.flatMap { [Double](repeating: $0, count: 8) })
    #expect(found.map { Double($0.measured.numerator) } == means)
    #expect(found.map { hours($0.detail) } == found.map(\.measured))
    #expect(found.map(\.from) == found.map(\.from).sorted())
  }

  @Test("A mean over running weeks names the higher of the two blocks it lies in")
  func blocksBeside() throws {
    let most = [Double](repeating: 50, count: 8)
    let (low, high) = ([20.0, 20, 20, 20], [30.0, 30, 30, 30])
    for plan in [low + most + high, high + most + low] {
      let found = try weeks("AML-10-6-8W", plan)
      #expect(found.map(\.measured) == [Fraction(50)] && found.map(\.readings) == [.rolling])
      #expect(found.map { hours($0.detail) } == [Fraction(40)])
    }
  }

  @Test("Findings of a mean come in the order of time, fixed and running")
  func inOrder() throws {
    // Running from the fifth week; then a block of its own, the fourth.
    let plan =
      [Double](repeating: 20, count: 4) + [Double](repeating: 50, count: 8)
      + [Double](repeating: 10, count: 12) + [Double](repeating: 49, count: 8)
    let found = try weeks("AML-10-6-8W", plan)
    #expect(found.map(\.measured) == [Fraction(50), Fraction(49)])
    #expect(found.map(\.readings) == [.rolling, [.fixed, .rolling]])
  }

  @Test("The shift named is the one that passes the mean of all weeks, or the sum")
  func passing() throws {
    // 385 hours by five shifts a week: 384 are passed by the last.
    let mean = try weeks("AML-10-6-8W", [48, 48, 48, 48, 48, 48, 48, 49])
    #expect(mean.map(\.shift) == [39])
    // 50 a week: 383 hours after 38 shifts of ten hours and a little.
    let early = try weeks("AML-10-6-8W", [Double](repeating: 50, count: 8))
    #expect(early.map(\.shift) == [38])
    // Ten hours of overtime a week: 25 are passed by the third, and not by the row that reaches them.
    let sum = try weeks("AML-10-6-4M", [10, 10, 10, 0], kind: .overtime)
    #expect(sum.map(\.shift) == [2] && sum.map(\.measured) == [Fraction(30)])
    let reached = try weeks("AML-10-6-4M", [10, 15, 1, 0], kind: .overtime)
    #expect(reached.map(\.shift) == [2])
  }

  @Test("Four weeks of overtime stand for themselves, also where the next four have more")
  func fourWeeks() throws {
    let found = try weeks("AML-10-6-4M", [26, 0, 0, 0, 0, 0, 0, 30], kind: .overtime)
    #expect(found.map(\.measured) == [Fraction(26), Fraction(30)])
    #expect(found.map { hours($0.detail) } == [Fraction(26), Fraction(30)])
  }

  @Test("The fixed year is named where only a running one is over")
  func runningYear() throws {
    func said(_ hours: [Double]) throws -> [String] {
      let roster = try GoldenRoster.weeks(hours, kind: .overtime)
      let rule = try #require(RuleBook.rule("AML-10-6-4Y"))
      return RuleLook.findings(rule.id, in: roster).map {
        rule.describe($0, FindingContext(roster: roster, name: "Kari")).message.en
      }
    }
    let running = try said(
      [Double](repeating: 0, count: 8) + [Double](repeating: 4, count: 52))
    #expect(running.count == 1 && running[0].contains("The fixed period has 176 h"))
    let fixed = try said([Double](repeating: 4, count: 52))
    #expect(fixed.count == 1 && !fixed[0].contains("The fixed period has"))
    #expect(try said([Double](repeating: 4, count: 50)).isEmpty)
  }

  @Test("A mean of fixed blocks and one of running weeks are told apart, and absence is named")
  func meansInWords() throws {
    func said(_ rule: String, _ hours: [Double], _ absence: String = "") throws -> String {
      let rows = try weeksText(hours) + absence
      return try RuleLook.said(rule, rows, horizon: "2026-01-05..2026-05-25").joined()
    }
    let fixed = try said("AML-10-6-8W", [Double](repeating: 49, count: 8))
    #expect(fixed.contains("Fixed block: 49 h. Rolling: 49 h.") && !fixed.contains("disputed"))
    let running = try said(
      "AML-10-6-8W", [20, 20, 20, 20] + [Double](repeating: 50, count: 8))
    #expect(running.contains("rolling periods is disputed"))
    #expect(!fixed.contains("Absence"))
    let absent = try said(
      "AML-10-6-8W", [56, 56, 56, 56, 56, 56, 56],
      ";ABS:2026-02-23T00:00/2026-03-02T00:00")
    #expect(absent.contains("Absence (7 days) is left out."))
  }

  /// The same weeks as text.
  private func weeksText(_ hours: [Double]) throws -> String {
    try hours.enumerated().filter { $0.element > 0 }.flatMap { week, total in
      let minutes = 360 + Int(total * 12)
      let end =
        "\(minutes / 600 > 0 ? "" : "0")\(minutes / 60):"
        + "\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
      return try (0..<5).map {
        try RuleLook.shifts("06:00-\(end)", from: "2026-01-05", days: [week * 7 + $0])
      }
    }.joined(separator: ";")
  }

  @Test("A period that an agreement sets is as long as it says, half a year by consent")
  func agreedPeriod() throws {
    func counts(_ level: AgreementLevel, _ weeks: Int64, plan: Int) throws -> [Int32] {
      let limits = try RuleLook.limits(
        level, about: "AML-10-5-A52", limit: PeriodMean.period.id, value: Fraction(weeks))
      return try self.weeks(
        "AML-10-5-A52", [Double](repeating: 41, count: plan), limits: limits
      ).map(\.count)
    }
    #expect(try counts(.localUnion, 4, plan: 4) == [4])
    #expect(try counts(.localUnion, 52, plan: 52) == [52])
    #expect(try counts(.authority, 52, plan: 52) == [26, 26])
  }

  @Test("The mean of a scheme may be its limit, on-call by its factor included")
  func meanOfAScheme() throws {
    func found(_ last: String, _ onCall: String = "") throws -> [Finding] {
      try RuleLook.findings(
        "AML-10-4-4W",
        RuleLook.shifts("07:00-15:00", from: "2026-03-02", days: [0, 1, 2, 3])
          + ";2026-03-06T07:00/2026-03-06T\(last)" + onCall,
        horizon: "2026-03-02..2026-03-09", facts: RuleLook.person { $0.scheme = 38 })
    }
    #expect(try found("13:00").isEmpty)
    #expect(try found("13:01").map(\.measured) == [Fraction(38 * 60 + 1, 60)])
    // Seven hours on call are one.
    let onCall = ";HV:2026-03-07T09:00/2026-03-07T16:00"
    #expect(try found("12:00", onCall).isEmpty)
    #expect(try found("13:00", onCall).map(\.measured) == [Fraction(39)])
  }

  @Test("A mean stands when half the plan is absence, and not when more is")
  func halfAbsent() throws {
    func found(_ absence: String) throws -> [Finding] {
      try RuleLook.findings(
        "AML-10-4-4W",
        RuleLook.shifts("07:00-15:00", from: "2026-03-02", days: [0, 1, 2, 3, 4])
          + ";ABS:\(absence)T00:00/2026-03-16T00:00",
        horizon: "2026-03-02..2026-03-16", facts: RuleLook.person { $0.scheme = 38 })
    }
    #expect(try found("2026-03-09").map(\.measured) == [Fraction(40)])
    #expect(try found("2026-03-08").isEmpty)
  }

  @Test("Averaging takes the mean of a scheme away, unless an agreement sets that mean too")
  func averagedScheme() throws {
    func found(_ agreements: [(String, String?)]) throws -> [Finding] {
      var limits = Limits()
      limits.agreements = agreements.map {
        Agreement(
          id: "A", level: .localUnion, from: CivilDate(days: 0), rule: $0.0, limit: $0.1,
          value: $0.1 == nil ? nil : Fraction(39))
      }
      return try RuleLook.findings(
        "AML-10-4-4W", RuleLook.shifts("07:00-15:00", from: "2026-03-02", days: [0, 1, 2, 3, 4]),
        horizon: "2026-03-02..2026-03-09", limits: limits,
        facts: RuleLook.person { $0.scheme = 38 })
    }
    let (averaging, own) = (
      ("AML-10-5-A52", nil as String?), ("AML-10-4-4W", "AML-10-4-4W.mean" as String?)
    )
    #expect(try found([]).map(\.limit) == [Fraction(38)])
    #expect(try found([averaging]).isEmpty)
    #expect(try found([own]).map(\.limit) == [Fraction(39)])
    #expect(try found([own, averaging]).map(\.agreement) == [0])
    #expect(try found([averaging, own]).map(\.agreement) == [1])
  }

  @Test("A mean that is over by single dates of absence alone is disputed")
  func absentDate() throws {
    func found(_ last: Double) throws -> [FindingStatus] {
      let weeks = [Double](repeating: 48, count: 7) + [last]
      return try RuleLook.findings(
        "AML-10-6-8W", weeksText(weeks) + ";ABS:2026-03-01T00:00/2026-03-02T00:00",
        horizon: "2026-01-05..2026-03-02", limits: Limits(agreementsComplete: true)
      ).map(\.status)
    }
    #expect(try found(48) == [.disputed])
    #expect(try found(49) == [.breach])
  }

  @Test("The shift named where on-call makes a week long is the last one worked, else the watch")
  func onCallWeek() throws {
    let days = try RuleLook.shifts("07:00-14:36", from: "2026-03-02", days: [0, 1, 2, 3, 4])
    // 38 hours of work, and 21 on call for three.
    let beside = try RuleLook.findings(
      "AML-10-4-1W", days + ";HV:2026-03-07T00:00/2026-03-07T21:00",
      horizon: "2026-03-02..2026-03-16")
    #expect(beside.map(\.shift) == [4] && beside.map(\.measured) == [Fraction(41)])
    // Hour for hour by agreement, in a week after the last shift.
    let limits = try RuleLook.limits(
      .localUnion, about: "AML-10-4-3", limit: HomeOnCall.factor.id, value: Fraction(1))
    let alone = try RuleLook.findings(
      "AML-10-4-1W",
      days + ";HV:2026-03-09T00:00/2026-03-10T17:00;HV:2026-03-16T00:00/2026-03-16T05:00",
      horizon: "2026-03-02..2026-03-23", limits: limits)
    #expect(alone.map(\.shift) == [5] && alone.map(\.measured) == [Fraction(41)])
    let first = try RuleLook.findings(
      "AML-10-4-1W", "2026-03-02T07:00/2026-03-02T15:00;HV:2026-03-03T00:00/2026-03-04T09:00",
      horizon: "2026-03-02..2026-03-09", limits: limits)
    #expect(first.map(\.shift) == [0] && first.map(\.measured) == [Fraction(41)])
  }

  @Test("Breaks in overtime pass no cap, as rows of their own or as minutes of a row")
  func overtimeBreaks() throws {
    // Five and a half hours with half an hour's break, five, and one.
    let text = """
      Ansatt;Start;Slutt;Type;Ubetalt pause
      Kari;2026-03-02 07:00;2026-03-02 15:00;;
      Kari;2026-03-02 15:00;2026-03-02 20:30;overtid;#
      Kari;2026-03-03 07:00;2026-03-03 15:00;;
      Kari;2026-03-03 15:00;2026-03-03 20:00;overtid;
      Kari;2026-03-04 07:00;2026-03-04 15:00;;
      Kari;2026-03-04 15:00;2026-03-04 16:00;overtid;

      """
    let row = "Kari;2026-03-02 18:00;2026-03-02 18:30;BR;\n"
    for rows in [text.replacing("#", with: "30"), text.replacing("#", with: "") + row] {
      let roster = try #require(RosterReader.read(rows).roster)
      let found = RuleLook.findings("AML-10-6-4W", in: roster)
      #expect(found.map(\.measured) == [Fraction(11)])
      #expect(
        found.map { roster.civil(roster.shifts[Int($0.shift)].start).date.iso } == ["2026-03-04"])
    }
  }

  // MARK: A three-part rota

  /// Day, evening and night with 17 hours of night and 11 of Sunday: 33.9 hours are due, and 36 by the floor.
  /// The day shift of 5 March makes it 36 hours when it ends at eleven.
  private func threePart(
    _ rule: String, _ end: String, absent: Bool = false, limits: Limits = Limits(),
    weeks: Int? = nil
  ) throws -> [String] {
    let roster =
      "2026-03-02T22:00/2026-03-03T06:00;2026-03-03T22:00/2026-03-04T06:00;"
      + "2026-03-05T07:00/2026-03-05T\(end);2026-03-07T14:00/2026-03-07T22:00;"
      + "2026-03-08T07:00/2026-03-08T15:00"
      + (absent ? ";ABS:2026-03-06T00:00/2026-03-07T00:00" : "")
    var facts = Facts()
    facts.plan.averagingWeeks = weeks
    return try RuleLook.findings(
      rule, roster, horizon: "2026-03-02..2026-03-09", limits: limits, facts: facts
    ).map { "\($0.measured.text) \($0.limit.text) \($0.status.name)" }
  }

  @Test("The due week of a three-part rota, and what is certain of it when a day is absence")
  func threePartWeek() throws {
    let complete = Limits(agreementsComplete: true)
    #expect(try threePart("AML-10-4-6", "11:00", limits: complete) == [])
    #expect(try threePart("AML-10-4-6", "11:01", limits: complete) == ["2161/60 36 breach"])
    // Over six days, and over the whole week.
    #expect(
      try threePart("AML-10-4-6", "11:00", absent: true, limits: complete) == ["42 36 disputed"])
    #expect(
      try threePart("AML-10-4-6", "11:01", absent: true, limits: complete)
        == ["15127/360 36 breach"])
  }

  @Test("The plan's mean of a three-part rota holds where no longer period is agreed")
  func threePartPeriod() throws {
    let limits = try RuleLook.limits(.localUnion, about: "AML-10-5-A52", complete: true)
    #expect(try threePart("AML-10-4-6", "11:01", limits: limits, weeks: 1).count == 1)
    #expect(try threePart("AML-10-4-6", "11:01", limits: limits, weeks: 2).isEmpty)
    // The rule about the period is held to the same hours.
    let period = "AML-10-5-A52"
    #expect(try threePart(period, "11:00", limits: limits, weeks: 1) == [])
    #expect(try threePart(period, "11:01", limits: limits, weeks: 1) == ["2161/60 36 breach"])
    #expect(
      try threePart(period, "11:00", absent: true, limits: limits, weeks: 1) == ["42 36 disputed"])
    #expect(
      try threePart(period, "11:01", absent: true, limits: limits, weeks: 1)
        == ["15127/360 36 breach"])
    // Nine hours of night and seven of Sunday: 40 less 9/4 and 7/6 are due.
    func due(_ end: String) throws -> [String] {
      var facts = Facts()
      facts.plan.averagingWeeks = 1
      return try RuleLook.findings(
        period,
        "2026-03-02T22:00/2026-03-03T06:00;2026-03-04T07:00/2026-03-04T17:00;"
          + "2026-03-05T07:00/2026-03-05T\(end);2026-03-08T14:00/2026-03-08T22:00",
        horizon: "2026-03-02..2026-03-09", limits: limits, facts: facts
      ).map { "\($0.measured.text) \($0.limit.text)" }
    }
    #expect(try due("17:35") == [])
    #expect(try due("17:36") == ["183/5 439/12"])
    // Unless an agreement sets them, be it the first on file.
    let own = try RuleLook.limits(
      .localUnion, about: period, limit: PeriodMean.shift.id, value: Fraction(37))
    #expect(try threePart(period, "12:00", limits: own, weeks: 1) == [])
    #expect(try threePart(period, "12:01", limits: own, weeks: 1).count == 1)
  }

  @Test("An agreement that sets the hours of a week is held to to the minute")
  func agreedWeek() throws {
    let limits = try RuleLook.limits(
      .individual, about: "AML-10-4-1W", limit: OrdinaryWeek.most.id, value: Fraction(45))
    func found(_ last: String) throws -> [Fraction] {
      try RuleLook.findings(
        "AML-10-4-1W",
        RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [0, 1, 2, 3])
          + ";2026-03-06T07:00/2026-03-06T\(last)",
        horizon: "2026-03-02..2026-03-09", limits: limits
      ).map(\.measured)
    }
    #expect(try found("16:00") == [])
    #expect(try found("16:01") == [Fraction(45 * 60 + 1, 60)])
  }

  @Test(
    "What is said of a week: its on-call, the highest week there can be, and how many there are")
  func weekInWords() throws {
    func said(_ rule: String, _ last: String, _ more: String = "") throws -> String {
      try RuleLook.said(
        rule,
        RuleLook.shifts("06:00-16:00", from: "2026-03-02", days: [0, 1, 2, 3])
          + ";2026-03-06T06:00/2026-03-06T\(last)" + more,
        horizon: "2026-03-02..2026-03-16", limits: Limits(agreementsComplete: true)
      ).joined()
    }
    let rule = "AML-10-4-1W"
    let plain = try said(rule, "16:00")
    #expect(!plain.isEmpty && !plain.contains("on-call") && !plain.contains("highest week"))
    #expect(!plain.contains("It holds for"))
    // 40 hours and 10 of overtime are the most without any agreement.
    #expect(try said(rule, "16:01").contains("the highest week possible with it is 50 h"))
    let onCall = try said(rule, "15:00", ";HV:2026-03-07T07:00/2026-03-07T14:00")
    #expect(onCall.contains("Of this 1 h are converted home on-call"))
    let two = try said(
      rule, "16:00",
      ";" + RuleLook.shifts("06:00-15:00", from: "2026-03-09", days: [0, 1, 2, 3, 4]))
    #expect(two.contains("It holds for 2 weeks"))
    // The ceiling of all hours says nothing of the highest week.
    let ceiling = try said(
      "AML-10-6-8X", "16:00", ";2026-03-07T06:00/2026-03-07T16:00;2026-03-08T06:00/2026-03-08T16:00"
    )
    #expect(!ceiling.isEmpty && !ceiling.contains("highest week"))
  }

  // MARK: Passive duty

  private static let passive = RuleLook.person { $0.isMainlyPassive = true }

  private func passive(
    _ roster: String, horizon: String = "2026-03-02..2026-03-09", _ limits: Limits = Limits()
  ) throws -> [String] {
    try RuleLook.findings(
      "AML-10-4-2", roster, horizon: horizon, limits: limits, facts: Self.passive
    ).map {
      "\($0.measured.text) \($0.limit.text) \($0.status.name)\($0.readings == .sum ? " sum" : "")"
    }
  }

  @Test("Half the passive hours lengthen a day, two hours at most")
  func passiveDay() throws {
    func day(_ work: String, _ duty: String) throws -> [String] {
      try passive("2026-03-02T\(work);PAS:2026-03-02T\(duty)")
    }
    #expect(try day("07:00/2026-03-02T15:00", "15:00/2026-03-02T17:00") == [])
    #expect(
      try day("06:59/2026-03-02T15:00", "15:00/2026-03-02T17:00") == ["61/60 1 disputed"])
    #expect(try day("07:00/2026-03-02T13:00", "13:00/2026-03-02T18:00") == [])
    #expect(
      try day("07:00/2026-03-02T13:00", "13:00/2026-03-02T18:01") == ["121/60 2 disputed"])
    // Past what any local agreement gives, 12 hours 30.
    #expect(
      try day("07:00/2026-03-02T13:00", "13:00/2026-03-02T19:30") == ["7/2 2 disputed"])
    #expect(
      try day("07:00/2026-03-02T13:00", "13:00/2026-03-02T19:31") == ["211/60 2 breach"])
    // A day with nothing passive has limits of its own.
    #expect(
      try passive("2026-03-02T07:00/2026-03-02T17:00;PAS:2026-03-04T07:00/2026-03-04T09:00") == [])
  }

  @Test("Two duties of a passive day are a sum, unless it is said where the day begins")
  func passiveSum() throws {
    let roster = "2026-03-02T00:00/2026-03-02T07:00;PAS:2026-03-02T17:00/2026-03-02T22:00"
    #expect(try passive(roster) == ["3 2 disputed sum"])
    #expect(
      try passive(roster, Limits(agreementsComplete: true, dayStart: 0)) == ["3 2 breach"])
  }

  @Test("Half the passive hours lengthen a week, ten hours at most and to 48 at most")
  func passiveWeek() throws {
    func week(_ last: String, passive clock: String = "07:00-11:00", _ days: String = "07:00-16:00")
      throws -> [String]
    {
      try passive(
        [
          RuleLook.shifts(days, from: "2026-03-02", days: [0, 1, 2, 3]),
          RuleLook.shifts("07:00-\(last)", from: "2026-03-02", days: [4]),
          "PAS:" + RuleLook.shifts(clock, from: "2026-03-02", days: [5]),
        ].joined(separator: ";"))
    }
    // 36 and 2 and 4 passive: 40 and half of 4.
    #expect(try week("09:00") == [])
    #expect(try week("09:01") == ["121/60 2 disputed"])
    // All of it passive but the ceiling of 48.
    func ceiling(_ last: String) throws -> [String] {
      try passive(
        [
          RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [0]),
          "PAS:" + RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [1]),
          "PAS:" + RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [2]),
          "PAS:" + RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [3]),
          "PAS:" + RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [4]),
          "PAS:" + RuleLook.shifts("07:00-\(last)", from: "2026-03-02", days: [5]),
        ].joined(separator: ";"))
    }
    #expect(try ceiling("10:00") == [])
    #expect(try ceiling("10:01") == ["2881/60 48 disputed"])
    // Past what any local agreement gives a week, 54 hours.
    #expect(try ceiling("16:00") == ["54 48 disputed"])
    #expect(try ceiling("16:01") == ["3241/60 48 breach"])
    // A week with nothing passive has limits of its own.
    #expect(
      try passive(
        [
          RuleLook.shifts("07:00-15:12", from: "2026-03-02", days: [0, 1, 2, 3, 4]),
          "PAS:" + RuleLook.shifts("07:00-09:00", from: "2026-03-09", days: [0]),
        ].joined(separator: ";"), horizon: "2026-03-02..2026-03-16") == [])
  }

  @Test("A passive week is told from a passive day, its ceiling from its extension")
  func passiveInWords() throws {
    func said(_ roster: String) throws -> [String] {
      try RuleLook.said(
        "AML-10-4-2", roster, horizon: "2026-03-02..2026-03-09", facts: Self.passive)
    }
    let day = try said("2026-03-02T07:00/2026-03-02T13:00;PAS:2026-03-02T13:00/2026-03-02T18:01")
    #expect(day.count == 1 && day[0].contains("in the day") && !day[0].contains("in the week"))
    let days = try RuleLook.shifts("07:00-16:00", from: "2026-03-02", days: [0, 1, 2, 3])
    let week = try said(
      days + ";2026-03-06T07:00/2026-03-06T09:01;PAS:2026-03-07T07:00/2026-03-07T11:00")
    #expect(week.count == 1 && week[0].contains("in the week"))
    let ceiling = try said(
      "2026-03-02T07:00/2026-03-02T16:00;"
        + RuleLook.shifts("07:00-16:00", from: "2026-03-03", days: [0, 1, 2, 3])
        .split(separator: ";").map { "PAS:\($0)" }.joined(separator: ";")
        + ";PAS:2026-03-07T07:00/2026-03-07T11:00")
    #expect(ceiling.count == 1 && ceiling[0].contains("in the week"))
    #expect(ceiling[0].contains("ordinary hours are") && !ceiling[0].contains("extended"))
    #expect(week[0].contains("extended by") && day[0].contains("extended by"))
  }
}
