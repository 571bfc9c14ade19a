import Testing

@testable import FatigueCore

/// Found by somebody who wrote the rules of hours anew from their texts, in another language.
@Suite("What another reading of the rules found")
struct OutsideLookTests {
  private static func agreed(
    _ rule: String, _ value: Int64, _ level: AgreementLevel = .localUnion, codes: [String] = [],
    limit: String
  ) -> Limits {
    Limits(
      agreementsComplete: true,
      agreements: [
        Agreement(
          id: "A", level: level, from: CivilDate(days: 0), codes: codes, rule: rule,
          limit: "\(rule).\(limit)", value: Fraction(value))
      ])
  }

  @Test("24 hours elsewhere in the plan do not make a sum of a day")
  func runningDayOfItsOwn() throws {
    let day = "2026-03-31T00:41/2026-03-31T07:41;2026-03-31T18:41/2026-04-01T04:52"
    for before in ["", "2025-03-24T07:00/2025-03-24T20:01;"] {
      let found = try RuleLook.findings("AML-10-6-8D", before + day)
      #expect(found.count == (before.isEmpty ? 0 : 1))
    }
    // Work right before it is in 24 hours of the day's own.
    let packed = try RuleLook.findings("AML-10-6-8D", "2026-03-30T18:30/2026-03-31T00:40;" + day)
    #expect(packed.count == 1)
  }

  @Test(
    "A date of leave in a free week leaves out that date; a week of leave, or of duties, the week",
    arguments: [
      ([26], []), ([31], []), ([26, 27], []), ([26, 27, 28], [FindingStatus.disputed]),
      (Array(26...29), [.disputed]), (Array(26...30), [.breach]),
    ])
  func leaveInAFreeWeek(_ dates: [Int], _ statuses: [FindingStatus]) throws {
    var rows: [String] = []
    let first = try #require(CivilDate(year: 2026, month: 1, day: 5))
    for day in 0..<56 where day % 7 < 5 && day / 7 != 3 {
      let date = (first + day).iso
      rows.append("\(date)T07:00/\(date)T17:30")
    }
    rows += dates.map { "ABS:2026-01-\($0)T00:00/2026-01-\($0)T23:59" }
    rows.append("2026-03-01T08:00/2026-03-01T08:01")
    let limits = Limits(agreementsComplete: true)
    let found = try RuleLook.findings("AML-10-6-8W", rows.joined(separator: ";"), limits: limits)
    #expect(found.map(\.status) == statuses)
  }

  @Test("A mean that a national agreement sets is held")
  func nationalMean() throws {
    var rows: [String] = []
    let first = try #require(CivilDate(year: 2026, month: 1, day: 5))
    for day in 0..<56 where day % 7 < 6 {
      let date = (first + day).iso
      rows.append("\(date)T07:00/\(date)T16:30")
    }
    let roster = rows.joined(separator: ";")
    func found(_ rule: String, _ value: Int64) throws -> [Fraction] {
      var facts = Facts()
      facts.plan.averagingWeeks = 8
      return try RuleLook.findings(
        rule, roster, limits: Self.agreed(rule, value, .nationalUnion, limit: "mean"),
        facts: facts
      ).map(\.limit)
    }
    #expect(try found("AML-10-5-A8", 51) == [Fraction(51)])
    #expect(try found("AML-10-5-A8", 57).isEmpty)
    #expect(try found("AML-10-5-A52", 45) == [Fraction(45)])
  }

  @Test(
    "A longer day for some codes holds when all of the day has them",
    arguments: [
      ("D 06:00-10:00;L 14:00-20:00", true), ("L 06:00-12:00;D 14:00-18:00", true),
      ("D 06:00-10:00;L 10:00-16:00", true), ("L 06:00-12:00;D 12:00-16:00", true),
      ("L 06:00-12:00;L 14:00-18:00", false), ("L 06:00-12:00;L 12:00-16:00", false),
      // What is overtime is no ordinary time that an agreement should hold for.
      ("L 06:00-16:00;X 16:00-18:00 overtime", false),
      ("X 06:00-08:00 overtime;L 08:00-18:00", false),
    ])
  func scopeOfADay(_ day: String, _ isFound: Bool) throws {
    let rows = day.split(separator: ";").map { row in
      let parts = row.split(separator: " ")
      let times = parts[1].split(separator: "-")
      let type = parts.count > 2 ? parts[2] : ""
      return "A;2026-03-02 \(times[0]);2026-03-02 \(times[1]);\(parts[0]);\(type)"
    }
    let text = "ansatt;start;slutt;vaktkode;type\n" + rows.joined(separator: "\n") + "\n"
    let roster = try #require(RosterReader.read(text).roster)
    let found = RuleLook.findings(
      "AML-10-4-1D", in: roster,
      limits: Self.agreed("AML-10-4-1D", 11, codes: ["L"], limit: "ordinary-day"))
    #expect(found.map(\.limit) == (isFound ? [Fraction(9)] : []))
  }

