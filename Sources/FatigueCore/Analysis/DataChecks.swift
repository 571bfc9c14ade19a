/// What is odd about the values of a roster, as diagnostics: for commands that make no findings.
public enum DataChecks {
  /// What the rules of the data lane find, with real names; not what the reader has named already.
  public static func diagnostics(_ roster: Roster) -> [Diagnostic] {
    let rules = RuleBook.rules.filter { $0.lane == .data }
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    var diagnostics: [Diagnostic] = []
    for person in roster.people.indices {
      evidence.turn(to: person, clock: &clock)
      let context = FindingContext(roster: roster, name: roster.people[person].name)
      for rule in rules where rule.id != SwappedTimes.rule.id {
        var findings: [Finding] = []
        rule.evaluate(evidence, &findings)
        for finding in findings where !isNamed(finding, rule) {
          diagnostics.append(diagnostic(finding, rule, context))
        }
      }
    }
    let plan = PlanEvidence(roster: roster, limits: Limits(), facts: Facts())
    var findings: [Finding] = []
    if !roster.shifts.isEmpty { MissingWeeks.rule.evaluatePlan?(plan, &findings) }
    for var finding in findings {
      finding.person = Finding.everybody
      diagnostics.append(
        diagnostic(finding, MissingWeeks.rule, FindingContext(roster: roster, name: "")))
    }
    return diagnostics
  }

  /// Equal rows, swapped times and names alike have diagnostics of the reader, line by line.
  private static func isNamed(_ finding: Finding, _ rule: Rule) -> Bool {
    rule.id == RepeatedShift.rule.id && finding.related < 0
  }

  private static func diagnostic(
    _ finding: Finding, _ rule: Rule, _ context: FindingContext
  ) -> Diagnostic {
    let text = rule.describe(finding, context)
    return Diagnostic(
      DiagnosticCode(id: rule.id, title: rule.title, explanation: rule.test),
      rule.id == MissingWeeks.rule.id && finding.status == .note ? .note : .warning,
      at: context.roster.shifts[Int(finding.shift)].startField, text.message,
      hint: text.remedies.first?.text)
  }
}
