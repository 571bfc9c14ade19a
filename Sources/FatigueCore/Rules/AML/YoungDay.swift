/// Eight hours a day under 18.
public enum YoungDay {
  public static let most = Limit(
    "AML-11-2D.hours", Localized(nb: "timer per døgn under 18 år", en: "hours a day under 18"),
    .atMost, Fraction(8), .hours, allowed: Fraction(4)...Fraction(8))

  public static let rule = Rule(
    id: "AML-11-2D",
    lane: .law,
    title: Localized(
      nb: "Under 18: over 8 timer på et døgn",
      en: "Under 18: over 8 hours in a day"),
    section: Localized(
      nb: "aml. § 11-2 (3)",
      en: "Working Environment Act § 11-2 (3)"),
    test: Localized(
      nb: """
        Arbeidstiden på et døgn er over 8 timer. Gjelder 15–17 år, ikke i skolepliktig alder.
        """,
      en: """
        Working time on a day is over 8 hours. Holds for ages 15–17, not of compulsory school age.
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
        "Arbeidsmiljøloven § 11-2 (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["↓07:00-15:15 -", "07:00-15:00 -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung else { return }
      let limit = evidence.limits.steps(most)
      for day in evidence.timeline.daysOver(
        limit, dayStart: evidence.dayStart, of: evidence.roster,
        clock: evidence.cursor)
      {
        let blocks = evidence.timeline.blocks
        let (first, last) = (blocks[Int(day.first)], blocks[Int(day.last)])
        let certain = day.isOneStretch || evidence.limits.dayStart != nil
        var finding = Finding(
          certain ? .breach : .disputed, from: first.start, to: last.end, shift: last.last,
          measured: Fraction(day.seconds, 3600), limit: evidence.limits[most], .atMost, .hours)
        if !certain { finding.readings = .sum }
        let excess = blocks[Int(day.first)...Int(day.last)].reduce(Int64(0)) {
          $0 + evidence.wallClockExcess(from: $1.start, to: $1.end)
        }
        finding.dstOnly = excess < 0 && day.seconds + excess <= limit
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
