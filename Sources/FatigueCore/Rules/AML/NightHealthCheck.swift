/// Health check for those who mainly work nights.
public enum NightHealthCheck {
  public static let most = Limit(
    "AML-10-11-8.share", Localized(nb: "andel timer om natten", en: "share of hours at night"),
    .below, Fraction(3, 4), .share, allowed: Fraction(1, 2)...Fraction(1))
  public static let fewest = Limit(
    "AML-10-11-8.nights", Localized(nb: "netter som må til", en: "nights it takes"), .atLeast,
    Fraction(3), .nights, allowed: Fraction(1)...Fraction(100), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-11-8",
    lane: .law,
    title: Localized(
      nb: "Helsekontroll for nattarbeider",
      en: "Health check for a night worker"),
    section: Localized(
      nb: "aml. § 10-11 (8)",
      en: "Working Environment Act § 10-11 (8)"),
    test: Localized(
      nb: """
        Minst tre firedeler av timene ligger mellom kl. 21 og 06, med minst tre netter i planen, \
        og det er ikke oppgitt at helsekontroll er tilbudt.
        """,
      en: """
        At least three quarters of the hours lie between 21:00 and 06:00, with at least three \
        nights in the plan, and it is not said that a health check was offered.
        """),
    why: Localized(
      nb: """
        Den som hovedsakelig arbeider natt, skal tilbys helsekontroll før hun begynner og jevnlig \
        siden.
        """,
      en: """
        Whoever mainly works nights is to be offered a health check before starting and regularly \
        after.
        """),
    remedies: remedies,
    limits: [most, fewest],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-11 (8)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "Tre firedeler av timene",
          en: "Three quarters of the hours"), .secondary),
      RuleSource(
        Localized(
          nb: "Tre netter",
          en: "Three nights"), .derived),
    ],
    examples: [
      "↓22:00-06:00 22:00-06:00 22:00-06:00 22:00-06:00 - 22:00-06:00 22:00-06:00 22:00-06:00 22:00-06:00 -",
      "D D N N - D D N N",
    ],
    evaluate: { evidence, findings in
      guard evidence.about?.wasOfferedHealthCheck != true else { return }
      let timeline = evidence.timeline
      guard Int64(timeline.nights.count) >= evidence.limits.steps(fewest),
        let first = timeline.nights.first, let last = timeline.blocks.last
      else { return }
      let least = evidence.limits[most]
      // A quick look: time that two shifts claim counts as night twice, and breaks as no work at all.
      let working = timeline.weekHours.reduce(Int64(0)) { $0 + $1.total }
      guard working == 0 || Fraction(timeline.legalNight, working) >= least else { return }
      let all = timeline.blocks.reduce(Int64(0)) { $0 + $1.length }
      guard all > 0 else { return }
      var clock = evidence.cursor
      let night = timeline.mergedNight(origin: evidence.roster.origin.seconds, clock: &clock)
      let share = Fraction(night, all)
      guard share >= least else { return }
      findings.append(
        Finding(
          .warning, from: timeline.blocks[0].start, to: last.end, shift: first.shift,
          measured: share, limit: least, .below, .share))
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name) arbeider hovedsakelig natt (\(finding.measured.hundredths) % av timene). Helsekontroll skal tilbys (aml. § 10-11 (8)).",
          en:
            "\(context.name) mainly works nights (\(finding.measured.hundredths)% of the hours). A health check is to be offered (Working Environment Act § 10-11 (8))."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Tilby helsekontroll hos bedriftshelsetjenesten, og skriv health-check i fatigue.toml.
          """,
        en: """
          Offer a health check at the occupational health service, and write health-check in \
          fatigue.toml.
          """))
  ]
}
