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

  /// The ceilings of the agreements in § 10-5 (1) and (2), in seconds.
  static let ceilings: [Int64] = [180_000, 194_400]

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
  /// - Parameters:
  ///   - gathers: Graver ceilings, ascending, in seconds (``GatheredFindings``).
  ///   - leavesPassive: Weeks with duty that is mainly passive have limits of their own (§ 10-4 (2)).
  ///   - isOff: Whether an averaging agreement of this level, or none, takes the rule away.
  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, _ part: HoursPart, gathers: [Int64] = [],
    leavesPassive: Bool = false, _ findings: inout [Finding],
    isOff: (AgreementLevel?) -> Bool = { _ in false }
  ) {
    let timeline = evidence.timeline
    let most = evidence.strictest(limit)
    guard (part == .overtime ? timeline.overtimeSeconds : timeline.mostInWeek) > most else {
      return
    }
    let scale = evidence.onCall.steps
    let hasAgreements = !evidence.limits.agreements.isEmpty
    guard hasAgreements || !isOff(nil) else { return }
    let standard = LimitInForce(value: evidence.limits[limit], steps: most, agreement: -1)
    let first = findings.count
    var groups = GatheredFindings(gathers)
    let weeks = timeline.weekHours.span
    for i in weeks.indices {
      // A quick look: an hour on call counts as one at most.
      guard part == .overtime || weeks[i].total + weeks[i].onCall > most else { continue }
      let hours = evidence.hours(part, inWeek: i)
      guard hours > most * scale else { continue }
      let week = timeline.calendar.weeks[timeline.firstWeek + i]
      guard evidence.isAssessed(from: week.from, to: week.to) else { continue }
      if leavesPassive, evidence.isPassive(from: week.from, to: week.to) { continue }
      let (from, to) = (max(week.from, evidence.horizon.start), min(week.to, evidence.horizon.end))
      var inForce = standard
      var level: AgreementLevel?
      if hasAgreements {
        let shift = evidence.shift(passing: most, part, from: week.from, to: week.to)
        inForce = evidence.inForce(limit, from: from, to: max(to, from + 1), shift: shift)
        guard hours > inForce.steps * scale else { continue }
        level = evidence.averaging(from: week.from, to: week.to, shift: shift)
        if inForce.agreement < 0, isOff(level) { continue }
      }
      // Rounded up, as a ceiling is passed by any part of a second.
      let seconds = (hours + scale - 1) / scale
      guard let place = groups.place(seconds, [], inForce.agreement, next: findings.count) else {
        continue
      }
      let shift = evidence.shift(passing: inForce.steps, part, from: week.from, to: week.to)
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
        finding.count = Int32(highest)
      }
      if place < findings.count { findings[place] = finding } else { findings.append(finding) }
    }
    groups.close(&findings, from: first)
  }

  /// How many findings ``evaluate(_:_:_:gathers:leavesPassive:_:isOff:)`` has of ordinary hours, by a rule that
  /// no agreement takes away; nil where agreements must be looked at week by week.
  static func count(
    _ evidence: borrowing Evidence, ordinaryOver limit: Limit, gathers: [Int64] = [],
    leavesPassive: Bool = false
  ) -> FindingCount? {
    guard evidence.limits.agreements.isEmpty else { return nil }
    let timeline = evidence.timeline
    let most = evidence.limits.steps(limit)
    guard timeline.mostInWeek > most else { return FindingCount() }
    let scale = evidence.onCall.steps
    var groups = GatheredCount(gathers)
    let weeks = timeline.weekHours.span
    for i in weeks.indices where weeks[i].total + weeks[i].onCall > most {
      let hours = evidence.hours(.ordinary, inWeek: i)
      guard hours > most * scale else { continue }
      let week = timeline.calendar.weeks[timeline.firstWeek + i]
      guard evidence.isAssessed(from: week.from, to: week.to),
        !leavesPassive || !evidence.isPassive(from: week.from, to: week.to)
      else { continue }
      groups.add((hours + scale - 1) / scale) {
        evidence.lawStatus(limit, measured: Fraction(hours, scale * 3600))
      }
    }
    return groups.total
  }

  private static func plain(_ part: HoursPart, _ week: WeekHours) -> Int64 {
    switch part {
    case .total: week.total
    case .ordinary: week.ordinary
    case .overtime: week.cappedOvertime
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
      message.nb += " Av dette er \(onCall[.nb]) omregnet hjemmevakt."
      message.en += " Of this \(onCall[.en]) are converted home on-call."
    }
    if finding.count > 0 {
      message.nb += " Overtid er ikke merket; høyest mulige uke med overtid er \(finding.count) t."
      message.en +=
        " Overtime is not marked; the highest week possible with it is \(finding.count) h."
    }
    if finding.horizonTruncated {
      message.nb += " Planen kutter uken, så den kan ha mer."
      message.en += " The plan cuts the week, so it may have more."
    }
    if finding.balance > 1 {
      message.nb += " Det gjelder \(finding.balance) uker; dette er den lengste."
      message.en += " It holds for \(finding.balance) weeks; this is the longest."
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
