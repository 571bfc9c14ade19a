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
      let found = try #require(timeline.mostWork(inAny: Int64(length) * 3600))
      #expect(found.seconds == Int64(most) * 3600)
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
      let rest = timeline.leastRest(inAny: Int64(length) * 3600, within: horizon)
      #expect(rest.map { $0.seconds } == Int64(least) * 1800)
    }
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
