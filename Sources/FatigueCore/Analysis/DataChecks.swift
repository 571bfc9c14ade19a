/// What is odd about the values of a roster, as diagnostics: for commands that make no findings.
public enum DataChecks {
  /// What the rules of the data lane find, with real names; not what the reader has named already.
  public static func diagnostics(_ roster: Roster) -> DiagnosticList {
    let rules = RuleBook.rules.filter { $0.lane == .data }
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    var diagnostics = DiagnosticList()
    for person in roster.people.indices {
      evidence.turn(to: person, clock: &clock)
      let context = FindingContext(roster: roster, name: roster.people[person].name)
      for rule in rules where rule.id != SwappedTimes.rule.id {
        var findings: [Finding] = []
        rule.evaluate(evidence, &findings)
        for finding in findings where !isNamed(finding, rule) {
          report(finding, rule, context, &diagnostics)
        }
      }
    }
    let plan = PlanEvidence(roster: roster, limits: Limits(), facts: Facts())
    var findings: [Finding] = []
    if !roster.shifts.isEmpty { MissingWeeks.rule.evaluatePlan?(plan, &findings) }
    for var finding in findings {
      finding.person = Finding.everybody
      report(
        finding, MissingWeeks.rule, FindingContext(roster: roster, name: ""), &diagnostics)
    }
    return diagnostics
  }

  /// Equal rows, swapped times and names alike have diagnostics of the reader, line by line.
  private static func isNamed(_ finding: Finding, _ rule: Rule) -> Bool {
    rule.id == RepeatedShift.rule.id && finding.related < 0
  }

  /// Adds a finding. Its sentences are made only where the list keeps them.
  private static func report(
    _ finding: Finding, _ rule: Rule, _ context: FindingContext,
    _ diagnostics: inout DiagnosticList
  ) {
    let code = DiagnosticCode(id: rule.id, title: rule.title, explanation: rule.test)
    let isNote = rule.id == MissingWeeks.rule.id && finding.status == .note
    let severity = isNote ? Severity.note : .warning
    guard diagnostics.keeps(code) else { return diagnostics.count(code, severity) }
    let text = rule.describe(finding, context)
    diagnostics.add(
      Diagnostic(
        code, severity, at: context.roster.shifts[Int(finding.shift)].startField, text.message,
        hint: text.remedies.first?.text))
  }
}
