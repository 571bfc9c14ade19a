import FatigueCore

/// `fatigue explain CODE…`
enum ExplainCommand {
  private enum Page {
    case rule(Rule)
    case diagnostic(DiagnosticCode)
    case measure(Measure)
  }

  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    var pages: [Page] = []
    for code in context.settings.operands { pages.append(try page(code)) }
    return context.deliver { format, terminal, sink in
      for (index, page) in pages.enumerated() {
        if index > 0 { sink.append("\n") }
        switch (page, format) {
        case (.rule(let rule), "markdown"):
          sink.append(RuleMarkdown.page(rule, terminal.language))
        case (.diagnostic(let code), "markdown"):
          sink.append(RuleMarkdown.page(code, terminal.language))
        case (.measure(let measure), "markdown"):
          sink.append(RuleMarkdown.page(measure, terminal.language))
        case (.measure(let measure), _): sink.append(RulePage.text(measure, terminal))
        case (.rule(let rule), _): sink.append(RulePage.text(rule, terminal))
        case (.diagnostic(let code), _): sink.append(RulePage.text(code, terminal))
        }
      }
    }
  }

  private static func page(_ code: String) throws(UsageError) -> Page {
    let wanted = RuleBook.spelled(code)
    if let rule = RuleBook.rule(wanted) { return .rule(rule) }
    if let diagnostic = DiagnosticCode.all.first(where: { $0.id == wanted }) {
      return .diagnostic(diagnostic)
    }
    let small = code.lowercased()
    if let measure = MeasureBook.measure(small) { return .measure(measure) }
    let known = RuleBook.rules.map(\.id) + DiagnosticCode.all.map(\.id)
    let near =
      NearestName.nearest(to: wanted, in: known)
      ?? NearestName.nearest(to: small, in: MeasureBook.measures.map(\.id))
    throw .other(
      Localized(nb: "ukjent kode \(code)", en: "unknown code \(code)"),
      hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
        ?? Localized(nb: "fatigue rules viser alle", en: "fatigue rules lists them all"))
  }
}
