/// Nine ordinary hours in 24, without an averaging agreement.
public enum OrdinaryDay {
  public static let most = Limit(
    "AML-10-4-1D.ordinary-day",
    Localized(nb: "alminnelig arbeidstid på ett døgn", en: "ordinary hours a day"), .atMost,
    Fraction(9), .hours, allowed: Fraction(6)...Fraction(13),
    reach: [
      AgreementReach(.individual, .to(Fraction(10))),
      AgreementReach(.localUnion, .to(Fraction(25, 2))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-4-1D",
    lane: .law,
    title: Localized(
      nb: "Over 9 timer alminnelig arbeidstid", en: "More than 9 ordinary hours in a day"),
    section: Localized(
      nb: "aml. § 10-4 (1)", en: "Working Environment Act § 10-4 (1)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid (uten overtid) på ett fast døgn er over 9 timer, og ingen avtale om \
        gjennomsnittsberegning dekker døgnet. En sammenhengende vakt regnes samlet selv om den \
        passerer midnatt.
        """,
      en: """
        Ordinary hours (without overtime) on one fixed day are over 9, and no averaging agreement \
        covers the day. An unbroken duty is counted whole even when it passes midnight.
        """),
    why: Localized(
      nb: "Skader og feil øker fra omkring niende arbeidstime, mest om natten.",
      en: "Injuries and errors rise from about the ninth hour of work, most at night."),
    deviation: Localized(
      nb: """
        Skriftlig avtale om gjennomsnittsberegning: med den ansatte inntil 10 timer, med \
        tillitsvalgte i bedrift med tariffavtale inntil 12,5 timer (§ 10-5). Ut over det bare \
        fagforening med innstillingsrett (§ 10-12 (4)) eller samtykke fra Arbeidstilsynet.
        """,
      en: """
        A written averaging agreement: with the employee up to 10 hours, with the union \
        representatives of an undertaking bound by a collective agreement up to 12.5 hours \
        (§ 10-5). Beyond that only a union that has the right of nomination (§ 10-12 (4)) or \
        consent of the Labour Inspection Authority.
        """),
    remedies: LongDayText.remedies,
    limits: [most],
    sources: OrdinaryDayText.sources,
    examples: ["↓07:00-16:01 - -", "↓21:30-07:30 - -", "07:00-16:00 - -", "D+OT:15:30-18:00 - -"],
    explainedBy: ["AML-10-6-9D", "AML-10-6-8D", "AML-10-5-2D", "AML-10-5-1D"],
    evaluate: { evidence, findings in
      LongDayText.evaluate(
        evidence, most, ordinary: true, gathers: OrdinaryDayText.ceilings, leavesPassive: true,
        &findings
      ) { $0 != nil }
    },
    count: { evidence in
      LongDayText.count(
        evidence, most, ordinary: true, gathers: OrdinaryDayText.ceilings, leavesPassive: true)
    },
    describe: { finding, context in
      OrdinaryDayText.describe(finding, context, .main)
    })
}
