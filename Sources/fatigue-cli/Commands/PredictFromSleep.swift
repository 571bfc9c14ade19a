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
      sources: &sources, diagnostics: &diagnostics,
      zones: { try? ZoneFiles.directory.zone(named: $0) })
    context.complain(diagnostics, in: sources)
    let status = LoadedRoster.status(
      diagnostics, hasRoster: !log.entries.isEmpty, settings)
    guard let first = log.entries.map(\.onset).min(), let last = log.entries.map(\.wake).max()
    else { return status }
    let firstDay = zone.startOfDay(zone.civil(first).date)
    let started = settings.initial?.at.instant(in: zone)
    let begins = settings.from?.instant(in: zone) ?? started ?? firstDay
    if let started, begins < started {
      throw .other(
        Localized(
          nb: "--from er før starten i --initial", en: "--from is before the start in --initial"),
        hint: nil)
    }
    let ends = settings.to?.instant(in: zone) ?? zone.startOfDay(zone.civil(last).date + 1)
    try checkReach(settings, from: begins, through: ends, log: (first, last), zone)
    let origin = min(firstDay, zone.startOfDay(zone.civil(started ?? begins).date))
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
    try checkAlertness(settings.initial, predictor, zone: zone)
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
      let shown = format == "csv" ? names.shown.map(sink.shown) : names.shown
      sink.fill { bytes, flush in
        output.write(
          shown, format: format, into: &bytes, flush: flush, series: series,
          indices: { _ in [] })
      }
    }
    return status.combined(with: written)
  }

  /// No more than a year of nothing on either side, and the start before the end.
  private static func checkReach(
    _ settings: Settings, from begins: Instant, through ends: Instant,
    log: (first: Instant, last: Instant), _ zone: Zone
  ) throws(UsageError) {
    let year = 366 * Int64(86_400)
    let (first, last) = (zone.civil(log.first).date, zone.civil(log.last).date)
    let dates = "\(first.iso)–\(last.iso)"
    let hint = Localized(nb: "loggen går over \(dates)", en: "the log covers \(dates)")
    // Where no --from is given, the rows begin with the state that is known.
    let start = settings.from == nil ? OptionName.initial.long : OptionName.from.long
    guard zone.startOfDay(first).seconds - begins.seconds <= year else {
      throw .other(
        Localized(
          nb: "\(start) er mer enn et år før loggen",
          en: "\(start) is more than a year before the log"),
        hint: hint)
    }
    guard ends.seconds - zone.startOfDay(last).seconds <= year + 86_400 else {
      throw .other(
        Localized(
          nb: "--to er mer enn et år etter loggen", en: "--to is more than a year after the log"),
        hint: hint)
    }
    guard begins <= ends || settings.to != nil else {
      throw .other(
        Localized(nb: "\(start) er etter loggen", en: "\(start) is after the log"), hint: hint)
    }
  }

  /// Who a log is about that names nobody.
  private static let unnamed = Person(number: "", name: "1")

  /// Whether A at the start is one that some S gives at that hour.
  private static func checkAlertness(
    _ initial: InitialState?, _ predictor: SleepPredictor, zone: Zone
  ) throws(UsageError) {
    guard let initial, case .alertness(let alertness) = initial.value else { return }
    let at = initial.at.instant(in: zone)
    let clock = BodyClock(
      zone: zone, origin: at, from: 0, to: 0, adaptation: predictor.adaptation)
    let parameters = predictor.tables.parameters
    let rhythm = parameters.rhythm(at: clock.hour(at: 0)).value
    let range = parameters.homeostatic.range
    guard range.contains(alertness - rhythm) else {
      throw .impossible(
        "A", NumberText.significant(alertness),
        range.lowerBound + rhythm...range.upperBound + rhythm)
    }
  }

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
