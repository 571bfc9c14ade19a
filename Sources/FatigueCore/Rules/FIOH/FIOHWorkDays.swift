/// Consecutive days of work.
public enum FIOHWorkDays {
  public static let overload = Limit(
    "FIOH-L3.overload", Localized(nb: "arbeidsdager på rad", en: "work days in a row"), .below,
    Fraction(7), .days,
    allowed: Fraction(3)...Fraction(14))
  public static let strong = Limit(
    "FIOH-L3.strong", Localized(nb: "sterk overbelastning", en: "strong overload"), .below,
    Fraction(8), .days,
    allowed: Fraction(3)...Fraction(14))

  public static let lone = Limit(
    "FIOH-L3.lone", Localized(nb: "enslig arbeidsdag", en: "lone day of work"), .above,
    Fraction(1), .days, allowed: Fraction(0)...Fraction(1))

  public static let rule = Rule(
    id: "FIOH-L3",
    lane: .research,
    title: Localized(
      nb: "Arbeidsdager på rad",
      en: "Work days in a row"),
    section: Localized(
      nb: "FIOH, trafikklys",
      en: "FIOH, traffic lights"),
    test: Localized(
      nb: """
        Arbeidsdager på rad for heltidsansatte: 3–5 er greit, 2 eller 6 økt belastning, 7 \
        overbelastning, 1 eller minst 8 sterk overbelastning. Funn gis fra 7, og ett per person for \
        enslige arbeidsdager.
        """,
      en: """
        Work days in a row of full-time staff: 3–5 are fine, 2 or 6 raised load, 7 overload, 1 or \
        at least 8 strong overload. There is a finding from 7, and one per person for lone days.
        """),
    why: Localized(
      nb: """
        Instituttet mener at rødt ikke bør stå i en plan i det hele tatt. Nivåene vurderes over \
        3–4 uker; gjentakelse teller.
        """,
      en: """
        The institute holds that red should not stand in a plan at all. The levels are judged over \
        3–4 weeks; repetition counts.
        """),
    remedies: remedies,
    limits: [overload, strong, lone],
    sources: [
      RuleSource(
        Localized(
          nb: """
            FIOH, trafikklys for periodearbeid (eldre side; oppdatert 2024, ikke lest)
            """,
          en: """
            FIOH, traffic lights for period-based work (older page; updated 2024, not read)
            """), .primary,
        url:
          "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/tyoaikojen-kuormittavuuden-arviointi-jaksotyossa/"
      )
    ],
    examples: ["D D D D D D ↓D -", "D D D D D D -"],
    evaluate: { evidence, findings in
      guard evidence.about?.isFullTime ?? true else { return }
      let timeline = evidence.timeline
      let (overload, strong) = (
        evidence.limits.held(Self.overload), evidence.limits.held(Self.strong)
      )
      let runs = timeline.dateRuns.span
      for i in runs.indices where Int64(runs[i].count) >= overload.steps {
        let run = runs[i]
        let first = timeline.blocks[Int(run.blocks.lowerBound)]
        let last = timeline.blocks[Int(run.blocks.upperBound) - 1]
        let isStrong = Int64(run.count) >= strong.steps
        var finding = Finding(
          isStrong ? .warning : .note, from: first.start, to: last.end, shift: last.first,
          measured: Fraction(Int64(run.count)), limit: isStrong ? strong.value : overload.value,
          .below, .days)
        finding.related = first.first
        finding.detail = isStrong ? 3 : 2
        findings.append(finding)
      }
      let lone = evidence.loneWorkDates()
      guard let first = lone.first, evidence.limits.steps(Self.lone) > 0 else { return }
      let block = timeline.blocks[first]
      var finding = Finding(
        .warning, from: block.start, to: block.end, shift: block.first, measured: Fraction(1),
        limit: evidence.limits[Self.lone], .above, .days)
      finding.count = Int32(clamping: lone.count)
      finding.detail = 3
      findings.append(finding)
    },
    describe: { finding, context in
      let level = FIOHLevel.text(Int(finding.detail))
      let measured =
        finding.measured == Fraction(1)
        ? Localized(nb: "en enslig arbeidsdag", en: "a lone work day")
        : Localized(
          nb: "\(finding.measured.text) dager på rad", en: "\(finding.measured.text) days in a row")
      return FindingText(
        Localized(
          nb:
            "\(context.name): \(measured[.nb]) fra \(context.day(finding.from)[.nb]): \(level[.nb]) i den finske trafikklysmodellen.",
          en:
            "\(context.name): \(measured[.en]) from \(context.day(finding.from)[.en]): \(level[.en]) in the Finnish traffic lights."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Kort ned økten, eller del den med en fridag; 3–5 dager på rad er best.
          """,
        en: """
          Shorten the spell, or split it with a day off; 3–5 days in a row are best.
          """))
  ]
}
