/// Early starts in a row.
public enum EarlyStarts {
  public static let most = Limit(
    "EVID-EARLY3.in-a-row", Localized(nb: "tidlige starter på rad", en: "early starts in a row"),
    .atMost, Fraction(3), .count,
    allowed: Fraction(1)...Fraction(7))
  public static let red = Limit(
    "EVID-EARLY3.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(4), .count,
    allowed: Fraction(1)...Fraction(10))
  public static let clock = Limit(
    "EVID-EARLY3.before",
    Localized(nb: "klokkeslett for tidlig start", en: "clock time of an early start"), .atLeast,
    Fraction(7), .hours,
    allowed: Fraction(4)...Fraction(9), isParameter: true)
  public static let redClock = Limit(
    "EVID-EARLY3.red-before",
    Localized(nb: "klokkeslett for rødt nivå", en: "clock time of the red level"), .atLeast,
    Fraction(6), .hours,
    allowed: Fraction(4)...Fraction(9), isParameter: true)

  public static let rule = Rule(
    id: "EVID-EARLY3",
    lane: .research,
    title: Localized(
      nb: "Tidlige starter på rad",
      en: "Early starts in a row"),
    section: Localized(
      nb: "Käypä hoito",
      en: "Käypä hoito"),
    test: Localized(
      nb: """
        Mer enn tre vakter på rad begynner før kl. 07 (rødt nivå over fire, eller når en av dem \
        begynner før kl. 06).
        """,
      en: """
        More than three shifts in a row begin before 07:00 (red level over four, or when one of \
        them begins before 06:00).
        """),
    why: Localized(
      nb: """
        Få legger seg tilsvarende tidlig, så tidlig start tar av søvnen hver natt.
        """,
      en: """
        Few go to bed correspondingly early, so early starts take from the sleep of every night.
        """),
    remedies: remedies,
    limits: [most, red, clock, redClock],
    sources: [
      RuleSource(
        Localized(
          nb: "Käypä hoito, arbeidstid og skift",
          en: "Käypä hoito, working hours and shifts"), .primary,
        url: "https://www.kaypahoito.fi/nix01076"),
      RuleSource(
        Localized(
          nb: "Klokkegrensene",
          en: "The clock limits"), .derived),
    ],
    examples: [
      "06:45-14:30 06:45-14:30 06:45-14:30 ↓06:45-14:30 -",
      "07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 -",
    ],
    evaluate: { evidence, findings in
      let (most, red) = (evidence.limits.held(Self.most), evidence.limits.held(Self.red))
      let (clock, redClock) = (
        evidence.limits.steps(Self.clock), evidence.limits.steps(Self.redClock)
      )
      let timeline = evidence.timeline
      func isEarly(_ block: PersonTimeline.Block, _ parts: Range<Int>) -> Bool {
        block.type == .day && !timeline.isNight(parts)
      }
      for run in timeline.runs(of: .day, before: clock, most: Int(most.steps)) {
        let isLong = Int64(run.count) > red.steps
        var (isRed, next) = (isLong, run.first)
        while next <= run.last, !isRed {
          let (block, parts) = (timeline.blocks[next], timeline.shift(from: next))
          isRed = isEarly(block, parts) && Int64(block.second) < redClock
          next = parts.upperBound
        }
        let first = timeline.blocks[run.first]
        let last = timeline.blocks[timeline.shift(from: run.last).upperBound - 1]
        var finding = Finding(
          isRed ? .warning : .note, from: first.start, to: last.end,
          shift: timeline.blocks[run.past].first,
          measured: Fraction(Int64(run.count)), limit: isLong ? red.value : most.value,
          .atMost, .count)
        finding.related = first.first
        finding.count = Int32(clamping: run.count)
        finding.horizonTruncated = evidence.isCutOff(from: first.start, to: last.end)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): \(finding.count) tidlige starter på rad fra \(context.day(finding.from)[.nb]). Anbefalt høyst tre.",
          en:
            "\(context.name): \(finding.count) early starts in a row from \(context.day(finding.from)[.en]). At most three are advised."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Begynn kl. 07:00–07:30, og veksle med senere vakter.",
        en: "Start at 07:00–07:30, and alternate with later shifts."))
  ]
}
