/// Thirteen hours of work in 24, overtime included.
public enum DailyTotalHours {
  public static let most = Limit(
    "AML-10-6-8D.daily-total",
    Localized(nb: "samlet arbeidstid på ett døgn", en: "total hours a day"),
    .atMost, Fraction(13), .hours, allowed: Fraction(8)...Fraction(16),
    reach: [AgreementReach(.localUnion, .to(Fraction(16))), AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-6-8D",
    lane: .law,
    title: Localized(nb: "Over 13 timer på ett døgn", en: "More than 13 hours in a day"),
    section: Localized(nb: "aml. § 10-6 (8)", en: "Working Environment Act § 10-6 (8)"),
    test: Localized(
      nb: """
        Samlet arbeidstid på ett fast døgn er over 13 timer. En sammenhengende vakt regnes samlet \
        selv om den passerer midnatt, på døgnet der mest av den ligger. En sum av flere vakter er \
        omtvistet så lenge partene ikke har fastsatt når døgnet begynner.
        """,
      en: """
        Total hours on one fixed day are over 13. An unbroken duty is counted whole even when it \
        passes midnight, on the day that holds most of it. A sum of several duties is disputed as \
        long as the parties have not fixed where the day begins.
        """),
    why: Localized(
      nb: "Lengre vakter henger sammen med flere skader i sykehus (Härmä 2020, OR 1,22).",
      en: "Longer shifts go with more injuries in hospitals (Härmä 2020, OR 1.22)."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 16 timer, mot kompenserende \
        hvile. Over 16 timer kreves avtale med fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        In an undertaking bound by a collective agreement the union representatives may agree on \
        up to 16 hours, against compensating rest. Beyond 16 hours an agreement with a union that \
        has the right of nomination is needed (§ 10-12 (4)).
        """),
    remedies: LongDayText.remedies,
    limits: [most],
    sources: LongDayText.sources + [LongDayText.injuries],
    examples: ["07:00-15:00+↓15:00-20:30 - -", "07:00-15:00+15:00-20:00 - -", "A D - -"],
    explainedBy: ["AML-10-6-9D"],
    evaluate: { evidence, findings in
      LongDayText.evaluate(evidence, most, &findings)
    },
    describe: { finding, context in LongDayText.describe(finding, context) })
}
