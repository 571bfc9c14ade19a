/// Overtime in the day after a night.
public enum OvertimeAfterNight {
  public static let most = Limit(
    "ORG-OTN.hours", Localized(nb: "overtid etter natt", en: "overtime after a night"), .atMost,
    Fraction(0), .hours,
    allowed: Fraction(0)...Fraction(8))

  public static let rule = Rule(
    id: "ORG-OTN",
    lane: .research,
    title: Localized(
      nb: "Overtid rett etter natt",
      en: "Overtime right after a night"),
    section: Localized(
      nb: "programmet, tiltak D4",
      en: "the programme, measure D4"),
    test: Localized(
      nb: "Overtid i de 24 timene etter at en nattevakt slutter.",
      en: "Overtime in the 24 hours after a night shift ends."),
    why: Localized(
      nb: """
        Etter en natt er søvngjelden størst, og hver time til tar av den korte dagsøvnen.
        """,
      en: """
        After a night the sleep debt is greatest, and every hour more takes from the short day \
        sleep.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: ["N ↓OT:07:45-09:45 -", "N - OT:09:00-13:00 -"],
    inputs: [.overtimeRows],
    evaluate: { evidence, findings in
      let overtime = evidence.rows(.overtime)
      guard !overtime.isEmpty else { return }
      let shifts = evidence.roster.shifts
      let nights = evidence.timeline.nights
      for (index, night) in nights.enumerated() {
        // A night in several rows is one night, and so is a shift that goes on as one: the last is told.
        let parts = evidence.timeline.shift(around: Int(night.block))
        if index + 1 < nights.count {
          let next = nights[index + 1]
          if parts.contains(Int(next.block)) { continue }
          // Overtime that would be a night by itself comes after the night of its date.
          if next.date == night.date, shifts[Int(next.shift)].kind != .overtime { continue }
        }
        if index > 0, shifts[Int(night.shift)].kind == .overtime {
          let before = nights[index - 1]
          if before.date == night.date, !parts.contains(Int(before.block)) { continue }
        }
        let ends = Self.end(of: parts, evidence)
        let until = Int64(ends) + PersonTimeline.day
        var (worked, first, last) = (Int64(0), Int32(-1), ends)
        for row in overtime {
          let shift = shifts[Int(row)]
          // Rows that overlap are counted once.
          let inside = min(Int64(shift.end), until) - Int64(max(shift.start, last))
          guard inside > 0 else { continue }
          worked += inside
          if first < 0 { first = row }
          last = shift.end
        }
        guard worked > evidence.limits.steps(Self.most) else { continue }
        var finding = Finding(
          .warning, from: ends, to: last, shift: first, measured: Fraction(worked, 3600),
          limit: evidence.limits[Self.most], .atMost, .hours)
        finding.related = night.shift
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(context.name): overtid rett etter natten som sluttet \(context.moment(finding.from)[.nb]): \(measured[.nb]).",
          en:
            "\(context.name): overtime right after the night that ended on \(context.moment(finding.from)[.en]): \(measured[.en])."
        ),
        remedies)
    })

  /// Where the shift that some blocks make ends as a night: with its last row that is not overtime, or
  /// with its last row when it is a night only by its overtime.
  private static func end(of parts: Range<Int>, _ evidence: borrowing Evidence) -> Int32 {
    let (shifts, timeline) = (evidence.roster.shifts, evidence.timeline)
    var clock = evidence.cursor
    let origin = evidence.roster.origin.seconds
    var (ends, seconds) = (timeline.blocks[parts.lowerBound].start, Int64(0))
    for block in timeline.blocks[parts] {
      for piece in block.pieces {
        let shift = shifts[Int(timeline.pieces[Int(piece)])]
        guard shift.kind != .overtime, shift.end > ends else { continue }
        seconds += clock.seconds(
          of: .evidence, from: origin + Int64(max(shift.start, ends)),
          to: origin + Int64(shift.end))
        ends = shift.end
      }
    }
    return seconds >= PersonTimeline.nightHours
      ? ends : timeline.blocks[parts.upperBound - 1].end
  }

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Send hjem, ring en annen, eller bruk en vaktliste for dagen.",
        en: "Send home, call another, or use an on-call list for the day."))
  ]
}
