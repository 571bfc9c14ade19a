import FatigueCore

/// `fatigue check FILE…`
enum CheckCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitStatus {
    let input = try RosterInput.read(context)
    guard input.roster != nil else { return input.status }
    // The analysis and its reports come here.
    let written = context.deliver { format, terminal, sink in }
    return input.status.combined(with: written)
  }
}
