/// What the rules on ordinary hours in a day share.
enum OrdinaryDayText {
  /// Whose agreement would give the hours.
  enum Step {
    case main, individual, localUnion
  }

  /// The ceilings of the agreements in § 10-5 (1) and (2), in seconds: days between two of them need
  /// the same agreement.
  static let ceilings: [Int64] = [36_000, 45_000]

  static let sources =
    [
      RuleSource(
        "Arbeidsmiljøloven § 10-4 (1) og § 10-5 (1)–(3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ] + LongDayText.sources.dropFirst()

  static func describe(
    _ finding: Finding, _ context: FindingContext, _ step: Step
  ) -> FindingText {
    var text = LongDayText.describe(finding, context, ordinary: true)
    if finding.balance > 1 {
      text.message =
        text.message
        + Localized(
          nb: " Det gjelder \(finding.balance) døgn i planen; dette er det lengste.",
          en: " It holds for \(finding.balance) days of the plan; this is the longest.")
    }
    text.message = text.message + note(step)
    return text
  }

  private static func note(_ step: Step) -> Localized {
    switch step {
    case .main:
      Localized(
        nb: " Mer krever skriftlig avtale om gjennomsnittsberegning (aml. § 10-5).",
        en: " More needs a written averaging agreement (Working Environment Act § 10-5).")
    case .individual:
      Localized(
        nb: " Mer krever avtale med tillitsvalgte (aml. § 10-5 (2)).",
        en:
          " More needs an agreement with the representatives (Working Environment Act § 10-5 (2)).")
    case .localUnion:
      Localized(
        nb: " Lokal avtale kan ikke gi dette (aml. § 10-5 (2)).",
        en: " A local agreement cannot give this (Working Environment Act § 10-5 (2)).")
    }
  }
}
