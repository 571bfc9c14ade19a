import FatigueCore

/// `fatigue explain CODE…`
enum ExplainCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitStatus {
    // The pages of rules and measures come here.
    throw .other(
      Localized(
        nb: "ukjent kode \(context.settings.operands[0])",
        en: "unknown code \(context.settings.operands[0])"),
      hint: Localized(nb: "se fatigue rules", en: "see fatigue rules"))
  }
}
