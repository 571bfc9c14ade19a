/// Ten ordinary hours in 24: the most that an averaging agreement with the employee gives.
public enum OrdinaryDayIndividual {
  public static let most = Limit(
    "AML-10-5-1D.individual-day",
    Localized(
      nb: "tak for ett døgn ved avtale med den ansatte",
      en: "ceiling of a day by agreement with the employee"), .atMost,
    Fraction(10), .hours, allowed: Fraction(6)...Fraction(13),
    reach: [
      AgreementReach(.individual, .to(Fraction(10))),
      AgreementReach(.localUnion, .to(Fraction(25, 2))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-5-1D",
    lane: .law,
    title: Localized(
      nb: "Over 10 timer alminnelig arbeidstid", en: "More than 10 ordinary hours in a day"),
    section: Localized(
      nb: "aml. § 10-5 (1)", en: "Working Environment Act § 10-5 (1)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid (uten overtid) på ett fast døgn er over 10 timer, som er det meste en \
        avtale med den ansatte om gjennomsnittsberegning kan gi. Prøves også når ingen avtale er \
        registrert, men ikke når tillitsvalgte har avtalt gjennomsnittsberegning.
        """,
      en: """
        Ordinary hours (without overtime) on one fixed day are over 10, the most that an averaging \
        agreement with the employee can give. Tested also when no agreement is on file, but not \
        when the union representatives have agreed on averaging.
        """),
    why: Localized(
      nb: "Etter ti timer er risikoen for feil klart høyere enn på en vanlig vakt.",
      en: "After ten hours the risk of errors is clearly higher than on an ordinary shift."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 12,5 timer (§ 10-5 (2)). Ut over \
        det bare fagforening med innstillingsrett (§ 10-12 (4)) eller samtykke fra \
        Arbeidstilsynet (§ 10-5 (3)).
        """,
      en: """
        The union representatives of an undertaking bound by a collective agreement may agree on up \
        to 12.5 hours (§ 10-5 (2)). Beyond that only a union that has the right of nomination \
        (§ 10-12 (4)) or consent of the Labour Inspection Authority (§ 10-5 (3)).
        """),
    remedies: LongDayText.remedies,
    limits: [most],
    sources: OrdinaryDayText.sources,
    examples: ["↓07:00-17:01 - -", "07:00-17:00 - -", "21:30-07:30 - -"],
    explainedBy: ["AML-10-6-9D", "AML-10-6-8D", "AML-10-5-2D"],
    evaluate: { evidence, findings in
      LongDayText.evaluate(
        evidence, most, ordinary: true, gathers: [OrdinaryDayText.ceilings[1]], &findings
      ) {
        $0.map { $0 >= .localUnion } ?? false
      }
    },
    count: { evidence in
      LongDayText.count(evidence, most, ordinary: true, gathers: [OrdinaryDayText.ceilings[1]])
    },
    describe: { finding, context in
      OrdinaryDayText.describe(finding, context, .individual)
    })
}
