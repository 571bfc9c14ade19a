import FatigueCore

/// What a shell offers as the value of an option, or as what is to be explained.
enum CompletionWords {
  /// Words of an option whose values are a closed set.
  static func of(_ option: OptionSpec) -> [String] {
    switch option.name {
    case .failOn: FailureLevel.allCases.map(\.rawValue)
    case .failIf: ["worse"] + ComparisonLane.allCases.map(\.rawValue)
    default: option.value?.choices ?? []
    }
  }

  /// What `explain` takes.
  static let codes = ExplainedCode.ids
  /// Packs, which are beginnings of ids, and the ids.
  static let rules = RuleBook.packs + RuleBook.rules.map(\.id)
  /// Up to the value.
  static let limits = RuleBook.rules.flatMap { $0.limits.map { $0.id + "=" } }
}
