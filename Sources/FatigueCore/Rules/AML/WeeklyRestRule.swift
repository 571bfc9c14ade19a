/// Thirty-five hours of rest in every week, under three readings.
public enum WeeklyRestRule {
  public static let minimum = Limit(
    "AML-10-8-2.weekly-rest", Localized(nb: "ukentlig hvile", en: "weekly rest"), .atLeast,
    Fraction(35), .hours, allowed: Fraction(28)...Fraction(72),
    reach: [AgreementReach(.localUnion, .to(Fraction(28))), AgreementReach(.nationalUnion, .free)])

  /// Whether passive duty on call at home breaks the rest (S-ONCALL).
  public static let onCallBreaks = Limit(
    "AML-10-8-2.on-call-breaks",
    Localized(
      nb: "hjemmevakt bryter ukehvilen (0 nei, 1 ja, når en avtale sier det)",
      en: "home on-call breaks the weekly rest (0 no, 1 yes, where an agreement says so)"),
    .atMost, Fraction(0), .count, allowed: Fraction(0)...Fraction(1),
    isParameter: true, isAgreed: true)

  /// Whether the rest must hold a whole calendar day, as the Act of 1977 had it and some guides still
  /// say (S-WEEK).
  public static let fullDay = Limit(
    "AML-10-8-2.full-day",
    Localized(
      nb: "hele kalenderdøgn i ukehvilen (0 eller 1)",
      en: "whole calendar days in the weekly rest (0 or 1)"),
    .atLeast, Fraction(0), .days, allowed: Fraction(0)...Fraction(1), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-8-2",
    lane: .law,
    title: Localized(nb: "Under 35 timer ukentlig hvile", en: "Weekly rest under 35 hours"),
    section: Localized(nb: "aml. § 10-8 (2)", en: "Working Environment Act § 10-8 (2)"),
    test: Localized(
      nb: """
        En fast uke (mandag–søndag) mangler 35 timer sammenhengende fri. Tre lesninger prøves: en \
        friperiode som berører uken teller, men bare for så mange uker som den har 35 timer \
        (touches); minst 24 av timene ligger i uken (assigned); alle 35 ligger i uken (contained). \
        Svikter den mildeste, er det brudd eller mangler en avtale; svikter bare de \
        strengere, er det omtvistet. Hjemmevakt i ukens eneste hvile er en merknad.
        """,
      en: """
        A fixed week (Monday–Sunday) lacks 35 hours free in one stretch. Three readings are \
        tried: a free stretch that touches the week counts, for as many weeks as it holds 35 hours \
        (touches); at least 24 of the hours lie in the week (assigned); all 35 lie in the week \
        (contained). When the mildest fails it is a breach or lacks an agreement; \
        when only the stricter ones fail it is disputed. Home on-call in the only rest of a week is \
        a note.
        """),
    why: Localized(
      nb: "Uten et sammenhengende døgn fri og en hel natt til rekker en ikke å ta igjen søvnen.",
      en: "Without a free day and a whole night there is no time to make up for lost sleep."),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale ned til 28 timer, mot kompenserende \
        hvile (§ 10-8 (3)). Under det bare fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        In an undertaking bound by a collective agreement the union representatives may agree down \
        to 28 hours, against compensating rest (§ 10-8 (3)). Below that only a union that has the \
        right of nomination (§ 10-12 (4)).
        """),
    remedies: [
      Remedy(
        .organisation,
        Localized(
          nb: "Legg F1 ved siden av F2, slik at friperiodene henger sammen.",
          en: "Put the weekly day off (F1) next to the other (F2), so that they hang together."))
    ],
    limits: [minimum, onCallBreaks, fullDay],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (2) og (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "NHO: fast uke, grensen flyttes ikke fra uke til uke",
          en: "NHO: a fixed week, its boundary not moved from week to week"), .secondary),
      RuleSource(
        Localized(
          nb: "Compendia: hjemmevakt uten utrykning bryter ikke ukehvilen",
          en: "Compendia: home on-call without a call-out does not break the weekly rest"),
        .secondary, url: "https://compendia24.no/arbeidstid/"),
      RuleSource(
        Localized(
          nb: "Lesningene «touches» og «assigned»", en: "The readings \"touches\" and \"assigned\""),
        .derived),
    ],
    examples: ["D ↓D D D D D D", "D D D D D - -", "D D D A - ↓D D"],
    evaluate: { evidence, findings in
      guard !evidence.timeline.blocks.isEmpty else { return }
      let first = findings.count
      addWeeks(minimum, evidence, &findings)
      addOnCall(evidence, after: first, &findings)
      addFullDays(evidence, after: first, &findings)
    },
    describe: { finding, context in
      if finding.unit == .days { return describe(fullDay: finding, context) }
      if finding.status == .note { return describe(onCall: finding, context) }
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let week = context.roster.civil(finding.from).date.isoWeek.week
      let monday = context.day(finding.from)
      let inside = finding.readings == .contained
      var message = Localized(
        nb: """
          \(context.name): uke \(week), fra \(monday[.nb]), mangler en sammenhengende friperiode \
          på \(limit[.nb]). \(inside ? "Lengste inne i uken" : "Lengste") er \(measured[.nb]).
          """,
        en: """
          \(context.name): week \(week), from \(monday[.en]), lacks a free stretch of \
          \(limit[.en]). The longest \(inside ? "inside the week " : "")is \(measured[.en]).
          """)
      if !finding.readings.contains(.touches) {
        message.nb += " Dette er omtvistet: i den mildeste lesningen har uken nok."
        message.en += " This is disputed: in the mildest reading the week has enough."
      }
      if finding.horizonTruncated {
        message.nb += " Planen viser ikke hva som er fri like utenfor; det er ikke regnet med."
        message.en += " The plan does not show what is free just outside; that is not counted."
      }
      let missing = Limits.steps(finding.limit, .hours) - Int64(finding.count)
      let shift = context.roster.shifts[Int(finding.shift)]
      let (code, day) = (context.code(finding.shift), context.day(shift.start))
      let short = DurationText.text(Fraction(missing, 3600))
      return FindingText(
        message,
        [
          Remedy(
            .leader,
            Localized(
              nb: "Flytt eller ta bort \(code) \(day[.nb]); det mangler \(short[.nb]).",
              en: "Move or take away \(code) on \(day[.en]); \(short[.en]) is missing.")),
          Remedy(
            .organisation,
            Localized(
              nb: "Legg F1 ved siden av F2, slik at friperiodene henger sammen.",
              en: "Put the weekly day off (F1) next to the other (F2).")),
        ])
    })

  /// The weeks that lack the rest in force in them, under the limit or an agreement about it.
  static func addWeeks(
    _ limit: Limit, _ evidence: borrowing Evidence, _ findings: inout [Finding]
  ) {
    let standard = evidence.limits.steps(limit)
    // Agreements only shorten the rest: what is long enough for the main rule needs no look.
    let weeks = evidence.weeks(withoutRest: standard)
    var agreed = (rest: standard, weeks: weeks)
    for standardWeek in weeks {
      let inForce = evidence.inForce(
        limit, from: standardWeek.from, to: standardWeek.to, shift: -1)
      let rest = inForce.steps
      var week = standardWeek
      if rest != standard {
        if rest != agreed.rest {
          agreed.rest = rest
          agreed.weeks = evidence.weeks(withoutRest: rest)
        }
        guard let own = agreed.weeks.first(where: { $0.place == standardWeek.place }) else {
          continue
        }
        week = own
      }
      guard var finding = finding(week, rest, inForce.value, evidence) else { continue }
      finding.agreement = inForce.agreement
      if finding.readings.contains(.touches) {
        // What the input cuts off may be free: beyond the floor is not certain there.
        finding.status = evidence.lawStatus(
          limit, measured: finding.measured, isCertain: !week.truncated)
      }
      findings.append(finding)
    }
  }

  /// A week that lacks the rest in some reading; its status is that of readings in dispute.
  ///
  /// - Parameters:
  ///   - rest: The rest asked for, in seconds.
  ///   - value: The same as the report names it.
  static func finding(
    _ week: WeeklyRest, _ rest: Int64, _ value: Fraction, _ evidence: borrowing Evidence
  ) -> Finding? {
    var failing: Reading = []
    if week.touches.seconds < rest { failing.insert(.touches) }
    if week.assigned.seconds < rest { failing.insert(.assigned) }
    if week.contained.seconds < rest { failing.insert(.contained) }
    guard !failing.isEmpty, let shift = shiftToMove(week, evidence) else { return nil }
    let best =
      failing.contains(.touches)
      ? week.touches : failing.contains(.assigned) ? week.assigned : week.contained
    var finding = Finding(
      .disputed, from: week.from, to: week.to, shift: shift,
      measured: Fraction(best.seconds, 3600), limit: value, .atLeast, .hours)
    finding.readings = failing
    finding.horizonTruncated = week.truncated
    finding.dstOnly =
      best.seconds + evidence.wallClockExcess(from: best.from, to: best.to) >= rest
    finding.detail = best.from
    finding.count = Int32(clamping: best.seconds)
    return finding
  }

  /// The shift that ends the week's best rest, else the one before it.
  private static func shiftToMove(
    _ week: WeeklyRest, _ evidence: borrowing Evidence
  ) -> Int32? {
    let best = week.assigned.seconds > 0 ? week.assigned : week.contained
    let timeline = evidence.timeline
    let after = timeline.block(endingAfter: best.to)
    if after < timeline.blocks.count, timeline.blocks[after].start < week.to {
      return timeline.blocks[after].first
    }
    var last = timeline.block(endingAfter: week.to)
    if last >= timeline.blocks.count || timeline.blocks[last].start >= week.to { last -= 1 }
    return last >= 0 ? timeline.blocks[last].last : timeline.blocks.first?.first
  }
}
