import Testing

@testable import FatigueCore

/// Breaks that touch or overlap, and overtime of units week by week.
@Suite("Edges of the rules of breaks and overtime")
struct OvertimeEdgeTests {
  private func minutes(_ rule: String, _ roster: String) throws -> [Fraction] {
    try RuleLook.findings(rule, roster).map(\.measured)
  }

  @Test("Breaks that overlap are counted once, breaks apart are added up")
  func overlappingBreaks() throws {
    let shift = "2026-03-02T07:00/2026-03-02T15:30;"
    func found(_ breaks: [String]) throws -> [Fraction] {
      try minutes(
        "AML-10-9-1B",
        shift
          + breaks.map { clock in
            let ends = clock.split(separator: "-")
            return "BR:2026-03-02T\(ends[0])/2026-03-02T\(ends[1])"
          }.joined(separator: ";"))
    }
    #expect(try found(["11:00-11:20", "11:00-11:20"]) == [Fraction(20)])
    #expect(try found(["11:00-11:20", "11:10-11:29"]) == [Fraction(29)])
    #expect(try found(["11:00-11:20", "11:10-11:30"]) == [])
    #expect(try found(["11:00-11:15", "11:15-11:29"]) == [Fraction(29)])
    #expect(try found(["09:00-09:15", "13:00-13:14"]) == [Fraction(29)])
    #expect(try found(["09:00-09:15", "13:00-13:15"]) == [])
    // At either end of the shift, and beside it.
    #expect(try found(["07:00-07:20"]) == [Fraction(20)])
    #expect(try found(["15:10-15:30"]) == [Fraction(20)])
    #expect(try found(["06:30-07:00", "15:30-16:00"]) == [Fraction(0)])
  }

  @Test("A break before or after a duty is none in it")
  func besideTheDuty() throws {
    let shift = "2026-03-02T07:00/2026-03-02T13:00;"
    func found(_ clock: String) throws -> Int {
      try minutes(
        "AML-10-9-1A", shift + "BR:2026-03-02T\(clock);BR:2026-03-04T12:00/2026-03-04T12:30"
      ).count
    }
    #expect(try found("06:30/2026-03-02T07:00") == 1)
    #expect(try found("13:00/2026-03-02T13:30") == 1)
    #expect(try found("12:59/2026-03-02T13:00") == 0)
    #expect(try found("11:00/2026-03-02T11:00") == 1)
  }

  @Test(
    "Two breaks that touch are the half hour that overtime asks for, a minute apart they are not")
  func brokenOvertime() throws {
    func found(_ second: String) throws -> [Fraction] {
      try minutes(
        "AML-10-9-2",
        "2026-03-02T07:00/2026-03-02T15:00;OT:2026-03-02T15:00/2026-03-02T18:00;"
          + "BR:2026-03-02T16:00/2026-03-02T16:15;BR:2026-03-02T\(second)")
    }
    #expect(try found("16:15/2026-03-02T16:30") == [])
    #expect(try found("16:16/2026-03-02T16:31") == [Fraction(15)])
  }

  @Test("Overtime that began before the ordinary hours ended is named, be it the first row")
  func firstRow() throws {
    let found = try RuleLook.findings(
      "AML-10-9-2",
      "OT:2026-03-02T07:00/2026-03-02T18:00;2026-03-02T08:00/2026-03-02T15:00;"
        + "OT:2026-03-02T18:00/2026-03-02T20:00;BR:2026-03-04T12:00/2026-03-04T12:30")
    #expect(found.map(\.shift) == [0] && found.map(\.measured) == [Fraction(0)])
  }

  // MARK: Weeks with overtime

  private static let header = "Ansatt;Start;Slutt;Type;Enhet\n"

  private func found(_ rows: [String]) throws -> [(unit: String, start: String, weeks: String)] {
    let roster = try #require(
      RosterReader.read(Self.header + rows.joined(separator: "\n") + "\n").roster)
    return RuleLook.findings("AML-10-6-1", in: roster).map {
      let shift = roster.shifts[Int($0.shift)]
      let name = roster.people[Int(shift.person)].name
      return (
        roster.units[Int(shift.unit)], "\(name) \(roster.civil(shift.start).clock)",
        $0.measured.text
      )
    }
  }

  private func row(
    _ name: String, _ day: String, _ clock: String = "15:00", unit: String = "Post 3"
  )
    -> String
  {
    "\(name);2026-\(day) \(clock);2026-\(day) 22:00;overtid;\(unit)"
  }

  @Test("The first overtime of the weeks is named: the earliest, and of two as early the first row")
  func earliest() throws {
    let later = [row("Kari", "03-09"), row("Kari", "03-16")]
    let one = try found([row("Kari", "03-02"), row("Kari", "03-03")] + later)
    #expect(one.map(\.start) == ["Kari 15:00"] && one.map(\.weeks) == ["3"])
    let other = try found([row("Kari", "03-02")] + later + [row("Ola", "03-02", "14:00")])
    #expect(other.map(\.start) == ["Ola 14:00"])
    let both = try found([row("Kari", "03-02")] + later + [row("Ola", "03-02")])
    #expect(both.map(\.start) == ["Kari 15:00"])
  }

  @Test("Each unit has its finding, in the order in which units are first named")
  func units() throws {
    let days = ["03-02", "03-09", "03-16"]
    let rows =
      days.map { row("Kari", $0, unit: "Post 4") } + days.map { row("Ola", $0, unit: "Post 3") }
    #expect(try found(rows).map(\.unit) == ["Post 4", "Post 3"])
    #expect(try found(Array(rows.dropFirst())).map(\.unit) == ["Post 3"])
  }

  @Test("A row of no length is no overtime")
  func noLength() throws {
    func weeks(_ last: String) throws -> [Finding] {
      try RuleLook.findings(
        "AML-10-6-1",
        "OT:2026-03-02T15:00/2026-03-02T17:00;OT:2026-03-09T15:00/2026-03-09T17:00;OT:2026-03-16T\(last)",
        horizon: "2026-03-02..2026-03-30")
    }
    #expect(try weeks("12:00/2026-03-16T12:01").count == 1)
    #expect(try weeks("12:00/2026-03-16T12:00").isEmpty)
  }
}
