/// Sixteen hours of work in 24: what no local agreement can go beyond.
public enum DailyHoursCeiling {
  public static let ceiling = Limit(
    "AML-10-6-9D.ceiling", Localized(nb: "tak for ett døgn", en: "ceiling of one day"), .atMost,
    Fraction(16), .hours, allowed: Fraction(8)...Fraction(16),
    reach: [AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-6-9D",
    lane: .law,
    title: Localized(nb: "Over taket på 16 timer", en: "Over the 16 hour ceiling"),
    section: Localized(nb: "aml. § 10-6 (9)", en: "Working Environment Act § 10-6 (9)"),
    test: Localized(
      nb: "Samlet arbeidstid på ett fast døgn er over 16 timer.",
      en: "Total hours on one fixed day are over 16."),
    why: Localized(
      nb: "Det blir under 8 timer igjen av døgnet til reise, mat og søvn.",
      en: "Under 8 hours of the day are left for travel, food and sleep."),
    deviation: Localized(
      nb: "Bare avtale med fagforening med innstillingsrett (§ 10-12 (4)).",
      en: "Only an agreement with a union that has the right of nomination (§ 10-12 (4))."),
    remedies: LongDayText.remedies,
    limits: [ceiling],
    sources: LongDayText.sources,
    examples: ["07:00-15:00+↓15:00-23:15 - -", "07:00-15:00+15:00-23:00 - -"],
    isFloor: true,
    evaluate: { evidence, findings in
      LongDayText.evaluate(evidence, ceiling, &findings)
    },
    describe: { finding, context in LongDayText.describe(finding, context) })
}
