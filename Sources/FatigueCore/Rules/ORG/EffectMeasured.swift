/// A changed plan without a period to compare with.
public enum EffectMeasured {
  public static let rule = Rule(
    id: "ORG-EFFECT",
    lane: .research,
    title: Localized(
      nb: "Planendring uten måling",
      en: "Plan changed without measurement"),
    section: Localized(
      nb: "programmet, måling",
      en: "the programme, measurement"),
    test: Localized(
      nb: """
        Planen er endret, og det er oppgitt at ingen periode er valgt å måle mot.
        """,
      en: """
        The plan was changed, and it is said that no period was chosen to compare with.
        """),
    why: Localized(
      nb: "Uten et mål før endringen vet ingen om den hjalp.",
      en: """
        Without a measure from before the change nobody knows whether it helped.
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
    inputs: [.baselinePeriod],
    evaluatePlan: { evidence, findings in
      guard evidence.facts.plan.hasBaselinePeriod == false else { return }

      var finding = Finding(
        .note, from: evidence.horizon.start, to: evidence.horizon.end, shift: -1,
        measured: Fraction(1), limit: Fraction(0), .atMost, .count)
      finding.count = 0
      findings.append(finding)
    },
    describe: { _, _ in
      FindingText(
        Localized(
          nb: "Ingen baseline for planendringen.",
          en: "No baseline for the change of plan."), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Velg to mål, og ta dem før og etter.",
        en: "Pick two measures, and take them before and after."))
  ]
}
