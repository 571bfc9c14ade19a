/// Ten hours of overtime in a fixed week.
public enum WeeklyOvertime {
  public static let most = Limit(
    "AML-10-6-4W.week",
    Localized(nb: "overtid i en uke", en: "overtime a week"), .atMost,
    Fraction(10), .hours, allowed: Fraction(0)...Fraction(20),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(20))), AgreementReach(.nationalUnion, .free),
      AgreementReach(.authority, .to(Fraction(25))),
    ])

  public static let rule = Rule(
    id: "AML-10-6-4W",
    lane: .law,
    title: Localized(
      nb: "Over 10 timer overtid i en uke", en: "More than 10 hours of overtime in a week"),
    section: Localized(
      nb: "aml. § 10-6 (4)", en: "Working Environment Act § 10-6 (4)"),
    test: Localized(
      nb: """
        Overtid i en fast uke er over 10 timer. Overtid må være merket i planen. Timer ut over \
        stillingen i en deltidsstilling er ikke uten videre overtid etter loven (§ 10-6 (2)).
        """,
      en: """
        Overtime in a fixed week is over 10 hours. Overtime must be marked in the plan. Hours beyond \
        a part-time position are not in themselves overtime by the Act (§ 10-6 (2)).
        """),
    why: Localized(
      nb: "Overtid tas av fritiden mellom vaktene, og da av søvnen.",
      en: "Overtime is taken from the time between shifts, and so from sleep."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 20 timer (§ 10-6 (5)), og \
        Arbeidstilsynet kan samtykke til 25 (§ 10-6 (6)); i begge tilfeller bare for den som er \
        villig i hvert enkelt tilfelle (§ 10-6 (7)).
        """,
      en: """
        The union representatives of an undertaking bound by a collective agreement may agree on up \
        to 20 hours (§ 10-6 (5)), and the Labour Inspection Authority may consent to 25 (§ 10-6 \
        (6)); in both cases only for those who are willing each time (§ 10-6 (7)).
        """),
    remedies: WeekHoursText.overtime,
    limits: [most],
    sources: OvertimeText.sources,
    examples: [
      "D+OT:15:30-19:30 D+OT:15:30-19:30 D+↓OT:15:30-18:30 - - - -",
      "D+OT:15:30-19:30 D+OT:15:30-19:30 D+OT:15:30-17:30 - - - -",
    ],
    explainedBy: ["AML-10-6-8X"],
    inputs: [.overtimeRows],
    evaluate: { evidence, findings in
      WeekHoursText.evaluate(evidence, most, .overtime, &findings)
    },
    describe: { finding, context in
      OvertimeText.describeWeek(finding, context)
    })
}
