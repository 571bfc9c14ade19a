/// What a workplace or an agreement may add to the weekly rest: that it is free of home on-call, and
/// that it holds a whole calendar day.
extension WeeklyRestRule {
  /// Weeks whose only rest holds passive duty on call at home.
  ///
  /// The Act does not say that it breaks the rest, so this is a note. Where the parties have settled
  /// that it does not (``onCallBreaks`` is set to 0) nothing is said; where an agreement says that it
  /// does, the strictest reading counts.
  ///
  /// - Parameter first: Where the rule's own findings begin.
  static func addOnCall(
    _ evidence: borrowing Evidence, after first: Int, _ findings: inout [Finding]
  ) {
    let rows = evidence.rows(.onCall)
    guard !rows.isEmpty else { return }
    let duties = rows.map { row in
      let shift = evidence.roster.shifts[Int(row)]
      return WorkInterval(start: shift.start, end: max(shift.start, shift.end))
    }
    let found = Set(findings[first...].map(\.from))
    let own = findings.count
    for rest in evidence.values(of: minimum) {
      // With home on-call as free time, and with it as work.
      let weeks = evidence.timeline.weeklyRests(
        of: rest, within: evidence.horizon, weeks: evidence.weeks)
      let bound = evidence.timeline.weeklyRests(
        of: rest, onlyShort: true, within: evidence.horizon, weeks: evidence.weeks,
        besides: duties)
      for week in bound where !found.contains(week.from) {
        let inForce = evidence.inForce(minimum, from: week.from, to: week.to, shift: -1)
        guard inForce.steps == rest else { continue }
        let choice = evidence.inForce(onCallBreaks, from: week.from, to: week.to, shift: -1)
        let isAgreed = choice.steps == 1
        guard isAgreed || choice.agreement < 0 && !evidence.limits.isSet(onCallBreaks) else {
          continue
        }
        // Without a word from the parties only a week without any other rest is worth a note.
        let fails = week.assigned.seconds < rest
        guard fails || isAgreed, let shift = duty(in: weeks[week.place], rows, duties) else {
          continue
        }
        let best = fails ? week.assigned : week.contained
        var finding = Finding(
          .note, from: week.from, to: week.to, shift: shift,
          measured: Fraction(best.seconds, 3600), limit: inForce.value, .atLeast, .hours)
        finding.readings = fails ? [.assigned, .contained] : .contained
        finding.horizonTruncated = week.truncated
        finding.agreement = choice.agreement >= 0 ? choice.agreement : inForce.agreement
        finding.dstOnly =
          best.seconds + evidence.wallClockExcess(from: best.from, to: best.to) >= rest
        finding.balance = isAgreed ? 1 : 0
        findings.append(finding)
      }
    }
    findings[own...].sort { $0.from < $1.from }
  }

  /// The first duty on call that lies in the rest a week has without it.
  private static func duty(
    in week: WeeklyRest, _ rows: [Int32], _ duties: [WorkInterval]
  ) -> Int32? {
    let rest = week.assigned.seconds > 0 ? week.assigned : week.contained
    let inside = duties.firstIndex { $0.end > rest.from && $0.start < rest.to }
    return (inside ?? duties.firstIndex { $0.end > week.from && $0.start < week.to })
      .map { rows[$0] }
  }

  /// Weeks without a calendar day that is free from midnight to midnight inside a full weekly rest.
  static func addFullDays(
    _ evidence: borrowing Evidence, after first: Int, _ findings: inout [Finding]
  ) {
    guard evidence.limits.steps(fullDay) > 0 else { return }
    let found = Set(findings[first...].map(\.from))
    let timeline = evidence.timeline
    for week in evidence.weeks where !found.contains(week.from) {
      let rest = evidence.inForce(minimum, from: week.from, to: week.to, shift: -1).steps
      var isCut = false
      let hasDay = (0..<7).contains { day in
        let midnight = evidence.roster.midnight(week.monday + day)
        let next = evidence.roster.midnight(week.monday + (day + 1))
        let after = timeline.block(endingAfter: midnight)
        let closes =
          after < timeline.blocks.count ? timeline.blocks[after].start : evidence.horizon.end
        guard closes >= next else { return false }
        let opens = after > 0 ? timeline.blocks[after - 1].end : evidence.horizon.start
        if after == 0 || after == timeline.blocks.count { isCut = true }
        return Int64(closes) - Int64(opens) >= rest
      }
      guard !hasDay else { continue }
      let after = min(timeline.block(endingAfter: week.from), timeline.blocks.count - 1)
      var finding = Finding(
        .disputed, from: week.from, to: week.to, shift: timeline.blocks[after].first,
        measured: Fraction(0), limit: evidence.limits[fullDay], .atLeast, .days)
      finding.horizonTruncated = isCut
      findings.append(finding)
    }
  }

  static func describe(onCall finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let week = context.roster.civil(finding.from).date.isoWeek.week
    let monday = context.day(finding.from)
    let isAgreed = finding.balance == 1
    return FindingText(
      Localized(
        nb: """
          \(context.name): uke \(week), fra \(monday[.nb]), har \(limit[.nb]) sammenhengende fri \
          bare med hjemmevakt i. Uten den er lengste fri \(measured[.nb]). \
          \(isAgreed
            ? "Avtalen sier at hjemmevakt bryter ukehvilen."
            : "Loven sier ikke at passiv hjemmevakt bryter ukehvilen; en avtale kan si det.")
          """,
        en: """
          \(context.name): week \(week), from \(monday[.en]), has \(limit[.en]) free in one \
          stretch only with home on-call in it. Without that the longest is \(measured[.en]). \
          \(isAgreed
            ? "The agreement says that home on-call breaks the weekly rest."
            : "The Act does not say that passive on-call breaks the rest; an agreement may.")
          """),
      [
        Remedy(
          .leader,
          Localized(
            nb: "Flytt hjemmevakten ut av ukens friperiode.",
            en: "Move the duty on call out of the week's rest.")),
        Remedy(
          .organisation,
          Localized(
            nb: "Avtal skriftlig om hjemmevakt kan ligge i ukehvilen.",
            en: "Agree in writing whether home on-call may lie in the weekly rest.")),
      ])
  }

  static func describe(fullDay finding: Finding, _ context: FindingContext) -> FindingText {
    let week = context.roster.civil(finding.from).date.isoWeek.week
    let monday = context.day(finding.from)
    return FindingText(
      Localized(
        nb: """
          \(context.name): ukehvilen i uke \(week), fra \(monday[.nb]), omfatter ikke et helt \
          kalenderdøgn. Dagens § 10-8 (2) krever det ikke; arbeidsplassen har valgt å prøve det.
          """,
        en: """
          \(context.name): the weekly rest of week \(week), from \(monday[.en]), holds no whole \
          calendar day. Today's § 10-8 (2) does not ask for it; this workplace has chosen to.
          """),
      [
        Remedy(
          .organisation,
          Localized(
            nb: "Legg F1 slik at et helt kalenderdøgn er fritt.",
            en: "Place the weekly day off (F1) so that a whole calendar day is free."))
      ])
  }
}
