/// Rest after an incident.
public enum RestAfterIncident {
  public static let least = Limit(
    "ORG-CRITREST.rest", Localized(nb: "hvile etter en hendelse", en: "rest after an incident"),
    .atLeast, Fraction(11), .hours,
    allowed: Fraction(8)...Fraction(48))
  public static let nights = Limit(
    "ORG-CRITREST.nights",
    Localized(nb: "netter rett etter en hendelse", en: "nights right after an incident"), .atMost,
    Fraction(0), .nights,
    allowed: Fraction(0)...Fraction(1))

  public static let rule = Rule(
    id: "ORG-CRITREST",
    lane: .research,
    title: Localized(
      nb: "Kort hvile eller natt etter hendelse",
      en: "Short rest or a night after an incident"),
    section: Localized(
      nb: "programmet, tiltak D1",
      en: "the programme, measure D1"),
    test: Localized(
      nb: """
        Etter en kritisk hendelse er hvilen til neste vakt under 11 timer, eller neste vakt er en \
        natt.
        """,
      en: """
        After a critical incident the rest to the next shift is under 11 hours, or the next shift \
        is a night.
        """),
    why: Localized(
      nb: """
        Søvnen de første døgnene betyr mye for hvordan en hendelse bearbeides.
        """,
      en: """
        The sleep of the first days matters for how an event is worked through.
        """),
    remedies: remedies,
    limits: [least, nights],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D1",
          en: "The shift-health programme, D1"), .primary)
    ],
    examples: ["A+CRIT:20:00-20:00 ↓D - -", "D+CRIT:10:00-10:00 - D"],
    inputs: [.incidentRows],
    evaluate: { evidence, findings in
      // The rest is after the whole duty: a gap inside a split one is none (S-PERIOD).
      let (periods, blocks) = (evidence.timeline.periods, evidence.timeline.blocks)
      let least = evidence.limits.steps(Self.least)
      for row in evidence.rows(.incident) {
        let at = evidence.roster.shifts[Int(row)].start
        guard let next = periods.firstIndex(where: { $0.start > at }) else { continue }
        let ends = max(at, next > 0 ? periods[next - 1].end : at)
        let rest = Int64(periods[next].start) - Int64(ends)
        let isNight =
          evidence.limits.steps(Self.nights) < 1
          && evidence.timeline.hasNight(in: periods[next].blocks)
        guard rest < least || isNight else { continue }
        var finding = Finding(
          .warning, from: ends, to: periods[next].start,
          shift: blocks[Int(periods[next].blocks.lowerBound)].first,
          measured: rest < least ? Fraction(rest, 3600) : Fraction(1),
          limit: evidence.limits[rest < least ? Self.least : Self.nights],
          rest < least ? .atLeast : .atMost, rest < least ? .hours : .nights)
        finding.related = row
        finding.dstOnly =
          !isNight
          && rest + evidence.wallClockExcess(from: ends, to: periods[next].start) >= least
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let rest = Elapsed(seconds: Int64(finding.to) - Int64(finding.from)).text
      let isNight = finding.unit == .nights
      return FindingText(
        Localized(
          nb:
            "\(context.name): \(rest[.nb]) hvile etter hendelsen\(isNight ? ", og neste vakt er en natt," : "") \(context.day(finding.from)[.nb]).",
          en:
            "\(context.name): \(rest[.en]) of rest after the incident\(isNight ? ", and the next shift is a night," : "") on \(context.day(finding.from)[.en])."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Gi fri fra neste natt, og ta det uten at den ansatte må be om det.
          """,
        en: "Give the next night off, without the employee having to ask."))
  ]
}
