import Foundation
import Testing

@testable import FatigueCore

@Suite struct RepairTests {
  /// `Kari 2026-03-02 07:30-15:30`, one row to a line; a code may follow.
  private static func roster(_ rows: [String]) throws -> Roster {
    let lines = rows.map { row in
      let parts = row.split(separator: " ")
      let times = parts[2].split(separator: "-")
      return "\(parts[0]);\(parts[1]);\(times[0]);\(times[1]);\(parts.count > 3 ? parts[3] : "")\n"
    }
    let text = "Ansatt;Dato;Fra;Til;Vaktkode\n" + lines.joined()
    return try #require(RosterReader.read(text).roster)
  }

  private static func repair(
    _ roster: Roster, cycleDays: Int? = nil, jobs: Int = 1,
    _ change: (inout RepairSettings) -> Void = { _ in }
  ) -> RepairResult {
    var settings = RepairSettings()
    settings.effort = 20_000
    change(&settings)
    let analysis = AnalysisSettings(jobs: jobs)
    var search = RepairSearch(roster, cycleDays: cycleDays, analysis: analysis, settings: settings)
    while search.step() {}
    return search.finish()
  }

  /// Kari goes from an evening to a day with 8 h of rest; Ola is free to change with her.
  private static let quickReturn = [
    "Kari 2026-03-02 07:30-15:30", "Kari 2026-03-03 15:00-23:30", "Kari 2026-03-04 07:00-15:00",
    "Kari 2026-03-06 07:30-15:30",
    "Ola 2026-03-02 07:30-15:30", "Ola 2026-03-04 15:00-23:00", "Ola 2026-03-06 15:00-23:00",
  ]

