import Testing

@testable import FatigueCore

/// Third-party numbers: humanfactors/FIPS 0.2.1 run in R (`tpm`), an independent Python model 5c
/// (`tpm5c`), the published cut points (`prob.csv`). Tolerance 1e-9, from their 12 digits.
@Suite struct ReferenceVectorTests {
  private func start(_ name: String) throws -> SleepStart {
    let row = try #require(try ModelVectors.rows("manifest.csv").first { $0.text("case") == name })
    return .homeostatic(at: try row.time("start"), s: row["tpm_S0"])
  }

  @Test("S, C, U, W and KSS as FIPS computes them", arguments: ModelVectors.histories)
  func classic(name: String) throws {
    let history = ModelVectors.history(try ModelVectors.sleeps(name), start: try start(name))
    let model = ThreeProcessModel(scale: .classicWithInertia)
    var hint = 0
    var worst = 0.0
    let rows = try ModelVectors.rows("tpm/\(name).tpm.csv")
    for row in rows {
      let probe = try #require(model.probe(try row.time("t"), history, near: &hint))
      #expect((probe.state == .awake) == (row["awake"] == 1))
      let differences = [
        probe.s - row["S"], probe.c - row["C"], probe.u - row["U"], probe.w - row["W"],
        probe.kss.raw - row["KSS_fips"], probe.alertness - row["alertness_fips"],
        probe.sinceChange.value - row["since_change_h"],
      ]
      worst = differences.reduce(worst) { max($0, abs($1)) }
    }
    #expect(rows.count > 50)
    #expect(worst < 1e-9)
  }

  @Test("Model 5c as an independent program computes it", arguments: ModelVectors.histories)
  func fiveC(name: String) throws {
    let sleeps = try ModelVectors.sleeps(name)
    let history = ModelVectors.history(
      sleeps, start: .alertness(at: try #require(sleeps.first).onset, 8.38))
    let model = ThreeProcessModel()
    var hint = 0
    var worst = 0.0
    let rows = try ModelVectors.rows("tpm5c/\(name).tpm5c.csv")
    for row in rows {
      let probe = try #require(model.probe(try row.time("t"), history, near: &hint))
      let differences = [
        probe.s - row["S"], probe.c - row["C"], probe.u - row["U"],
        probe.kss.raw - row["kss_raw"], probe.kss.clamped - row["kss_clamped"],
        probe.sinceChange.value - row["hours_awake"],
      ]
      worst = differences.reduce(worst) { max($0, abs($1)) }
    }
    #expect(rows.count > 50)
    #expect(worst < 1e-9)
  }

  @Test("The jump at sleep onset above the bend is there in the published form, and not in ours")
  func discontinuity() throws {
    let rows = try ModelVectors.rows("tpm/fips_break_bug.csv")
    // The file has the samples only: a sleep lasts from the first sample asleep to the next awake.
    var sleeps: [SleepSpan] = []
    for (before, row) in zip(rows, rows.dropFirst()) where before["awake"] != row["awake"] {
      let time = try row.time("t")
      if row["awake"] == 0 {
        sleeps.append(SleepSpan(onset: time, wake: time))
      } else {
        sleeps[sleeps.count - 1].wake = time
      }
    }
    let start = SleepStart.homeostatic(at: try rows[0].time("t"), s: 14)
    var published = ThreeProcessParameters()
    published.homeostatic.aboveBend = .published
    let tables = ThreeProcessTables(published)
    let theirs = ModelVectors.history(sleeps, start: start, tables: tables)
    let ours = ModelVectors.history(sleeps, start: start)
    var hint = 0
    for row in rows {
      let probe = try #require(
        ThreeProcessModel(tables: tables, scale: .classicWithInertia)
          .probe(try row.time("t"), theirs, near: &hint))
      #expect(abs(probe.s - row["S"]) < 1e-9)
      #expect(abs(probe.kss.raw - row["KSS_fips"]) < 1e-9)
    }
    let nap = try #require(sleeps.first)
    let model = ThreeProcessModel()
    hint = 0
    let before = try #require(model.probe(nap.onset - 1, ours, near: &hint))
    let after = try #require(model.probe(nap.onset, ours, near: &hint))
    #expect(before.s > 12.2)
    #expect(abs(after.s - before.s) < 2e-4)
  }

  @Test("Probabilities of the ordinal model")
  func probabilities() throws {
    for row in try ModelVectors.rows("tpm5c/prob.csv") {
      let percentile = try #require(
        SleepinessProbability.Percentile(rawValue: Int(row["percentile"])))
      let kss = KarolinskaScale.fiveC.kss(alertness: row["A"]).raw + percentile.kssOffset
      #expect(abs(kss - row["kss_raw"]) < 1e-9)
      for k in 1...8 {
        let ours = SleepinessProbability.atLeast(
          k + 1, alertness: row["A"], percentile: percentile)
        #expect(abs(ours - row["P_gt_\(k)"]) < 1e-9)
      }
    }
  }

  @Test(
    "The maximum of each waking (our own golden section, README)",
    arguments: ModelVectors.histories)
  func peaks(name: String) throws {
    let history = ModelVectors.history(try ModelVectors.sleeps(name), start: try start(name))
    let rows = try ModelVectors.rows("peaks/\(name).peaks.csv")
    let wakings = try rows.map {
      try WorkInterval(start: $0.time("wake_from"), end: $0.time("wake_to"))
    }
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(wakings.span, history, into: &results)
    #expect(results.count == rows.count)
    for (row, result) in zip(rows, results) {
      #expect(abs(result.peak.raw - row["kss5c_max"]) < 1e-7)
      let hours = Double(result.peakAt - (try row.time("wake_from"))) / 3600
      #expect(abs(hours - row["t_max_hours_after_wake"]) < 2e-3)
    }
  }
}
