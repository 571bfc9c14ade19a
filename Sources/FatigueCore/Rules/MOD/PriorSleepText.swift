/// What the rules about predicted sleep before a duty have in common.
///
/// The limits are those of Dawson & McCulloch 2005, by their own words provisional. They count to the
/// start of the work; ours count to the end of the duty, when there has been least of it
/// (`docs/decisions/0009-why-prior-sleep-counts-to-the-end.md`).
enum PriorSleepText {
  static let section = Localized(
    nb: "Søvn og våkentid, etter Dawson & McCulloch 2005",
    en: "Prior sleep and wake, after Dawson & McCulloch 2005")

  static let sources = [
    RuleSource(
      Localized(
        nb: "Dawson & McCulloch 2005, Sleep Med Rev 9(5); grensene er foreløpige etter eget utsagn",
        en: "Dawson & McCulloch 2005, Sleep Med Rev 9(5); limits provisional by their own words"),
      .abstract),
    RuleSource(
      Localized(nb: "Søvnen er predikert fra planen", en: "The sleep is predicted from the plan"),
      .derived),
  ]

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Gi mer fri før vakten, eller en kortere vakt.",
        en: "Give more time off before the duty, or a shorter duty.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Gi plass til kort hvil (20–30 min) på natten, med avløsning og hvilerom.",
        en: "Make room for a nap of 20–30 min at night, with relief and a rest room.")),
    Remedy(
      .individual,
      Localized(
        nb: "Sov 60–90 minutter på ettermiddagen før natten.",
        en: "Sleep 60–90 minutes in the afternoon before the night.")),
  ]

  /// The sentence of a finding about too little sleep.
  static func describe(
    _ finding: Finding, _ context: FindingContext, hours: Int64
  ) -> FindingText {
    let (slept, limit) = (DurationText.text(finding.measured), DurationText.text(finding.limit))
    let shift = context.roster.shifts[Int(finding.shift)]
    let code = context.code(finding.shift)
    let duty = context.day(shift.start)
    let others = DutyRun.others(finding)
    let origin = SleepOrigin(
      context, before: shift, from: Int64(shift.end) - hours * 3600
    ).sleep
    let unknown = DutyRun.unknown(
      finding, worst: DurationText.text(Fraction(Int64(finding.balance), 3600)))
    return FindingText(
      Localized(
        nb: """
          \(context.name): \(origin.nb) \(slept.nb) de siste \(hours) timene før \(code) fra \
          \(duty.nb) slutter; anbefalt minst \(limit[.nb]).\(others.nb)\(unknown.nb)
          """,
        en: """
          \(context.name): \(origin.en) \(slept.en) in the \(hours) hours before \(code) of \
          \(duty.en) ends; at least \(limit[.en]) is advised.\(others.en)\(unknown.en)
          """), remedies)
  }
}
