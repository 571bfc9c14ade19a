/// The free stretch round an F1 code.
public enum WeeklyDayOffLength {
  public static let least = Limit(
    "TAR-F1LEN.rest", Localized(nb: "fri rundt F1", en: "free time round F1"), .atLeast,
    Fraction(35), .hours, allowed: Fraction(28)...Fraction(72))

  public static let rule = Rule(
    id: "TAR-F1LEN",
    lane: .agreement,
    title: Localized(nb: "F1 er for kort", en: "F1 is too short"),
    section: Localized(
      nb: "F1 og aml. § 10-8 (2)", en: "F1 and Working Environment Act § 10-8 (2)"),
    test: Localized(
      nb: """
        Den lengste friperioden som går inn på en dag med koden F1, er under 35 timer, eller under \
        det som er avtalt for ukehvilen (ned til 28).
        """,
      en: """
        The longest free stretch that reaches into a day with the code F1 is under 35 hours, or \
        under what is agreed for the weekly rest (down to 28).
        """),
    why: Localized(
      nb: "En kode gir ikke hvile; F1 er en fridag bare når timene rundt er fri.",
      en: "A code gives no rest; F1 is a day off only when the hours round it are free."),
    remedies: remedies,
    limits: [least],
    sources: [AgreementNorm.dayOffCodes],
    examples: ["D D A ↓F1 06:00-14:00 D", "D D D F1 A D", "A - F1 - D"],
    explainedBy: ["AML-10-8-2"],
    inputs: [.dayOffCodes],
    evaluate: { evidence, findings in
      let (roster, timeline) = (evidence.roster, evidence.timeline)
      guard !timeline.blocks.isEmpty else { return }
      for row in evidence.rows(.off) {
        let shift = roster.shifts[Int(row)]
        guard roster.dayOffNumber(shift) == 1 else { continue }
        let rest = timeline.longestRest(
          touching: WorkInterval(start: shift.start, end: shift.end), within: evidence.horizon)
        var limit = evidence.inForce(least, from: shift.start, to: shift.end, shift: row)
        let weekly = evidence.inForce(
          WeeklyRestRule.minimum, from: shift.start, to: shift.end, shift: -1)
        if limit.agreement < 0, weekly.agreement >= 0, weekly.steps < limit.steps {
          limit = LimitInForce(value: weekly.value, steps: weekly.steps, agreement: -1)
        }
        let seconds = Int64(rest.end) - Int64(rest.start)
        guard seconds < limit.steps else { continue }
        let isCut = rest.start <= evidence.horizon.start || rest.end >= evidence.horizon.end
        var finding = Finding(
          isCut ? .note : limit.status(otherwise: .warning), from: rest.start, to: rest.end,
          shift: row, measured: Fraction(seconds, 3600), limit: limit.value, .atLeast, .hours)
        finding.agreement = limit.agreement >= 0 ? limit.agreement : weekly.agreement
        finding.horizonTruncated = isCut
        finding.dstOnly =
          seconds + evidence.wallClockExcess(from: rest.start, to: rest.end) >= limit.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let day = context.day(context.roster.shifts[Int(finding.shift)].start)
      var message = Localized(
        nb: "\(context.name): F1 \(day[.nb]) er \(measured[.nb]), skal være \(limit[.nb]).",
        en: "\(context.name): F1 on \(day[.en]) is \(measured[.en]), it should be \(limit[.en]).")
      if finding.horizonTruncated {
        message.nb += " Planen viser ikke hva som er fri like utenfor."
        message.en += " The plan does not show what is free just outside."
      }
      return FindingText(message, remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Flytt vakten før eller etter F1, eller legg F1 ved siden av F2.",
        en: "Move the shift before or after F1, or put F1 next to F2."))
  ]
}

extension PersonTimeline {
  /// The longest free stretch, cut at the horizon, that shares time with an interval; empty at the
  /// interval's start where there is none.
  func longestRest(touching interval: WorkInterval, within horizon: WorkInterval) -> WorkInterval {
    var best = WorkInterval(start: interval.start, end: interval.start)
    let first = block(endingAfter: interval.start)
    var open = first > 0 ? max(blocks[first - 1].end, horizon.start) : horizon.start
    for block in blocks[first...] {
      consider(until: min(block.start, horizon.end))
      open = max(open, block.end)
      if block.end >= interval.end { return best }
    }
    consider(until: horizon.end)
    return best

    func consider(until: Int32) {
      guard until > interval.start,
        Int64(until) - Int64(open) > Int64(best.end) - Int64(best.start)
      else { return }
      best = WorkInterval(start: open, end: until)
    }
  }
}
