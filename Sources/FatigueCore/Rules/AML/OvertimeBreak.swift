/// A break before more than two hours of overtime.
public enum OvertimeBreak {
  public static let least = Limit(
    "AML-10-9-2.minutes", Localized(nb: "pause ved overtid", en: "break at overtime"), .atLeast,
    Fraction(30), .minutes, allowed: Fraction(15)...Fraction(60))
  public static let hours = Limit(
    "AML-10-9-2.hours",
    Localized(nb: "arbeid etter alminnelig arbeidstid", en: "work after ordinary hours"), .atMost,
    Fraction(2), .hours, allowed: Fraction(1)...Fraction(4), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-9-2",
    lane: .law,
    title: Localized(
      nb: "Ingen pause ved overtid",
      en: "No break at overtime"),
    section: Localized(
      nb: "aml. § 10-9 (2)",
      en: "Working Environment Act § 10-9 (2)"),
    test: Localized(
      nb: """
        Det arbeides over to timer etter alminnelig arbeidstid uten en pause på 30 minutter der \
        eller rett før. Pausen er arbeidstid, men teller ikke i overtidsrammen.
        """,
      en: """
        More than two hours are worked after ordinary hours without a break of 30 minutes there \
        or just before. The break is working time, but not part of the overtime quota.
        """),
    why: Localized(
      nb: "En pause midt i vakten gir færre feil i timene etter.",
      en: """
        A break in the middle of a shift gives fewer errors in the hours after.
        """),
    deviation: Localized(
      nb: """
        Pausen kan kortes ned eller flyttes når forholdene krever det.
        """,
      en: """
        The break may be shortened or moved where conditions demand it.
        """),
    remedies: remedies,
    limits: [least, hours],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-9 (2)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [
      "07:00-15:00+↓OT:15:00-17:30 07:00-15:30+BR:11:00-11:30 -",
      "07:00-15:00+OT:15:00-17:30+BR:15:00-15:30 -", "07:00-15:00+OT:15:00-17:00 -",
    ],
    inputs: [.breaks, .overtimeRows],
    evaluate: { evidence, findings in
      guard evidence.timeline.overtimeSeconds > 0 else { return }
      let (hours, minimum) = (evidence.limits.steps(Self.hours), evidence.limits.steps(least))
      let pauses = evidence.mergedBreaks
      for period in evidence.timeline.periods {
        guard let extra = Self.overtime(in: period, evidence), extra.work > hours else { continue }
        // One break of half an hour: the gap before the overtime, a row, or minutes in a row.
        var longest = extra.longest
        // A break that the ordinary hours end with comes before the overtime, as it is to.
        for pause in pauses where pause.end >= extra.from && pause.start < period.end {
          let inside = Int64(min(pause.end, period.end)) - Int64(max(pause.start, period.start))
          longest = max(longest, inside)
        }
        guard longest < minimum else { continue }
        let measured = Fraction(longest, 60)
        var finding = Finding(
          evidence.lawStatus(least, measured: measured), from: extra.from, to: period.end,
          shift: extra.row, measured: measured, limit: evidence.limits[least], .atLeast, .minutes)
        finding.related = evidence.timeline.blocks[Int(period.blocks.lowerBound)].first
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): overtiden \(context.moment(finding.from)[.nb]) er over to timer og har \(finding.measured.text) minutter pause av \(finding.limit.text) (aml. § 10-9 (2)).",
          en:
            "\(context.name): the overtime on \(context.moment(finding.from)[.en]) is over two hours and has \(finding.measured.text) minutes of break out of \(finding.limit.text) (Working Environment Act § 10-9 (2))."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Sett opp avløsning, så pausen kan tas.",
        en: "Arrange relief, so that the break can be taken.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg pausen inn i planen, med hvem som avløser.",
        en: "Put the break in the plan, with who relieves.")),
  ]

  /// Overtime after the ordinary hours of a duty.
  private struct Extra {
    /// Where the ordinary hours end, in seconds from the origin.
    var from: Int32
    /// The first row of overtime after that.
    var row: Int32
    /// Work after it, and the longest break that rows and gaps show there, in seconds.
    var work: Int64
    var longest: Int64
  }

  /// nil when the duty has no ordinary hours, or no overtime after them.
  private static func overtime(
    in period: PersonTimeline.Period, _ evidence: borrowing Evidence
  ) -> Extra? {
    let (timeline, shifts) = (evidence.timeline, evidence.roster.shifts)
    let blocks = timeline.blocks[Int(period.blocks.lowerBound)..<Int(period.blocks.upperBound)]
    guard let first = blocks.first, let last = blocks.last,
      blocks.contains(where: { $0.overtime > 0 })
    else { return nil }
    guard let after = timeline.overtime(after: period, evidence.roster) else { return nil }
    var extra = Extra(from: after.from, row: -1, work: after.work, longest: 0)
    let pieces = timeline.pieces[Int(first.pieces.lowerBound)..<Int(last.pieces.upperBound)]
    for piece in pieces where shifts[Int(piece)].end > extra.from {
      if extra.row < 0 { extra.row = piece }
      extra.longest = max(extra.longest, Int64(shifts[Int(piece)].unpaidBreak) * 60)
    }
    guard extra.row >= 0 else { return nil }
    var reached = extra.from
    for block in blocks where block.end > extra.from {
      extra.longest = max(extra.longest, Int64(block.start) - Int64(reached))
      reached = block.end
    }
    return extra
  }
}
