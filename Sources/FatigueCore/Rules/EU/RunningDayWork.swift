/// Thirteen hours of work in any running twenty-four: the mirror of eleven hours' rest, as the Danish
/// authority counts it.
public enum RunningDayWork {
  public static let most = Limit(
    "EU-3R.hours", Localized(nb: "arbeid i løpende 24 timer", en: "work in any running 24 hours"),
    .atMost, Fraction(13), .hours, allowed: Fraction(8)...Fraction(16), reach: DirectiveText.reach)

  public static let rule = Rule(
    id: "EU-3R",
    lane: .law,
    title: Localized(
      nb: "Over 13 timer i løpende 24 timer", en: "More than 13 hours in running 24 hours"),
    section: DirectiveText.section("3"),
    test: Localized(
      nb: """
        Noen løpende 24 timer har over 13 timer arbeid. Slik regner det danske tilsynet døgnhvilen: \
        24 timer bakover fra ethvert øyeblikk i arbeid. Det er én lesning, ikke norsk praksis: en \
        vanlig kveld fulgt av dag har 15,5 timer.
        """,
      en: """
        Some running 24 hours hold over 13 hours of work. So the Danish authority counts the daily \
        rest: 24 hours back from any moment of work. It is one reading and not Norwegian practice: \
        an ordinary evening followed by a day shift has 15.5 hours.
        """),
    why: Localized(
      nb: "En kort natt mellom to vakter synes best når en ser dem som ett døgn.",
      en: "A short night between two shifts shows best when they are seen as one day."),
    deviation: DirectiveText.deviation,
    remedies: DirectiveText.fewerHours,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Arbejdstilsynet (Danmark): beregning av hvileperioden",
          en: "Danish Working Environment Authority: how the rest is counted"), .primary,
        url: "https://at.dk/spoergsmaal-svar/h/hvileperiode-beregning/"),
      RuleSource(
        Localized(
          nb: "13 timer: det som er igjen av 24 når 11 er hvile",
          en: "13 hours: what is left of 24 when 11 are rest"), .derived),
    ],
    examples: ["A ↓D - -", "D D A N - -"],
    explainedBy: ["EU-3", "AML-10-8-1", "AML-10-8-3D"],
    standing: .off(
      Localized(
        nb: "dansk regnemåte; norske planer ville fått funn på hver kveld fulgt av dag",
        en: "the Danish method; Norwegian plans would be flagged at every evening before a day")),
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      let timeline = evidence.timeline
      for window in timeline.windows(of: PersonTimeline.day, over: most) {
        let to = Int32(clamping: Int64(window.from) + PersonTimeline.day)
        let blocks = timeline.block(endingAfter: window.from)
        guard
          let last = timeline.blocks[blocks...].last(where: { $0.start < to }),
          let opening = timeline.blocks[blocks...].first
        else { continue }
        let inForce = evidence.inForce(
          Self.most, from: max(window.from, opening.start), to: min(to, last.end),
          shift: last.first)
        guard window.seconds > inForce.steps else { continue }
        var finding = Finding(
          .disputed, from: window.from, to: to, shift: last.first,
          measured: Fraction(window.seconds, 3600), limit: inForce.value, .atMost, .hours)
        finding.agreement = inForce.agreement
        finding.related = opening.first
        finding.readings = .rolling
        finding.dstOnly =
          window.seconds + evidence.workClockExcess(from: window.from, to: to) <= inForce.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let from = context.moment(finding.from)
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(measured[.nb]) arbeid i de 24 timene fra \(from[.nb]), mot \
            \(limit[.nb]). Dette er den danske regnemåten (løpende døgn); om den gjelder, er \
            omtvistet.
            """,
          en: """
            \(context.name): \(measured[.en]) of work in the 24 hours from \(from[.en]), against \
            \(limit[.en]). This is the Danish method (running days); whether it holds is disputed.
            """), DirectiveText.fewerHours)
    })
}
