import FatigueCore

/// Everything that has a page of its own: rules, measures, diagnostics and metrics.
enum ExplainedCode {
  case rule(Rule)
  case measure(Measure)
  case diagnostic(DiagnosticCode)
  case metric(Metric)

  static let all: [ExplainedCode] =
    RuleBook.rules.map(Self.rule) + MeasureBook.measures.map(Self.measure)
    + DiagnosticCode.all.map(Self.diagnostic) + MetricBook.all.map(Self.metric)

  static let ids: [String] = all.map(\.id)

  var id: String {
    switch self {
    case .rule(let rule): rule.id
    case .measure(let measure): measure.id
    case .diagnostic(let code): code.id
    case .metric(let metric): metric.id
    }
  }

  var title: Localized {
    switch self {
    case .rule(let rule): rule.title
    case .measure(let measure): measure.title
    case .diagnostic(let code): code.title
    case .metric(let metric): metric.title
    }
  }

  /// Its kind, as JSON has it.
  var word: String {
    switch self {
    case .rule: "rule"
    case .measure: "measure"
    case .diagnostic: "diagnostic"
    case .metric: "metric"
    }
  }

  /// The heading of its kind in a list.
  var kind: Localized {
    switch self {
    case .rule: Localized(nb: "Regler", en: "Rules")
    case .measure: Localized(nb: "Tiltak", en: "Measures")
    case .diagnostic: Localized(nb: "Det som ble lest", en: "What was read")
    case .metric: Localized(nb: "Tall for hver ansatt", en: "Figures for each employee")
    }
  }

  /// The page that a word means, however its letters are written.
  static func named(_ word: String) -> ExplainedCode? {
    let wanted = RuleBook.spelled(word)
    if let rule = RuleBook.rule(wanted) { return .rule(rule) }
    if let code = DiagnosticCode.named(wanted) { return .diagnostic(code) }
    if let measure = MeasureBook.measure(word.lowercased()) { return .measure(measure) }
    return MetricBook.metric(word).map(Self.metric)
  }

  /// What a word that has no page may have been meant for: ids that begin with it, else the nearest.
  static func near(_ word: String) -> [String] {
    let small = word.lowercased()
    let beginning = small.isEmpty ? [] : ids.filter { $0.lowercased().hasPrefix(small) }
    if !beginning.isEmpty { return Array(beginning.prefix(5)) }
    // Compared in small letters, so that `in-7x` is as near as `IN-7X`.
    let lowered = Dictionary(ids.map { ($0.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
    let near = NearestName.nearest(to: small, in: ids.map { $0.lowercased() })
    return near.flatMap { lowered[$0] }.map { [$0] } ?? []
  }
}
