/// The length of a shift.
public enum FIOHShiftLength {
  public static let overload = Limit(
    "FIOH-L2.overload", Localized(nb: "lengden på en vakt", en: "length of a shift"), .atMost,
    Fraction(12), .hours,
    allowed: Fraction(8)...Fraction(16))
  public static let strong = Limit(
    "FIOH-L2.strong", Localized(nb: "sterk overbelastning", en: "strong overload"), .atMost,
    Fraction(14), .hours,
    allowed: Fraction(8)...Fraction(24))

  public static let rule = Rule(
    id: "FIOH-L2",
    lane: .research,
    title: Localized(
      nb: "Vaktens lengde",
      en: "Length of a shift"),
    section: Localized(
      nb: "FIOH, trafikklys",
      en: "FIOH, traffic lights"),
    test: Localized(
      nb: """
        En vakt for heltidsansatte: 4–10 timer er greit, over 10 økt belastning, over 12 \
        overbelastning, over 14 sterk overbelastning. Fra overbelastning gis funn; ett per person \
        for den lengste.
        """,
      en: """
        A shift of full-time staff: 4–10 hours are fine, over 10 raised load, over 12 overload, \
        over 14 strong overload. From overload there is a finding; one per person for the longest.
        """),
    why: Localized(
      nb: """
        Instituttet mener at rødt ikke bør stå i en plan i det hele tatt. Nivåene vurderes over \
        3–4 uker; gjentakelse teller.
        """,
      en: """
        The institute holds that red should not stand in a plan at all. The levels are judged over \
        3–4 weeks; repetition counts.
        """),
    remedies: remedies,
    limits: [overload, strong],
    sources: [
      RuleSource(
        Localized(
          nb: """
            FIOH, trafikklys for periodearbeid (eldre side; oppdatert 2024, ikke lest)
            """,
          en: """
            FIOH, traffic lights for period-based work (older page; updated 2024, not read)
            """), .primary,
        url:
          "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/tyoaikojen-kuormittavuuden-arviointi-jaksotyossa/"
      )
    ],
    examples: ["07:00-19:00 -", "↓07:00-19:30 - -"],
    evaluate: { evidence, findings in
      guard evidence.about?.isFullTime ?? true else { return }
      let timeline = evidence.timeline
      let overload = evidence.limits.held(Self.overload)
      guard timeline.hasShortBreaks || timeline.longestBlock > overload.steps else { return }
      let blocks = timeline.blocks.span
      var (longest, length, next) = (0..<0, overload.steps, 0)
      while next < blocks.count {
        let parts = timeline.shift(from: next)
        next = parts.upperBound
        let own = Int64(blocks[next - 1].end) - Int64(blocks[parts.lowerBound].start)
        if own > length { (longest, length) = (parts, own) }
      }
      guard !longest.isEmpty else { return }
      let (first, last) = (blocks[longest.lowerBound], blocks[longest.upperBound - 1])
      let isStrong = length > evidence.limits.steps(Self.strong)
      var finding = Finding(
        isStrong ? .warning : .note, from: first.start, to: last.end, shift: first.first,
        measured: Fraction(length, 3600),
        limit: isStrong ? evidence.limits[Self.strong] : overload.value, .atMost, .hours)
      finding.detail = isStrong ? 3 : 2
      finding.dstOnly =
        length + evidence.wallClockExcess(from: first.start, to: last.end) <= overload.steps
      findings.append(finding)
    },
    describe: { finding, context in
      let level = FIOHLevel.text(Int(finding.detail))
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(context.name): \(measured[.nb]) fra \(context.day(finding.from)[.nb]): \(level[.nb]) i den finske trafikklysmodellen.",
          en:
            "\(context.name): \(measured[.en]) from \(context.day(finding.from)[.en]): \(level[.en]) in the Finnish traffic lights."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Kort ned vakten, eller overlat resten til neste lag.",
        en: "Shorten the shift, or hand the rest over to the next team.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Bruk vakter på høyst 10 timer i grunnplanen.",
        en: "Use shifts of at most 10 hours in the base plan.")),
  ]
}
