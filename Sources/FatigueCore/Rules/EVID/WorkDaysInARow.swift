/// Days of work in a row.
public enum WorkDaysInARow {
  public static let most = Limit(
    "EVID-DAYS6.days", Localized(nb: "dager på rad med arbeid", en: "days of work in a row"),
    .atMost, Fraction(6), .days,
    allowed: Fraction(3)...Fraction(14))

  public static let rule = Rule(
    id: "EVID-DAYS6",
    lane: .research,
    title: Localized(
      nb: "Mange arbeidsdager på rad",
      en: "Many work days in a row"),
    section: Localized(
      nb: "FIOH; HSE",
      en: "FIOH; HSE"),
    test: Localized(
      nb: """
        Mer enn seks datoer på rad har arbeid. Datoen en natt slutter, er ingen fridag.
        """,
      en: """
        More than six dates in a row hold work. The date on which a night ends is no day off.
        """),
    why: Localized(
      nb: """
        Uten en hel fridag hoper søvngjelden seg opp, og skadene blir flere utover i rekken.
        """,
      en: """
        Without a whole day off sleep debt builds up, and injuries grow along the run.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "HSE, good practice guidelines", .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "FIOH: 7 dager overbelastning, 8 sterk",
          en: "FIOH: 7 days overload, 8 strong"), .primary,
        url: "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/"),
    ],
    examples: ["D D D D D D ↓D - -", "D D D D D D - -", "D D D D D ↓N - -"],
    evaluate: { evidence, findings in
      let most = evidence.limits.held(Self.most)
      let timeline = evidence.timeline
      let runs = timeline.dateRuns.span
      for i in runs.indices where Int64(runs[i].count) > most.steps {
        let run = runs[i]
        let blocks = timeline.blocks[Int(run.blocks.lowerBound)..<Int(run.blocks.upperBound)]
        guard let first = blocks.first, let last = blocks.last else { continue }
        // The first block that reaches past the last date allowed.
        let past = blocks.first { block in
          Int64(block.lastDate - run.first) >= most.steps
        }
        var finding = Finding(
          .warning, from: first.start, to: last.end, shift: (past ?? last).first,
          measured: Fraction(Int64(run.count)), limit: most.value, .atMost, .days)
        finding.related = first.first
        finding.count = Int32(run.count)
        finding.horizonTruncated = evidence.isCutOff(from: first.start, to: last.end)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) dager på rad uten en hel fridag fra \
            \(context.day(finding.from)[.nb]). Anbefalt høyst seks.
            """,
          en: """
            \(context.name): \(finding.count) days in a row without a whole day off from \
            \(context.day(finding.from)[.en]). At most six are advised.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Legg inn en hel fridato, uten arbeid og uten en natt som slutter der.
          """,
        en: """
          Put in a whole date off, without work and without a night ending on it.
          """))
  ]
}
