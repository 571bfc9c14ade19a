/// Defusing within two days of an incident.
public enum DefusingInTime {
  public static let most = Limit(
    "ORG-DEF48.hours",
    Localized(nb: "tid fra hendelse til defusing", en: "time from incident to defusing"), .atMost,
    Fraction(48), .hours,
    allowed: Fraction(12)...Fraction(168))

  public static let rule = Rule(
    id: "ORG-DEF48",
    lane: .research,
    title: Localized(
      nb: "Ingen defusing innen 48 timer",
      en: "No defusing within 48 hours"),
    section: Localized(
      nb: "programmet, tiltak D1",
      en: "the programme, measure D1"),
    test: Localized(
      nb: """
        En kritisk hendelse i planen har ingen defusing innen 48 timer. Samtalen skal ligge i \
        arbeidstiden eller kompenseres.
        """,
      en: """
        A critical incident of the plan has no defusing within 48 hours. The talk is to lie in \
        working time or be compensated.
        """),
    why: Localized(
      nb: """
        En kort, strukturert samtale tidlig gir støtte før minnet har satt seg.
        """,
      en: """
        A short, structured talk soon gives support before the memory has set.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D1",
          en: "The shift-health programme, D1"), .primary)
    ],
    examples: ["D+↓CRIT:10:00-10:00 D D+DEF:13:00-13:30", "D+CRIT:10:00-10:00 D+DEF:13:00-13:30"],
    inputs: [.incidentRows],
    evaluate: { evidence, findings in
      let talks = evidence.rows(.defusing)
      let most = evidence.limits.steps(Self.most)
      let shifts = evidence.roster.shifts
      for row in evidence.rows(.incident) {
        let incident = shifts[Int(row)]
        let talk = talks.first { shifts[Int($0)].start >= incident.start }
        let until = talk.map { shifts[Int($0)].start } ?? evidence.horizon.end
        let waited = Int64(until) - Int64(incident.start)
        // Where the plan ends sooner, nobody can say.
        guard waited > most else { continue }
        var finding = Finding(
          .warning, from: incident.start, to: until, shift: row, measured: Fraction(waited, 3600),
          limit: evidence.limits[Self.most], .atMost, .hours)
        finding.related = talk ?? -1
        finding.horizonTruncated = talk == nil
        finding.dstOnly = waited + evidence.wallClockExcess(from: incident.start, to: until) <= most
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): hendelsen \(context.day(finding.from)[.nb]) har ikke registrert defusing innen 48 timer.",
          en:
            "\(context.name): the incident of \(context.day(finding.from)[.en]) has no defusing on record within 48 hours."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .group,
      Localized(
        nb: """
          Avtal en kort, strukturert samtale i arbeidstiden; ingen detaljer om hendelsen i \
          systemet.
          """,
        en: """
          Book a short structured talk in working time; no detail of the event in the system.
          """)),
    Remedy(
      .leader,
      Localized(
        nb: "Sørg for avløsning, så samtalen kan holdes.",
        en: "See to relief, so that the talk can be held.")),
  ]
}
