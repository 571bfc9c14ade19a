/// Long shifts, alone and in a row.
public enum LongShifts {
  public static let yellow = Limit(
    "EVID-LONG12.hours", Localized(nb: "lengden på en vakt", en: "length of a shift"), .atMost,
    Fraction(10), .hours,
    allowed: Fraction(8)...Fraction(16))
  public static let red = Limit(
    "EVID-LONG12.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(12), .hours,
    allowed: Fraction(8)...Fraction(24))
  public static let row = Limit(
    "EVID-LONG12.in-a-row", Localized(nb: "lange vakter på rad", en: "long shifts in a row"),
    .atMost, Fraction(3), .shifts,
    allowed: Fraction(1)...Fraction(7))

  public static let rule = Rule(
    id: "EVID-LONG12",
    lane: .research,
    title: Localized(
      nb: "Lange vakter",
      en: "Long shifts"),
    section: Localized(
      nb: "HSE; FIOH",
      en: "HSE; FIOH"),
    test: Localized(
      nb: """
        En vakt er over 10 timer med overtid (rødt nivå over 12), eller mer enn tre slike står på \
        rad (rødt). Ett funn for den lengste vakten og ett for hver lang rekke.
        """,
      en: """
        A shift is over 10 hours with overtime (red level over 12), or more than three such stand \
        in a row (red). One finding for the longest shift and one for each long run.
        """),
    why: Localized(
      nb: """
        Feil og skader øker utover i lange vakter, og søvnen mellom dem blir kort.
        """,
      en: """
        Errors and injuries rise late in long shifts, and sleep between them is short.
        """),
    remedies: remedies,
    limits: [yellow, red, row],
    sources: [
      RuleSource(
        "HSE, good practice guidelines", .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "FIOH: over 12 timer er overbelastning",
          en: "FIOH: over 12 hours is overload"), .primary,
        url: "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/"),
    ],
    examples: [
      "↓L - -", "D D D", "↓07:30-20:30 - -", "07:30-18:00 07:30-18:00 07:30-18:00 ↓07:30-18:15 -",
    ],
    explainedBy: ["AML-10-6-8D"],
    evaluate: { evidence, findings in
      let yellow = evidence.limits.held(Self.yellow)
      let timeline = evidence.timeline
      guard timeline.hasShortBreaks || timeline.longestBlock > yellow.steps else { return }
      let (red, row) = (evidence.limits.held(Self.red), evidence.limits.held(Self.row))
      let blocks = timeline.blocks.span
      let origin = evidence.roster.origin.seconds
      var (longest, length) = (0..<0, yellow.steps)
      var (next, count) = (0, 0)
      var (open, inARow) = (KindRuns(most: Int(row.steps), countsShifts: true), [KindRun]())
      while next < blocks.count {
        // Most stand alone and are not long.
        if !timeline.hasShortBreaks, blocks[next].length <= yellow.steps {
          next += 1
          continue
        }
        let parts = timeline.shift(from: next)
        next = parts.upperBound
        let (from, to) = (blocks[parts.lowerBound].start, blocks[next - 1].end)
        let own = Int64(to) - Int64(from)
        guard own > yellow.steps else { continue }
        if let run = open.add(parts.lowerBound, on: timeline.beginning(of: parts, origin)) {
          inARow.append(run)
        }
        guard evidence.isAssessed(from: from, to: to) else { continue }
        count += 1
        if own > length { (longest, length) = (parts, own) }
      }
      if let run = open.last { inARow.append(run) }
      guard count > 0 else { return }
      let (block, end) = (blocks[longest.lowerBound], blocks[longest.upperBound - 1])
      let isRed = length > red.steps
      var finding = Finding(
        isRed ? .warning : .note, from: block.start, to: end.end, shift: block.first,
        measured: Fraction(length, 3600), limit: isRed ? red.value : yellow.value, .atMost, .hours)
      finding.count = Int32(clamping: count)
      let excess = Int64(end.endOffset) - Int64(block.startOffset)
      finding.dstOnly = length + excess <= yellow.steps
      findings.append(finding)
      for run in inARow {
        let last = timeline.shift(from: run.last)
        var finding = Finding(
          .warning, from: timeline.blocks[run.first].start,
          to: timeline.blocks[last.upperBound - 1].end,
          shift: timeline.blocks[run.past].first,
          measured: Fraction(Int64(run.count)), limit: row.value, .atMost, .shifts)
        finding.related = timeline.blocks[run.first].first
        finding.count = Int32(run.count)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let day = context.day(finding.from)
      guard finding.unit == .hours else {
        return FindingText(
          Localized(
            nb:
              "\(context.name): \(finding.count) lange vakter på rad fra \(day[.nb]). Anbefalt høyst tre.",
            en:
              "\(context.name): \(finding.count) long shifts in a row from \(day[.en]). At most three are advised."
          ),
          [remedies[0]])
      }
      let measured = DurationText.text(finding.measured)
      let more = finding.count - 1
      let over = DurationText.text(context.limits[yellow])
      return FindingText(
        Localized(
          nb: """
            \(context.name): vakten \(day[.nb]) er \(measured[.nb]); anbefalt høyst 10 timer, aldri over \
            12.\(more > 0 ? " \(more) til i planen er over \(over[.nb])." : "")
            """,
          en: """
            \(context.name): the shift of \(day[.en]) is \(measured[.en]); at most 10 hours are advised, \
            never over 12.\(more > 0 ? " \(more) more of the plan are over \(over[.en])." : "")
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Legg høyst to til tre lange vakter på rad, med fri etterpå.",
        en: """
          Put at most two to three long shifts in a row, with time off after.
          """)),
    Remedy(
      .leader,
      Localized(
        nb: "Kort ned vakten, eller overlat resten til neste lag.",
        en: "Shorten the shift, or hand the rest over to the next team.")),
  ]
}
