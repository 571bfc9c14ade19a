/// A named choice of packs.
public struct RuleProfile: Sendable {
  public let id: String
  public let title: Localized
  public let packs: [String]

  /// Health care in Norway (`DESIGN` 2.18).
  public static let standard = RuleProfile(
    id: "no-helse",
    title: Localized(
      nb: "helsetjenesten i Norge: lov, forskning og modell",
      en: "health care in Norway: law, research and model"),
    packs: ["AML", "EVID", "ORG", "DATA", "MOD", "EMP", "AT"])

  public static let all: [RuleProfile] = [
    standard,
    RuleProfile(
      id: "no-avtale",
      title: Localized(
        nb: "som no-helse, med avtalenormene", en: "as no-helse, with the norms of agreements"),
      packs: standard.packs + ["TAR"]),
    RuleProfile(
      id: "eu",
      title: Localized(
        nb: "andre land i EU: arbeidstidsdirektivet, forskning og modell",
        en: "elsewhere in the EU: the Working Time Directive, research and model"),
      packs: ["EU", "EVID", "ORG", "DATA", "MOD"]),
  ]

  public static func named(_ id: String) -> RuleProfile? { all.first { $0.id == id } }
}
