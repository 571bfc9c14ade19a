/// Hours between two free days.
public enum SpellHours {
  public static let overload = Limit(
    "FIOH-L1.overload",
    Localized(nb: "timer mellom to fridager", en: "hours between two free days"), .atMost,
    Fraction(48), .hours,
    allowed: Fraction(30)...Fraction(80))
  public static let strong = Limit(
    "FIOH-L1.strong", Localized(nb: "sterk overbelastning", en: "strong overload"), .atMost,
    Fraction(55), .hours,
    allowed: Fraction(30)...Fraction(100))

  public static let rule = Rule(
    id: "FIOH-L1",
    lane: .research,
    title: Localized(
      nb: "Timer i økten",
      en: "Hours in the spell"),
    section: Localized(
      nb: "FIOH, trafikklys",
      en: "FIOH, traffic lights"),
    test: Localized(
      nb: """
        Timer arbeid mellom to fridatoer: over 40 økt belastning, over 48 overbelastning, over 55 \
        sterk overbelastning. Fra overbelastning gis funn.
        """,
      en: """
        Hours of work between two free dates: over 40 raised load, over 48 overload, over 55 \
        strong overload. From overload there is a finding.
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
    limits: [overload, strong],
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
    examples: [
      "07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 ↓07:00-15:30 -", "D D D D D - -",
    ],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let (overload, strong) = (
        evidence.limits.held(Self.overload), evidence.limits.held(Self.strong)
      )
      let (runs, blocks) = (timeline.dateRuns.span, timeline.blocks.span)
      for i in runs.indices {
        let spell = runs[i].blocks
        // No spell is longer than if each shift were the longest.
        guard Int64(spell.count) * timeline.longestBlock > overload.steps else { continue }
        var hours: Int64 = 0
        for block in spell { hours += blocks[Int(block)].length }
        guard hours > overload.steps else { continue }
        let (first, last) = (
          blocks[Int(spell.lowerBound)], blocks[Int(spell.upperBound) - 1]
        )
        let isStrong = hours > strong.steps
        var finding = Finding(
          isStrong ? .warning : .note, from: first.start, to: last.end, shift: last.first,
          measured: Fraction(hours, 3600), limit: isStrong ? strong.value : overload.value,
          .atMost, .hours)
        finding.related = first.first
        finding.detail = isStrong ? 3 : 2
        finding.dstOnly =
          hours + evidence.workClockExcess(from: first.start, to: last.end) <= overload.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let level = FIOHLevel.text(Int(finding.detail))
      let measured = DurationText.text(finding.measured)
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
