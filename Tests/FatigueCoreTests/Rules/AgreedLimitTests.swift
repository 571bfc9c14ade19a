import Testing

@testable import FatigueCore

/// An agreement that covers everybody and always sets a limit to what a configuration could have set it
/// to: the rule finds the same.
@Suite("What an agreement sets, holds")
struct AgreedLimitTests {
  /// Limits whose agreements do more than set them: they change which rule a long day, a short rest or a
  /// Sunday is held to, or are an answer by themselves.
  static let answers: Set<String> = [
    "AML-10-8-1.daily-rest", "AML-10-8-3D.call-outs", "AML-10-4-3.factor", "AML-10-5-A52.period",
    "AML-10-8-4S.in-a-row", "EU-3.daily-rest", "EU-3R.hours",
  ]

  @Test("As if the limit were set, on the rule's own examples and random rosters (seed 1)")
  func asIfSet() throws {
    var random = SplitMix(1)
    var plans: [Roster] = []
    for _ in 0..<12 { plans.append(try QuickLookTests.roster(&random)) }
    var changed = 0
    for rule in RuleBook.rules where rule.evaluatePlan == nil {
      let rosters = rule.examples.compactMap { $0.roster()?.0 } + plans
      for limit in rule.limits
      where limit.canBeAgreed(in: rule.lane) && !Self.answers.contains(limit.id) {
        for value in Self.values(limit, rule.lane) {
          var set = rule.premises.limits
          set.set(limit, to: value)
          var agreed = rule.premises.limits
          agreed.agreements.append(PackCheck.agreement(limit, value))
          for roster in rosters {
            let found = Self.found(rule, roster, agreed)
            #expect(
              found == Self.found(rule, roster, set), "\(limit.id) \(value.text)")
            if found != Self.found(rule, roster, rule.premises.limits) { changed += 1 }
          }
        }
      }
    }
    #expect(changed > 200)
  }

  /// What an agreement may say: both ends of what is allowed, and half the way to them.
  private static func values(_ limit: Limit, _ lane: Lane) -> [Fraction] {
    let ends = [limit.allowed.lowerBound, limit.allowed.upperBound]
    let values = ends + ends.map { ($0 + limit.standard) / Fraction(2) }
    return Set(values.map { limit.unit.steps == 1 ? Fraction($0.numerator / $0.denominator) : $0 })
      .sorted()
      .filter { value in
        value != limit.standard
          && [AgreementLevel.localUnion, .nationalUnion].contains {
            (try? LimitSetting.check(agreeing: value, limit, lane: lane, level: $0)) != nil
          }
      }
  }

  static func found(_ rule: Rule, _ roster: Roster, _ limits: Limits) -> [String] {
    RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: limits, facts: rule.premises.facts, selection: RuleSelection(select: [rule.id]))
    ).findings.filter { RuleBook.rule(of: $0).id == rule.id }.map {
      "\($0.from) \($0.to) \($0.measured.text) \($0.limit.text)"
    }
  }
}
