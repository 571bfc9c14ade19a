/// Measures of the traffic lights whose cut-offs were not found.
enum FIOHDocumented {
  static let all: [Rule] = [
    rule(
      "FIOH-N",
      Localized(
        nb: "Netter på rad",
        en: "Nights in a row"),
      test: Localized(
        nb: """
          Netter på rad og antall netter; høyst tre er anbefalt, men den firedelte tabellen er \
          ikke funnet.
          """,
        en: """
          Nights in a row and number of nights; at most three are preferred, but the four-level \
          table was not found.
          """)),
    rule(
      "FIOH-R1",
      Localized(
        nb: "Korte hviler",
        en: "Short rests"),
      test: Localized(
        nb: """
          Hviler under 11 timer; målet er null, grensene er ikke funnet.
          """,
        en: """
          Rests under 11 hours; the aim is none, the cut-offs were not found.
          """)),
    rule(
      "FIOH-R2",
      Localized(
        nb: "Fri etter siste natt",
        en: "Free time after the last night"),
      test: Localized(
        nb: """
          Fri etter siste natt; 28 timer er brukt i registerforskningen, etter hukommelsen.
          """,
        en: """
          Free time after the last night; 28 hours are used in the register research, recalled.
          """)),
    rule(
      "FIOH-S",
      Localized(
        nb: "Frihelger, enslige fridager og ønsker",
        en: "Free weekends, lone days off and wishes"),
      test: Localized(
        nb: """
          Frihelger, enslige fridager og innfridde ønsker; grensene er ikke funnet.
          """,
        en: """
          Free weekends, lone days off and granted wishes; the cut-offs were not found.
          """)),
  ]

  private static func rule(_ id: String, _ title: Localized, test: Localized) -> Rule {
    Rule(
      id: id, lane: .research, title: title,
      section: Localized(
        nb: "FIOH, trafikklys",
        en: "FIOH, traffic lights"),
      test: test,
      why: Localized(
        nb: """
          Instituttet mener at rødt ikke bør stå i en plan i det hele tatt. Nivåene vurderes over \
          3–4 uker; gjentakelse teller.
          """,
        en: """
          The institute holds that red should not stand in a plan at all. The levels are judged \
          over 3–4 weeks; repetition counts.
          """),
      remedies: [
        Remedy(
          .organisation,
          Localized(
            nb: "Se reglene EVID-N3, EVID-QR11, EVID-REC48 og EVID-WE.",
            en: "See the rules EVID-N3, EVID-QR11, EVID-REC48 and EVID-WE."))
      ],
      limits: [],
      sources: [
        RuleSource(
          Localized(
            nb: """
              FIOH, trafikklys for periodearbeid (eldre side; oppdatert 2024, ikke lest)
              """,
            en: """
              FIOH, traffic lights for period-based work (older page; updated 2024, not read)
              """), .primary,
          url:
            "https://www.ttl.fi/tyontekija/tyoaika/tyoaikojen-kuormittavuuden-arviointi/tyoaikojen-kuormittavuuden-arviointi-jaksotyossa/"
        )
      ],
      examples: [],
      standing: .documented(
        Localized(
          nb: "publisert grense",
          en: "a published limit")),
      describe: { _, _ in FindingText(test, []) })
  }
}
