import Testing

@testable import FatigueCore

@Suite struct UnifiedAlertnessTests {
  /// The recorded history of a vector file, in the form of FIPS.
  private func alertness(_ name: String) throws -> UnifiedAlertness {
    let row = try #require(try ModelVectors.rows("manifest.csv").first { $0.text("case") == name })
    let history = ModelVectors.history(
      try ModelVectors.sleeps(name), start: .homeostatic(at: try row.time("start"), s: 14))
    var alertness = UnifiedAlertness(
      start: UnifiedModel.State(s: row["ump_S0"], l: row["ump_L0"]))
    alertness.follow(history)
    return alertness
  }

  @Test("S, L, C and P as FIPS computes them", arguments: ModelVectors.histories)
  func vectors(name: String) throws {
    let alertness = try alertness(name)
    var (hint, worst) = (0, 0.0)
    let rows = try ModelVectors.rows("ump/\(name).ump.csv")
    for row in rows {
      let moment = try #require(alertness.moment(try row.time("t"), near: &hint))
      #expect(moment.isAsleep == (row["awake"] == 0))
      let differences = [
        moment.s - row["S"], moment.l - row["L"], moment.c - row["C"],
        moment.p - row["fatigue_fips"], moment.sinceChange.value - row["since_change_h"],
      ]
      worst = differences.reduce(worst) { max($0, abs($1)) }
    }
    #expect(rows.count > 50)
    #expect(worst < 1e-9)
  }

  @Test("Debt grows over nights with ever shorter sleep (specification, section 6)")
  func consecutiveNights() {
    // Awake from 07:00, four ordinary nights, then nights 21:30–07:30 with 5.5 to 4.5 h of sleep.
    let day = 86_400
    var sleeps = (0..<4).map {
      SleepSpan(onset: Int32($0 * day + 82_800), wake: Int32($0 * day + 111_600))
    }
    var duties: [WorkInterval] = []
    for night in 0..<5 {
      let start = (4 + night) * day + 77_400
      duties.append(WorkInterval(start: Int32(start), end: Int32(start + 36_000)))
      let bed = start + 36_000 + 3600
      sleeps.append(SleepSpan(onset: Int32(bed), wake: Int32(bed + 19_800 - night * 900)))
    }
    let history = ModelVectors.history(sleeps, start: .homeostatic(at: 25_200, s: 14))
    var alertness = UnifiedAlertness()
    alertness.follow(history)
    var results: [DutyLapses] = []
    alertness.evaluate(duties.span, into: &results)
    let specified = [13.1, 12.4, 13.2, 14.0, 14.8]
    #expect(results.count == 5)
    for (result, peak) in zip(results, specified) { #expect(abs(result.peak - peak) < 0.3) }
    for (a, b) in zip(results, results.dropFirst()) { #expect(b.debt > a.debt) }
  }

  @Test(
    "The peak is that of a grid of 20 s (seeds 1–12), naps, both clock changes",
    arguments: [
      SleepPredictorTests.springOrigin, SleepPredictorTests.autumnOrigin,
      SleepPredictorTests.summerOrigin,
    ])
  func peaks(origin: Int) {
    var alertness = UnifiedAlertness()
    for seed in 1...12 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 25, step: seed % 3 == 0 ? 7 : 300, using: &random)
      let work = duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
      let naps = work.filter { $0.length > 6 * 3600 && Bool.random(using: &random) }
        .map { SleepSpan(onset: $0.start + 3 * 3600, wake: $0.start + 3 * 3600 + 25 * 60) }
      var history = SleepHistory()
      SleepPredictor().predict(
        work: work.span, naps: naps.span, origin: Instant(seconds: Int64(origin)), zone: .oslo,
        into: &history)
      alertness.follow(history)
      var results: [DutyLapses] = []
      alertness.evaluate(work.span, into: &results)
      #expect(results.count == work.count)
      for (duty, result) in zip(work, results) {
        var (peak, hint) = (-Double.infinity, 0)
        let ends = naps.map { $0.onset - 1 } + [duty.end]
        let grid =
          stride(from: duty.start, through: duty.end, by: 20)
          + ends.filter {
            $0 >= duty.start && $0 <= duty.end
          }
        for t in grid {
          guard let moment = alertness.moment(t, near: &hint), !moment.isAsleep else { continue }
          peak = max(peak, moment.p)
        }
        // A nap begins at most a second after the grid's point; P rises by 1e-4 in it.
        #expect(result.peak > peak - 1e-9 && result.peak < peak + 4e-4)
        let at = alertness.moment(result.peakAt, near: &hint)
        #expect(at.map { $0.isAsleep || abs($0.p - result.peak) < 4e-4 } ?? false)
        #expect(result.end == alertness.moment(duty.end, near: &hint)?.p)
      }
    }
  }

  @Test("A duty in sleep, before the series, of no length or of years: no trap, no hang, a number")
  func odd() {
    let history = ModelVectors.history(
      [SleepSpan(onset: 0, wake: 28_800), SleepSpan(onset: 86_400, wake: 90_000)],
      start: .homeostatic(at: -3600, s: 14))
    var alertness = UnifiedAlertness()
    var results: [DutyLapses] = []
    var hint = 5
    #expect(alertness.moment(0, near: &hint) == nil)
    alertness.evaluate([WorkInterval(start: 0, end: 9)].span, into: &results)
    #expect(results.isEmpty)
    alertness.follow(history)
    let ends: [Int32] = [.min, -90_000, 0, 3600, 28_800, 50_000, 86_400, .max]
    let work = ends.flatMap { a in ends.map { WorkInterval(start: a, end: $0) } }
    alertness.evaluate(work.span, into: &results)
    #expect(results.count == work.count)
    #expect(results.allSatisfy { $0.peak.isFinite && $0.end.isFinite && $0.debt.isFinite })
  }

  @Test("S, L and P do not depend on where the origin lies")
  func origin() {
    var random = SplitMix(21)
    let duties = RandomRoster.duties(days: 20, using: &random)
    let shift = 700 * 86_400
    func peaks(_ shift: Int) -> [Double] {
      let work = duties.map {
        WorkInterval(start: Int32($0.start + shift), end: Int32($0.end + shift))
      }
      var history = SleepHistory()
      SleepPredictor().predict(
        work: work.span, origin: Instant(seconds: Int64(SleepPredictorTests.summerOrigin - shift)),
        zone: .oslo, into: &history)
      var alertness = UnifiedAlertness()
      alertness.follow(history)
      var results: [DutyLapses] = []
      alertness.evaluate(work.span, into: &results)
      return results.map(\.peak)
    }
    #expect(peaks(0) == peaks(shift))
  }
}
