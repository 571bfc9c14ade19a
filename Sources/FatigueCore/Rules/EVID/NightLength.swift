/// A night shift longer than research advises.
public enum NightLength {
  public static let yellow = Limit(
    "EVID-N9.hours", Localized(nb: "lengden på en natt", en: "length of a night"), .atMost,
    Fraction(9), .hours,
    allowed: Fraction(6)...Fraction(13))
  public static let red = Limit(
    "EVID-N9.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(12), .hours,
    allowed: Fraction(6)...Fraction(16))

  public static let rule = Rule(
    id: "EVID-N9",
    lane: .research,
    title: Localized(
      nb: "Lang natt",
      en: "Long night"),
    section: Localized(
      nb: "Garde mfl. 2020; HSE",
      en: "Garde et al. 2020; HSE"),
    test: Localized(
      nb: """
        En nattevakt er over 9 timer (rødt nivå over 12). Ett funn per person og nattrekke; den \
        lengste natten er navngitt.
        """,
      en: """
        A night shift is over 9 hours (red level over 12). One finding per person and run of \
        nights; the longest night is named.
        """),
    why: Localized(
      nb: """
        Søvnigheten er størst mot morgenen, og en lang natt legger flere timer der.
        """,
      en: """
        Sleepiness peaks towards morning, and a long night adds hours there.
        """),
    remedies: remedies,
    limits: [yellow, red],
    sources: [
      RuleSource(
        "Garde et al. 2020, Scand J Work Environ Health 46(6):557", .secondary,
        url: "https://doi.org/10.5271/sjweh.3920"),
      RuleSource(
        Localized(
          nb: "HSE: natt på 8 timer",
          en: "HSE: a night of 8 hours"), .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
    ],
    examples: ["22:00-07:00 22:00-07:00 -", "↓21:30-07:30 - -"],
    evaluate: { evidence, findings in
      let (yellow, red) = (evidence.limits.held(Self.yellow), evidence.limits.held(Self.red))
      let timeline = evidence.timeline
      guard timeline.hasShortBreaks || timeline.longestBlock > yellow.steps else { return }
      let (runs, nights, blocks) = (
        timeline.nightRuns.span, timeline.nights.span, timeline.blocks.span
      )
      // Most of a person's long nights are of one length.
      var (known, measured) = (Int64(0), Fraction(0))
      for i in runs.indices {
        // A night in several rows is one.
        var (longest, parts, over, last) = (yellow.steps, 0..<0, Int32(0), -1)
        for night in runs[i] {
          let own = timeline.shift(around: Int(nights[night].block))
          let length = Int64(blocks[own.upperBound - 1].end) - Int64(blocks[own.lowerBound].start)
          guard length > yellow.steps else { continue }
          if own.lowerBound != last { over += 1 }
          last = own.lowerBound
          if length > longest { (longest, parts) = (length, own) }
        }
        guard over > 0 else { continue }
        if longest != known { (known, measured) = (longest, Fraction(longest, 3600)) }
        let isRed = longest > red.steps
        let (from, to) = (parts.lowerBound, parts.upperBound - 1)
        var finding = Finding(
          isRed ? .warning : .note, from: blocks[from].start, to: blocks[to].end,
          shift: blocks[from].first, measured: measured,
          limit: isRed ? red.value : yellow.value, .atMost, .hours)
        finding.count = over
        let excess = Int64(blocks[to].endOffset) - Int64(blocks[from].startOffset)
        finding.dstOnly = longest + excess <= yellow.steps
        findings.append(finding)
      }
    },
    count: { evidence in
      let (yellow, red) = (evidence.limits.steps(Self.yellow), evidence.limits.steps(Self.red))
      let timeline = evidence.timeline
      var found = FindingCount()
      guard timeline.hasShortBreaks || timeline.longestBlock > yellow else { return found }
      let (runs, nights) = (timeline.nightRuns.span, timeline.nights.span)
      for i in runs.indices {
        var longest = yellow
        for night in runs[i] {
          let own = timeline.shift(around: Int(nights[night].block))
          longest = max(longest, timeline.length(of: own))
        }
        if longest > yellow { found.add(longest > red ? .warning : .note) }
      }
      return found
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      let more = finding.count - 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): natten \(context.day(finding.from)[.nb]) er \(measured[.nb]); anbefalt \
            høyst 9 timer.\(more > 0 ? " \(more) til i rekken er over." : "")
            """,
          en: """
            \(context.name): the night of \(context.day(finding.from)[.en]) is \(measured[.en]); at \
            most 9 hours are advised.\(more > 0 ? " \(more) more in the run are over." : "")
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Slutt natten tidligere, eller kort ned overlappingen ved vaktskiftet.
          """,
        en: "End the night earlier, or cut the overlap at handover."))
  ]
}
