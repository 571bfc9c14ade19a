import Testing

@testable import FatigueCore

extension SlowLookTests {
  @Test("The employers' own rules, each held against every stretch of work (seeds 1 and on)")
  func employersOwnRules() throws {
    var seen: Set<Int32> = []
    for seed in 1...Self.count * 2 {
      var random = SplitMix(seed)
      let roster = try Self.roster(&random)
      var found: [Finding] = []
      let rule = try #require(RuleBook.rule("EMP-NHO"))
      rule.evaluatePlan?(
        PlanEvidence(roster: roster, limits: Limits(), facts: Facts()), &found)
      let slow = brokenByEmployers(roster)
      #expect(found.map(\.detail) == (slow.map { [$0.bits] } ?? []), "seed \(seed)")
      #expect(found.map(\.shift) == (slow.map { [$0.shift] } ?? []), "seed \(seed)")
      if let slow { seen.insert(slow.bits) }
    }
    #expect(seen.count > 2)
  }

  /// Where every rule is broken, only how starts move is counted on, and no longer than it matters.
  @Test("The employers' own rules in plans of many people (seeds 1–20)")
  func employersOwnRulesOfMany() throws {
    var seen: [Int32: Int] = [:]
    let rule = try #require(RuleBook.rule("EMP-NHO"))
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let first = try #require(CivilDate(year: 2026, month: 10, day: 12))
      var builder = RosterBuilder(zone: .oslo)
      // Whether the starts of most move forward, backward, or as often one way as the other.
      let steps = [[120, 240], [-120, -240], [120, -120], [120, -120, 0]][Int(seed % 4)]
      for number in 0..<Int.random(in: 5...20, using: &random) {
        let person = builder.person(Person(number: "\(number)", name: "A\(number)"))
        var minute = [420, 900, 1_320].randomElement(using: &random) ?? 0
        func append(_ length: Int) throws {
          let instant = Instant(seconds: Zone.oslo.startOfDay(first).seconds + Int64(minute) * 60)
          let date = Zone.oslo.civil(instant).date
          let seconds = builder.seconds(instant, on: date)
          let start = try #require(seconds)
          builder.append(
            Shift(start: start, end: start + Int32(length) * 60, person: person),
            startingOn: date)
        }
        // Four nights of nine hours, then eight off before an evening.
        if number == 0 { minute = 1_320 }
        for after in number == 0 ? [1_440, 1_440, 1_440, 540 + 480, 1_440] : [] {
          try append(540)
          minute += after
        }
        for _ in 0..<Int.random(in: 1...30, using: &random) {
          try append([480, 540, 600].randomElement(using: &random) ?? 480)
          minute += 1_440 + (steps.randomElement(using: &random) ?? 0)
          if Int.random(in: 0..<12, using: &random) == 0 { minute += 4 * 1_440 - 700 }
        }
      }
      let built = builder.build()
      let roster = try #require(built)
      var found: [Finding] = []
      rule.evaluatePlan?(
        PlanEvidence(roster: roster, limits: Limits(), facts: Facts()), &found)
      let slow = brokenByEmployers(roster)
      #expect(found.map(\.detail) == (slow.map { [$0.bits] } ?? []), "seed \(seed)")
      #expect(found.map(\.shift) == (slow.map { [$0.shift] } ?? []), "seed \(seed)")
      seen[slow?.bits ?? 0, default: 0] += 1
    }
    #expect(seen[0b111101, default: 0] > 3 && seen[0b111111, default: 0] > 3, "\(seen)")
  }

  private func brokenByEmployers(_ roster: Roster) -> (bits: Int32, shift: Int32)? {
    struct Stretch {
      var shift: Int
      var start: Int32
      var end: Int32
      var night: Int32?
    }
    var marks: [(point: Int32, shift: Int)] = []
    var (steps, backward, hasNights) = (0, [Int](), false)
    for slice in roster.slices {
      var stretches: [Stretch] = []
      for index in slice where roster.shifts[index].kind == .work {
        let row = roster.shifts[index]
        if let last = stretches.last, row.start <= last.end {
          stretches[stretches.count - 1].end = max(last.end, row.end)
        } else {
          stretches.append(Stretch(shift: index, start: row.start, end: row.end))
        }
      }
      var inARow = 0
      for i in stretches.indices {
        let (from, to) = (roster.civil(stretches[i].start), roster.civil(stretches[i].end))
        var clock = ZoneCursor(roster.zone)
        let night = clock.seconds(
          of: .evidence, from: roster.instant(stretches[i].start).seconds,
          to: roster.instant(stretches[i].end).seconds)
        if night >= 3 * 3600 {
          let middle =
            (Int64(stretches[i].start) + Int64(stretches[i].end) + 2 * roster.origin.seconds) / 2
          let local = roster.zone.civil(Instant(seconds: middle)).localSeconds - 43_200
          stretches[i].night = CivilTime(localSeconds: local).date.days
          hasNights = true
        }
        func mark(_ point: Int32, _ isBroken: Bool) {
          if isBroken { marks.append((point, stretches[i].shift)) }
        }
        mark(0, ![7, 15, 23].map { $0 * 3600 }.contains(from.secondOfDay))
        let length = Int64(stretches[i].end) - Int64(stretches[i].start)
        mark(4, min(length, to.localSeconds - from.localSeconds) > 8 * 3600)
        guard i > 0 else {
          inARow = 1
          continue
        }
        let before = stretches[i - 1]
        let gap = Int64(stretches[i].start) - Int64(before.end)
        mark(5, gap < 11 * 3600)
        if let own = stretches[i].night, let last = before.night, own - last <= 1 {
          inARow += Int(own - last)
          mark(2, inARow > 3)
        } else {
          mark(3, before.night != nil && gap < 86_400)
          inARow = 1
        }
        let moved = from.secondOfDay - roster.civil(before.start).secondOfDay
        let turn = (moved %% 86_400 > 43_200) ? moved %% 86_400 - 86_400 : moved %% 86_400
        guard gap < 72 * 3600, abs(turn) >= 7_200 else { continue }
        steps += 1
        if turn < 0 { backward.append(stretches[i].shift) }
      }
    }
    if backward.count * 2 > steps { marks.append((1, backward[0])) }
    guard hasNights, !marks.isEmpty else { return nil }
    let first = marks.map { roster.shifts[$0.shift].start }.min()
    // Of several that begin at once, the one seen first.
    let shift = marks.first { roster.shifts[$0.shift].start == first }?.shift ?? -1
    return (marks.reduce(0) { $0 | 1 << $1.point }, Int32(shift))
  }
}
