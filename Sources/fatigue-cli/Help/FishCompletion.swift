import FatigueCore

/// The completion script for fish.
enum FishCompletion {
  static func script(_ language: Language) -> String {
    let names = OptionTable.commands.map(\.name.rawValue).joined(separator: " ")
    var lines = ["# fish completion for fatigue; made by: fatigue completion fish"]
    lines.append("complete -c fatigue -f")
    for command in OptionTable.commands {
      lines.append(
        "complete -c fatigue -n __fish_use_subcommand -a \(command.name.rawValue) "
          + "-d \(quoted(command.summary[language]))")
    }
    for command in OptionTable.commands {
      let condition = "-n '__fish_seen_subcommand_from \(command.name.rawValue)'"
      switch command.operand {
      case .files, .plans, .specification: lines.append("complete -c fatigue \(condition) -F")
      case .shell:
        lines.append(
          "complete -c fatigue \(condition) -a '\(CommandSpec.shells.joined(separator: " "))'")
      case .command: lines.append("complete -c fatigue \(condition) -a '\(names)'")
      case .codes:
        let codes = CompletionWords.codes.joined(separator: " ")
        lines.append("complete -c fatigue \(condition) -a '\(codes)'")
      case .none: break
      }
      for option in OptionTable.options(of: command.name) where option.commands != nil {
        lines.append(
          line(option, condition, OptionTable.choices(option, for: command.name), language))
      }
    }
    for option in OptionTable.options where option.commands == nil {
      lines.append(line(option, "", option.value?.choices ?? [], language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(
    _ option: OptionSpec, _ condition: String, _ choices: [String], _ language: Language
  ) -> String {
    var parts = ["complete -c fatigue"]
    if !condition.isEmpty { parts.append(condition) }
    if let short = option.short { parts.append("-s \(short)") }
    parts.append("-l \(option.name.rawValue)")
    if let value = option.value {
      parts.append(value.completes == .files ? "-r -F" : "-x")
      switch value.completes {
      case .rules:
        parts.append("-a '(__fish_append , \(CompletionWords.rules.joined(separator: " ")))'")
      case .limits: parts.append("-a '\(CompletionWords.limits.joined(separator: " "))'")
      case .choices, .formats, .files, .nothing:
        let words = choices.isEmpty ? CompletionWords.of(option) : choices
        if !words.isEmpty { parts.append("-a '\(words.joined(separator: " "))'") }
      }
    }
    parts.append("-d \(quoted(option.help[language]))")
    return parts.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
