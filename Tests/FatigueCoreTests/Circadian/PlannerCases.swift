import Foundation
import Testing

@testable import FatigueCore

/// The worked plans of the reference (Tests/Data/vectors_light/planner_cases.json), as far as light is
/// concerned. Minutes from local midnight of day 0.
struct PlannerCase: Decodable, CustomTestStringConvertible {
  struct Overrides: Decodable {
    var lat: Double?
    var lon: Double?
    var utcOffset: Int?
    var date: [Int]?
    var commute: Int64?
    var commuteMode: String?
  }
  struct Duty: Decodable {
    var start: Int32
    var end: Int32
    var kind: String
  }
  var id: String
  var overrides: Overrides
  var days: Int
  var shifts: [Duty]
  var sleepWithout: [[Int32]]
  var sleepWith: [[Int32]]
  var naps: [[Int32]]
  var delayWithout: [Double]
  var delayWith: [Double]
  var delayWithOtherModels: [String: [Double]]
  var pulses: [[Double]]
  var outdoorSeek: [[Double]]
  var glassesAfterShiftEnd: [Int32]

  enum CodingKeys: String, CodingKey {
    case id, overrides, days, shifts, naps, pulses, outdoorSeek, glassesAfterShiftEnd
    case sleepWithout = "sleepWithout"
    case sleepWith = "sleepWith"
    case delayWithout = "dphiWithoutH"
    case delayWith = "dphiWithH"
    case delayWithOtherModels = "dphiWithOtherModelsH"
  }

  var testDescription: String { id }

  private struct File: Decodable { var cases: [PlannerCase] }

  static let all: [PlannerCase] = {
    let bytes = (try? TestData.bytes("vectors_light/planner_cases.json")) ?? []
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode(File.self, from: Data(bytes)))?.cases ?? []
  }()

  var zone: Zone { Zone(name: "test", fixedOffset: Int32((overrides.utcOffset ?? 60) * 60)) }
  var site: Site {
    Site(
      latitude: overrides.lat ?? Site.oslo.latitude, longitude: overrides.lon ?? Site.oslo.longitude
    )
  }
  var date: CivilDate {
    let parts = overrides.date ?? [2026, 1, 12]
    return CivilDate(year: parts[0], month: parts[1], day: parts[2]) ?? CivilDate(days: 0)
  }
  var start: Instant { zone.startOfDay(date) }

  var commute: Commute {
    Commute(
      mode: overrides.commuteMode.flatMap(CommuteMode.init) ?? .car,
      length: .minutes(overrides.commute ?? 30))
  }

  static func spans(_ minutes: [[Int32]]) -> [SleepSpan] {
    minutes.map { SleepSpan(onset: $0[0] * 60, wake: $0[1] * 60) }
  }

  /// The habitual free day: the reference's own sleep of it, 23:10 to 07:06.
  var habit: LightSchedule {
    let daylight = Daylight(site: site, sky: .partly, zone: zone, date: date)
    var builder = LightScheduleBuilder(settings: LightSettings(), daylight: daylight)
    var schedule = LightSchedule(start: daylight.start)
    let sleeps = Self.spans([[1390 - 1440, 1866 - 1440], [1390, 1866]])
    builder.fill(&schedule, sleeps: sleeps, origin: daylight.start)
    return schedule
  }

  func light(withPlan: Bool) -> LightSchedule {
    let daylight = Daylight(
      site: site, sky: .partly, zone: zone, start: start, steps: days * 288)
    var builder = LightScheduleBuilder(settings: LightSettings(), daylight: daylight)
    var plan = LightPlan()
    if withPlan {
      plan.glassesAfter = Set(glassesAfterShiftEnd.map { $0 * 60 })
      plan.doses = (pulses + outdoorSeek).map {
        LightPlan.Dose(start: Int32($0[0]) * 60, end: Int32($0[1]) * 60, lux: $0[2])
      }
    }
    var schedule = LightSchedule(start: start)
    builder.fill(
      &schedule, work: shifts.map { WorkInterval(start: $0.start * 60, end: $0.end * 60) },
      sleeps: Self.spans(withPlan ? sleepWith + naps : sleepWithout), commute: commute,
      plan: plan, origin: start)
    return schedule
  }
}
