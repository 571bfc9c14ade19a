import Testing

@testable import FatigueCore

/// What stands exactly on a limit, a date or the end of a list: places where `Tests/checks/mutate_rules.py`
/// turned a comparison round and no other test noticed.
@Suite("Edges of the rules")
struct EdgeTests {
  private static func day(_ text: String) throws -> CivilDate {
    try GoldenRoster.roster("\(text)T07:00/\(text)T15:00", horizon: "").knownDates.lowerBound
  }

  private func findings(
    _ rule: String, _ roster: String, horizon: String = "", limits: Limits = Limits(),
    facts: Facts = Facts()
  ) throws -> [Finding] {
    RosterAnalysis(
      try GoldenRoster.roster(roster, horizon: horizon),
      settings: AnalysisSettings(
        limits: limits, facts: facts, selection: RuleSelection(select: [rule]))
    ).findings.filter { RuleBook.rule(of: $0).id == rule }
  }

  // MARK: What rules are made of

  @Test("A relation holds or breaks at equal values, as its sign says")
  func relations() {
    let (less, equal, more) = (Fraction(21, 2), Fraction(11), Fraction(23, 2))
    func holds(_ relation: Relation) -> [Bool] {
      [less, equal, more].map { relation.holds($0, equal) }
    }
    #expect(holds(.below) == [true, false, false])
    #expect(holds(.atMost) == [true, true, false])
    #expect(holds(.atLeast) == [false, true, true])
    #expect(holds(.above) == [false, false, true])
  }

  @Test("A rule holds on the first and on the last of its dates, and not beside them")
  func dates() {
    let dates = RuleDates(from: CivilDate(days: 100), through: CivilDate(days: 110))
    let inside = [99, 100, 105, 110, 111].map { dates.contains(CivilDate(days: $0)) }
    #expect(inside == [false, true, true, true, false])
    #expect(RuleDates.always.contains(CivilDate(days: 0)))
    #expect(!RuleDates(from: CivilDate(days: 100)).contains(CivilDate(days: 99)))
    #expect(!RuleDates(through: CivilDate(days: 100)).contains(CivilDate(days: 101)))
  }

  @Test("Law and agreements can be broken; research can only warn")
  func gravest() throws {
    #expect(try #require(RuleBook.rule("AML-10-8-1")).gravest == .breach)
    #expect(try #require(RuleBook.rule("TAR-HELG")).gravest == .breach)
    #expect(try #require(RuleBook.rule("EVID-N9")).gravest == .warning)
    #expect(try #require(RuleBook.rule("MOD-SLEEP48")).gravest == .warning)
  }

