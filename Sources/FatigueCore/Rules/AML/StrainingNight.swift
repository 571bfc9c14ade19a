/// Eight hours at most when the night work is straining.
public enum StrainingNight {
  public static let most = Limit(
    "AML-10-11-7.hours",
    Localized(nb: "timer på et døgn med nattarbeid", en: "hours on a day with night work"), .atMost,
    Fraction(8), .hours, allowed: Fraction(6)...Fraction(12),
    reach: [AgreementReach(.localUnion, .free), AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-11-7",
    lane: .law,
    title: Localized(
      nb: "Over 8 timer i belastende nattarbeid",
      en: "Over 8 hours of straining night work"),
    section: Localized(
      nb: "aml. § 10-11 (7)",
      en: "Working Environment Act § 10-11 (7)"),
    test: Localized(
      nb: """
        Arbeidet er særlig risikofylt eller fysisk eller psykisk belastende, og et døgn med mer \
        enn tre timer mellom kl. 21 og 06 har over 8 timer arbeid, overtid med. En sum av flere \
        vakter er omtvistet.
        """,
      en: """
        The work is of special risk or of physical or mental strain, and a day with more than \
        three hours between 21:00 and 06:00 has over 8 hours of work, overtime included. A sum of \
        several shifts is disputed.
        """),
    why: Localized(
      nb: """
        Nattarbeid tar av søvnen; loven setter derfor et tak på timene.
        """,
      en: """
        Night work takes from sleep; the Act therefore caps the hours.
        """),
    deviation: Localized(
      nb: """
        Tillitsvalgte i bedrift med tariffavtale kan avtale noe annet, mot kompenserende hvile (§ \
        10-11 (9)). Partene fastsetter hvilket arbeid det gjelder.
        """,
      en: """
        In an undertaking bound by a collective agreement the union representatives may agree \
        otherwise, against compensating rest (§ 10-11 (9)). The parties settle which work it is.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-11 (7)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["↓22:00-07:30 - -", "22:00-06:00 - -", "15:00-23:30 - -"],
    premises: .person(
      Localized(
        nb: "arbeidet er særlig risikofylt eller belastende",
        en: "the work is of special risk or heavy strain")
    ) { $0.hasSpecialRisk = true },
    inputs: [.specialRisk],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      guard !timeline.blocks.isEmpty else { return }
      var nights = evidence.cursor
      let origin = evidence.roster.origin.seconds
      func night(_ block: PersonTimeline.Block) -> Int64 {
        nights.seconds(
          of: .legal, from: origin + Int64(block.start), to: origin + Int64(block.end))
      }
      // A long day duty does not hide the night that is on the same day.
      let days = timeline.daysOver(
        evidence.strictest(most), dayStart: evidence.dayStart, of: evidence.roster,
        clock: evidence.cursor
      ) { position in
        let block = timeline.blocks[Int(position)]
        let inForce = evidence.inForce(
          most, from: block.start, to: block.end, onAllOf: position...position, ordinary: false)
        return block.working > inForce.steps && night(block) > Evidence.nightWork
          && evidence.isStraining(block.first)
      }
      for day in days {
        let blocks = timeline.blocks[Int(day.first)...Int(day.last)]
        guard blocks.contains(where: { evidence.isStraining($0.first) }),
          blocks.reduce(Int64(0), { $0 + night($1) }) > Evidence.nightWork
        else { continue }
        let (first, last) = (blocks[Int(day.first)], blocks[Int(day.last)])
        let inForce = evidence.inForce(
          most, from: first.start, to: last.end, onAllOf: day.first...day.last, ordinary: false)
        guard day.inRunningDay > inForce.steps,
          !evidence.isWaived(most, from: first.start, to: last.end, shift: last.last)
        else { continue }
        let measured = Fraction(day.seconds, 3600)
        let certain = day.isOneStretch || evidence.limits.dayStart != nil
        let held = Fraction(day.inRunningDay, 3600)
        var finding = Finding(
          certain ? evidence.lawStatus(most, measured: held) : .disputed, from: first.start,
          to: last.end, shift: last.last, measured: measured, limit: inForce.value, .atMost,
          .hours)
        finding.agreement = inForce.agreement
        if !certain { finding.readings = .sum }
        let excess = blocks.reduce(Int64(0)) {
          $0 + evidence.wallClockExcess(from: $1.start, to: $1.end)
        }
        finding.dstOnly = excess < 0 && day.seconds + excess <= inForce.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      return FindingText(
        Localized(
          nb: """
            \(context.name): belastende nattarbeid \(measured[.nb]) fra \(context.moment(finding.from)[.nb]) \
            mot \(limit[.nb]) (aml. § 10-11 (7)).
            """,
          en: """
            \(context.name): straining night work, \(measured[.en]) from \
            \(context.moment(finding.from)[.en]) against \(limit[.en]) (Working Environment Act § 10-11 (7)).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          Kort ned nettene, legg færre av dem, eller legg dagvakter imellom.
          """,
        en: """
          Shorten the nights, lay fewer of them, or put day shifts in between.
          """))
  ]
}
