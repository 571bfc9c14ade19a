import FatigueCore

/// `fatigue check FILE…`
enum CheckCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    let input = try LoadedRoster.read(context)
    guard let read = input.roster else { return input.status }
    let plan = try input.restricted(read, settings, key: key)
    let cycle = context.configuration.value.facts.plan.cycleDays ?? input.reading.cycleDays
    let roster = cycle.map { plan.repeating(every: $0) } ?? plan
    var chosen = try analysisSettings(context, roster)
    if !input.sleepLog.entries.isEmpty {
      chosen.recordedSleep = RecordedSleep(
        input.sleepLog, roster,
        person: settings.person ?? context.configuration.value.person)
    }
    let analysis = RosterAnalysis(roster, settings: chosen)
    let comparison = try baseline(context).map {
      BaselineComparison($0, analysis, PersonNames(roster, style: .pseudonym, key: key))
    }
    let fails = failing(analysis, settings, comparison)
    let status = input.status.combined(with: outcome(fails, settings))
    if let path = settings.writeBaseline {
      let report = CheckReport(
        input.reading, analysis, names: PersonNames(roster, style: .pseudonym, key: key), exit: 0)
      let written = context.save(Baseline.bytes(report), to: path)
      guard written == .success else { return status.combined(with: written) }
    }
    var options = FormatOptions(settings.reportLanguage, toolVersion: OptionTable.version)
    options.duties = settings.detailDuties
    options.fails = fails
    options.dialect = settings.csvDialect
    options.site = context.configuration.value.facts.site
    // Only JSON and HTML say them.
    if settings.outputs.contains(where: { $0.format.hasSuffix("json") || $0.format == "html" }) {
