/// Eight hours: the least daily rest a local agreement can reach.
public enum DailyRestFloor {
  public static let floor = Limit(
    "AML-10-8-3D.floor", Localized(nb: "gulv for daglig hvile", en: "floor of the daily rest"),
    .atLeast, Fraction(8), .hours, allowed: Fraction(8)...Fraction(24),
    reach: [AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-8-3D",
    lane: .law,
    title: Localized(nb: "Under gulvet på 8 timer hvile", en: "Rest under the 8 hour floor"),
    section: Localized(nb: "aml. § 10-8 (3)", en: "Working Environment Act § 10-8 (3)"),
    test: Localized(
      nb: "Hvilen mellom to hovedarbeidsperioder er under 8 timer.",
      en: "The rest between two main work periods is under 8 hours."),
    why: Localized(
      nb: "Så kort fri gir ikke tid til en hel søvn, uansett hvor kort reiseveien er.",
      en: "So short a rest leaves no time for a whole sleep, however short the way home."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)) kan gå under. Gulvet gjelder ikke \
        arbeid ut over avtalt arbeidstid eller utrykning som må til for å unngå alvorlige \
        driftsforstyrrelser, når det er avtalt.
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)) can go below. The floor does not hold for work beyond \
        agreed hours or call-outs needed to avoid serious disruption, where that is agreed.
        """),
    remedies: [
      Remedy(
        .leader,
        Localized(
          nb: "Ta bort én av vaktene nå. Er den alt arbeidet, før det som brudd.",
          en: "Take away one of the shifts now. If it has been worked, log it as a breach.")),
      Remedy(
        .leader,
        Localized(
          nb: "Undersøk om en sentral avtale dekker personen.",
          en: "Find out whether a central agreement covers the person.")),
    ],
    limits: [floor],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (3) og § 10-12 (4)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["N ↓A - -", "D+↓N - -", "A D -"],
    explainedBy: ["AML-10-6-9D"],
    isFloor: true,
    evaluate: { evidence, findings in
      // The same rests as the main rule, so that a duty is read as spread out or not just once.
      for rest in evidence.timeline.shortRests(under: PersonTimeline.periodRest) {
        guard var finding = ShortRestText.finding(rest, floor, evidence) else { continue }
        finding.status = rest.certain ? .breach : .disputed
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let text = ShortRestText(finding, context)
      guard !text.isSpread else {
        return FindingText(
          Localized(
            nb: """
              \(context.name): vakten som begynte \(text.from[.nb]), gir bare \
              \(text.measured[.nb]) sammenhengende fri i løpet av 24 timer, under gulvet på \
              \(text.limit[.nb]) (aml. § 10-8 (3)). Om gulvet skal måles slik, er omtvistet.
              """,
            en: """
              \(context.name): the duty that began on \(text.from[.en]) leaves only \
              \(text.measured[.en]) free in one stretch within 24 hours, under the floor of \
              \(text.limit[.en]) (Working Environment Act § 10-8 (3)). Whether the floor is to be \
              measured so is disputed.
              """), text.spreadRemedies)
      }
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(text.measured[.nb]) hvile mellom \(text.from[.nb]) og \
            \(text.to[.nb]) er under gulvet på \(text.limit[.nb]) (aml. § 10-8 (3)). Lokal avtale \
            kan ikke gi dette.
            """,
          en: """
            \(context.name): \(text.measured[.en]) of rest between \(text.from[.en]) and \
            \(text.to[.en]) is under the floor of \(text.limit[.en]) (Working Environment Act \
            § 10-8 (3)). A local agreement cannot give this.
            """), text.floorRemedies)
    })
}
