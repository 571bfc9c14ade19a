/// The completion script for bash.
enum BashCompletion {
  static func script() -> String {
    var cases = ""
    for command in OptionTable.commands {
      let flags = OptionTable.options(of: command.name).flatMap { option in
        (option.short.map { ["-\($0)"] } ?? []) + [option.name.long]
      }
      cases += "    \(command.name.rawValue)) flags='\(flags.joined(separator: " "))';;\n"
    }
    var formats = ""
    for command in OptionTable.commands where !command.formats.isEmpty {
      formats += "        \(command.name.rawValue)) words='\(joined(command.formats))';;\n"
    }
    var values = ""
    for option in OptionTable.options {
      guard let value = option.value, value.completes != .formats else { continue }
      let pattern = (option.short.map { "-\($0)|" } ?? "") + option.name.long
      switch value.completes {
      case .choices: values += "    \(pattern)) words='\(joined(CompletionWords.of(option)))';;\n"
      case .files: values += "    \(pattern)) files=1;;\n"
      default: values += "    \(pattern)) return;;\n"
      }
    }
    let commands = joined(OptionTable.commands.map(\.name.rawValue))
    return """
      # bash completion for fatigue; made by: fatigue completion bash
      _fatigue() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local command='' words='' flags='' files='' word
        COMPREPLY=()
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case "$word" in
          \(OptionTable.commands.map(\.name.rawValue).joined(separator: "|"))) command="$word"; break;;
          esac
        done
        case "$command" in
      \(cases)  '') flags='\(joined(globalFlags))';;
        esac
        case "$previous" in
          -f|--format)
            case "$command" in
      \(formats)      esac;;
      \(values)    *)
            if [[ "$current" == -* ]]; then words="$flags"
            else
              case "$command" in
              '') words='\(commands)';;
              help) words='\(commands)';;
              completion) words='\(joined(CommandSpec.shells))';;
              check|convert) files=1;;
              esac
            fi;;
        esac
        if [[ -n "$files" ]]; then
          mapfile -t COMPREPLY < <(compgen -f -- "$current")
          compopt -o filenames 2>/dev/null
        else
          COMPREPLY=($(compgen -W "$words" -- "$current"))
        fi
      }
      complete -F _fatigue fatigue

      """
  }

  private static var globalFlags: [String] {
    OptionTable.options.filter { $0.commands == nil }.map(\.name.long)
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }
}

/// What a shell offers as the value of an option.
enum CompletionWords {
  static func of(_ option: OptionSpec) -> [String] {
    option.name == .failOn ? FailureLevel.allCases.map(\.rawValue) : option.value?.choices ?? []
  }
}
