/// Free weekends in four weeks.
public enum FreeWeekends {
  public static let least = Limit(
    "EVID-WE.in-4-weeks",
    Localized(nb: "frihelger på fire uker", en: "free weekends in four weeks"), .atLeast,
    Fraction(2), .count,
    allowed: Fraction(0)...Fraction(4))
  public static let red = Limit(
    "EVID-WE.red", Localized(nb: "rødt nivå", en: "red level"), .atLeast, Fraction(1), .count,
    allowed: Fraction(0)...Fraction(4))

  public static let rule = Rule(
    id: "EVID-WE",
    lane: .research,
    title: Localized(
      nb: "Få frihelger",
      en: "Few free weekends"),
    section: Localized(
      nb: "HSE; vårt nivå",
      en: "HSE; our level"),
    test: Localized(
      nb: """
        Færre enn to av fire helger på rad er uten arbeid lørdag og søndag (rødt nivå: ingen). En \
        natt som slutter lørdag morgen, er arbeid.
        """,
      en: """
        Fewer than two of four weekends in a row are without work on Saturday and Sunday (red \
        level: none). A night that ends on Saturday morning is work.
        """),
    why: Localized(
      nb: """
        Helgen er den tiden en har sammen med andre; den kan ikke byttes i en tirsdag.
        """,
      en: """
        The weekend is the time one has with others; a Tuesday does not replace it.
        """),
    remedies: remedies,
    limits: [least, red],
    sources: [
      RuleSource(
        Localized(
          nb: "HSE: jevnlige frihelger",
          en: "HSE: regular free weekends"), .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "To og én av fire",
          en: "Two and one of four"), .derived),
    ],
    examples: [
      "- - - - - D D - - - - - D D - - - - - ↓D - - - - - - - -",
      "- - - - - D D - - - - - - - - - - - - D - - - - - - - -",
    ],
    evaluate: { evidence, findings in
      guard evidence.weekends.count >= 4, !evidence.timeline.blocks.isEmpty else { return }
      let (runs, weekends) = (evidence.timeline.dateRuns, evidence.weekends)
      var index = 0
      // A bit for each of the last four weekends that is free, the latest in the lowest; and how many are.
      var (free, count) = (0, 0)
      var fewest = (count: 5, last: 0, free: 0)
      for last in weekends.indices {
        let saturday = weekends[last].saturday
        while index < runs.count, runs[index].last < saturday { index += 1 }
        let isFree = index >= runs.count || runs[index].first > saturday + 1 ? 1 : 0
        count += isFree - free >> 3
        free = (free << 1 | isFree) & 0b1111
        if last >= 3, count < fewest.count { fewest = (count, last, free) }
      }
      let (least, red) = (evidence.limits.held(Self.least), evidence.limits.held(Self.red))
      guard Int64(fewest.count) < least.steps else { return }
      let isRed = Int64(fewest.count) < red.steps
      // The last weekend worked of the four is the one to give back.
      let worked = fewest.last - min((~fewest.free).trailingZeroBitCount, 3)
      let block = evidence.timeline.block(endingAfter: weekends[worked].from)
      var finding = Finding(
        isRed ? .warning : .note, from: weekends[fewest.last - 3].from,
        to: weekends[fewest.last].to, shift: evidence.timeline.blocks[block].first,
        measured: Fraction(Int64(fewest.count)), limit: isRed ? red.value : least.value, .atLeast,
        .count)
      finding.count = Int32(fewest.count)
      findings.append(finding)
    },
    describe: { finding, context in
      let one = finding.count == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) \(one ? "frihelg" : "frihelger") på fire uker fra \
            \(context.day(finding.from)[.nb]). Anbefalt minst to.
            """,
          en: """
            \(context.name): \(finding.count) free \(one ? "weekend" : "weekends") in four weeks from \
            \(context.day(finding.from)[.en]). At least two are advised.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Jevn ut helgene i gruppen, og gi faste frihelger.",
        en: """
          Even out the weekends in the group, and give regular free weekends.
          """))
  ]
}
