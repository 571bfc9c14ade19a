/// A break after four and a half hours under 18.
public enum YoungBreak {
  public static let least = Limit(
    "AML-11-5B.minutes", Localized(nb: "pause under 18 år", en: "break under 18"), .atLeast,
    Fraction(30), .minutes, allowed: Fraction(30)...Fraction(120))
  public static let hours = Limit(
    "AML-11-5B.hours",
    Localized(nb: "arbeidstid som krever pause", en: "working time that asks for a break"), .atMost,
    Fraction(9, 2), .hours, allowed: Fraction(3)...Fraction(9, 2), isParameter: true)

  public static let rule = Rule(
    id: "AML-11-5B",
    lane: .law,
    title: Localized(
      nb: "Under 18: under 30 minutter pause",
      en: "Under 18: under 30 minutes of break"),
    section: Localized(
      nb: "aml. § 11-5 (1)",
      en: "Working Environment Act § 11-5 (1)"),
    test: Localized(
      nb: """
        Arbeidstiden er over 4 timer og 30 minutter, og pausene er til sammen under 30 minutter. \
        Gjelder 15–17 år, ikke i skolepliktig alder.
        """,
      en: """
        Working time is over 4 hours 30 minutes, and the breaks together are under 30 minutes. \
        Holds for ages 15–17, not of compulsory school age.
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
    limits: [least, hours],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 11-5", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["↓07:00-12:00+BR:10:00-10:15 -", "07:00-12:00+BR:10:00-10:30 -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age, .breaks],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung else { return }
      let (hours, minimum) = (evidence.limits.steps(Self.hours), evidence.limits.steps(least))
      evidence.forEachBreakDay { day in
        guard day.working > hours, day.seconds < minimum else { return }
        var finding = Finding(
          .breach, from: day.from, to: day.to, shift: day.shift,
          measured: Fraction(day.seconds, 60), limit: evidence.limits[least], .atLeast, .minutes)
        let excess = evidence.wallClockExcess(from: day.from, to: day.to)
        finding.dstOnly = excess < 0 && day.working + excess <= hours
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
