/// What is odd about the values of a roster, as diagnostics: for commands that make no findings.
public enum DataChecks {
  /// Overlaps and clock times that a change of the clock skips or repeats, with real names.
  public static func diagnostics(_ roster: Roster) -> [Diagnostic] {
    let rules = RuleBook.rules.filter { $0.lane == .data }
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    var diagnostics: [Diagnostic] = []
    for person in roster.people.indices {
      evidence.turn(to: person)
      evidence.timeline.fill(roster, person: person, clock: &clock)
      let context = FindingContext(roster: roster, name: roster.people[person].name)
      for rule in rules {
        var findings: [Finding] = []
        rule.evaluate(evidence, &findings)
        let code = DiagnosticCode(id: rule.id, title: rule.title, explanation: rule.test)
        for finding in findings {
          let text = rule.describe(finding, context)
          diagnostics.append(
            Diagnostic(
              code, .warning, at: roster.shifts[Int(finding.shift)].startField, text.message,
              hint: text.remedies.first?.text))
        }
      }
    }
    return diagnostics
  }
}
