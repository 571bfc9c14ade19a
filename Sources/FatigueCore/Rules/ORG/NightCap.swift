/// More nights in a row than the local cap.
public enum NightCap {
  public static let most = Limit(
    "ORG-NIGHTS.nights",
    Localized(nb: "lokalt tak på netter på rad", en: "local cap on nights in a row"), .atMost,
    Fraction(3), .nights,
    allowed: Fraction(1)...Fraction(14), isAgreed: true)

  public static let rule = Rule(
    id: "ORG-NIGHTS",
    lane: .research,
    title: Localized(
      nb: "Over det lokale taket på netter",
      en: "Over the local cap on nights"),
    section: Localized(
      nb: "lokal avtale om netter",
      en: "local agreement on nights"),
    test: Localized(
      nb: """
        Flere netter på rad enn taket partene har satt (most-nights i fatigue.toml). Uten et \
        lokalt tak gjelder EVID-N3.
        """,
      en: """
        More nights in a row than the cap the parties have set (most-nights of fatigue.toml). \
        Without a local cap EVID-N3 holds.
        """),
    why: Localized(
      nb: "Taket er avtalt for å holde søvngjelden nede.",
      en: "The cap was agreed on to keep the sleep debt down."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: ["N N N ↓N - -", "N N N - -"],
    premises: .plan(Localized(nb: "taket er tre netter", en: "the cap is three nights")) {
      $0.mostNights = 3
    },
    inputs: [.nightCap],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      for run in timeline.nightRuns {
        let length = timeline.length(ofNightRun: run)
        let (first, last) = (timeline.nights[run.lowerBound], timeline.nights[run.upperBound - 1])
        let from = evidence.roster.shifts[Int(first.shift)].start
        let to = evidence.roster.shifts[Int(last.shift)].end
        let settled = evidence.settled(most, from: from, to: to, shift: last.shift)
        guard let cap = settled.map({ Int($0.steps) }) ?? evidence.facts.plan.mostNights,
          length > cap
        else { continue }
        var finding = Finding(
          .breach, from: from, to: to,
          shift: timeline.nights[min(run.upperBound - 1, run.lowerBound + cap)].shift,
          measured: Fraction(Int64(length)), limit: Fraction(Int64(cap)), .atMost, .nights)
        finding.related = first.shift
        finding.agreement = settled?.agreement ?? -1
        finding.isAgreed = true
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): \(finding.measured.text) netter på rad fra \(context.day(finding.from)[.nb]), lokalt tak \(finding.limit.text).",
          en:
            "\(context.name): \(finding.measured.text) nights in a row from \(context.day(finding.from)[.en]), local cap \(finding.limit.text)."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Del rekken slik taket sier.",
        en: "Split the run as the cap says."))
  ]
}
