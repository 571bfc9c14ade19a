/// Rest under eight hours, made up for twice over (police).
public enum PoliceRest {
  public static let least = Limit(
    "TAR-POLITI.rest", Localized(nb: "hvile uten kompensasjon", en: "rest without compensation"),
    .atLeast, Fraction(8), .hours, allowed: Fraction(6)...Fraction(11))
  public static let factor = Limit(
    "TAR-POLITI.factor",
    Localized(nb: "timer tilbake per time som mangler", en: "hours back for each that is missing"),
    .atLeast, Fraction(2), .count, allowed: Fraction(1)...Fraction(4), isParameter: true)
  public static let within = Limit(
    "TAR-POLITI.within", Localized(nb: "gis normalt innen", en: "normally given within"), .atMost,
    Fraction(48), .hours, allowed: Fraction(12)...Fraction(336), isParameter: true)

  public static let rule = Rule(
    id: "TAR-POLITI",
    lane: .agreement,
    title: Localized(
      nb: "Under 8 timer hvile, dobbel kompensasjon", en: "Rest under 8 hours, made up twice"),
    section: Localized(
      nb: "arbeidstidsbestemmelsene i politiet", en: "working-time regulation of the police"),
    test: Localized(
      nb: """
        Hvilen mellom to arbeidsperioder er under 8 timer. Hver time som mangler på 8, gir to \
        tilbake, normalt innen 48 timer. Om de er gitt, kan ikke leses av planen. En god modell for \
        en lokal avtale.
        """,
      en: """
        The rest between two work periods is under 8 hours. Each hour missing of 8 gives two back, \
        normally within 48 hours. Whether they were given cannot be read from the plan. A good \
        model for a local clause.
        """),
    why: Localized(
      nb: "Den som tapte søvn, får den tilbake mens den trengs.",
      en: "One who lost sleep gets it back while it is needed."),
    deviation: Localized(
      nb: "Partene i avtalen.", en: "The parties to the agreement."),
    remedies: remedies,
    limits: [least, factor, within],
    sources: [
      RuleSource(
        Localized(nb: "Politiforum om § 4", en: "Politiforum on § 4"), .secondary)
    ],
    examples: ["D+↓N - -", "A D - -"],
    explainedBy: ["AML-10-8-3D"],
    standing: .off(Localized(nb: "gjelder politiet", en: "holds for the police")),
    evaluate: { evidence, findings in
      guard evidence.belongs(to: "politi") else { return }
      for rest in evidence.timeline.shortRests(under: PersonTimeline.periodRest)
      where rest.certain {
        guard var finding = ShortRestText.finding(rest, least, evidence),
          finding.readings.contains(.gap)
        else { continue }
        finding.status = finding.agreement >= 0 ? .breach : .warning
        finding.readings = []
        let owed =
          (finding.limit - finding.measured) * evidence.limits[factor] * Fraction(3600)
        finding.detail = Int32(clamping: owed.numerator / owed.denominator)
        finding.balance = Int32(
          clamping: Int64(rest.to) + evidence.limits.steps(within))
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let owed = Elapsed(seconds: Int64(finding.detail)).text
      let (from, until) = (context.moment(finding.from), context.moment(finding.balance))
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(measured[.nb]) hvile fra \(from[.nb]) mot avtalt \(limit[.nb]). Det \
            gir \(owed[.nb]) tilbake, normalt innen \(until[.nb]).
            """,
          en: """
            \(context.name): \(measured[.en]) of rest from \(from[.en]) against the agreed \
            \(limit[.en]). This gives \(owed[.en]) back, normally by \(until[.en]).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Gi de kompenserende timene før fristen.",
        en: "Give the compensating hours before the time is up.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Avtal dobbel kompensasjon lokalt, og hindre at den trengs.",
        en: "Agree on double compensation locally, and keep it from being needed.")),
  ]
}
