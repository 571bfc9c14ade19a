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
        Det arbeides over to timer etter alminnelig arbeidstid uten en pause på 30 minutter der. \
        Pausen er arbeidstid, men teller ikke i overtidsrammen.
        """,
      en: """
        More than two hours are worked after ordinary hours without a break of 30 minutes there. \
        The break is working time, but not part of the overtime quota.
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
      let (hours, minimum) = (evidence.limits.steps(Self.hours), evidence.limits.steps(least))
      let shifts = evidence.roster.shifts
      let pauses = evidence.rows(.break)
      for row in evidence.rows(.overtime) {
        let extra = shifts[Int(row)]
        guard extra.length.seconds > hours,
          let block = evidence.timeline.blocks.first(where: {
            $0.start < extra.start && $0.end >= extra.start
          })
        else { continue }
        var seconds = Int64(extra.unpaidBreak) * 60
        for pause in pauses {
          let one = shifts[Int(pause)]
          seconds += max(0, Int64(min(one.end, extra.end)) - Int64(max(one.start, extra.start)))
        }
        guard seconds < minimum else { continue }
        let measured = Fraction(seconds, 60)
        var finding = Finding(
          evidence.lawStatus(least, measured: measured), from: extra.start, to: extra.end,
          shift: row,
          measured: measured, limit: evidence.limits[least], .atLeast, .minutes)
        finding.related = block.first
        findings.append(finding)
      }
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): overtiden \(context.moment(finding.from)[.nb]) er over to timer og har \(finding.measured.text) minutter pause av 30 (aml. § 10-9 (2)).",
          en:
            "\(context.name): the overtime on \(context.moment(finding.from)[.en]) is over two hours and has \(finding.measured.text) minutes of break out of 30 (Working Environment Act § 10-9 (2))."
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
}
