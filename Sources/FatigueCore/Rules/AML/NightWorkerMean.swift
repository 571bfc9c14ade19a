/// Eight hours on average for night workers.
public enum NightWorkerMean {
  public static let most = Limit(
    "AML-10-11-6.mean", Localized(nb: "timer per døgn i snitt", en: "hours per day on average"),
    .atMost, Fraction(8), .hoursPerDay, allowed: Fraction(6)...Fraction(12),
    reach: [AgreementReach(.localUnion, .free), AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-11-6",
    lane: .law,
    title: Localized(
      nb: "Over 8 timer i snitt for nattarbeidere",
      en: "Over 8 hours on average for night workers"),
    section: Localized(
      nb: "aml. § 10-11 (6)",
      en: "Working Environment Act § 10-11 (6)"),
    test: Localized(
      nb: """
        For den som arbeider mer enn tre timer om natten minst én gang i hver av fire uker: \
        alminnelig arbeidstid i fire faste uker, delt på døgnene uten ukehvilen (532 timer), er \
        over 8 timer per 24. Det svarer til 177 t 20 min på fire uker. Bare i løpende uker er det \
        omtvistet.
        """,
      en: """
        For whoever works more than three hours at night at least once in each of four weeks: \
        ordinary hours in four fixed weeks, divided by the days without the weekly rest (532 \
        hours), are over 8 hours per 24. That is 177 h 20 min in four weeks. In running weeks \
        alone it is disputed.
        """),
    why: Localized(
      nb: """
        Nattarbeid tar av søvnen; loven setter derfor et tak på timene.
        """,
      en: """
        Night work takes from sleep; the Act therefore caps the hours.
        """),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale noe annet, mot kompenserende hvile (§ \
        10-11 (9)).
        """,
      en: """
        In an undertaking bound by a collective agreement the union representatives may agree \
        otherwise, against compensating rest (§ 10-11 (9)).
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-11 (6)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: """
            Nevneren 672 − 4 × 35 timer; «jevnlig» som én natt i hver uke
            """,
          en: """
            The denominator 672 − 4 × 35 hours; "regularly" as one night in each week
            """), .derived),
    ],
    examples: [
      "22:00-07:30 22:00-07:30 22:00-07:30 22:00-07:30 - 22:00-07:30 - 22:00-07:30 22:00-07:30 22:00-07:30 22:00-07:30 - 22:00-07:30 - 22:00-07:30 22:00-07:30 22:00-07:30 22:00-07:30 - 22:00-07:30 - 22:00-07:30 22:00-07:30 22:00-07:30 22:00-07:30 - ↓22:00-07:30 -",
      "N N N - - - - N N N - - - - N N N - - - - N N N - - - -",
    ],
    evaluate: { evidence, findings in
      let weeks = evidence.timeline.calendar.whole
      guard weeks.count >= 4, !evidence.timeline.nights.isEmpty else { return }
      // Seconds in four weeks above which the mean is over the limit.
      let days = evidence.limits[most]
      let ceiling =
        Int64(NightWorkerMean.denominator) * days.numerator * 3600 / (24 * days.denominator)
      let timeline = evidence.timeline
      let night = evidence.weeksWithNightWork
      let before = findings.count
      var rolling: (first: Int, sum: Int64)?
      for first in weeks.lowerBound...(weeks.upperBound - 4) {
        guard (first..<first + 4).allSatisfy({ night.contains($0) }) else { continue }
        let sum = (first..<first + 4).reduce(Int64(0)) { total, week in
          let position = week - timeline.firstWeek
          return timeline.weekHours.indices.contains(position)
            ? total + timeline.weekHours[position].ordinary : total
        }
        guard sum > ceiling else { continue }
        if (first - weeks.lowerBound) % 4 == 0 {
          findings.append(finding(first, sum, isFixed: true, evidence))
        } else if sum > rolling?.sum ?? 0 {
          rolling = (first, sum)
        }
      }
      if let rolling, findings.count == before {
        findings.append(finding(rolling.first, rolling.sum, isFixed: false, evidence))
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb: """
            \(context.name): nattarbeid, \(measured[.nb]) per døgn i snitt over fire uker fra \
            \(context.day(finding.from)[.nb]) mot 8 timer (aml. § 10-11 (6)).
            """,
          en: """
            \(context.name): night work, \(measured[.en]) a day on average over four weeks from \
            \(context.day(finding.from)[.en]) against 8 hours (Working Environment Act § 10-11 (6)).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Kort ned nettene, legg færre av dem, eller legg dagvakter imellom.
          """,
        en: """
          Shorten the nights, lay fewer of them, or put day shifts in between.
          """))
  ]
  /// Hours in four weeks less the weekly rest of 35 hours in each.
  private static let denominator = 672 - 4 * 35

  private static func finding(
    _ first: Int, _ sum: Int64, isFixed: Bool, _ evidence: borrowing Evidence
  ) -> Finding {
    let span = evidence.timeline.calendar.weeks[first..<first + 4]
    let (from, to) = (span[first].from, span[first + 3].to)
    let measured = Fraction(sum * 24, Int64(denominator) * 3600)
    let last = evidence.timeline.nights.last {
      evidence.roster.shifts[Int($0.shift)].start < to
    }
    var finding = Finding(
      isFixed ? evidence.lawStatus(most, measured: measured) : .disputed, from: from, to: to,
      shift: last?.shift ?? evidence.timeline.pieces[0], measured: measured,
      limit: evidence.limits[most], .atMost, .hoursPerDay)
    if !isFixed { finding.readings = .rolling }
    return finding
  }
}
