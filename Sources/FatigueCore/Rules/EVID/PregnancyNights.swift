/// Nights in seven dates during pregnancy.
public enum PregnancyNights {
  public static let most = Limit(
    "EVID-PREG1.in-7-days", Localized(nb: "netter på sju datoer", en: "nights on seven dates"),
    .atMost, Fraction(1), .count,
    allowed: Fraction(0)...Fraction(3))

  public static let rule = Rule(
    id: "EVID-PREG1",
    lane: .research,
    title: Localized(
      nb: "Netter i svangerskapet",
      en: "Nights during pregnancy"),
    section: Localized(
      nb: "Garde mfl. 2020",
      en: "Garde et al. 2020"),
    test: Localized(
      nb: """
        Mer enn én natt på sju datoer på rad, for ansatte som selv har bedt om å bli sjekket.
        """,
      en: """
        More than one night on seven dates in a row, for employees who have asked to be checked.
        """),
    why: Localized(
      nb: """
        To eller flere netter i uken henger sammen med høyere risiko for spontanabort etter uke 8.
        """,
      en: """
        Two or more nights a week go with a higher risk of miscarriage after week 8.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Garde et al. 2020, Scand J Work Environ Health 46(6):557", .secondary,
        url: "https://doi.org/10.5271/sjweh.3920"),
      RuleSource(
        Localized(
          nb: """
            Dansk registerstudie: minst to netter i uken, 32 % høyere risiko for spontanabort \
            etter uke 8
            """,
          en: """
            Danish register study: two or more nights a week, 32% higher risk of miscarriage after \
            week 8
            """), .secondary),
    ],
    examples: ["N ↓N - -", "N - - - - - - N"],
    premises: .person(
      Localized(nb: "den ansatte har selv bedt om det", en: "the employee has asked for it")
    ) { $0.isPregnant = true },
    inputs: [.pregnancy],
    evaluate: { evidence, findings in
      guard evidence.about?.isPregnant == true else { return }
      let nights = evidence.timeline.nightsByDate(moreThan: Int(evidence.limits.steps(Self.most)))
      let most = evidence.limits.steps(Self.most)
      guard let range = Densest.range(nights.map { Int64($0.date.days) }, within: 7),
        Int64(range.count) > most
      else { return }
      let (first, last) = (nights[range.lowerBound], nights[range.upperBound - 1])
      var finding = Finding(
        .warning, from: evidence.roster.shifts[Int(first.shift)].start,
        to: evidence.roster.shifts[Int(last.shift)].end,
        shift: nights[range.lowerBound + Int(most)].shift, measured: Fraction(Int64(range.count)),
        limit: evidence.limits[Self.most], .atMost, .count)
      finding.related = first.shift
      finding.count = Int32(range.count)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "Til \(context.name) alene: \(finding.count) netter på sju datoer fra \(context.day(finding.from)[.nb]). Anbefalt høyst én.",
          en:
            "For \(context.name) only: \(finding.count) nights on seven dates from \(context.day(finding.from)[.en]). At most one is advised."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Tilby dagarbeid eller høyst én natt i uken mens graviditeten varer; vedtak tas sammen \
          med den ansatte og BHT.
          """,
        en: """
          Offer day work or at most one night a week during the pregnancy; decide it together with \
          the employee and the occupational health service.
          """)),
    Remedy(
      .individual,
      Localized(
        nb: """
          Snakk med leder, jordmor eller bedriftshelsetjenesten; opplysningen er din og frivillig.
          """,
        en: """
          Talk to your leader, midwife or the occupational health service; the information is \
          yours and voluntary.
          """)),
  ]
}
