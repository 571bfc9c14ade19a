import FatigueCore

/// `fatigue explain CODE…` and `fatigue explain --list [BEGINNING…]`, in text, JSON or Markdown.
enum ExplainCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let words = context.settings.operands
    guard !context.settings.lists else {
      let listed = try listed(words)
      return context.deliver { format, terminal, sink in
        switch format {
        case "json": sink.append(json(listed, context.settings.reportLanguage))
        case "markdown": sink.append(markdown(listed, terminal.language))
        default: sink.append(text(listed, terminal))
        }
      }
    }
    var pages: [ExplainedCode] = []
    for word in words { pages.append(try page(word)) }
    return context.deliver { format, terminal, sink in
      if format == "json" {
        return sink.append(json(of: pages, context.settings.reportLanguage))
      }
      for (index, page) in pages.enumerated() {
        if index > 0 { sink.append("\n") }
        sink.append(
          format == "markdown" ? markdown(page, terminal.language) : text(page, terminal))
      }
    }
  }

  private static func text(_ page: ExplainedCode, _ terminal: Terminal) -> String {
    switch page {
    case .rule(let rule): RulePage.text(rule, terminal)
    case .measure(let measure): RulePage.text(measure, terminal)
    case .diagnostic(let code): RulePage.text(code, terminal)
    case .metric(let metric): RulePage.text(metric, terminal)
    }
  }

  private static func markdown(_ page: ExplainedCode, _ language: Language) -> String {
    switch page {
    case .rule(let rule): RuleMarkdown.page(rule, language)
    case .measure(let measure): RuleMarkdown.page(measure, language)
    case .diagnostic(let code): RuleMarkdown.page(code, language)
    case .metric(let metric): RuleMarkdown.page(metric, language)
    }
  }

  private static func json(of pages: [ExplainedCode], _ language: Language) -> [UInt8] {
    var json = ExplainJSON(language)
    for page in pages {
      switch page {
      case .rule(let rule): json.add(rule)
      case .measure(let measure): json.add(measure)
      case .diagnostic(let code): json.add(code)
      case .metric(let metric): json.add(metric)
      }
    }
    return json.takeBytes()
  }

  private static func page(_ word: String) throws(UsageError) -> ExplainedCode {
    guard let page = ExplainedCode.named(word) else { throw unknown(word) }
    return page
  }

  private static func unknown(_ word: String) -> UsageError {
    let near = ExplainedCode.near(word).joined(separator: ", ")
    let pack = word.uppercased().prefix { $0 != "-" }
    let isPack = ExplainedCode.ids.contains { $0.hasPrefix("\(pack)-") }
    let list = "fatigue explain --list" + (isPack ? " \(pack)" : "")
    return .other(
      Localized(nb: "ukjent kode \(word)", en: "unknown code \(word)"),
      hint: near.isEmpty
        ? Localized(
          nb: "\(list) viser dem som finnes", en: "\(list) lists those there are")
        : Localized(nb: "mente du \(near)?", en: "did you mean \(near)?"))
  }

  // MARK: The list

  /// All, or those that begin with one of the words.
  private static func listed(_ words: [String]) throws(UsageError) -> [ExplainedCode] {
    guard !words.isEmpty else { return ExplainedCode.all }
    var found: [ExplainedCode] = []
    for word in words {
      let wanted = word.lowercased()
      let own = ExplainedCode.all.filter { $0.id.lowercased().hasPrefix(wanted) }
      guard !own.isEmpty else { throw unknown(word) }
      found += own
    }
    return found
  }

  /// One line each below the heading of its kind.
  private static func text(_ listed: [ExplainedCode], _ terminal: Terminal) -> String {
    let width = min(terminal.width, TextReport.proseWidth)
    let ids = min(listed.map { TextWidth.cells($0.id) }.max() ?? 0, width / 2)
    var lines: [String] = []
    var kind: String?
    for code in listed {
      let own = terminal.text(code.kind)
      if own != kind {
        if kind != nil { lines.append("") }
        lines.append(terminal.styled(own, .bold))
        kind = own
      }
      lines.append(
        Wrapping.hanging(
          "  " + Wrapping.padded(code.id, ids) + "  ", terminal.text(code.title), width: width,
          indent: ids + 4))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func markdown(_ listed: [ExplainedCode], _ language: Language) -> String {
    var text = ""
    var kind: String?
    for code in listed {
      let own = code.kind[language]
      if own != kind {
        text += (kind == nil ? "" : "\n") + "## \(own)\n\n"
        kind = own
      }
      text += "- `\(code.id)`: \(code.title[language])\n"
    }
    return text
  }

  private static func json(_ listed: [ExplainedCode], _ language: Language) -> [UInt8] {
    var json = ExplainJSON(language)
    for code in listed { json.list(code.word, code.id, code.title) }
    return json.takeBytes()
  }
}
