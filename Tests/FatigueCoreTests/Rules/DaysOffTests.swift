import Testing

@testable import FatigueCore

/// What the rules of days off, weekends and Sundays find is what a plain look at every date finds.
@Suite("Days off, date by date")
struct DaysOffTests {
  /// Random rosters, each with its evidence and the dates on which anything is worked.
  private static func each(
    _ seeds: ClosedRange<UInt64>, _ body: (borrowing Evidence, Set<Int32>, UInt64) throws -> Void
  ) throws {
    for seed in seeds {
      var random = SplitMix(seed)
      let roster = try QuickLookTests.roster(&random)
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      let worked = evidence.timeline.blocks.flatMap { Array($0.date...$0.lastDate) }
      try body(evidence, Set(worked), seed)
    }
  }

  private static func finding(_ rule: Rule, _ evidence: borrowing Evidence) -> Finding? {
    var findings: [Finding] = []
    rule.evaluate(evidence, &findings)
    return findings.first
  }

  @Test("The most lone days off in four weeks, the first of several (seeds 1 to 400)")
  func loneDays() throws {
    try Self.each(1...400) { evidence, worked, seed in
      let found = Self.finding(SingleDaysOff.rule, evidence)
      let lone = worked.map { $0 + 1 }.filter { !worked.contains($0) && worked.contains($0 + 1) }
        .sorted()
      let groups = lone.map { last in lone.filter { $0 <= last && last - $0 < 28 } }
      let most = groups.map(\.count).max() ?? 0
      #expect(Int(found?.count ?? 0) == most, "seed \(seed)")
      guard let found, let group = groups.first(where: { $0.count == most }) else { return }
      #expect(Int(found.detail) == lone.count)
      let blocks = evidence.timeline.blocks
      #expect(found.from == blocks.last { $0.date < group[0] }?.end, "seed \(seed)")
      #expect(found.to == blocks.first { $0.date > group[group.count - 1] }?.start, "seed \(seed)")
    }
  }

  @Test("The fewest free weekends of four, the first of several (seeds 1 to 400)")
  func weekends() throws {
    try Self.each(1...400) { evidence, worked, seed in
      let found = Self.finding(FreeWeekends.rule, evidence)
      let (first, last) = (evidence.knownDays.first, evidence.knownDays.last)
      let saturdays = (first...last).filter {
        CivilDate(days: $0) == CivilDate(days: $0).monday + 5 && $0 < last
      }
      let isBusy = saturdays.map { worked.contains($0) || worked.contains($0 + 1) }
      let counts = saturdays.indices.dropLast(3).map { first in
        isBusy[first..<first + 4].count { !$0 }
      }
      let fewest = counts.min() ?? 4
      #expect((found != nil) == (fewest < 2), "seed \(seed)")
      guard let found, let at = counts.firstIndex(of: fewest) else { return }
      let roster = evidence.roster
      #expect(Int(found.count) == fewest)
      #expect(found.from == roster.midnight(CivilDate(days: saturdays[at])), "seed \(seed)")
      #expect(found.to == roster.midnight(CivilDate(days: saturdays[at + 3] + 2)))
      let give = (at...at + 3).last { isBusy[$0] } ?? at
      let back = evidence.timeline.blocks.first { $0.lastDate >= saturdays[give] }
      #expect(found.shift == back?.first, "seed \(seed)")
      #expect(found.status == (fewest < 1 ? .warning : .note))
    }
  }

  @Test("Each Sunday and holiday with the first block that makes it worked (seeds 1 to 400)")
  func redDays() throws {
    try Self.each(1...400) { evidence, _, seed in
      let days = evidence.redDays()
      #expect(days.count == evidence.sundays.windows.count)
      for (index, day) in days.enumerated() {
        let parts = evidence.timeline.blocks.enumerated().map { place, block in
          (
            place,
            evidence.sundays.overlap(
              index, from: evidence.roster.instant(block.start),
              to: evidence.roster.instant(block.end))
          )
        }.filter { $0.1.elapsed > .zero && !$0.1.isOnOrdinaryEve }
        let own = parts.first { !$0.1.isMarginal } ?? parts.first
        #expect(day.block == Int32(own?.0 ?? -1), "seed \(seed)")
        #expect(day.isWorked == (own != nil) && day.isMarginal == own?.1.isMarginal ?? false)
        let rows = evidence.roster.slices[0].filter { row in
          let shift = evidence.roster.shifts[row]
          guard let own, shift.kind.isWork, shift.end > day.from else { return false }
          let block = evidence.timeline.blocks[own.0]
          return shift.start >= block.start && shift.end <= block.end
        }
        #expect(evidence.shift(on: day) == Int32(rows.first ?? -1), "seed \(seed)")
      }
      // Runs of days worked, and the longest stretch in each of days worked more than marginally.
      var runs: [(days: Range<Int>, certain: Int64)] = []
      evidence.forEachRedRun { runs.append(($0, $1)) }
      let slow = days.indices.split { !days[$0].isWorked }
      #expect(runs.map(\.days) == slow.map { $0.startIndex..<$0.endIndex }, "seed \(seed)")
      #expect(
        runs.map(\.certain)
          == slow.map { run in
            Int64(run.split { days[$0].isMarginal }.map(\.count).max() ?? 0)
          }, "seed \(seed)")
    }
  }
}
