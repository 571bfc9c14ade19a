import Testing

@testable import FatigueCore

/// Rules of hours look closely only where a quick look shows that they must: they find what a slow look at
/// every block and week finds.
@Suite("Quick looks of the rules of hours")
struct HoursLookTests {
  /// The first person of random rosters, each with one of some limits and, at times, agreements.
  private func forEachPerson(
    _ limits: (UInt64) -> Limits = { _ in Limits() }, absence: Bool = true,
    _ body: (Evidence, UInt64) -> Void
  ) throws {
    for seed in 1...QuickLookTests.count {
      var random = SplitMix(seed)
      let roster = try QuickLookTests.roster(
        &random, breaks: seed % 2 == 0, absence: absence)
      var evidence = Evidence(roster: roster, limits: limits(seed))
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      body(evidence, seed)
    }
  }

  private func findings(_ rule: Rule, _ evidence: borrowing Evidence) -> [Finding] {
    var findings: [Finding] = []
    rule.evaluate(evidence, &findings)
    return findings
  }

  @Test("A mean is over a limit or is not, whatever the quick look says (seeds 1 and on)")
  func planMean() throws {
    var over = 0
    try forEachPerson { evidence, seed in
      guard let mean = evidence.planMean else { return }
      let weekly = mean.sum * 7 / (mean.scale * mean.days)
      let near: [Int64] = [weekly - 3600, weekly - 1, weekly, weekly + 1, 33 * 3600, 40 * 3600]
      for seconds in near {
        let isOver = evidence.planMean(over: seconds) != nil
        #expect(isOver == mean.exceeds(seconds), "seed \(seed)")
        if isOver { over += 1 }
      }
      #expect(
        mean.hours
          == Fraction(mean.sum) * Fraction(7) / Fraction(mean.days) / Fraction(mean.scale * 3600))
      var profile = RotaProfile()
      (profile.night, profile.sunday) = (Int64(seed) * 1_800, Int64(seed) * 700)
      let weeks = Fraction(mean.days, 7) * Fraction(3600)
      #expect(
        mean.credit(profile)
          == Fraction(profile.night) / weeks / Fraction(4) + Fraction(profile.sunday) / weeks
          / Fraction(6))
    }
    #expect(over > 50)
  }

  @Test("Eight weeks, and four of a night worker, are over their limit or not (seeds 1 and on)")
  func means() throws {
    var found = (0, 0)
    func limits(_ seed: UInt64) -> Limits {
      var limits = Limits()
      limits.set(OrdinaryEightWeekMean.most, to: Fraction(Int64(20 + seed % 25)))
      limits.set(NightWorkerMean.most, to: Fraction(Int64(3 + seed % 6)))
      return limits
    }
    // With absence a mean is over other days, and the quick look is not taken.
    try forEachPerson(limits, absence: false) { evidence, seed in
      let (timeline, scale) = (evidence.timeline, evidence.onCall.steps)
      func most(_ weeks: Int, in range: Range<Int>) -> Int64 {
        range.map { first in
          (first..<first + weeks).reduce(Int64(0)) { sum, week in
            let own = week - timeline.firstWeek
            return timeline.weekHours.indices.contains(own)
              ? sum + evidence.hours(.ordinary, inWeek: own) : sum
          }
        }.max() ?? 0
      }
      let eight = evidence.limits.steps(OrdinaryEightWeekMean.most) * 8 * scale
      let all = timeline.calendar.weeks.count
      let isOver = !findings(OrdinaryEightWeekMean.rule, evidence).isEmpty
      // A fixed window may go past the calendar.
      #expect(isOver == (most(8, in: 0..<max(1, all)) > eight), "seed \(seed)")
      if isOver { found.0 += 1 }
      let (whole, nights) = (timeline.calendar.whole, evidence.weeksWithNightWork)
      guard whole.count >= 4 else { return }
      let ceiling = evidence.limits.steps(NightWorkerMean.most) * (672 - 140) / 24 * scale
      let isOverAtNight = (whole.lowerBound...whole.upperBound - 4).contains { first in
        most(4, in: first..<first + 1) > ceiling
          && (first..<first + 4).allSatisfy { nights.contains($0) }
      }
      #expect(!findings(NightWorkerMean.rule, evidence).isEmpty == isOverAtNight, "seed \(seed)")
      if isOverAtNight { found.1 += 1 }
    }
    #expect(found.0 > 20 && found.1 > 3, "\(found)")
  }

  @Test("Nights are so great a share of the work or are not (seeds 1 and on)")
  func nightShare() throws {
    var found = 0
    func limits(_ seed: UInt64) -> Limits {
      var limits = Limits()
      limits.set(NightHealthCheck.most, to: Fraction(Int64(seed % 19), 20))
      return limits
    }
    try forEachPerson(limits) { evidence, seed in
      let (timeline, origin) = (evidence.timeline, evidence.roster.origin.seconds)
      var clock = evidence.cursor
      let night = timeline.blocks.reduce(Int64(0)) {
        $0
          + clock.seconds(of: .legal, from: origin + Int64($1.start), to: origin + Int64($1.end))
      }
      let all = timeline.blocks.reduce(Int64(0)) { $0 + $1.length }
      let isFound = !findings(NightHealthCheck.rule, evidence).isEmpty
      let isMainlyNight =
        timeline.nights.count >= 3 && Fraction(night, all) >= evidence.limits[NightHealthCheck.most]
      // Without shifts that claim one time a row is counted by itself, which comes to the same.
      #expect(isFound == isMainlyNight, "seed \(seed)")
      if isFound { found += 1 }
    }
    #expect(found > 20, "\(found)")
  }

  @Test("The longest shift, and how many are long, by agreements and without (seeds 1 and on)")
  func longShifts() throws {
    var found = 0
    func limits(_ seed: UInt64) -> Limits {
      var limits = Limits()
      limits.set(LongShiftAgreement.most, to: Fraction(Int64(7 + seed % 4)))
      // Only some days of the plan are covered.
      let level = AgreementLevel(rawValue: UInt8(seed % 5))
      guard let level else { return limits }
      limits.agreements = [
        Agreement(
          id: "A", level: level, from: CivilDate(days: 20_500),
          through: CivilDate(days: 20_514 + Int32(seed % 30)), rule: "AML-10-5-1D")
      ]
      return limits
    }
    try forEachPerson(limits) { evidence, seed in
      let (most, timeline) = (evidence.limits.steps(LongShiftAgreement.most), evidence.timeline)
      var long: [PersonTimeline.Block] = []
      for block in timeline.blocks {
        var limit = most
        switch evidence.averaging(from: block.start, to: block.end, shift: block.last) {
        case nil: break
        case .individual: limit = max(most, 10 * 3600)
        case .localUnion, .authority: limit = 12 * 3600 + 1800
        case .nationalUnion: limit = .max
        }
        if block.ordinary > limit { long.append(block) }
      }
      let finding = findings(LongShiftAgreement.rule, evidence).first
      let longest = long.map(\.ordinary).max()
      #expect(finding?.measured == longest.map { Fraction($0, 3600) }, "seed \(seed)")
      #expect(finding?.from == long.first { $0.ordinary == longest }?.start, "seed \(seed)")
      #expect(Int(finding?.count ?? 0) == long.count, "seed \(seed)")
      if finding != nil { found += 1 }
    }
    #expect(found > 50)
  }

  @Test("Long days found beforehand are those that a look at every block finds (seeds 1 and on)")
  func longDays() throws {
    try forEachPerson { evidence, seed in
      let roster = evidence.roster
      // This one knows the days from 01:00 on, so that it must look for those from midnight.
      var looking = PersonTimeline(dayStart: 3600)
      var clock = evidence.cursor
      looking.fill(roster, person: 0, clock: &clock)
      for (limit, ordinary) in [(9, false), (10, true), (13, false)] as [(Int64, Bool)] {
        let days = [evidence.timeline, looking].map { timeline in
          timeline.daysOver(
            limit * 3600, dayStart: 0, of: roster, ordinary: ordinary, clock: evidence.cursor
          ).map { [Int64($0.first), Int64($0.last), $0.seconds, $0.inRunningDay] }
        }
        #expect(days[0] == days[1], "seed \(seed)")
      }
      for day in evidence.timeline.longDays {
        let (first, last) = (
          evidence.timeline.blocks[day.lowerBound], evidence.timeline.blocks[day.upperBound - 1]
        )
        #expect(
          evidence.wallClockExcess(ofBlocks: day) * evidence.onCall.steps
            == evidence.wallClockExcess(.overtime, from: first.start, to: last.end))
      }
    }
  }

  @Test("Findings gathered in one are the highest, counted, and in order of time (seeds 1 and on)")
  func gathered() {
    for seed in 1...QuickLookTests.count {
      var random = SplitMix(seed)
      let ceilings: [Int64] = [10, 20]
      var groups = GatheredFindings(ceilings)
      var (findings, all): ([Finding], [Finding]) = ([], [])
      for day in 0..<Int32.random(in: 0...12, using: &random) {
        let value = Int64.random(in: 1...25, using: &random)
        let finding = Finding(
          .disputed, from: day, to: day + 1, shift: 0, measured: Fraction(value),
          limit: Fraction(0), .atMost, .hours)
        all.append(finding)
        guard let place = groups.place(value, [], -1, next: findings.count) else { continue }
        if place < findings.count { findings[place] = finding } else { findings.append(finding) }
      }
      groups.close(&findings, from: 0)
      var expected = all.filter { $0.measured > Fraction(20) }
      for (low, high) in [(0, 10), (10, 20)] as [(Int64, Int64)] {
        let band = all.filter { $0.measured > Fraction(low) && $0.measured <= Fraction(high) }
        let longest = band.map(\.measured).max()
        guard var one = band.first(where: { $0.measured == longest }) else { continue }
        if band.count > 1 { one.balance = Int32(band.count) }
        expected.append(one)
      }
      expected.sort { $0.from < $1.from }
      #expect(findings.map(\.from) == expected.map(\.from), "seed \(seed)")
      #expect(findings.map(\.balance) == expected.map(\.balance), "seed \(seed)")
    }
  }
}
