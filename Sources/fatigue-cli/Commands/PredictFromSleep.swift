import FatigueCore

/// `fatigue predict --from-sleep LOG`: the series of recorded sleep, without a roster or any prediction.
enum PredictFromSleep {
  static func run(_ path: String, _ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let zone = try LoadedRoster.zone(settings, context.configuration.value)
    let opened = InputFiles(standardInputName: settings.standardInputName).read([path])
    var diagnostics = opened.diagnostics
    var sources = SourceMap()
    let log = SleepLog.read(
      opened.inputs,
      options: ReadingOptions(
        zone: zone, year: settings.year ?? context.configuration.value.year,
        person: settings.person ?? "1"),
      sources: &sources, diagnostics: &diagnostics)
    context.complain(diagnostics, in: sources)
    let status = LoadedRoster.status(
      diagnostics, hasRoster: !log.entries.isEmpty, settings)
    guard let first = log.entries.map(\.onset).min(), let last = log.entries.map(\.wake).max()
    else { return status }
    let firstDay = zone.startOfDay(zone.civil(first).date)
    let begins =
      settings.initial?.at.instant(in: zone) ?? settings.from?.instant(in: zone) ?? firstDay
    let ends = settings.to?.instant(in: zone) ?? zone.startOfDay(zone.civil(last).date + 1)
    let origin = min(firstDay, zone.startOfDay(zone.civil(begins).date))
    func seconds(_ instant: Instant) -> Int32 { Int32(clamping: instant.seconds - origin.seconds) }
    let (from, through) = (seconds(begins), seconds(ends))
    try PredictCommand.checkOrder(from, through)
    // Of whom no sleep could be read nothing can be said.
    let entries = Dictionary(grouping: log.entries, by: \.person)
    let known = entries.keys.sorted()
    let people = known.map { log.people[$0] }.map {
      $0 == Person(number: "", name: "") ? unnamed : $0
    }
    let roster = Roster(
      origin: origin, zone: zone, people: people, shifts: [],
      slices: people.map { _ in 0..<0 }, codes: [""], units: [""],
      firstDate: zone.civil(first).date, lastDate: zone.civil(last).date)
    let style = settings.names.flatMap { NameStyle(rawValue: $0.rawValue) } ?? .pseudonym
    let names = PersonNames(roster, style: style, key: context.configuration.value.pseudonymKey)
    let model = ThreeProcessModel(
      tables: settings.parity.tables, scale: settings.model.scale ?? .fiveC)
    let predictor = SleepPredictor(
      tables: settings.parity.tables, adaptation: settings.parity.adaptation)
    let output = SeriesOutput(settings, origin: origin, from: from, through: through)
    let series = { (person: Int) -> StateSeries in
      let own = entries[known[person]] ?? []
      let record = SleepRecord(
        own.map { entry in
          SleepRecord.Episode(
            onset: seconds(entry.onset), wake: seconds(entry.wake),
            kind: entry.isNap.map { $0 ? .nap : .main })
        })
      var history = SleepHistory()
      predictor.follow(
        record, origin: origin, zone: zone,
        start: start(settings.initial, record, roster), until: through, into: &history)
      return StateSeries(model, history)
    }
    let written = context.deliver { format, _, sink in
      sink.fill { bytes, flush in
        output.write(
          names.shown, format: format, into: &bytes, flush: flush, series: series,
          indices: { _ in [] })
      }
    }
    return status.combined(with: written)
  }

  /// Who a log is about that names nobody.
  private static let unnamed = Person(number: "", name: "1")

  /// Well rested at 07:00 before the first sleep, where nothing else is said.
  private static func start(
    _ initial: InitialState?, _ record: SleepRecord, _ roster: Roster
  ) -> SleepStart {
    guard let initial else {
      let onset = record.episodes.first?.onset ?? 0
      let day = roster.civil(onset).date
      func morning(_ date: CivilDate) -> Int32 {
        let seven = roster.zone.resolve(CivilTime(date, secondOfDay: 7 * 3600)).instant
        return Int32(clamping: seven.seconds - roster.origin.seconds)
      }
      let same = morning(day)
      return .homeostatic(
        at: same <= onset ? same : morning(day + -1), s: ThreeProcessParameters.wellRested)
    }
    let at = Int32(clamping: initial.at.instant(in: roster.zone).seconds - roster.origin.seconds)
    switch initial.value {
    case .s(let s): return .homeostatic(at: at, s: s)
    case .alertness(let alertness): return .alertness(at: at, alertness)
    }
  }
}
