import FatigueCore

/// The rosters of a run, read and complained about.
struct LoadedRoster {
  /// What the reader made of the files; its diagnostics hold those of opening them too.
  var reading: RosterReading
  /// Recorded sleep; empty without `--sleep`.
  var sleepLog = SleepLog()
  /// ``ExitCode/unreadable`` when something could not be read in full.
  var status: ExitCode
  /// The inputs as they lie on the disk, before they were decoded: in the order of the sources.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// The place of the first roster among them, after what codes mean.
  private var firstPlan = 0

  init(reading: RosterReading, sleepLog: SleepLog = SleepLog(), status: ExitCode) {
    (self.reading, self.sleepLog, self.status) = (reading, sleepLog, status)
  }

  var sources: SourceMap { reading.sources }
  /// Nil when nothing could be read; then no report is written.
  var roster: Roster? { reading.roster }

  /// Reads the files named, and prints what is wrong with them to standard error.
  ///
  /// - Parameters:
  ///   - opened: Files that are open already; nil for all that are named.
  ///   - files: Others than the operands of the command.
  static func read(
    _ context: CommandContext, _ opened: InputFiles.Reading? = nil, files named: [String]? = nil
  ) throws(UsageError) -> LoadedRoster {
    let settings = context.settings
    let options = try options(context)
    let opener = InputFiles(standardInputName: settings.standardInputName)
    let files = opened ?? opener.read(named ?? settings.operands)
    // The command line goes first: its files stand instead of the one in the settings.
    let configuredLegend =
      settings.legends.isEmpty ? context.configuration.legendPath.map { [$0] } ?? [] : []
    let legends = opener.read(settings.legends + configuredLegend)
    let histories = opener.read(settings.histories)
    var reading = RosterReader.read(
      files.inputs + histories.inputs, legends: legends.inputs, options: options
    ) {
      name in try? ZoneFiles.directory.zone(named: name)
    }
    var diagnostics = files.diagnostics
    diagnostics.add(contentsOf: legends.diagnostics)
    diagnostics.add(contentsOf: histories.diagnostics)
    diagnostics.add(contentsOf: reading.diagnostics)
    if !settings.histories.isEmpty {
      let first = legends.inputs.count + files.inputs.count
      reading.separateHistory(fromFile: first, diagnostics: &diagnostics)
    }
    reading.diagnostics = diagnostics
    let logs = opener.read(settings.sleepLogs)
    reading.diagnostics.add(contentsOf: logs.diagnostics)
    let sleepLog = reading.readSleep(logs.inputs, options: options) {
      try? ZoneFiles.directory.zone(named: $0)
    }
    var loaded = LoadedRoster(
      reading: reading, sleepLog: sleepLog,
      status: status(reading.diagnostics, hasRoster: reading.roster != nil, settings))
    // The bytes of long files are not kept where no digest is made of them.
    loaded.files = (legends.inputs + files.inputs + histories.inputs + logs.inputs).map {
      (path, bytes) in (path, settings.hash || bytes.count <= mostDigested ? bytes : [])
    }
    loaded.firstPlan = legends.inputs.count
    for summary in reading.understood { context.mention(loaded.understood(summary)) }
    loaded.printDiagnostics(context)
    return loaded
  }

  /// Reads one long list without keeping its bytes, where no report will ask for them.
  ///
  /// - Returns: nil when the file is to be read as a whole.
  static func readInPieces(_ context: CommandContext) throws(UsageError) -> LoadedRoster? {
    let settings = context.settings
    let others = settings.legends + settings.histories + settings.sleepLogs
    guard CheckCommand.onlyCounts(context), others.isEmpty,
      context.configuration.legendPath == nil, settings.operands.count == 1,
      let path = settings.operands.first, path != "-",
      let descriptor = try? SystemIO.openForReading(path)
    else { return nil }
    defer { try? SystemIO.close(descriptor) }
    guard let size = SystemIO.fileSize(descriptor), size >= context.longInput else { return nil }
    let source = PieceSource(size: size, room: min(max(context.longInput / 4, 1), 1 << 18)) {
      (bytes, offset, most) in
      (try? SystemIO.readPiece(descriptor, at: offset, into: &bytes, room: most)) != nil
    }
    let reading = RosterReader.readInPieces(
      InputFiles(standardInputName: nil).shownPath(path), source, options: try options(context),
      jobs: settings.jobs ?? SystemIO.processorCount, prepare: SystemIO.askForLargePages)
    guard let reading else { return nil }
    let loaded = LoadedRoster(reading: reading, status: .success)
    for summary in reading.understood { context.mention(loaded.understood(summary)) }
    return loaded
  }

  private static func options(
    _ context: CommandContext
  ) throws(UsageError) -> ReadingOptions {
    let settings = context.settings
    let configured = context.configuration.value
    let zone = try zone(settings, configured)
    var options = ReadingOptions(
      zone: zone, year: settings.year ?? configured.year,
      layout: settings.layout ?? configured.layout,
      person: settings.person ?? configured.person, legend: configured.codes)
    options.nights = configured.nights.flatMap { NightDating(rawValue: $0.rawValue) }
    if let end = configured.seriesEnd {
      options.seriesEnd = end == .exact ? .exact : .wallClock
    }
    options.calendarPerson = configured.calendarPerson ?? .automatic
    // A series needs what lies before its first row, and the duty that one wakes for after the last.
    if settings.command != .predict {
      options.from = settings.from?.instant(in: zone)
      options.to = settings.to?.instant(in: zone)
      options.firstDay = settings.from?.date
      options.lastDay = settings.to?.lastDay
    }
    return options
  }

