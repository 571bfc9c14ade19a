/// What the rules on 38 and 36 hours a week share (§ 10-4 (4) to (6)).
enum ShorterWeekText {
  static let sources = [
    RuleSource(
      "Arbeidsmiljøloven § 10-4 (4)–(6)", .primary,
      url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
    RuleSource(
      Localized(
        nb: "Hver tredje søndag: snitt over planen, helligdager teller som søndager; natt: 3/4",
        en: "Every third Sunday: mean over the plan, holidays count as Sundays; nights: 3/4"),
      .secondary),
    RuleSource(
      Localized(
        nb: "Ordningen lest av planen: dag, kveld og natt på hverdager",
        en: "The scheme read from the plan: day, evening and night on weekdays"), .derived),
  ]

  static let deviation = Localized(
    nb: """
      Skriftlig avtale om gjennomsnittsberegning (§ 10-5) lar uker være lengre, men snittet over \
      perioden må holde grensen. Ut over det bare fagforening med innstillingsrett (§ 10-12 (4)).
      """,
    en: """
      A written averaging agreement (§ 10-5) lets weeks be longer, but the mean of the period must \
      keep the limit. Beyond that only a union that has the right of nomination (§ 10-12 (4)).
      """)

  /// An averaging agreement lets a plan's mean be over the limit as long as the period's is not.
  static let reach = [
    AgreementReach(.individual, .to(Fraction(50))),
    AgreementReach(.localUnion, .to(Fraction(54))), AgreementReach(.nationalUnion, .free),
  ]

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Sett ned timene i planen, eller inngå avtale om gjennomsnittsberegning.",
        en: "Reduce the hours of the plan, or sign an averaging agreement."))
  ]

  /// Holds a plan's mean week against a limit, unless averaging decides over which period it holds.
  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, _ findings: inout [Finding],
    applies: (borrowing Evidence) -> Bool
  ) {
    guard let mean = evidence.planMean(over: evidence.strictest(limit)) else { return }
    let inForce = evidence.inForce(limit, from: mean.from, to: mean.to, shift: -1)
    guard mean.exceeds(inForce.steps),
      inForce.agreement >= 0
        || evidence.averagingAgreement(from: mean.from, to: mean.to, shift: -1) == nil,
      applies(evidence)
    else { return }
    var finding = evidence.finding(
      mean.certain.exceeds(inForce.steps)
        ? evidence.lawStatus(limit, measured: mean.certain.hours) : .disputed,
      mean, limit: inForce.value)
    finding.unit = .hours
    finding.agreement = inForce.agreement
    finding.balance = Int32(clamping: mean.absentDays)
    findings.append(finding)
  }

  static func describe(_ finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let (day, weeks) = (context.day(finding.from), finding.count)
    return FindingText(
      Localized(
        nb: """
          \(context.name): snittet er \(measured[.nb]) i uken over \(weeks) \
          \(weeks == 1 ? "uke" : "uker") fra \(day[.nb]); grensen for denne ordningen er \
          \(limit[.nb]).
          """,
        en: """
          \(context.name): the mean is \(measured[.en]) a week over \(weeks) \
          \(weeks == 1 ? "week" : "weeks") from \(day[.en]); the limit of this scheme is \
          \(limit[.en]).
          """) + MeanHoursText.notes(finding), remedies)
  }

  /// The plan itself shows one of the schemes of § 10-4 (4): round the clock on weekdays, every third
  /// Sunday, or mainly nights.
  static func isShown(_ evidence: borrowing Evidence) -> Bool {
    if let scheme = evidence.about?.scheme { return scheme == 38 }
    guard let profile = evidence.profile else { return false }
    return profile.hasEveryThirdSunday || profile.isMainlyNights
      || profile.weekdayTypes == .all
  }
}
