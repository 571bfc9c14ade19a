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
      guard evidence.indices.count == evidence.timeline.blocks.count else { return }
      let blocks = evidence.timeline.blocks
      let limits = evidence.limits
      let goodPractice = (day: limits.held(Self.day), night: limits.held(Self.night))
      let actions = (day: limits.held(Self.dayAction), night: limits.held(Self.nightAction))
      func isNight(_ i: Int) -> Bool {
        !(6 * 3600..<20 * 3600).contains(blocks[i].second)
      }
      /// How far above good practice.
      func excess(_ i: Int) -> Int64? {
        let value = Int64(evidence.indices[i].fatigue.hundredths)
        // Most duties by day are far below either level. A duty with a break is told where it begins.
        return value < 100 || DutyRun.continuesDuty(i, blocks)
          ? nil : value - (isNight(i) ? goodPractice.night : goodPractice.day).steps
      }
      let under = DutyRun.under(
        hundredths: min(goodPractice.day.steps, goodPractice.night.steps) + 1)
      DutyRun.forEach(
        evidence, from: 1, where: { evidence.indices[$0].fatigue.value > under }, value: excess
      ) { run in
        let value = Int64(evidence.indices[run.worst].fatigue.hundredths)
        let (note, action) =
          isNight(run.worst)
          ? (goodPractice.night, actions.night) : (goodPractice.day, actions.day)
        let isAction = value > action.steps
        let limit = isAction ? action : note
        findings.append(
          run.finding(
            isAction ? .warning : .note, evidence, measured: Fraction(value, 100),
            limit: limit.value, .atMost, .percent,
            count: run.duties.count {
              Int64(evidence.indices[$0].fatigue.hundredths) > limit.steps
                && !DutyRun.continuesDuty($0, blocks)
            }))
      }
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
}
