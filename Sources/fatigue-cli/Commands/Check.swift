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
    let analysis = RosterAnalysis(roster, settings: try analysisSettings(context, roster))
    let status = input.status.combined(with: outcome(analysis, settings))
    let digests = input.digests(all: settings.hash)
    let written = context.deliver { format, terminal, sink in
      let names = PersonNames(
        roster, style: style(format, terminal, settings),
        key: key)
      let report = CheckReport(
        input.reading, analysis, names: names, exit: Int(status.rawValue))
      if format == "json" {
        let options = CheckJSON.Options(
          duties: settings.detailDuties, digests: digests, toolVersion: OptionTable.version)
        sink.append(
          CheckJSON.bytes(report, language: settings.reportLanguage, options: options))
      } else if settings.concise {
        sink.append(ConciseReport.text(report, terminal))
      } else {
        sink.append(
          TextReport.text(
            report, terminal,
            TextReport.Options(
              all: settings.all, maxFindings: settings.maxFindings,
              inputs: settings.operands.map { $0 == "-" ? "-" : DisplayPath.shown($0) })))
      }
    }
    return status.combined(with: written)
  }

  /// What the settings and the options choose; an option goes before the file.
  private static func analysisSettings(
    _ context: CommandContext, _ roster: Roster
  ) throws(UsageError) -> AnalysisSettings {
    let settings = context.settings
    let configured = context.configuration.value
    var limits = configured.limits
    for change in settings.changes { limits.set(change.limit, to: change.value, isTried: true) }
    let profile = settings.profile.flatMap(RuleProfile.named) ?? .standard
    let selection = RuleSelection(
      packs: (settings.profile == nil ? configured.packs : nil) ?? profile.packs,
      select: settings.selected, ignore: settings.ignored, switched: configured.switched,
      at: settings.rulesAt ?? configured.rulesAt ?? roster.firstDate)
    return AnalysisSettings(
      limits: limits, facts: configured.facts, selection: selection,
      waivers: configured.waivers, jobs: settings.jobs ?? SystemIO.processorCount)
  }

  /// 1 when a finding is as grave as `--fail-on` says, unless `--exit-zero`.
  private static func outcome(_ analysis: RosterAnalysis, _ settings: Settings) -> ExitCode {
    guard !settings.exitZero else { return .success }
    let fails = analysis.findings.contains { finding in
      guard !finding.isWaived else { return false }
      guard let lane = FailurePolicy.Lane(rawValue: RuleBook.lane(of: finding).rawValue),
        let level = FailureLevel(rawValue: finding.status.name)
      else { return false }
      return settings.failurePolicy.fails(lane, level)
    }
    return fails ? .findings : .success
  }

  /// Names are for the person who runs it, on a terminal; everything that may travel carries
  /// pseudonyms unless something else was asked for.
  private static func style(
    _ format: String, _ terminal: Terminal, _ settings: Settings
  ) -> NameStyle {
    if let chosen = settings.names { return NameStyle(rawValue: chosen.rawValue) ?? .pseudonym }
    return format == "text" && terminal.isInteractive ? .real : .pseudonym
  }
}
