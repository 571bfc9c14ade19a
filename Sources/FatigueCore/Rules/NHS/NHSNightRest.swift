/// Rest after nights in the NHS contract.
public enum NHSNightRest {
  public static let least = Limit(
    "NHS-46.rest", Localized(nb: "fri etter netter", en: "free time after nights"), .atLeast,
    Fraction(46), .hours,
    allowed: Fraction(24)...Fraction(96))

  public static let rule = Rule(
    id: "NHS-46",
    lane: .research,
    title: Localized(
      nb: "46 timer fri etter netter",
      en: "46 hours off after nights"),
    section: Localized(
      nb: "NHS-kontrakten",
      en: "the NHS contract"),
    test: Localized(
      nb: """
        Etter siste natt i en rekke er det under 46 timer til neste vakt, uansett antall netter \
        (siden gjennomgangen i 2019). Bare til sammenligning.
        """,
      en: """
        After the last night of a run there are under 46 hours to the next shift, whatever the \
        number of nights (since the 2019 review). For comparison only.
        """),
    why: Localized(
      nb: """
        En annen stor helsetjeneste har avtalt to døgn nesten hele etter netter.
        """,
      en: """
        Another large health service has agreed on nearly two whole days after nights.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: """
            NHS Employers: vilkår for leger i spesialisering i England, 2016 og 2019
            """,
          en: """
            NHS Employers: contract of resident doctors in England, 2016 and 2019
            """), .primary)
    ],
    examples: ["N N - ↓07:00-15:00 -", "N N - - D"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let least = evidence.limits.held(Self.least)
      let (runs, nights, blocks) = (
        timeline.nightRuns.span, timeline.nights.span, timeline.blocks.span
      )
      for i in runs.indices {
        let block = Int(nights[runs[i].upperBound - 1].block)
        // Work after a break of minutes goes on with the same shift.
        let after = timeline.shift(from: timeline.lastBlock(ofPeriodWith: block)).upperBound
        guard after < blocks.count else { continue }
        let (from, to) = (blocks[after - 1].end, blocks[after].start)
        let rest = Int64(to) - Int64(from)
        guard rest < least.steps else { continue }
        var finding = Finding(
          .note, from: from, to: to, shift: blocks[after].first, measured: Fraction(rest, 3600),
          limit: least.value, .atLeast, .hours)
        finding.related = blocks[after - 1].last
        finding.dstOnly = rest + evidence.wallClockExcess(from: from, to: to) >= least.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(context.name): \(measured[.nb]) fri etter netter \(context.day(finding.from)[.nb]); NHS-avtalen har 46 timer.",
          en:
            "\(context.name): \(measured[.en]) off after nights on \(context.day(finding.from)[.en]); the NHS contract has 46 hours."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Bare til sammenligning; se EVID-REC48.",
        en: "For comparison only; see EVID-REC48."))
  ]
}
