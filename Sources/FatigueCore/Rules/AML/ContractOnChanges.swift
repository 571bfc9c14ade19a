/// Contracts that say how shifts are placed and changed.
public enum ContractOnChanges {

  public static let rule = Rule(
    id: "AML-14-6",
    lane: .law,
    title: Localized(
      nb: "Arbeidsavtalen sier ikke hvordan vakter endres",
      en: "The contract does not say how shifts change"),
    section: Localized(
      nb: "aml. § 14-6 (1) j og m",
      en: "Working Environment Act § 14-6 (1) j and m"),
    test: Localized(
      nb: """
        Arbeidsavtalen skal si når arbeid til vekslende tider skal utføres, og hvordan \
        vaktendringer og ekstra arbeid håndteres. Det er oppgitt at den ikke gjør det.
        """,
      en: """
        The contract is to say when work at changing times is to be done, and how changes of \
        shifts and extra work are handled. It is said that it does not.
        """),
    why: Localized(
      nb: """
        Den som vet reglene for endringer på forhånd, kan planlegge livet rundt dem.
        """,
      en: """
        Whoever knows the rules of change beforehand can plan life around them.
        """),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 14-6 (1) j og m", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    inputs: [.contracts],
    inForce: RuleDates(from: CivilDate(days: 19_905)),
    evaluatePlan: { evidence, findings in
      guard evidence.facts.plan.contractsCoverChanges == false else { return }

      findings.append(
        Finding(
          .note, from: evidence.horizon.start, to: evidence.horizon.end, shift: -1,
          measured: Fraction(1), limit: Fraction(0), .atMost, .count))
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: "Avtalen sier ikke hvordan vakter legges og endres (aml. § 14-6 (1) j og m).",
          en:
            "The contract does not say how shifts are placed and changed (Working Environment Act § 14-6 (1) j and m)."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Oppdater arbeidsavtalene.",
        en: "Update the contracts."))
  ]
}
