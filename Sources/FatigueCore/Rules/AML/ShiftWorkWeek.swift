/// Thirty-eight hours a week on average in shift work and comparable rotas.
public enum ShiftWorkWeek {
  public static let most = Limit(
    "AML-10-4-4W.mean",
    Localized(nb: "alminnelig arbeidstid i snitt i uken", en: "mean ordinary hours a week"),
    .atMost, Fraction(38), .hours, allowed: Fraction(30)...Fraction(54),
    reach: ShorterWeekText.reach)

  public static let rule = Rule(
    id: "AML-10-4-4W",
    lane: .law,
    title: Localized(
      nb: "Over 38 timer i snitt i turnus", en: "A mean of more than 38 hours in shift work"),
    section: Localized(nb: "aml. § 10-4 (4)", en: "Working Environment Act § 10-4 (4)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid er i snitt over 38 timer i uken over planens hele uker, og planen \
        viser én av ordningene: dag, kveld og natt på hverdager, minst hver tredje søn- eller \
        helgedag, eller minst tre fjerdedeler natt. Ordningen kan også oppgis.
        """,
      en: """
        Ordinary hours have a mean of more than 38 a week over the plan's whole weeks, and the plan \
        shows one of the schemes: day, evening and night on weekdays, at least every third Sunday \
        or holiday, or at least three quarters nights. The scheme may also be given.
        """),
    why: Localized(
      nb: "Arbeid til skiftende tider tar mer av søvnen enn dagarbeid, og uken er derfor kortere.",
      en: "Work at changing hours takes more of the sleep than day work, so the week is shorter."),
    deviation: ShorterWeekText.deviation,
    remedies: ShorterWeekText.remedies,
    limits: [most],
    sources: ShorterWeekText.sources,
    examples: [
      "D A 22:00-07:00 - 07:00-15:30 ↓07:00-15:30 -", "D A N - D - -", "D D D D 07:30-16:00 - -",
    ],
    explainedBy: ["AML-10-4-6"],
    evaluate: { evidence, findings in
      ShorterWeekText.evaluate(evidence, most, &findings, applies: ShorterWeekText.isShown)
    },
    describe: { finding, context in ShorterWeekText.describe(finding, context) })
}