  /// Everything about a plan's rows but who has them.
  private static func coverage(_ roster: Roster) -> [[Int]] {
    roster.shifts.filter { $0.kind != .off }.map {
      [Int($0.start), Int($0.end), Int($0.kind.rawValue), Int($0.code), Int($0.unit)]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func hours(_ roster: Roster, _ person: Int) -> Int64 {
    roster.shifts[roster.slices[person]].filter(\.kind.isWork).reduce(0) {
      $0 + $1.length.seconds
    }
  }

  /// Hours in the longest week from Monday that lies wholly inside the plan.
  private static func longestWeek(_ roster: Roster, _ person: Int) -> Double {
    var longest = 0.0
    var monday = roster.firstDate.monday
    while monday <= roster.lastDate {
      let (start, end) = (roster.midnight(monday), roster.midnight(monday + 7))
      let isWhole = monday >= roster.firstDate && monday + 6 <= roster.lastDate
      let hours = roster.shifts[roster.slices[person]].reduce(0.0) {
        $0
          + Double(
            max(0, Int($1.end < end ? $1.end : end) - Int($1.start > start ? $1.start : start)))
      }
      if isWhole { longest = max(longest, hours / 3600) }
      monday = monday + 7
    }
    return longest
  }

  private static func law(_ roster: Roster) -> [LaneCount] {
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    return analysis.findingRanges.map { range in
      var count = LaneCount()
      for finding in analysis.findings[range] where RuleBook.rule(of: finding).lane == .law {
        count.add(finding.status)
      }
      return count
    }
  }

  @Test("One exchange clears one short rest, and no fewer could")
  func clears() throws {
    let roster = try Self.roster(Self.quickReturn)
    #expect(!Self.law(roster)[0].grave.isEmpty)
    let result = Self.repair(roster)
    let law = result.proposals.filter { $0.aim == .law }
    #expect(law.count == 1 && result.fewest == 1)
    #expect(!law[0].removed.isEmpty)
    let rests = RosterAnalysis(result.repaired, settings: AnalysisSettings()).people
    #expect(rests.allSatisfy { $0.quickReturns == 0 })
    #expect(Self.coverage(result.repaired) == Self.coverage(roster))
  }

  @Test("What stands is told with what speaks against every exchange of one shift")
  func exhausted() throws {
    // Both have the same evening and the same day after it: neither can take anything of the other's.
    let rows = ["03 15:00-23:30", "04 07:00-15:00"]
    let roster = try Self.roster(
      ["Kari", "Ola"].flatMap { name in rows.map { "\(name) 2026-03-\($0)" } })
    let result = Self.repair(roster)
    #expect(result.proposals.isEmpty && result.isExhausted)
    let tried = try result.standing.filter { $0.reason == .notFound }.map {
      try #require($0.tried)
    }
    #expect(!tried.isEmpty)
    // Each of the two shifts given away, or changed for the one that is not like it.
    #expect(tried.allSatisfy { $0.blocked == $0.all && $0.all > 0 && $0.all <= 4 })

    // Ola is free but for a fortnight later: with the evening or the day his hours go too far.
    let free = try Self.roster(
      rows.map { "Kari 2026-03-\($0)" } + [
        "Ola 2026-03-24 07:00-15:00", "Ola 2026-03-25 07:00-15:00",
      ])
    let own = Self.repair(free) { $0.tolerance = .hours(4) }
    let far = try #require(own.standing.first { $0.reason == .notFound }?.tried)
    #expect(far.all == far.hours && far.all > 0)
    #expect(!Self.repair(free) { $0.tolerance = .hours(9) }.proposals.isEmpty)
  }

  @Test("Every exchange is counted once, under one reason")
  func exhaustedSums() throws {
    let text = try String(
      contentsOf: TestData.tests.deletingLastPathComponent().appending(path: "samples/ward.csv"),
      encoding: .utf8)
    let roster = try #require(RosterReader.read(text).roster)
    let result = Self.repair(roster) { $0.mostImprovements = 0 }
    let counted = result.standing.filter { $0.tried != nil }
    #expect(!counted.isEmpty)
    for entry in counted {
      let tried = try #require(entry.tried)
      #expect(
        tried.all == tried.blocked + tried.hours + tried.stays + tried.others + tried.heavier)
      // Counted again from the repaired plan.
      let plan = result.repaired
      func day(_ shift: Shift) -> Int { Int(plan.civil(shift.start).date.days) }
      var all = 0
      for given in plan.shifts[plan.slices[Int(entry.finding.person)]]
      where given.kind == .work && given.end >= entry.finding.from
        && given.start <= entry.finding.to
      {
        for (other, slice) in plan.slices.enumerated() where other != Int(entry.finding.person) {
          all += 1
          for taken in plan.shifts[slice] where taken.kind == .work {
            let isAlike =
              taken.start == given.start && taken.end == given.end && taken.code == given.code
              && taken.unit == given.unit
            if abs(day(taken) - day(given)) <= 14, !isAlike { all += 1 }
          }
        }
      }
      #expect(tried.all == all)
    }
  }

  @Test("Whoever is fixed keeps everything; a fixed date keeps its shift")
  func fixed() throws {
    let roster = try Self.roster(Self.quickReturn)
    let whole = Self.repair(roster) { $0.fixed[1] = FixedDates(["all"]) }
    #expect(whole.proposals.isEmpty)
    #expect(whole.standing.contains { $0.finding.person == 0 })
    let own = Self.repair(roster) { $0.fixed[0] = FixedDates(["all"]) }
    #expect(own.standing.allSatisfy { $0.reason == .isFixed || $0.reason == .inShift })
    let dates = Self.repair(roster) {
      $0.fixed[0] = FixedDates(["2026-03-03/2026-03-04"])
      $0.mostImprovements = 0
    }
    #expect(dates.proposals.isEmpty)
  }

  @Test("Nobody takes over from another group, nor in a unit that is not theirs")
  func groups() throws {
    let roster = try Self.roster(Self.quickReturn)
    #expect(
      Self.repair(roster) { $0.groups = ["sykepleier", "helsefagarbeider"] }.proposals.isEmpty)
    #expect(!Self.repair(roster) { $0.groups = ["sykepleier", "sykepleier"] }.proposals.isEmpty)
    var units = roster
    units.units = ["", "Post 1", "Post 2"]
    for i in units.shifts.indices { units.shifts[i].unit = units.shifts[i].person == 0 ? 1 : 2 }
    #expect(Self.repair(units).proposals.isEmpty)
  }

  @Test("A shift that is too long by itself is told as such")
  func inShift() throws {
    let roster = try Self.roster([
      "Kari 2026-03-02 07:00-06:00", "Ola 2026-03-03 15:00-23:00", "Ola 2026-03-05 15:00-23:00",
    ])
    let result = Self.repair(roster)
    #expect(result.standing.contains { $0.reason == .inShift })
  }

  @Test("Leave and overlaps are never in the way of a shift taken over")
  func leave() throws {
    let rows =
      Self.quickReturn + [
        "Per 2026-03-02 07:30-15:30", "Per 2026-03-03 00:00-24:00 FE",
        "Per 2026-03-04 00:00-24:00 FE",
      ]
    let result = Self.repair(try Self.roster(rows))
    let per = result.repaired.shifts[result.repaired.slices[2]]
    for leave in per where !leave.kind.isWork {
      #expect(!per.contains { $0.kind.isWork && $0.start < leave.end && leave.start < $0.end })
    }
  }

