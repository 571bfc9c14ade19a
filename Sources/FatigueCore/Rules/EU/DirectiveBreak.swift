/// A break in a working day of more than six hours (article 4).
public enum DirectiveBreak {
  public static let least = Limit(
    "EU-4.breaks", Localized(nb: "pauser i vakten", en: "breaks in the duty"), .atLeast,
    Fraction(1), .count, allowed: Fraction(0)...Fraction(10), reach: DirectiveText.reach)
  public static let hours = Limit(
    "EU-4.hours", Localized(nb: "vakt uten krav om pause", en: "duty without a break"), .atMost,
    Fraction(6), .hours, allowed: Fraction(4)...Fraction(12), isParameter: true)

  public static let rule = Rule(
    id: "EU-4",
    lane: .law,
    title: Localized(
      nb: "Over 6 timer uten pause (arbeidstidsdirektivet)",
      en: "More than 6 hours without a break (Working Time Directive)"),
    section: DirectiveText.section("4"),
    test: Localized(
      nb: """
        En sammenhengende vakt er over 6 timer, og ingen pause står i planen. Hvor lang pausen \
        skal være, følger av landets regler. En planlagt kort hvil er ikke regnet som pause.
        """,
      en: """
        An unbroken duty is over 6 hours and the plan shows no break in it. How long the break is \
        to be follows from the rules of the country. A planned nap is not counted as a break.
        """),
    why: Localized(
      nb: "Oppmerksomheten faller for hver time uten avbrekk, mest på slutten av vakten.",
      en: "Attention falls with every hour without a break, most towards the end of the duty."),
    deviation: DirectiveText.deviation,
    remedies: remedies,
    limits: [least, hours],
    sources: [DirectiveText.source("4")],
    examples: [
      "↓07:00-15:00 07:00-15:00+BR:11:00-11:30 -", "07:00-13:00 07:00-15:00+BR:09:00-09:05 -",
    ],
    explainedBy: ["AML-10-9-1A"],
    inputs: [.breaks],
    evaluate: { evidence, findings in
      let (hours, least) = (evidence.limits.steps(Self.hours), evidence.limits.steps(Self.least))
      let timeline = evidence.timeline
      guard timeline.blocks.contains(where: { $0.length > hours }) else { return }
      let rows = evidence.rows(.break).map { evidence.roster.shifts[Int($0)] }
      var next = 0
      for block in timeline.blocks {
        while next < rows.count, rows[next].end <= block.start { next += 1 }
        guard block.length > hours else { continue }
        var breaks: Int64 = 0
        var row = next
        while row < rows.count, rows[row].start < block.end {
          if rows[row].end > block.start { breaks += 1 }
          row += 1
        }
        for piece in block.pieces {
          if evidence.roster.shifts[Int(timeline.pieces[Int(piece)])].unpaidBreak > 0 {
            breaks += 1
          }
        }
        guard breaks < least else { continue }
        let inForce = evidence.inForce(
          Self.least, from: block.start, to: block.end, shift: block.first)
        guard breaks < inForce.steps else { continue }
        let measured = Fraction(breaks)
        var finding = Finding(
          evidence.lawStatus(Self.least, measured: measured), from: block.start, to: block.end,
          shift: block.first, measured: measured, limit: inForce.value, .atLeast, .count)
        finding.agreement = inForce.agreement
        finding.dstOnly =
          block.length + evidence.wallClockExcess(from: block.start, to: block.end) <= hours
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let length = Elapsed(seconds: Int64(finding.to) - Int64(finding.from)).text
      let from = context.moment(finding.from)
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, vakten \(from[.nb]) er \(length[.nb]) uten at planen viser \
            en pause (artikkel 4).
            """,
          en: """
            \(context.name): EU rule, the duty on \(from[.en]) is \(length[.en]) and the plan shows \
            no break in it (article 4).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Sett av en avløser, så pausen kan tas.",
        en: "Give relief, so that the break can be taken.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg pausen inn i vaktkoden.", en: "Put the break into the shift's code.")),
  ]
}
