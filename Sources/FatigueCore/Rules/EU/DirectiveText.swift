/// What the rules of the Working Time Directive share.
enum DirectiveText {
  static func source(_ articles: String) -> RuleSource {
    RuleSource(
      Localized(
        nb: "Direktiv 2003/88/EF artikkel \(articles)",
        en: "Directive 2003/88/EC article \(articles)"), .secondary)
  }

  static func section(_ articles: String) -> Localized {
    Localized(
      nb: "direktiv 2003/88/EF artikkel \(articles)",
      en: "Directive 2003/88/EC article \(articles)")
  }

  /// Articles 17 and 18.
  static let deviation = Localized(
    nb: """
      Landets lov eller tariffavtale kan fravike (artikkel 17 og 18), som regel mot tilsvarende \
      kompenserende hvile. I Norge er det arbeidsmiljøloven som gjelder; dette er bakgrunn.
      """,
    en: """
      The law of the country or a collective agreement may depart from it (articles 17 and 18), as \
      a rule against equivalent compensating rest. In Norway the Working Environment Act holds; \
      this is background.
      """)

  /// Collective agreements, also local ones where a wider one opens for it, may depart without a
  /// number (article 18).
  static let reach = [
    AgreementReach(.localUnion, .free), AgreementReach(.nationalUnion, .free),
  ]

  static let moveOne = [
    Remedy(
      .leader,
      Localized(
        nb: "Flytt eller bytt én av vaktene, så hvilen blir hel.",
        en: "Move or swap one of the shifts, so that the rest is whole.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg grunnplanen slik at vaktfølgen gir hvilen uten bytter.",
        en: "Lay the base plan so that the order of shifts gives the rest without swaps.")),
  ]

  static let fewerHours = [
    Remedy(
      .leader,
      Localized(
        nb: "Kort ned vakten, eller gi en del av den til en annen.",
        en: "Shorten the duty, or give a part of it to somebody else.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg grunnplanen med kortere vakter eller mer fri imellom.",
        en: "Lay the base plan with shorter shifts or more time between them.")),
  ]
}

extension Evidence {
  /// How many seconds longer the work between two moments looks on the wall clock.
  func workClockExcess(from: Int32, to: Int32) -> Int64 {
    var excess: Int64 = 0
    for block in timeline.blocks[timeline.block(endingAfter: from)...] {
      if block.start >= to { break }
      guard block.startOffset != block.endOffset else { continue }
      excess += wallClockExcess(from: max(block.start, from), to: min(block.end, to))
    }
    return excess
  }
}
