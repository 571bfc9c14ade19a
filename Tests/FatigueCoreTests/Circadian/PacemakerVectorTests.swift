import Foundation
import Testing

@testable import FatigueCore

/// The pacemaker against an integration to eleven digits (another program of our own, see the README of
/// the vectors for origin and tolerances).
@Suite struct PacemakerVectorTests {
  private func tolerance(_ name: String) -> Double {
    name.hasPrefix("S15") || name.hasPrefix("S18") ? 5e-4 : 1e-4
  }

  @Test("The entrained day worker", arguments: PacemakerModel.allCases)
  func limitCycle(model: PacemakerModel) throws {
    let row = try #require(
      try LightVectors.rows("limit_cycle.csv").first { $0.text("model") == model.rawValue })
    var pacemaker = Pacemaker(model)
    let day = try LightVectors.dayWorker()
    let state = pacemaker.entrained(on: day)
    #expect(abs(state.x - row["y0"]) < 1e-6)
    #expect(abs(state.xc - row["y1"]) < 1e-6)
    #expect(abs(state.n - row["n"]) < 1e-6)
    var marker = 0.0
    let reader = pacemaker
    pacemaker.follow(day, from: state, reading: [192]) { _, at16 in
      marker = 16 + (reader.lowPoint(from: at16) ?? .nan) - 24
    }
    #expect(abs(marker - row["cbtmin_vcr16_clock_h"]) < 1e-3)
  }

  @Test("States at midnight and daily phase", arguments: LightVectors.schedules)
  func days(name: String) throws {
    let light = try LightVectors.schedule(name)
    let states = Dictionary(
      grouping: try LightVectors.rows("daily_states.csv").filter { $0.text("schedule") == name },
      by: { $0.text("model") })
    let phases = Dictionary(
      grouping: try LightVectors.rows("vcr.csv").filter { $0.text("schedule") == name },
      by: { $0.text("model") })
    for model in PacemakerModel.allCases {
      var pacemaker = Pacemaker(model)
      let reader = pacemaker
      let expected = try #require(states[model.rawValue])
      let markers = try #require(phases[model.rawValue])
      let start = try LightVectors.start(model)
      // As the product reads it: 16:00 only, with long steps between.
      var found = 0
      let last = pacemaker.follow(
        light, from: start, reading: markers.map { Int($0["branch_h"] * 12) }
      ) { i, state in
        let hour = markers[i]["branch_h"] + (reader.lowPoint(from: state) ?? .nan)
        #expect(abs(hour - markers[i]["cbtmin_vcr_h"]) < 0.01, "\(model) day \(i)")
        found += 1
      }
      #expect(found == light.count / 288)
      #expect(abs(last.x - expected[expected.count - 1]["y0"]) < tolerance(name))
      pacemaker.follow(light, from: start, reading: expected.map { Int($0["t_h"] * 12) }) {
        i, state in
        let row = expected[i]
        #expect(abs(state.x - row["y0"]) < tolerance(name), "\(model) day \(i)")
        #expect(abs(state.xc - row["y1"]) < tolerance(name), "\(model) day \(i)")
        #expect(abs(state.n - row["n"]) < tolerance(name), "\(model) day \(i)")
      }
    }
  }

  /// Two of the schedules are here; with `FATIGUE_CONFORMANCE` all of them are compared.
  @Test("States at every 5 minutes", arguments: LightVectors.schedules)
  func fiveMinutes(name: String) throws {
    let path = "vectors_light/states/\(name)_5min.csv"
    let text: String
    if let folder = ProcessInfo.processInfo.environment["FATIGUE_CONFORMANCE"] {
      text = try String(contentsOf: URL(filePath: folder).appending(path: path), encoding: .utf8)
    } else {
      guard name.hasPrefix("S07") || name.hasPrefix("S18") else { return }
      text = try TestData.text(path)
    }
    let light = try LightVectors.schedule(name)
    let expected = LightVectors.rows(of: text)
    for model in [PacemakerModel.kronauer99, .forger99SF14] {
      var pacemaker = Pacemaker(model)
      var worst = 0.0
      let start = try LightVectors.start(model)
      pacemaker.follow(light, from: start, reading: Array(expected.indices)) { i, state in
        let row = expected[i]
        worst = max(worst, abs(state.x - row["\(model.rawValue)_y0"]))
        worst = max(worst, abs(state.xc - row["\(model.rawValue)_y1"]))
        worst = max(worst, abs(state.n - row["\(model.rawValue)_n"]))
      }
      #expect(expected.count > 2000)
      #expect(worst < tolerance(name), "\(model)")
    }
  }

  /// Not how the product reads phase: light masks it. It checks the curve between the midnights.
  @Test("The minimum of x itself", arguments: LightVectors.schedules)
  func minima(name: String) throws {
    let light = try LightVectors.schedule(name)
    let rows = Dictionary(
      grouping: try LightVectors.rows("markers.csv").filter { $0.text("schedule") == name },
      by: { $0.text("model") })
    for model in PacemakerModel.allCases {
      var pacemaker = Pacemaker(model)
      var x: [Double] = []
      let start = try LightVectors.start(model)
      pacemaker.follow(light, from: start, reading: Array(0...light.count)) { x.append($1.x) }
      var found: [(hour: Double, x: Double)] = []
      for i in 1..<(x.count - 1) where x[i - 1] > x[i] && x[i] <= x[i + 1] {
        let bend = x[i - 1] - 2 * x[i] + x[i + 1]
        let hour = (Double(i) + 0.5 * (x[i - 1] - x[i + 1]) / bend) / 12
        if let last = found.last, hour - last.hour < 13 {
          if x[i] < last.x { found[found.count - 1] = (hour, x[i]) }
        } else {
          found.append((hour, x[i]))
        }
      }
      for row in try #require(rows[model.rawValue]) {
        let expected = row["cbtmin_exact_h"] - model.temperatureDelay
        let nearest = found.map { abs($0.hour - expected) }.min() ?? .infinity
        #expect(nearest < 0.05, "\(model) \(row.text("k"))")
      }
    }
  }
}
