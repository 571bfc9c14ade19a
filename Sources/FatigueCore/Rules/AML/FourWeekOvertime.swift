/// Twenty-five hours of overtime in any four consecutive weeks.
public enum FourWeekOvertime {
  public static let most = Limit(
    "AML-10-6-4M.four-weeks",
    Localized(nb: "overtid i fire uker", en: "overtime in four weeks"), .atMost,
    Fraction(25), .hours, allowed: Fraction(0)...Fraction(50),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(50))), AgreementReach(.nationalUnion, .free),
      // The consent has no cap of four weeks: four times that of one.
      AgreementReach(.authority, .to(Fraction(100))),
    ])

  public static let rule = Rule(
    id: "AML-10-6-4M",
    lane: .law,
    title: Localized(
      nb: "Over 25 timer overtid i fire uker", en: "More than 25 hours of overtime in four weeks"),
    section: Localized(nb: "aml. § 10-6 (4)", en: "Working Environment Act § 10-6 (4)"),
    test: Localized(
      nb: """
        Overtid i fire faste uker etter hverandre er over 25 timer. Alle fire uker på rad prøves, \
        ikke bare kalendermåneder. Med samtykke fra Arbeidstilsynet gjelder grensen ikke.
        """,
      en: """
        Overtime in four consecutive fixed weeks is over 25 hours. Any four weeks in a row are \
        tested, not only calendar months. With the consent of the Labour Inspection Authority the \
        limit does not hold.
        """),
    why: Localized(
      nb: "Når overtiden hoper seg opp over uker, rekker en ikke å ta igjen søvnen mellom.",
      en: "When overtime piles up over weeks there is no time between to make up for lost sleep."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 50 timer (§ 10-6 (5)). Med \
        samtykke fra Arbeidstilsynet gjelder i stedet 25 timer i uken og 200 i 26 uker (§ 10-6 \
        (6)). Begge deler bare for den som er villig i hvert enkelt tilfelle (§ 10-6 (7)).
        """,
      en: """
        The union representatives of an undertaking bound by a collective agreement may agree on up \
        to 50 hours (§ 10-6 (5)). With the consent of the Labour Inspection Authority 25 hours a \
        week and 200 in 26 weeks hold instead (§ 10-6 (6)). Both only for those who are willing \
        each time (§ 10-6 (7)).
        """),
    remedies: WeekHoursText.overtime,
    limits: [most],
    sources: OvertimeText.sources,
    examples: [
      "OT:07:00-16:00 - - - - - - OT:07:00-16:00 - - - - - - ↓OT:07:00-15:00 - - - - - -",
      "OT:07:00-16:00 - - - - - - OT:07:00-16:00 - - - - - - OT:07:00-14:00 - - - - - -",
    ],
    explainedBy: ["AML-10-6-4W"],
    inputs: [.overtimeRows],
    evaluate: { evidence, findings in
      MeanHoursText.evaluate(
        evidence, most, .overtime, weeks: 4, .anyPeriod, .sum, into: &findings,
        isOff: { evidence, from, to in
          // A consent may set a cap of its own for four weeks.
          let own = evidence.inForce(most, from: from, to: to, shift: -1).agreement
          let isOwn = own >= 0 && evidence.limits.agreements[Int(own)].level == .authority
          return !isOwn && evidence.hasOvertimeConsent(from: from, to: to)
        })
    },
    describe: { finding, context in OvertimeText.describePeriod(finding, context) })
}
