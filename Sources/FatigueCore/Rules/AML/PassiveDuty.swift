/// Longer hours for passive duty.
public enum PassiveDuty {
  public static let week = Limit(
    "AML-10-4-2.week-hours",
    Localized(nb: "forlengelse på sju døgn", en: "extension in seven days"), .atMost, Fraction(10),
    .hours, allowed: Fraction(0)...Fraction(10),
    reach: [AgreementReach(.authority, .free), AgreementReach(.nationalUnion, .free)])
  public static let day = Limit(
    "AML-10-4-2.day-hours", Localized(nb: "forlengelse på et døgn", en: "extension in a day"),
    .atMost, Fraction(2), .hours, allowed: Fraction(0)...Fraction(2),
    reach: [AgreementReach(.authority, .free), AgreementReach(.nationalUnion, .free)])
  public static let ordinary = Limit(
    "AML-10-4-2.ordinary-week",
    Localized(nb: "alminnelig arbeidstid på sju døgn", en: "ordinary hours in seven days"), .atMost,
    Fraction(48), .hours, allowed: Fraction(40)...Fraction(48),
    reach: [AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-4-2",
    lane: .law,
    title: Localized(
      nb: "Forlenget arbeidstid for passiv vakt",
      en: "Hours extended for passive duty"),
    section: Localized(
      nb: "aml. § 10-4 (2)",
      en: "Working Environment Act § 10-4 (2)"),
    test: Localized(
      nb: """
        For arbeid som helt eller i hovedsak er passivt, kan 9 og 40 timer forlenges med inntil \
        halvparten av de passive timene, høyst 2 timer på et døgn og 10 på sju; alminnelig \
        arbeidstid høyst 48 timer på sju døgn. Regnet i faste uker.
        """,
      en: """
        For work that is wholly or mainly passive, 9 and 40 hours may be extended by up to half of \
        the passive hours, at most 2 hours in a day and 10 in seven; ordinary hours at most 48 in \
        seven days. Counted in fixed weeks.
        """),
    why: Localized(
      nb: """
        Passiv tid på arbeidsstedet er også tid borte fra hjem og egen seng.
        """,
      en: """
        Passive time at the workplace is also time away from home and one's own bed.
        """),
    deviation: Localized(
      nb: """
        Arbeidstilsynet kan samtykke i inntil 13 timer på et døgn; fagforening med \
        innstillingsrett kan avtale mer (§ 10-12 (4) og (7)).
        """,
      en: """
        The Labour Inspection Authority may consent to up to 13 hours in a day; a union with the \
        right of nomination may agree on more (§ 10-12 (4) and (7)).
        """),
    remedies: remedies,
    limits: [week, day, ordinary],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-4 (2)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [
      "PAS:08:00-18:00 PAS:08:00-18:00 PAS:08:00-18:00 PAS:08:00-18:00 ↓PAS:08:00-18:00 - -",
      "PAS:08:00-18:00 PAS:08:00-18:00 - - - - -", "↓PAS:08:00-20:00 - - - - - -",
    ],
    premises: .person(
      Localized(nb: "vaktene er i hovedsak passive", en: "the duties are mainly passive")
    ) { $0.isMainlyPassive = true },
    inputs: [.passiveRows, .mainlyPassive],
    evaluate: { evidence, findings in
      guard evidence.about?.isMainlyPassive == true, !evidence.rows(.passive).isEmpty else {
        return
      }
      let timeline = evidence.timeline
      for (position, hours) in timeline.weekHours.enumerated() {
        let span = timeline.calendar.weeks[timeline.firstWeek + position]
        let total = hours.ordinary
        let passive = evidence.passiveSeconds(from: span.from, to: span.to)
        let (extension10, ceiling) = (evidence.limits.steps(week), evidence.limits.steps(ordinary))
        let allowed = min(40 * 3600 + min(extension10, passive / 2), ceiling)
        guard passive > 0, total > allowed else { continue }
        let limit = allowed == ceiling ? ordinary : week
        let measured = allowed == ceiling ? total : total - 40 * 3600
        let value = Fraction(measured, 3600)
        findings.append(
          Finding(
            evidence.lawStatus(limit, measured: value), from: span.from, to: span.to,
            shift: evidence.shift(passing: allowed, .ordinary, from: span.from, to: span.to),
            measured: value,
            limit: allowed == ceiling
              ? evidence.limits[ordinary] : Fraction(allowed - 40 * 3600, 3600),
            .atMost, .hours))
      }
      for block in timeline.blocks {
        let passive = evidence.passiveSeconds(from: block.start, to: block.end)
        guard passive > 0 else { continue }
        let allowed = min(evidence.limits.steps(day), passive / 2)
        let over = block.working - 9 * 3600
        guard over > allowed else { continue }
        findings.append(
          Finding(
            evidence.lawStatus(day, measured: Fraction(over, 3600)), from: block.start,
            to: block.end,
            shift: block.last, measured: Fraction(over, 3600), limit: Fraction(allowed, 3600),
            .atMost,
            .hours))
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let isWeek = finding.to - finding.from > 3 * 86_400
      let what =
        isWeek && finding.limit == context.limits[ordinary]
        ? Localized(nb: "alminnelig arbeidstid er", en: "ordinary hours are")
        : Localized(nb: "arbeidstiden er forlenget med", en: "hours are extended by")
      return FindingText(
        Localized(
          nb: """
            \(context.name): passiv vakt, \(what.nb) \(measured[.nb]) \(isWeek ? "i uken" : "på døgnet") fra \
            \(context.day(finding.from)[.nb]); grense \(limit[.nb]) (aml. § 10-4 (2)).
            """,
          en: """
            \(context.name): passive duty, \(what.en) \(measured[.en]) in the \(isWeek ? "week" : "day") from \
            \(context.day(finding.from)[.en]); limit \(limit[.en]) (Working Environment Act § 10-4 (2)).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Kort ned vakten, eller søk Arbeidstilsynet om samtykke.",
        en: """
          Shorten the duty, or apply to the Labour Inspection Authority for consent.
          """))
  ]
}
