/// A lone day of work between days off.
public enum SingleWorkDays {
  public static let most = Limit(
    "EVID-SINGLEWORK.count", Localized(nb: "enslige arbeidsdager", en: "lone days of work"),
    .atMost, Fraction(0), .count,
    allowed: Fraction(0)...Fraction(28))

  public static let rule = Rule(
    id: "EVID-SINGLEWORK",
    lane: .research,
    title: Localized(
      nb: "Enslige arbeidsdager",
      en: "Lone days of work"),
    section: Localized(
      nb: "Käypä hoito; FIOH",
      en: "Käypä hoito; FIOH"),
    test: Localized(
      nb: """
        Én dato med arbeid mellom to frie datoer. Ett funn per person med antallet i planen.
        """,
      en: """
        One date of work between two free dates. One finding per person with the number in the \
        plan.
        """),
    why: Localized(
      nb: """
        En enslig arbeidsdag deler friperioden i to og gjør begge kortere enn de ser ut.
        """,
      en: """
        A lone day of work splits the time off in two and makes both shorter than they look.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Käypä hoito, arbeidstid og skift",
          en: "Käypä hoito, working hours and shifts"), .primary,
        url: "https://www.kaypahoito.fi/nix01076"),
      RuleSource(
        Localized(
          nb: "FIOH: 3–5 dager på rad",
          en: "FIOH: 3–5 days in a row"), .primary,
        url: "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/"),
    ],
    examples: ["D D - - ↓D - - D D", "D D - - D D D"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let lone = evidence.loneWorkDates()
      let count = Int64(lone.count)
      guard let first = lone.first, count > evidence.limits.steps(Self.most) else { return }
      let block = timeline.blocks[first]
      var finding = Finding(
        .note, from: block.start, to: block.end, shift: block.first, measured: Fraction(count),
        limit: evidence.limits[Self.most], .atMost, .count)
      finding.count = Int32(clamping: count)
      findings.append(finding)
    },
    describe: { finding, context in
      let more = finding.count - 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): enslig arbeidsdag \(context.day(finding.from)[.nb])\
            \(more > 0 ? ", og \(more) til i planen" : "").
            """,
          en: """
            \(context.name): a lone day of work on \(context.day(finding.from)[.en])\
            \(more > 0 ? ", and \(more) more in the plan" : "").
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Slå arbeidsdagene sammen, så friperiodene blir hele.",
        en: "Join the days of work, so that the time off is whole."))
  ]
}

extension Evidence {
  /// The only dates of work between free dates: how many, and the position of the first one's first
  /// block.
  ///
  /// A date at the edge of what is known may have a neighbour that nobody can see.
  func loneWorkDates() -> (count: Int, first: Int?) {
    let dateRuns = timeline.dateRuns
    let (runs, known) = (dateRuns.span, knownDays)
    var (count, first) = (0, -1)
    for i in runs.indices
    where runs[i].first == runs[i].last && runs[i].first > known.first && runs[i].last < known.last
    {
      count += 1
      if first < 0 { first = i }
    }
    return (count, first < 0 ? nil : Int(runs[first].blocks.lowerBound))
  }
}
