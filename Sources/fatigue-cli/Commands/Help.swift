/// `fatigue help [COMMAND]` and `fatigue help --man`
enum HelpCommand {
  static func run(_ context: CommandContext, _ help: HelpText) -> ExitCode {
    if context.settings.manual {
      context.output.write(ManualPage(language: context.language).text)
    } else {
      let command = context.settings.operands.first.flatMap(CommandName.init)
      context.output.write(help.text(for: command, isShort: false))
    }
    return .success
  }
}
