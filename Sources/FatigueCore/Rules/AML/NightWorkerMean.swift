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
        alminnelig arbeidstid i fire faste uker, hjemmevakt etter faktoren medregnet, delt på \
        døgnene uten ukehvilen (532 timer), er over 8 timer per 24. Det svarer til 177 t 20 min på \
        fire uker. Bare i løpende uker er det omtvistet.
        """,
      en: """
        For whoever works more than three hours at night at least once in each of four weeks: \
        ordinary hours, home on-call by its factor included, in four fixed weeks, divided by the \
        days without the weekly rest (532 hours), are over 8 hours per 24. That is 177 h 20 min in \
        four weeks. In running weeks alone it is disputed.
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
      let (timeline, weeks) = (evidence.timeline, evidence.timeline.calendar.whole)
      // Night work in each of four weeks.
      guard weeks.count >= 4, timeline.legalNight > 4 * Evidence.nightWork,
        !timeline.weekHours.isEmpty
      else { return }
      let least = Self.ceiling(evidence.strictest(most))
      guard timeline.hasAbsence || timeline.mostWork(inWeeks: 4) > least else { return }
      let limit = least * evidence.onCall.steps
      let own = timeline.firstWeek..<timeline.firstWeek + timeline.weekHours.count
      var hours: [Int64] = []
      for position in timeline.weekHours.indices {
        hours.append(evidence.hours(.ordinary, inWeek: position))
      }
      var night: Set<Int>?
      let before = findings.count
      var rolling: Finding?
      let plan = timeline.calendar.assessed
      for first in weeks.lowerBound...(weeks.upperBound - 4)
      where first + 4 > plan.lowerBound && first < plan.upperBound {
        var window = WeekWindow(
          first: first, weeks: 4, sum: 0, absentDays: 0, wholeAbsentDays: 0, isCut: false)
        for week in (first..<first + 4).clamped(to: own) {
          window.sum += hours[week - own.lowerBound]
          if timeline.hasAbsence {
            window.absentDays += timeline.weekHours[week - own.lowerBound].absentDays
          }
        }
        guard Self.isOver(window, limit) else { continue }
        // Few people work so much: who does, is asked whether nights are regular.
        if night == nil { night = evidence.weeksWithNightWork }
        guard (first..<first + 4).allSatisfy({ night?.contains($0) == true }) else { continue }
        let isFixed = (first - plan.lowerBound) % 4 == 0
        guard let finding = Self.finding(window, isFixed: isFixed, evidence) else { continue }
        if isFixed {
          findings.append(finding)
        } else if rolling.map({ finding.measured > $0.measured }) ?? true {
          rolling = finding
        }
      }
      if let rolling, findings.count == before { findings.append(rolling) }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      return FindingText(
        Localized(
          nb: """
            \(context.name): nattarbeid, \(measured[.nb]) per døgn i snitt over fire uker fra \
            \(context.day(finding.from)[.nb]) mot \(limit[.nb]) (aml. § 10-11 (6)).
            """,
          en: """
            \(context.name): night work, \(measured[.en]) a day on average over four weeks from \
            \(context.day(finding.from)[.en]) against \(limit[.en]) (Working Environment Act § 10-11 (6)).
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
  /// Hours in four weeks less the weekly rest of 35 hours in each; over a change of the clock too, and
  /// where 28 hours are agreed.
  private static let denominator: Int64 = 672 - 4 * 35

  /// Seconds in four weeks above which the mean is over a limit in seconds per day.
  private static func ceiling(_ limit: Int64) -> Int64 { limit * denominator / 24 }

  /// Absence is neutral: its days are taken out of the four weeks.
  ///
  /// - Parameters:
  ///   - window: Ordinary hours, home on-call by its factor, in ``OnCallScale/steps`` of a second.
  ///   - ceiling: In the same.
  private static func isOver(_ window: WeekWindow, _ ceiling: Int64) -> Bool {
    window.days >= 14 && window.sum * 28 > ceiling * window.days
  }

  private static func finding(
    _ window: WeekWindow, isFixed: Bool, _ evidence: borrowing Evidence
  ) -> Finding? {
    let span = evidence.timeline.calendar.weeks[window.first..<window.first + 4]
    let (from, to) = (span[window.first].from, span[window.first + 3].to)
    let shift = evidence.lastNightWork(before: to) ?? evidence.timeline.pieces[0]
    let inForce = evidence.inForce(most, from: from, to: to, shift: shift)
    let scale = evidence.onCall.steps
    let limit = ceiling(inForce.steps) * scale
    guard isOver(window, limit), !evidence.isWaived(most, from: from, to: to, shift: shift) else {
      return nil
    }
    let measured =
      Fraction(window.sum) * Fraction(24 * 28, denominator * 3600 * window.days) / Fraction(scale)
    // What is over only because absence is left out rests on how it is left out.
    let certain = isFixed && window.sum > limit
    var finding = Finding(
      certain ? evidence.lawStatus(most, measured: measured) : .disputed, from: from, to: to,
      shift: shift, measured: measured, limit: inForce.value, .atMost, .hoursPerDay)
    finding.readings = isFixed ? [.fixed, .rolling] : .rolling
    finding.agreement = inForce.agreement
    let excess = evidence.wallClockExcess(.ordinary, from: from, to: to)
    finding.dstOnly = excess < 0 && (window.sum + excess) * 28 <= limit * window.days
    return finding
  }
}

extension Evidence {
  /// An agreement with the union representatives, or a stronger one, is about the rule and sets no
  /// value: it takes the limit away (§ 10-11 (9)).
  func isWaived(_ limit: Limit, from: Int32, to: Int32, shift: Int32) -> Bool {
    guard !limits.agreements.isEmpty,
      let index = agreement(
        about: [String(limit.id.prefix { $0 != "." })], from: from, to: to, shift: shift)
    else { return false }
    let agreement = limits.agreements[Int(index)]
    return agreement.level >= .localUnion && agreement.value == nil
  }
}
