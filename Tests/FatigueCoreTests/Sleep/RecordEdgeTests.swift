import Testing

@testable import FatigueCore

/// Where a record of sleep begins and ends, and sleeps written down in pieces.
@Suite struct RecordEdgeTests {
  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
    SleepHabitTests.at(day, hour, minute)
  }

  private func record(_ sleeps: [(Int, Int)], _ kind: SleepEpisode.Kind? = nil) -> SleepRecord {
    SleepRecord(
      sleeps.map { .init(onset: Int32($0.0 * 60), wake: Int32($0.1 * 60), kind: kind) })
  }

  private func sleeps(_ duties: [(Int, Int)], _ log: [(Int, Int)]) -> [String] {
    SleepHabitTests.minutes(SleepHabitTests.predict(duties, recorded: record(log)))
  }

  private func duty(_ duty: (Int, Int), _ record: SleepRecord) throws -> DutyAlertness {
    let history = SleepHabitTests.predict([duty], recorded: record)
    let work = [WorkInterval(start: Int32(duty.0 * 60), end: Int32(duty.1 * 60))]
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(work.span, history, into: &results)
    return try #require(results.first)
  }

  @Test("A sleep in pieces that touch is that sleep in every value", arguments: [1, 2, 8, 360])
  func touching(count: Int) throws {
    let early = (at(2, 23), at(3, 6))
    let (from, to) = (at(3, 23), at(4, 5))
    let pieces = (0..<count).map { i in
      (from + (to - from) * i / count, from + (to - from) * (i + 1) / count)
    }
    let day = (at(4, 7, 30), at(4, 15, 30))
    let whole = try duty(day, record([early, (from, to)]))
    #expect(try duty(day, record([early] + pieces)) == whole)
    #expect(whole.awakeAtEnd == (10 * 60 + 30) * 60)
    #expect(sleeps([day], [early] + pieces) == sleeps([day], [early, (from, to)]))
  }

  @Test("Wakes of some minutes leave one sleep: hours awake from its end, and no naps")
  func actigraphy() throws {
    let early = (at(2, 23), at(3, 6))
    let pieces = (0..<8).map { (at(3, 23) + $0 * 45, at(3, 23) + $0 * 45 + 44) }
    let day = (at(4, 7, 30), at(4, 15, 30))
    let found = try duty(day, record([early] + pieces))
    #expect(found.awakeAtEnd == Int32((at(4, 15, 30) - pieces[7].1) * 60))
    #expect(!sleeps([day], [early] + pieces).contains { $0.contains("nap") })
    // Half an hour awake divides: what comes after is a nap.
    let nap = (at(4, 5, 30), at(4, 6))
    let divided = try duty(day, record([early, (at(3, 23), at(4, 5)), nap]))
    #expect(divided.awakeAtEnd == (10 * 60 + 30) * 60)
    let joined = try duty(
      day, record([early, (at(3, 23), at(4, 5)), (at(4, 5, 29), at(4, 6))]))
    #expect(joined.awakeAtEnd == (9 * 60 + 30) * 60)
  }

  @Test("What overlaps or touches is a nap only when all of it is called one")
  func kinds() {
    func kind(_ a: SleepEpisode.Kind?, _ b: SleepEpisode.Kind?) -> SleepEpisode.Kind? {
      SleepRecord([.init(onset: 0, wake: 600, kind: a), .init(onset: 600, wake: 9000, kind: b)])
        .episodes[0].kind
    }
    #expect(kind(.nap, .nap) == .nap && kind(.nap, nil) == nil && kind(nil, nil) == nil)
    #expect(kind(.nap, .main) == .main && kind(nil, .main) == .main)
  }

  @Test("A log that ends in the night is not filled up that night; the next one is predicted")
  func afterTheLog() {
    let evening = (at(5, 14), at(5, 22))
    let log = [(at(2, 23), at(3, 6)), (at(4, 0, 43), at(4, 2, 43))]
    let found = sleeps([evening], log)
    let after = found.drop { !$0.hasPrefix("\(at(4, 0, 43))") }.dropFirst()
    #expect(after.first?.hasPrefix("\(at(4, 23, 10))–") == true, "\(found)")
  }

  @Test("A nap that ends a log leaves the night as it is; one under two hours before bedtime is it")
  func afterANap() {
    let day = (at(5, 7, 30), at(5, 15, 30))
    func next(_ nap: (Int, Int)) -> String? {
      sleeps([day], [(at(3, 23), at(4, 6)), nap]).drop { !$0.hasPrefix("\(nap.0)") }.dropFirst()
        .first
    }
    #expect(next((at(4, 16), at(4, 16, 30)))?.hasPrefix("\(at(4, 23, 10))–") == true)
    #expect(next((at(4, 20, 59), at(4, 21, 30)))?.hasPrefix("\(at(4, 23, 10))–") == true)
    #expect(next((at(4, 21, 1), at(4, 21, 30)))?.hasPrefix("\(at(5, 23, 10))–") == true)
  }

  @Test("After a night duty one sleeps by day, though the log ended before or in it")
  func afterANight() {
    let night = (at(4, 22), at(5, 7))
    for log in [
      [(at(3, 23), at(4, 7))], [(at(3, 23), at(4, 7)), (at(4, 17), at(4, 18))],
      [(at(3, 23), at(4, 7)), (at(5, 3), at(5, 3, 25))],
    ] {
      #expect(sleeps([night], log).contains { $0.hasPrefix("\(at(5, 8, 10))–") })
    }
  }

  @Test(
    "More recorded sleep before a duty never raises its first KSS (seeds 1–300)"
  )
  func moreSleep() throws {
    let model = ThreeProcessModel()
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      // A night for each day, some with a nap in the afternoon; the last may be of any length.
      var log: [(Int, Int)] = []
      for day in 0..<4 {
        let onset = at(day, 22) + Int.random(in: 0...200, using: &random)
        log.append((onset, onset + Int.random(in: 30...480, using: &random)))
        if Bool.random(using: &random) {
          let nap = at(day + 1, 13) + Int.random(in: 0...240, using: &random)
          log.append((nap, nap + Int.random(in: 10...100, using: &random)))
        }
      }
      let last = log[log.count - 1].1
      let start = at(4, 7) + [0, 7, 15, 24, 31].randomElement(using: &random)! * 60
      guard start >= last else { continue }
      let duties = [(start, start + 480)]
      // Where a predicted night lies between, who is more rested wakes some minutes earlier.
      let slack = start > at(4, 22) ? 0.01 : 1e-9
      func first(_ log: [(Int, Int)]) throws -> Double {
        let history = SleepHabitTests.predict(duties, recorded: record(log))
        var near = 0
        return try #require(model.probe(Int32(start * 60), history, near: &near)).kss.raw
      }
      var before = try first(log)
      // One of them ever longer, up to the next one or the duty; those after the first also earlier.
      let index = Int.random(in: 0..<log.count, using: &random)
      let next = index + 1 < log.count ? log[index + 1].0 : start
      for _ in 0..<6 {
        log[index].1 = min(next, log[index].1 + Int.random(in: 1...60, using: &random))
        let longer = try first(log)
        #expect(longer <= before + slack, "seed \(seed): \(log), \(start)")
        before = longer
      }
      guard index > 0 else { continue }
      let floor = log[index - 1].1
      for _ in 0..<6 {
        log[index].0 = max(floor, log[index].0 - Int.random(in: 1...60, using: &random))
        let longer = try first(log)
        #expect(longer <= before + slack, "seed \(seed): \(log), \(start)")
        before = longer
      }
    }
  }
}
