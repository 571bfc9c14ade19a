import Testing

@testable import FatigueCore

/// Call-outs, declared naps and records of sleep in the predictor.
@Suite struct BrokenSleepTests {
  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
    SleepHabitTests.at(day, hour, minute)
  }

  private func sleeps(
    _ duties: [(Int, Int)], naps: [(Int, Int)] = [], callOuts: [(Int, Int)] = [],
    recorded: SleepRecord? = nil
  ) -> [String] {
    SleepHabitTests.minutes(
      SleepHabitTests.predict(duties, naps: naps, callOuts: callOuts, recorded: recorded))
  }

  private func night(_ list: [String], of day: Int) -> [String] {
    list.filter { text in
      guard let onset = Int(text.prefix { $0.isNumber }) else { return false }
      return onset >= at(day, 12) && onset < at(day + 1, 12)
    }
  }

  @Test("A call-out at night breaks the sleep: asleep until called, back to bed after it")
  func callOut() {
    let day = (at(5, 14), at(5, 15))
    let call = (at(4, 2), at(4, 3, 30))
    let found = night(sleeps([call, day], callOuts: [call]), of: 3)
    // Called 45 min before the work (15 to dress, 30 on the way); home 30 min after it, in bed after
    // 30 more, asleep 10 later.
    #expect(found.first == "\(at(3, 23, 10))–\(at(4, 1, 15))")
    #expect(found.count == 2 && found[1].hasPrefix("\(at(4, 4, 40))–"))
    // The same hours as planned work let nobody go to bed before them.
    let planned = night(sleeps([call, day]), of: 3)
    #expect(!planned.contains { $0.hasPrefix("\(at(3, 23, 10))–") })
  }

  @Test("Two call-outs in a night split it in three; a call just after sleep onset leaves a nap")
  func callOuts() {
    let calls = [(at(4, 0, 30), at(4, 1, 0)), (at(4, 4, 30), at(4, 5, 0))]
    let found = night(sleeps(calls + [(at(5, 14), at(5, 15))], callOuts: calls), of: 3)
    #expect(found.count == 3)
    #expect(found.first == "\(at(3, 23, 10))–\(at(3, 23, 45)) nap")
  }

  @Test("A call-out by day breaks no sleep and sends nobody to bed")
  func callOutByDay() {
    let call = (at(4, 13), at(4, 15))
    let day = (at(6, 14), at(6, 15))
    #expect(sleeps([call, day], callOuts: [call]) == sleeps([call, day]))
  }

  @Test("A nap beside a duty is slept; one inside a predicted sleep adds nothing")
  func naps() {
    let duty = (at(4, 22), at(5, 7))
    let plain = sleeps([duty])
    let before = sleeps([duty], naps: [(at(4, 17), at(4, 18, 30))])
    #expect(before.contains("\(at(4, 17))–\(at(4, 18, 30)) nap"))
    #expect(before.count == plain.count + 1)
    #expect(sleeps([duty], naps: [(at(4, 3), at(4, 4))]) == plain)
    let after = sleeps([duty], naps: [(at(5, 7), at(5, 7, 30))])
    // Asleep in the rest room before the way home: to bed that much later.
    #expect(after.contains("\(at(5, 7))–\(at(5, 7, 30)) nap"))
    #expect(after.contains { $0.hasPrefix("\(at(5, 8, 40))–") })
    #expect(plain.contains { $0.hasPrefix("\(at(5, 8, 10))–") })
  }

  @Test("A record stands where it covers; prediction goes on before and after it")
  func recorded() {
    let duties = (2..<9).map { (at($0, 7), at($0, 15)) }
    let record = SleepRecord([
      .init(onset: Int32(at(4, 1) * 60), wake: Int32(at(4, 5) * 60)),
      .init(onset: Int32(at(4, 16) * 60), wake: Int32(at(4, 16, 40) * 60)),
      .init(onset: Int32(at(5, 0, 30) * 60), wake: Int32(at(5, 5) * 60)),
    ])
    let found = sleeps(duties, recorded: record)
    let plain = sleeps(duties)
    let inRecord = [
      "\(at(4, 1))–\(at(4, 5)) recorded", "\(at(4, 16))–\(at(4, 16, 40)) nap recorded",
      "\(at(5, 0, 30))–\(at(5, 5)) recorded",
    ]
    #expect(found.filter { $0.hasSuffix("recorded") } == inRecord)
    // Who falls asleep at one was awake until then.
    #expect(night(found, of: 3) == ["\(at(4, 1))–\(at(4, 5)) recorded"])
    #expect(found.prefix(3) == plain.prefix(3))
    // A week on nothing of it is felt.
    #expect(found.last == plain.last)
    #expect(night(found, of: 5).count == 1)
  }

  @Test("A hole of more than 48 h in a record is predicted")
  func hole() {
    let record = SleepRecord([
      .init(onset: Int32(at(4, 23) * 60), wake: Int32(at(5, 6) * 60)),
      .init(onset: Int32(at(8, 23) * 60), wake: Int32(at(9, 6) * 60)),
    ])
    #expect(record.runs.count == 2)
    let found = sleeps([(at(10, 8), at(10, 16))], recorded: record)
    #expect(night(found, of: 5).count == 1 && night(found, of: 6).count == 1)
  }

  @Test("Sleep recorded on duty counts, and a record alone needs no work")
  func onDuty() throws {
    let record = SleepRecord([.init(onset: Int32(at(5, 2) * 60), wake: Int32(at(5, 5) * 60))])
    let duty = (at(4, 22), at(5, 7))
    let found = sleeps([duty], recorded: record)
    #expect(found.contains("\(at(5, 2))–\(at(5, 5)) recorded"))
    #expect(sleeps([], recorded: record).contains("\(at(5, 2))–\(at(5, 5)) recorded"))
  }

  @Test("Records of any kind keep sleeps in order, apart and inside what was recorded (seeds 1–60)")
  func anyRecord() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 25, using: &random).map {
        ($0.start / 60, $0.end / 60)
      }
      let record = SleepRecord(
        (0..<Int.random(in: 1...40, using: &random)).map { _ in
          let onset = Int32.random(in: -200_000...2_600_000, using: &random)
          return .init(onset: onset, wake: onset + Int32.random(in: -60...40_000, using: &random))
        })
      let naps = (0..<20).map { _ in
        let onset = Int.random(in: -1000...40_000, using: &random)
        return (onset, onset + Int.random(in: 1...90, using: &random))
      }.sorted { $0.0 < $1.0 }
      let calls = duties.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let history = SleepHabitTests.predict(
        duties, naps: naps, callOuts: calls, recorded: record)
      var last = Int32.min
      for episode in history.episodes {
        #expect(episode.onset >= last && episode.wake >= episode.onset)
        last = episode.wake
        if !episode.isRecorded, episode.kind != .start {
          #expect(!record.covers(from: episode.onset, to: episode.wake))
        }
      }
      #expect(history.episodes.filter(\.isRecorded).count == record.episodes.count)
    }
  }
}
