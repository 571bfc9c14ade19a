import Testing

@testable import FatigueCore

/// Doubts about a roster's values at their limits (`DATA`).
@Suite("Rules of data, at their limits")
struct DataPackTests {
  /// A shift of each person on the Mondays of some weeks, from midnight on.
  private static func roster(_ people: [[Int]]) throws -> Roster {
    let rows = people.enumerated().flatMap { person, weeks in
      weeks.map { week in
        let day = PackCheck.day(7 * week).iso
        return "\(person);\(day) 00:00;\(day) 08:00\n"
      }
    }
    return try #require(RosterReader.read("Ansatt;Start;Slutt\n" + rows.joined()).roster)
  }

  private static func gaps(_ people: [Int]...) throws -> [String] {
    let roster = try roster(people)
    return RuleLook.findings("DATA-GAP", in: roster).map {
      "\($0.isAboutPlan ? "plan " : "")" + PackCheck.told($0, roster)
    }
  }

  @Test(
    "A week is missing where three of four weeks have rows, and no more than one in thirteen are")
  func missingWeeks() throws {
    // Three of four, and three of five.
    #expect(try Self.gaps([0, 1, 3]) == ["plan note 1/0: 19 00:00 – 26 00:00, 26 00:00"])
    #expect(try Self.gaps([0, 1, 4]).isEmpty)
    let year = Array(0..<14)
    // Two gaps in thirteen weeks, and in fourteen.
    #expect(try Self.gaps(year.filter { ![4, 8, 13].contains($0) }).isEmpty)
    #expect(try Self.gaps(year.filter { ![4, 8].contains($0) }).count == 2)
    // The same of one among others.
    let all = Array(0...3)
    #expect(try Self.gaps([0, 1, 3], all) == ["note 1/0: 19 00:00 – 26 00:00, 26 00:00"])
    #expect(try Self.gaps([0, 3], all).isEmpty)
  }