  @Test("A night in two rows is one long night, and told once")
  func nightsInRows() throws {
    let touching = "2026-03-02T20:00/2026-03-03T02:00;2026-03-03T02:00/2026-03-03T09:00"
    let parted = "2026-03-02T20:00/2026-03-03T02:00;2026-03-03T02:30/2026-03-03T09:00"
    for rows in [touching, parted] {
      let found = try RuleLook.findings(
        "EVID-PREG3", rows, facts: RuleLook.person { $0.isPregnant = true })
      #expect(found.map(\.measured) == [Fraction(13)])
      #expect(try RuleLook.findings("EVID-N9", rows).map(\.count) == [1])
    }
  }

  @Test("Work on the date the night ends is held to the workplace's own rest")
  func ownRestAfterNight() throws {
    let rows = "2026-03-02T20:00/2026-03-03T02:00;2026-03-03T15:00/2026-03-03T23:00"
    func found(_ hours: Int64) throws -> Int {
      try RuleLook.findings(
        "EVID-NA", rows, limits: PackCheck.limits((SleepDayWork.least, Fraction(hours)))
      ).count
    }
    #expect(try found(24) == 1 && found(14) == 1)
    #expect(try found(13) == 0 && found(12) == 0)
  }

  @Test("Of the changes of a shift the last counts, and none before the plan was published")
  func changesOfAShift() throws {
    func told(_ days: [Int], published: Int? = nil) throws -> [String] {
      var facts = Facts()
      let shift = try #require(CivilDate(year: 2026, month: 3, day: 30))
      facts.plan.changes = days.map {
        ShiftChange(person: "A", shift: shift, changed: shift + -$0)
      }
      facts.plan.published = published.map { shift + -$0 }
      return try RuleLook.said(
        "ORG-PRED", "2026-03-30T07:00/2026-03-30T15:00;2026-03-31T07:00/2026-03-31T15:00",
        facts: facts)
    }
    #expect(try told([13, 5]).count == 1 && told([13, 5])[0].contains("5 days before. 1 of 2"))
    #expect(try told([13], published: 9).isEmpty)
    #expect(try told([9], published: 9).count == 1)
    #expect(try told([-2])[0].contains("2 days after it."))
  }

  @Test(
    "Hours after the last Sunday's midnight are of the week they lie in, with or without a row in it"
  )
  func afterTheLastMidnight() throws {
    let rows = "2026-01-05T08:00/2026-01-05T09:00;OT:2026-01-11T20:00/2026-01-12T10:01"
    for more in ["", ";2026-01-12T20:00/2026-01-12T20:01"] {
      let found = try RuleLook.findings("AML-10-6-4W", rows + more)
      #expect(found.map(\.measured) == [Fraction(601, 60)])
    }
    let long = "2026-01-05T08:00/2026-01-05T09:00;2026-01-11T23:00/2026-01-13T23:00"
    #expect(try RuleLook.findings("AML-10-4-1W", long).map(\.measured) == [Fraction(47)])
  }

  @Test("Duties of one date with less than a daily rest between them have their breaks together")
  func breaksOfADate() throws {
    let rows = """
      2026-03-02T06:30/2026-03-02T15:30;BR:2026-03-02T11:00/2026-03-02T11:30;\
      2026-03-02T17:00/2026-03-02T22:45
      """
    for rule in ["AML-10-9-1A", "AML-10-9-1B"] {
      #expect(try RuleLook.findings(rule, rows).isEmpty)
    }
    // A night that begins on the next date is another duty.
    let night = rows + ";2026-03-03T00:30/2026-03-03T07:00"
    #expect(try RuleLook.findings("AML-10-9-1A", night).count == 1)
  }

  // MARK: The directive, agreements and the rest

