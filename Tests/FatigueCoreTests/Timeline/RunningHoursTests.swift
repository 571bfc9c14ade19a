import Testing

@testable import FatigueCore

@Suite("Running windows")
struct RunningHoursTests {
  /// A person with random blocks on a grid of hours, and the same as an array of hours.
  private static func random(_ random: inout SplitMix) throws -> (PersonTimeline, [Bool]) {
    let hours = 24 * 14
    var worked = [Bool](repeating: false, count: hours)
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let start = Int.random(in: 0..<hours - 12, using: &random)
      for hour in start..<start + Int.random(in: 1...12, using: &random) { worked[hour] = true }
    }
    var builder = RosterBuilder(zone: .utc)
    let person = builder.person(Person(number: "", name: "A"))
    let date = CivilDate(days: 20_458)
    let origin = Instant(seconds: date.localMidnight)
    var hour = 0
    while hour < hours {
      guard worked[hour] else {
        hour += 1
        continue
      }
      let start = hour
      while hour < hours, worked[hour] { hour += 1 }
      let from = builder.seconds(Instant(seconds: origin.seconds + Int64(start) * 3600), on: date)
      guard let from else { continue }
      builder.append(
        Shift(start: from, end: from + Int32(hour - start) * 3600, person: person),
        startingOn: date)
    }
    let built = builder.build()
    let roster = try #require(built)
    var timeline = PersonTimeline()
    var clock = ZoneCursor(roster.zone)
    timeline.fill(roster, person: 0, clock: &clock)
    return (timeline, worked)
  }

  @Test("The most work and the least rest are those of every window tried (seed 11)")
  func likeEveryWindow() throws {
    var random = SplitMix(11)
    for _ in 0..<300 {
      let (timeline, worked) = try Self.random(&random)
      let length = [24, 48, 168].randomElement(using: &random) ?? 24
      var most = 0
      for first in -length..<worked.count {
        let window = max(0, first)..<min(worked.count, first + length)
        most = max(most, worked[window].count { $0 })
      }
      let found = timeline.mostWork(inAny: Int64(length) * 3600, over: 0)
      #expect(found?.seconds == Int64(most) * 3600)
      #expect(timeline.mostWork(inAny: Int64(length) * 3600, over: Int64(most) * 3600) == nil)
      for least in [0, most - 1, most, most + 1] {
        #expect(
          timeline.mostWork(inAny: Int64(length) * 3600, over: Int64(least) * 3600, upTo: .max)
            == Int64(max(least, most)) * 3600)
      }
      for enough in [1, 12, most, most + 1].map({ Int64($0) * 3600 }) {
        #expect(
          (timeline.mostWork(inAny: Int64(length) * 3600, over: 0, upTo: enough) >= enough)
            == (Int64(most) * 3600 >= enough))
      }
      var least = Int.max
      // Half hours: a window may be best between two whole ones.
      for first in 0...2 * (worked.count - length) {
        var (longest, run) = (0, 0)
        for half in first..<first + 2 * length {
          run = worked[half / 2] ? 0 : run + 1
          longest = max(longest, run)
        }
        least = min(least, longest)
      }
      let horizon = WorkInterval(start: 0, end: Int32(worked.count) * 3600)
      // No rest is a month long, so that all is one stretch.
      let stretch = timeline.windows(
        of: Int64(length) * 3600, withoutRest: 30 * PersonTimeline.day, within: horizon)
      #expect(stretch.map(\.seconds) == [Int64(least) * 1800])
    }
  }

  @Test("Of windows alike it is the one that comes first, tried one by one (seed 13)")
  func likeThePlainSearch() throws {
    var random = SplitMix(13)
    for _ in 0..<600 {
      let (timeline, worked) = try Self.random(&random)
      let hours = [24, 48, 72, 168].randomElement(using: &random) ?? 24
      let length = Int64(hours) * 3600
      let limit = Int64.random(in: 0...30, using: &random) * 3600
      let most = PlainWindows.mostWork(timeline, inAny: length, over: limit)
      #expect(timeline.mostWork(inAny: length, over: limit) == most)
      // The horizon may cut off work, and leave some out.
      let last = Int32.random(in: 0...3, using: &random)
      let horizon = WorkInterval(
        start: Int32.random(in: 0...20, using: &random) * 3600,
        end: Int32(worked.count) * 3600 - last * 5 * 3600)
      let least = Int64.random(in: 6...min(Int64(hours), 80), using: &random) * 3600
      #expect(
        timeline.windows(of: length, withoutRest: least, within: horizon)
          == PlainWindows.leastRests(timeline, of: length, under: least, within: horizon))
    }
  }

  @Test("Work without a pause from the first date to the last has no rest at all")
  func noRestAtAll() throws {
    var builder = RosterBuilder(zone: .utc)
    let person = builder.person(Person(number: "", name: "A"))
    let date = CivilDate(days: 20_458)
    let start = builder.seconds(Instant(seconds: date.localMidnight), on: date)
    let from = try #require(start)
    builder.append(Shift(start: from, end: from + 9 * 86_400, person: person), startingOn: date)
    let built = builder.build()
    let roster = try #require(built)
    var timeline = PersonTimeline()
    var clock = ZoneCursor(roster.zone)
    timeline.fill(roster, person: 0, clock: &clock)
    let found = timeline.windows(
      of: 7 * PersonTimeline.day, withoutRest: 35 * 3600,
      within: WorkInterval(start: from, end: from + 9 * 86_400))
    #expect(found == [RunningWindow(seconds: 0, from: from)])
  }

  @Test("The windows over a limit are apart, right, and cover every window over it (seed 12)")
  func windowsOverALimit() throws {
    var random = SplitMix(12)
    for _ in 0..<300 {
      let (timeline, worked) = try Self.random(&random)
      let length = [24, 48].randomElement(using: &random) ?? 24
      let limit = Int.random(in: 4...16, using: &random)
      func work(_ first: Int) -> Int {
        worked[max(0, first)..<max(0, min(worked.count, first + length))].count { $0 }
      }
      let found = timeline.windows(of: Int64(length) * 3600, over: Int64(limit) * 3600)
      let starts = found.map { Int($0.from) / 3600 }
      for (window, start) in zip(found, starts) {
        #expect(window.seconds == Int64(work(start)) * 3600)
        #expect(window.seconds > Int64(limit) * 3600)
      }
      let most = (-length..<worked.count).map(work).max() ?? 0
      #expect(found.isEmpty == (most <= limit))
      if most > limit { #expect(found.map(\.seconds).max() == Int64(most) * 3600) }
      // No window with too much work lies clear of all that were found.
      for first in -length..<worked.count where work(first) > limit {
        #expect(starts.contains { abs($0 - first) < 2 * length })
      }
    }
  }
}

