/// Two Sundays or holidays worked in a row.
public enum NextSundayFree {
  public static let most = Limit(
    "AML-10-8-4S.in-a-row",
    Localized(nb: "søn- og helgedager på rad", en: "Sundays and holidays in a row"), .atMost,
    Fraction(1), .count, allowed: Fraction(1)...Fraction(10),
    reach: [
      AgreementReach(.individual, .free), AgreementReach(.localUnion, .free),
      AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-8-4S",
    lane: .law,
    title: Localized(
      nb: "Neste søndag er ikke fri",
      en: "The next Sunday is not free"),
    section: Localized(
      nb: "aml. § 10-8 (4)",
      en: "Working Environment Act § 10-8 (4)"),
    test: Localized(
      nb: """
        To dager på rad i kalenderen over søndager og helgedager (1. og 17. mai med) er arbeidet, \
        og ingen avtale om søndagsfri dekker den ansatte. Lørdag etter kl. 18 teller til søndagen, \
        hvor kort det enn er; avhenger det av under fire timer i 18–22, eller av søndag 21–22, er det \
        omtvistet.
        """,
      en: """
        Two days in a row in the calendar of Sundays and holidays (1 and 17 May included) are \
        worked, and no agreement on Sundays covers the employee. Saturday after 18:00 counts \
        towards Sunday, however short; where it rests on under four hours in 18–22, or on Sunday \
        21–22, it is disputed.
        """),
    why: Localized(
      nb: """
        Søndagen er den felles fridagen; den kan ikke erstattes av en fridag midt i uken.
        """,
      en: """
        Sunday is the day off that people share; a day off in mid-week does not replace it.
        """),
    deviation: Localized(
      nb: """
        Skriftlig avtale om søndagsfri annenhver uke i snitt over 26 uker, med en søndag eller \
        helgedag fri minst hver fjerde uke (§ 10-8 (4) tredje punktum), eller etter § 10-10 (5).
        """,
      en: """
        A written agreement on every second Sunday off on average over 26 weeks, with a Sunday or \
        holiday off at least every fourth week (§ 10-8 (4) third sentence), or by § 10-10 (5).
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (4) og § 10-10", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        "Lov 26. april 1947 nr. 1 om 1. og 17. mai", .primary,
        url: "https://lovdata.no/dokument/NL/lov/1947-04-26-1"),
    ],
    examples: ["- - - - - - D - - - - - - ↓D -", "- - - - - D - - - - - - D - -"],
    evaluate: { evidence, findings in
      let limit = evidence.limits.held(Self.most)
      let most = limit.steps
      var runs: [(days: Range<Int>, certain: Int64)] = []
      evidence.forEachRedRun { days, certain in
        if Int64(days.count) > most { runs.append((days, certain)) }
      }
      guard !runs.isEmpty else { return }
      let days = evidence.redDays()
      for run in runs {
        let (first, last) = (run.days.lowerBound, run.days.upperBound - 1)
        let (from, to) = (days[first].from, days[last].to)
        let second = evidence.shift(on: days[first + Int(most)])
        guard evidence.sundayAgreement(from: from, to: to, shift: second) == nil,
          !evidence.isFreeOfSundayRules(from: from, to: to, shift: second)
        else { continue }
        let measured = Fraction(Int64(last - first + 1))
        let isCertain = run.certain > most
        var finding = Finding(
          status(measured, isCertain, evidence), from: from, to: to,
          shift: second, measured: measured, limit: limit.value, .atMost, .count)
        finding.related = evidence.shift(on: days[first])
        // The red day beside the run lies outside the plan: the run may go on there.
        finding.horizonTruncated =
          first == 0 || days[first - 1].midnight < evidence.horizon.start
          || last + 1 == days.count || days[last + 1].midnight >= evidence.horizon.end
        finding.count = Int32(last - first + 1)
        finding.detail = isCertain ? 0 : 1
        findings.append(finding)
      }
    },
    count: { evidence in
      guard evidence.limits.agreements.isEmpty else { return nil }
      var found = FindingCount()
      let most = evidence.limits.steps(Self.most)
      evidence.forEachRedRun { days, certain in
        let count = Int64(days.count)
        if count > most { found.add(status(Fraction(count), certain > most, evidence)) }
      }
      return found
    },
    describe: { finding, context in
      let doubt = finding.detail == 0 ? Localized(same: "") : SundaySeries.onlyTouched
      return FindingText(
        Localized(
          nb: """
            \(context.name) har \(finding.count) søn-/helgedager på rad fra \
            \(context.day(finding.from)[.nb]) (grense 1, aml. § 10-8 (4)). Lørdag etter kl. 18:00 teller med. \
            Flere krever skriftlig avtale.\(doubt.nb)
            """,
          en: """
            \(context.name) has \(finding.count) Sundays or holidays in a row from \
            \(context.day(finding.from)[.en]) (limit 1, Working Environment Act § 10-8 (4)). Saturday after \
            18:00 counts. More needs a written agreement.\(doubt.en)
            """), remedies)
    })

  private static func status(
    _ measured: Fraction, _ isCertain: Bool, _ evidence: borrowing Evidence
  ) -> FindingStatus {
    let status = evidence.lawStatus(Self.most, measured: measured)
    return isCertain ? status : min(status, .disputed)
  }

  private static let remedies = [
    Remedy(
      .group,
      Localized(
        nb: "Bytt søndag innen gruppen.",
        en: "Swap Sundays within the group.")),
    Remedy(
      .organisation,
      Localized(
        nb: """
          Ha en helgevikar, og før en konto over søn- og helgedager for 26 uker.
          """,
        en: """
          Keep a weekend float, and an account of Sundays and holidays over 26 weeks.
          """)),
  ]
}
