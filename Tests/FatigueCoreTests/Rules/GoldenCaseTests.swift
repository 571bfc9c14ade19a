import Foundation
import Testing

@testable import FatigueCore

/// The hand-written cases of the rule catalogue (`Tests/Data/rules_cases.csv`): every expected value
/// was written by hand and recomputed by two independent evaluators on a time zone database.
@Suite("Golden cases of the rule catalogue")
struct GoldenCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var row: [String: String]
    subscript(name: String) -> String { row[name] ?? "" }
    var testDescription: String { "\(self["case_id"]) \(self["rule_id"]): \(self["rationale"])" }

    var parameters: [String: String] {
      Dictionary(
        self["params"].split(separator: ";").map { part in
          let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
          return (halves[0], halves.count > 1 ? halves[1] : "")
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Cases of rules that exist, whose parameters only choose a reading or a week, and whose rows
  /// are planned work or overtime.
  static let cases: [Case] = ((try? TestData.table("rules_cases.csv")) ?? []).map { Case(row: $0) }
    .filter { golden in
      RuleBook.rule(golden["rule_id"]) != nil
        && golden.parameters.keys.allSatisfy { ["reading", "weeks"].contains($0) }
        && golden["roster"].split(separator: ";").allSatisfy { entry in
          entry.first.map { $0.isNumber } == true || entry.hasPrefix("OT:")
        }
    }

  @Test("All cases that this build covers are found")
  func casesAreFound() {
    #expect(Self.cases.count >= 59, "only \(Self.cases.count) cases were read")
  }

  @Test("The rule fires where the case says, with its measured value", arguments: cases)
  func matchesTheHandWrittenAnswer(_ golden: Case) throws {
    let roster = try GoldenRoster.roster(golden["roster"], horizon: golden["horizon"])
    let rule = try #require(RuleBook.rule(golden["rule_id"]))
    let expectsFinding = golden["expected_violation"] == "yes"
    if let reading = golden.parameters["reading"] {
      try checkWeeklyRest(golden, roster, reading, expectsFinding)
      guard expectsFinding else { return }
    }
    for complete in [false, true] {
      let findings = Self.findings(
        rule, roster, complete: complete, weeks: golden.parameters["weeks"])
      #expect(findings.isEmpty == !expectsFinding, "complete \(complete): \(findings)")
      guard expectsFinding, let worst = worst(of: findings) else { continue }
      if golden.parameters["reading"] == nil {
        #expect(worst.measured.text == golden["measured_exact"])
      }
      checkStatus(golden["status"], worst, rule, complete)
      if golden["tags"].contains("dst-only") { #expect(worst.dstOnly) }
    }
  }

  static func findings(
    _ rule: Rule, _ roster: Roster, complete: Bool, weeks: String? = nil
  ) -> [Finding] {
    var evidence = Evidence(roster: roster, limits: Limits(agreementsComplete: complete))
    var clock = ZoneCursor(roster.zone)
    evidence.timeline.fill(roster, person: 0, clock: &clock)
    var findings: [Finding] = []
    rule.evaluate(evidence, &findings)
    guard let weeks else { return findings }
    let wanted = weeks.split(separator: "+").map(String.init)
    return findings.filter { wanted.contains(roster.civil($0.from).date.iso) }
  }

  /// The smallest rest or the largest count.
  private func worst(of findings: [Finding]) -> Finding? {
    findings.first?.relation == .atLeast
      ? findings.min { $0.measured < $1.measured } : findings.max { $0.measured < $1.measured }
  }

  private func checkStatus(_ expected: String, _ finding: Finding, _ rule: Rule, _ complete: Bool) {
    guard rule.lane == .law else { return }
    switch expected {
    case "breach": #expect(finding.status == .breach)
    case "disputed": #expect(finding.status == .disputed)
    case "breach*":
      let floor = rule.limits[0].floor ?? rule.limits[0].standard
      let past = finding.relation == .atLeast ? finding.measured < floor : finding.measured > floor
      #expect(finding.status == (complete || past ? .breach : .disputed))
    default: Issue.record("unknown status \(expected)")
    }
  }

  /// A case that names a reading is answered for that reading alone.
  private func checkWeeklyRest(
    _ golden: Case, _ roster: Roster, _ reading: String, _ expectsFinding: Bool
  ) throws {
    var timeline = PersonTimeline()
    var clock = ZoneCursor(roster.zone)
    timeline.fill(roster, person: 0, clock: &clock)
    let wanted = golden.parameters["weeks"]?.split(separator: "+").map(String.init)
    let rests = timeline.weeklyRests(
      of: 35 * 3600, within: roster.horizon, weeks: roster.wholeWeeks
    ).filter { wanted?.contains($0.monday.iso) ?? true }
    let seconds = rests.map { week in
      switch reading {
      case "touches": week.touches.seconds
      case "assigned": week.assigned.seconds
      default: week.contained.seconds
      }
    }
    let least = try #require(seconds.min())
    #expect(Fraction(least, 3600).text == golden["measured_exact"])
    #expect((least < 35 * 3600) == expectsFinding)
  }
}

/// Rosters written as `start/end` local times in Oslo, with an optional offset and kind.
enum GoldenRoster {
  static func roster(_ text: String, horizon: String) throws -> Roster {
    let zone = Zone.oslo
    var builder = RosterBuilder(zone: zone)
    let person = builder.person(Person(number: "", name: "A"))
    for entry in text.split(separator: ";") {
      let overtime = entry.hasPrefix("OT:")
      let ends = entry.dropFirst(overtime ? 3 : 0).split(separator: "/").map(String.init)
      let (from, to) = (try time(ends[0], zone), try time(ends[1], zone))
      let date = zone.civil(from.instant).date
      let (opens, closes) = (
        builder.seconds(from.instant, on: date), builder.seconds(to.instant, on: date)
      )
      let start = try #require(opens)
      let end = try #require(closes)
      var flags: ShiftFlags = []
      if case .gap = from { flags.insert(.startInGap) }
      if case .gap = to { flags.insert(.endInGap) }
      if case .fold = from { flags.insert(.startInFold) }
      if case .fold = to { flags.insert(.endInFold) }
      builder.append(
        Shift(
          start: start, end: end, person: person, kind: overtime ? .overtime : .work, flags: flags),
        startingOn: date)
    }
    let built = builder.build()
    var roster = try #require(built)
    if !horizon.isEmpty {
      let dates = horizon.split(separator: ".").map { String($0) }
      roster.firstDate = try time(dates[0] + "T00:00", zone, date: true).date
      roster.lastDate = try time(dates[1] + "T00:00", zone, date: true).date + -1
    }
    return roster
  }

  private static func time(
    _ text: String, _ zone: Zone, date: Bool
  ) throws -> CivilTime {
    let parts = text.split(whereSeparator: { "-T:".contains($0) }).compactMap { Int($0) }
    let day = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    return CivilTime(
      day, secondOfDay: parts[3] * 3600 + parts[4] * 60 + (parts.count > 5 ? parts[5] : 0))
  }

  private static func time(_ text: String, _ zone: Zone) throws -> LocalTime {
    guard let plus = text.firstIndex(of: "+") else {
      return zone.resolve(try time(text, zone, date: false))
    }
    let civil = try time(String(text[..<plus]), zone, date: false)
    let offset = text[text.index(after: plus)...].split(separator: ":").compactMap { Int64($0) }
    let seconds = civil.localSeconds - offset[0] * 3600 - offset[1] * 60
    return .unique(Instant(seconds: seconds))
  }
}
