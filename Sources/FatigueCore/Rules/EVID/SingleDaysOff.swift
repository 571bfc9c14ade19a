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
      let runs = evidence.timeline.dateRuns
      guard runs.count > 1 else { return }
      // Each day is known by the run after it. `first` is the first in four weeks with the last.
      var (first, inside, all) = (1, 0, 0)
      var densest = (first: 0, last: 0, count: 0)
      for last in 1..<runs.count where runs[last].first - runs[last - 1].last == 2 {
        (inside, all) = (inside + 1, all + 1)
        while true {
          let isLone = runs[first].first - runs[first - 1].last == 2
          if isLone, runs[last].first - runs[first].first < 28 { break }
          if isLone { inside -= 1 }
          first += 1
        }
        if inside > densest.count { densest = (first, last, inside) }
      }
      let (most, red) = (evidence.limits.held(Self.most), evidence.limits.held(Self.red))
      guard Int64(densest.count) > most.steps else { return }
      let isRed = Int64(densest.count) >= red.steps
      let blocks = evidence.timeline.blocks
      let opening = Int(runs[densest.first].blocks.lowerBound)
      let closing = Int(runs[densest.last].blocks.lowerBound)
      var finding = Finding(
        isRed ? .warning : .note, from: blocks[opening - 1].end, to: blocks[closing].start,
        shift: blocks[closing].first, measured: Fraction(Int64(densest.count)),
        limit: isRed ? red.value : most.value, isRed ? .below : .atMost, .count)
      finding.related = blocks[opening - 1].last
      finding.count = Int32(densest.count)
      finding.detail = Int32(all)
      findings.append(finding)
    },
    count: { evidence in
      let (most, red) = (evidence.limits.steps(Self.most), evidence.limits.steps(Self.red))
      let densest = Int64(densest(evidence.timeline.dateRuns, upTo: max(most + 1, red)))
      guard densest > most else { return FindingCount() }
      return densest >= red ? FindingCount(warnings: 1) : FindingCount(notes: 1)
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

  /// The most days off by themselves that any four weeks have.
  ///
  /// - Parameter enough: Four weeks with so many are not looked beyond.
  private static func densest(_ runs: [DateRun], upTo enough: Int64) -> Int {
    let runs = runs.span
    var (first, inside, most) = (1, 0, 0)
    for last in runs.indices.dropFirst() where runs[last].first - runs[last - 1].last == 2 {
      inside += 1
      while runs[last].first - runs[first].first >= 28 {
        if runs[first].first - runs[first - 1].last == 2 { inside -= 1 }
        first += 1
      }
      most = max(most, inside)
      if most >= enough { break }
    }
    return most
  }

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Slå fridagene sammen to og to.",
        en: "Join the days off two by two."))
  ]
}
