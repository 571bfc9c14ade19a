import FatigueCore

/// The completion script for zsh.
enum ZshCompletion {
  static func script(_ language: Language) -> String {
    var commands = ""
    var cases = ""
    for command in OptionTable.commands {
      let name = command.name.rawValue
      commands += "    '\(name):\(quoted(command.summary[language]))'\n"
      let options = OptionTable.options(of: command.name)
        .flatMap { arguments($0, command.name, language) }
      cases += "    \(name))\n      _arguments -s \\\n"
      cases += (options + operands(command)).map { "        \($0)" }.joined(separator: " \\\n")
      cases += ";;\n"
    }
    return """
      #compdef fatigue
      # zsh completion for fatigue; made by: fatigue completion zsh
      _fatigue_rules() {
        _sequence compadd - \(CompletionWords.rules.joined(separator: " "))
      }
      _fatigue_limits() {
        compadd -S '' -- \(CompletionWords.limits.map { "'\($0)'" }.joined(separator: " "))
      }
      _fatigue_codes() {
        compadd -- \(CompletionWords.codes.joined(separator: " "))
      }
      _fatigue() {
        local context state state_descr line curcontext="$curcontext"
        typeset -A opt_args
        local -a commands
        commands=(
      \(commands)  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command="${words[2]}"
        shift words
        (( CURRENT-- ))
        case "$command" in
      \(cases)  esac
      }
      if [ "$funcstack[1]" = "_fatigue" ]; then
        _fatigue "$@"
      else
        compdef _fatigue fatigue
      fi

      """
  }

  private static func arguments(
    _ option: OptionSpec, _ command: CommandName, _ language: Language
  ) -> [String] {
    var action = ""
    if let value = option.value {
      let word = quoted(value.word[language])
      switch value.completes {
      case .formats:
        action = ":\(word):(\(OptionTable.choices(option, for: command).joined(separator: " ")))"
      case .choices: action = ":\(word):(\(CompletionWords.of(option).joined(separator: " ")))"
      case .files: action = ":\(word):_files"
      case .rules: action = ":\(word):_fatigue_rules"
      case .limits: action = ":\(word):_fatigue_limits"
      case .nothing: action = ":\(word): "
      }
    }
    let help = "[\(quoted(option.help[language]))]"
    let several: Set<OptionName> = [
      .format, .employee, .select, .ignore, .set, .legend, .history, .sleep, .fix, .whatIf,
    ]
    let repeats = several.contains(option.name) ? "*" : ""
    let short = option.short.map { ["'\(repeats)-\($0)\(help)\(action)'"] } ?? []
    return short + ["'\(repeats)\(option.name.long)\(help)\(action)'"]
  }

  private static func operands(_ command: CommandSpec) -> [String] {
    switch command.operand {
    case .none: []
    case .files, .plans: ["'*:file:_files'"]
    case .specification: ["'1:file:_files'"]
    case .codes: ["'*:code:_fatigue_codes'"]
    case .shell: ["'1:shell:(\(CommandSpec.shells.joined(separator: " ")))'"]
    case .command:
      ["'1:command:(\(OptionTable.commands.map(\.name.rawValue).joined(separator: " ")))'"]
    }
  }

  /// Safe inside single quotes, brackets and colons.
  private static func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "'\\''").replacing("[", with: "\\[")
      .replacing("]", with: "\\]").replacing(":", with: "\\:")
  }
}
