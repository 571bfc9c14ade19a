/// Hours of Sunday and holiday work.
public enum SundayWorkHours {
  public static let most = Limit(
    "AML-10-10-1.hours",
    Localized(nb: "timer søn- og helgedagsarbeid", en: "hours of Sunday and holiday work"), .atMost,
    Fraction(0), .hours, allowed: Fraction(0)...Fraction(0))

  public static let rule = Rule(
    id: "AML-10-10-1",
    lane: .law,
    title: Localized(
      nb: "Søn- og helgedagsarbeid",
      en: "Sunday and holiday work"),
    section: Localized(
      nb: "aml. § 10-10 (1)",
      en: "Working Environment Act § 10-10 (1)"),
    test: Localized(
      nb: """
        Timer fra kl. 18 dagen før en søn- eller helgedag (kl. 15 på jul-, påske- og pinseaften; \
        kl. 22 før 1. og 17. mai) til kl. 22 dagen før neste virkedag. Et mål, ikke et funn.
        """,
      en: """
        Hours from 18:00 on the day before a Sunday or holiday (15:00 on Christmas Eve, Easter Eve \
        and Whit Eve; 22:00 before 1 and 17 May) to 22:00 on the day before the next working day. \
        A measure, not a finding.
        """),
    why: Localized(
      nb: """
        Slikt arbeid er bare tillatt når arbeidets art gjør det nødvendig.
        """,
      en: """
        Such work is only permitted where its nature makes it necessary.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-10 (1)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    isMeasure: true,
    evaluate: { evidence, findings in
      for piece in evidence.timeline.pieces {
        let shift = evidence.roster.shifts[Int(piece)]
        let work = evidence.sundays.work(
          from: evidence.roster.instant(shift.start), to: evidence.roster.instant(shift.end))
        guard work.elapsed > .zero else { continue }
        var finding = Finding(
          .note, from: shift.start, to: shift.end, shift: piece,
          measured: Fraction(work.elapsed.seconds, 3600), limit: Fraction(0), .atMost, .hours)
        finding.detail = work.isMarginalOnly ? 1 : 0
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb:
            "\(measured[.nb]) er søn- eller helgedagsarbeid\(finding.detail == 1 ? " (marginalt)" : "").",
          en:
            "\(measured[.en]) are Sunday or holiday work\(finding.detail == 1 ? " (marginal)" : "")."
        ), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Til orientering.",
        en: "For information."))
  ]
}
