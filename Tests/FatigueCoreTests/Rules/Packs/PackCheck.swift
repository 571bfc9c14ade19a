import Testing

@testable import FatigueCore

/// What single rules say of small rosters, in a line for each finding.
enum PackCheck {
  static func strip(_ text: String) throws -> Roster {
    try #require(RosterStrip(text).roster()).roster
  }

  /// Monday 5 January 2026, the first day of a strip, and so many days later.
  static func day(_ days: Int = 0) -> CivilDate { CivilDate(days: 20_458) + days }

  /// What a rule finds in a strip.
  static func findings(
    _ rule: String, _ text: String, limits: Limits = Limits(), facts: Facts = Facts()
  ) throws -> [Finding] {
    RuleLook.findings(rule, in: try strip(text), limits: limits, facts: facts)
  }

  /// `note 4/3: 05 22:15 – 09 07:45, 08 22:15`: status, measured value and limit, from when to when, and when the
  /// shift pointed at begins; days are those of the month.
  static func told(_ finding: Finding, _ roster: Roster) -> String {
    func moment(_ seconds: Int32) -> String {
      let time = roster.civil(seconds)
      let minute = time.secondOfDay / 60
      return "\(time.date.iso.suffix(2)) \(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }
    let shift = finding.shift < 0 ? "none" : moment(roster.shifts[Int(finding.shift)].start)
    return "\(finding.status.name) \(decimal(finding.measured))/\(decimal(finding.limit)): "
      + "\(moment(finding.from)) – \(moment(finding.to)), \(shift)"
  }

  static func told(
    _ rule: String, _ text: String, limits: Limits = Limits(), facts: Facts = Facts()
  ) throws -> [String] {
    let roster = try strip(text)
    return RuleLook.findings(rule, in: roster, limits: limits, facts: facts)
      .map { told($0, roster) }
  }

  /// `12.5`, or `1:3` of what has no short decimals.
  private static func decimal(_ value: Fraction) -> String {
    let thousandths = value * Fraction(1000)
    guard thousandths.denominator == 1 else { return "\(value.numerator):\(value.denominator)" }
    var text =
      "\(thousandths.numerator / 1000).\(padded(Int(thousandths.numerator.magnitude % 1000), 3))"
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  static func plan(_ change: (inout PlanFacts) -> Void) -> Facts {
    var facts = Facts()
    change(&facts.plan)
    return facts
  }

  static func limits(_ values: (Limit, Fraction)...) -> Limits {
    var limits = Limits()
    for (limit, value) in values { limits.set(limit, to: value) }
    return limits
  }

  /// An agreement that sets a limit, from the beginning of time on.
  static func agreement(_ limit: Limit, _ value: Fraction) -> Agreement {
    Agreement(
      id: "A", level: .localUnion, from: CivilDate(days: 0),
      rule: String(limit.id.prefix { $0 != "." }), limit: limit.id, value: value)
  }

  static func agreement(_ limit: Limit, _ value: Int64) -> Agreement {
    agreement(limit, Fraction(value))
  }
}
