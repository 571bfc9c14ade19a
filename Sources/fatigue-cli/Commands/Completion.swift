/// `fatigue completion SHELL`
enum CompletionCommand {
  static func run(_ context: CommandContext) -> ExitCode {
    let language = context.language
    switch context.settings.operands[0] {
    case "zsh": context.output.write(ZshCompletion.script(language))
    case "fish": context.output.write(FishCompletion.script(language))
    default: context.output.write(BashCompletion.script())
    }
    return .success
  }
}
