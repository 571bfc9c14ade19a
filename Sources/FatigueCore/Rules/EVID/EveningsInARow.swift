/// Evenings in a row.
public enum EveningsInARow {
  public static let most = Limit(
    "EVID-EVE3.in-a-row", Localized(nb: "kvelder på rad", en: "evenings in a row"), .atMost,
    Fraction(3), .count,
    allowed: Fraction(1)...Fraction(7))
  public static let red = Limit(
    "EVID-EVE3.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(5), .count,
    allowed: Fraction(1)...Fraction(10))

  public static let rule = Rule(
    id: "EVID-EVE3",
    lane: .research,
    title: Localized(
      nb: "Mange kvelder på rad",
      en: "Many evenings in a row"),
    section: Localized(
      nb: "Käypä hoito",
      en: "Käypä hoito"),
    test: Localized(
      nb: """
        Mer enn tre kveldsvakter på datoer på rad (rødt nivå over fem). En kveldsvakt begynner \
        mellom kl. 12 og 18.
        """,
      en: """
        More than three evening shifts on dates in a row (red level over five). An evening shift \
        begins between 12:00 and 18:00.
        """),
    why: Localized(
      nb: """
        Kvelder på rad tar fra familie og venner uten å gi noe igjen i søvn.
        """,
      en: """
        Evenings in a row take from family and friends without giving sleep in return.
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
    examples: ["A A A ↓A - -", "A A A - A -"],
    evaluate: { evidence, findings in
      let (most, red) = (evidence.limits.held(Self.most), evidence.limits.held(Self.red))
      let timeline = evidence.timeline
      for run in timeline.runs(of: .evening, most: Int(most.steps)) {
        let first = timeline.blocks[run.first]
        let last = timeline.blocks[timeline.shift(from: run.last).upperBound - 1]
        let isRed = Int64(run.count) > red.steps
        var finding = Finding(
          isRed ? .warning : .note, from: first.start, to: last.end,
          shift: timeline.blocks[run.past].first,
          measured: Fraction(Int64(run.count)), limit: isRed ? red.value : most.value,
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
            "\(context.name): \(finding.count) kvelder på rad fra \(context.day(finding.from)[.nb]). Anbefalt høyst tre.",
          en:
            "\(context.name): \(finding.count) evenings in a row from \(context.day(finding.from)[.en]). At most three are advised."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Veksle: høyst tre kvelder før en annen vakt eller fri.",
        en: """
          Alternate: at most three evenings before another shift or time off.
          """))
  ]
}
