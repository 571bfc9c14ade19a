import Foundation
import Testing

@testable import FatigueCore

@Suite struct SleepPredictorTests {
  /// 2026-03-10, 2026-10-10 and 2026-06-01 at local midnight in Oslo.
  static let springOrigin = 1_773_097_200
  static let autumnOrigin = 1_791_583_200
  static let summerOrigin = 1_780_264_800

  private func work(_ duties: [(start: Int, end: Int)]) -> [WorkInterval] {
    duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
  }

  private func predicted(
    _ duties: [(start: Int, end: Int)], origin: Int, settings: SleepSettings = SleepSettings(),
    zone: Zone = .oslo
  ) -> SleepHistory {
    var history = SleepHistory()
    let work = work(duties)
    SleepPredictor(settings: settings).predict(
      work: work.span, origin: Instant(seconds: Int64(origin)), zone: zone, into: &history)
    return history
  }

  @Test(
    "Equals the plain minute-by-minute predictor (seeds 1–10 and 37), both clock changes, odd seconds",
    arguments: [springOrigin, autumnOrigin, summerOrigin], [300, 1])
  func equalsPlain(origin: Int, step: Int) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
    for seed in Array(1...10) + [37] as [UInt64] {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 30, step: step, using: &random)
      var settings = SleepSettings()
      if seed % 2 == 0 { settings.napBeforeNight = .init() }
      var plain = PlainPredictor(zone: zone, origin: origin)
      plain.settings = settings
      let expected = plain.predict(duties)
      let history = predicted(duties, origin: origin, settings: settings)
      #expect(history.episodes.first?.onset == Int32(expected.start))
      let ours = history.episodes.dropFirst()
      #expect(
        ours.map { "\($0.onset)–\($0.wake) \($0.kind)" }
          == expected.sleeps.map { "\($0.onset)–\($0.wake) \($0.kind)" })
      for (a, b) in zip(ours, expected.sleeps) { #expect(abs(a.wakeS - b.wakeS) < 1e-9) }
    }
  }

  @Test("No sleep overlaps a duty or the way to or from it (seeds 1–300)")
  func neverOverlaps() {
    var asleep = 0.0
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 40, using: &random)
      let history = predicted(duties, origin: Self.springOrigin)
      var overlaps = 0
      var lastWake = Int.min
      for sleep in history.episodes where sleep.kind != .start {
        if Int(sleep.onset) < lastWake || sleep.wake <= sleep.onset { overlaps += 1 }
        lastWake = Int(sleep.wake)
        for duty in duties
        where Int(sleep.onset) < duty.end + 1800 && Int(sleep.wake) > duty.start - 1800 {
          overlaps += 1
        }
      }
      #expect(overlaps == 0)
      asleep += Double(history.asleep(from: 0, to: 40 * 86_400)) / 3600 / 40
    }
    // The specification reports 6.65 h a day for its own rosters.
    #expect((5.0...8.5).contains(asleep / 300))
  }

  @Test("Skipping ahead finds the minute that a plain scan finds (seed 5)")
  func skipping() {
    var random = SplitMix(5)
    let tables = ThreeProcessTables.standard
    var clocks = [BodyClock(), BodyClock()]
    clocks[1].reset(
      zone: .oslo, origin: Instant(seconds: Int64(Self.springOrigin)), from: 0, to: 40 * 86_400)
    var wrong = 0
    for i in 0..<10_000 {
      let clock = clocks[i % 2]
      let onset = Int.random(in: 0..<40 * 1440, using: &random) * 60 + (i % 3 == 0 ? i % 60 : 0)
      let course = tables.parameters.homeostatic.sleep(
        from: Double.random(in: 3...14.2, using: &random))
      let level = Double.random(in: 10.5...12.5, using: &random)
      let most = Int.random(in: 1...600, using: &random)
      var expected = most
      for minute in 1...most {
        let s = tables.asleep(course, seconds: minute * 60)
        let hour = clock.hour(at: onset + minute * 60)
        if s + tables.parameters.rhythm(at: hour).value >= level {
          expected = minute
          break
        }
      }
      var place = clock.beginning
      clock.move(&place, to: onset)
      let found = tables.minutesUntilWaking(
        course, onset: onset, clock: clock, place: place, level: level, most: most)
      if found != expected { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test("Splitting a duty in two, or into two with a short break, changes no sleep (seed 9)")
  func splitting() {
    var random = SplitMix(9)
    for _ in 0..<50 {
      let duties = RandomRoster.duties(days: 20, using: &random)
      let split = duties.flatMap { duty in
        let middle = (duty.start + duty.end) / 2
        return [(duty.start, middle), (middle + 59 * 60, duty.end)]
      }
      #expect(
        predicted(duties, origin: Self.summerOrigin).episodes
          == predicted(split, origin: Self.summerOrigin).episodes)
    }
  }

  @Test("Other people's dates and the place of the origin do not matter")
  func originDoesNotMatter() {
    var random = SplitMix(11)
    let duties = RandomRoster.duties(days: 30, using: &random)
    let shift = 700 * 86_400
    let here = predicted(duties, origin: Self.springOrigin)
    let there = predicted(
      duties.map { ($0.start + shift, $0.end + shift) }, origin: Self.springOrigin - shift)
    #expect(here.episodes.map(\.onsetS) == there.episodes.map(\.onsetS))
    #expect(here.episodes.map { Int($0.wake) + shift } == there.episodes.map { Int($0.wake) })
  }

  @Test("A gap of years costs no years of sleep, and the series starts anew after it")
  func longGap() throws {
    let far = 60 * 365 * 86_400
    let history = predicted(
      [(-far, -far + 28_800), (far, far + 28_800)], origin: Self.summerOrigin)
    #expect(history.episodes.count < 40)
    #expect(history.episodes.count { $0.kind == .start } == 2)
    #expect(history.uncovered > 119 * 365 * 86_400)
    let extreme = predicted(
      [(Int(Int32.min), Int(Int32.min) + 3600), (Int(Int32.max) - 3600, Int(Int32.max))],
      origin: Self.summerOrigin)
    #expect(extreme.episodes.count < 40)
  }

  @Test("No settings make it hang")
  func oddSettings() {
    var settings = SleepSettings()
    settings.wakeAlertness = -100
    settings.bedAlertness = 100
    settings.latency = .zero
    settings.shortestMainSleep = .zero
    var history = predicted(
      [(0, 3600), (59 * 86_400, 59 * 86_400 + 60)], origin: 0, settings: settings)
    #expect(history.episodes.count < 1000)
    settings.wakeAlertness = .nan
    settings.bedAlertness = .nan
    settings.habitualBedtime = -5
    settings.commute = Elapsed(seconds: .max)
    settings.latency = Elapsed(seconds: .min)
    history = predicted([(0, 3600), (8_640_000, 8_643_600)], origin: 0, settings: settings)
    #expect(history.episodes.count < 1000)
    #expect(predicted([], origin: 0).episodes.isEmpty)
  }

  @Test("A declared nap counts in S, and in hours awake from an hour on")
  func naps() throws {
    let duty = [WorkInterval(start: 10 * 86_400 + 77_400, end: 10 * 86_400 + 113_400)]
    let model = ThreeProcessModel()
    func result(_ minutes: Int32?) throws -> DutyAlertness {
      let at = duty[0].start + 5 * 3600
      let naps = minutes.map { [SleepSpan(onset: at, wake: at + $0 * 60)] } ?? []
      var history = SleepHistory()
      SleepPredictor().predict(
        work: duty.span, naps: naps.span, origin: Instant(seconds: Int64(Self.summerOrigin)),
        zone: .oslo, into: &history)
      var results: [DutyAlertness] = []
      model.evaluate(duty.span, history, into: &results)
      return try #require(results.first)
    }
    let (none, short, long) = (try result(nil), try result(25), try result(60))
    #expect(short.end < none.end)
    #expect(long.end < short.end)
    #expect(short.awakeAtEnd == none.awakeAtEnd)
    #expect(long.awakeAtEnd == 4 * 3600)
    #expect(short.sleep24BeforeEnd == none.sleep24BeforeEnd + 25 * 60)
  }
}
