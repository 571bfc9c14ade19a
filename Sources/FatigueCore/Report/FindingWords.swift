extension Finding {
  /// How far past the limit, as a share of it, so that the worst of a rule comes first.
  public var excess: Double {
    let (measured, limit) = (measured.value, limit.value)
    return relation == .atLeast ? limit - measured : measured - limit
  }
}

extension FindingStatus {
  /// `brudd`, `advarsler`
  public func plural(_ count: Int) -> Localized {
    guard count != 1 else { return title }
    return switch self {
    case .breach: Localized(nb: "brudd", en: "breaches")
    case .disputed: Localized(nb: "omtvistet", en: "disputed")
    case .warning: Localized(nb: "advarsler", en: "warnings")
    case .note: Localized(nb: "merknader", en: "notes")
    }
  }

  /// The sign of a status where any character can be shown; its word always stands beside it.
  public var sign: String {
    switch self {
    case .breach: "▲"
    case .disputed: "△"
    case .warning: "◆"
    case .note: "●"
    }
  }
}
