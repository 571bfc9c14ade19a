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
      case .rules: values += "    \(pattern)) words=\"$rules\" list=1;;\n"
      case .limits: values += "    \(pattern)) words='\(joined(CompletionWords.limits))' open=1;;\n"
      default: values += "    \(pattern)) return;;\n"
      }
    }
    let commands = joined(OptionTable.commands.map(\.name.rawValue))
    let readers = OptionTable.commands.filter { $0.operand.readsFiles }.map(\.name.rawValue)
    return """
      # bash completion for fatigue; made by: fatigue completion bash
      _fatigue() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local command='' words='' flags='' files='' list='' open='' head='' word
        local rules='\(joined(CompletionWords.rules))'
        # `--option=value` comes in three parts.
        if [[ "$current" == = ]]; then current=''
        elif [[ "$previous" == = ]]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi
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
              explain) words='\(joined(CompletionWords.codes))';;
              \(readers.joined(separator: "|"))) files=1;;
              esac
            fi;;
        esac
        if [[ -n "$files" ]]; then
          mapfile -t COMPREPLY < <(compgen -f -- "$current")
          compopt -o filenames 2>/dev/null
        else
          # A list goes on after its last comma.
          if [[ -n "$list" && "$current" == *,* ]]; then head="${current%,*},"; fi
          COMPREPLY=($(compgen -P "$head" -W "$words" -- "${current##*,}"))
          if [[ -n "$list$open" ]]; then compopt -o nospace 2>/dev/null; fi
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
