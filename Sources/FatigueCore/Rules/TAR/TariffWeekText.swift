/// What the rules on the tariff's shorter weeks share.
enum TariffWeekText {
  static let table = RuleSource(
    Localized(
      nb: "NSF: dag 37,5 t, turnus 35,5 t, tredelt 35,5–33,6 t, helkontinuerlig 33,6 t",
      en: "NSF: day 37.5 h, rota 35.5 h, three-part 35.5–33.6 h, continuous 33.6 h"), .secondary,
    url: "https://www.nsf.no/arbeidsvilkar/turnus")

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Ta opp med arbeidsgiver hvilken ukelengde som gjelder, og vis regnestykket.",
        en: "Raise with the employer which week applies, and show the arithmetic."))
  ]

  static func describe(_ finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let (day, weeks) = (context.day(finding.from), finding.count)
    return FindingText(
      Localized(
        nb: """
          \(context.name): vilkårene for \(limit[.nb]) i uken ser oppfylt ut; planen har i snitt \
          \(measured[.nb]) over \(weeks) \(weeks == 1 ? "uke" : "uker") fra \(day[.nb]).
          """,
        en: """
          \(context.name): the conditions for \(limit[.en]) a week look fulfilled; the plan has a \
          mean of \(measured[.en]) over \(weeks) \(weeks == 1 ? "week" : "weeks") from \
          \(day[.en]).
          """) + MeanHoursText.notes(finding), remedies)
  }

  /// Holds a plan's mean week against a tariff's where the profile of the plan fulfils its terms.
  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, _ findings: inout [Finding],
    applies: (RotaProfile) -> Bool
  ) {
    guard let mean = evidence.planMean(over: evidence.strictest(limit)) else { return }
    let inForce = evidence.inForce(limit, from: mean.from, to: mean.to, shift: -1)
    guard mean.exceeds(inForce.steps), let profile = evidence.profile, applies(profile) else {
      return
    }
    var finding = evidence.finding(
      mean.certain.exceeds(inForce.steps)
        ? evidence.lawStatus(limit, measured: mean.certain.hours) : .disputed,
      mean, limit: inForce.value)
    finding.agreement = inForce.agreement
    finding.balance = Int32(clamping: mean.absentDays)
    findings.append(finding)
  }
}
