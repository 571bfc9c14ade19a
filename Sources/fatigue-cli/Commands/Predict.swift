import FatigueCore

/// `fatigue predict FILE…`
enum PredictCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    let input = try LoadedRoster.read(context)
    guard let read = input.roster else { return input.status }
    let roster = try input.restricted(read, settings, key: key)
    let names = PersonNames(roster, style: style(settings), key: key)
    var analysisSettings = AnalysisSettings(
      facts: context.configuration.value.facts, selection: RuleSelection(packs: []),
      jobs: settings.jobs ?? SystemIO.processorCount)
    analysisSettings.parity = settings.parity
    analysisSettings.assumption = settings.assumption
    analysisSettings.scale = settings.model.scale ?? .fiveC
    let analysis = RosterAnalysis(roster, settings: analysisSettings)
    let span = try span(settings, roster)
    let written = context.deliver { format, _, sink in
      sink.fill { bytes, flush in
        let table = StateTable(model: settings.model, isLines: format == "ndjson")
        table.appendHeader(to: &bytes)
        for person in roster.people.indices {
          let series = analysis.series(person, until: span.through)
          table.append(
            series, of: names.shown[person], origin: roster.origin, from: span.from,
            through: span.through, step: settings.step, into: &bytes, flush: flush)
        }
      }
    }
    return input.status.combined(with: written)
  }

  /// First and last row, both included: the dates of the plan where nothing else is said.
  private static func span(
    _ settings: Settings, _ roster: Roster
  ) throws(UsageError) -> (from: Int32, through: Int32) {
    let (start, end) = roster.period
    func seconds(_ bound: TimeBound?) -> Int32? {
      bound.map { Int32(clamping: $0.instant(in: roster.zone).seconds - roster.origin.seconds) }
    }
    let from = seconds(settings.from) ?? start
    let through = seconds(settings.to) ?? end
    guard from <= through else {
      throw .other(
        Localized(nb: "--to er før --from", en: "--to is before --from"), hint: nil)
    }
    return (from, through)
  }

  private static func style(_ settings: Settings) -> NameStyle {
    settings.names.flatMap { NameStyle(rawValue: $0.rawValue) } ?? .pseudonym
  }
}
