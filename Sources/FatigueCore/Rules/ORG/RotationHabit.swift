/// A rotation both backward and slow.
public enum RotationHabit {
  public static let most = Limit(
    "ORG-ROT.backward-share",
    Localized(nb: "andel skift mot klokka", en: "share of backward changes"), .atMost,
    Fraction(1, 2), .share,
    allowed: Fraction(0)...Fraction(1))
  public static let longest = Limit(
    "ORG-ROT.run", Localized(nb: "like vakter på rad", en: "alike shifts in a row"), .atMost,
    Fraction(3), .shifts,
    allowed: Fraction(1)...Fraction(13))

  public static let rule = Rule(
    id: "ORG-ROT",
    lane: .research,
    title: Localized(
      nb: "Langsom rotasjon mot klokka",
      en: "Slow backward rotation"),
    section: Localized(
      nb: "programmet, tiltak D4",
      en: "the programme, measure D4"),
    test: Localized(
      nb: """
        Mer enn halvparten av skiftene i starttid går mot klokka, og den lengste rekken av like \
        vakter er over tre (EVID-ROTDIR og EVID-ROTSPD sammen).
        """,
      en: """
        More than half of the changes of start time go backward, and the longest run of alike \
        shifts is over three (EVID-ROTDIR and EVID-ROTSPD together).
        """),
    why: Localized(
      nb: """
        Rask rotasjon med klokka gir minst søvntap; mot klokka og langsomt gir mest.
        """,
      en: """
        Fast forward rotation costs the least sleep; slow and backward the most.
        """),
    remedies: remedies,
    limits: [most, longest],
    sources: [
      RuleSource(
        Localized(
          nb: "Programmet for turnushelse, D4",
          en: "The shift-health programme, D4"), .primary)
    ],
    examples: ["N N N N - A ↓D - -", "D A N - -"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let steps = timeline.steps
      let longest = timeline.longestRun.count
      guard timeline.backwardSteps > 0, timeline.rotates,
        Int64(longest) > evidence.limits.steps(Self.longest)
      else { return }
      let share = Fraction(Int64(timeline.backwardSteps), Int64(steps.count))
      guard share > evidence.limits[Self.most], let last = steps.last(where: \.isBackward) else {
        return
      }
      var finding = Finding(
        .note, from: steps[0].from, to: last.to, shift: last.shift, measured: share,
        limit: evidence.limits[Self.most], .atMost, .share)
      finding.count = Int32(clamping: longest)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb:
            "\(context.name): andel mot klokka \(finding.measured.hundredths) %. Lengste rekke: \(finding.count) like vakter.",
          en:
            "\(context.name): share of backward changes \(finding.measured.hundredths)%. Longest run: \(finding.count) alike shifts."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Legg rekken dag–kveld–natt–fri, med én til tre like vakter.",
        en: """
          Lay the row day–evening–night–off, with one to three alike shifts.
          """))
  ]
}
