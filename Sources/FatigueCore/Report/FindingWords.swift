extension Finding {
  /// How far past the limit, in its unit, so that the worst of a rule comes first.
  public var excess: Double {
    let (measured, limit) = (measured.value, limit.value)
    return relation == .atLeast || relation == .above ? limit - measured : measured - limit
  }

  /// ``excess`` as a share of the limit, for findings of different rules; of a limit of nothing by itself.
  var excessShare: Double {
    let limit = abs(limit.value)
    return limit > 0 ? excess / limit : excess
  }

  /// Whether one finding is graver than another of its rule: by status, then how far past the limit.
  static func isGraver(_ a: Finding, _ b: Finding) -> Bool {
    a.status != b.status ? a.status > b.status : a.excess > b.excess
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
