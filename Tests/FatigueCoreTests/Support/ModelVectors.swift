import Foundation
import Testing

@testable import FatigueCore

/// The reference vectors in Tests/Data/vectors (origin and tolerances: the README there).
///
/// Their clock times are civil time without a zone, so UTC serves; times are seconds from ``origin``.
enum ModelVectors {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/vectors").standardized

  static let origin = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00Z

  static let histories = [
    "v01_normal_days", "v02_one_night", "v03_three_nights", "v04_quick_return", "v05_awake_24h",
    "v06_nap_on_night", "v07_week_rotation", "v08_start_asleep", "v09_fips_default_S0",
    "v10_15min_grid",
  ]
  static let rosters = [
    "p01_three_nights", "p02_three_nights_nap90", "p03_quick_return", "p04_D_D_E_E_N_N",
    "p05_five_days", "p06_24h_duty",
  ]

  struct Row {
    var fields: [String: Substring]
    subscript(_ name: String) -> Double { Double(fields[name] ?? "") ?? .nan }
    func text(_ name: String) -> String { String(fields[name] ?? "") }
    func time(_ name: String) throws -> Int32 { try ModelVectors.seconds(text(name)) }
  }

  /// No field that we read is quoted.
  static func rows(_ path: String) throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(lines.first).map(String.init)
    return lines.dropFirst().map { Row(fields: Dictionary(zip(header, $0)) { first, _ in first }) }
  }

  /// `2026-01-05T07:00`, with or without a final Z.
  static func seconds(_ text: String) throws -> Int32 {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(parts.count == 5)
    let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    return Int32(date.localMidnight - origin.seconds) + Int32(parts[3] * 3600 + parts[4] * 60)
  }

  static func sleeps(_ name: String) throws -> [SleepSpan] {
    try rows("tpm/\(name).sleep.csv").map {
      try SleepSpan(onset: $0.time("sleep_start"), wake: $0.time("sleep_end"))
    }
  }

  /// A recorded history as the manifest starts it.
  static func history(
    _ sleeps: [SleepSpan], start: SleepStart, tables: ThreeProcessTables = .standard
  ) -> SleepHistory {
    var history = SleepHistory()
    SleepPredictor(tables: tables).follow(
      sleeps: sleeps.span, origin: origin, zone: .utc, start: start,
      until: (sleeps.last?.wake ?? 0) + 400_000, into: &history)
    return history
  }

  static func duties(_ name: String) throws -> [WorkInterval] {
    try rows("sleep/\(name).duties.csv").map {
      try WorkInterval(start: $0.time("duty_start"), end: $0.time("duty_end"))
    }
  }
}

/// SplitMix64, for seeded tests.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
