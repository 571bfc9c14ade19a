import Testing

@testable import FatigueCore

/// One rule, and a roster of one person written as in the golden cases.
enum RuleLook {
  static func findings(
    _ rule: String, _ roster: String, horizon: String = "", limits: Limits = Limits(),
    facts: Facts = Facts()
  ) throws -> [Finding] {
    findings(
      rule, in: try GoldenRoster.roster(roster, horizon: horizon), limits: limits, facts: facts)
  }

  static func findings(
    _ rule: String, in roster: Roster, limits: Limits = Limits(), facts: Facts = Facts()
  ) -> [Finding] {
    RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: limits, facts: facts, selection: RuleSelection(select: [rule]))
    ).findings.filter { RuleBook.rule(of: $0).id == rule }
  }

  /// What the rule says of its findings, in English.
  static func said(
    _ rule: String, _ roster: String, horizon: String = "", limits: Limits = Limits(),
    facts: Facts = Facts()
  ) throws -> [String] {
    let context = FindingContext(
      roster: try GoldenRoster.roster(roster, horizon: horizon), name: "Kari", facts: facts,
      limits: limits)
    let found = try findings(rule, roster, horizon: horizon, limits: limits, facts: facts)
    let rule = try #require(RuleBook.rule(rule))
    return found.map { rule.describe($0, context).message.en }
  }

  /// What is known of the one person.
  static func person(_ change: (inout PersonFacts) -> Void) -> Facts {
    var person = PersonFacts()
    change(&person)
    var facts = Facts()
    facts.people["A"] = person
    return facts
  }

  /// One agreement, without dates unless they are given.
  static func limits(
    _ level: AgreementLevel, about rule: String, limit: String? = nil, value: Fraction? = nil,
    from: String? = nil, through: String? = nil, complete: Bool = false
  ) throws -> Limits {
    var limits = Limits(agreementsComplete: complete)
    limits.agreements = [
      Agreement(
        id: "A", level: level, from: try from.map(date) ?? CivilDate(days: 0),
        through: try through.map(date), rule: rule, limit: limit, value: value)
    ]
    return limits
  }

  static func date(_ text: String) throws -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  /// The same clock times on each of some days after a date, as a roster is written.
  static func shifts(_ clock: String, from date: String, days: [Int]) throws -> String {
    let (first, ends) = (try Self.date(date), clock.split(separator: "-"))
    return days.map { day in
      let (start, end) = (first + day, first + (day + (ends[0] < ends[1] ? 0 : 1)))
      return "\(start.iso)T\(ends[0])/\(end.iso)T\(ends[1])"
    }.joined(separator: ";")
  }

  /// The local date and time at which a finding begins or ends.
  static func moment(_ seconds: Int32, of roster: String, horizon: String = "") throws -> String {
    let roster = try GoldenRoster.roster(roster, horizon: horizon)
    return "\(roster.civil(seconds).date.iso) \(roster.civil(seconds).clock)"
  }
}
