import FatigueCore

/// `fatigue rules`
enum RulesCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitStatus {
    // The list of rules comes here.
    context.deliver { format, terminal, sink in }
  }
}