/// The same windows, each candidate measured by itself in the order in which the first of several wins.
private enum PlainWindows {
  static func mostWork(
    _ timeline: PersonTimeline, inAny length: Int64, over limit: Int64
  ) -> RunningWindow? {
    let starts =
      timeline.blocks.map { Int64($0.start) } + timeline.blocks.map { Int64($0.end) - length }
    var best: RunningWindow?
    for start in starts {
      var work: Int64 = 0
      for block in timeline.blocks {
        work += max(0, min(Int64(block.end), start + length) - max(Int64(block.start), start))
      }
      if work > best?.seconds ?? limit { best = RunningWindow(seconds: work, from: Int32(start)) }
    }
    return best
  }

  static func leastRests(
    _ timeline: PersonTimeline, of length: Int64, under least: Int64, within horizon: WorkInterval
  ) -> [RunningWindow] {
    var free: [(from: Int64, to: Int64)] = []
    var from = horizon.start
    for block in timeline.blocks where block.end > horizon.start && block.start < horizon.end {
      if block.start > from { free.append((Int64(from), Int64(block.start))) }
      from = block.end
    }
    if horizon.end > from { free.append((Int64(from), Int64(horizon.end))) }
    // From just after one long rest is too short to just before the next is long enough.
    let long = free.filter { $0.to - $0.from >= least }
    let opens = [Int64(horizon.start)] + long.map { $0.to - least + 1 }
    let closes = long.map { $0.from + least - 1 } + [Int64(horizon.end)]
    return zip(opens, closes).compactMap { opens, closes in
      let cut = free.map { (from: max($0.from, opens), to: min($0.to, closes)) }
      return leastRest(cut.filter { $0.to > $0.from }, opens, closes - length, length)
    }
  }

  private static func leastRest(
    _ free: [(from: Int64, to: Int64)], _ earliest: Int64, _ latest: Int64, _ length: Int64
  ) -> RunningWindow? {
    guard latest >= earliest else { return nil }
    var starts = [earliest]
    for i in free.indices {
      starts += [free[i].to, free[i].from - length]
      for other in free[(i + 1)...] where other.from - free[i].to < length {
        starts.append((free[i].to - length + other.from).flooredQuotient(2))
      }
    }
    starts.append(latest)
    var best: RunningWindow?
    for start in starts where start >= earliest && start <= latest {
      let rests = free.map { min($0.to, start + length) - max($0.from, start) }
      let longest = max(0, rests.max() ?? 0)
      if longest < best?.seconds ?? .max {
        best = RunningWindow(seconds: longest, from: Int32(start))
      }
    }
    return best
  }
}
