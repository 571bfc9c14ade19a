/// The RR446-compatible fatigue index past a level, for a run of duties of one type.
public enum FatigueIndexLevel {
  public static let day = Limit(
    "MOD-FI.day-note", Localized(nb: "god praksis, dag", en: "good practice, day"), .atMost,
    Fraction(30), .percent, allowed: Fraction(0)...Fraction(100))
  public static let dayAction = Limit(
    "MOD-FI.day", Localized(nb: "tiltak, dag", en: "action, day"), .atMost, Fraction(35), .percent,
    allowed: Fraction(0)...Fraction(100))
  public static let night = Limit(
    "MOD-FI.night-note", Localized(nb: "god praksis, natt", en: "good practice, night"), .atMost,
    Fraction(40), .percent, allowed: Fraction(0)...Fraction(100))
  public static let nightAction = Limit(
    "MOD-FI.night", Localized(nb: "tiltak, natt", en: "action, night"), .atMost, Fraction(45),
    .percent, allowed: Fraction(0)...Fraction(100))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Færre netter på rad, kortere netter eller flere pauser i dem.",
        en: "Fewer nights in a row, shorter nights or more breaks in them.")),
    Remedy(
      .leader,
      Localized(
        nb: "Legg krevende oppgaver tidlig i vakten.",
        en: "Place demanding tasks early in the duty.")),
  ]

  public static let rule = Rule(
    id: "MOD-FI",
    lane: .model,
    title: Localized(nb: "Høy trøtthetsindeks", en: "High fatigue index"),
    section: Localized(
      nb: "RR446-kompatibel trøtthetsindeks", en: "RR446-compatible fatigue index"),
    test: Localized(
      nb: """
        Indeksen for en vakt over 30 (dag) eller 40 (start 20–06) er merknad, over 35 eller 45 varsel. \
        Ett funn per person og rekke av vakter av samme type.
        """,
      en: """
        The index of a duty above 30 (day) or 40 (start 20–06) is a note, above 35 or 45 a warning. \
        One finding per person and run of duties of one type.
        """),
    why: Localized(
      nb: """
        Indeksen anslår sjansen i prosent for å være svært søvnig (KSS 8 eller 9). Den øker med netter \
        på rad, som treprosessmodellen nesten ikke ser.
        """,
      en: """
        The index estimates the chance in percent of severe sleepiness (KSS 8 or 9). It grows with \
        nights in a row, which the three-process model hardly sees.
        """),
    remedies: remedies,
    limits: [nightAction, night, dayAction, day],
    sources: [
      RuleSource(
        Localized(
          nb: """
            Forskningsrapport RR446, Spencer mfl. 2006, gjengitt i en offentlig avskrift; ligningene er \
            etterprøvd mot 22 rader fra regnearket. Regnearket er trukket tilbake av utgiveren
            """,
          en: """
            Research report RR446, Spencer et al. 2006, through a public transcription; the equations \
            were checked against 22 rows of the spreadsheet. Its publisher has withdrawn the spreadsheet
            """), .secondary),
      RuleSource(
        Localized(
          nb: "Nivåene: Network Rail NR/L2/OHS/003", en: "The levels: Network Rail NR/L2/OHS/003"),
        .secondary),
    ],
    examples: ["21:30-07:45 21:30-07:45 ↓21:30-07:45 - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      forEachRun(evidence) { run, value, levels in
        let isAction = value > levels.action.steps
        let limit = isAction ? levels.action : levels.goodPractice
        var finding = run.finding(
          isAction ? .warning : .note, evidence, measured: Fraction(value, 100),
          limit: limit.value, .atMost, .percent)
        let over = RoundedLevel(hundredths: limit.steps + 1)
        finding.count = run.count(where: {
          over.isReached(by: evidence.indices[$0].fatigue.value)
            && !DutyRun.continuesDuty($0, evidence)
        })
        findings.append(finding)
      }
    },
    count: { evidence in
      var found = FindingCount()
      forEachRun(evidence) { _, value, levels in
        found.add(value > levels.action.steps ? .warning : .note)
      }
      return found
    },
    describe: { finding, context in
      let value = NumberText.decimal(hundredths: Int(finding.measured.hundredths), digits: 1)
      let shift = context.roster.shifts[Int(finding.shift)]
      let (code, duty) = (context.code(finding.shift), context.day(shift.start))
      let others = DutyRun.others(finding)
      let unknown = DutyRun.unknown(
        finding, worst: NumberText.decimal(hundredths: Int(finding.balance), digits: 1))
      return FindingText(
        Localized(
          nb: """
            \(context.name): trøtthetsindeks \(value.nb) på \(code) fra \(duty.nb), over nivået \
            på \(finding.limit.text).\(others.nb)\(unknown.nb)
            """,
          en: """
            \(context.name): fatigue index \(value.en) on \(code) of \(duty.en), above the level of \
            \(finding.limit.text).\(others.en)\(unknown.en)
            """), remedies)
    })

  private struct Levels {
    var goodPractice: HeldLimit
    var action: HeldLimit
  }

  /// Calls `body` with every run that is past good practice, the index of its worst duty in hundredths, and
  /// the levels which that is held to.
  @inline(__always)
  private static func forEachRun(
    _ evidence: borrowing Evidence, _ body: (DutyRun, Int64, Levels) -> Void
  ) {
    let day = Levels(
      goodPractice: evidence.limits.held(Self.day), action: evidence.limits.held(Self.dayAction))
    let night = Levels(
      goodPractice: evidence.limits.held(Self.night),
      action: evidence.limits.held(Self.nightAction))
    // Nothing under one percent, whatever the levels are.
    let overDay = RoundedLevel(hundredths: max(100, day.goodPractice.steps + 1))
    let overNight = RoundedLevel(hundredths: max(100, night.goodPractice.steps + 1))
    let least = day.goodPractice.steps < night.goodPractice.steps ? overDay : overNight
    DutyRun.forEach(
      evidence.indices.span, of: evidence, where: { least.isReached(by: $0.fatigue.value) },
      // How far above good practice. A duty with a break is told where it begins.
      value: { index, i in
        let (level, over) =
          isNight(evidence.timeline.blocks[i])
          ? (night.goodPractice, overNight) : (day.goodPractice, overDay)
        let isOver =
          over.isReached(by: index.fatigue.value) && !DutyRun.continuesDuty(i, evidence)
        return isOver ? Int64(index.fatigue.hundredths) - level.steps : nil
      },
      { run in
        let levels = isNight(evidence.timeline.blocks[run.worst]) ? night : day
        body(run, run.highest + levels.goodPractice.steps, levels)
      })
  }

  /// A duty that begins 20–06 is held to the levels of night.
  @inline(__always)
  private static func isNight(_ block: PersonTimeline.Block) -> Bool {
    !(6 * 3600..<20 * 3600).contains(block.second)
  }
}
