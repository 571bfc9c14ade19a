/// A rota with so many nights and Sundays a year that it is compared to continuous work.
public enum ComparableToContinuous {
  public static let most = Limit(
    "TAR-CONT.mean",
    Localized(nb: "uke sammenlignbar med helkontinuerlig", en: "week comparable to continuous"),
    .atMost, Fraction(168, 5), .hoursPerWeek, allowed: Fraction(30)...Fraction(40))
  public static let nights = Limit(
    "TAR-CONT.night-hours",
    Localized(nb: "nattimer i året (20–06)", en: "night hours a year (20–06)"), .atLeast,
    Fraction(539), .hours, allowed: Fraction(0)...Fraction(2000), isParameter: true)
  public static let sundays = Limit(
    "TAR-CONT.sunday-hours",
    Localized(nb: "søndagstimer i året", en: "Sunday hours a year"), .atLeast, Fraction(231),
    .hours, allowed: Fraction(0)...Fraction(1000), isParameter: true)

  public static let rule = Rule(
    id: "TAR-CONT",
    lane: .agreement,
    title: Localized(
      nb: "Over 33,6 timer, sammenlignbart med helkontinuerlig",
      en: "More than 33.6 hours, comparable to continuous work"),
    section: Localized(nb: "tariffavtalens arbeidstid", en: "working hours of the agreement"),
    test: Localized(
      nb: """
        Planen har, regnet om til et år på 52 uker, minst 539 nattimer (20–06) og minst 231 \
        søndagstimer, og alminnelig arbeidstid er i snitt over 33,6 timer i uken.
        """,
      en: """
        The plan has, brought to a year of 52 weeks, at least 539 night hours (20–06) and at least \
        231 Sunday hours, and ordinary hours have a mean of more than 33.6 a week.
        """),
    why: Localized(
      nb: "Så mange netter og søndager belaster som helkontinuerlig arbeid.",
      en: "So many nights and Sundays weigh as much as continuous work."),
    remedies: TariffWeekText.remedies,
    limits: [most, nights, sundays],
    sources: [
      RuleSource(
        Localized(
          nb: "Klausul av typen LO–NHO om sammenlignbart arbeid, natt 20–06",
          en: "Clause of the LO–NHO type on comparable work, night 20–06"), .secondary),
      RuleSource(
        Localized(
          nb: "Omregning fra planens uker til 52 uker", en: "From the plan's weeks to 52 weeks"),
        .derived),
    ],
    examples: ["N N N - - - ↓D", "N N N - - - -", "D D D D D - -"],
    standing: .off(
      Localized(
        nb: "gjelder ikke sykehus uten at avtalen deres sier det",
        en: "does not hold for hospitals unless their agreement says so")),
    evaluate: { evidence, findings in
      let (night, sunday) = (evidence.limits.steps(nights), evidence.limits.steps(sundays))
      TariffWeekText.evaluate(evidence, most, &findings) { profile in
        profile.tariffNight * 364 >= night * profile.days
          && profile.allSunday * 364 >= sunday * profile.days
      }
    },
    describe: { finding, context in TariffWeekText.describe(finding, context) })
}
