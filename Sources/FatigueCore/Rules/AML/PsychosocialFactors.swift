/// Factors for the psychosocial risk assessment.
public enum PsychosocialFactors {

  public static let rule = Rule(
    id: "AML-4-3",
    lane: .law,
    title: Localized(
      nb: "Psykososiale faktorer",
      en: "Psychosocial factors"),
    section: Localized(
      nb: "aml. § 4-3",
      en: "Working Environment Act § 4-3"),
    test: Localized(
      nb: """
        Røde funn om belastning, manglende restitusjon etter en hendelse eller manglende defusing \
        hører hjemme i kartleggingen etter § 4-3. De står som egne funn (ORG-DEF48, ORG-CRITREST \
        og de røde i EVID).
        """,
      en: """
        Red findings of workload, missing recovery after an incident or missing defusing belong in \
        the survey after § 4-3. They stand as findings of their own (ORG-DEF48, ORG-CRITREST and \
        the red ones of EVID).
        """),
    why: Localized(
      nb: """
        En plan som gir lite rom for støtte og restitusjon, er en psykososial faktor.
        """,
      en: """
        A plan that leaves little room for support and recovery is a psychosocial factor.
        """),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 4-3", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    isMeasure: true,
    inForce: RuleDates(from: CivilDate(days: 20_454)),
    describe: { finding, context in
      FindingText(Self.text, remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Ta det inn i kartleggingen av psykososiale forhold.",
        en: "Add it to the survey of psychosocial conditions."))
  ]
  private static let text = Localized(
    nb: """
      Røde funn om belastning, manglende restitusjon etter en hendelse eller manglende defusing \
      hører hjemme i kartleggingen etter § 4-3. De står som egne funn (ORG-DEF48, ORG-CRITREST og de \
      røde i EVID).
      """,
    en: """
      Red findings of workload, missing recovery after an incident or missing defusing belong in the \
      survey after § 4-3. They stand as findings of their own (ORG-DEF48, ORG-CRITREST and the red \
      ones of EVID).
      """)
}
