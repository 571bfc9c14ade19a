/// What the rules on hours in one fixed week share.
enum WeekHoursText {
  static let statute = RuleSource(
    "Arbeidsmiljøloven §§ 10-4, 10-5 og 10-6", .primary,
    url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
  static let fixedWeek = RuleSource(
    Localized(
      nb: "NHO: fast uke, grensen flyttes ikke fra uke til uke",
      en: "NHO: a fixed week, its boundary not moved from week to week"), .secondary,
    url:
      "https://arbinn.nho.no/arbeidsrett/arbeidstid-ferie-og-permisjon/arbeidstid-skift-og-turnus/artikler/hviletid/"
  )
  static let onCall = RuleSource(
    Localized(
      nb: "Hjemmevakt regnes med etter faktoren i AML-10-4-3",
      en: "Home on-call counts by the factor of AML-10-4-3"), .primary)

  static let sources = [statute, fixedWeek, onCall]

  static let even = Remedy(
    .organisation,
    Localized(
      nb: "Jevn ut over perioden: flytt timer til en uke med færre.",
      en: "Even out over the period: move hours to a week with fewer."))
  static let overtime = [
    Remedy(
      .leader,
      Localized(
        nb: "Ingen flere ekstravakter for denne personen i perioden.",
        en: "No more extra shifts for this person in the period.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Ansett, eller utvid stillingene til deltidsansatte (§§ 14-3 og 14-4 a).",
        en: "Hire, or extend the positions of part-timers (§§ 14-3 and 14-4 a).")),
  ]

  /// One finding for each fixed week with more than the limit.
  ///
  /// Hours beyond the limit are certain also in a week that the file cuts: there can only be more.
  ///
  /// - Parameter isOff: Whether an averaging agreement of this level, or none, takes the rule away.
  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, _ part: HoursPart,
    _ findings: inout [Finding], isOff: (AgreementLevel?) -> Bool = { _ in false }
  ) {
    let timeline = evidence.timeline
    let most = evidence.strictest(limit)
    guard (part == .overtime ? timeline.overtimeSeconds : timeline.mostInWeek) > most else {
      return
    }
    let scale = evidence.onCall.steps
    for i in timeline.weekHours.indices {
      let hours = evidence.hours(part, inWeek: i)
      guard hours > most * scale else { continue }
      let week = timeline.calendar.weeks[timeline.firstWeek + i]
      let shift = evidence.shift(passing: most, part, from: week.from, to: week.to)
      let (from, to) = (max(week.from, evidence.horizon.start), min(week.to, evidence.horizon.end))
      let inForce = evidence.inForce(limit, from: from, to: max(to, from + 1), shift: shift)
      guard hours > inForce.steps * scale else { continue }
      let averaging = evidence.averagingAgreement(from: week.from, to: week.to, shift: shift)
      let level = averaging.map { evidence.limits.agreements[Int($0)].level }
      if inForce.agreement < 0, isOff(level) { continue }
      let measured = Fraction(hours, scale * 3600)
      var finding = Finding(
        evidence.lawStatus(limit, measured: measured), from: week.from, to: week.to,
        shift: shift, measured: measured, limit: inForce.value, .atMost, .hours)
      finding.agreement = inForce.agreement
      finding.horizonTruncated = week.isCut
      let excess = evidence.wallClockExcess(part, from: week.from, to: week.to)
      finding.dstOnly = excess < 0 && hours + excess <= inForce.steps * scale
      finding.detail = Int32(
        clamping: (hours - plain(part, timeline.weekHours[i]) * scale) / scale)
      if part == .ordinary, let highest = HighestWeek.hours(evidence, level, from, to),
        hours > highest * 3600 * scale
      {
        finding.balance = Int32(highest)
      }
      findings.append(finding)
    }
  }

  private static func plain(_ part: HoursPart, _ week: WeekHours) -> Int64 {
    switch part {
    case .total: week.total
    case .ordinary: week.ordinary
    case .overtime: week.overtime
    }
  }

  /// `Kari: 41 t i uken fra ma 2. mars, grense 40 t.`
  static func message(_ finding: Finding, _ context: FindingContext) -> Localized {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let day = context.day(finding.from)
    var message = Localized(
      nb: "\(context.name): \(measured[.nb]) i uken fra \(day[.nb]), grense \(limit[.nb]).",
      en: "\(context.name): \(measured[.en]) in the week from \(day[.en]), limit \(limit[.en]).")
    if finding.detail > 0 {
      let onCall = Elapsed(seconds: Int64(finding.detail)).text
      message.nb += " Av dette er \(onCall[.nb]) hjemmevakt etter omregning."
      message.en += " Of this \(onCall[.en]) are home on-call after conversion."
    }
    if finding.balance > 0 {
      message.nb += """
         Overtid er ikke merket i planen; også med all tillatt overtid blir en uke høyst \
        \(finding.balance) t.
        """
      message.en += """
         Overtime is not marked in the plan; with all the overtime that may be used a week has \
        at most \(finding.balance) h.
        """
    }
    if finding.horizonTruncated {
      message.nb += " Uken er kuttet av planens første eller siste dato, så den kan ha mer."
      message.en += " The plan's first or last date cuts the week, so it may have more."
    }
    return message
  }

  static func describe(
    _ finding: Finding, _ context: FindingContext, note: Localized,
    _ remedies: [Remedy] = [even]
  ) -> FindingText {
    let (code, day) = (
      context.code(finding.shift), context.day(context.roster.shifts[Int(finding.shift)].start)
    )
    return FindingText(
      message(finding, context) + note,
      [
        Remedy(
          .leader,
          Localized(
            nb: "Kort ned eller ta bort \(code) \(day[.nb]): med den passeres grensen.",
            en: "Shorten or take away \(code) on \(day[.en]): with it the limit is passed."))
      ] + remedies)
  }
}
