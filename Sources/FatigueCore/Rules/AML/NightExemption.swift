/// Nights of somebody who is exempt.
public enum NightExemption {
  public static let most = Limit(
    "AML-10-2-2.hours", Localized(nb: "nattetimer med fritak", en: "night hours with an exemption"),
    .atMost, Fraction(0), .hours, allowed: Fraction(0)...Fraction(0))

  public static let rule = Rule(
    id: "AML-10-2-2",
    lane: .law,
    title: Localized(
      nb: "Natt tross fritak",
      en: "Nights despite an exemption"),
    section: Localized(
      nb: "aml. § 10-2 (2)",
      en: "Working Environment Act § 10-2 (2)"),
    test: Localized(
      nb: """
        Den ansatte har fritak fra nattarbeid og har timer mellom kl. 21 og 06.
        """,
      en: """
        The employee is exempt from night work and has hours between 21:00 and 06:00.
        """),
    why: Localized(
      nb: """
        Fritaket er gitt av helsemessige, sosiale eller andre vektige grunner.
        """,
      en: """
        The exemption was given for health, social or other weighty reasons.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-2 (2)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["D ↓N - -", "D D - -"],
    premises: .person(
      Localized(nb: "den ansatte har fritak fra natt", en: "the employee is exempt from nights")
    ) { $0.isNightExempt = true },
    inputs: [.nightExemption],
    evaluate: { evidence, findings in
      guard evidence.about?.isNightExempt == true else { return }
      var clock = evidence.cursor
      let origin = evidence.roster.origin.seconds
      var (seconds, first, last) = (Int64(0), Int32(-1), Int32(0))
      for block in evidence.timeline.blocks {
        let night = clock.seconds(
          of: .legal, from: origin + Int64(block.start), to: origin + Int64(block.end))
        guard night > 0 else { continue }
        seconds += night
        last = block.end
        guard first < 0 else { continue }
        first =
          block.pieces.lazy.map { evidence.timeline.pieces[Int($0)] }.first { piece in
            let shift = evidence.roster.shifts[Int(piece)]
            return clock.seconds(
              of: .legal, from: origin + Int64(shift.start), to: origin + Int64(shift.end)) > 0
          } ?? block.first
      }
      guard first >= 0 else { return }
      findings.append(
        Finding(
          .warning, from: evidence.roster.shifts[Int(first)].start, to: last, shift: first,
          measured: Fraction(seconds, 3600), limit: evidence.limits[most], .atMost, .hours))
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(context.name) har fritak fra natt, men har \(measured[.nb]) nattetid (aml. § 10-2 (2)).",
          en:
            "\(context.name) is exempt from nights, but has \(measured[.en]) at night (Working Environment Act § 10-2 (2))."
        ),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Flytt nettene; en uenighet kan bringes inn for tvisteløsningsnemnda (§ 10-13).
          """,
        en: """
          Move the nights; a dispute may be brought before the Dispute Resolution Board (§ 10-13).
          """))
  ]
}
