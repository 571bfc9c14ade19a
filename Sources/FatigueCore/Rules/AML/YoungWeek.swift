/// Forty hours a week under 18.
public enum YoungWeek {
  public static let most = Limit(
    "AML-11-2W.hours", Localized(nb: "timer i uken under 18 år", en: "hours a week under 18"),
    .atMost, Fraction(40), .hours, allowed: Fraction(12)...Fraction(40))

  public static let rule = Rule(
    id: "AML-11-2W",
    lane: .law,
    title: Localized(
      nb: "Under 18: over 40 timer i en uke",
      en: "Under 18: over 40 hours in a week"),
    section: Localized(
      nb: "aml. § 11-2 (3) og (4)",
      en: "Working Environment Act § 11-2 (3) and (4)"),
    test: Localized(
      nb: """
        Arbeidstiden i en fast uke, hos alle arbeidsgivere til sammen, er over 40 timer. Gjelder \
        15–17 år, ikke i skolepliktig alder.
        """,
      en: """
        Working time in a fixed week, with all employers together, is over 40 hours. Holds for \
        ages 15–17, not of compulsory school age.
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
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 11-2 (3) og (4)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["D D D D D ↓07:00-12:00 -", "D D D D D - -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung else { return }
      let limit = evidence.limits.steps(most)
      let timeline = evidence.timeline
      for (position, week) in timeline.weekHours.enumerated() where week.total > limit {
        let span = timeline.calendar.weeks[timeline.firstWeek + position]
        var finding = Finding(
          .breach, from: span.from, to: span.to,
          shift: evidence.shift(passing: limit, .total, from: span.from, to: span.to),
          measured: Fraction(week.total, 3600), limit: evidence.limits[most], .atMost, .hours)
        let excess =
          evidence.wallClockExcess(.overtime, from: span.from, to: span.to) / evidence.onCall.steps
        finding.dstOnly = excess < 0 && week.total + excess <= limit
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
