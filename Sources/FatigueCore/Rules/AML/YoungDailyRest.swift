/// Twelve hours of daily rest under 18.
public enum YoungDailyRest {
  public static let least = Limit(
    "AML-11-5D.rest", Localized(nb: "daglig hvile under 18 år", en: "daily rest under 18"),
    .atLeast, Fraction(12), .hours, allowed: Fraction(12)...Fraction(24))

  /// The daily rest of the Act, in seconds.
  static let seconds: Int64 = 12 * 3600

  public static let rule = Rule(
    id: "AML-11-5D",
    lane: .law,
    title: Localized(
      nb: "Under 18: under 12 timer hvile",
      en: "Under 18: under 12 hours of rest"),
    section: Localized(
      nb: "aml. § 11-5 (2)",
      en: "Working Environment Act § 11-5 (2)"),
    test: Localized(
      nb: """
        Hvilen mellom to hovedarbeidsperioder er under 12 timer. Gjelder 15–17 år, ikke i \
        skolepliktig alder.
        """,
      en: """
        The rest between two main work periods is under 12 hours. Holds for ages 15–17, not of \
        compulsory school age.
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
    examples: ["12:30-20:00 ↓07:30-15:00 -", "D D -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung else { return }
      for rest in evidence.timeline.shortRests(under: evidence.limits.steps(least)) {
        guard var finding = ShortRestText.finding(rest, least, evidence) else { continue }
        finding.status = rest.certain ? .breach : .disputed
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
