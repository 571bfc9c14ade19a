import FatigueCore

/// The rosters of a run, read and complained about.
struct RosterInput {
  var sources: SourceMap
  /// Nil when nothing could be read; then no report is written.
  var roster: Roster?
  var diagnostics: DiagnosticList
  /// ``ExitStatus/unreadable`` when something could not be read in full.
  var status: ExitStatus

  /// Reads the files named, and prints what is wrong with them to standard error.
  static func read(_ context: CommandContext) throws(UsageError) -> RosterInput {
    let settings = context.settings
    let files = InputFiles(standardInputName: settings.standardInputName)
    let reading = files.read(settings.operands)
    var diagnostics = reading.diagnostics
    var sources = SourceMap()
    for input in reading.inputs { _ = sources.add(path: input.path, bytes: input.bytes) }
    let input = RosterInput(
      sources: sources, roster: nil, diagnostics: diagnostics,
      status: status(diagnostics, hasRoster: false, settings))
    input.printDiagnostics(context)
    diagnostics = input.diagnostics
    return input
  }

  /// 3 when an error was found, unless `--lenient` and something was read.
  static func status(
    _ diagnostics: DiagnosticList, hasRoster: Bool, _ settings: Settings
  ) -> ExitStatus {
    guard diagnostics.worst == .error else { return hasRoster ? .success : .unreadable }
    return settings.lenient && hasRoster ? .success : .unreadable
  }

  private func printDiagnostics(_ context: CommandContext) {
    guard !context.settings.quiet else { return }
    let printer = DiagnosticPrinter(
      terminal: context.terminal,
      shownPerCode: context.settings.verbose ? .max : DiagnosticPrinter.shownPerCode)
    context.errors.write(printer.render(diagnostics, in: sources))
  }

  /// The entries that `--from` and `--to` leave.
  func restricted(_ roster: Roster, _ settings: Settings) -> Roster {
    guard settings.from != nil || settings.to != nil else { return roster }
    return roster.keeping(
      from: settings.from?.instant(in: roster.zone), to: settings.to?.instant(in: roster.zone))
  }
}
