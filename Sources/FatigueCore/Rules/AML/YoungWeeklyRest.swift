/// Forty-eight hours of weekly rest under 18.
public enum YoungWeeklyRest {
  public static let least = Limit(
    "AML-11-5W.rest", Localized(nb: "ukehvile under 18 år", en: "weekly rest under 18"), .atLeast,
    Fraction(48), .hours, allowed: Fraction(48)...Fraction(72))

  public static let rule = Rule(
    id: "AML-11-5W",
    lane: .law,
    title: Localized(
      nb: "Under 18: under 48 timer ukehvile",
      en: "Under 18: under 48 hours of weekly rest"),
    section: Localized(
      nb: "aml. § 11-5 (3)",
      en: "Working Environment Act § 11-5 (3)"),
    test: Localized(
      nb: """
        Den beste friperioden i en fast uke er under 48 timer, i de samme tre lesningene som \
        ukehvilen ellers (minst 36 av timene i uken). Gjelder 15–17 år, ikke i skolepliktig alder.
        """,
      en: """
        The best free stretch of a fixed week is under 48 hours, in the same three readings as \
        weekly rest otherwise (at least 36 of the hours in the week). Holds for ages 15–17, not of compulsory school age.
        """),
    why: Localized(
      nb: """
        Unge trenger mer søvn og er mer utsatt for skader; loven har derfor egne grenser.
        """,
      en: """
        The young need more sleep and are more exposed to injury; the Act therefore has limits of \
        its own.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 11-5", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["D ↓D D D D D - D D D D D - -", "D D D D D - - D D D D D - -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung, !evidence.timeline.blocks.isEmpty else { return }
      let rest = evidence.limits.steps(least)
      for week in evidence.timeline.weeklyRests(
        of: rest, less: YoungDailyRest.seconds, onlyShort: true, within: evidence.horizon,
        weeks: evidence.weeks)
      {
        guard var finding = WeeklyRestRule.finding(week, rest, evidence.limits[least], evidence)
        else {
          continue
        }
        // As for the floor of the others: what the plan cuts off may be free.
        if finding.readings.contains(.touches), week.cutInside < rest - YoungDailyRest.seconds {
          finding.status = .breach
        }
        findings.append(finding)
      }
    },
    describe: { finding, context in
      YoungText.describe(finding, context, remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Endre vakten i dag. Grensene for unge kan ikke avtales bort lokalt.
          """,
        en: """
          Change the shift today. The limits of the young cannot be agreed away locally.
          """))
  ]
}
