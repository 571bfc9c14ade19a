/// The mean of ordinary hours over the period of an averaging agreement.
public enum PeriodMean {
  public static let most = Limit(
    "AML-10-5-A52.mean",
    Localized(nb: "snitt over perioden", en: "mean of the period"), .atMost, Fraction(40),
    .hoursPerWeek, allowed: Fraction(30)...Fraction(40), reach: reach(40))
  public static let shift = Limit(
    "AML-10-5-A52.mean-38",
    Localized(nb: "snitt over perioden i turnus", en: "mean of the period in shift work"),
    .atMost, Fraction(38), .hoursPerWeek, allowed: Fraction(30)...Fraction(38), reach: reach(38))
  public static let continuous = Limit(
    "AML-10-5-A52.mean-36",
    Localized(
      nb: "snitt over perioden i helkontinuerlig arbeid",
      en: "mean of the period in continuous work"), .atMost, Fraction(36), .hoursPerWeek,
    allowed: Fraction(30)...Fraction(36), reach: reach(36))
  public static let period = Limit(
    "AML-10-5-A52.period",
    Localized(nb: "gjennomsnittsperiode", en: "averaging period"), .atMost, Fraction(52), .weeks,
    allowed: Fraction(1)...Fraction(52),
    reach: [
      AgreementReach(.individual, .to(Fraction(52))),
      AgreementReach(.localUnion, .to(Fraction(52))), AgreementReach(.nationalUnion, .free),
      AgreementReach(.authority, .to(Fraction(26))),
    ], isParameter: true)

  public static let rule = Rule(
    id: "AML-10-5-A52",
    lane: .law,
    title: Localized(nb: "Snittet over perioden er for høyt", en: "Too high a mean of the period"),
    section: Localized(nb: "aml. § 10-5 (1)–(3)", en: "Working Environment Act § 10-5 (1)–(3)"),
    test: Localized(
      nb: """
        Der en avtale om gjennomsnittsberegning gjelder, er alminnelig arbeidstid i snitt over den \
        avtalte perioden over grensen i § 10-4: 40 timer, 38 i turnus, 36 i helkontinuerlig \
        arbeid, og i tredelt turnus riktig uke etter periodens egne natt- og søndagstimer (§ 10-4 \
        (6)). Perioder regnes etter hverandre fra planens første uke. Viser planen bare en del \
        av perioden, prøves det om timene alt er for mange.
        """,
      en: """
        Where an averaging agreement holds, ordinary hours have a mean over the agreed period \
        above the limit of § 10-4: 40 hours, 38 in shift work, 36 in continuous work, and in a \
        three-part rota the due week by the period's own night and Sunday hours (§ 10-4 (6)). \
        Periods are counted one after another from the plan's first week. Where the plan shows only \
        a part of the period, it is tested whether the hours are too many already.
        """),
    why: Localized(
      nb: "Lange uker skal gis igjen i perioden; ellers er de overtid uten navn.",
      en: "Long weeks are to be given back within the period; otherwise they are unnamed overtime."),
    deviation: Localized(
      nb: """
        Perioden kan avtales inntil 52 uker, med samtykke fra Arbeidstilsynet 26. Snittet kan bare \
        fagforening med innstillingsrett fravike (§ 10-12 (4)).
        """,
      en: """
        The period may be agreed up to 52 weeks, with consent of the Labour Inspection Authority \
        26. Only a union that has the right of nomination may deviate from the mean (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.even],
    limits: [most, shift, continuous, period],
    sources: [
      WeekHoursText.statute,
      RuleSource(
        Localized(
          nb: "Perioder regnes fra planens første uke; fravær holdes utenfor",
          en: "Periods are counted from the plan's first week; absence is left out"), .derived),
    ],
    examples: [
      "07:00-17:00 07:00-17:00 07:00-17:00 07:00-17:00 07:00-17:00 - - D D D ↓D D - -",
      "07:00-17:00 07:00-17:00 07:00-17:00 07:00-17:00 - - - D D D D D - -",
    ],
    premises: {
      var (facts, limits) = (Facts(), Limits())
      facts.plan.averagingWeeks = 2
      limits.agreements = [
        Agreement(
          id: "A", level: .individual, from: CivilDate(days: 0), rule: "AML-10-5-1W")
      ]
      return RulePremises(
        Localized(
          nb: "En avtale med den ansatte gir gjennomsnitt over 2 uker.",
          en: "An agreement with the employee averages over 2 weeks."), facts: facts,
        limits: limits)
    }(),
    explainedBy: ["AML-10-6-8W", "AML-10-5-A8", "AML-10-4-6"],
    inputs: [.averagingPeriod],
    evaluate: { evidence, findings in
      guard !evidence.timeline.weekHours.isEmpty else { return }
      let horizon = evidence.horizon
      guard let weeks = weeks(evidence, from: horizon.start, to: horizon.end) else { return }
      let least = min(
        evidence.limits.steps(continuous), evidence.limits.steps(ThreePartRota.floor))
      guard evidence.timeline.mostInWeek > least || evidence.timeline.hasAbsence else { return }
      let limit: Limit
      switch evidence.about?.scheme {
      case 40: limit = most
      case 38: limit = shift
      case 36: limit = continuous
      default: limit = ShorterWeekText.isShown(evidence) ? shift : most
      }
      let isThreePart = ThreePartRota.profile(evidence) != nil
      let held = isThreePart ? shift : limit
      MeanHoursText.evaluate(
        evidence, held, .ordinary, weeks: weeks, .onlyFixed,
        due: isThreePart ? MeanHoursText.Due(least: least, week: Self.dueWeek) : nil,
        into: &findings,
        isOff: { evidence, from, to in
          // A national agreement is free of the mean, but for one that it sets itself.
          if evidence.inForce(held, from: from, to: to, shift: -1).agreement >= 0 { return false }
          return switch evidence.averaging(from: from, to: to, shift: -1) {
          case nil, .nationalUnion: true
          default: false
          }
        })
    },
    describe: { finding, context in
      FindingText(MeanHoursText.message(finding, context), [WeekHoursText.even])
    })

  /// The due week of a three-part rota over a period, by its own nights and Sundays.
  private static func dueWeek(
    _ evidence: borrowing Evidence, _ window: WeekWindow, days: Int64
  ) -> Fraction {
    var mean = PlanMean()
    mean.days = days
    let weeks = window.first..<window.first + window.weeks
    return ThreePartRota.due(
      mean, evidence.profile(inWeeks: weeks) ?? RotaProfile(), evidence.limits,
      cap: evidence.limits[ThreePartRota.cap])
  }

  /// No local agreement moves the mean; only the period may be agreed.
  private static func reach(_ hours: Int64) -> [AgreementReach] {
    [
      AgreementReach(.localUnion, .to(Fraction(hours))), AgreementReach(.nationalUnion, .free),
    ]
  }

  /// Weeks of the agreed period, at most what the Act allows: an agreement's own, else the plan's.
  static func weeks(_ evidence: borrowing Evidence, from: Int32, to: Int32) -> Int? {
    let settled = evidence.settled(period, from: from, to: max(to, from + 1), shift: -1)
    let weeks = settled.map { Int($0.steps) } ?? evidence.facts.plan.averagingWeeks
    let isConsent =
      evidence.averaging(from: from, to: max(to, from + 1), shift: -1) == .authority
    return weeks.map { min(max($0, 1), isConsent ? 26 : 52) }
  }
}
