import Foundation
import Testing

@testable import FatigueCore

/// What one pass over a person's rows says of them is what a slow look at each says: rules rest on it
/// when they look no closer.
@Suite("Quick looks at a timeline")
struct QuickLookTests {
  static let count: UInt64 =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1" ? 5_000 : 200

  /// Rows of work and of other things, some of which touch or overlap, round the change of the clock. With
  /// breaks, some rows give theirs in minutes and others have rows of their own, and all begins and ends on
  /// whole five minutes.
  static func roster(
    _ random: inout SplitMix, breaks: Bool = false, absence: Bool = true
  ) throws -> Roster {
    var builder = RosterBuilder(zone: .oslo)
    let person = builder.person(Person(number: "", name: "A"))
    let first = try #require(CivilDate(year: 2026, month: 3, day: 2))
    var minute = Int.random(in: 0...2 * 1440, using: &random)
    if breaks { minute -= minute % 5 }
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let length = [20, 180, 450, 480, 570, 600, 615, 750, 1_000, 1_500].randomElement(
        using: &random)
      let instant = Instant(seconds: Zone.oslo.startOfDay(first).seconds + Int64(minute) * 60)
      let date = Zone.oslo.civil(instant).date
      let seconds = builder.seconds(instant, on: date)
      let (start, minutes) = (try #require(seconds), length ?? 480)
      let kinds: [ShiftKind] = [
        .work, .work, .work, .work, .overtime, .passive, .onCall, absence ? .absence : .work,
      ]
      builder.append(
        Shift(
          start: start, end: start + Int32(minutes) * 60, person: person,
          kind: kinds.randomElement(using: &random) ?? .work,
          flags: Int.random(in: 0..<20, using: &random) == 0 ? .longRolled : [],
          unpaidBreak: breaks ? [0, 0, 30, 45].randomElement(using: &random) ?? 0 : 0),
        startingOn: date)
      if breaks, Int.random(in: 0..<4, using: &random) == 0 {
        let from = start + 300 * Int32.random(in: 0...60, using: &random)
        builder.append(
          Shift(start: from, end: from + 2700, person: person, kind: .break), startingOn: date)
      }
      minute +=
        minutes
        + ([-30, 0, 15, 45, 480, 900, 960, 2_000, 4_500].randomElement(using: &random) ?? 0)
      if Int.random(in: 0..<20, using: &random) == 0 { minute += 9 * 1440 }
    }
    let built = builder.build()
    return try #require(built)
  }

