import FatigueCore

/// The program: reads the world once, runs one command, gives the exit status.
struct Application {
  var environment: Environment
  var output: OutputWriter
  var errors: OutputWriter
  var outputFacts = Terminal.Facts()
  var errorFacts = Terminal.Facts()
  /// A run that takes longer says what it does, on a terminal.
  var longRun = Duration.seconds(1)
  /// Bytes from which on a list may be read piece by piece.
  var longInput = 4 << 20

  /// Runs on the process's own arguments, environment and streams.
  static func main() -> Int32 {
    SystemIO.takeErrorsForSignals()
    var values: [String: String] = [:]
    for name in Environment.names { values[name] = SystemIO.environment(name) }
    let application = Application(
      environment: Environment(values),
      output: OutputWriter(descriptor: SystemIO.standardOutput),
      errors: OutputWriter(descriptor: SystemIO.standardError),
      outputFacts: SystemIO.terminalFacts(SystemIO.standardOutput),
      errorFacts: SystemIO.terminalFacts(SystemIO.standardError))
    return application.run(Array(CommandLine.arguments.dropFirst())).rawValue
  }

  func run(_ arguments: [String]) -> ExitCode {
    let language = Self.language(arguments) ?? environment.language
    var status: ExitCode
    do throws(UsageError) {
      status = try dispatch(try ArgumentParser.parse(arguments), language)
    } catch {
      status = .usage
      report(error, language)
    }
    output.flush()
    if let failure = output.failure {
      let message = Localized(
        nb: "kan ikke skrive til standard ut: \(failure.message.nb)",
        en: "cannot write to standard output: \(failure.message.en)")
      errors.write("fatigue: \(plainTerminal(language).text(message))\n")
      status = status.combined(with: .unwritable)
    }
    errors.flush()
    return status
  }

  private func dispatch(
    _ parsed: ParsedArguments, _ language: Language
  ) throws(UsageError) -> ExitCode {
    if parsed.has(.version) {
      output.write("fatigue \(OptionTable.version)\n")
      return .success
    }
    let help = HelpText(terminal: helpTerminal(parsed, language))
    if let asked = parsed.last(.help) {
      output.write(help.text(for: parsed.command, isShort: asked.spelling == "-h"))
      return .success
    }
    guard let command = parsed.command else {
      errors.write(help.text(for: nil, isShort: true))
      return .usage
    }
    let settings = try Settings(parsed, command, language: language)
    let terminal = Terminal(settings, environment, output: outputFacts, error: errorFacts)
    let progress = Progress(
      descriptor: errors.descriptor, isShown: errorFacts.isTerminal && !settings.quiet,
      after: longRun)
    var context = CommandContext(
      settings: settings, environment: environment, terminal: terminal, output: output,
      errors: errors, progress: progress)
    context.longInput = longInput
    guard let configuration = LoadedConfiguration.load(context) else { return .usage }
    context.configuration = configuration
    if settings.showConfig {
      output.write(try EffectiveSettings(context).text)
      return .success
    }
    return try run(command, context, help)
  }

  private func run(
    _ command: CommandName, _ context: CommandContext, _ help: HelpText
  ) throws(UsageError) -> ExitCode {
    switch command {
    case .check, .merge: try CheckCommand.run(context)
    case .compare: try CompareCommand.run(context)
    case .plan: try PlanCommand.run(context)
    case .predict: try PredictCommand.run(context)
    case .repair: try RepairCommand.run(context)
    case .design: try DesignCommand.run(context)
    case .convert: try ConvertCommand.run(context)
    case .followUp: try FollowUpCommand.run(context)
    case .explain: try ExplainCommand.run(context)
    case .rules: try RulesCommand.run(context)
    case .initialise: InitCommand.run(context)
    case .completion: CompletionCommand.run(context)
    case .help: HelpCommand.run(context, help)
    }
  }

  /// `--lang` found before anything is judged, so that a complaint is in the right language.
  private static func language(_ arguments: [String]) -> Language? {
    var language: Language?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == OptionName.lang.long, index + 1 < arguments.count {
        language = Language(rawValue: arguments[index + 1]) ?? language
      } else if argument.hasPrefix(OptionName.lang.long + "=") {
        language = Language(rawValue: String(argument.dropFirst(7))) ?? language
      }
    }
    return language
  }

  private func report(_ error: UsageError, _ language: Language) {
    let terminal = plainTerminal(language)
    var line = "fatigue: " + terminal.quoted(error.message[language])
    if let hint = error.hint { line += "; " + terminal.quoted(hint[language]) }
    errors.write(line + "\n")
  }

  /// A terminal as the environment alone describes it.
  private func plainTerminal(_ language: Language) -> Terminal {
    let settings = Settings(command: .help, operands: [], language: language)
    return Terminal(settings, environment, output: outputFacts, error: errorFacts)
  }

  private func helpTerminal(_ parsed: ParsedArguments, _ language: Language) -> Terminal {
    var settings = Settings(command: .help, operands: [], language: language)
    settings.ascii = parsed.has(.ascii)
    settings.width = parsed.last(.width)?.value.flatMap { Int($0) }
    return Terminal(settings, environment, output: outputFacts, error: errorFacts)
  }
}
