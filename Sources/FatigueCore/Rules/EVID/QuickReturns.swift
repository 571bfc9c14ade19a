/// More than one rest under eleven hours in four weeks.
public enum QuickReturns {
  public static let most = Limit(
    "EVID-QR11.in-28-days",
    Localized(nb: "korte skiftoverganger på 28 døgn", en: "quick returns in 28 days"), .atMost,
    Fraction(1), .count, allowed: Fraction(0)...Fraction(28))

  static let window: Int64 = 28 * 86_400

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Sett et mål for avdelingen; hver time telles, for eksempel dagvakt fra kl. 09.",
        en: "Set a target for the ward; every hour helps, such as a day shift from 09:00."))
  ]

  public static let rule = Rule(
    id: "EVID-QR11",
    lane: .research,
    title: Localized(nb: "Gjentatte korte skiftoverganger", en: "Repeated quick returns"),
    section: Localized(
      nb: "Garde mfl. 2020; Vedaa mfl. 2017", en: "Garde et al. 2020; Vedaa et al. 2017"),
    test: Localized(
      nb: """
        Mer enn én hvile under 11 timer mellom hovedarbeidsperioder i løpet av 28 døgn (om lag 13 \
        i året). Pauser inne i en delt vakt teller ikke.
        """,
      en: """
        More than one rest under 11 hours between main work periods within 28 days (about 13 a \
        year). Gaps inside a split duty do not count.
        """),
    why: Localized(
      nb: """
        Flere korte overganger måneden før henger sammen med mer sykefravær (Vedaa 2017) og flere \
        skader, også dagen etter (Nielsen 2019). En finsk studie fant ikke det siste (Härmä 2020).
        """,
      en: """
        More quick returns in the month before go with more sick leave (Vedaa 2017) and more \
        injuries, also the day after (Nielsen 2019). A Finnish study did not find the latter \
        (Härmä 2020).
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Garde et al. 2020, Scand J Work Environ Health 46(6):557", .secondary,
        url: "https://doi.org/10.5271/sjweh.3920"),
      RuleSource(
        Localized(
          nb: "Vedaa mfl. 2017: IRR 1,066 per kort overgang",
          en: "Vedaa et al. 2017: IRR 1.066 per quick return"), .abstract),
      RuleSource(
        Localized(
          nb: "Nielsen mfl. 2019: skader IRR 1,39 (1,23–1,58)",
          en: "Nielsen et al. 2019: injury IRR 1.39 (1.23–1.58)"), .abstract),
      RuleSource(
        Localized(
          nb: "Härmä mfl. 2020: ingen virkning på skader",
          en: "Härmä et al. 2020: no effect on injuries"), .abstract),
      RuleSource(
        Localized(nb: "13 i året: nordisk sammenligning", en: "13 a year: Nordic comparison"),
        .secondary),
    ],
    examples: ["A D - A ↓D -", "A D - -", "07:00-11:00+15:00-19:00 07:00-11:00+15:00-19:00"],
    explainedBy: ["AML-10-8-1"],
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      var rests = evidence.timeline.quickRests
      guard Int64(rests.count) > most else { return }
      if !rests.allSatisfy(isQuick) { rests = rests.filter(isQuick) }
      var worst = 0..<0
      var first = 0
      for last in rests.indices {
        while Int64(rests[last].to) - Int64(rests[first].to) >= window { first += 1 }
        if last + 1 - first > worst.count { worst = first..<last + 1 }
      }
      guard Int64(worst.count) > most, let opens = worst.first, let closes = worst.last else {
        return
      }
      var finding = Finding(
        .warning, from: rests[opens].from, to: rests[closes].to,
        shift: evidence.timeline.blocks[Int(rests[closes].after)].first,
        measured: Fraction(Int64(worst.count)), limit: evidence.limits[Self.most], .atMost, .count)
      finding.related = evidence.timeline.blocks[Int(rests[opens].after)].first
      finding.count = Int32(worst.count)
      finding.detail = Int32(rests.count)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) korte skiftoverganger på fire uker fra \
            \(context.day(finding.from)[.nb]) (\(finding.detail) i hele perioden). Anbefalt høyst \
            \(finding.limit.text).
            """,
          en: """
            \(context.name): \(finding.count) quick returns in four weeks from \
            \(context.day(finding.from)[.en]) (\(finding.detail) in the whole period). At most \
            \(finding.limit.text) is advised.
            """), remedies)
    })

  /// Whether two duties lie apart, but less than a daily rest.
  static func isQuick(_ rest: ShortRest) -> Bool { rest.certain }
}