  @Test("Dates, days, weeks, runs and steps are as a slow look finds them (seeds 1 and on)")
  func likeASlowLook() throws {
    for seed in 1...Self.count {
      var random = SplitMix(seed)
      let roster = try Self.roster(&random)
      var clock = ZoneCursor(roster.zone)
      var timeline = PersonTimeline(calendar: WeekCalendar(roster))
      timeline.fill(roster, person: 0, clock: &clock)
      let work = roster.slices[0].filter { roster.shifts[$0].kind.isWork }
      #expect(timeline.pieces == work.map(Int32.init))
      #expect(timeline.longestBlock == timeline.blocks.map(\.length).max() ?? 0)
      #expect(
        timeline.flags == work.reduce(into: ShiftFlags()) { $0.formUnion(roster.shifts[$1].flags) })
      let gaps = zip(timeline.blocks, timeline.blocks.dropFirst()).map {
        Int64($1.start) - Int64($0.end)
      }
      #expect(timeline.hasLongGap == gaps.contains { $0 >= 6 * 86_400 })
      try checkDates(timeline, roster, seed)
      checkDays(timeline, seed)
      checkWeeks(timeline, seed)
      checkRotation(timeline, seed)
      for rest in [28 * 3600, 35 * 3600, 48 * 3600] as [Int64] {
        checkSharing(timeline, roster, of: rest, seed)
      }
      checkEvidence(roster, seed)
      checkWeeks(timeline, roster, &random, seed)
    }
  }

  /// Weeks without a rest are looked for once, by the limit in force when somebody is turned to; every rule gets
  /// those without its own.
  private func checkEvidence(_ roster: Roster, _ seed: UInt64) {
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    if seed.isMultiple(of: 2) { evidence.limits.set(WeeklyRestRule.minimum, to: Fraction(30)) }
    evidence.turn(to: 0, clock: &clock)
    if seed.isMultiple(of: 3) { evidence.limits.set(WeeklyRestRule.minimum, to: Fraction(40)) }
    for rest in [20 * 3600, 28 * 3600, 30 * 3600, 35 * 3600, 48 * 3600] as [Int64] {
      let found = evidence.weeks(withoutRest: rest)
      let plain = evidence.timeline.weeklyRests(
        of: rest, within: roster.horizon, weeks: roster.wholeWeeks
      ).filter { $0.contained.seconds < rest }
      #expect(found.map { "\($0)" } == plain.map { "\($0)" }, "seed \(seed)")
    }
  }

  /// Rests are shared so that as few weeks as possible are without, and none that holds one itself: such
  /// weeks can always be served together, as a rest that fills two weeks is long enough for two.
  private func checkSharing(
    _ timeline: PersonTimeline, _ roster: Roster, of rest: Int64, _ seed: UInt64
  ) {
    let weeks = timeline.weeklyRests(of: rest, within: roster.horizon, weeks: roster.wholeWeeks)
    // Those that hold none, by themselves, are what they are among all.
    let short = timeline.weeklyRests(
      of: rest, onlyShort: true, within: roster.horizon, weeks: roster.wholeWeeks)
    #expect(
      short.map { "\($0)" } == weeks.filter { $0.contained.seconds < rest }.map { "\($0)" },
      "seed \(seed)")
    #expect(
      weeks.allSatisfy { $0.contained.seconds < rest || $0.touches.seconds >= rest }, "seed \(seed)"
    )
    // Stretches and weeks are both in order, so to take the first that is left serves the most.
    var left: [(from: Int32, to: Int32, serves: Int64)] = []
    var free = roster.horizon.start
    for block in timeline.blocks {
      let to = min(block.start, roster.horizon.end)
      if to > free { left.append((free, to, Int64(to - free) / rest)) }
      free = max(free, block.end)
    }
    if roster.horizon.end > free {
      left.append((free, roster.horizon.end, Int64(roster.horizon.end - free) / rest))
    }
    var without = 0
    for week in weeks {
      let server = left.firstIndex { $0.serves > 0 && $0.from < week.to && $0.to > week.from }
      if let server { left[server].serves -= 1 } else { without += 1 }
    }
    #expect(weeks.count { $0.touches.seconds < rest } == without, "seed \(seed)")
  }

  /// What is found of the weeks that do not hold a rest is what a plain look at each finds.
  private func checkWeeks(
    _ timeline: PersonTimeline, _ roster: Roster, _ random: inout SplitMix, _ seed: UInt64
  ) {
    let rest = Int64([24, 28, 35, 36, 48, 60].randomElement(using: &random) ?? 35) * 3600
    let daily = Int64([11, 12].randomElement(using: &random) ?? 11) * 3600
    let horizon = roster.horizon
    let others = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let start = Int32.random(in: horizon.start - 9_000...horizon.end, using: &random)
      return WorkInterval(start: start, end: start + Int32.random(in: 0...90_000, using: &random))
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let plain = PlainWeeks(timeline, of: rest, less: daily, in: roster, besides: others).entries
    for onlyShort in [true, false] {
      let found = timeline.weeklyRests(
        of: rest, less: daily, onlyShort: onlyShort, within: roster.horizon,
        weeks: roster.wholeWeeks, besides: others)
      let expected = onlyShort ? plain.filter { $0.contained < rest } : plain
      #expect(found.map(PlainWeeks.Entry.init) == expected, "seed \(seed)")
      for week in found where week.touches.seconds >= rest {
        #expect(week.touches.to > week.from && week.touches.from < week.to)
        #expect(
          week.touches.seconds == Int64(week.touches.to) - Int64(week.touches.from))
      }
    }
  }

  private func checkDates(_ timeline: PersonTimeline, _ roster: Roster, _ seed: UInt64) throws {
    var worked: Set<Int32> = []
    for block in timeline.blocks {
      let (from, to) = (roster.civil(block.start), roster.civil(block.end))
      #expect(block.date == from.date.days && Int(block.second) == from.secondOfDay)
      #expect(
        block.lastDate == max(from.date, CivilTime(localSeconds: to.localSeconds - 1).date).days)
      for date in block.date...block.lastDate { worked.insert(date) }
    }
    let runs = worked.sorted().filter { !worked.contains($0 - 1) }
    #expect(timeline.dateRuns.map(\.first) == runs, "seed \(seed)")
    #expect(timeline.dateRuns.reduce(0) { $0 + $1.count } == worked.count, "seed \(seed)")
    var blocks = Int32(0)
    for run in timeline.dateRuns {
      #expect(run.blocks.lowerBound == blocks)
      blocks = run.blocks.upperBound
    }
    #expect(Int(blocks) == timeline.blocks.count)
  }

  private func checkDays(_ timeline: PersonTimeline, _ seed: UInt64) {
    var days: [Int32: (working: Int64, ordinary: Int64)] = [:]
    for block in timeline.blocks {
      days[block.date, default: (0, 0)].working += block.working
      days[block.date, default: (0, 0)].ordinary += block.ordinary
    }
    #expect(timeline.mostInDay.working == days.values.map(\.working).max() ?? 0)
    #expect(timeline.mostInDay.ordinary == days.values.map(\.ordinary).max() ?? 0)
    let long = days.filter { $0.value.working > PersonTimeline.longDay }.keys.sorted()
    #expect(
      timeline.longDays.map { timeline.blocks[$0.lowerBound].date } == long, "seed \(seed)")
  }

  private func checkWeeks(_ timeline: PersonTimeline, _ seed: UInt64) {
    let hours = timeline.weekHours.map { $0.total + $0.onCall }
    /// The most of so many weeks in a row.
    func most(_ weeks: Int) -> Int64 {
      hours.indices.map { hours[$0...].prefix(weeks).reduce(0, +) }.max() ?? 0
    }
    #expect(timeline.mostInWeek == most(1), "seed \(seed)")
    #expect(timeline.mostInFourWeeks == most(4), "seed \(seed)")
    #expect(timeline.allInWeeks == hours.reduce(0, +), "seed \(seed)")
    for weeks in 1...20 {
      #expect(timeline.mostWork(inWeeks: weeks) >= most(weeks), "seed \(seed)")
    }
    for weeks in [1, 4] {
      #expect(timeline.mostWork(inWeeks: weeks) == most(weeks), "seed \(seed)")
    }
  }

  private func checkRotation(_ timeline: PersonTimeline, _ seed: UInt64) {
    var (runs, steps): ([Int], [Int64]) = ([], [])
    for (i, period) in timeline.periods.enumerated() {
      guard i > 0 else {
        runs.append(1)
        continue
      }
      let before = timeline.periods[i - 1]
      let isNear = Int64(period.start) - Int64(before.end) < 72 * 3600
      if isNear, period.type == before.type { runs[runs.count - 1] += 1 } else { runs.append(1) }
      let seconds = [before, period].map {
        Int64(timeline.blocks[Int($0.blocks.lowerBound)].second)
      }
      let change = (seconds[1] - seconds[0]) %% 86_400
      let shortest = change > 43_200 ? change - 86_400 : change
      if isNear, abs(shortest) >= 7_200 { steps.append(shortest) }
    }
    #expect(timeline.runs.map(\.count) == runs, "seed \(seed)")
    #expect(timeline.steps.map(\.change) == steps, "seed \(seed)")
  }

  @Test("A value reaches a level just when its hundredths do (seed 1)")
  func hundredths() {
    var random = SplitMix(1)
    func check(_ value: Double) {
      let hundredths = Int64(KSS(value).hundredths)
      for level in hundredths - 2...hundredths + 2 where level >= 1 {
        let rounded = RoundedLevel(hundredths: level)
        #expect(rounded.isReached(by: value) == (hundredths >= level), "\(value), \(level)")
        #expect(rounded.hundredths(of: value) == (hundredths >= level ? hundredths : nil))
      }
    }
    for _ in 0..<20_000 { check(Double.random(in: -2...120, using: &random)) }
    for hundredths in -300...12_000 {
      // Halves are rounded away from zero.
      let edge = (Double(hundredths) - 0.5) / 100
      for value in [edge.nextDown, edge, edge.nextUp, Double(hundredths) / 100] { check(value) }
    }
    for value in [-1e7, 1e6.nextDown, 1e6, 1e9, .infinity, -.infinity] {
      let (level, hundredths) = (RoundedLevel(hundredths: 650), KSS(value).hundredths)
      #expect(level.isReached(by: value) == (hundredths >= 650))
      #expect(level.hundredths(of: value) == (hundredths >= 650 ? Int64(hundredths) : nil))
    }
  }
}
