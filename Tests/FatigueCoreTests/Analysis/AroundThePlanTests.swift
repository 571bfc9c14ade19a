import Testing

@testable import FatigueCore

/// What lies around a plan is evidence, and must not hide what the plan itself holds (S-CYCLE, S-EDGE).
@Suite("A plan that repeats, and one with a look-back")
struct AroundThePlanTests {
  private static func roster(_ rows: [String]) throws -> Roster {
    let text = "ansatt;start;slutt\n" + rows.map { "K;\($0)\n" }.joined()
    return try #require(RosterReader.read(text).roster)
  }

  /// Rows of one shift on some days of June 2026, which begins on a Monday.
  private static func june(_ days: some Sequence<Int>, _ from: String, _ to: String) -> [String] {
    days.map { day in
      let start = CivilDate(year: 2026, month: 6, day: day) ?? CivilDate(days: 0)
      let end = to < from ? start + 1 : start
      return "\(start.iso)T\(from);\(end.iso)T\(to)"
    }
  }

  private static func found(_ roster: Roster) -> [Finding] {
    RosterAnalysis(roster, settings: AnalysisSettings(jobs: 1)).findings
  }

  private static func rules(_ findings: [Finding]) -> Set<String> {
    Set(findings.map { RuleBook.rule(of: $0).id })
  }

  @Test(
    "Nothing that a round holds by itself goes when the plan repeats",
    arguments: [
      // One long day in a week, two Sundays in a fortnight, long weeks, and nights without end.
      (7, june([2], "07:00", "16:30") + june([4], "07:00", "15:00")),
      (14, june([7, 14], "07:00", "15:00") + june([3, 10], "07:00", "15:00")),
      (28, june((1...28).filter { $0 % 7 != 6 }, "07:00", "17:30")),
      (14, june([1, 2, 3, 4, 5, 8, 9, 10, 11, 12], "22:00", "07:30")),
      (7, june(1...7, "22:00", "06:00")),
    ])
  func roundsAreWhole(days: Int, rows: [String]) throws {
    let plan = try Self.roster(rows)
    // Not those of the model: to a plan by itself one comes rested.
    let alone = Self.rules(Self.found(plan).filter { RuleBook.lane(of: $0) != .model })
    let repeating = Self.found(plan.repeating(every: days))
    #expect(alone.subtracting(Self.rules(repeating)).isEmpty)
    // Told once, and in the plan.
    let period = plan.repeating(every: days).period
    #expect(
      repeating.allSatisfy {
        $0.isAboutPlan || $0.from >= period.start && $0.from < period.end
      })
    for id in ["AML-10-4-1D", "AML-10-4-4W", "EVID-LONG12"] {
      #expect(repeating.count { RuleBook.rule(of: $0).id == id && $0.unit != .shifts } <= 1)
    }
  }

  @Test("What crosses the seam is told once, where it begins")
  func seam() throws {
    // Nights on 13 and 14, and from 1 to 4: a run of six over the seam, of which four lie at the beginning.
    let plan = try Self.roster(Self.june([1, 2, 3, 4, 13, 14], "22:00", "07:00"))
    let nights = Self.found(plan.repeating(every: 14)).filter {
      RuleBook.rule(of: $0).id == "EVID-N3"
    }
    #expect(nights.map(\.measured) == [Fraction(6)])
    #expect(nights.allSatisfy { plan.civil($0.from).date.iso == "2026-06-13" })
  }

  @Test("Days and weeks are counted in the plan, not in its copies")
  func counts() throws {
    // 9 h 30 on twelve days and 57 h in each of two weeks.
    let rows = Self.june((1...14).filter { $0 % 7 != 0 }, "07:00", "16:30")
    for days in [14, 28] {
      let findings = Self.found(try Self.roster(rows).repeating(every: days))
      let day = try #require(findings.first { RuleBook.rule(of: $0).id == "AML-10-4-1D" })
      #expect(day.balance == 12 && day.measured == Fraction(19, 2))
      let week = try #require(findings.first { RuleBook.rule(of: $0).id == "AML-10-4-1W" })
      #expect(week.measured == Fraction(57))
    }
  }

  /// Eight weeks of 50 h from 1 June, after some rows of May.
  private static func afterMay(_ may: [String]) throws -> Roster {
    let work = (0..<56).filter { $0 % 7 < 5 }.map { day -> String in
      let date = (CivilDate(year: 2026, month: 6, day: 1) ?? CivilDate(days: 0)) + day
      return "\(date.iso)T07:00;\(date.iso)T17:00"
    }
    let whole = try roster(may + work)
    let first = try #require(CivilDate(year: 2026, month: 6, day: 1))
    return may.isEmpty ? whole : whole.assessing(first...whole.lastDate).roster
  }

  @Test("Fixed periods are laid from the plan's first week, and means are its own")
  func anchors() throws {
    let light = ["2026-05-13T07:00;2026-05-13T15:00", "2026-05-27T07:00;2026-05-27T15:00"]
    for may in [[], [light[1]], light] {
      let findings = Self.found(try Self.afterMay(may))
      for id in ["AML-10-6-8W", "AML-10-5-A8"] {
        let own = findings.filter { RuleBook.rule(of: $0).id == id }
        #expect(own.map(\.status) == [.breach] && own[0].measured == Fraction(50), "\(id) \(may)")
        #expect(own[0].readings.contains(.fixed))
      }
    }
  }

  @Test("A longer day before the plan does not stand for the plan's own")
  func history() throws {
    let findings = Self.found(try Self.afterMay(["2026-05-27T07:00;2026-05-27T19:00"]))
    let days = findings.filter { RuleBook.rule(of: $0).id == "AML-10-4-1D" }
    #expect(days.map(\.measured) == [Fraction(10)] && days.first?.balance == 40)
  }
}
