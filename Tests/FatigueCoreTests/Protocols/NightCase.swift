import Foundation
import Testing

@testable import FatigueCore

/// The nights of the reference's worked plans: strategy, naps, caffeine and sleepiness. Minutes from local
/// midnight of day 0.
struct NightCase: Decodable {
  struct Overrides: Decodable {
    var napLens: [Int64]?
    var lightContra: Bool?
    var brightSource: String?
    var brightLux: Double?
  }
  struct Block: Decodable {
    var nights: Int
    var firstStart: Int32
    var strategy: String
    var reasons: [String]
  }
  struct Night: Decodable {
    var start: Int32
    var end: Int32
    var cbtminClock: Double
    var preNap: [Int32]?
    var nap: [Int32]?
    var caffeine: [Int32]?
    var napSleepMin: Int64?
    var inertiaBufferMin: Int64?
    var costWithout: Double?
    var costWith: Double?
    var worstTimeWithout: Int
    var kssWorst: [Double]
    var kssEnd: [Double]
    var kssAfterCommute: [Double]
    var driveFlag: String

    enum CodingKeys: String, CodingKey {
      case start, end, cbtminClock, preNap, nap, caffeine, napSleepMin, inertiaBufferMin
      case worstTimeWithout, kssWorst, kssEnd, kssAfterCommute, driveFlag
      case costWithout = "J_noInShiftNap"
      case costWith = "J_withNap"
    }

    var duty: WorkInterval { WorkInterval(start: start * 60, end: end * 60) }
  }
  var id: String
  var overrides: Overrides
  var nocturnalDaysOff: Bool
  var blocks: [Block]
  var nights: [Night]

  private struct File: Decodable { var cases: [NightCase] }

  /// With the plan it belongs to.
  static let all: [String: NightCase] = {
    let bytes = (try? TestData.bytes("vectors_light/planner_cases.json")) ?? []
    let cases = (try? JSONDecoder().decode(File.self, from: Data(bytes)))?.cases ?? []
    return Dictionary(cases.map { ($0.id, $0) }) { first, _ in first }
  }()

  var rules: NapRules {
    var rules = NapRules()
    if let lengths = overrides.napLens { rules.lengths = lengths.map { .minutes($0) } }
    return rules
  }
}

extension PlannerCase {
  /// With the case's own person and ward, to be planned from scratch.
  func plan() -> PersonProtocol? {
    guard let expected = NightCase.all[id] else { return nil }
    var settings = ProtocolSettings()
    settings.site = site
    var planner = NightPlanner(
      settings: settings, zone: zone, origin: start, first: date, days: days)
    return planner.plan(person(expected))
  }

  /// The same through a roster, whose plan begins two days before its first date.
  func planFromRoster() -> PersonProtocol? {
    guard let expected = NightCase.all[id] else { return nil }
    var builder = RosterBuilder(zone: zone)
    let index = builder.person(Person(number: "1", name: "Kari"))
    for shift in shifts {
      let begins = start + .minutes(Int64(shift.start))
      let date = zone.civil(begins).date
      guard let from = builder.seconds(begins, on: date),
        let to = builder.seconds(start + .minutes(Int64(shift.end)), on: date)
      else { return nil }
      builder.append(
        Shift(start: from, end: to, person: index, kind: shift.kind == "C" ? .callOut : .work),
        startingOn: date)
    }
    guard let roster = builder.build() else { return nil }
    let person = person(expected)
    var settings = ProtocolSettings()
    settings.site = site
    settings.ward = person.ward
    settings.sleep.commute = commute.length
    settings.choicesOf[0] = person.choices
    var planner = ProtocolPlanner(roster, settings: settings)
    guard var plan = planner.plan(0) else { return nil }
    // On the clock of the case.
    let shift = Int32((roster.origin - start).seconds)
    for i in plan.nights.indices { plan.nights[i].move(by: shift) }
    return plan
  }

  func person(_ expected: NightCase) -> PlanPerson {
    var person = PlanPerson(
      duties: shifts.map {
        PlanDuty(
          WorkInterval(start: $0.start * 60, end: $0.end * 60), isCalled: $0.kind == "C",
          zone: zone, origin: start)
      })
    person.sleep.commute = commute.length
    person.choices.commuteMode = commute.mode
    person.choices.avoidsBrightLight = expected.overrides.lightContra ?? false
    person.choices.nocturnalDaysOff = expected.nocturnalDaysOff
    person.ward.naps = expected.rules
    person.ward.brightLux = expected.overrides.brightLux ?? 4100
    if let source = expected.overrides.brightSource.flatMap(BrightSource.init) {
      person.ward.brightLight = source
    }
    return person
  }

  /// Well rested at 07:00 two days before, with the reference's own sleeps and phase.
  func course(withPlan: Bool, sleeps keep: (SleepSpan, Bool) -> Bool = { _, _ in true })
    -> PlannedAlertness
  {
    let main = Self.spans(withPlan ? sleepWith : sleepWithout).map { ($0, false) }
    let all = main + (withPlan ? Self.spans(naps).map { ($0, true) } : [])
    let readings = (withPlan ? delayWith : delayWithout).enumerated().map {
      PhaseCurve.Reading(at: Int32(960 + 1440 * $0.offset) * 60, shift: $0.element)
    }
    return PlannedAlertness(
      from: (420 - 2880) * 60,
      sleeps: all.filter { keep($0.0, $0.1) }.map { .init($0.0, isNap: $0.1) },
      phase: PhaseCurve(readings: readings))
  }
}

extension NightPlan {
  /// Moves what the cases are compared by.
  mutating func move(by seconds: Int32) {
    func moved(_ span: WorkInterval) -> WorkInterval {
      WorkInterval(start: span.start + seconds, end: span.end + seconds)
    }
    duty = moved(duty)
    if let nap = dutyNap {
      dutyNap?.span = moved(nap.span)
      dutyNap?.bufferUntil += seconds
    }
    if let window = caffeine?.window { caffeine?.window = moved(window) }
    gain.worstAt += seconds
  }
}
