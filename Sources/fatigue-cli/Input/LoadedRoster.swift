import FatigueCore

/// The rosters of a run, read and complained about.
struct LoadedRoster {
  var sources: SourceMap
  /// Nil when nothing could be read; then no report is written.
  var roster: Roster?
  var diagnostics: DiagnosticList
  /// ``ExitCode/unreadable`` when something could not be read in full.
  var status: ExitCode

  /// Reads the files named, and prints what is wrong with them to standard error.
  static func read(_ context: CommandContext) throws(UsageError) -> LoadedRoster {
    let settings = context.settings
    let zone = try zone(settings)
    _ = zone
    let files = InputFiles(standardInputName: settings.standardInputName)
    let reading = files.read(settings.operands)
    var sources = SourceMap()
    for input in reading.inputs { _ = sources.add(path: input.path, bytes: input.bytes) }
    let loaded = LoadedRoster(
      sources: sources, roster: nil, diagnostics: reading.diagnostics,
      status: status(reading.diagnostics, hasRoster: false, settings))
    loaded.printDiagnostics(context)
    return loaded
  }

  /// The zone of `--zone`, else Norway's.
  private static func zone(_ settings: Settings) throws(UsageError) -> Zone {
    guard let name = settings.zone else { return .oslo }
    do throws(ZoneError) {
      return try ZoneFiles.directory.zone(named: name)
    } catch {
      throw .other(error.message, hint: nil)
    }
  }

  /// 3 when an error was found, unless `--lenient` and something was read.
  static func status(
    _ diagnostics: DiagnosticList, hasRoster: Bool, _ settings: Settings
  ) -> ExitCode {
    guard hasRoster else { return .unreadable }
    return diagnostics.worst == .error && !settings.lenient ? .unreadable : .success
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
