/// Eight hours in twenty-four on average for a night worker (article 8 a).
public enum DirectiveNightMean {
  public static let most = Limit(
    "EU-8a.mean", Localized(nb: "timer i snitt per 24 timer", en: "mean hours in 24"), .atMost,
    Fraction(8), .hoursPerDay, allowed: Fraction(6)...Fraction(12), reach: DirectiveText.reach)
  public static let reference = Limit(
    "EU-8a.reference", Localized(nb: "referanseperiode", en: "reference period"), .atMost,
    Fraction(4), .weeks, allowed: Fraction(1)...Fraction(52), isParameter: true)
  public static let nights = Limit(
    "EU-8a.nights",
    Localized(nb: "netter i uken som gjør en til nattarbeider", en: "nights a week that make one"),
    .atLeast, Fraction(1), .count, allowed: Fraction(0)...Fraction(7), isParameter: true)

  public static let rule = Rule(
    id: "EU-8a",
    lane: .law,
    title: Localized(
      nb: "Nattarbeider: over 8 timer i snitt (arbeidstidsdirektivet)",
      en: "Night worker: a mean of more than 8 hours (Working Time Directive)"),
    section: DirectiveText.section("8 a"),
    test: Localized(
      nb: """
        En som har minst én natt hver uke i referanseperioden, arbeider i snitt over 8 timer per 24 \
        timer. Én ukehvile på 24 timer per sju døgn holdes utenfor, så 8 timer er 48 i uken. En \
        natt har minst 3 timer mellom 23 og 06. Perioden er fire uker der landet ikke sier noe \
        annet.
        """,
      en: """
        One who has at least one night in every week of the reference period works more than 8 \
        hours in 24 on average. A weekly rest of 24 hours per seven days is left out, so that 8 \
        hours are 48 a week. A night has at least 3 hours between 23 and 06. The period is four \
        weeks where the country says nothing else.
        """),
    why: Localized(
      nb: "Dagsøvnen etter natt er kort, og lange netter gir mindre av den.",
      en: "Day sleep after a night is short, and long nights leave less of it."),
    deviation: DirectiveText.deviation,
    remedies: DirectiveText.fewerHours,
    limits: [most, reference, nights],
    sources: [
      DirectiveText.source("8 a"),
      RuleSource(
        Localized(
          nb: "Artikkel 2 (nattarbeider: minst 3 timer) og 16 c, etter hukommelsen",
          en: "Article 2 (night worker: at least 3 hours) and 16 c, recalled"), .recalled),
      RuleSource(
        Localized(
          nb: "Fire uker og én natt i uken er vårt valg, som i AML-10-11-6",
          en: "Four weeks and a night a week are our choice, as in AML-10-11-6"), .derived),
    ],
    examples: [long, "N N N N N - - N N N N N - - N N N N N - - N N N N N - -"],
    explainedBy: ["AML-10-11-6"],
    standing: .off(
      Localized(
        nb: "definisjonen av nattarbeider og artikkel 16 c er ikke bekreftet",
        en: "the definition of a night worker and article 16 c are not confirmed")),
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      guard !timeline.nights.isEmpty else { return }
      let weeks = Int(min(max(evidence.limits.steps(reference), 1), 52))
      let nights = Int(min(max(evidence.limits.steps(Self.nights), 0), 7))
      let weekly = evidence.limits[most] * Fraction(6 * 3600)
      let first = findings.count
      MeanHoursText.evaluate(
        evidence, most, .total, weeks: weeks, .anyPeriod,
        at: weekly.numerator / weekly.denominator, into: &findings,
        isOff: { evidence, from, _ in
          !isNightWorker(evidence, from: from, weeks: weeks, nights: nights)
        })
      for i in first..<findings.count {
        let inForce = evidence.inForce(most, from: findings[i].from, to: findings[i].to, shift: -1)
        findings[i].measured = findings[i].measured / Fraction(6)
        findings[i].limit = inForce.value
        findings[i].agreement = inForce.agreement
        findings[i].unit = .hoursPerDay
      }
      findings[first...].removeAll { $0.measured <= $0.limit }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let (day, weeks) = (context.day(finding.from), finding.count)
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel for nattarbeidere, i snitt \(measured[.nb]) per 24 timer \
            over \(weeks) uker fra \(day[.nb]), mot \(limit[.nb]) (artikkel 8 a).
            """,
          en: """
            \(context.name): EU rule for night workers, a mean of \(measured[.en]) in 24 hours \
            over \(weeks) weeks from \(day[.en]), against \(limit[.en]) (article 8 a).
            """) + MeanHoursText.notes(finding), DirectiveText.fewerHours)
    })

  /// Six nights of eight hours and ten minutes in each of four weeks: 49 hours a week.
  private static let long = RosterStrip(
    Array(
      repeating: Array(repeating: "22:00-06:10", count: 6).joined(separator: " ") + " -", count: 3
    ).joined(separator: " ")
      + " 22:00-06:10 22:00-06:10 22:00-06:10 22:00-06:10 22:00-06:10 ↓22:00-06:10 -")

  /// At least so many nights in each week of the period.
  private static func isNightWorker(
    _ evidence: borrowing Evidence, from: Int32, weeks: Int, nights: Int
  ) -> Bool {
    let calendar = evidence.timeline.calendar
    let first = calendar.index(clamping: from)
    guard first + weeks <= calendar.weeks.count else { return false }
    var night = 0
    let all = evidence.timeline.nights
    for week in calendar.weeks[first..<first + weeks] {
      var count = 0
      while night < all.count {
        let start = evidence.roster.shifts[Int(all[night].shift)].start
        if start >= week.to { break }
        if start >= week.from { count += 1 }
        night += 1
      }
      if count < nights { return false }
    }
    return true
  }
}
