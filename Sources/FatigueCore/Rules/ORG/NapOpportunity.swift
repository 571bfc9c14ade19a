/// No planned rest on a night.
public enum NapOpportunity {
  public static let least = Limit(
    "ORG-NAP.minutes", Localized(nb: "planlagt hvil på en natt", en: "planned nap on a night"),
    .atLeast, Fraction(20), .minutes,
    allowed: Fraction(10)...Fraction(120))

  public static let rule = Rule(
    id: "ORG-NAP",
    lane: .research,
    title: Localized(
      nb: "Natt uten hvilemulighet",
      en: "Night without an opportunity to rest"),
    section: Localized(
      nb: "programmet, tiltak D4",
      en: "the programme, measure D4"),
    test: Localized(
      nb: """
        En nattevakt har ingen planlagt hvil på minst 20 minutter, og enheten har ikke oppgitt \
        plass å hvile. Ett funn per person med antall netter.
        """,
      en: """
        A night shift has no planned nap of at least 20 minutes, and the unit gives no place to \
        rest. One finding per person with the number of nights.
        """),
    why: Localized(
      nb: """
        20–30 minutters hvil midt på natten gir bedre våkenhet mot morgenen.
        """,
      en: """
        A nap of 20–30 minutes in the middle of the night gives better alertness towards morning.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: ["↓N - -", "N NAP:03:00-03:30 -"],
    premises: .unit(
      Localized(
        nb: "enheten har oppgitt at den ikke har hvilerom",
        en: "the unit has said that it has no rest room")
    ) { $0.hasRestPlace = false },
    inputs: [.restPlace],
    evaluate: { evidence, findings in
      let naps = evidence.rows(.nap)
      let least = evidence.limits.steps(Self.least)
      let shifts = evidence.roster.shifts
      var (count, first, best) = (Int32(0), Int32(-1), Int64(0))
      var last = Int32.min
      let (nights, timeline) = (evidence.timeline.nights, evidence.timeline)
      for (index, night) in nights.enumerated()
      where index + 1 == nights.count || nights[index + 1].date != night.date {
        let shift = shifts[Int(night.shift)]
        let unit = evidence.roster.units[Int(shift.unit)]
        guard evidence.facts.units[unit]?.hasRestPlace != true,
          evidence.isAssessed(from: shift.start, to: shift.end)
        else { continue }
        // A night in several rows is one night, whichever of them the nap lies in.
        let parts = timeline.periods[timeline.period(ofBlock: Int(night.block))]
        var longest: Int64 = 0
        for nap in naps {
          let row = shifts[Int(nap)]
          longest = max(
            longest, Int64(min(row.end, parts.end)) - Int64(max(row.start, parts.start)))
        }
        guard longest < least else { continue }
        if first < 0 || longest < best { best = longest }
        if first < 0 { first = night.shift }
        count += 1
        last = shift.end
      }
      guard first >= 0 else { return }
      var finding = Finding(
        .note, from: shifts[Int(first)].start, to: last, shift: first, measured: Fraction(best, 60),
        limit: evidence.limits[Self.least], .atLeast, .minutes)
      finding.count = count
      findings.append(finding)
    },
    describe: { finding, context in
      let more = finding.count - 1
      return FindingText(
        Localized(
          nb:
            "\(context.name): ingen planlagt hvil (20–30 min) på natten \(context.day(finding.from)[.nb])\(more > 0 ? ", og \(more) til" : "").",
          en:
            "\(context.name): no planned nap (20–30 min) on the night of \(context.day(finding.from)[.en])\(more > 0 ? ", and \(more) more" : "")."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Hvilerom, avløsning og et fast tidsrom for hvil på natten.",
        en: "A rest room, relief, and a fixed window for a nap at night."))
  ]
}
