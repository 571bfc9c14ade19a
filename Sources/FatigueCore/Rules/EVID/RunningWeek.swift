/// Hours in any seven days.
public enum RunningWeek {
  public static let most = Limit(
    "EVID-48.hours", Localized(nb: "timer på sju døgn", en: "hours in seven days"), .atMost,
    Fraction(48), .hours,
    allowed: Fraction(36)...Fraction(84))
  public static let red = Limit(
    "EVID-48.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(55), .hours,
    allowed: Fraction(36)...Fraction(100))

  public static let rule = Rule(
    id: "EVID-48",
    lane: .research,
    title: Localized(
      nb: "Mange timer på sju døgn",
      en: "Many hours in seven days"),
    section: Localized(
      nb: "FIOH, ved likhet",
      en: "FIOH, by analogy"),
    test: Localized(
      nb: """
        Noen løpende sju døgn har over 48 timer arbeid (rødt nivå over 55). Ett funn per person, \
        for de sju døgnene med mest.
        """,
      en: """
        Some running seven days hold over 48 hours of work (red level over 55). One finding per \
        person, for the seven days with the most.
        """),
    why: Localized(
      nb: """
        En lang uke gir mindre søvn hver natt i den, uansett hvor ukegrensen går.
        """,
      en: """
        A long week gives less sleep every night of it, wherever the week is cut.
        """),
    remedies: remedies,
    limits: [most, red],
    sources: [
      RuleSource(
        Localized(
          nb: "Grensene fra FIOH-L1, brukt på løpende sju døgn",
          en: "The limits of FIOH-L1, used on running seven days"), .derived)
    ],
    examples: [
      "07:00-15:30 07:00-15:30 07:00-15:30 07:00-15:30 07:00-15:30 ↓07:00-15:30 -", "D D D D D D -",
    ],
    evaluate: { evidence, findings in
      let (most, red) = (evidence.limits.held(Self.most), evidence.limits.held(Self.red))
      let length = 7 * PersonTimeline.day
      guard let window = evidence.timeline.mostWork(inAny: length, over: most.steps) else { return }
      let isRed = window.seconds > red.steps
      let to = Int32(clamping: Int64(window.from) + length)
      guard let last = evidence.timeline.lastBlock(startingBefore: to) else { return }
      var finding = Finding(
        isRed ? .warning : .note, from: window.from, to: to, shift: last.first,
        measured: Fraction(window.seconds, 3600), limit: isRed ? red.value : most.value, .atMost,
        .hours)
      finding.related = evidence.timeline.firstShift(endingAfter: window.from)
      findings.append(finding)
    },
    count: { evidence in
      let (most, red) = (evidence.limits.steps(Self.most), evidence.limits.steps(Self.red))
      let work = evidence.timeline.mostWork(
        inAny: 7 * PersonTimeline.day, over: most, upTo: max(most, red) + 1)
      guard work > most else { return FindingCount() }
      return work > red ? FindingCount(warnings: 1) : FindingCount(notes: 1)
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(context.name): \(measured[.nb]) arbeid på sju døgn fra \(context.moment(finding.from)[.nb]).",
          en:
            "\(context.name): \(measured[.en]) of work in seven days from \(context.moment(finding.from)[.en])."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Flytt en vakt ut av de sju døgnene, eller kort ned de lange.",
        en: """
          Move a shift out of the seven days, or shorten the long ones.
          """))
  ]
}