  @Test("A week that lacks for everybody is told of the plan; a longer one of a person too")
  func everybodysWeeks() throws {
    let two = try Self.gaps([0, 1, 2, 4, 5, 6, 7], [0, 1, 2, 4, 5, 6, 7])
    #expect(two == ["plan warning 1/0: 26 00:00 – 02 00:00, 02 00:00"])
    // Somebody lacks that week and the one after it, or before it.
    for (own, told) in [
      ([0, 1, 2, 5, 6, 7, 8], "note 2/0: 26 00:00 – 09 00:00, 09 00:00"),
      ([0, 1, 4, 5, 6, 7, 8], "note 2/0: 19 00:00 – 02 00:00, 02 00:00"),
    ] {
      #expect(
        try Self.gaps([0, 1, 2, 4, 5, 6, 7, 8], own).sorted()
          == [told, "plan warning 1/0: 26 00:00 – 02 00:00, 02 00:00"])
    }
    // Each week is somebody's.
    #expect(try Self.gaps([0, 1, 3], [0, 2, 3]).count == 2)
  }

  @Test("A gap as long as is allowed")
  func allowedGap() throws {
    let one = PackCheck.limits((MissingWeeks.most, Fraction(1)))
    let roster = try Self.roster([[0, 1, 3, 4, 5, 6, 7]])
    #expect(RuleLook.findings("DATA-GAP", in: roster, limits: one).isEmpty)
    let longer = try Self.roster([[0, 1, 4, 5, 6, 7, 8]])
    #expect(RuleLook.findings("DATA-GAP", in: longer, limits: one).map(\.measured) == [Fraction(2)])
  }

  @Test("The row named is the first after the gap, of several at once the first of the file")
  func rowAfterTheGap() throws {
    let roster = try Self.roster([
      [0, 4, 5, 6, 7, 8], [0, 1, 2, 4, 5, 6, 7, 8], [0, 1, 2, 4, 5, 6, 7, 8],
    ])
    let plan = RuleLook.findings("DATA-GAP", in: roster).filter(\.isAboutPlan)
    #expect(plan.map(\.shift) == [1])
    let later = try Self.roster([[0, 5, 6, 7, 8], [0, 1, 2, 4, 5, 6, 7, 8]])
    let found = RuleLook.findings("DATA-GAP", in: later).filter(\.isAboutPlan)
    #expect(found.map { later.shifts[Int($0.shift)].person } == [1])
  }

  @Test("Shifts may overlap by as much as is allowed")
  func overlap() throws {
    let half = PackCheck.limits((Overlap.most, Fraction(30)))
    #expect(try PackCheck.told("DATA-OVERLAP", "D+15:00-22:00 - -", limits: half).isEmpty)
    #expect(
      try PackCheck.told("DATA-OVERLAP", "D+14:59-22:00 - -", limits: half)
        == ["warning 31/30: 05 14:59 – 05 15:30, 05 14:59"])
  }

  @Test("A day and night of work is long from the first minute more, passive duty never")
  func longShift() throws {
    func told(_ text: String) throws -> [String] {
      let roster = try GoldenRoster.roster(text, horizon: "")
      return RuleLook.findings("DATA-LONG", in: roster).map {
        PackCheck.told($0, roster) + ($0.dstOnly ? " clock" : "")
      }
    }
    let day = "2026-01-05T07:00/2026-01-06T07:00"
    let more = "2026-01-08T07:00/2026-01-09T07:01"
    #expect(try told(day).isEmpty)
    #expect(
      try told(day + ";" + more) == ["warning 1441:60/24: 08 07:00 – 09 07:01, 08 07:00"])
    #expect(try told("PAS:" + more).isEmpty)
    #expect(try told("OT:" + more).count == 1)
    let autumn = "2026-10-24T07:00/2026-10-25T0"
    #expect(try told(autumn + "7:00").map { $0.hasSuffix("clock") } == [true])
    #expect(try told(autumn + "7:01").map { $0.hasSuffix("clock") } == [false])
  }

  @Test(
    "Rows of the same start and end are one finding, whatever lies between and beside them",
    arguments: [
      ("D+OT:07:30-15:30 - -", ["warning 2/1: 05 07:30 – 05 15:30, 05 07:30"]),
      ("D+OT:07:30-15:29 - -", []),
      ("D+OT:07:31-15:30 - -", []),
      (
        "D+OT:07:30-15:30+CO:07:30-15:30 - -", ["warning 3/1: 05 07:30 – 05 15:30, 05 07:30"]
      ),
      (
        "D+OT:07:30-15:30 - A+OT:15:00-22:30",
        [
          "warning 2/1: 05 07:30 – 05 15:30, 05 07:30",
          "warning 2/1: 07 15:00 – 07 22:30, 07 15:00",
        ]
      ),
    ] as [(String, [String])])
  func repeatedShift(strip: String, told: [String]) throws {
    #expect(try PackCheck.told("DATA-DUP", strip) == told)
    #expect(try PackCheck.findings("DATA-DUP", strip).allSatisfy { $0.related >= 0 })
  }

  @Test("Equal rows of a file, beside others of the same day")
  func equalRows() throws {
    func found(_ rows: String...) throws -> [Fraction] {
      let text = "Ansatt;Start;Slutt\n" + rows.map { "A;\($0)\n" }.joined()
      let roster = try #require(RosterReader.read(text).roster)
      let findings = RuleLook.findings("DATA-DUP", in: roster)
      // Of a row read once there is no other to point at.
      #expect(findings.allSatisfy { $0.related == -1 })
      return findings.map(\.measured)
    }
    let early = "2026-01-05 07:00;2026-01-05 09:00"
    let long = "2026-01-05 07:00;2026-01-05 15:00"
    let late = "2026-01-05 10:00;2026-01-05 12:00"
    #expect(try found(early, long, late).isEmpty)
    for row in [early, long, late] {
      #expect(try found(early, long, late, row) == [Fraction(2)])
      #expect(try found(early, long, late, row, row) == [Fraction(3)])
    }
    #expect(try found(early, early, long, late, late) == [Fraction(2), Fraction(2)])
  }

  @Test("What is said of rows and names that stand twice")
  func sentences() throws {
    func said(_ rule: String, _ rows: String...) throws -> String {
      let text = "Ansatt;Start;Slutt;Type\n" + rows.map { "\($0)\n" }.joined()
      let roster = try #require(RosterReader.read(text).roster)
      let finding = try #require(RuleLook.findings(rule, in: roster).first)
      let context = FindingContext(
        roster: roster, name: "A", names: roster.people.map(\.name))
      return RuleBook.rule(of: finding).describe(finding, context).message.en
    }
    let row = "2026-01-05 07:00;2026-01-05 15:00"
    #expect(try said("DATA-DUP", "A;\(row);vakt", "A;\(row);vakt").contains("It is counted once"))
    #expect(
      try said("DATA-DUP", "A;\(row);vakt", "A;\(row);overtid").contains("The time is counted once")
    )
    let other = "2026-01-06 07:00;2026-01-06 15:00;vakt"
    #expect(
      try said("DATA-NAMES", "Kristin Hansen;\(row);vakt", "Kristine Hansen;\(other)")
        .contains("by one letter"))
    #expect(
      try said("DATA-NAMES", "Kari Berg;\(row);vakt", "KARI BERG;\(other)").contains("by spelling"))
  }

  @Test("A time that the clock skips or shows twice is one, at each end")
  func clockChange() throws {
    for (rule, strip, count) in [
      ("DATA-DSTGAP", "@2026-03-29 02:30-10:00 D -", 1),
      ("DATA-DSTGAP", "@2026-03-28 22:00-02:59 D -", 1),
      ("DATA-DSTGAP", "@2026-03-28 22:00-03:00 D -", 0),
      ("DATA-DSTAMB", "@2026-10-24 22:00-02:30 D -", 1),
      ("DATA-DSTAMB", "@2026-10-24 22:00-03:00 D -", 0),
    ] {
      let found = try PackCheck.findings(rule, strip)
      #expect(found.map(\.measured) == Array(repeating: Fraction(1), count: count), "\(strip)")
    }
  }
}