  @Test("Four weeks of nights are found beside a worse period without them")
  func nightsBeforeLongDays() throws {
    let limits = Limits(agreementsComplete: true)
    var rows: [String] = []
    for week in [6, 13, 20, 27] {
      rows.append(
        try RuleLook.shifts("22:00-08:00", from: "2026-04-06", days: (0..<5).map { week - 6 + $0 }))
    }
    let nights = rows.joined(separator: ";")
    let days = try RuleLook.shifts("07:00-17:30", from: "2026-05-04", days: [0, 1, 2, 3, 4])
    let alone = try RuleLook.findings("EU-8a", nights, limits: limits).map(\.measured)
    #expect(alone == [Fraction(25, 3)])
    #expect(
      try RuleLook.findings("EU-8a", nights + ";" + days, limits: limits).map(\.measured) == alone)
  }

  @Test("A break that is not paid is no work of hazard", arguments: [("07:30", 0), ("07:31", 1)])
  func hazardWithoutBreak(_ end: String, _ count: Int) throws {
    let facts = RuleLook.person { $0.hasSpecialRisk = true }
    let night =
      "2026-03-02T23:00/2026-03-03T\(end);BR:2026-03-03T03:00/2026-03-03T03:30"
    let found = try RuleLook.findings("EU-8b", night, facts: facts)
    #expect(found.map(\.measured) == Array(repeating: Fraction(481, 60), count: count))
    // The sum of two duties that one day of 24 hours holds, each short enough.
    let two = night + ";2026-03-03T12:00/2026-03-03T14:00"
    let sums = try RuleLook.findings("EU-8b", two, facts: facts)
    #expect(sums.first?.measured == (count == 0 ? Fraction(10) : Fraction(481, 60)))
  }

  @Test(
    "Four weeks of on-call are as long over a change of the clock",
    arguments: [("2026-01-05", 4), ("2026-03-02", 4), ("2026-10-05", 4)])
  func onCallOverTheChange(_ monday: String, _ count: Int64) throws {
    let rows = try RuleLook.shifts("16:00-08:00", from: monday, days: [0, 7, 14, 21, 28])
      .split(separator: ";").map { "HV:" + $0 }.joined(separator: ";")
    func found(_ most: Int64) throws -> [Fraction] {
      let facts = {
        var facts = Facts()
        facts.plan.mostOnCall = Int(most)
        return facts
      }()
      return try RuleLook.findings(
        "TAR-HVMAX", rows + ";" + RuleLook.shifts("08:00-15:00", from: monday, days: [1]),
        facts: facts
      ).filter { $0.detail == 0 }.map(\.measured)
    }
    #expect(try found(count) == [])
    #expect(try found(count - 1) == [Fraction(count)])
  }

  @Test("A call-out that goes on from a shift is no planned long shift")
  func callOutAfterShift() throws {
    func found(_ kind: String) throws -> Int {
      try RuleLook.findings(
        "TAR-12H",
        "2026-03-03T16:00/2026-03-04T00:30;\(kind)2026-03-04T00:30/2026-03-04T06:00"
      ).count
    }
    #expect(try found("") == 1)
    #expect(try found("CO:") == 0)
  }

  @Test("A long shift beyond its agreement says what the agreement gives")
  func beyondTheAgreement() throws {
    let limits = try RuleLook.limits(
      .localUnion, about: "TAR-12H", limit: "TAR-12H.shift", value: Fraction(12))
    let shift = "2026-03-03T07:00/2026-03-03T19:30"
    let said = try RuleLook.said("TAR-12H", shift, limits: limits)
    #expect(said.count == 1 && said[0].contains("The agreement gives 12 h."))
    let without = try RuleLook.said("TAR-12H", shift)
    #expect(without.count == 1 && without[0].contains("None is on file."))
  }

  @Test(
    "What the clock change alone makes is said so",
    arguments: [
      ("NHS-46", "2026-03-26T23:00/2026-03-27T08:00;2026-03-29T06:00/2026-03-29T14:00", true),
      ("NHS-46", "2026-03-26T23:00/2026-03-27T08:00;2026-03-29T05:59/2026-03-29T14:00", false),
      ("FIOH-L2", "2026-10-24T19:00/2026-10-25T07:00", true),
      ("FIOH-L2", "2026-10-24T19:00/2026-10-25T07:01", false),
      (
        "ORG-CRITREST",
        "2026-03-28T12:00/2026-03-28T20:00;CRIT:2026-03-28T15:00/2026-03-28T15:00;"
          + "2026-03-29T07:00/2026-03-29T15:00", true
      ),
      (
        "ORG-CRITREST",
        "2026-03-28T12:00/2026-03-28T20:00;CRIT:2026-03-28T15:00/2026-03-28T15:00;"
          + "2026-03-29T06:59/2026-03-29T15:00", false
      ),
      (
        "FIOH-L1",
        "2026-10-19T08:00/2026-10-19T16:00;2026-10-20T08:00/2026-10-20T16:00;"
          + "2026-10-21T08:00/2026-10-21T16:00;2026-10-22T08:00/2026-10-22T16:00;"
          + "2026-10-23T08:00/2026-10-23T16:00;2026-10-24T22:00/2026-10-25T06:00", true
      ),
      (
        "FIOH-L1",
        "2026-10-19T08:00/2026-10-19T16:00;2026-10-20T08:00/2026-10-20T16:00;"
          + "2026-10-21T08:00/2026-10-21T16:00;2026-10-22T08:00/2026-10-22T16:00;"
          + "2026-10-23T08:00/2026-10-23T16:00;2026-10-24T22:00/2026-10-25T06:01", false
      ),
    ])
  func clockAlone(_ rule: String, _ roster: String, _ dstOnly: Bool) throws {
    #expect(try RuleLook.findings(rule, roster).map(\.dstOnly) == [dstOnly])
  }

  @Test("A rule that the settings switch on is chosen by the beginning of its id too")
  func switchedOnAndChosen() {
    func chosen(_ select: String, _ switched: [String: Bool] = [:]) -> Bool {
      RuleSelection(select: [select], switched: switched).rules.contains {
        RuleBook.rules[$0].id == "EU-3R"
      }
    }
    #expect(!chosen("EU") && chosen("EU-3R"))
    #expect(chosen("EU", ["EU-3R": true]) && !chosen("EU", ["EU-3R": false]))
    #expect(!chosen("AML", ["EU-3R": true]))
  }
}
