/// Predicted sleepiness on arrival home, for a run of duties of one type.
public enum SleepinessHome {
  public static let orange = Limit(
    "MOD-HOME.note", Localized(nb: "oransje nivå", en: "orange level"), .below, Fraction(7), .kss,
    allowed: Fraction(1)...Fraction(9))
  public static let red = Limit(
    "MOD-HOME.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(75, 10), .kss,
    allowed: Fraction(1)...Fraction(9))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Tilby drosje eller et sted å sove etter natten; avtal hvem som betaler.",
        en: "Offer a taxi or a place to sleep after the night; agree on who pays.")),
    Remedy(
      .leader,
      Localized(
        nb: "La natten slutte tidligere, eller gi plass til kort hvil før hjemreisen.",
        en: "Let the night end earlier, or make room for a nap before the way home.")),
    Remedy(
      .individual,
      Localized(
        nb: "Kjør ikke når du er søvnig: sov først, ta buss eller bli kjørt.",
        en: "Do not drive when sleepy: sleep first, take a bus or be driven.")),
  ]

  public static let rule = Rule(
    id: "MOD-HOME",
    lane: .model,
    title: Localized(nb: "Søvnig på vei hjem", en: "Sleepy on the way home"),
    section: Localized(
      nb: "Treprosessmodellen 5c, Ingre mfl. 2014", en: "Three-process model 5c, Ingre et al. 2014"),
    test: Localized(
      nb: """
        Predikert KSS ved ankomst hjem: fra 7,0 merknad, fra 7,5 varsel. Ett funn per person og \
        rekke av vakter av samme type. Reisetiden er 30 min når ikke noe annet er oppgitt.
        """,
      en: """
        Predicted KSS on arrival home: a note from 7.0, a warning from 7.5. One finding per person \
        and run of duties of one type. The way home takes 30 min unless something else is given.
        """),
    why: Localized(
      nb: """
        Hjemreisen etter natt er den farligste delen av døgnet for mange: søvnigheten er høy, og \
        bilkjøring tåler ikke ett sekunds søvn.
        """,
      en: """
        The way home after a night is for many the most dangerous part of the day: sleepiness is \
        high, and driving does not bear a second of sleep.
        """),
    remedies: remedies,
    limits: [orange, red],
    sources: [
      RuleSource(
        "Ingre et al. 2014, PLoS ONE 9(10) e108679, model 5c", .secondary,
        url: "https://doi.org/10.1371/journal.pone.0108679"),
      RuleSource(
        Localized(
          nb: "Åkerstedt mfl. 2014: KSS 7 som mål på søvnighet",
          en: "Åkerstedt et al. 2014: KSS 7 as a marker of sleepiness"), .secondary),
      RuleSource(
        Localized(nb: "Nivåene 7,0 og 7,5", en: "The levels 7.0 and 7.5"), .derived),
    ],
    examples: ["↓N - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let (orange, red) = (evidence.limits.held(Self.orange), evidence.limits.held(Self.red))
      let least = RoundedLevel(hundredths: orange.steps)
      DutyRun.forEach(
        evidence.duties.span, of: evidence, where: { least.isReached(by: $0.home.raw) },
        value: { duty, _ in least.hundredths(of: duty.home.raw) }
      ) { run in
        let isRed = run.highest >= red.steps
        let level = isRed ? red : orange
        var finding = run.finding(
          isRed ? .warning : .note, evidence, measured: Fraction(run.highest, 100),
          limit: level.value, .below, .kss)
        if isRed {
          let reached = RoundedLevel(hundredths: red.steps)
          finding.count = run.count(where: { reached.isReached(by: evidence.duties[$0].home.raw) })
        }
        findings.append(finding)
      }
    },
    count: { evidence in
      let least = RoundedLevel(hundredths: evidence.limits.steps(Self.orange))
      let red = RoundedLevel(hundredths: evidence.limits.steps(Self.red))
      return DutyRun.count(
        evidence.duties.span, of: evidence,
        where: { duty, _ in least.isReached(by: duty.home.raw) },
        isGrave: { red.isReached(by: $0.home.raw) })
    },
    describe: { finding, context in
      let kss = NumberText.decimal(hundredths: Int(finding.measured.hundredths), digits: 1)
      let shift = context.roster.shifts[Int(finding.shift)]
      let code = context.code(finding.shift)
      let duty = context.day(shift.start)
      let by = SleepOrigin(context, before: shift, from: Int64(shift.start) - 86_400).rating
      let (others, unknown) = (
        DutyRun.others(finding),
        DutyRun.unknown(
          finding, worst: NumberText.decimal(hundredths: Int(finding.balance), digits: 1))
      )
      return FindingText(
        Localized(
          nb: """
            \(context.name): predikert søvnighet\(by.nb) KSS \(kss.nb) ved ankomst hjem etter \(code) fra \
            \(duty.nb), i snitt for mange mennesker.\(others.nb)\(unknown.nb)
            """,
          en: """
            \(context.name): predicted sleepiness\(by.en) KSS \(kss.en) on arrival home after \(code) of \
            \(duty.en), the average of many people.\(others.en)\(unknown.en)
            """), remedies)
    })
}
