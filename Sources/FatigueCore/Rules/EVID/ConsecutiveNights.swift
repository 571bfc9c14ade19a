/// More nights in a row than research advises.
public enum ConsecutiveNights {
  public static let most = Limit(
    "EVID-N3.nights", Localized(nb: "netter på rad", en: "nights in a row"), .atMost, Fraction(3),
    .nights, allowed: Fraction(1)...Fraction(14))
  public static let red = Limit(
    "EVID-N3.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(5), .nights,
    allowed: Fraction(2)...Fraction(15))

  public static let rule = Rule(
    id: "EVID-N3",
    lane: .research,
    title: Localized(nb: "Mer enn 3 netter på rad", en: "More than 3 nights in a row"),
    section: Localized(
      nb: "Garde mfl. 2020, BAuA, HSE, NHO", en: "Garde et al. 2020, BAuA, HSE, NHO"),
    test: Localized(
      nb: """
        Nattevakter på mer enn 3 datoer på rad (fra 5 rødt nivå). En natt har minst 3 timer \
        mellom 23 og 06 og telles på datoen kvelden før.
        """,
      en: """
        Night shifts on more than 3 dates in a row (red level from 5). A night has at least 3 \
        hours between 23 and 06 and is counted on the date of the evening before.
        """),
    why: Localized(
      nb: "Dagsøvnen etter natt er kort, så søvngjelden vokser for hver natt i rekken.",
      en: "Day sleep after a night is short, so the sleep debt grows with every night of the run."),
    remedies: [
      Remedy(
        .organisation,
        Localized(
          nb: "Del rekken i to på høyst tre netter, med minst to hele netter fri imellom.",
          en: "Split the run in two of at most three nights, with two full nights off between."))
    ],
    limits: [most, red],
    sources: [
      RuleSource(
        "Garde et al. 2020, Scand J Work Environ Health 46(6):557", .secondary,
        url: "https://doi.org/10.5271/sjweh.3920"),
      RuleSource(
        Localized(
          nb: "BAuA, Atypische Arbeitszeitlagen: høyst 3",
          en: "BAuA, Atypische Arbeitszeitlagen: at most 3"), .primary),
      RuleSource(
        "HSE, good practice guidelines: 2–3", .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "NHO, kjøreregler for skift: høyst 3", en: "NHO, rules for shifts: at most 3"),
        .secondary),
    ],
    examples: ["N N N ↓N - -", "N N N - N - -"],
    evaluate: { evidence, findings in
      let (most, red) = (evidence.limits.steps(Self.most), evidence.limits.steps(Self.red))
      let timeline = evidence.timeline
      let (runs, nights) = (timeline.nightRuns.span, timeline.nights.span)
      for i in runs.indices {
        let run = runs[i]
        let length = Int64(nights[run.upperBound - 1].date - nights[run.lowerBound].date) + 1
        guard length > most else { continue }
        let isRed = length >= red
        let firstDate = nights[run.lowerBound].date
        let past = run.first { Int64(nights[$0].date - firstDate) >= most } ?? run.lowerBound
        let last = evidence.roster.shifts[Int(nights[run.upperBound - 1].shift)]
        var finding = Finding(
          isRed ? .warning : .note,
          from: evidence.roster.shifts[Int(nights[run.lowerBound].shift)].start, to: last.end,
          shift: nights[past].shift, measured: Fraction(length),
          limit: evidence.limits[isRed ? Self.red : Self.most], isRed ? .below : .atMost, .nights)
        finding.related = nights[run.lowerBound].shift
        finding.count = Int32(length)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (first, last) = (context.day(finding.from), context.day(finding.to))
      let day = context.day(context.roster.shifts[Int(finding.shift)].start)
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) netter på rad, \(first[.nb]) – \(last[.nb]). \
            Forskere og tilsyn anbefaler høyst tre.
            """,
          en: """
            \(context.name): \(finding.count) nights in a row, \(first[.en]) – \(last[.en]). \
            Researchers and authorities advise at most three.
            """),
        [
          Remedy(
            .organisation,
            Localized(
              nb: """
                Del rekken: gi natten \(day[.nb]) til en annen, og legg minst to hele netter fri \
                før neste natt.
                """,
              en: """
                Split the run: give the night of \(day[.en]) to somebody else, and leave at least \
                two full nights off before the next.
                """))
        ])
    })
}
