/// A mean of forty-eight hours a week over eight weeks, overtime included.
public enum EightWeekMean {
  public static let most = Limit(
    "AML-10-6-8W.mean",
    Localized(nb: "samlet arbeidstid i snitt over 8 uker", en: "mean total hours over 8 weeks"),
    .atMost,
    Fraction(48), .hoursPerWeek, allowed: Fraction(30)...Fraction(48),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(48))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-6-8W",
    lane: .law,
    title: Localized(
      nb: "Over 48 timer i snitt over 8 uker", en: "A mean of more than 48 hours over 8 weeks"),
    section: Localized(nb: "aml. § 10-6 (8)", en: "Working Environment Act § 10-6 (8)"),
    test: Localized(
      nb: """
        Samlet arbeidstid, overtid og hjemmevakt etter faktoren medregnet, er i snitt over 48 timer i \
        uken over 8 uker. Blokker på 8 uker etter hverandre fra planens første uke er sikre; at \
        enhver periode på 8 uker skal holde, er omtvistet. Fravær holdes utenfor.
        """,
      en: """
        Total hours, overtime and home on-call by its factor included, have a mean of more than 48 a \
        week over 8 weeks. Blocks of 8 weeks one after another from the plan's first week are \
        certain; that any 8 weeks must hold is disputed. Absence is left out.
        """),
    why: Localized(
      nb: "Over flere uker blir lange uker til søvngjeld som én fridag ikke retter opp.",
      en: "Over several weeks long weeks become a sleep debt that one day off does not mend."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)); over 48 timer i snitt over et år krever \
        dessuten samtykke fra hver enkelt ansatt.
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)); a yearly mean over 48 hours \
        also needs the consent of each employee.
        """),
    remedies: MeanHoursText.meanRemedies,
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
    isFloor: true,
    evaluate: { evidence, findings in
      MeanHoursText.evaluate(
        evidence, most, .total, weeks: 8, .fixedThenRolling, into: &findings)
    },
    describe: { finding, context in
      FindingText(
        MeanHoursText.message(finding, context), MeanHoursText.meanRemedies)
    })
}
