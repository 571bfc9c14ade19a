/// Forty-eight hours a week on average over the reference period, in every such period.
public enum MeanWeeklyHours {
  public static let most = Limit(
    "EU-6.mean", Localized(nb: "arbeidstid i snitt i uken", en: "mean hours a week"), .atMost,
    Fraction(48), .hoursPerWeek, allowed: Fraction(30)...Fraction(48))
  public static let reference = Limit(
    "EU-6.reference",
    Localized(nb: "referanseperiode", en: "reference period"), .atMost, Fraction(17), .weeks,
    allowed: Fraction(1)...Fraction(52), isParameter: true)

  public static let rule = Rule(
    id: "EU-6",
    lane: .law,
    title: Localized(
      nb: "Over 48 timer i snitt (arbeidstidsdirektivet)",
      en: "A mean of more than 48 hours (Working Time Directive)"),
    section: Localized(
      nb: "direktiv 2003/88/EF artikkel 6 og 16 b", en: "Directive 2003/88/EC articles 6 and 16 b"),
    test: Localized(
      nb: """
        Arbeidstiden er i snitt over 48 timer i uken over referanseperioden (17 uker, omtrent fire \
        måneder). Enhver periode på så mange uker prøves, også de som ligger på tvers av to faste. \
        Fravær holdes utenfor.
        """,
      en: """
        Hours have a mean of more than 48 a week over the reference period (17 weeks, about four \
        months). Every period of so many weeks is tested, also those that straddle two fixed ones. \
        Absence is left out.
        """),
    why: Localized(
      nb: "Lange uker over måneder går ut over søvn, hjerte og konsentrasjon.",
      en: "Long weeks over months tell on sleep, heart and concentration."),
    deviation: Localized(
      nb:
        "Tariffavtale kan forlenge referanseperioden; noen land lar den enkelte si fra seg taket.",
      en:
        "A collective agreement may lengthen the reference period; some countries let the worker opt out."
    ),
    remedies: MeanHoursText.meanRemedies,
    limits: [most, reference],
    sources: [
      RuleSource("2003/88/EC art. 6, 16 b", .secondary),
      RuleSource(
        "C-254/18", .primary,
        url: "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62018CA0254"),
      RuleSource(
        Localized(
          nb: "17 uker for fire måneder; fravær holdes utenfor (artikkel 16 b, etter hukommelsen)",
          en: "17 weeks for four months; absence is left out (article 16 b, recalled)"), .recalled),
    ],
    examples: [
      RosterStrip(
        Array(repeating: long, count: 11).joined(separator: " ")
          + " 07:00-19:00 07:00-19:00 ↓07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 -"),
      "L L L L L - -",
    ],
    explainedBy: ["AML-10-6-8W"],
    evaluate: { evidence, findings in
      let weeks = Int(min(max(evidence.limits.steps(reference), 1), 52))
      MeanHoursText.evaluate(
        evidence, most, .total, weeks: weeks, .anyPeriod, into: &findings)
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let (day, weeks) = (context.day(finding.from), finding.count)
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, i snitt \(measured[.nb]) i uken over \(weeks) uker fra \
            \(day[.nb]); taket er \(limit[.nb]).
            """,
          en: """
            \(context.name): EU rule, a mean of \(measured[.en]) a week over \(weeks) weeks from \
            \(day[.en]); the ceiling is \(limit[.en]).
            """) + MeanHoursText.notes(finding), MeanHoursText.meanRemedies)
    })

  /// Six days of twelve hours: eleven such weeks are 792 hours, so that 816 hours, seventeen weeks
  /// of 48, are passed on the third day of the twelfth.
  private static let long =
    "07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 07:00-19:00 -"
}
