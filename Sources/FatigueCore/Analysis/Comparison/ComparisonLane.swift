/// What two plans are weighed by: the lanes of findings and, beside them, free time. They are never added
/// up: nobody's better sleep pays for another's weekends.
public enum ComparisonLane: String, Sendable, CaseIterable {
  case law, agreement, research, model
  /// What the plan leaves of free time; no rule's lane.
  case timeOff

  public init?(_ lane: Lane) {
    switch lane {
    case .law: self = .law
    case .agreement: self = .agreement
    case .research: self = .research
    case .model: self = .model
    case .data: return nil
    }
  }

  public var title: Localized {
    switch self {
    case .law: Lane.law.title
    case .agreement: Lane.agreement.title
    case .research: Lane.research.title
    case .model: Lane.model.title
    case .timeOff: Localized(nb: "Fritid", en: "Time off")
    }
  }
}

/// How it goes for somebody, or for everybody, from one plan to the other.
public enum ComparisonVerdict: String, Sendable, CaseIterable {
  /// Worse in something, whatever is better besides.
  case worse
  /// Better in something and worse in nothing.
  case better
  case same
}
