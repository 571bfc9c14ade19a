/// A structural finding answered by individual measures alone.
public enum CombinedMeasures {
  public static let rule = Rule(
    id: "ORG-COMBO",
    lane: .research,
    title: Localized(
      nb: "Bare tiltak på individnivå",
      en: "Individual measures alone"),
    section: Localized(
      nb: "programmet, tiltak D4",
      en: "the programme, measure D4"),
    test: Localized(
      nb: """
        Rapporten svarer på et strukturelt funn bare med tiltak på individnivå.
        """,
      en: """
        The report answers a structural finding with individual measures alone.
        """),
    why: Localized(
      nb: """
        Kombinerte tiltak virker bedre, og planen er ikke den ansattes ansvar.
        """,
      en: """
        Combined measures work better, and the plan is not the employee's responsibility.
        """),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: [],
    inputs: [],
    evaluatePlan: { evidence, findings in
      guard evidence.found.containsAny(of: isLonely) else { return }

      var finding = Finding(
        .note, from: evidence.horizon.start, to: evidence.horizon.end, shift: -1,
        measured: Fraction(1), limit: Fraction(0), .atMost, .count)
      finding.count = 0
      findings.append(finding)
    },
    describe: { _, _ in
      FindingText(
        Localized(
          nb: "Strukturelt funn uten tiltak på organisasjonsnivå.",
          en: """
            A structural finding without a measure at the organisation's level.
            """), remedies)
    })

  /// For each rule of the book, whether it has measures and all of them are the individual's.
  private static let isLonely: [Bool] = RuleBook.rules.map { rule in
    !rule.remedies.isEmpty && rule.remedies.allSatisfy { $0.level == .individual }
  }

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Legg til et tiltak på organisasjonsnivå.",
        en: "Add a measure at the organisation's level."))
  ]
}
