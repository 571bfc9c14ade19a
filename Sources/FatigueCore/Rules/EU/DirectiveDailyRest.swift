/// Eleven hours of rest in every twenty-four (article 3).
public enum DirectiveDailyRest {
  public static let least = Limit(
    "EU-3.daily-rest", Localized(nb: "daglig hvile", en: "daily rest"), .atLeast, Fraction(11),
    .hours, allowed: Fraction(8)...Fraction(24), reach: DirectiveText.reach)

  public static let rule = Rule(
    id: "EU-3",
    lane: .law,
    title: Localized(
      nb: "Under 11 timer daglig hvile (arbeidstidsdirektivet)",
      en: "Daily rest under 11 hours (Working Time Directive)"),
    section: DirectiveText.section("3"),
    test: Localized(
      nb: """
        Hvilen mellom to hovedarbeidsperioder er under 11 timer, eller vakten er så lang at det \
        ikke er 11 timer sammenhengende fri i de 24 timene fra den begynte (da omtvistet).
        """,
      en: """
        The rest between two main work periods is under 11 hours, or the duty is so long that no \
        11 free hours are left of the 24 hours from its start (then disputed).
        """),
    why: Localized(
      nb: "Av 11 timer går tid til reise, mat og stell; det som er igjen, er søvnen.",
      en: "Of 11 hours some go to travel, meals and care; what is left is the sleep."),
    deviation: DirectiveText.deviation,
    remedies: DirectiveText.moveOne,
    limits: [least],
    sources: [
      DirectiveText.source("3"),
      RuleSource(
        Localized(
          nb: "Målt mellom hovedarbeidsperioder, som i AML-10-8-1",
          en: "Measured between main work periods, as in AML-10-8-1"), .derived),
    ],
    examples: ["A ↓D -", "↓07:00-21:00 - -", "D A N - -"],
    explainedBy: ["AML-10-8-1", "AML-10-8-3D"],
    evaluate: { evidence, findings in
      for rest in evidence.timeline.shortRests(under: evidence.limits.steps(least)) {
        guard var finding = ShortRestText.finding(rest, least, evidence) else { continue }
        if rest.certain { finding.status = evidence.lawStatus(least, measured: finding.measured) }
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let text = ShortRestText(finding, context)
      guard !text.isSpread else {
        return FindingText(
          Localized(
            nb: """
              \(context.name): EU-regel, \(text.measured[.nb]) sammenhengende fri i de 24 timene \
              etter at vakten \(text.from[.nb]) begynte, mot \(text.limit[.nb]) (artikkel 3).
              """,
            en: """
              \(context.name): EU rule, \(text.measured[.en]) free in one stretch in the 24 hours \
              from the start of the duty on \(text.from[.en]), against \(text.limit[.en]) (article \
              3).
              """), text.spreadRemedies)
      }
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, \(text.measured[.nb]) fri mellom \(text.from[.nb]) og \
            \(text.to[.nb]), mot \(text.limit[.nb]) (artikkel 3).
            """,
          en: """
            \(context.name): EU rule, \(text.measured[.en]) free between \(text.from[.en]) and \
            \(text.to[.en]), against \(text.limit[.en]) (article 3).
            """), text.gapRemedies)
    })
}
