/// More backward than forward steps in the rotation.
public enum RotationDirection {
  public static let share = Limit(
    "EVID-ROTDIR.backward-share",
    Localized(nb: "andel bakover", en: "share of backward changes"), .atMost, Fraction(1, 2),
    .share, allowed: Fraction(0)...Fraction(1))
  public static let red = Limit(
    "EVID-ROTDIR.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(1), .share,
    allowed: Fraction(0)...Fraction(1))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Bygg grunnplanen som dag–kveld–natt–fri, med 1–3 like vakter på rad.",
        en: "Build the base plan day–evening–night–off, with 1–3 alike in a row."))
  ]

  public static let rule = Rule(
    id: "EVID-ROTDIR",
    lane: .research,
    title: Localized(nb: "Rotasjon mot klokka", en: "Backward rotation"),
    section: Localized(nb: "STAMI", en: "STAMI"),
    test: Localized(
      nb: """
        Mer enn halvparten av endringene av starttid går bakover (mot klokka). Telt er endringer på \
        minst 2 timer med under 72 timer imellom. Dag til natt regnes som et skritt bakover.
        """,
      en: """
        More than half of the changes of start time go backward. Counted are changes of at least \
        2 hours with less than 72 hours between. Day to night counts as a backward step.
        """),
    why: Localized(
      nb: "Døgnrytmen forskyves lettere framover enn bakover, og hvilen blir kortere bakover.",
      en: "The body clock shifts later more easily than earlier, and backward steps cut the rest."),
    remedies: remedies,
    limits: [share, red],
    sources: [
      RuleSource(
        Localized(
          nb: "STAMI, råd om arbeidstid (gjengitt av webhms.no)",
          en: "STAMI, advice on working hours (as given by webhms.no)"), .secondary,
        url:
          "https://webhms.no/2019/03/11/rad-om-arbeidstid-med-hensyn-til-helse-og-sikkerhet/")
    ],
    examples: ["N - A ↓D", "D A N - - -"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let (steps, backward) = (timeline.steps, timeline.backwardSteps)
      guard backward > 0 else { return }
      let share = Fraction(Int64(backward), Int64(steps.count))
      guard share > evidence.limits[Self.share], let first = steps.first,
        let last = steps.last(where: { $0.isBackward })
      else { return }
      let isRed = share >= evidence.limits[Self.red]
      let limit = isRed ? Self.red : Self.share
      var finding = Finding(
        isRed ? .warning : .note, from: first.from, to: steps[steps.count - 1].to,
        shift: last.shift, measured: share, limit: evidence.limits[limit], limit.relation, .share)
      finding.count = Int32(backward)
      finding.detail = Int32(steps.count)
      findings.append(finding)
    },
    describe: { finding, context in
      let one = finding.detail == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) av \(finding.detail) \(one ? "endring" : "endringer") av \
            starttid går bakover. \
            Rotasjon med klokka (dag–kveld–natt) tåles bedre.
            """,
          en: """
            \(context.name): \(finding.count) of \(finding.detail) \(one ? "change" : "changes") of start \
            time \(finding.count == 1 ? "goes" : "go") backward. Forward rotation (day–evening–night) is better tolerated.
            """), remedies)
    })
}
