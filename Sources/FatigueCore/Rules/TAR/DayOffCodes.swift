/// What the day-off codes F1 to F5 mean. They come from the parties, not from the Act, and have no
/// test of their own.
enum DayOffCodes {
  static let all: [Rule] = [
    rule(
      1, Localized(nb: "Ukentlig fridag etter loven", en: "Weekly day off by the Act"),
      Localized(
        nb: """
          F1 er den ukentlige fridagen etter loven: 35 timer sammenhengende fri, eller 28 der det \
          er avtalt. Lengden prøves av AML-10-8-2 og TAR-F1LEN.
          """,
        en: """
          F1 is the weekly day off by the Act: 35 hours free in one stretch, or 28 where agreed. \
          Its length is tested by AML-10-8-2 and TAR-F1LEN.
          """)),
    rule(
      2, Localized(nb: "Ekstra ukefridag", en: "Extra weekly day off"),
      Localized(
        nb: "F2 er den andre fridagen i en femdagersuke. Ingen regel om lengde.",
        en: "F2 is the other day off of a five-day week. No rule on its length.")),
    rule(
      3, Localized(nb: "Fri på søn- eller helgedag", en: "Day off on a Sunday or holiday"),
      Localized(
        nb: """
          F3 er fri på en søn- eller helgedag fordi § 10-8 (4) gir den, uten trekk i lønn. \
          Søndagene prøves av AML-10-8-4S, -4A og -4F.
          """,
        en: """
          F3 is a day off on a Sunday or holiday because § 10-8 (4) gives it, without a cut in pay. \
          Sundays are tested by AML-10-8-4S, -4A and -4F.
          """)),
    rule(
      4, Localized(nb: "Fri i stedet for helgetillegg", en: "Time off instead of holiday pay"),
      Localized(
        nb: "F4 er fri tatt ut i stedet for betaling for arbeid på helgedag.",
        en: "F4 is time off taken instead of holiday pay.")),
    rule(
      5, Localized(nb: "Erstatning for F1 på helgedag", en: "Replacement of F1 on a holiday"),
      Localized(
        nb: """
          F5 erstatter en F1 som faller på en helgedag mellom to søndager. Gjelder ikke i Oslo \
          kommune, staten og NHO-området.
          """,
        en: """
          F5 replaces an F1 that falls on a holiday between two Sundays. Not in Oslo municipality, \
          the state and the NHO area.
          """)),
  ]

  private static func rule(_ number: Int, _ title: Localized, _ test: Localized) -> Rule {
    Rule(
      id: "TAR-F\(number)",
      lane: .agreement,
      title: Localized(nb: "F\(number): \(title.nb)", en: "F\(number): \(title.en)"),
      section: Localized(nb: "fridagskoder i avtalene", en: "day-off codes of the agreements"),
      test: test,
      why: Localized(
        nb: "Kodene viser hva en fridag er gitt for, og hva den ikke kan brukes til.",
        en: "The codes show what a day off is given for, and what it cannot be used for."),
      remedies: [
        Remedy(
          .organisation,
          Localized(
            nb: "Skriv kodene i planen, og avtal hva de betyr.",
            en: "Write the codes into the plan, and agree on what they mean."))
      ],
      limits: [],
      sources: [AgreementNorm.dayOffCodes],
      examples: [],
      standing: .documented(Localized(nb: "publisert grense", en: "a published limit")),
      describe: { _, _ in FindingText(test, []) })
  }
}
