import Testing

@testable import FatigueCore

/// The reference of the roster-to-sleep predictor, version 1 (another program of our own, see the
/// README of the vectors for tolerances).
@Suite struct SleepVectorTests {
  private func predict(_ name: String) throws -> (duties: [WorkInterval], history: SleepHistory) {
    var settings = SleepSettings()
    if name.hasSuffix("nap90") { settings.napBeforeNight = .init() }
    let duties = try ModelVectors.duties(name)
    var history = SleepHistory()
    SleepPredictor(settings: settings).predict(
      work: duties.span, origin: ModelVectors.origin, zone: .utc,
      start: .homeostatic(at: try ModelVectors.seconds("2026-01-05T07:00"), s: 13.82),
      into: &history)
    return (duties, history)
  }

  @Test("Sleep to the minute", arguments: ModelVectors.rosters)
  func sleep(name: String) throws {
    let rows = try ModelVectors.rows("sleep/\(name).predicted.csv")
    let expected = try rows.map {
      "\(try $0.time("sleep_start"))–\(try $0.time("sleep_end")) \($0.text("kind"))"
    }
    let predicted = try predict(name).history.episodes.dropFirst()
      .map { "\($0.onset)–\($0.wake) \($0.kind)" }
    #expect(predicted == expected)
  }

  @Test("Sleepiness per duty", arguments: ModelVectors.rosters)
  func metrics(name: String) throws {
    let (duties, history) = try predict(name)
    var results: [DutyAlertness] = []
    ThreeProcessModel().evaluate(duties.span, history, into: &results)
    let rows = try ModelVectors.rows("sleep/\(name).metrics.csv")
    #expect(results.count == rows.count)
    for (row, result) in zip(rows, results) {
      #expect(result.peak.raw >= row["kss_max_1min"] - 1e-9)
      #expect(result.peak.raw <= row["kss_max_1min"] + 5e-6)
      #expect(abs(result.peakAt - (try row.time("t_max"))) <= 60)
      #expect(abs(result.mean.raw - row["kss_mean_exact"]) < 1e-6)
      #expect(abs(result.end.raw - row["kss_end"]) < 1e-6)
      #expect(abs(result.home.raw - row["kss_home"]) < 1e-6)
      #expect(abs(result.minutesAt7 - row["min_ge7"]) <= 1)
      #expect(abs(result.minutesAt8 - row["min_ge8"]) <= 1)
      #expect(abs(Double(result.awakeAtEnd) / 3600 - row["awake_at_end_h"]) < 1e-6)
      #expect(abs(Double(result.sleep24) / 3600 - row["sleep24_h"]) < 1e-6)
      #expect(abs(Double(result.sleep48) / 3600 - row["sleep48_h"]) < 1e-6)
    }
  }
}
