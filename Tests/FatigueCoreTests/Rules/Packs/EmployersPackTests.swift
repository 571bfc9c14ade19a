import Testing

@testable import FatigueCore

/// The employers' own rules, each at its limit (`EMP`).
@Suite("The employers' own rules, at their limits")
struct EmployersPackTests {
  /// The rules that a plan breaks, as bits: starts, rotation, nights in a row, time off after nights, length, rest.
  private static func broken(_ roster: Roster, limits: Limits = Limits()) -> Int32 {
    let found = RuleLook.findings("EMP-NHO", in: roster, limits: limits)
    #expect(
      found.allSatisfy {
        $0.detail != 0 && $0.measured == Fraction(Int64($0.detail.nonzeroBitCount))
      })
    return found.first?.detail ?? 0
  }

  /// A night that breaks nothing, four days before the rest.
  private static let night = "23:00-07:00 - - - - "

  @Test(
    "One rule at a time",
    arguments: [
      ("07:00-15:00 07:00-15:00", 0), ("15:00-23:00 23:00-07:00", 0), ("07:00-15:01", 0b10000),
      // Planned work alone, joined where it touches.
      ("OT:08:00-20:00", 0), ("07:00-11:00+11:00-15:00", 0),
      ("07:00-15:00+08:00-10:00+15:00-16:00", 0b10000),
      ("07:00-10:00+10:01-15:00", 0b100001),
      // Starts at 7, 15 and 23.
      ("07:01-15:00", 1), ("06:59-14:00", 1), ("14:59-20:00", 1), ("22:59-02:00", 1),
      // Eleven hours from one to the next, which is backward by the clock.
      ("15:00-20:00 07:00-15:00", 0b10), ("15:00-20:01 07:00-15:00", 0b100010),
      // Two hours make a change, forward or backward; and twelve are forward.
      ("07:00-10:00 09:00-12:00", 1), ("09:00-12:00 07:00-10:00", 0b11),
      ("08:59-12:00 07:00-10:00", 1), ("09:00-12:00 07:00-10:00 09:00-12:00", 1),
      ("09:00-12:00 07:00-10:00 08:59-12:00", 0b11), ("07:00-10:00 19:00-22:00", 1),
      ("07:00-10:00 19:01-22:00", 0b11),
      // A change after three days is none: one of one is backward, or of two.
      ("15:00-20:00 07:00-15:00 - - 15:00-20:00", 0b10),
      ("15:00-20:00 07:01-15:01 - - 15:00-20:00", 1),
    ] as [(String, Int32)])
  func oneRule(days: String, bits: Int32) throws {
    #expect(Self.broken(try PackCheck.strip(Self.night + days)) == bits)
  }

  @Test(
    "Nights in a row, and the time off after the last of them",
    arguments: [
      ("23:00-07:00 23:00-07:00 23:00-07:00 - - 07:00-15:00", 0),
      ("23:00-07:00 23:00-07:00 23:00-07:00 23:00-07:00 -", 0b100),
      ("23:00-07:00 23:00-07:00 - 23:00-07:00 23:00-07:00", 0),
      // Two stretches of one night are not two nights.
      ("23:00-07:00 23:00-07:00 23:00-02:00+27:00-31:00 -", 0b100001),
      // 24 hours, and eleven.
      ("23:00-07:00 - 07:00-15:00", 0), ("23:00-07:00 18:00-22:00 -", 0b1011),
      ("23:00-07:01 - 07:00-15:00", 0b11000),
      // Three hours in 23–06 make a night, without which nothing is said.
      ("23:00-02:00 - 07:00-16:00", 0b10000), ("23:00-01:59 - 07:00-16:00", 0),
      ("03:00-11:00 - 07:00-16:00", 0b10001), ("03:01-11:00 - 07:00-16:00", 0),
    ] as [(String, Int32)])
  func nights(strip: String, bits: Int32) throws {
    #expect(Self.broken(try PackCheck.strip(strip)) == bits)
  }

  @Test(
    "Eight hours are elapsed and by the clock where it is changed",
    arguments: [
      ("@2026-10-24 23:00-07:00 -", 0), ("@2026-10-24 23:00-07:01 -", 0b10000),
      ("@2026-03-28 23:00-08:00 -", 0), ("@2026-03-28 23:00-08:01 -", 0b10000),
    ] as [(String, Int32)])
  func clockChange(strip: String, bits: Int32) throws {
    #expect(Self.broken(try PackCheck.strip(strip)) == bits)
  }

  @Test("A start at the moment of a clock change is compared by the clock")
  func startAtTheChange() throws {
    // 22 hours and a minute forward by the clock, which is under two hours back; an hour less in elapsed time.
    let days = "@2026-03-27 04:59-08:00 04:59-08:00 03:00-07:00 -"
    #expect(Self.broken(try PackCheck.strip(days)) == 1)
    #expect(
      Self.broken(try PackCheck.strip(days.replacing("04:59-08:00 03", with: "05:00-08:00 03")))
        == 0b11)
  }

  @Test("A row of no length is no shift")
  func emptyRow() throws {
    let roster = try GoldenRoster.roster(
      "2026-01-05T23:00/2026-01-06T07:00;2026-01-12T07:01/2026-01-12T07:01", horizon: "")
    #expect(Self.broken(roster) == 0)
  }

  /// Nine hours from 22, four nights on end, and eight hours later an evening: every rule is broken, and the only turn
  /// is backward.
  private static let allBroken =
    (5...8).map { "2026-01-0\($0)T22:00/2026-01-0\($0 + 1)T07:00;" }.joined()
    + "2026-01-09T15:00/2026-01-09T20:00;"

  @Test(
    "Where every rule is broken only the turns are counted on, and as before",
    arguments: [
      ("14T09:00/14T10:00", false), ("14T08:59/14T10:00", true), ("14T19:00/14T20:00", false),
      ("14T19:01/14T20:00", true),
      // Three days after the one before, and a minute less.
      ("16T10:00/16T11:00", true), ("16T09:59/16T11:00", false),
      // What touches is one stretch, and so is what lies inside.
      ("13T10:00/13T12:00", true), ("13T10:01/13T12:00", false),
      ("13T08:00/13T09:00;14T09:59/14T11:00", false),
      ("13T08:00/13T09:00;16T09:59/16T11:00", false),
      // Planned work of some length.
      ("OT:14T10:00/14T12:00", true), ("14T10:00/14T10:00", true), ("14T10:00/14T12:00", false),
    ])
  func onlyTurns(rows: String, isBackward: Bool) throws {
    let more = ("13T07:00/13T10:00;" + rows).split(separator: ";").map { row in
      let kind = row.hasPrefix("OT:") ? "OT:" : ""
      let ends = row.dropFirst(kind.count).split(separator: "/").map { "2026-01-\($0)" }
      return kind + ends.joined(separator: "/")
    }
    let text = Self.allBroken + more.joined(separator: ";")
    #expect(
      Self.broken(try GoldenRoster.roster(text, horizon: "")) == (isBackward ? 0b111111 : 0b111101))
  }

  @Test(
    "Where every rule is broken a start at the moment of a clock change is compared by the clock too"
  )
  func startAtTheChangeWhereAllIsBroken() throws {
    let march = { (text: String) in text.replacing("2026-01", with: "2026-03") }
    // A turn back and one forward; then one that is under two hours back by the clock.
    let days = [("13", "07:00", "10:00"), ("14", "10:00", "12:00")]
    for (start, bits) in [("04:59", 0b111101), ("05:00", 0b111111)] as [(String, Int32)] {
      let more = days + [("27", start, "08:00"), ("28", start, "08:00"), ("29", "03:00", "07:00")]
      let rows = more.map { "2026-03-\($0.0)T\($0.1)/2026-03-\($0.0)T\($0.2)" }
      let text = march(Self.allBroken) + rows.joined(separator: ";")
      #expect(Self.broken(try GoldenRoster.roster(text, horizon: "")) == bits)
    }
  }

  @Test("The rules that a plan departs from are named, and no others")
  func sentence() throws {
    for (days, text) in [
      ("07:00-15:01", "on: shifts of at most eight hours."),
      ("07:01-15:02", "on: shift changes at 07–15–23; shifts of at most eight hours."),
    ] {
      let roster = try PackCheck.strip(Self.night + days)
      let finding = try #require(RuleLook.findings("EMP-NHO", in: roster).first)
      let said = RuleBook.rule(of: finding).describe(
        finding, FindingContext(roster: roster, name: "")
      ).message.en
      #expect(said.hasSuffix(text), "\(said)")
    }
  }

  @Test("The first turn back is found also where every rule is broken before it")
  func firstTurnBack() throws {
    // The shift after the nights begins twelve hours later by the clock, which is forward.
    let forward = Self.allBroken.replacing(
      "09T15:00/2026-01-09T20:00", with: "09T10:00/2026-01-09T15:00")
    let back = [(13, 20), (14, 12), (15, 4)].map {
      "2026-01-\($0)T\(padded($1, 2)):00/2026-01-\($0)T\(padded($1 + 1, 2)):00"
    }
    let roster = try GoldenRoster.roster(forward + back.joined(separator: ";"), horizon: "")
    #expect(Self.broken(roster) == 0b111111)
    let one = try GoldenRoster.roster(forward + back.dropLast().joined(separator: ";"), horizon: "")
    #expect(Self.broken(one) == 0b111101)
  }

  @Test("As many departures as are allowed")
  func allowed() throws {
    let one = PackCheck.limits((EmployersOwnRules.most, Fraction(1)))
    let roster = try PackCheck.strip(Self.night + "07:00-15:01")
    #expect(Self.broken(roster) == 0b10000 && Self.broken(roster, limits: one) == 0)
    let two = try PackCheck.strip(Self.night + "07:01-15:02")
    #expect(Self.broken(two, limits: one) == 0b10001)
  }

  /// People with rows of start and end on days of January 2026.
  private static func roster(_ people: [String]...) throws -> Roster {
    let rows = people.enumerated().flatMap { person, rows in
      rows.map { row in
        let parts = row.split(separator: " ")
        return "\(person);2026-01-\(parts[0]) \(parts[1]);2026-01-\(parts[2]) \(parts[3])\n"
      }
    }
    return try #require(RosterReader.read("Ansatt;Start;Slutt\n" + rows.joined()).roster)
  }

  @Test(
    "The shift named is the first in time that breaks a rule, of two at once the first of the file")
  func firstInTime() throws {
    let roster = try Self.roster(
      ["05 07:00 05 15:00", "07 07:00 07 15:01"], ["06 07:01 06 15:00", "10 23:00 11 07:00"],
      ["06 07:01 06 15:02"])
    let found = RuleLook.findings("EMP-NHO", in: roster)
    #expect(found.map(\.detail) == [0b10001] && found.map(\.shift) == [2])
    let together = try Self.roster(
      ["06 07:01 06 15:00", "10 23:00 11 07:00"], ["06 07:01 06 15:02"])
    let both = RuleLook.findings("EMP-NHO", in: together)
    #expect(both.map(\.detail) == [0b10001] && both.map(\.shift) == [0])
    // The shift that turns back.
    let backward = try Self.roster(
      ["05 15:00 05 20:00", "06 07:00 06 15:00"], ["08 23:00 09 07:00"])
    let turned = RuleLook.findings("EMP-NHO", in: backward)
    #expect(turned.map(\.detail) == [0b10] && turned.map(\.shift) == [1])
  }

  @Test("What lies before the plan and after it is compared with, and not judged")
  func aroundThePlan() throws {
    let roster = try Self.roster([
      "05 07:01 05 16:00", "06 15:00 06 20:01", "07 07:00 07 15:00", "08 23:00 09 07:00",
      "10 07:01 10 16:00",
    ])
    let plan = roster.assessing(PackCheck.day(2)...PackCheck.day(3)).roster
    // A short rest and a turn back come before the plan's first shift, and another turn before its night.
    let found = RuleLook.findings("EMP-NHO", in: plan)
    #expect(found.map(\.detail) == [0b100010] && found.map(\.shift) == [2])
    let later = roster.assessing(PackCheck.day(4)...PackCheck.day(5)).roster
    #expect(RuleLook.findings("EMP-NHO", in: later).map(\.detail) == [0b10001])
  }
}
