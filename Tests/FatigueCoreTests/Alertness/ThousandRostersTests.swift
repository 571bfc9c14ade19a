import Foundation
import Testing

@testable import FatigueCore

/// The analytic peak, mean and time past a level beside a brute-force grid.
@Suite struct ThousandRostersTests {
  /// Every second of every duty when asked for; else every 20 s, and every second near the peak.
  private static let isExhaustive =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1"

  @Test(
    "Peak, mean and minutes of a thousand random rosters equal a grid of seconds (seeds 1–1000)")
  func grid() throws {
    let model = ThreeProcessModel()
    let predictor = SleepPredictor()
    for seed in 1...1000 as ClosedRange<UInt64> {
      var random = SeededNumbers(seed: seed)
      let date =
        try #require(CivilDate(year: 2026, month: 1, day: 1))
        + Int.random(in: 0..<360, using: &random)
      let origin = Zone.oslo.startOfDay(date)
      var work: [WorkInterval] = []
      var free = 0
      for _ in 0..<4 {
        let start = free + Int.random(in: 7 * 60...30 * 60, using: &random) * 60
        let length = Int.random(in: 60...14 * 60, using: &random) * 60
        work.append(WorkInterval(start: Int32(start), end: Int32(start + length)))
        free = start + length
      }
      var history = SleepHistory()
      predictor.predict(work: work.span, origin: origin, zone: .oslo, into: &history)
      var duties: [DutyAlertness] = []
      model.evaluate(work.span, history, into: &duties)
      let last = Int.random(in: 0..<work.count, using: &random)
      try check(duties[last], work[last], model, history, seed)
    }
  }

  private func check(
    _ duty: DutyAlertness, _ work: WorkInterval, _ model: ThreeProcessModel,
    _ history: SleepHistory, _ seed: UInt64
  ) throws {
    var place = 0
    func kss(_ second: Int32) throws -> Double {
      try #require(model.probe(second, history, near: &place)).kss.raw
    }
    let step: Int32 = Self.isExhaustive ? 1 : 20
    var (highest, sum, at7, at8, count) = (-Double.infinity, 0.0, 0, 0, 0)
    for second in stride(from: work.start, through: work.end, by: Int(step)) {
      let value = try kss(second)
      highest = max(highest, value)
      let weight = second == work.start || second == work.end ? 0.5 : 1
      sum += value * weight
      if value >= 7 { at7 += 1 }
      if value >= 8 { at8 += 1 }
      count += 1
    }
    for second in max(work.start, duty.peakAt - 30)...min(work.end, duty.peakAt + 30) {
      highest = max(highest, try kss(second))
    }
    let mean = sum / (Double(work.end - work.start) / Double(step))
    let minutes = Double(step) / 60
    #expect(highest <= duty.peak.raw + 1e-9, "seed \(seed)")
    #expect(highest >= duty.peak.raw - 1e-6, "seed \(seed)")
    #expect(abs(mean - duty.mean.raw) < 1e-5, "seed \(seed)")
    // Two crossings, each within a step.
    #expect(abs(Double(at7) * minutes - duty.minutesAt7) <= 2 * minutes + 1e-6, "seed \(seed)")
    #expect(abs(Double(at8) * minutes - duty.minutesAt8) <= 2 * minutes + 1e-6, "seed \(seed)")
    #expect(count > 0)
  }
}
