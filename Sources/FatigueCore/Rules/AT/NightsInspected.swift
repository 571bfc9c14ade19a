/// More nights in a row than the Labour Inspection Authority normally consents to.
public enum NightsInspected {
  public static let most = Limit(
    "AT-NIGHTS.nights", Localized(nb: "netter på rad", en: "nights in a row"), .atMost,
    Fraction(3), .nights, allowed: Fraction(1)...Fraction(14))

  public static let rule = Rule(
    id: "AT-NIGHTS",
    lane: .agreement,
    title: Localized(
      nb: "Flere netter enn tilsynet vanligvis godtar", en: "More nights than the authority accepts"
    ),
    section: Localized(
      nb: "Arbeidstilsynets praksis (2018)",
      en: "practice of the Labour Inspection Authority (2018)"),
    test: Localized(
      nb: """
        Nattevakter på mer enn tre datoer på rad. Arbeidstilsynet har skrevet at det normalt ikke \
        samtykker til mer enn to til tre. Praksis ved samtykke, ikke en grense i loven.
        """,
      en: """
        Night shifts on more than three dates in a row. The authority has written that it normally \
        does not consent to more than two to three. Practice in giving consent, not a limit of the \
        Act.
        """),
    why: Localized(
      nb: "Etter tre netter er søvngjelden så stor at tilsynet ikke vil gå god for mer.",
      en:
        "After three nights the sleep debt is so large that the authority will not vouch for more."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Kronikk av regiondirektøren, 2018", en: "Op-ed by the regional director, 2018"),
        .secondary, url: "https://webhms.no/2018/10/22/nattarbeid-for-enhver-pris/")
    ],
    examples: ["N N N ↓N - -", "N N N - -"],
    explainedBy: ["EVID-N3"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      // One night is no run, whatever is agreed.
      let least = max(1, evidence.strictest(most))
      let (runs, nights) = (timeline.nightRuns.span, timeline.nights.span)
      for i in runs.indices {
        let run = runs[i]
        let length = Int64(nights[run.upperBound - 1].date - nights[run.lowerBound].date) + 1
        guard length > least else { continue }
        let first = nights[run.lowerBound]
        let last = evidence.roster.shifts[Int(nights[run.upperBound - 1].shift)]
        let start = evidence.roster.shifts[Int(first.shift)].start
        let limit = evidence.inForce(most, from: start, to: last.end, shift: first.shift)
        guard length > limit.steps else { continue }
        let past = run.first { Int64(nights[$0].date - first.date) >= limit.steps }
        var finding = Finding(
          limit.status(otherwise: .note), from: start, to: last.end,
          shift: nights[past ?? run.lowerBound].shift, measured: Fraction(length),
          limit: limit.value, .atMost, .nights)
        finding.agreement = limit.agreement
        finding.related = first.shift
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (first, last) = (context.day(finding.from), context.day(finding.to))
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.measured.text) netter på rad, \(first[.nb]) – \(last[.nb]); \
            Arbeidstilsynet godtar normalt to til tre.
            """,
          en: """
            \(context.name): \(finding.measured.text) nights in a row, \(first[.en]) – \(last[.en]); \
            the Labour Inspection Authority normally accepts two to three.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Del rekken i to, med minst to hele netter fri imellom.",
        en: "Split the run in two, with at least two full nights off between."))
  ]
}
