/// Two hundred hours of overtime in fifty-two weeks.
public enum YearlyOvertime {
  public static let most = Limit(
    "AML-10-6-4Y.year",
    Localized(nb: "overtid i 52 uker", en: "overtime in 52 weeks"), .atMost,
    Fraction(200), .hours, allowed: Fraction(0)...Fraction(300),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(300))), AgreementReach(.nationalUnion, .free),
      AgreementReach(.authority, .to(Fraction(200))),
    ])
  public static let halfYear = Limit(
    "AML-10-6-4Y.half-year",
    Localized(
      nb: "overtid i 26 uker med samtykke fra Arbeidstilsynet",
      en: "overtime in 26 weeks with the consent of the Labour Inspection Authority"), .atMost,
    Fraction(200), .hours, allowed: Fraction(0)...Fraction(200),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(300))), AgreementReach(.nationalUnion, .free),
      AgreementReach(.authority, .to(Fraction(200))),
    ], isParameter: true)

  public static let rule = Rule(
    id: "AML-10-6-4Y",
    lane: .law,
    title: Localized(
      nb: "Over 200 timer overtid i 52 uker", en: "More than 200 hours of overtime in 52 weeks"),
    section: Localized(nb: "aml. § 10-6 (4)", en: "Working Environment Act § 10-6 (4)"),
    test: Localized(
      nb: """
        Overtid i 52 uker er over 200 timer. Perioder på 52 uker etter hverandre fra planens første \
        uke er sikre; at enhver løpende periode skal holde, er omtvistet. Med samtykke fra \
        Arbeidstilsynet prøves 200 timer i 26 uker i stedet.
        """,
      en: """
        Overtime in 52 weeks is over 200 hours. Periods of 52 weeks one after another from the \
        plan's first week are certain; that any running period must hold is disputed. With the \
        consent of the Labour Inspection Authority 200 hours in 26 weeks are tested instead.
        """),
    why: Localized(
      nb: "Mye overtid over et år betyr at bemanningen er for lav for den planlagte driften.",
      en: "Much overtime over a year means that staffing is too low for what is planned."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale inntil 300 timer (§ 10-6 (5)), og \
        Arbeidstilsynet kan samtykke til 200 timer i 26 uker (§ 10-6 (6)); bare for den som er \
        villig i hvert enkelt tilfelle (§ 10-6 (7)).
        """,
      en: """
        The union representatives of an undertaking bound by a collective agreement may agree on up \
        to 300 hours (§ 10-6 (5)), and the Labour Inspection Authority may consent to 200 hours in \
        26 weeks (§ 10-6 (6)); only for those who are willing each time (§ 10-6 (7)).
        """),
    remedies: WeekHoursText.overtime,
    limits: [most, halfYear],
    sources: OvertimeText.sources + [
      RuleSource(
        Localized(
          nb: "Om de 52 ukene er faste eller løpende, er ikke avklart",
          en: "Whether the 52 weeks are fixed or running is not settled"), .derived)
    ],
    examples: [
      "OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 OT:00:00-23:00 ↓OT:00:00-17:00",
      "OT:07:00-17:00 - -",
    ],
    inputs: [.overtimeRows],
    evaluate: { evidence, findings in
      MeanHoursText.evaluate(
        evidence, most, .overtime, weeks: 52, .fixedThenRolling, .sum, into: &findings,
        isOff: { $0.hasOvertimeConsent(from: $1, to: $2) })
      guard evidence.limits.agreements.contains(where: { $0.level == .authority }) else { return }
      MeanHoursText.evaluate(
        evidence, halfYear, .overtime, weeks: 26, .fixedThenRolling, .sum, into: &findings,
        isOff: { !$0.hasOvertimeConsent(from: $1, to: $2) })
    },
    describe: { finding, context in OvertimeText.describePeriod(finding, context) })
}
