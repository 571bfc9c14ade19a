/// Where a rule has its authority. Lanes are counted apart and never added up.
public enum Lane: String, Sendable, CaseIterable {
  case law, agreement, research, model, data

  public var title: Localized {
    switch self {
    case .law: Localized(nb: "Lov", en: "Law")
    case .agreement: Localized(nb: "Avtale", en: "Agreement")
    case .research: Localized(nb: "Forskning", en: "Research")
    case .model: Localized(nb: "Modell", en: "Model")
    case .data: Localized(nb: "Data", en: "Data")
    }
  }
}

/// How a finding stands.
public enum FindingStatus: UInt8, Sendable, Comparable, CaseIterable {
  /// Yellow level of research, model and data.
  case note
  /// Red level of research, model and data.
  case warning
  /// Fails one accepted reading of the law, or needs an agreement that is not on file.
  case disputed
  /// Fails under every reading, with the agreements on file.
  case breach

  public static func < (a: FindingStatus, b: FindingStatus) -> Bool { a.rawValue < b.rawValue }

  /// The name in every machine format.
  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .disputed: "disputed"
    case .breach: "breach"
    }
  }

  public var title: Localized {
    switch self {
    case .note: Localized(nb: "merknad", en: "note")
    case .warning: Localized(nb: "advarsel", en: "warning")
    case .disputed: Localized(nb: "omtvistet", en: "disputed")
    case .breach: Localized(nb: "brudd", en: "breach")
    }
  }
}

/// A reading of a law text that somebody with a say holds, most lenient first.
public struct Reading: OptionSet, Sendable, Hashable {
  public var rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Weekly rest: any free stretch that overlaps the week counts.
  public static let touches = Reading(rawValue: 1)
  /// Weekly rest: most of it lies inside the week.
  public static let assigned = Reading(rawValue: 2)
  /// Weekly rest: all of it lies inside the week.
  public static let contained = Reading(rawValue: 4)
  /// Daily rest: 11 h between two main work periods.
  public static let gap = Reading(rawValue: 8)
  /// Daily rest: 11 h inside the 24 h from the start of a main work period.
  public static let window = Reading(rawValue: 16)
  /// Hours limits: several stretches added up on the default day, 00:00 to 24:00.
  public static let sum = Reading(rawValue: 32)
  /// Periods that follow one another from the first week of the plan.
  public static let fixed = Reading(rawValue: 64)
  /// Any period of that length.
  public static let rolling = Reading(rawValue: 128)

  private static let all: [(reading: Reading, name: String, title: Localized)] = [
    (
      .touches, "touches",
      Localized(nb: "en friperiode som berører uken", en: "a free stretch that touches the week")
    ),
    (
      .assigned, "assigned",
      Localized(
        nb: "minst hvilen uten en døgnhvile (24 av 35 t) ligger i uken",
        en: "at least the rest less a daily rest (24 of 35 h) lies in the week")
    ),
    (
      .contained, "contained",
      Localized(nb: "hele hvilen ligger i uken", en: "all of the rest lies in the week")
    ),
    (
      .gap, "gap",
      Localized(nb: "hvile mellom to hovedarbeidsperioder", en: "rest between two work periods")
    ),
    (
      .window, "window",
      Localized(
        nb: "hvile i de 24 timene fra vakten begynner", en: "rest in the 24 hours from the start")
    ),
    (
      .sum, "sum",
      Localized(nb: "vakter på samme døgn legges sammen", en: "duties on one day are added up")
    ),
    (
      .fixed, "fixed",
      Localized(
        nb: "perioder etter hverandre fra planens første uke",
        en: "periods one after another from the plan's first week")
    ),
    (
      .rolling, "rolling",
      Localized(nb: "enhver periode av den lengden", en: "any period of that length")
    ),
  ]

  /// The names of the readings, most lenient first.
  public var names: [String] { Self.all.filter { contains($0.reading) }.map(\.name) }

  /// What the readings say, most lenient first.
  public var titles: [Localized] { Self.all.filter { contains($0.reading) }.map(\.title) }
}
