/// Sixty-nine hours in a fixed week, overtime included.
public enum WeeklyTotalCeiling {
  public static let most = Limit(
    "AML-10-6-8X.ceiling",
    Localized(nb: "samlet arbeidstid i en enkelt uke", en: "total hours in any single week"),
    .atMost,
    Fraction(69), .hours, allowed: Fraction(40)...Fraction(69),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(69))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-6-8X",
    lane: .law,
    title: Localized(nb: "Over 69 timer i en uke", en: "More than 69 hours in a week"),
    section: Localized(
      nb: "aml. § 10-6 (8)", en: "Working Environment Act § 10-6 (8)"),
    test: Localized(
      nb: """
        Samlet arbeidstid i en fast uke, overtid og hjemmevakt etter faktoren medregnet, er over 69 \
        timer.
        """,
      en: """
        Total hours in a fixed week, overtime and home on-call by its factor included, are over 69.
        """),
    why: Localized(
      nb: "Ti timer hver dag hele uken: det er ikke tid igjen til å ta inn søvnen.",
      en: "Ten hours every day of the week: no time is left to make up for lost sleep."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.overtime[0], WeekHoursText.even],
    limits: [most],
    sources: WeekHoursText.sources,
    examples: [
      "07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 ↓07:00-16:30 -", "L L L L L - -",
    ],
    isFloor: true,
    evaluate: { evidence, findings in
      WeekHoursText.evaluate(evidence, most, .total, &findings)
    },
    describe: { finding, context in
      WeekHoursText.describe(
        finding, context,
        note: Localized(
          nb: " Det er taket for samlet arbeidstid (aml. § 10-6 (8)).",
          en: " That is the ceiling of total hours (Working Environment Act § 10-6 (8))."),
        [
          Remedy(
            .leader,
            Localized(nb: "Stopp ekstravakten.", en: "Stop the extra shift.")),
          WeekHoursText.even,
        ])
    })
}
