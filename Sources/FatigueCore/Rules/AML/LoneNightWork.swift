/// Lone work at night.
public enum LoneNightWork {
  public static let most = Limit(
    "AML-4-1-3.nights", Localized(nb: "netter med én på jobb", en: "nights with one at work"),
    .atMost, Fraction(0), .nights, allowed: Fraction(0)...Fraction(366))
  public static let hours = Limit(
    "AML-4-1-3.alone-hours",
    Localized(nb: "timer alene før det telles", en: "hours alone before it counts"), .atLeast,
    Fraction(1), .hours, allowed: Fraction(0)...Fraction(8), isParameter: true)

  public static let rule = Rule(
    id: "AML-4-1-3",
    lane: .law,
    title: Localized(
      nb: "Alenearbeid om natten",
      en: "Lone work at night"),
    section: Localized(
      nb: "aml. § 4-1 (3)",
      en: "Working Environment Act § 4-1 (3)"),
    test: Localized(
      nb: """
        Én enhet har bare én på jobb i til sammen minst en time mellom kl. 23 og 06, og ingen \
        risikovurdering er oppgitt. Klokkeslettene og timen er våre; plikten gjelder hele døgnet. Ett funn per \
        enhet.
        """,
      en: """
        A unit has only one person at work for at least an hour in all between 23:00 and 06:00, and \
        no risk assessment is given. The clock times and the hour are ours; the duty holds at all \
        hours. One finding per unit.
        """),
    why: Localized(
      nb: """
        Den som er alene om natten, har ingen å kalle på når noe skjer, og ingen å avløse for en \
        pause.
        """,
      en: """
        Whoever is alone at night has nobody to call when something happens, and nobody to take \
        over for a break.
        """),
    remedies: remedies,
    limits: [most, hours],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 4-1 (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "Kl. 23–06 og én time",
          en: "23:00–06:00 and one hour"), .derived),
    ],
    examples: [],
    inputs: [.units],
    inForce: RuleDates(from: CivilDate(days: 14_610)),
    evaluatePlan: { evidence, findings in
      LoneNights.find(evidence, least: evidence.limits.steps(Self.hours), &findings)
    },
    describe: { finding, context in
      let unit = context.unit(finding.shift)
      return FindingText(
        Localized(
          nb:
            "\(unit): \(finding.count) netter med én på jobb fra \(context.day(finding.from)[.nb]). Alenearbeid skal risikovurderes (aml. § 4-1 (3)).",
          en:
            "\(unit): \(finding.count) nights with one at work from \(context.day(finding.from)[.en]). Lone work is to be risk-assessed (Working Environment Act § 4-1 (3))."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Sett to på vakt, eller risikovurder og gi alarm og rutine for tilkalling.
          """,
        en: """
          Put two on duty, or assess the risk and give an alarm and a call-back routine.
          """))
  ]
}
