import Testing

@testable import FatigueCore

@Suite struct PlanComparisonTests {
  /// A roster of strips, one for each person; the names are A, B, C …
  private func roster(_ strips: [String], names: [String] = []) throws -> Roster {
    let parts = try strips.map { try #require(RosterStrip($0).roster()).roster }
    var whole = try #require(parts.first)
    (whole.shifts, whole.slices, whole.people, whole.codes) = ([], [], [], [""])
    for (index, part) in parts.enumerated() {
      let first = whole.shifts.count
      for var shift in part.shifts {
        let code = part.codes[Int(shift.code)]
        if !whole.codes.contains(code) { whole.codes.append(code) }
        shift.code = UInt16(whole.codes.firstIndex(of: code) ?? 0)
        shift.person = UInt32(index)
        whole.shifts.append(shift)
      }
      whole.slices.append(first..<whole.shifts.count)
      let letter = String(UnicodeScalar(UInt8(65 + index)))
      whole.people.append(Person(number: "", name: names.isEmpty ? letter : names[index]))
      whole.firstDate = min(whole.firstDate, part.firstDate)
      whole.lastDate = max(whole.lastDate, part.lastDate)
    }
    return whole
  }

  private func compare(
    _ before: [String], _ after: [String], changedOn: CivilDate? = nil
  ) throws -> PlanComparison {
    let (a, b) = (try roster(before), try roster(after))
    return PlanComparison(
      RosterAnalysis(a, settings: AnalysisSettings()),
      RosterAnalysis(b, settings: AnalysisSettings()), matching: PersonMatching(a, b),
      changedOn: changedOn)
  }

  private func value(
    _ id: String, _ comparison: PlanComparison, _ person: Int = 0
  ) throws -> (before: Double?, after: Double?) {
    let place = try #require(comparison.measures.firstIndex { $0.id == id })
    return comparison.people[person].values[place]
  }

  // MARK: Free time

  @Test(
    "What is left of free time, Monday first",
    arguments: [
      // One of Saturday and Sunday: split. Both: not. A night into Saturday is work on Saturday.
      ("D D D D D D - - - - - - - -", 1, 0, 0), ("D D D D D D D - - - - - - -", 0, 0, 0),
      ("D D D D N - - - - - - - - -", 1, 0, 0), ("- - - - - - - D D D D D - -", 0, 0, 0),
      // One free date between two with work; the sleep day after a night is none.
      ("D - D D D - - - - - - - - -", 0, 1, 0), ("N - D D D - - - - - - - - -", 0, 0, 0),
      // A duty alone between free dates, a lone night too.
      ("D D - - D - - - - - - - - D", 0, 0, 1), ("- - N - - - - - - - - - - D", 0, 0, 1),
      // At the edge nobody knows what stood before.
      ("D - - - - - - - - - - - - D", 0, 0, 0),
    ])
  func timeOff(strip: String, split: Int, single: Int, broken: Int) throws {
    let roster = try roster([strip])
    let found = try #require(TimeOff.all(roster).first)
    var expected = TimeOff()
    (expected.splitWeekends, expected.singleDaysOff, expected.brokenFreePeriods) = (
      split, single, broken
    )
    // A duty on the last Sunday makes that weekend split.
    if strip.hasSuffix("D") { expected.splitWeekends += 1 }
    #expect(found == expected)
  }

  // MARK: Who loses

  @Test("Nobody's gain hides another's loss")
  func losers() throws {
    let rest = "D D D D D - - D D D D D - -"
    let late = "A D D D D - - A D D D D - -"
    let comparison = try compare([late, rest, rest, rest, rest], [rest, rest, rest, rest, late])
    #expect(comparison.count(.worse, in: .law) == 1 && comparison.count(.better, in: .law) == 1)
    #expect(comparison.worstOffFirst.first == 4)
    // The sums are the same, and still the lane is worse.
    let (old, new) = comparison.counts(.law)
    #expect(old == new && comparison.verdict(.law) == .worse)
    let quick = try value("quickReturns", comparison, 4)
    #expect(quick.before == 0 && quick.after == 2)
    #expect(comparison.matched[4].losses.contains { $0.lane == .law })
  }

  @Test("The same plan twice: nobody gains or loses, and every finding is unchanged")
  func same() throws {
    let strips = [
      "A D N N N N N - - - D D D D", "D D D D D D D D D D - - N N", "- - A D - - N - - A D - - -",
    ]
    let comparison = try compare(strips, strips)
    #expect(comparison.losers == 0 && comparison.winners == 0)
    let changes = try #require(comparison.findings)
    #expect(
      changes.new.isEmpty && changes.gone.isEmpty && changes.graver.isEmpty
        && changes.milder.isEmpty)
    #expect(
      changes.unchanged.count > 5)
    #expect(ComparisonLane.allCases.allSatisfy { comparison.verdict($0) == .same })
  }

  @Test("A plan and the same plan twice over are alike for four weeks")
  func lengths() throws {
    let week = "D D A D - - - D D D D D - -"
    let comparison = try compare([week], [week + " " + week])
    #expect(comparison.length == PlanLengths(before: 14, after: 28))
    #expect(comparison.count(.same, in: .law) == 1)
    for id in ["hours", "shifts", "quickReturns", "splitWeekends"] {
      let told = try value(id, comparison)
      #expect(told.before == told.after, "\(id)")
    }
  }

  @Test("A breach that comes once in the longer plan is a loss, however rare")
  func rates() {
    let length = PlanLengths(before: 42, after: 84)
    #expect(length.isMore(0, 1) && !length.isMore(3, 6) && length.isMore(3, 7))
    #expect(length.isLess(1, 0) && !length.isLess(3, 6) && length.isLess(3, 5))
    // 3 in 6 weeks are 6.5 in 13: 7 is the same count rounded up, 6 rounded down.
    let odd = PlanLengths(before: 42, after: 91)
    #expect(!odd.isMore(3, 7) && odd.isMore(3, 8) && !odd.isLess(3, 6) && odd.isLess(3, 5))
    #expect(PlanLengths(before: 0, after: 0) == PlanLengths(before: 1, after: 1))
    #expect(!PlanLengths(before: 1, after: .max).isMore(.max, .max))
  }

  @Test("A last day off changes no length; a week more does")
  func sameWeeks() throws {
    let (short, long) = ("D D D D D - - D D D D . .", "D D D D D - - D D D D D D D")
    #expect(try compare([short], [long]).length.areEqual)
    #expect(try compare([short], [short + " D D D"]).length.after > 14)
  }

  @Test("Late changes are dates within the notice of the day the plan was made known")
  func late() throws {
    let before = "D D D D D - - D D D D D - - D D D D D - -"
    let after = "D A D D D - - D D D D A - - D D D D A - -"
    let monday = CivilDate(days: 20_458)
    let comparison = try compare([before], [after], changedOn: monday + -2)
    // The 1st day is 3 days ahead, the 11th 13, the 18th 20.
    #expect(try value("changedDays", comparison).after == 3)
    #expect(try value("lateChanges", comparison).after == 2)
    #expect(comparison.people[0].verdict(.timeOff) == .worse)
    #expect(try compare([before], [after]).measures.allSatisfy { $0.id != "lateChanges" })
  }

  @Test("Plans of other dates: no finding is set against another")
  func otherDates() throws {
    let comparison = try compare(["A D - - - - -"], ["@2026-06-01 A D - - - - -"])
    #expect(comparison.findings == nil)
    #expect(comparison.length.areEqual && comparison.losers == 0)
  }

  @Test("A shift moved on its day keeps its finding; another rule's is new")
  func moved() throws {
    let before = "A 07:30-15:30 - - - - - A 07:30-15:30 - - - - -"
    let after = "A 07:00-15:00 - - - - - A A - - - - -"
    let comparison = try compare([before], [after])
    let changes = try #require(comparison.findings)
    let rules = changes.unchanged.map {
      RuleBook.rule(of: comparison.before.findings[$0.before]).id
    }
    #expect(rules.contains("AML-10-8-1"))
    let gone = changes.gone.map { comparison.before.findings[$0] }
    #expect(gone.contains { RuleBook.rule(of: $0).id == "AML-10-8-1" })
  }

  // MARK: Who is who

  @Test("Numbers before names; names however they are spelled; nobody twice")
  func matching() {
    func roster(_ people: [(String, String)]) -> Roster {
      Roster(
        origin: Instant(seconds: 0), zone: .oslo,
        people: people.map { Person(number: $0.0, name: $0.1) }, shifts: [],
        slices: people.map { _ in 0..<0 }, codes: [""], units: [""],
        firstDate: CivilDate(days: 0), lastDate: CivilDate(days: 0))
    }
    let before = roster([
      ("1", "Kari"), ("", "Åse Holm"), ("3", "Per"), ("4", "Liv"), ("", "Tor"), ("", "Tor"),
    ])
    let after = roster([
      ("", "Aase Holm"), ("1", "Kari Ås"), ("5", "Per"), ("", "Liv"), ("", "Tor"),
    ])
    let matching = PersonMatching(before, after)
    #expect(matching.pairs.map(\.before) == [0, 1, 3] && matching.pairs.map(\.after) == [1, 0, 3])
    // Two numbers are two people, and nobody knows which Tor it is.
    #expect(matching.onlyBefore == [2, 4, 5] && matching.onlyAfter == [2, 4])
    let told = PersonMatching(before, after, map: [(2, 2), (0, 0)])
    #expect(
      told.method == .map && told.pairs.map(\.after) == [0, 2, 3] && told.onlyBefore == [1, 4, 5])
    let lines = PersonMatching(byLineOf: before, after)
    #expect(lines.pairs.count == 5 && lines.onlyBefore == [5] && lines.onlyAfter.isEmpty)
  }

  @Test("The list of who is who names what does not fit")
  func map() {
    let people = ["kari": [0], "per": [1], "tor": [2, 3]]
    let good = PersonMap(
      Array("gammel;ny\nKari;Per\nper;KARI\n".utf8), path: "m.csv", before: people, after: people)
    #expect(good.diagnostics.items.isEmpty && good.pairs.count == 2)
    let bad = PersonMap(
      Array("Kari;Per\nKarl;Per\nTor;Kari\nPer;Per\nPer\n".utf8), path: "m.csv", before: people,
      after: people)
    let places = bad.diagnostics.items.compactMap { bad.sources.place($0.position) }
    #expect(places.map(\.line) == [2, 3, 4, 5] && places.map(\.column) == [1, 1, 5, 1])
    #expect(bad.diagnostics.items[0].hint?.en == "did you mean kari?")
  }

  @Test("Fewer than five: nothing is said of the group")
  func smallGroup() throws {
    let comparison = try compare(
      ["D D D D D - -", "A A A - - - -"], ["D D D - - - -", "A A A A - - -"])
    for place in comparison.measures.indices {
      let result = comparison.measure(place)
      #expect(result.before == nil && comparison.effects(place).isEmpty)
    }
  }
}
