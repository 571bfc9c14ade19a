/// Many nights in four weeks.
public enum NightShare {
  public static let most = Limit(
    "EVID-NIGHTSHARE.in-28-days", Localized(nb: "netter på 28 døgn", en: "nights in 28 days"),
    .atMost, Fraction(8), .nights,
    allowed: Fraction(1)...Fraction(28))
  public static let red = Limit(
    "EVID-NIGHTSHARE.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(10),
    .nights,
    allowed: Fraction(1)...Fraction(28))

  public static let rule = Rule(
    id: "EVID-NIGHTSHARE",
    lane: .research,
    title: Localized(
      nb: "Mange netter på fire uker",
      en: "Many nights in four weeks"),
    section: Localized(
      nb: "vårt nivå, uten ekstern kilde",
      en: "our level, no outside source"),
    test: Localized(
      nb: """
        Mer enn åtte nattevakter på 28 datoer (rødt nivå over ti). Nivået er vårt eget.
        """,
      en: """
        More than eight night shifts on 28 dates (red level over ten). The level is our own.
        """),
    why: Localized(
      nb: """
        Netter som samles på få, gir de få en belastning resten ikke ser.
        """,
      en: """
        Nights that gather on a few give those few a load that the rest do not see.
        """),
    remedies: remedies,
    limits: [most, red],
    sources: [
      RuleSource(
        Localized(
          nb: "Åtte og ti netter på fire uker",
          en: "Eight and ten nights in four weeks"), .derived)
    ],
    examples: ["N N N N - - N N N N - - ↓N - -", "N N N - - - N N N - - -"],
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      let timeline = evidence.timeline
      guard timeline.mayHaveNights(moreThan: Int(most), within: 28) else { return }
      let nights = timeline.nightsByDate(moreThan: Int(most))
      guard Int64(nights.count) > most,
        let range = Densest.range(nights.map { Int64($0.date.days) }, within: 28),
        Int64(range.count) > most
      else { return }
      let isRed = Int64(range.count) > evidence.limits.steps(Self.red)
      let (first, last) = (nights[range.lowerBound], nights[range.upperBound - 1])
      var finding = Finding(
        isRed ? .warning : .note, from: evidence.roster.shifts[Int(first.shift)].start,
        to: evidence.roster.shifts[Int(last.shift)].end,
        shift: nights[range.lowerBound + Int(most)].shift, measured: Fraction(Int64(range.count)),
        limit: evidence.limits[isRed ? Self.red : Self.most], .atMost, .nights)
      finding.related = first.shift
      finding.count = Int32(range.count)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): \(finding.count) netter på fire uker fra \(context.day(finding.from)[.nb]).",
          en:
            "\(context.name): \(finding.count) nights in four weeks from \(context.day(finding.from)[.en])."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Fordel nettene jevnere i gruppen, eller avtal fast natt med dem som vil.
          """,
        en: """
          Share the nights more evenly in the group, or agree on permanent nights with those who \
          want them.
          """))
  ]
}
