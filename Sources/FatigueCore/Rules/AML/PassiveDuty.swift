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
      let base = Int64(evidence.about?.scheme ?? 40) * 3600
      let (most, ceiling) = (evidence.limits.steps(week), evidence.limits.steps(ordinary))
      let scale = evidence.onCall.steps
      for position in timeline.weekHours.indices {
        let span = timeline.calendar.weeks[timeline.firstWeek + position]
        let passive = evidence.passiveSeconds(from: span.from, to: span.to)
        // Half the passive hours in half seconds, so that none is lost.
        let total = evidence.hours(.ordinary, inWeek: position)
        let allowed = min(base * 2 + min(most * 2, passive), ceiling * 2)
        guard passive > 0, total * 2 > allowed * scale else { continue }
        let shift = evidence.shift(passing: allowed / 2, .ordinary, from: span.from, to: span.to)
        guard evidence.averaging(from: span.from, to: span.to, shift: shift) == nil else {
          continue
        }
        let isCeiling = allowed == ceiling * 2
        let measured = Fraction(total - (isCeiling ? 0 : base * scale), scale * 3600)
        let limit = isCeiling ? ordinary : week
        var finding = Finding(
          evidence.lawStatus(pastFloor: total > unionWeek * scale),
          from: span.from, to: span.to, shift: shift, measured: measured,
          limit: isCeiling
            ? evidence.limits[ordinary] : Fraction(allowed - base * 2, 7200), .atMost, .hours)
        finding.horizonTruncated = span.isCut
        findings.append(finding)
      }
      let ordinaryDay: Int64 = 9 * 3600
      for hours in timeline.daysOver(
        ordinaryDay, dayStart: evidence.limits.dayStart ?? 0,
        of: evidence.roster, ordinary: true, clock: evidence.cursor)
      {
        let (first, last) = (timeline.blocks[Int(hours.first)], timeline.blocks[Int(hours.last)])
        let passive = evidence.passiveSeconds(from: first.start, to: last.end)
        let allowed = min(evidence.limits.steps(day) * 2, passive)
        let over = hours.seconds - ordinaryDay
        let shift = evidence.lastOrdinaryShift(of: last)
        guard passive > 0, over * 2 > allowed,
          evidence.averaging(from: first.start, to: last.end, shift: shift) == nil
        else { continue }
        let measured = Fraction(over, 3600)
        // A sum of duties depends on where the day begins.
        let isCertain = hours.isOneStretch || evidence.limits.dayStart != nil
        var finding = Finding(
          isCertain
            ? evidence.lawStatus(pastFloor: hours.inRunningDay > unionDay) : .disputed,
          from: first.start, to: last.end, shift: shift, measured: measured,
          limit: Fraction(allowed, 7200), .atMost,
          .hours)
        finding.readings = isCertain ? [] : .sum
        findings.append(finding)
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

  /// What an averaging agreement with the representatives gives ordinary hours (§ 10-5 (2)), in
  /// seconds: beyond it no local agreement helps.
  private static let unionDay: Int64 = 45_000
  private static let unionWeek: Int64 = 194_400

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