  @Test("Seeded wards: coverage, hours, and nobody worse by the law (seeds 1–4)", arguments: 1...4)
  func keepsItsWord(_ seed: UInt64) throws {
    var random = FatigueCore.SplitMix(seed)
    var rows: [String] = []
    for person in 0..<5 {
      for day in 2...22 where random.next(below: 10) < 6 {
        let times = ["07:30-15:30", "15:00-22:30", "22:15-07:45"][random.next(below: 3)]
        rows.append("P\(person) 2026-03-\(day < 10 ? "0" : "")\(day) \(times)")
      }
    }
    let roster = try Self.roster(rows)
    let before = Self.law(roster)
    let result = Self.repair(roster) {
      $0.effort = 3000
      $0.mostImprovements = 1
    }
    #expect(Self.coverage(result.repaired) == Self.coverage(roster))
    let after = Self.law(result.repaired)
    for person in roster.people.indices {
      #expect(after[person].grave <= before[person].grave)
      #expect(
        abs(Self.hours(result.repaired, person) - Self.hours(roster, person))
          <= result.settings.tolerance.seconds)
      // Long weeks are not gathered into a longer one.
      let weeks = [roster, result.repaired].map { Self.longestWeek($0, person) }
      #expect(weeks[1] <= max(weeks[0], 48))
      // The judge of the search and the analysis agree.
      #expect(result.before[person].law == before[person])
      #expect(result.after[person].law == after[person])
    }
  }

  @Test("Long duties are not laid end to end, which would be a finding less and a worse plan")
  func stretches() throws {
    // Kari works 24 h and 12 h, and would work 36 h with Ola's duty; a day between them costs nothing.
    let roster = try Self.roster([
      "Kari 2026-03-02 08:00-20:00", "Kari 2026-03-02 20:00-08:00", "Kari 2026-03-05 08:00-20:00",
      "Ola 2026-03-03 08:00-20:00", "Ola 2026-03-07 08:00-20:00",
    ])
    var judge = PlanJudge(roster, cycleDays: nil, settings: AnalysisSettings())
    let rows = roster.slices.map { Array(roster.shifts[$0]) }
    func load(_ rows: [Shift]) -> PlanLoad { judge.load(0, rows, predicts: false) }
    let before = load(rows[0])
    #expect(before.overlong == 11 * 3600)
    let glued = load([rows[0][0], rows[0][1], rows[1][0]])
    #expect(glued.overlong == 23 * 3600)
    #expect(!glued.isNoWorseByLaw(than: before))
    let apart = load([rows[0][0], rows[0][1], rows[1][1]])
    #expect(apart.overlong == 11 * 3600)
    var worse = before
    worse.overlong += 1
    #expect(before.isNoWorseByLaw(than: worse))
    #expect(!worse.isNoWorseByLaw(than: before))
  }

  @Test("The same answer for any number of threads, and for the same seed")
  func deterministic() throws {
    let roster = try Self.roster(Self.quickReturn)
    let results = [1, 2].map { Self.repair(roster, jobs: $0) }
    #expect(results[0].proposals.map(\.transfers) == results[1].proposals.map(\.transfers))
    #expect(results[0].looks == results[1].looks)
  }

  @Test(
    "Fixed dates as they are written",
    arguments: [
      ("2026-03-04", 1), ("2026-03-04/2026-03-08", 5), ("2026-03-08/2026-03-04", nil),
      ("04.03.2026", nil), ("2026-02-30", nil), ("", nil), ("2026-03-04/", nil),
      ("0001-01-01/9999-12-31", nil),
    ] as [(String, Int?)])
  func fixedDates(_ text: String, _ count: Int?) {
    var dates = FixedDates()
    #expect(dates.add(text) == (count != nil))
    #expect(dates.dates.count == count ?? 0)
  }

  @Test("The column of job titles tells who may take over from whom")
  func qualifications() throws {
    let text = """
      Ansattnr;Navn;Stilling;Dato;Fra;Til
      1;Kari;Sykepleier;02.03.2026;07:30;15:30
      2;Ola;Helsefagarbeider;02.03.2026;07:30;15:30
      3;Per;;02.03.2026;07:30;15:30

      """
    let reading = RosterReader.read(text)
    let roster = try #require(reading.roster)
    #expect(reading.qualifications(of: roster) == ["Sykepleier", "Helsefagarbeider", nil])
  }
}

extension FixedDates {
  fileprivate init(_ texts: [String]) {
    self.init()
    for text in texts { _ = add(text) }
  }
}
