/// A plan with weeks, days and times for everybody.
public enum WorkPlanExists {

  public static let rule = Rule(
    id: "AML-10-3-1",
    lane: .law,
    title: Localized(
      nb: "Arbeidsplanen er ufullstendig",
      en: "The work plan is incomplete"),
    section: Localized(
      nb: "aml. § 10-3",
      en: "Working Environment Act § 10-3"),
    test: Localized(
      nb: """
        Arbeides det til ulike tider på døgnet, skal en plan vise hvilke uker, dager og tider hver \
        ansatt arbeider. Det er oppgitt at planen ikke gjør det.
        """,
      en: """
        Where work is done at different times of the day, a plan is to show which weeks, days and \
        times each employee works. It is said that the plan does not.
        """),
    why: Localized(
      nb: """
        Uten en plan kan ingen forberede seg, og ingen kan kontrollere den.
        """,
      en: "Without a plan nobody can prepare, and nobody can check it."),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-3", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    inputs: [.workPlan],
    evaluatePlan: { evidence, findings in
      guard evidence.facts.plan.showsWeeksDaysAndTimes == false else { return }

      findings.append(
        Finding(
          .breach, from: evidence.horizon.start, to: evidence.horizon.end, shift: -1,
          measured: Fraction(1), limit: Fraction(0), .atMost, .count))
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: "Planen viser ikke uker, dager og tider for hver ansatt (aml. § 10-3).",
          en:
            "The plan does not show weeks, days and times for each employee (Working Environment Act § 10-3)."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Gjør planen ferdig.",
        en: "Complete the plan."))
  ]
}
