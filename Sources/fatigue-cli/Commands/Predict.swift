import FatigueCore

/// `fatigue predict FILE…`
enum PredictCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    if let path = context.settings.sleepPath { return try PredictFromSleep.run(path, context) }
    if let path = context.settings.dutiesPath { return indices(of: path, context) }
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    var watch = Stopwatch()
    context.startReading()
    let input = try LoadedRoster.read(context)
    watch.lap(Localized(nb: "lest på", en: "read in"))
    guard let read = input.roster else { return input.status }
    context.mentionStrangers(read)
    let roster = try input.restricted(read, settings, key: key)
    let style = settings.names.flatMap { NameStyle(rawValue: $0.rawValue) } ?? .pseudonym
    let names = PersonNames(roster, style: style, key: key)
    var analysisSettings = AnalysisSettings(
      facts: context.configuration.value.facts, selection: RuleSelection(packs: []),
      jobs: settings.jobs ?? SystemIO.processorCount)
    analysisSettings.parity = settings.parity
    analysisSettings.assumption = settings.assumption
    if settings.model.scale != nil { analysisSettings.model = settings.model }
    if !input.sleepLog.entries.isEmpty {
      analysisSettings.recordedSleep = RecordedSleep(
        input.sleepLog, roster,
        person: settings.person ?? context.configuration.value.person)
    }
    context.startAnalysing(roster)
    let analysis = RosterAnalysis(roster, settings: analysisSettings)
    watch.lap(Localized(nb: "analysert på", en: "analysed in"))
    input.print(analysis.napDiagnostics(), context)
    let span = try span(settings, roster)
    let series = SeriesOutput(
      settings, origin: roster.origin, from: span.from, through: span.through)
    context.startWriting()
    let written = context.deliver { format, _, sink in
      let shown = format == "csv" ? names.shown.map(sink.shown) : names.shown
      sink.fill { bytes, flush in
        guard settings.model.isSeries || settings.allModels else {
          return indices(analysis, shown, span, format, &bytes, flush)
        }
        series.write(
          shown, format: format, into: &bytes, flush: flush,
          series: { analysis.series($0, until: span.through) },
          indices: { analysis.detail($0).indices })
      }
    }
    // Sleep and alertness are followed while the rows are written.
    watch.lap(Localized(nb: "predikert og skrevet på", en: "predicted and written in"))
    context.finish(
      watch, people: roster.people.count,
      shifts: analysis.people.reduce(0) { $0 + $1.shifts })
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
    let dates = "\(roster.firstDate.iso)–\(roster.lastDate.iso)"
    let hint = Localized(nb: "planen går over \(dates)", en: "the plan covers \(dates)")
    guard settings.to != nil || from <= end else {
      throw .other(
        Localized(nb: "--from er etter planen", en: "--from is after the plan"), hint: hint)
    }
    try checkOrder(from, through)
    // Nothing is known of sleep so far from any duty.
    guard Int64(through) - Int64(end) <= 366 * 86_400 else {
      throw .other(
        Localized(
          nb: "--to er mer enn et år etter planen", en: "--to is more than a year after the plan"),
        hint: hint)
    }
    guard Int64(start) - Int64(from) <= 366 * 86_400 else {
      throw .other(
        Localized(
          nb: "--from er mer enn et år før planen",
          en: "--from is more than a year before the plan"),
        hint: hint)
    }
    return (from, through)
  }

  static func checkOrder(_ from: Int32, _ through: Int32) throws(UsageError) {
    guard from <= through else {
      throw .other(
        Localized(nb: "--to er før den første raden", en: "--to is before the first row"),
        hint: nil)
    }
  }

  /// The indices of every duty of a roster.
  private static func indices(
    _ analysis: RosterAnalysis, _ names: [String], _ span: (from: Int32, through: Int32),
    _ format: String, _ bytes: inout [UInt8], _ flush: (inout [UInt8]) -> Void
  ) {
    let table = IndexTable(ofRoster: true, isLines: format == "ndjson")
    table.appendHeader(to: &bytes)
    for person in names.indices {
      let detail = analysis.detail(person)
      for (block, index) in zip(detail.timeline.blocks, detail.indices)
      where block.end > span.from && block.start <= span.through {
        table.append(
          names[person], analysis.roster.instant(block.start), analysis.roster.instant(block.end),
          index, to: &bytes)
      }
      flush(&bytes)
    }
  }

  /// `--duties`: the indices of a table of days and clock hours.
  private static func indices(of path: String, _ context: CommandContext) -> ExitCode {
    let opened = InputFiles(standardInputName: context.settings.standardInputName).read([path])
    var table = DutyTable()
    if let input = opened.inputs.first {
      table = DutyTableReader.read(path: input.path, bytes: input.bytes)
    }
    var diagnostics = opened.diagnostics
    diagnostics.add(contentsOf: table.diagnostics)
    context.complain(diagnostics, in: table.sources)
    let status = LoadedRoster.status(
      diagnostics, hasRoster: !table.rows.isEmpty, context.settings)
    guard !table.rows.isEmpty else { return status }
    let written = context.deliver { format, _, sink in
      var rows = table.rows
      if format == "csv" {
        for index in rows.indices { rows[index].roster = sink.shown(rows[index].roster) }
      }
      sink.fill { bytes, _ in
        let output = IndexTable(ofRoster: false, isLines: format == "ndjson")
        output.appendHeader(to: &bytes)
        output.append(rows, to: &bytes)
      }
    }
    return status.combined(with: written)
  }
}

/// Writes the series of people one after the other, as the chosen model has them.
struct SeriesOutput {
  private let model: AlertnessModel
  private let allModels: Bool
  private let parity: ModelParity
  private let unifiedStart: UnifiedModel.State
  private let origin: Instant
  private let from: Int32
  private let through: Int32
  private let step: Int32

  init(_ settings: Settings, origin: Instant, from: Int32, through: Int32) {
    model = settings.model
    allModels = settings.allModels
    parity = settings.parity
    unifiedStart = settings.initial?.unified ?? .rested
    self.origin = origin
    self.from = from
    self.through = through
    step = settings.step
  }

  func write(
    _ people: [String], format: String, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void, series: (Int) -> StateSeries, indices: (Int) -> [DutyIndex]
  ) {
    let isLines = format == "ndjson"
    var unified = UnifiedAlertness(start: unifiedStart)
    if allModels {
      let table = AllModelsTable(isLines: isLines)
      table.appendHeader(to: &bytes)
      for (index, person) in people.enumerated() {
        let series = series(index)
        unified.follow(series.history)
        table.append(
          series, unified, indices(index), of: person, origin: origin, from: from,
          through: through, step: step, into: &bytes, flush: flush)
      }
    } else if model.scale == nil {
      let table = UnifiedTable(isLines: isLines)
      table.appendHeader(to: &bytes)
      for (index, person) in people.enumerated() {
        let series = series(index)
        unified.follow(series.history)
        table.append(
          series, unified, of: person, origin: origin, from: from, through: through, step: step,
          into: &bytes, flush: flush)
      }
    } else {
      let table = StateTable(model: model, isLines: isLines)
      table.appendHeader(to: &bytes)
      for (index, person) in people.enumerated() {
        table.append(
          series(index), of: person, origin: origin, from: from, through: through, step: step,
          into: &bytes, flush: flush)
      }
    }
  }
}
