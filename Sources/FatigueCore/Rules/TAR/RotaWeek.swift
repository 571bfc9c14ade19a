/// Thirty-five and a half hours a week in a rota, as many collective agreements have it.
public enum RotaWeek {
  public static let most = Limit(
    "TAR-355.mean", Localized(nb: "uke i turnus", en: "week in a rota"), .atMost,
    Fraction(71, 2), .hoursPerWeek, allowed: Fraction(30)...Fraction(40))

  public static let rule = Rule(
    id: "TAR-355",
    lane: .agreement,
    title: Localized(nb: "Over 35,5 timer i turnus", en: "More than 35.5 hours in a rota"),
    section: Localized(nb: "tariffavtalens arbeidstid", en: "working hours of the agreement"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid er i snitt over 35,5 timer i uken over planens hele uker, og planen \
        har minst hver tredje søn- eller helgedag, dag, kveld og natt på hverdager, eller minst \
        tre fjerdedeler natt.
        """,
      en: """
        Ordinary hours have a mean of more than 35.5 a week over the plan's whole weeks, and the \
        plan has at least every third Sunday or holiday, day, evening and night on weekdays, or at \
        least three quarters nights.
        """),
    why: Localized(
      nb: "Den kortere uken er betalingen for arbeid til skiftende tider.",
      en: "The shorter week is the payment for work at changing hours."),
    remedies: TariffWeekText.remedies,
    limits: [most],
    sources: [TariffWeekText.table],
    examples: ["D A N - D - ↓07:30-11:30", "D A N - D - -", "D D D D D - -"],
    explainedBy: ["AML-10-4-6", "AML-10-4-4W", "TAR-336"],
    evaluate: { evidence, findings in
      TariffWeekText.evaluate(evidence, most, &findings) { profile in
        profile.hasEveryThirdSunday || profile.isMainlyNights
          || profile.weekdayTypes == .all
      }
    },
    describe: { finding, context in TariffWeekText.describe(finding, context) })
}
