import Testing

@testable import FatigueCore

/// The quick way through duties with nothing odd about them, beside the way for all.
@Suite struct PlainDutiesTests {
  /// Predicts both ways, and says how many episodes there are.
  private func bothWays(
    _ predictor: SleepPredictor, _ duties: [(start: Int, end: Int)], naps: [SleepSpan] = [],
    callOuts: [WorkInterval] = [], recorded: SleepRecord? = nil, origin: Int,
    zone: Zone = .oslo, start: SleepStart = .wellRested, _ comment: Comment
  ) -> Int {
    let work = duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
    var slow = predictor
    slow.wholeMinutes = nil
    var (quick, plain) = (SleepHistory(), SleepHistory())
    for (predictor, isQuick) in [(predictor, true), (slow, false)] {
      var history = SleepHistory()
      predictor.predict(
        work: work.span, naps: naps.span, callOuts: callOuts.span, recorded: recorded,
        origin: Instant(seconds: Int64(origin)), zone: zone, start: start, into: &history)
      if isQuick { quick = history } else { plain = history }
    }
    #expect(quick.episodes == plain.episodes, comment)
    #expect(quick.uncovered == plain.uncovered, comment)
    return quick.episodes.count
  }

  @Test(
    "Whole minutes: every bit is the same, both clock changes (seeds 1–60)",
    arguments: [
      SleepPredictorTests.springOrigin, SleepPredictorTests.autumnOrigin,
      SleepPredictorTests.summerOrigin,
    ])
  func sameBits(origin: Int) {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      // Some in half minutes, which the quick way leaves to the other.
      let step = seed % 5 == 0 ? 30 : 300
      let duties = RandomRoster.duties(days: 90, step: step, using: &random)
      let count = bothWays(SleepPredictor(), duties, origin: origin, "seed \(seed)")
      #expect(count > 60)
    }
  }

  @Test("Odd habits, and levels nobody wakes at, the same (seeds 1–200)")
  func oddHabits() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      func minutes(_ range: ClosedRange<Int64>) -> Elapsed {
        Elapsed(seconds: Int64.random(in: range, using: &random) * 60)
      }
      var settings = SleepSettings()
      settings.latency = minutes(0...50)
      settings.commute = minutes(0...120)
      settings.preparation = minutes(0...120)
      settings.windDownAfterNight = minutes(0...1440)
      settings.windDownOtherwise = minutes(0...300)
      settings.bedtimeWindow = minutes(0...1440)
      settings.shortestMainSleep = minutes(0...200)
      settings.longestMainSleep = minutes(0...1440)
      settings.habitualBedtime = Int.random(in: 0..<1440, using: &random) * 60
      settings.bedAlertness = Double.random(in: 4...12, using: &random)
      settings.wakeAlertness =
        [-100, 100, .nan, .infinity].randomElement(using: &random).flatMap {
          seed % 4 == 0 ? $0 : nil
        } ?? Double.random(in: 9...14, using: &random)
      if seed % 3 == 0 { settings.napBeforeNight = .init() }
      var parameters = ThreeProcessParameters()
      if seed % 7 == 0 { parameters.homeostatic.aboveBend = .published }
      let predictor = SleepPredictor(
        settings: settings,
        tables: seed % 7 == 0 ? ThreeProcessTables(parameters) : .standard,
        adaptation: seed % 5 == 0 ? .immediate : .gradual)
      let duties = RandomRoster.duties(days: 60, using: &random)
      let starts: [SleepStart] = [
        .wellRested, .alertnessAtFirstOnset(8.38),
        .homeostatic(at: Int32(duties[0].start + 86_400), s: 12.9),
      ]
      _ = bothWays(
        predictor, duties, origin: SleepPredictorTests.springOrigin,
        start: starts[Int(seed % 3)], "seed \(seed)")
    }
  }

  @Test("Naps, calls, records, long leave and zones between plain duties, the same (seeds 1–100)")
  func oddThingsBetween() {
    for seed in 1...100 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      var duties = RandomRoster.duties(days: 80, using: &random)
      let leave = Int.random(in: 0..<duties.count, using: &random)
      let days = Int.random(in: 0...70, using: &random)
      for index in leave..<duties.count {
        duties[index].start += days * 86_400
        duties[index].end += days * 86_400
      }
      var (naps, calls): ([SleepSpan], [WorkInterval]) = ([], [])
      for duty in duties where Int.random(in: 0..<9, using: &random) == 0 {
        if seed % 2 == 0 {
          let onset = Int32(duty.start + Int.random(in: 0..<duty.end - duty.start, using: &random))
          naps.append(SleepSpan(onset: onset, wake: onset + 1800))
        } else {
          calls.append(WorkInterval(start: Int32(duty.start), end: Int32(duty.end)))
        }
      }
      var record: SleepRecord?
      if seed % 4 == 0 {
        let onset = Int32.random(in: 0..<30 * 86_400, using: &random)
        record = SleepRecord([.init(onset: onset, wake: onset + 25_000)])
      }
      _ = bothWays(
        SleepPredictor(), duties, naps: naps, callOuts: calls, recorded: record,
        origin: SleepPredictorTests.springOrigin,
        zone: seed % 3 == 0 ? Zone(name: "odd", fixedOffset: 20_707) : .oslo, "seed \(seed)")
    }
  }

  @Test("Where it is sure when one wakes, one does (seed 3)")
  func sure() {
    var random = SplitMix(3)
    let tables = ThreeProcessTables.standard
    var bounds = WakingBounds()
    var (sure, wrong) = (0, 0)
    for i in 0..<4000 {
      let level = [11.7, 12.4][i / 2000]
      bounds.begin(level)
      let course = tables.sleep(from: Double.random(in: 5...12.1, using: &random))
      let minute = Int.random(in: 0..<1440, using: &random)
      let waking = tables.wakingOnWholeMinutes(course, onset: minute, 1, level, 600) ?? 601
      guard let step = WakingBounds.step(course.bendAfter) else {
        wrong += 1
        continue
      }
      let entry = bounds.entry(step, minute, tables)
      if entry & 1 == 1 { sure += 1 }
      if entry & 1 == 1 ? entry >> 1 != waking : entry >> 1 > waking { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(sure > 1000)
  }
}
