import Foundation
import Testing

@testable import FatigueCore

/// The reference vectors in Tests/Data/vectors_light (origin and tolerances: the README there).
enum LightVectors {
  static let schedules = [
    "S01_regular_07_23_150lx", "S02_dayworker", "S03_3nights_no_glasses", "S04_3nights_glasses",
    "S05_5nights_no_glasses", "S06_5nights_glasses", "S07_5nights_compromise",
    "S08_3nights_bright_23_03", "S09_3nights_bright_late", "S10_jetlag_delay8h",
    "S11_jetlag_advance8h", "S12_fast_rotation_DDEENNoo", "S13_slow_rotation_5D5E5N",
    "S14_permanent_nights_compromise", "S15_tromso_june_5nights_no_glasses",
    "S16_tromso_december_5nights", "S17_constant_dark", "S18_outdoor_100klx_stress",
  ]

  /// The reference's own start, the entrained state of its day worker.
  static func start(_ model: PacemakerModel) throws -> PacemakerState {
    let row = try #require(try rows("limit_cycle.csv").first { $0.text("model") == model.rawValue })
    return PacemakerState(x: row["y0"], xc: row["y1"], n: row["n"])
  }

  /// Times are hours from day 0, so the epoch serves.
  static func schedule(_ name: String) throws -> LightSchedule {
    var schedule = LightSchedule(start: Instant(seconds: 0))
    for row in try rows("schedules/\(name).csv", comments: 1) {
      let steps = Int(((row["end_h"] - row["start_h"]) * 12).rounded())
      #expect(schedule.count == Int((row["start_h"] * 12).rounded()))
      schedule.append(lux: row["lux"], asleep: row["asleep"] == 1, steps: steps)
    }
    return schedule
  }

  /// The day worker's day, which every schedule starts from.
  static func dayWorker() throws -> LightSchedule {
    let days = try schedule("S02_dayworker")
    var day = LightSchedule(start: days.start)
    for i in days.stretches.indices {
      let steps = days.steps(of: i).clamped(to: 0..<288)
      let stretch = days.stretches[i]
      day.append(lux: stretch.lux, asleep: stretch.asleep, steps: steps.count)
    }
    return day
  }

  /// Rows of a table whose fields hold no comma.
  static func rows(_ path: String, comments: Int = 0) throws -> [ModelVectors.Row] {
    let text = try TestData.text("vectors_light/\(path)")
    return rows(of: text, comments: comments)
  }

  static func rows(of text: String, comments: Int = 0) -> [ModelVectors.Row] {
    let lines = text.split(whereSeparator: \.isNewline).dropFirst(comments)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let header = lines.first?.map(String.init) else { return [] }
    return lines.dropFirst().map {
      ModelVectors.Row(fields: Dictionary(zip(header, $0)) { first, _ in first })
    }
  }
}
