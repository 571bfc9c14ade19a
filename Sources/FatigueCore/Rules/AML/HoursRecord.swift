/// A record of the hours worked.
public enum HoursRecord {

  public static let rule = Rule(
    id: "AML-10-7",
    lane: .law,
    title: Localized(
      nb: "Oversikt over arbeidstiden mangler",
      en: "No record of hours worked"),
    section: Localized(
      nb: "aml. § 10-7",
      en: "Working Environment Act § 10-7"),
    test: Localized(
      nb: """
        Det skal finnes en oversikt over hvor mye den enkelte har arbeidet, åpen for \
        tillitsvalgte. Det er oppgitt at den ikke finnes.
        """,
      en: """
        There is to be a record of how much each employee has worked, open to the representatives. \
        It is said that there is none.
        """),
    why: Localized(
      nb: """
        Planen sier hva som var ment; bare oversikten viser hva som ble arbeidet.
        """,
      en: """
        The plan says what was meant; only the record shows what was worked.
        """),
    remedies: remedies,
    limits: [],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-7", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    inputs: [.hoursRecord],
    evaluatePlan: { evidence, findings in
      guard evidence.facts.plan.hasHoursRecord == false else { return }

      findings.append(
        Finding(
          .warning, from: evidence.horizon.start, to: evidence.horizon.end, shift: -1,
          measured: Fraction(1), limit: Fraction(0), .atMost, .count))
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: "Mangler oversikt over faktisk arbeidstid (aml. § 10-7).",
          en: "There is no record of the hours actually worked (Working Environment Act § 10-7)."),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Be om oversikten; de tillitsvalgte har innsyn.",
        en: "Ask for it; the representatives have access."))
  ]
}
