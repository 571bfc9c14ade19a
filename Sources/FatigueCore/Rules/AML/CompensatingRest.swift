/// Compensating rest after a short one.
public enum CompensatingRest {
  public static let least = Limit(
    "AML-10-8-3C.main-rest",
    Localized(
      nb: "hvile som korte hviler måles mot", en: "rest that short ones are measured against"),
    .atLeast, Fraction(11), .hours, allowed: Fraction(8)...Fraction(24), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-8-3C",
    lane: .law,
    title: Localized(
      nb: "Kort hvile uten kompenserende hvile",
      en: "Short rest without compensating rest"),
    section: Localized(
      nb: "aml. § 10-8 (3)",
      en: "Working Environment Act § 10-8 (3)"),
    test: Localized(
      nb: """
        Etter en hvile under 11 timer skal neste hvile være så mye lengre enn 11 timer som den \
        første manglet: time for time, i neste friperiode.
        """,
      en: """
        After a rest under 11 hours the next one is to be as much longer than 11 hours as the \
        first one lacked: hour for hour, in the next rest.
        """),
    why: Localized(
      nb: """
        Søvnen som gikk tapt, må tas igjen før den neste korte hvilen.
        """,
      en: """
        The sleep that was lost must be made up before the next short rest.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "NHO, NSF: time for time i neste fri",
          en: "NHO, NSF: hour for hour in the next rest"), .secondary),
    ],
    examples: ["A 07:00-19:00 ↓07:00-15:00 - -", "A D - D"],
    explainedBy: ["AML-10-8-1"],
    evaluate: { evidence, findings in
      evaluate(evidence, evidence.limits.steps(Self.least), &findings)
    },
    describe: { finding, context in
      let (measured, due) = (DurationText.text(finding.measured), DurationText.text(finding.limit))
      let short = context.day(finding.detail)
      return FindingText(
        Localized(
          nb: """
            \(context.name): hvilen \(short[.nb]) var for kort. Neste friperiode skulle vært minst \
            \(due[.nb]), men er \(measured[.nb]) (aml. § 10-8 (3)).
            """,
          en: """
            \(context.name): the rest of \(short[.en]) was too short. The next one should have been at \
            least \(due[.en]), but is \(measured[.en]) (Working Environment Act § 10-8 (3)).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Forleng neste hvile med det som manglet.",
        en: "Lengthen the next rest by what was missing.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Avtal hvordan kompenserende hvile gis, time for time.",
        en: "Agree on how compensating rest is given, hour for hour.")),
  ]

  /// Rests after a duty that followed a short rest, where they lack what that one lacked.
  ///
  /// - Parameter least: The rest that short ones are measured against, in seconds.
  static func evaluate(
    _ evidence: borrowing Evidence, _ least: Int64, _ findings: inout [Finding]
  ) {
    let timeline = evidence.timeline
    for rest in timeline.shortRests(under: least) where rest.certain {
      // The duty after the rest, as a whole: its last block, and the block that comes next.
      let end = timeline.lastBlock(ofPeriodWith: Int(rest.after))
      guard end + 1 < timeline.blocks.count else { continue }
      let (last, next) = (timeline.blocks[end], timeline.blocks[end + 1])
      let given = Int64(next.start) - Int64(last.end)
      let due = least + (least - rest.seconds)
      guard given < due else { continue }
      var finding = Finding(
        .warning, from: last.end, to: next.start, shift: next.first,
        measured: Fraction(given, 3600), limit: Fraction(due, 3600), .atLeast, .hours)
      finding.related = last.last
      finding.detail = rest.from
      let excess = Int64(next.startOffset) - Int64(last.endOffset)
      finding.dstOnly = given + excess >= due
      findings.append(finding)
    }
  }
}