  /// Without `--hash` a longer input has no digest.
  private static let mostDigested = 8 << 20

  /// SHA-256 of each input as it lies on the disk, where it is not too long.
  var digests: [String?] { reading.sources.files.indices.map(digest) }

  /// SHA-256 of the first roster.
  var planDigest: String? { digest(firstPlan) }

  private func digest(_ place: Int) -> String? {
    let known = reading.sources.files
    // An input that there was no room for has no place among the sources.
    guard files.indices.contains(place), known.indices.contains(place),
      files[place].path == known[place].path,
      !files[place].bytes.isEmpty || known[place].bytes.isEmpty
    else { return nil }
    return BytesText.hexadecimal(SHA256.digest(of: files[place].bytes))
  }

  /// The zone of `--zone`, else of the settings, else Norway's.
  static func zone(
    _ settings: Settings, _ configuration: Configuration
  ) throws(UsageError) -> Zone {
    guard let name = settings.zone else { return configuration.zone ?? .oslo }
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
    print(reading.diagnostics, context)
  }

  /// Prints what a command itself has to say about the rows.
  func print(_ diagnostics: [Diagnostic], _ context: CommandContext) {
    var list = DiagnosticList()
    for diagnostic in diagnostics { list.add(diagnostic) }
    print(list, context)
  }

  func print(_ diagnostics: DiagnosticList, _ context: CommandContext) {
    context.complain(diagnostics, in: sources)
  }

  /// How one input was read, for `--verbose`.
  private func understood(_ summary: InputSummary) -> Localized {
    let start = "\(summary.path): "
    let end = ", \(summary.encoding.rawValue), \(summary.zone)"
    return Localized(
      nb: "\(start)\(summary.layout.nb), \(summary.rows) rader, \(summary.entries) vakter\(end)",
      en: "\(start)\(summary.layout.en), \(summary.rows) rows, \(summary.entries) entries\(end)")
  }

  /// The entries that `--from`, `--to` and `--employee` leave.
  ///
  /// - Parameter key: The one that pseudonyms are made with.
  func restricted(
    _ roster: Roster, _ settings: Settings, key: [UInt8]? = nil
  ) throws(UsageError) -> Roster {
    let isPlan = settings.command == .plan
    let wanted = isPlan ? nil : try people(settings.employees, in: roster, key: key)
    let (from, to) = settings.command == .predict ? (nil, nil) : (settings.from, settings.to)
    guard from != nil || to != nil || wanted != nil else { return roster }
    return roster.keeping(
      from: from?.instant(in: roster.zone), to: to?.instant(in: roster.zone),
      where: { wanted?.contains($0) ?? true })
  }

  /// Indices of those meant by `--employee`, in the roster's order; none for everybody.
  func wanted(
    _ settings: Settings, in roster: Roster, key: [UInt8]?
  ) throws(UsageError) -> [Int] {
    guard let wanted = try people(settings.employees, in: roster, key: key) else { return [] }
    return roster.people.indices.filter { wanted.contains(roster.people[$0]) }
  }

  /// Those meant by `--employee`: by staff number, by name, or as a report calls them.
  private func people(
    _ wanted: [String], in roster: Roster, key: [UInt8]?
  ) throws(UsageError) -> Set<Person>? {
    guard !wanted.isEmpty else { return nil }
    var known: [String: Set<Person>] = [:]
    let called = [NameStyle.pseudonym, .numbered].map {
      PersonNames(roster, style: $0, key: key).shown
    }
    for (index, person) in roster.people.enumerated() {
      for name in [person.number, person.name] + called.map({ $0[index] }) {
        known[name.lowercased(), default: []].insert(person)
      }
    }
    var found: Set<Person> = []
    var left = wanted[...]
    while let name = left.popFirst() {
      // The comma in `Nordmann, Kari` has parted the name.
      let whole = left.first.map { Person.known(asWritten: "\(name),\($0)").lowercased() }
      if let people = known[name.lowercased()], !name.isEmpty {
        found.formUnion(people)
      } else if let whole, let people = known[whole] {
        found.formUnion(people)
        left.removeFirst()
      } else {
        throw Self.unknown(name, among: roster.people)
      }
    }
    return found
  }

  /// Nobody is called what `--employee` says.
  static func unknown(_ name: String, among people: [Person]) -> UsageError {
    let names = people.flatMap { [$0.name, $0.number] }
    return .other(
      Localized(
        nb: "ingen ansatt heter eller har nummer \(name)",
        en: "no employee is called or has the number \(name)"),
      hint: Suggestion.nearest(to: name, in: names).map {
        Localized(nb: "mente du \($0)?", en: "did you mean \($0)?")
      })
  }
}
