import FatigueCore

/// `fatigue follow-up FILE…`
enum FollowUpCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let configured = context.configuration.value
    let opened = InputFiles(standardInputName: settings.standardInputName)
      .read(settings.operands)
    var (rosters, tables) = (opened, opened)
    rosters.inputs.removeAll { OutcomeTable.isOutcomes($0.bytes) }
    tables.inputs.removeAll { !OutcomeTable.isOutcomes($0.bytes) }
    var sources = SourceMap()
    var diagnostics = DiagnosticList()
    var outcomes = OutcomeTable.read(
      tables.inputs, year: settings.year ?? configured.year, sources: &sources,
      diagnostics: &diagnostics)
    var status = ExitCode.success
    var roster: Roster?
    if !rosters.inputs.isEmpty || rosters.diagnostics.errors > 0 {
      let input = try LoadedRoster.read(context, rosters)
      roster = try input.roster.map { roster throws(UsageError) in
        try input.restricted(roster, settings, key: configured.pseudonymKey)
      }
      status = input.status
      if input.roster == nil, !rosters.inputs.isEmpty { diagnostics.add(notOutcomes) }
    }
    if let roster {
      let style = settings.names.flatMap { NameStyle(rawValue: $0.rawValue) } ?? .pseudonym
      outcomes = outcomes.masked(
        roster, PersonNames(roster, style: style, key: configured.pseudonymKey))
    }
    let followUp = FollowUp(
      roster, analysisSettings(context, roster), outcomes,
      FollowUp.Settings(change: settings.change, weeks: settings.periodWeeks),
      diagnostics: &diagnostics)
    context.complain(diagnostics, in: sources)
    if diagnostics.errors > 0, !settings.lenient || followUp.isEmpty {
      status = status.combined(with: .unreadable)
    }
    guard !followUp.isEmpty else {
      if let roster = followUp.roster { context.complain(tooShort(roster, settings)) }
      return status.combined(with: .unreadable)
    }
    let written = context.deliver { format, terminal, sink in
      sink.append(bytes(followUp, format, terminal, settings))
    }
    return status.combined(with: written)
  }

  private static func bytes(
    _ followUp: FollowUp, _ format: String, _ terminal: Terminal, _ settings: Settings
  ) -> [UInt8] {
    switch format {
    case "json":
      FollowUpJSON.bytes(followUp, settings.reportLanguage, toolVersion: OptionTable.version)
    case "csv":
      FollowUpCSV.bytes(followUp, settings.reportLanguage, dialect: settings.csvDialect)
    case "markdown": FollowUpMarkdown.bytes(followUp, settings.language)
    case "html": FollowUpPage.bytes(followUp, settings.language)
    default: Array(FollowUpText.text(followUp, terminal).utf8)
    }
  }

  /// Rosters are judged as `check` does it with the same settings.
  private static func analysisSettings(
    _ context: CommandContext, _ roster: Roster?
  ) -> AnalysisSettings {
    let configured = context.configuration.value
    return AnalysisSettings(
      limits: configured.limits, facts: configured.facts,
      selection: RuleSelection(
        packs: configured.packs ?? RuleProfile.standard.packs, switched: configured.switched,
        at: configured.rulesAt ?? roster?.firstDate),
      waivers: configured.waivers, jobs: context.settings.jobs ?? SystemIO.processorCount)
  }

  private static func tooShort(_ roster: FollowUp.RosterFacts, _ settings: Settings) -> Localized {
    let weeks = settings.periodWeeks
    let dates = DateText.period(from: roster.dates.lowerBound, through: roster.dates.upperBound)
    return Localized(
      nb: """
        ingenting å følge: turnusen (\(dates.nb)) har vakter i under halvparten av ukene i hver periode \
        på \(weeks) uker; --period-weeks 1 gir kortere perioder
        """,
      en: """
        nothing to follow: the roster (\(dates.en)) has shifts in under half of the weeks of every \
        period of \(weeks) weeks; --period-weeks 1 makes periods shorter
        """)
  }

  /// A file that looks like no outcomes was read as a roster, and is none.
  private static let notOutcomes = Diagnostic(
    .outcomeColumns, .note,
    Localized(
      nb: "en fil med utfall kjennes på kolonnene tidspunkt, mål, n og gjennomsnitt",
      en: "a file of outcomes is known by its columns time, measure, n and mean"))
}
