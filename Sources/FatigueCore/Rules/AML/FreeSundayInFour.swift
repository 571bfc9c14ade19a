/// No free Sunday or holiday in four weeks.
public enum FreeSundayInFour {
  public static let most = Limit(
    "AML-10-8-4F.weeks",
    Localized(
      nb: "uker på rad uten fri søn- eller helgedag",
      en: "weeks in a row without a free Sunday or holiday"), .atMost, Fraction(3), .count,
    allowed: Fraction(1)...Fraction(3), reach: [AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-8-4F",
    lane: .law,
    title: Localized(
      nb: "Ingen fri søndag på fire uker",
      en: "No free Sunday in four weeks"),
    section: Localized(
      nb: "aml. § 10-8 (4)",
      en: "Working Environment Act § 10-8 (4)"),
    test: Localized(
      nb: """
        Med avtale om søndagsfri: fire faste uker på rad der ingen søn- eller helgedag er fri som \
        del av ukehvilen (35 timer sammenhengende, eller det avtalen sier).
        """,
      en: """
        With an agreement on Sundays: four fixed weeks in a row in none of which a Sunday or \
        holiday is free as part of the weekly rest (35 hours in one stretch, or what the agreement \
        says).
        """),
    why: Localized(
      nb: """
        Søndagen er den felles fridagen; den kan ikke erstattes av en fridag midt i uken.
        """,
      en: """
        Sunday is the day off that people share; a day off in mid-week does not replace it.
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
    examples: [
      "- - - - - - D - - - - - - D - - - - - - D - - - - - - ↓D",
      "- - - - - - D - - - - - - D - - - - - - D - - - - - - -",
    ],
    premises: SundaySeries.premises,
    inputs: [.sundayAgreement],
    evaluate: { evidence, findings in
      guard !evidence.timeline.blocks.isEmpty, !evidence.limits.agreements.isEmpty else { return }
      let most = Int(evidence.limits.steps(Self.most))
      let days = evidence.redDays()
      let weeks = evidence.weeks
      var at = 0
      let states = weeks.map { week -> SundayRest in
        while at < days.count, days[at].midnight < week.from { at += 1 }
        var state = SundayRest.no
        var i = at
        while i < days.count, days[i].midnight < week.to, state != .yes {
          if !days[i].isWorked || days[i].isMarginal {
            switch evidence.isPartOfWeeklyRest(days[i]) {
            case .yes: state = .yes
            case .unknown: state = .unknown
            case .no: break
            }
          }
          i += 1
        }
        return state
      }
      var first = 0
      while first < weeks.count {
        guard states[first] != .yes else {
          first += 1
          continue
        }
        var last = first
        while last + 1 < weeks.count, states[last + 1] != .yes { last += 1 }
        defer { first = last + 1 }
        guard last - first + 1 > most else { continue }
        let certain = Self.certainRuns(states, in: first...last).filter { $0.count > most }
        for run in certain { append(run, evidence.lawStatus(pastFloor: true)) }
        if certain.isEmpty { append(first...last, .disputed, isCut: true) }
      }

      func append(_ run: ClosedRange<Int>, _ status: FindingStatus, isCut: Bool = false) {
        let (from, to) = (weeks[run.lowerBound].from, weeks[run.upperBound].to)
        let worked = days.last { $0.isWorked && $0.midnight < to && $0.midnight >= from }
        let shift = worked == nil ? evidence.timeline.pieces[0] : evidence.shift(on: worked)
        guard let agreement = evidence.boundSundayAgreement(from: from, to: to, shift: shift) else {
          return
        }
        var finding = Finding(
          status, from: from, to: to, shift: shift, measured: Fraction(Int64(run.count)),
          limit: evidence.limits[Self.most], .atMost, .count)
        finding.agreement = agreement
        finding.count = Int32(run.count)
        finding.horizonTruncated = isCut
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: """
            \(context.name): ingen fri søn- eller helgedag på \(finding.count) uker på rad fra \
            \(context.day(finding.from)[.nb]) (grense 3, aml. § 10-8 (4)).
            """,
          en: """
            \(context.name): no free Sunday or holiday in \(finding.count) weeks in a row from \
            \(context.day(finding.from)[.en]) (limit 3, Working Environment Act § 10-8 (4)).
            """), remedies)
    })

  /// The stretches of some weeks in none of which a Sunday may be free.
  private static func certainRuns(
    _ states: [SundayRest], in weeks: ClosedRange<Int>
  ) -> [ClosedRange<Int>] {
    // By the weeks themselves: the pieces of what is split count from naught.
    states[weeks].indices.split { states[$0] == .unknown }.compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      return first...last
    }
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