  @Test("Rules of models ask the model, rules of the law do not")
  func asksModel() throws {
    func asks(_ id: String) throws -> Bool { RuleTest(try #require(RuleBook.index(id))).asksModel }
    #expect(try !asks("AML-10-8-1") && !asks("EVID-N9"))
    #expect(try asks("MOD-SLEEP48") && asks("MOD-KSS"))
  }

  @Test("`.limit` is a rule's only limit, and nothing where it has two")
  func onlyLimit() {
    #expect(RuleBook.limit("AML-10-8-1.limit")?.id == "AML-10-8-1.daily-rest")
    #expect(RuleBook.limit("EVID-N9.limit") == nil)
    #expect(RuleBook.limit("AML-10-8-1.nothing") == nil)
    #expect(RuleProfile.named("eu")?.packs.first == "EU")
    #expect(RuleProfile.named("nobody") == nil)
  }

  @Test("A full position is full time, a little less is not, an unknown one is taken as full")
  func fullTime() {
    var person = PersonFacts()
    #expect(person.isFullTime)
    person.position = Fraction(1)
    #expect(person.isFullTime)
    person.position = Fraction(99, 100)
    #expect(!person.isFullTime)
  }

  @Test("Doubled points become one, all others stay")
  func points() {
    func shown(_ text: String) -> String { FindingText(Localized(same: text), []).message.en }
    for text in ["a. b.", "a", "", ".", "a.b", "1.5 h."] { #expect(shown(text) == text) }
    #expect(shown("a..") == "a.")
    #expect(shown("a. b..") == "a. b.")
    #expect(shown("a.. b. c") == "a. b. c")
    #expect(shown("..a") == ".a")
  }

  @Test("A finding of nobody known is not given somebody's name")
  func nobody() throws {
    let roster = try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: "")
    #expect(FindingContext(roster: roster, name: "").person(0) == "?")
    #expect(FindingContext(roster: roster, name: "", names: ["T-1"]).person(0) == "T-1")
  }

  /// What tells each input, by its id.
  private static let given: [(String, @Sendable (inout Facts) -> Void)] = [
    ("age", { $0.people["A", default: PersonFacts()].age = 17 }),
    ("night-exempt", { $0.people["A", default: PersonFacts()].isNightExempt = true }),
    ("special-risk", { $0.people["A", default: PersonFacts()].hasSpecialRisk = false }),
    ("special-risk", { $0.units["U", default: UnitFacts()].hasSpecialRisk = false }),
    ("pregnant", { $0.people["A", default: PersonFacts()].isPregnant = true }),
    ("scheme", { $0.people["A", default: PersonFacts()].scheme = 36 }),
    ("averaging-weeks", { $0.plan.averagingWeeks = 8 }),
    ("mainly-passive", { $0.people["A", default: PersonFacts()].isMainlyPassive = false }),
    ("published", { $0.plan.published = CivilDate(days: 20_000) }),
    ("assessed", { $0.plan.assessed = CivilDate(days: 20_000) }),
    ("weekend-every", { $0.plan.weekendEvery = 3 }),
    ("most-on-call", { $0.plan.mostOnCall = 4 }),
    ("most-nights", { $0.plan.mostNights = 3 }),
    ("work-plan", { $0.plan.showsWeeksDaysAndTimes = false }),
    ("hours-record", { $0.plan.hasHoursRecord = false }),
    ("contracts", { $0.plan.contractsCoverChanges = false }),
    ("rest-place", { $0.units["U", default: UnitFacts()].hasRestPlace = false }),
    ("baseline-period", { $0.plan.hasBaselinePeriod = false }),
  ]

  @Test("An input is lacking until it is given, also when the answer given is no")
  func inputs() throws {
    let roster = try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: "")
    let contents = RosterContents(roster)
    let inputs = Dictionary(
      RuleBook.rules.flatMap(\.inputs).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (id, give) in Self.given {
      let input = try #require(inputs[id], "\(id)")
      var facts = Facts()
      #expect(!input.isPresent(contents, facts, Limits()), "\(id)")
      give(&facts)
      #expect(input.isPresent(contents, facts, Limits()), "\(id)")
    }
    let scheme = try #require(inputs["scheme"])
    var other = Facts()
    other.people["A", default: PersonFacts()].scheme = 38
    #expect(!scheme.isPresent(contents, other, Limits()))
    // An agreement on something else is no averaging agreement.
    let period = try #require(inputs["averaging-weeks"])
    var limits = Limits()
    limits.agreements = [
      Agreement(id: "A", level: .localUnion, from: CivilDate(days: 0), rule: "AML-10-8-1")
    ]
    #expect(!period.isPresent(contents, Facts(), limits))
  }

  @Test("Inputs that no rule waits for are lacking until they are given, too")
  func spareInputs() throws {
    let contents = RosterContents(
      try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: ""))
    let given: [(RuleInput, @Sendable (inout PersonFacts) -> Void)] = [
      (.position, { $0.position = Fraction(1) }),
      (.healthCheck, { $0.wasOfferedHealthCheck = false }),
    ]
    for (input, give) in given {
      #expect(!input.isPresent(contents, Facts(), Limits()), "\(input.id)")
      #expect(input.isPresent(contents, RuleLook.person(give), Limits()), "\(input.id)")
    }
  }

  // MARK: Findings told once

  @Test("Values up to the same ceiling are one finding, at the first of the greatest")
  func gathered() {
    var groups = GatheredFindings([10, 20])
    #expect(groups.place(8, [], -1, next: 0) == 0)
    #expect(groups.place(10, [], -1, next: 1) == 0)
    #expect(groups.place(10, [], -1, next: 1) == nil)
    #expect(groups.place(11, [], -1, next: 1) == 1)
    #expect(groups.place(21, [], -1, next: 2) == 2)
    #expect(groups.place(9, [], 0, next: 3) == 3)
    func finding(_ from: Int32) -> Finding {
      Finding(
        .note, from: from, to: from + 1, shift: 0, measured: Fraction(1), limit: Fraction(1),
        .atMost, .hours)
    }
    var found = [finding(30), finding(20), finding(40), finding(10)]
    groups.close(&found, from: 0)
    #expect(found.map(\.from) == [10, 20, 30, 40])
    #expect(found.map(\.balance) == [0, 0, 3, 0])
  }

  @Test("Gathered findings that begin together come by their end, and else as they were found")
  func gatheredTogether() {
    var groups = GatheredFindings([10])
    #expect(groups.place(8, [], -1, next: 0) == 0)
    #expect(groups.place(9, [], -1, next: 1) == 0)
    var found = ([(10, 30, 1), (10, 20, 2), (10, 20, 3), (5, 50, 4)] as [(Int32, Int32, Int64)])
      .map {
        Finding(
          .note, from: $0.0, to: $0.1, shift: 0, measured: Fraction($0.2), limit: Fraction(1),
          .atMost, .hours)
      }
    groups.close(&found, from: 0)
    #expect(found.map(\.measured) == [4, 2, 3, 1].map { Fraction($0) })
  }

  // MARK: Agreements and waivers

  @Test("Of two agreements the one with more power holds, in whatever order they stand")
  func strongestAgreement() throws {
    let levels: [AgreementLevel] = [.individual, .localUnion]
    for order in [levels, levels.reversed()] {
      var limits = Limits(agreementsComplete: true)
      limits.agreements = order.enumerated().map {
        Agreement(id: "\($0)", level: $1, from: CivilDate(days: 0), rule: "AML-10-5-1W")
      }
      let roster = try GoldenRoster.roster("2026-03-02T07:00/2026-03-02T15:00", horizon: "")
      var evidence = Evidence(roster: roster, limits: limits)
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      #expect(evidence.averaging(from: 0, to: 86_400, shift: -1) == .localUnion)
    }
  }

  @Test("An agreement for a unit reaches the first row of the file, and no plan as a whole")
  func firstRow() throws {
    let text = "Ansatt;Start;Slutt;Enhet\nKari;2026-03-02 07:00;2026-03-02 16:30;Post 3\n"
    let roster = try #require(RosterReader.read(text).roster)
    var agreement = Agreement(
      id: "A", level: .individual, from: CivilDate(days: 0), rule: "AML-10-5-1D")
    agreement.units = ["Post 3"]
    let analysis = RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: Limits(agreements: [agreement]), selection: RuleSelection(select: ["AML-10-4-1D"])))
    #expect(analysis.findings.isEmpty)
    var evidence = Evidence(roster: roster, limits: Limits(agreements: [agreement]))
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    #expect(evidence.agreement(about: ["AML-10-5-1D"], from: 0, to: 3600, shift: 0) == 0)
    #expect(evidence.agreement(about: ["AML-10-5-1D"], from: 0, to: 3600) == nil)
  }

  @Test("A waiver of a date covers the finding of that date and not the other")
  func waivedDate() throws {
    let plan = """
      Ansatt;Start;Slutt
      Kari;2026-01-05 15:00;2026-01-05 22:30
      Kari;2026-01-06 07:00;2026-01-06 15:00
      Kari;2026-03-02 15:00;2026-03-02 22:30
      Kari;2026-03-03 07:00;2026-03-03 15:00

      """
    let roster = try #require(RosterReader.read(plan).roster)
    let waiver = Waiver(
      rule: "AML-10-8-1", date: try Self.day("2026-03-02"), reason: "x", agreedBy: "y",
      expires: try Self.day("2026-03-02"))
    let findings = RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        selection: RuleSelection(select: ["AML-10-8-1"]), waivers: [waiver])
    ).findings
    let dates = findings.filter(\.isWaived).map { roster.civil($0.from).date.iso }
    #expect(dates == ["2026-03-02"] && findings.count(where: { !$0.isWaived }) == 1)
  }

  @Test("What an agreement allows is allowed to the minute, and no longer")
  func agreedToTheMinute() throws {
    var limits = Limits(agreementsComplete: true)
    limits.agreements = [
      Agreement(
        id: "A", level: .localUnion, from: CivilDate(days: 0), rule: "AML-10-6-8D",
        limit: "AML-10-6-8D.daily-total", value: Fraction(14))
    ]
    let roster = "2026-03-02T07:00/2026-03-02T21:00;2026-03-05T07:00/2026-03-05T21:01"
    let found = try findings("AML-10-6-8D", roster, limits: limits)
    #expect(found.map(\.measured) == [Fraction(841, 60)])
    #expect(found.map(\.limit) == [Fraction(14)] && found.map(\.agreement) == [0])
  }

  @Test("The statutory factor of home on-call needs no agreement, beside a watch that has one")
  func statutoryFactor() throws {
    var limits = Limits()
    limits.agreements = [
      Agreement(
        id: "A", level: .localUnion, from: try Self.day("2026-03-02"),
        through: try Self.day("2026-03-03"), rule: "AML-10-4-3", limit: "AML-10-4-3.factor",
        value: Fraction(1, 5))
    ]
    let watches = "HV:2026-03-02T16:00/2026-03-03T00:00;HV:2026-03-05T16:00/2026-03-06T00:00"
    #expect(try findings("AML-10-4-3", watches, limits: limits).isEmpty)
  }

  // MARK: Dates and edges of plans

  @Test("A plan is discussed in time on the fourteenth day; an agreement holds on both its dates")
  func discussed() throws {
    let rule = try #require(RuleBook.rule("AML-10-3-2W"))
    let roster = "2026-03-02T07:00/2026-03-02T15:00"
    func found(
      _ discussed: String, _ agreement: (from: String, through: String)? = nil,
      people: [String] = [], units: [String] = []
    ) throws -> [Finding] {
      var facts = Facts()
      facts.plan.discussed = try Self.day(discussed)
      facts.plan.effective = try Self.day("2026-03-02")
      var limits = Limits()
      if let agreement {
        limits.agreements = [
          Agreement(
            id: "A", level: .localUnion, from: try Self.day(agreement.from),
            through: try Self.day(agreement.through), people: people, units: units,
            rule: rule.id, limit: rule.limits[0].id, value: Fraction(7))
        ]
      }
      return try findings(rule.id, roster, limits: limits, facts: facts)
    }
    #expect(try found("2026-02-16").isEmpty)
    // An agreement holds for the plan when everybody and every shift is in its scope.
    let inMarch = ("2026-03-01", "2026-03-31")
    #expect(try found("2026-02-23", inMarch, people: ["A"]).isEmpty)
    #expect(try found("2026-02-23", inMarch, people: ["B"]).count == 1)
    #expect(try found("2026-02-23", inMarch, units: ["Post 3"]).count == 1)
    let late = try found("2026-02-17")
    #expect(late.map(\.measured) == [Fraction(13)] && late[0].limit == Fraction(14))
    #expect(try found("2026-02-23", ("2026-03-02", "2026-03-02")).isEmpty)
    #expect(try found("2026-02-24", ("2026-03-02", "2026-03-02")).map(\.limit) == [Fraction(7)])
    #expect(try found("2026-02-23", ("2026-03-03", "2026-03-09")).map(\.limit) == [Fraction(14)])
    #expect(try found("2026-02-23", ("2026-02-01", "2026-03-01")).map(\.limit) == [Fraction(14)])
    func said(_ findings: [Finding]) throws -> String {
      let context = FindingContext(roster: try GoldenRoster.roster(roster, horizon: ""), name: "")
      return rule.describe(try #require(findings.first), context).message.en
    }
    #expect(try said(found("2026-03-02")).contains("0 days before"))
    #expect(try said(found("2026-03-01")).contains("1 day before"))
    #expect(try said(found("2026-03-03")).contains("after it starts"))
    #expect(try said(found("2026-02-17")).contains("the Act says"))
    #expect(try said(found("2026-02-24", ("2026-03-02", "2026-03-02"))).contains("agreement"))
  }

  @Test("The weekend that a plan begins with is counted")
  func firstWeekend() throws {
    let work = ["07", "08", "14", "15", "21", "22"].map {
      "2026-03-\($0)T07:00/2026-03-\($0)T15:00"
    }
    // Saturday 7 March to Sunday 5 April: three weekends worked, then two free.
    let found = try findings(
      "EVID-WE", work.joined(separator: ";"), horizon: "2026-03-07..2026-04-06")
    #expect(found.map(\.measured) == [Fraction(1)])
    // From the Sunday on it is no whole weekend.
    let later = try findings(
      "EVID-WE", work.dropFirst().joined(separator: ";"), horizon: "2026-03-08..2026-04-06")
    #expect(later.isEmpty)
  }

  @Test(
    "A run may go on outside the plan where it touches the first or the last day, and only there",
    arguments: [
      ("2026-03-03", "2026-03-10", false), ("2026-03-02", "2026-03-09", true),
      ("2026-03-14", "2026-03-21", false), ("2026-03-15", "2026-03-22", true),
    ])
  func cutOff(first: String, last: String, isCut: Bool) throws {
    let (from, through) = (try Self.day(first), try Self.day(last))
    // The first shift begins at midnight, the last one ends at midnight.
    let days = (from.days...through.days).map { day in
      let date = CivilDate(days: day)
      return day == from.days
        ? "\(date.iso)T00:00/\(date.iso)T08:00"
        : day == through.days
          ? "\(date.iso)T16:00/\((date + 1).iso)T00:00" : "\(date.iso)T07:00/\(date.iso)T15:00"
    }
    let found = try findings(
      "EVID-DAYS6", days.joined(separator: ";"), horizon: "2026-03-02..2026-03-23")
    #expect(found.map(\.horizonTruncated) == [isCut])
  }

  @Test(
    "Breaks over the autumn change: what the clock's own hours would not ask for is said to be so")
  func breaksOverTheChange() throws {
    let other = ";2026-10-27T07:00/2026-10-27T15:30;BR:2026-10-27T11:00/2026-10-27T11:30"
    for (end, clock) in [("03:30", true), ("03:31", false)] {
      let found = try findings(
        "AML-10-9-1A", "2026-10-24T22:00/2026-10-25T\(end)" + other)
      #expect(found.map(\.dstOnly) == [clock], "\(end)")
    }
    for (end, clock) in [("05:00", true), ("05:59", true), ("06:00", false)] {
      let found = try findings(
        "AML-10-9-1B", "2026-10-24T22:00/2026-10-25T\(end)" + other)
      #expect(found.map(\.dstOnly) == [clock], "\(end)")
    }
    // The same hours a week later are the clock's own.
    let later = try findings(
      "AML-10-9-1B",
      "2026-10-31T22:00/2026-11-01T06:00;2026-11-03T07:00/2026-11-03T15:30;"
        + "BR:2026-11-03T11:00/2026-11-03T11:30")
    #expect(later.map(\.dstOnly) == [false])
  }
}
