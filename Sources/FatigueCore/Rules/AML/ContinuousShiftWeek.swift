/// Thirty-six hours a week on average in fully continuous shift work.
public enum ContinuousShiftWeek {
  public static let most = Limit(
    "AML-10-4-5W.mean",
    Localized(nb: "alminnelig arbeidstid i snitt i uken", en: "mean ordinary hours a week"),
    .atMost, Fraction(36), .hours, allowed: Fraction(30)...Fraction(54),
    reach: ShorterWeekText.reach)

  public static let rule = Rule(
    id: "AML-10-4-5W",
    lane: .law,
    title: Localized(
      nb: "Over 36 timer i snitt i helkontinuerlig arbeid",
      en: "A mean of more than 36 hours in continuous work"),
    section: Localized(nb: "aml. § 10-4 (5)", en: "Working Environment Act § 10-4 (5)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid er i snitt over 36 timer i uken over planens hele uker, i \
        helkontinuerlig skiftarbeid eller sammenlignbar turnus. At ordningen gjelder, må oppgis; \
        planen viser det ikke.
        """,
      en: """
        Ordinary hours have a mean of more than 36 a week over the plan's whole weeks, in fully \
        continuous shift work or a comparable rota. That the scheme applies must be given; the plan \
        does not show it.
        """),
    why: Localized(
      nb: "Den som går hele døgnet og hele uken, har færrest netter igjen til å sove.",
      en: "Those who work round the clock and round the week have the fewest nights left for sleep."
    ),
    deviation: ShorterWeekText.deviation,
    remedies: ShorterWeekText.remedies,
    limits: [most],
    sources: ShorterWeekText.sources,
    examples: ["D A N - D ↓07:30-11:30 -", "D A N - D - -"],
    premises: .person(
      Localized(
        nb: "Ordningen på 36 timer er oppgitt.", en: "The scheme of 36 hours is given.")
    ) { $0.scheme = 36 },
    inputs: [.scheme],
    evaluate: { evidence, findings in
      ShorterWeekText.evaluate(evidence, most, &findings) { $0.about?.scheme == 36 }
    },
    describe: { finding, context in ShorterWeekText.describe(finding, context) })
}
