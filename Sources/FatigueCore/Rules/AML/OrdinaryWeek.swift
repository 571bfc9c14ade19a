/// Forty ordinary hours in a fixed week, without an averaging agreement.
public enum OrdinaryWeek {
  public static let most = Limit(
    "AML-10-4-1W.ordinary-week",
    Localized(nb: "alminnelig arbeidstid i en uke", en: "ordinary hours a week"), .atMost,
    Fraction(40), .hours, allowed: Fraction(30)...Fraction(54),
    reach: [
      AgreementReach(.individual, .to(Fraction(50))),
      AgreementReach(.localUnion, .to(Fraction(54))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-4-1W",
    lane: .law,
    title: Localized(
      nb: "Over 40 alminnelige timer på en uke",
      en: "More than 40 ordinary hours in a week"),
    section: Localized(
      nb: "aml. § 10-4 (1)", en: "Working Environment Act § 10-4 (1)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid (uten overtid) i en fast uke, med hjemmevakt etter faktoren, er over \
        40 timer, og ingen avtale om gjennomsnittsberegning dekker uken. En vakt over ukeskillet \
        deles etter klokka.
        """,
      en: """
        Ordinary hours (without overtime) in a fixed week, with home on-call by its factor, are over \
        40, and no averaging agreement covers the week. A shift across the week's boundary is \
        split by the clock.
        """),
    why: Localized(
      nb: "Lange uker gir mindre søvn og mer søvnighet i dagene etter.",
      en: "Long weeks leave less sleep and more sleepiness in the days that follow."),
    deviation: Localized(
      nb: """
        Skriftlig avtale om gjennomsnittsberegning: med den ansatte inntil 50 timer i en enkelt uke, \
        med tillitsvalgte i bedrift med tariffavtale inntil 54 (§ 10-5). Ut over det bare \
        fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        A written averaging agreement: with the employee up to 50 hours in any single week, with the \
        union representatives of an undertaking bound by a collective agreement up to 54 \
        (§ 10-5). Beyond that only a union that has the right of nomination (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.even],
    limits: [most],
    sources: WeekHoursText.sources,
    examples: ["D D D D ↓07:30-15:45 - -", "D D D D D - -", "D D D D OT:07:30-17:30 - -"],
    explainedBy: ["AML-10-6-8X", "AML-10-5-2W", "AML-10-5-1W"],
    evaluate: { evidence, findings in
      WeekHoursText.evaluate(
        evidence, most, .ordinary, gathers: WeekHoursText.ceilings, leavesPassive: true, &findings
      ) { $0 != nil }
    },
    count: { evidence in
      WeekHoursText.count(
        evidence, ordinaryOver: most, gathers: WeekHoursText.ceilings, leavesPassive: true)
    },
    describe: { finding, context in
      WeekHoursText.describe(
        finding, context,
        note: Localized(
          nb: " Mer krever skriftlig avtale om gjennomsnittsberegning (aml. § 10-5).",
          en: " More needs a written averaging agreement (Working Environment Act § 10-5)."))
    })
}
