/// Predicted sleepiness past a level, for a run of duties of one type.
public enum PeakSleepiness {
  public static let yellow = Limit(
    "MOD-KSS.note", Localized(nb: "gult nivå", en: "yellow level"), .below, Fraction(650, 100),
    .kss, allowed: Fraction(1)...Fraction(9))
  public static let orange = Limit(
    "MOD-KSS.orange", Localized(nb: "oransje nivå", en: "orange level"), .below,
    Fraction(725, 100), .kss, allowed: Fraction(1)...Fraction(9))
  public static let red = Limit(
    "MOD-KSS.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(775, 100), .kss,
    allowed: Fraction(1)...Fraction(9))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Gi plass til kort hvil (20–30 min) på natten, med avløsning og hvilerom.",
        en: "Make room for a nap of 20–30 min at night, with relief and a rest room.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Færre netter på rad, og to hele netter fri etterpå.",
        en: "Fewer nights in a row, and two full nights off afterwards.")),
    Remedy(
      .individual,
      Localized(
        nb: "Sov 60–90 minutter før natten, og kjør ikke hjem når du er søvnig.",
        en: "Sleep 60–90 minutes before the night, and do not drive home sleepy.")),
  ]

  public static let rule = Rule(
    id: "MOD-KSS",
    lane: .model,
    title: Localized(nb: "Høy predikert søvnighet", en: "High predicted sleepiness"),
    section: Localized(
      nb: "Treprosessmodellen 5c, Ingre mfl. 2014", en: "Three-process model 5c, Ingre et al. 2014"),
    test: Localized(
      nb: """
        Høyeste predikerte KSS i en vakt: fra 6,50 gult, 7,25 oransje, 7,75 rødt. Ett funn per \
        person og rekke av vakter av samme type; den verste vakten er navngitt. Søvnen er \
        predikert fra planen.
        """,
      en: """
        Highest predicted KSS in a duty: yellow from 6.50, orange from 7.25, red from 7.75. One \
        finding per person and run of duties of one type; the worst duty is named. Sleep is \
        predicted from the plan.
        """),
    why: Localized(
      nb: """
        Fra KSS 7 er en person søvnig nok til at det viser seg i arbeid og kjøring. Modellen \
        gjelder gjennomsnittspersonen; den enkelte kan ligge 0,84 over eller under.
        """,
      en: """
        From KSS 7 a person is sleepy enough for it to show in work and driving. The model is \
        about the average person; one person may lie 0.84 above or below.
        """),
    remedies: remedies,
    limits: [yellow, orange, red],
    sources: [
      RuleSource(
        "Ingre et al. 2014, PLoS ONE 9(10) e108679, model 5c", .secondary,
        url: "https://doi.org/10.1371/journal.pone.0108679"),
      RuleSource(
        Localized(
          nb: "Åkerstedt mfl. 2014: KSS 7 som mål på søvnighet",
          en: "Åkerstedt et al. 2014: KSS 7 as a marker of sleepiness"),
        .secondary),
      RuleSource(
        Localized(nb: "Nivåene 6,50, 7,25 og 7,75", en: "The levels 6.50, 7.25 and 7.75"), .derived),
    ],
    examples: ["↓N - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let (yellow, orange, red) = (
        evidence.limits.held(Self.yellow), evidence.limits.held(Self.orange),
        evidence.limits.held(Self.red)
      )
      let least = RoundedLevel(hundredths: yellow.steps)
      DutyRun.forEach(
        evidence.duties.span, of: evidence, where: { least.isReached(by: $0.peak.raw) },
        value: { duty, _ in least.hundredths(of: duty.peak.raw) }
      ) { run in
        let isWarning = run.highest >= orange.steps
        let level = run.highest >= red.steps ? red : isWarning ? orange : yellow
        var finding = run.finding(
          isWarning ? .warning : .note, evidence, measured: Fraction(run.highest, 100),
          limit: level.value, .below, .kss)
        let reached = RoundedLevel(hundredths: level.steps)
        finding.count = run.count(where: { reached.isReached(by: evidence.duties[$0].peak.raw) })
        finding.detail = evidence.duties[run.worst].peakAt
        findings.append(finding)
      }
    },
    count: { evidence in
      let least = RoundedLevel(hundredths: evidence.limits.steps(Self.yellow))
      let orange = RoundedLevel(hundredths: evidence.limits.steps(Self.orange))
      return DutyRun.count(
        evidence.duties.span, of: evidence,
        where: { duty, _ in least.isReached(by: duty.peak.raw) },
        isGrave: { orange.isReached(by: $0.peak.raw) })
    },
    describe: { finding, context in
      let kss = NumberText.decimal(hundredths: Int(finding.measured.hundredths), digits: 1)
      let shift = context.roster.shifts[Int(finding.shift)]
      let code = context.code(finding.shift)
      let duty = context.day(shift.start)
      // The peak's own date, which may be the day after the duty began.
      let at = context.roster.civil(finding.detail).wholeMinute.text
      let others = DutyRun.others(finding)
      let by = SleepOrigin(context, before: shift, from: Int64(shift.start) - 86_400).rating
      let unknown = DutyRun.unknown(
        finding, worst: NumberText.decimal(hundredths: Int(finding.balance), digits: 1))
      return FindingText(
        Localized(
          nb: """
            \(context.name): predikert søvnighet\(by[.nb]) KSS \(kss[.nb]) \(at[.nb]) på \(code) fra \
            \(duty[.nb]), i snitt for mange mennesker.\(others[.nb])\(unknown[.nb])
            """,
          en: """
            \(context.name): predicted sleepiness\(by[.en]) KSS \(kss[.en]) on \(at[.en]) on \(code) of \
            \(duty[.en]), the average of many people.\(others[.en])\(unknown[.en])
            """), remedies)
    })
}
