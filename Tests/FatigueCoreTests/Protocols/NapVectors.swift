import Foundation
import Testing

@testable import FatigueCore

/// The nap searches and ward problems of the reference (Tests/Data/vectors_light). Minutes from local
/// midnight of day 0.
enum NapVectors {
  struct Search: Decodable, CustomTestStringConvertible {
    struct Overrides: Decodable {
      var napLens: [Int64]?
      var commuteMode: String?
    }
    struct Duty: Decodable {
      var start: Int32
      var end: Int32
    }
    struct Best: Decodable {
      var start: Int32
      var len: Int64
      var sleepMin: Int64
      var cost: Double
      var buffer: Int64

      enum CodingKeys: String, CodingKey {
        case start, len, sleepMin, buffer
        case cost = "J"
      }
    }
    struct Sleep: Decodable {
      var span: SleepSpan
      var isNap: Bool
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        let onset = try list.decode(Int32.self)
        let wake = try list.decode(Int32.self)
        span = SleepSpan(onset: onset * 60, wake: wake * 60)
        isNap = try list.decode(Bool.self)
      }
    }
    var id: String
    var overrides: Overrides
    var priorSleeps: [Sleep]
    var startS: Double
    var startMinute: Int32
    var shift: Duty
    var costWithout: Double
    var best: Best?
    var table: [[Double]]

    enum CodingKeys: String, CodingKey {
      case id, overrides, priorSleeps, shift, best, table
      case startS = "S_init"
      case startMinute = "t_init"
      case costWithout = "J_none"
    }

    var testDescription: String { id }
    var duty: WorkInterval { WorkInterval(start: shift.start * 60, end: shift.end * 60) }
    var course: PlannedAlertness {
      PlannedAlertness(
        from: startMinute * 60, s: startS,
        sleeps: priorSleeps.map { PlannedAlertness.Sleep($0.span, isNap: $0.isNap) })
    }
    var commute: Commute {
      Commute(mode: overrides.commuteMode.flatMap(CommuteMode.init) ?? .car)
    }
    var rules: NapRules {
      var rules = NapRules()
      if let lengths = overrides.napLens { rules.lengths = lengths.map { .minutes($0) } }
      return rules
    }
  }

  static let searches: [Search] = {
    let bytes = (try? TestData.bytes("vectors_light/nap_search.json")) ?? []
    return (try? JSONDecoder().decode([Search].self, from: Data(bytes))) ?? []
  }()

  static let zone = Zone(name: "test", fixedOffset: 3600)
  /// Local midnight in that zone.
  static let origin = Instant(seconds: 1_768_172_400)
}
