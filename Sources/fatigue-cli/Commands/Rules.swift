import FatigueCore

/// `fatigue rules`
enum RulesCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    context.deliver { format, terminal, sink in
      switch format {
      case "json": sink.append(RulesJSON.bytes(context.settings.reportLanguage))
      case "markdown": sink.append(RuleMarkdown.table(RuleBook.rules, terminal.language))
      default: sink.append(text(terminal))
      }
    }
  }

  /// One block per lane; each rule with its paragraph and its limits.
  private static func text(_ terminal: Terminal) -> String {
    let width = min(terminal.width, TextReport.proseWidth)
    var lines: [String] = []
    for lane in Lane.allCases {
      let rules = RuleBook.rules.filter { $0.lane == lane }
      guard !rules.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(terminal.styled(terminal.text(lane.title), .bold))
      for rule in rules {
        lines += Wrapping.lines(
          "\(rule.id)  \(terminal.text(rule.title)), \(terminal.text(rule.section))",
          width: width - 2
        ).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
        for limit in rule.limits {
          lines += Wrapping.lines(
            LimitText.line(limit, terminal.language).folded(terminal), width: width - 6
          ).enumerated().map { ($0 == 0 ? "    " : "      ") + $1 }
        }
      }
    }
    return lines.map(\.trimmedAtEnd).joined(separator: "\n") + "\n"
  }
}
