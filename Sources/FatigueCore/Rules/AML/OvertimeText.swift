/// What the rules on overtime caps share (§ 10-6 (4) to (7)).
enum OvertimeText {
  /// An agreement or a consent about overtime is about one of these.
  static let rules = ["AML-10-6-4W", "AML-10-6-4M", "AML-10-6-4Y"]

  static let sources = [
    RuleSource(
      "Arbeidsmiljøloven § 10-6 (4)–(7)", .primary,
      url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
    WeekHoursText.fixedWeek,
  ]

  static func describeWeek(_ finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let day = context.day(finding.from)
    return FindingText(
      Localized(
        nb: """
          \(context.name): overtid \(measured[.nb]) i uken fra \(day[.nb]), grense \
          \(limit[.nb]).\(MeanHoursText.notes(finding)[.nb])\(willing[.nb])
          """,
        en: """
          \(context.name): \(measured[.en]) of overtime in the week from \(day[.en]), limit \
          \(limit[.en]).\(MeanHoursText.notes(finding)[.en])\(willing[.en])
          """), WeekHoursText.overtime)
  }

  /// Over four or fifty-two weeks.
  static func describePeriod(_ finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let (day, weeks) = (context.day(finding.from), finding.count)
    var message = Localized(
      nb: """
        \(context.name): overtid \(measured[.nb]) i \(weeks) uker fra \(day[.nb]), grense \
        \(limit[.nb]).
        """,
      en: """
        \(context.name): \(measured[.en]) of overtime in \(weeks) weeks from \(day[.en]), limit \
        \(limit[.en]).
        """)
    if finding.readings == .rolling {
      let other = Elapsed(seconds: Int64(finding.detail)).text
      message =
        message
        + Localized(
          nb: """
             I den faste perioden er det \(other[.nb]); om perioden er fast eller løpende, er \
            omtvistet.
            """,
          en: """
             The fixed period has \(other[.en]); whether the period is fixed or running is \
            disputed.
            """)
    }
    return FindingText(
      message + MeanHoursText.notes(finding) + willing, WeekHoursText.overtime)
  }

  private static let willing = Localized(
    nb: " Mer krever avtale eller samtykke, og at den ansatte er villig hver gang (§ 10-6 (7)).",
    en:
      " More needs an agreement or consent, and that the employee is willing each time (§ 10-6 (7))."
  )
}

extension Evidence {
  /// The Labour Inspection Authority consents to overtime: 25 hours a week and 200 in 26 weeks, in place
  /// of the caps of four and 52 weeks (§ 10-6 (6)).
  func hasOvertimeConsent(from: Int32, to: Int32) -> Bool {
    guard limits.agreements.contains(where: { $0.level == .authority }) else { return false }
    let first = shift(passing: 0, .overtime, from: from, to: to)
    let index = agreement(about: OvertimeText.rules, from: from, to: to, shift: first)
    return index.map { limits.agreements[Int($0)].level == .authority } ?? false
  }
}
