/// The other limits of the contract, for reference.
enum NHSDocumented {
  static let all: [Rule] = [
    rule(
      "NHS-48",
      Localized(
        nb: "48 timer i snitt",
        en: "48 hours on average"),
      test: Localized(
        nb: "Snitt over 48 timer i uken.",
        en: "A mean over 48 hours a week.")),
    rule(
      "NHS-72",
      Localized(
        nb: "72 timer på sju døgn",
        en: "72 hours in seven days"),
      test: Localized(
        nb: "Over 72 timer på sju døgn.",
        en: "Over 72 hours in seven days.")),
    rule(
      "NHS-13",
      Localized(
        nb: "Vakt på 13 timer",
        en: "Shift of 13 hours"),
      test: Localized(
        nb: "En vakt over 13 timer.",
        en: "A shift over 13 hours.")),
    rule(
      "NHS-LONG5",
      Localized(
        nb: "Fem lange vakter",
        en: "Five long shifts"),
      test: Localized(
        nb: "Fem vakter over 10 timer, deretter 48 timer fri.",
        en: "Five shifts over 10 hours, then 48 hours off.")),
    rule(
      "NHS-LATE4",
      Localized(
        nb: "Fire lange senvakter",
        en: "Four long late shifts"),
      test: Localized(
        nb: """
          Fire vakter over 10 timer som slutter etter kl. 23, deretter 48 timer fri.
          """,
        en: """
          Four shifts over 10 hours that end after 23:00, then 48 hours off.
          """)),
    rule(
      "NHS-8ROW",
      Localized(
        nb: "Åtte vakter på rad",
        en: "Eight shifts in a row"),
      test: Localized(
        nb: "Åtte vakter på rad, deretter 48 timer fri.",
        en: "Eight shifts in a row, then 48 hours off.")),
    rule(
      "NHS-WE2",
      Localized(
        nb: "Annenhver helg",
        en: "Every second weekend"),
      test: Localized(
        nb: "Arbeid mer enn annenhver helg.",
        en: "Work more than every second weekend.")),
  ]

  private static func rule(_ id: String, _ title: Localized, test: Localized) -> Rule {
    Rule(
      id: id, lane: .research, title: title,
      section: Localized(
        nb: "NHS-kontrakten",
        en: "the NHS contract"),
      test: test,
      why: Localized(
        nb: "En annen stor helsetjeneste, til sammenligning.",
        en: "Another large health service, for comparison."),
      remedies: [
        Remedy(
          .organisation,
          Localized(
            nb: "Bare til sammenligning.",
            en: "For comparison only."))
      ],
      limits: [],
      sources: [
        RuleSource(
          Localized(
            nb: """
              NHS Employers: vilkår for leger i spesialisering i England, 2016 og 2019
              """,
            en: """
              NHS Employers: contract of resident doctors in England, 2016 and 2019
              """), .primary)
      ],
      examples: [],
      standing: .documented(
        Localized(
          nb: "prøve i denne utgaven: bare til sammenligning",
          en: "a test in this build: for reference only")),
      describe: { _, _ in FindingText(test, []) })
  }
}
