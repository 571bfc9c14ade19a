/// No work at night under 18.
public enum YoungNight {
  public static let most = Limit(
    "AML-11-3.hours",
    Localized(nb: "arbeid mellom kl. 23 og 06", en: "work between 23:00 and 06:00"), .atMost,
    Fraction(0), .hours, allowed: Fraction(0)...Fraction(0))
  public static let least = Limit(
    "AML-11-3.rest",
    Localized(nb: "fri som omfatter kl. 23–06", en: "free time that holds 23:00–06:00"), .atLeast,
    Fraction(8), .hours, allowed: Fraction(8)...Fraction(14))

  public static let rule = Rule(
    id: "AML-11-3",
    lane: .law,
    title: Localized(
      nb: "Under 18: nattarbeid",
      en: "Under 18: night work"),
    section: Localized(
      nb: "aml. § 11-3 (2)",
      en: "Working Environment Act § 11-3 (2)"),
    test: Localized(
      nb: """
        Det arbeides mellom kl. 23 og 06, eller friperioden som omfatter de timene, er under 8 \
        timer. Gjelder 15–17 år, ikke i skolepliktig alder.
        """,
      en: """
        There is work between 23:00 and 06:00, or the free time that holds those hours is under 8 \
        hours. Holds for ages 15–17, not of compulsory school age.
        """),
    why: Localized(
      nb: """
        Unge trenger mer søvn og er mer utsatt for skader; loven har derfor egne grenser.
        """,
      en: """
        The young need more sleep and are more exposed to injury; the Act therefore has limits of \
        its own.
        """),
    deviation: Localized(
      nb: """
        Forskrift kan gi unntak; arbeid 21–23 bare når det er nødvendig.
        """,
      en: """
        A regulation may make exceptions; work 21–23 only where needed.
        """),
    remedies: remedies,
    limits: [most, least],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 11-3 (2)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["↓15:00-23:15 -", "15:00-23:00 -", "↓15:00-23:00 06:00-13:00 -"],
    premises: .person(Localized(nb: "den ansatte er 17 år", en: "the employee is 17")) {
      $0.age = 17
    },
    inputs: [.age],
    isFloor: true,
    evaluate: { evidence, findings in
      guard evidence.isYoung else { return }
      let timeline = evidence.timeline
      var clock = evidence.cursor
      let origin = evidence.roster.origin.seconds
      let least = evidence.limits.steps(Self.least)
      for (index, block) in timeline.blocks.enumerated() {
        let night = clock.seconds(
          of: .evidence, from: origin + Int64(block.start), to: origin + Int64(block.end))
        if night > evidence.limits.steps(most) {
          findings.append(
            Finding(
              .breach, from: block.start, to: block.end, shift: block.last,
              measured: Fraction(night, 3600), limit: evidence.limits[most], .atMost, .hours))
          continue
        }
        guard index + 1 < timeline.blocks.count else { continue }
        let next = timeline.blocks[index + 1]
        let rest = Int64(next.start) - Int64(block.end)
        guard rest < least else { continue }
        // All of 23–06 lies in it: some of the night does, and the next duty begins after it.
        let opens = origin + Int64(next.start)
        guard clock.seconds(of: .evidence, from: origin + Int64(block.end), to: opens) > 0,
          clock.seconds(of: .evidence, from: opens, to: opens + 1) == 0
        else { continue }
        var finding = Finding(
          .breach, from: block.end, to: next.start, shift: block.last,
          measured: Fraction(rest, 3600),
          limit: evidence.limits[Self.least], .atLeast, .hours)
        finding.related = next.first
        finding.dstOnly =
          rest + evidence.wallClockExcess(from: block.end, to: next.start) >= least
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
