/// A mean of forty-eight ordinary hours a week over eight weeks.
public enum OrdinaryEightWeekMean {
  public static let most = Limit(
    "AML-10-5-A8.mean",
    Localized(
      nb: "alminnelig arbeidstid i snitt over 8 uker", en: "mean ordinary hours over 8 weeks"),
    .atMost,
    Fraction(48), .hoursPerWeek, allowed: Fraction(30)...Fraction(48),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(48))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-5-A8",
    lane: .law,
    title: Localized(
      nb: "Over 48 alminnelige timer i snitt, 8 uker",
      en: "A mean over 48 ordinary hours, 8 weeks"),
    section: Localized(
      nb: "aml. § 10-5 (1) og (2)", en: "Working Environment Act § 10-5 (1) and (2)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid (uten overtid) er i snitt over 48 timer i uken over 8 uker, som er det \
        meste en avtale om gjennomsnittsberegning kan gi. Blokker på 8 uker fra planens første \
        uke er sikre; at enhver periode skal holde, er omtvistet. Fravær holdes utenfor.
        """,
      en: """
        Ordinary hours (without overtime) have a mean of more than 48 a week over 8 weeks, the most \
        that an averaging agreement can give. Blocks of 8 weeks from the plan's first week are \
        certain; that any period must hold is disputed. Absence is left out.
        """),
    why: Localized(
      nb: "Gjennomsnittsberegning skal flytte timer, ikke legge lange uker etter hverandre.",
      en: "Averaging is to move hours, not to put long weeks one after another."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.even],
    limits: [most],
    sources: [
      WeekHoursText.statute,
      RuleSource(
        Localized(
          nb: "EU-domstolen, C-254/18: grensen skal holde også i perioder på tvers",
          en: "Court of Justice, C-254/18: the limit must hold in straddling periods too"),
        .primary, url: "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62018CA0254"),
      RuleSource(
        Localized(
          nb: "Faste perioder regnes fra planens første uke; fravær holdes utenfor",
          en: "Fixed periods are counted from the plan's first week; absence is left out"),
        .derived),
    ],
    examples: EightWeekStrips.all,
    explainedBy: ["AML-10-6-8W"],
    isFloor: true,
    evaluate: { evidence, findings in
      MeanHoursText.evaluate(
        evidence, most, .ordinary, weeks: 8, .fixedThenRolling, into: &findings,
        isOff: { evidence, from, to in
          // A national agreement is free of the mean, but for one that it sets itself.
          evidence.inForce(most, from: from, to: to, shift: -1).agreement < 0
            && evidence.averaging(from: from, to: to, shift: -1) == .nationalUnion
        })
    },
    describe: { finding, context in
      FindingText(
        MeanHoursText.message(finding, context), [WeekHoursText.even])
    })
}
