/// Hours of night work.
public enum NightWorkHours {
  public static let most = Limit(
    "AML-10-11-1.hours",
    Localized(
      nb: "timer som gjør en vakt til nattvakt", en: "hours that make a shift a night shift"),
    .atMost, Fraction(3), .hours, allowed: Fraction(3)...Fraction(3))

  public static let rule = Rule(
    id: "AML-10-11-1",
    lane: .law,
    title: Localized(
      nb: "Nattarbeid",
      en: "Night work"),
    section: Localized(
      nb: "aml. § 10-11 (1) og (6)",
      en: "Working Environment Act § 10-11 (1) and (6)"),
    test: Localized(
      nb: """
        Timer mellom kl. 21 og 06; mer enn tre gjør vakten til nattarbeid i lovens mening. Et mål, \
        ikke et funn. Klokkeskiftet regnes med.
        """,
      en: """
        Hours between 21:00 and 06:00; more than three make the shift night work by the Act. A \
        measure, not a finding. The change of the clock counts.
        """),
    why: Localized(
      nb: """
        Nattarbeid er bare tillatt når arbeidets art gjør det nødvendig.
        """,
      en: """
        Night work is only permitted where its nature makes it necessary.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-11 (1) og (6)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    isMeasure: true,
    evaluate: { evidence, findings in
      var clock = evidence.cursor
      let origin = evidence.roster.origin.seconds
      for piece in evidence.timeline.pieces {
        let shift = evidence.roster.shifts[Int(piece)]
        let night = clock.seconds(
          of: .legal, from: origin + Int64(shift.start), to: origin + Int64(shift.end))
        guard night > evidence.limits.steps(Self.most) else { continue }
        findings.append(
          Finding(
            .note, from: shift.start, to: shift.end, shift: piece, measured: Fraction(night, 3600),
            limit: evidence.limits[Self.most], .atMost, .hours))
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(nb: "\(measured[.nb]) er nattarbeid.", en: "\(measured[.en]) are night work."),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Til orientering.",
        en: "For information."))
  ]
}
