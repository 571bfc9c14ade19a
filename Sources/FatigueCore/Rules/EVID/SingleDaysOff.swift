/// A lone day off between days of work.
public enum SingleDaysOff {
  public static let most = Limit(
    "EVID-SINGLEOFF.in-28-days",
    Localized(nb: "enslige fridager på 28 døgn", en: "lone days off in 28 days"), .atMost,
    Fraction(0), .count,
    allowed: Fraction(0)...Fraction(14))
  public static let red = Limit(
    "EVID-SINGLEOFF.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(2), .count,
    allowed: Fraction(1)...Fraction(14))

  public static let rule = Rule(
    id: "EVID-SINGLEOFF",
    lane: .research,
    title: Localized(
      nb: "Enslige fridager",
      en: "Lone days off"),
    section: Localized(
      nb: "Käypä hoito",
      en: "Käypä hoito"),
    test: Localized(
      nb: """
        Én fri dato mellom to datoer med arbeid; rødt nivå fra to på fire uker. Datoen en natt \
        slutter, er ingen fridag.
        """,
      en: """
        One free date between two dates of work; red level from two in four weeks. The date on \
        which a night ends is no day off.
        """),
    why: Localized(
      nb: """
        En enslig fridag går ofte med til å hente seg inn, og gir ingen hel pause.
        """,
      en: """
        A lone day off often goes to catching up, and gives no whole break.
        """),
    remedies: remedies,
    limits: [most, red],
    sources: [
      RuleSource(
        Localized(
          nb: "Käypä hoito, arbeidstid og skift",
          en: "Käypä hoito, working hours and shifts"), .primary,
        url: "https://www.kaypahoito.fi/nix01076")
    ],
    examples: ["D D - ↓D - -", "D D - - D D"],
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      let runs = evidence.timeline.dateRuns
      guard runs.count > 1 else { return }
      var (lone, dates): ([Int], [Int64]) = ([], [])
      lone.reserveCapacity(runs.count)
      dates.reserveCapacity(runs.count)
      for i in 1..<runs.count where runs[i].first - runs[i - 1].last == 2 {
        lone.append(i)
        dates.append(Int64(runs[i].first) - 1)
      }
      guard let range = Densest.range(dates, within: 28), Int64(range.count) > most else { return }
      let isRed = Int64(range.count) >= evidence.limits.steps(Self.red)
      let blocks = evidence.timeline.blocks
      let first = Int(runs[lone[range.lowerBound]].blocks.lowerBound)
      let last = Int(runs[lone[range.upperBound - 1]].blocks.lowerBound)
      var finding = Finding(
        isRed ? .warning : .note, from: blocks[first - 1].end, to: blocks[last].start,
        shift: blocks[last].first, measured: Fraction(Int64(range.count)),
        limit: evidence.limits[isRed ? Self.red : Self.most], isRed ? .below : .atMost, .count)
      finding.related = blocks[first - 1].last
      finding.count = Int32(range.count)
      finding.detail = Int32(lone.count)
      findings.append(finding)
    },
    describe: { finding, context in
      let plural = finding.count != 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) \(plural ? "enslige fridager" : "enslig fridag") på fire \
            uker fra \(context.day(finding.from)[.nb]) (\(finding.detail) i hele planen).
            """,
          en: """
            \(context.name): \(finding.count) lone \(plural ? "days" : "day") off in four weeks from \
            \(context.day(finding.from)[.en]) (\(finding.detail) in the whole plan).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Slå fridagene sammen to og to.",
        en: "Join the days off two by two."))
  ]
}
