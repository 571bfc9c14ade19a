import Foundation
import Testing

@testable import FatigueCore

@Suite("Golden cases of the rule catalogue")
struct GoldenCaseTests {
  /// Parameters that a test of a later stage answers.
  private static let unanswered: Set<String> = []

  static let cases = GoldenCase.all.filter { golden in
    RuleBook.rule(golden["rule_id"]) != nil
      && unanswered.isDisjoint(with: golden.parameters.keys)
  }

  @Test("All cases that this build covers are found")
  func casesAreFound() {
    #expect(Self.cases.count >= 59, "only \(Self.cases.count) cases were read")
  }

  @Test("The rule fires where the case says, with its measured value", arguments: cases)
  func matchesTheHandWrittenAnswer(_ golden: GoldenCase) throws {
    let rule = try #require(RuleBook.rule(golden["rule_id"]))
    if golden.parameters["reading"] != nil, rule.id == "AML-10-8-2" || rule.id == "AML-10-8-3W" {
      try checkWeeklyRest(golden, limit: rule.limits[0])
      guard golden.expectsFinding else { return }
    }
    if let measure = try golden.measure() {
      #expect(measure.text == golden["measured_exact"])
    }
    for complete in [false, true] {
      let (findings, _) = try golden.findings(rule, complete: complete)
      #expect(findings.isEmpty == !golden.expectsFinding, "complete \(complete): \(findings)")
      guard golden.expectsFinding, let worst = worst(of: findings) else { continue }
      if golden.parameters["reading"] == nil || rule.lane == .law && rule.id != "AML-10-8-2" {
        #expect(worst.measured.text == golden["measured_exact"])
      }
      checkStatus(golden["status"], worst, rule, complete, golden.parameters["staff_group"])
      if golden["tags"].contains("dst-only") { #expect(worst.dstOnly) }
    }
  }

  /// A case that fires nothing is measured by holding it to one step more than it has.
  static let quietCases = cases.filter { golden in
    !golden.expectsFinding && golden.parameters["reading"] == nil && golden["kind"] != "measure"
      && !["", "0"].contains(golden["measured_exact"])
      && RuleBook.rule(golden["rule_id"])?.isMeasure == false
      // Counted, or measured only where something else is wrong too.
      && !unmeasured.contains(golden["rule_id"])
  }

  /// Rules whose measured value without a finding cannot be had by a stricter limit.
  private static let unmeasured: Set<String> = [
    "AML-10-9-1A", "AML-10-9-1B", "EVID-REC48",
    // Held to what the parties have agreed, and not to the limit.
    "TAR-HELG", "TAR-HVMAX",
  ]

  @Test("What fires nothing measures what the case says", arguments: quietCases)
  func measuresWhatFiresNothing(_ golden: GoldenCase) throws {
    let rule = try #require(RuleBook.rule(golden["rule_id"]))
    let limit = rule.limits[0]
    let parts = golden["measured_exact"].split(separator: "/").compactMap { Int64($0) }
    let measured = Fraction(parts[0], parts.count > 1 ? parts[1] : 1)
    let steps = limit.unit.steps
    let stricter =
      (limit.relation == .atLeast ? 1 : -1) + measured.numerator * steps / measured.denominator
    let (findings, _) = try golden.findings(rule, complete: false) { limits in
      // An agreement would hide it, unless the rule is about people who have one.
      if !rule.inputs.contains(where: { $0.id == RuleInput.sundayAgreement.id }) {
        limits.agreements = []
      }
      limits.set(limit, to: Fraction(stricter, steps))
    }
    #expect(worst(of: findings)?.measured.text == golden["measured_exact"], "\(findings)")
  }

  @Test("What is said of the findings is sound, and promises nothing", arguments: cases)
  func saysSoundSentences(_ golden: GoldenCase) throws {
    let rule = try #require(RuleBook.rule(golden["rule_id"]))
    for complete in [false, true] {
      let (findings, roster) = try golden.findings(rule, complete: complete)
      let context = FindingContext(
        roster: roster, name: "Kari", facts: golden.facts(),
        limits: golden.limits(complete: complete))
      for finding in findings {
        SoundSentence.check(rule.describe(finding, context), golden.testDescription)
      }
    }
  }

  /// The smallest rest or the largest count.
  private func worst(of findings: [Finding]) -> Finding? {
    findings.first?.relation == .atLeast
      ? findings.min { $0.measured < $1.measured } : findings.max { $0.measured < $1.measured }
  }

  private func checkStatus(
    _ expected: String, _ finding: Finding, _ rule: Rule, _ complete: Bool, _ group: String?
  ) {
    guard rule.lane == .law || rule.lane == .agreement, !rule.isMeasure, !expected.isEmpty else {
      return
    }
    switch expected {
    case "breach": #expect(finding.status == .breach)
    case "disputed": #expect(finding.status == .disputed)
    case "warning": #expect(finding.status == .warning)
    case "note": #expect(finding.status == .note)
    case "breach*":
      // A central agreement may cover a doctor.
      let past = rule.limits[0].isPastFloor(finding.measured) && group != "lege"
      #expect(finding.status == (complete || past ? .breach : .disputed))
    // Certain, but within what a local agreement could give, whatever the measured value is.
    case "disputed*": #expect(finding.status == (complete ? .breach : .disputed))
    default: Issue.record("unknown status \(expected)")
    }
  }

  /// A case that names a reading is answered for that reading alone.
  private func checkWeeklyRest(_ golden: GoldenCase, limit: Limit) throws {
    let roster = try golden.roster()
    var timeline = PersonTimeline()
    var clock = ZoneCursor(roster.zone)
    timeline.fill(roster, person: 0, clock: &clock)
    let required = limit.standard.numerator * 3600
    let onCall = roster.shifts.filter {
      $0.kind == .onCall && golden.parameters["hv_breaks_weekly"] == "1"
    }
    let rests = timeline.weeklyRests(
      of: required, within: roster.horizon, weeks: roster.wholeWeeks,
      besides: onCall.map { WorkInterval(start: $0.start, end: $0.end) }
    ).filter { golden.weeks?.contains($0.monday.iso) ?? true }
    let seconds = rests.map { week in
      switch golden.parameters["reading"] {
      case "touches": week.touches.seconds
      case "assigned": week.assigned.seconds
      default: week.contained.seconds
      }
    }
    let least = try #require(seconds.min())
    #expect(Fraction(least, 3600).text == golden["measured_exact"])
    #expect((least < required) == golden.expectsFinding)
  }
}
