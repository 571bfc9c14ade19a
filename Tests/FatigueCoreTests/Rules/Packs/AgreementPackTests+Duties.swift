import Testing

@testable import FatigueCore

extension AgreementPackTests {
  private static func findings(
    _ rule: String, _ strip: String, _ agreements: [Agreement] = [], facts: Facts = Facts()
  ) throws -> [Finding] {
    try PackCheck.findings(rule, strip, limits: Limits(agreements: agreements), facts: facts)
  }

  // MARK: Long shifts

  @Test("Shifts of nine hours are not long, and two short ones on a day are not one")
  func longShift() throws {
    let one = try Self.findings("TAR-12H", "07:00-16:00 - 07:00-16:30")
    #expect(one.map(\.measured) == [Fraction(19, 2)] && one.map(\.count) == [1])
    #expect(try Self.findings("TAR-12H", "07:00-12:00+14:00-19:00 - -").isEmpty)
    // Of two as long it is the first.
    let two = try PackCheck.told("TAR-12H", "07:00-16:30 - 07:00-16:30")
    #expect(two == ["warning 9.5/9: 05 07:00 – 05 16:30, 05 07:00"])
  }

  @Test(
    "The level that a long shift needs",
    arguments: [
      ("07:00-17:00", AgreementLevel.individual), ("07:00-17:01", .localUnion),
      ("07:00-19:30", .localUnion), ("07:00-19:31", .nationalUnion),
    ])
  func neededLevel(hours: String, level: AgreementLevel) throws {
    #expect(try Self.findings("TAR-12H", hours + " - -").map(\.detail) == [Int32(level.rawValue)])
  }

  @Test("What one agreement sets and what the averaging agreement reaches: the longer of the two")
  func agreedLength() throws {
    let employee = Agreement(
      id: "B", level: .individual, from: CivilDate(days: 0), rule: "AML-10-5-1D")
    func limit(_ agreed: Fraction, _ hours: String) throws -> [Fraction] {
      let own = PackCheck.agreement(LongShiftAgreement.most, agreed)
      return try Self.findings("TAR-12H", hours + " - -", [own, employee]).map(\.limit)
    }
    #expect(try limit(Fraction(11), "07:00-18:00").isEmpty)
    #expect(try limit(Fraction(11), "07:00-18:01") == [Fraction(11)])
    #expect(try limit(Fraction(19, 2), "07:00-17:00").isEmpty)
    #expect(try limit(Fraction(19, 2), "07:00-17:01") == [Fraction(10)])
  }

  @Test(
    "A long shift over the autumn change is long by the clock too, or by the elapsed hour alone")
  func longInAutumn() throws {
    for (end, isClock) in [("07:00", true), ("07:01", false)] {
      let found = try Self.findings("TAR-12H", "@2026-10-24 22:00-\(end) - -")
      #expect(found.map(\.dstOnly) == [isClock])
    }
  }

