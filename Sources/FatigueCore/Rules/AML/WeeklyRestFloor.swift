/// Twenty-eight hours: the least weekly rest a local agreement can reach.
public enum WeeklyRestFloor {
  public static let floor = Limit(
    "AML-10-8-3W.floor", Localized(nb: "gulv for ukentlig hvile", en: "floor of the weekly rest"),
    .atLeast, Fraction(28), .hours, allowed: Fraction(28)...Fraction(72),
    reach: [AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-8-3W",
    lane: .law,
    title: Localized(
      nb: "Under gulvet på 28 timer ukentlig hvile",
      en: "Weekly rest under the 28 hour floor"),
    section: Localized(
      nb: "aml. § 10-8 (3)",
      en: "Working Environment Act § 10-8 (3)"),
    test: Localized(
      nb: """
        Den beste friperioden i en fast uke er under 28 timer. Lesningene er de samme som i \
        AML-10-8-2: svikter den mildeste, er det brudd; svikter bare de strengere, er det \
        omtvistet.
        """,
      en: """
        The best free stretch of a fixed week is under 28 hours. The readings are those of \
        AML-10-8-2: when the mildest fails it is a breach; when only the stricter ones fail it is \
        disputed.
        """),
    why: Localized(
      nb: """
        Så kort fri gir ikke rom for både en hel natt og en hel dag uten arbeid.
        """,
      en: """
        So short a rest has no room for both a whole night and a whole day without work.
        """),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)) kan gå under.
        """,
      en: """
        Only a union with the right of nomination (§ 10-12 (4)) can go below.
        """),
    remedies: remedies,
    limits: [floor],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (3) og § 10-12 (4)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["D ↓D D D D D D D D D D D - -", "D D D D D - - D D D D D - -"],
    isFloor: true,
    evaluate: { evidence, findings in
      let standard = evidence.limits.steps(floor)
      guard !evidence.timeline.blocks.isEmpty else { return }
      for week in evidence.weeks(withoutRest: standard) {
        guard
          var finding = WeeklyRestRule.finding(
            week, standard, evidence.limits[floor], evidence)
        else { continue }
        // Only more than a local agreement can go below (§ 10-12 (4)).
        if evidence.isAgreed(finding, by: .nationalUnion, WeeklyRestRule.minimum)
          || evidence.isAgreed(finding, by: .nationalUnion, floor)
        {
          continue
        }
        // A stretch cut off by the input may serve in the mildest reading alone when little of it
        // lies in the week; that is said by ``Finding/horizonTruncated``.
        if finding.readings.contains(.touches),
          week.cutInside < standard - PersonTimeline.periodRest
        {
          finding.status = evidence.lawStatus(pastFloor: true)
        }
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let week = context.roster.civil(finding.from).date.isoWeek.week
      return FindingText(
        Localized(
          nb: """
            \(context.name): lengste fri i uke \(week) er \(measured[.nb]), under gulvet på \(limit[.nb]) \
            (aml. § 10-8 (3)). Lokal avtale kan ikke gi dette.
            """,
          en: """
            \(context.name): the longest rest of week \(week) is \(measured[.en]), under the floor of \
            \(limit[.en]) (Working Environment Act § 10-8 (3)). A local agreement cannot give this.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Flytt en vakt nå. Er uken alt arbeidet, registrer det som brudd.",
        en: """
          Move a shift now. If the week has been worked, log it as a breach.
          """)),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg F1 ved siden av F2, slik at friperiodene henger sammen.",
        en: """
          Put the weekly day off (F1) next to the other (F2), so that they hang together.
          """)),
  ]
}
