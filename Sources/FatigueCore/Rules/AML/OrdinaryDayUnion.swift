/// Twelve and a half ordinary hours in 24: the most that local union representatives can give.
public enum OrdinaryDayUnion {
  public static let most = Limit(
    "AML-10-5-2D.union-day",
    Localized(
      nb: "tak for ett døgn ved avtale med tillitsvalgte",
      en: "ceiling of a day by agreement with the representatives"), .atMost,
    Fraction(25, 2), .hours, allowed: Fraction(6)...Fraction(25, 2),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(25, 2))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-5-2D",
    lane: .law,
    title: Localized(
      nb: "Over 12,5 timer alminnelig arbeidstid", en: "More than 12.5 ordinary hours in a day"),
    section: Localized(
      nb: "aml. § 10-5 (2)", en: "Working Environment Act § 10-5 (2)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid (uten overtid) på ett fast døgn er over 12,5 timer, som er det meste \
        en lokal avtale med tillitsvalgte kan gi.
        """,
      en: """
        Ordinary hours (without overtime) on one fixed day are over 12.5, the most that a local \
        agreement with the union representatives can give.
        """),
    why: Localized(
      nb: "Vakter på tolv timer og mer henger sammen med flere skader og feil i sykehus.",
      en: "Shifts of twelve hours and more go with more injuries and errors in hospitals."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)) eller samtykke fra Arbeidstilsynet \
        (§ 10-5 (3), høyst 13 timer).
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)) or consent of the Labour \
        Inspection Authority (§ 10-5 (3), at most 13 hours).
        """),
    remedies: LongDayText.remedies,
    limits: [most],
    sources: OrdinaryDayText.sources,
    examples: ["↓07:30-20:01 - -", "L - -"],
    explainedBy: ["AML-10-6-9D", "AML-10-6-8D"],
    isFloor: true,
    evaluate: { evidence, findings in
      LongDayText.evaluate(evidence, most, ordinary: true, &findings) {
        $0.map { $0 > .localUnion } ?? false
      }
    },
    count: { evidence in LongDayText.count(evidence, most, ordinary: true) },
    describe: { finding, context in
      OrdinaryDayText.describe(finding, context, .localUnion)
    })
}
