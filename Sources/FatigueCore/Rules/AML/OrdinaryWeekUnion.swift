/// Fifty-four ordinary hours in a fixed week: the most that local union representatives can give.
public enum OrdinaryWeekUnion {
  public static let most = Limit(
    "AML-10-5-2W.union-week",
    Localized(
      nb: "tak for en uke ved avtale med tillitsvalgte",
      en: "ceiling of a week by agreement with the representatives"), .atMost,
    Fraction(54), .hours, allowed: Fraction(30)...Fraction(54),
    reach: [
      AgreementReach(.localUnion, .to(Fraction(54))), AgreementReach(.nationalUnion, .free),
    ])

  public static let rule = Rule(
    id: "AML-10-5-2W",
    lane: .law,
    title: Localized(
      nb: "Over 54 alminnelige timer på en uke",
      en: "More than 54 ordinary hours in a week"),
    section: Localized(
      nb: "aml. § 10-5 (2)", en: "Working Environment Act § 10-5 (2)"),
    test: Localized(
      nb: """
        Alminnelig arbeidstid i en fast uke er over 54 timer, som er det meste en lokal avtale med \
        tillitsvalgte kan gi.
        """,
      en: """
        Ordinary hours in a fixed week are over 54, the most that a local agreement with the union \
        representatives can give.
        """),
    why: Localized(
      nb: "Så mange timer på en uke lar seg ikke forene med nok søvn og en hel fridag.",
      en: "So many hours in a week cannot be combined with enough sleep and a whole day off."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)).
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)).
        """),
    remedies: [WeekHoursText.even],
    limits: [most],
    sources: WeekHoursText.sources,
    examples: ["L L L L ↓08:00-12:30 - -", "L L L L 08:00-12:00 - -"],
    explainedBy: ["AML-10-6-8X"],
    isFloor: true,
    evaluate: { evidence, findings in
      WeekHoursText.evaluate(evidence, most, .ordinary, &findings) {
        $0.map { $0 > .localUnion } ?? false
      }
    },
    describe: { finding, context in
      WeekHoursText.describe(
        finding, context,
        note: Localized(
          nb: " Lokal avtale kan ikke gi dette (aml. § 10-5 (2)).",
          en: " A local agreement cannot give this (Working Environment Act § 10-5 (2))."))
    })
}