  @Test("Long stretches are of planned work, joined where it touches, without unpaid breaks")
  func stretches() throws {
    func lengths(_ text: String, paid: Bool = false) throws -> [Int64] {
      let facts = PackCheck.plan { $0.breaksArePaid = paid }
      return LongShiftApplication.stretches(
        try GoldenRoster.roster(text, horizon: ""), Limits(), facts
      ).map { $0.length / 60 }
    }
    func day(_ from: String, _ to: String, _ kind: String = "") -> String {
      "\(kind)2026-01-05T\(from)/2026-01-05T\(to)"
    }
    #expect(try lengths(day("07:00", "16:00")).isEmpty)
    #expect(try lengths(day("07:00", "16:01")) == [541])
    #expect(try lengths(day("07:00", "12:00") + ";" + day("12:00", "16:01")) == [541])
    #expect(try lengths(day("07:00", "12:00") + ";" + day("12:01", "16:02")).isEmpty)
    #expect(try lengths(day("07:00", "14:00") + ";" + day("10:00", "12:00")).isEmpty)
    #expect(try lengths(day("07:00", "12:00") + ";" + day("12:00", "16:01", "PAS:")) == [541])
    #expect(try lengths(day("07:00", "12:00") + ";" + day("12:00", "16:01", "OT:")).isEmpty)
    #expect(try lengths(day("07:00", "16:01", "OT:")).isEmpty)
    #expect(try lengths(day("07:00", "16:01", "HV:")).isEmpty)
    let roster = try #require(
      RosterReader.read(
        "Ansatt;Start;Slutt;Ubetalt pause\nA;2026-01-05 07:00;2026-01-05 16:30;30\n"
          + "A;2026-01-06 07:00;2026-01-06 16:31;30\n"
      ).roster)
    #expect(roster.shifts.map(\.unpaidBreak) == [30, 30])
    let stretches = LongShiftApplication.stretches(roster, Limits(), Facts())
    #expect(stretches.map(\.length) == [541 * 60])
    let paid = PackCheck.plan { $0.breaksArePaid = true }
    #expect(
      LongShiftApplication.stretches(roster, Limits(), paid).map { $0.length / 60 } == [570, 571])
  }

  @Test("A row of no length is no shift")
  func emptyRow() throws {
    let roster = try GoldenRoster.roster(
      "2026-01-05T07:00/2026-01-05T07:00;2026-01-05T07:00/2026-01-05T16:01", horizon: "")
    let stretches = LongShiftApplication.stretches(roster, Limits(), Facts())
    #expect(stretches.map { roster.shifts[Int($0.shift)].length.seconds } == [541 * 60])
  }

  @Test("The annex names what the plan has and what the parties must give")
  func application() throws {
    func found(
      _ facts: Facts = Facts(), _ limits: Limits = Limits(), code: String = "L"
    ) throws -> [Finding] {
      let roster = try #require(
        RosterReader.read(
          "Ansatt;Start;Slutt;Kode\nB;2026-01-06 07:00;2026-01-06 19:00;\(code)\n"
            + "A;2026-01-05 07:00;2026-01-05 19:00;\(code)\nC;2026-01-05 07:00;2026-01-05 18:00;\(code)\n"
        ).roster)
      return RuleLook.findings("TAR-12HAPP", in: roster, limits: limits, facts: facts)
    }
    let bare = try found()
    #expect(bare.map(\.detail) == [0b111] && bare.map(\.measured) == [Fraction(3)])
    // The first by time, and of two the first of the file.
    #expect(bare.map(\.count) == [3] && bare.map(\.shift) == [1])
    #expect(try found(code: "").map(\.detail) == [0b011])
    #expect(try found(PackCheck.plan { $0.hasTaskDescription = true }).map(\.detail) == [0b1111])
    #expect(try found(PackCheck.plan { $0.hasTaskDescription = false }).map(\.detail) == [0b111])
    #expect(try found(PackCheck.plan { $0.hasHealthAssessment = true }).map(\.detail) == [0b10111])
    var agreement = PackCheck.agreement(LongShiftAgreement.most, 12)
    for (text, detail) in [(nil, 0b111), ("", 0b111), ("x", 0b100111)] as [(String?, Int32)] {
      agreement.compensation = text
      #expect(try found(Facts(), Limits(agreements: [agreement])).map(\.detail) == [detail])
    }
    let three = PackCheck.limits((LongShiftApplication.most, Fraction(3)))
    #expect(try found(Facts(), three).isEmpty)
    let both = PackCheck.plan { ($0.hasTaskDescription, $0.hasHealthAssessment) = (true, true) }
    #expect(try found(both, Limits(agreements: [agreement])).isEmpty)
    let roster = try PackCheck.strip("L - -")
    let finding = try #require(RuleLook.findings("TAR-12HAPP", in: roster).first)
    let said = RuleBook.rule(of: finding).describe(
      finding, FindingContext(roster: roster, name: "")
    ).message.en
    #expect(
      said.contains("has: shift lengths, the rest round long shifts, the plan with its code key."))
    #expect(said.hasSuffix("the parties' health assessment, compensating rest."))
  }

  // MARK: Home on-call

  @Test("A watch ends right before a free weekend from Friday noon to Saturday noon")
  func beforeFreeWeekend() throws {
    var limits = Limits()
    limits.set(OnCallCap.beforeFree, to: Fraction(0))
    let many = PackCheck.plan { $0.mostOnCall = 28 }
    func isFound(_ strip: String) throws -> Bool {
      let found = try PackCheck.findings("TAR-HVMAX", strip, limits: limits, facts: many)
      #expect(found.allSatisfy { $0.detail == 1 })
      return !found.isEmpty
    }
    let days = "D D D "
    #expect(try !isFound(days + "HV:16:00-11:59 - - - D"))
    #expect(try isFound(days + "HV:16:00-12:00 - - - D"))
    #expect(try isFound(days + "- HV:16:00-11:59 - - D"))
    #expect(try !isFound(days + "- HV:16:00-12:00 - - D"))
    #expect(try !isFound("- HV:08:00-16:00 D - - - - D"))
    // Somebody works on the Sunday, or not before the Monday.
    #expect(try !isFound(days + "- HV:16:00-11:00 - 22:00-23:59 -"))
    #expect(try isFound(days + "- HV:16:00-11:00 - - 00:00-08:00"))
    #expect(try !isFound(days + "- HV:08:00-16:00 - 22:00-23:59 -"))
    #expect(try isFound(days + "- HV:08:00-16:00 - - 00:00-08:00"))
  }

  @Test("Watches before free weekends are held to nothing until a number is agreed")
  func beforeFreeIsNotAgreed() throws {
    // Half an hour each, from Friday noon on.
    let watches = (0..<30).map { number -> String in
      let (from, to) = (720 + 30 * number, 750 + 30 * number)
      func time(_ minute: Int) -> String {
        "2026-01-\(minute < 1440 ? "09" : "10")T\(padded(minute / 60 % 24, 2)):\(padded(minute % 60, 2))"
      }
      return "HV:\(time(from))/\(time(to))"
    }
    let roster = try GoldenRoster.roster(
      (watches + ["2026-01-12T07:00/2026-01-12T15:00"]).joined(separator: ";"), horizon: "")
    let many = PackCheck.plan { $0.mostOnCall = 30 }
    #expect(RuleLook.findings("TAR-HVMAX", in: roster, facts: many).isEmpty)
    let limits = PackCheck.limits((OnCallCap.beforeFree, Fraction(27)))
    let found = RuleLook.findings("TAR-HVMAX", in: roster, limits: limits, facts: many)
    #expect(found.map(\.measured) == [Fraction(30)] && found.map(\.limit) == [Fraction(27)])
    let fewer = PackCheck.plan { $0.mostOnCall = 29 }
    let all = RuleLook.findings("TAR-HVMAX", in: roster, facts: fewer)
    #expect(all.map(\.detail) == [0] && all.map(\.status) == [.breach])
  }

  @Test("A factor as high as that of agreements is no finding")
  func onCallFactor() throws {
    func found(_ factor: Fraction, _ agreements: [Agreement] = []) throws -> [Finding] {
      var limits = PackCheck.limits((HomeOnCall.factor, factor))
      limits.agreements = agreements
      return try PackCheck.findings("TAR-HV", "D HV:16:00-08:00 - HV:16:00-08:00", limits: limits)
    }
    #expect(try found(Fraction(1, 5)).isEmpty)
    let low = try found(Fraction(1, 7))
    #expect(low.map(\.status) == [.note] && low.map(\.count) == [2])
    let agreed = try found(
      Fraction(1, 5), [PackCheck.agreement(OnCallFactor.least, Fraction(1, 4))])
    #expect(agreed.map(\.status) == [.breach] && agreed.map(\.agreement) == [0])
  }

  @Test("What is said of watches and of days off names which they are")
  func sentences() throws {
    func said(_ finding: Finding?, _ roster: Roster) throws -> String {
      let finding = try #require(finding)
      let context = FindingContext(roster: roster, name: "A")
      return RuleBook.rule(of: finding).describe(finding, context).message.en
    }
    let limits = PackCheck.limits((OnCallCap.beforeFree, Fraction(0)))
    let watch = try PackCheck.strip("D D D HV:16:00-12:00 - - - D")
    let facts = PackCheck.plan { $0.mostOnCall = 0 }
    let watches = RuleLook.findings("TAR-HVMAX", in: watch, limits: limits, facts: facts)
    let texts = try watches.map { try said($0, watch) }
    #expect(watches.map(\.detail).sorted() == [0, 1])
    #expect(watches.map { $0.detail == 1 } == texts.map { $0.contains("before a free weekend") })
    for (strip, text) in [("N F1 D", "the day a night ends"), ("D F1 D", nil)] {
      let roster = try PackCheck.strip(strip)
      let found = RuleLook.findings("TAR-SOV", in: roster)
      #expect(found.count == (text == nil ? 0 : 1))
      for finding in found { #expect(try said(finding, roster).contains(text ?? "")) }
    }
    let day = try GoldenRoster.roster(
      "2026-01-07T08:00/2026-01-07T10:00;F2:2026-01-07T00:00/2026-01-08T00:00",
      horizon: "2026-01-05..2026-01-12")
    #expect(try said(RuleLook.findings("TAR-SOV", in: day).first, day).contains("a day with work"))
  }

  // MARK: Doctors and police

  @Test("A staff group's rule holds for that group, and for all where no group is given")
  func staffGroups() throws {
    func isFound(_ group: String?, other: String? = nil, _ rule: String) throws -> Bool {
      var facts = RuleLook.person { $0.staffGroup = group }
      if let other { facts.people["B", default: PersonFacts()].staffGroup = other }
      return try !Self.findings(rule, "D+N - - -", facts: facts).isEmpty
    }
    for (rule, own, another) in [("TAR-LEGE", "lege", "politi"), ("TAR-POLITI", "politi", "lege")] {
      #expect(try isFound(nil, rule))
      #expect(try isFound(own, rule))
      #expect(try isFound(own.uppercased(), rule))
      #expect(try !isFound(another, rule))
      #expect(try !isFound(nil, other: own, rule))
    }
  }

  @Test(
    "Eight hours between duties are enough, a minute less is not; with an agreement on file it binds",
    arguments: [("TAR-LEGE", HospitalDoctors.daily), ("TAR-POLITI", PoliceRest.least)])
  func eightHours(rule: String, limit: Limit) throws {
    #expect(try Self.findings(rule, "07:00-15:00+23:00-07:00 - -").isEmpty)
    let short = "07:00-15:00+22:59-07:00 - -"
    #expect(
      try PackCheck.told(rule, short) == ["warning 479:60/8: 05 15:00 – 05 22:59, 05 22:59"])
    let seven = PackCheck.agreement(limit, 7)
    #expect(try Self.findings(rule, short, [seven]).isEmpty)
    let found = try Self.findings(rule, "07:00-15:00+21:59-07:00 - -", [seven])
    #expect(found.map(\.status) == [.breach] && found.map(\.agreement) == [0])
  }

  @Test("What a short rest gives back to the police, and until when")
  func givenBack() throws {
    let found = try Self.findings("TAR-POLITI", "07:00-15:00+21:30-07:00 - -")
    #expect(found.map(\.detail) == [3 * 3600])
    #expect(found.map { $0.balance - $0.to } == [48 * 3600])
  }

  @Test("Doctors' rests are told in order of time, those of a day and those of a week")
  func doctorsInOrder() throws {
    let told = try PackCheck.told(
      "TAR-LEGE", "D+23:00-07:00 - D D D D D D+23:00-07:00 - - - - - -")
    #expect(
      told == [
        "warning 24.5/28: 05 00:00 – 12 00:00, 07 07:30",
        "warning 7.5/8: 05 15:30 – 05 23:00, 05 23:00",
        "warning 7.5/8: 12 15:30 – 12 23:00, 12 23:00",
      ])
  }

  @Test("Passive time of the duty itself may count as rest, that of another may not")
  func passiveDuty() throws {
    #expect(try Self.findings("TAR-LEGE", "07:00-00:00 - - -").map(\.measured) == [Fraction(7)])
    #expect(try Self.findings("TAR-LEGE", "07:00-16:00+PAS:16:00-00:00 - - -").isEmpty)
    #expect(try Self.findings("TAR-LEGE", "PAS:07:00-15:00 - 07:00-00:00 - -").count == 1)
  }

  @Test("A week that the plan's edge cuts may hold the doctors' rest, from 17 hours on")
  func doctorsFirstWeek() throws {
    let rest = "-21:00 D D D D D D"
    #expect(try Self.findings("TAR-LEGE", "17:00" + rest).map(\.status) == [.note])
    #expect(try Self.findings("TAR-LEGE", "16:59" + rest).map(\.status) == [.warning])
    #expect(try Self.findings("TAR-LEGE", "D D D D D - -").isEmpty)
    // 28 h are enough in the week itself.
    #expect(try Self.findings("TAR-LEGE", "D D 07:30-12:00 16:00-21:00 D D D").isEmpty)
    #expect(try Self.findings("TAR-LEGE", "D D 07:30-12:00 15:59-21:00 D D D").count == 1)
  }
}
