import Foundation
import Testing

@testable import FatigueCore

/// The closed forms against a plain grid on the equations: ``PlainPredictor`` for the body clock,
/// `Foundation.exp` for S.
@Suite struct DutyAlertnessTests {
  /// What a grid of one minute says about a duty.
  struct Grid {
    var peak = -Double.infinity
    var sum = 0.0
    var waking = 0.0
    var minutes7 = 0.0
    var minutes8 = 0.0
  }

  /// Awake at a time: S from the last sleep that is over, nil in sleep.
  private func s(_ t: Double, _ history: SleepHistory) -> Double? {
    let last = history.episodes.last { Double($0.onset) <= t }
    guard let last, Double(last.wake) <= t else { return nil }
    return PlainPredictor.awake(last.wakeS, t - Double(last.wake))
  }

  @Test(
    "Maximum, mean and minutes equal a one-minute grid (seeds 1–8), naps, both clock changes",
    arguments: [
      SleepPredictorTests.springOrigin, SleepPredictorTests.autumnOrigin,
      SleepPredictorTests.summerOrigin,
    ])
  func grid(origin: Int) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 25, step: seed % 3 == 0 ? 7 : 300, using: &random)
      let work = duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
      let naps = work.filter { $0.length > 6 * 3600 && Bool.random(using: &random) }
        .map { SleepSpan(onset: $0.start + 3 * 3600, wake: $0.start + 3 * 3600 + 25 * 60) }
      var history = SleepHistory()
      SleepPredictor().predict(
        work: work.span, naps: naps.span, origin: Instant(seconds: Int64(origin)), zone: .oslo,
        into: &history)
      var plain = PlainPredictor(zone: zone, origin: origin)
      _ = plain.predict(duties)  // sets up the body clock
      var results: [DutyAlertness] = []
      ThreeProcessModel().evaluate(work.span, history, into: &results)
      for (duty, result) in zip(duties, results) {
        var grid = Grid()
        func kss(_ t: Double) -> Double? {
          s(t, history).map { 9.68 - 0.46 * ($0 + plain.rhythm(t)) }
        }
        // Waking ends at the end of the duty and right before a nap, which the grid need not hit.
        let ends = naps.map { Double($0.onset) - 1e-3 } + [Double(duty.end)]
        for t in ends where t >= Double(duty.start) && t <= Double(duty.end) {
          grid.peak = max(grid.peak, kss(t) ?? -.infinity)
        }
        for t in stride(from: duty.start, through: duty.end, by: 60) {
          grid.peak = max(grid.peak, kss(Double(t)) ?? -.infinity)
          // The middle of each minute, for sums: exact to the square of a minute.
          let part = Double(min(60, duty.end - t))
          guard part > 0, let middle = kss(Double(t) + part / 2) else { continue }
          grid.sum += middle * part
          grid.waking += part
          if middle >= 7 { grid.minutes7 += part / 60 }
          if middle >= 8 { grid.minutes8 += part / 60 }
        }
        #expect(result.peak.raw >= grid.peak - 1e-8)
        #expect(result.peak.raw <= grid.peak + 5e-6)
        if let there = kss(Double(result.peakAt)) { #expect(abs(there - result.peak.raw) < 1e-6) }
        #expect(abs(result.mean.raw - grid.sum / grid.waking) < 2e-5)
        #expect(abs(result.minutesAt7 - grid.minutes7) <= 2)
        #expect(abs(result.minutesAt8 - grid.minutes8) <= 2)
        let end = try #require(kss(Double(duty.end)))
        #expect(abs(result.end.raw - end) < 1e-9)
      }
    }
  }

  @Test("The mean while the body clock adapts is within 1e-6 (Simpson's rule, 10 s)")
  func meanWhileAdapting() throws {
    // A duty of 24 h that begins twelve hours before the clock is put forward.
    let origin = SleepPredictorTests.springOrigin
    let change = 19 * 86_400 + 2 * 3600 - 0
    let duties = [(start: change - 43_200, end: change + 43_200)]
    let work = duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
    var history = SleepHistory()
    SleepPredictor().predict(
      work: work.span, origin: Instant(seconds: Int64(origin)), zone: .oslo, into: &history)
    var plain = PlainPredictor(
      zone: try #require(TimeZone(identifier: "Europe/Oslo")), origin: origin)
    _ = plain.predict(duties)
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(work.span, history, into: &results)
    var sum = 0.0
    let n = 8640
    for i in 0...n {
      let t = Double(duties[0].start + i * 10)
      let value = 9.68 - 0.46 * (try #require(s(t, history)) + plain.rhythm(t))
      sum += value * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2)
    }
    #expect(abs(results[0].mean.raw - sum / 3 / Double(n)) < 1e-6)
  }

  @Test("Hours before the duty and before its end are counted apart")
  func sleepBefore() throws {
    let duties = try ModelVectors.duties("p01_three_nights")
    var history = SleepHistory()
    SleepPredictor().predict(
      work: duties.span, origin: ModelVectors.origin, zone: .utc, into: &history)
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(duties.span, history, into: &results)
    for (duty, result) in zip(duties, results) {
      let (start, end) = (Int(duty.start), Int(duty.end))
      #expect(Int(result.sleep24) == history.asleep(from: start - 86_400, to: start))
      #expect(Int(result.sleep48) == history.asleep(from: start - 172_800, to: start))
      #expect(Int(result.sleep24BeforeEnd) == history.asleep(from: end - 86_400, to: end))
      #expect(Int(result.sleep48BeforeEnd) == history.asleep(from: end - 172_800, to: end))
    }
  }

  @Test("Recorded sleep that covers a duty, empty duties and missing history do not stop it")
  func oddInput() {
    let sleeps = [SleepSpan(onset: 0, wake: 40_000), SleepSpan(onset: 40_000, wake: 90_000)]
    let history = ModelVectors.history(sleeps, start: .homeostatic(at: -3600, s: 14))
    let duties = [
      WorkInterval(start: -90_000, end: -80_000), WorkInterval(start: 10_000, end: 20_000),
      WorkInterval(start: 90_000, end: 90_000), WorkInterval(start: 95_000, end: 94_000),
    ]
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(duties.span, history, into: &results)
    #expect(results.count == 4)
    #expect(results.allSatisfy { $0.peak.raw.isFinite && $0.mean.raw.isFinite })
    ThreeProcessModel().evaluate(duties.span, SleepHistory(), into: &results)
    #expect(results.isEmpty)
  }

  @Test("With inertia the peak may lie at waking, and equals a grid")
  func inertia() throws {
    let wake = try ModelVectors.seconds("2026-01-06T07:00")
    let history = ModelVectors.history(
      try ModelVectors.sleeps("v01_normal_days"),
      start: .homeostatic(at: try ModelVectors.seconds("2026-01-05T07:00"), s: 14))
    let duty = [WorkInterval(start: wake, end: wake + 36_000)]
    let model = ThreeProcessModel(scale: .classicWithInertia)
    var results: [DutyAlertness] = []
    model.evaluate(duty.span, history, into: &results)
    var (hint, peak, sum) = (0, 0.0, 0.0)
    for second in stride(from: 0, through: 36_000, by: 10) {
      let kss = try #require(model.probe(wake + Int32(second), history, near: &hint)).kss.raw
      peak = max(peak, kss)
      sum += kss * (second == 0 || second == 36_000 ? 0.5 : 1)
    }
    #expect(abs(results[0].peak.raw - peak) < 1e-6)
    #expect(abs(results[0].mean.raw - sum / 3600) < 1e-5)
  }
}
