/// Whether the arrangement as a whole is sound.
public enum SoundHours {

  public static let rule = Rule(
    id: "AML-4-1-2",
    lane: .law,
    title: Localized(
      nb: "Forsvarlig arbeidstid",
      en: "Sound working time"),
    section: Localized(
      nb: "aml. § 4-1 (2) og § 10-2 (1)",
      en: "Working Environment Act § 4-1 (2) and § 10-2 (1)"),
    test: Localized(
      nb: """
        Arbeidstiden skal være slik at ingen utsettes for uheldige belastninger. Rapporten samler \
        alle advarsler og brudd per person; den avgjør ikke om ordningen er forsvarlig.
        """,
      en: """
        Working time is to expose nobody to adverse strain. The report gathers all warnings and \
        breaches per person; it does not decide whether the arrangement is sound.
        """),
    why: Localized(
      nb: """
        Hver regel for seg kan holde mens summen ikke gjør det; arbeidsgiver må kunne vise en \
        forsvarlighetsvurdering.
        """,
      en: """
        Each rule may hold by itself while the sum does not; the employer must be able to show an \
        assessment of soundness.
        """),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 4-1 (2) og § 10-2 (1)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    isMeasure: true,
    describe: { finding, context in
      FindingText(Self.text, remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Vurder ordningen sammen med verneombudet.",
        en: """
          Assess the arrangement together with the safety representative.
          """))
  ]
  private static let text = Localized(
    nb: """
      Arbeidstiden skal være slik at ingen utsettes for uheldige belastninger. Rapporten samler alle \
      advarsler og brudd per person; den avgjør ikke om ordningen er forsvarlig.
      """,
    en: """
      Working time is to expose nobody to adverse strain. The report gathers all warnings and \
      breaches per person; it does not decide whether the arrangement is sound.
      """)
}
