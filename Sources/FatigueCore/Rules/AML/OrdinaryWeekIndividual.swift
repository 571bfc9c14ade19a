/// Fifty ordinary hours in a fixed week: the most that an averaging agreement with the employee gives.
public enum OrdinaryWeekIndividual {
  public static let most = Limit(
    "AML-10-5-1W.individual-week",
    Localized(
      nb: "tak for en uke ved avtale med den ansatte",
      en: "ceiling of a week by agreement with the employee"), .atMost,
    Fraction(50), .hours, allowed: Fraction(30)...Fraction(54),
    reach: [
      AgreementReach(.individual, .to(Fraction(50))),
      AgreementReach(.localUnion, .to(Fraction(54))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-5-1W",
    lane: .law,
    title: Localized(
      nb: "Over 50 alminnelige timer på en uke",
      en: "More than 50 ordinary hours in a week"),
    section: Localized(
      nb: "aml. § 10-5 (1)", en: "Working Environment Act § 10-5 (1)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid i en fast uke er over 50 timer, som er det meste en avtale med den \
        ansatte om gjennomsnittsberegning kan gi. Prøves også når ingen avtale er registrert, men \
        ikke når tillitsvalgte har avtalt gjennomsnittsberegning.
        """,
      en: """
        Ordinary hours in a fixed week are over 50, the most that an averaging agreement with the \
        employee can give. Tested also when no agreement is on file, but not when the union \
        representatives have agreed on averaging.
        """),
    why: Localized(
      nb: "Med femti timer på en uke er det knapt en hel fridag igjen.",
      en: "Fifty hours in a week hardly leave a whole day off."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 54 timer i en enkelt uke (§ 10-5 \
        (2)). Ut over det bare fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        The union representatives of an undertaking bound by a collective agreement may agree on up \
        to 54 hours in any single week (§ 10-5 (2)). Beyond that only a union that has the right \
        of nomination (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.even],
    limits: [most],
    sources: WeekHoursText.sources,
    examples: ["L L L L ↓08:00-08:30 - -", "L L L L - - -"],
    explainedBy: ["AML-10-6-8X", "AML-10-5-2W"],
    evaluate: { evidence, findings in
      WeekHoursText.evaluate(
        evidence, most, .ordinary, gathers: [WeekHoursText.ceilings[1]], &findings
      ) {
        $0.map { $0 >= .localUnion } ?? false
      }
    },
    count: { evidence in
      WeekHoursText.count(evidence, ordinaryOver: most, gathers: [WeekHoursText.ceilings[1]])
    },
    describe: { finding, context in
      WeekHoursText.describe(
        finding, context,
        note: Localized(
          nb: " Mer krever avtale med tillitsvalgte (aml. § 10-5 (2)).",
          en: " More needs an agreement with the representatives (§ 10-5 (2))."))
    })
}
