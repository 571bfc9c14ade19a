import FatigueCore

/// `fatigue plan FILE…`
enum PlanCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let configured = context.configuration.value
    let key = configured.pseudonymKey
    var watch = Stopwatch()
    context.startReading()
    let input = try LoadedRoster.read(context)
    watch.lap(Localized(nb: "lest på", en: "read in"))
    guard let read = input.roster else { return input.status }
    context.mentionStrangers(read)
    // Everybody stays in: who else is at work decides who can nap when.
    let plan = try input.restricted(read, settings, key: key)
    let cycle = configured.facts.plan.cycleDays ?? input.reading.cycleDays
    let roster = cycle.map { plan.repeating(every: $0) } ?? plan
    let wanted = try input.wanted(settings, in: roster, key: key)
    try check(settings, wanted)
    let jobs = settings.jobs ?? SystemIO.processorCount
    let recorded = RecordedSleep(
      input.sleepLog, roster, person: settings.person ?? configured.person)
    var chosen = AnalysisSettings(
      limits: configured.limits, facts: configured.facts,
      selection: RuleSelection(
        packs: configured.packs ?? RuleProfile.standard.packs, switched: configured.switched,
        at: configured.rulesAt ?? roster.firstDate),
      waivers: configured.waivers, jobs: jobs)
    if !recorded.isEmpty { chosen.recordedSleep = recorded }
    context.startAnalysing(roster)
    let analysis = RosterAnalysis(roster, settings: chosen)
    let protocols = ProtocolSettings(configured.facts, for: roster)
    let pseudonyms = PersonNames(roster, style: .pseudonym, key: key)
    let report = PlanReport(
      input.reading, analysis,
      RosterPlan(roster, settings: protocols, recorded: recorded, jobs: jobs),
      settings: protocols, names: pseudonyms, shown: wanted)
    watch.lap(Localized(nb: "analysert på", en: "analysed in"))
    context.startWriting()
    let output = PlanOutput(context: context, report: report, key: key)
    let written = settings.outputFolder.map(output.write(into:)) ?? output.deliver()
    watch.lap(Localized(nb: "skrevet på", en: "written in"))
    context.finish(
      watch, people: roster.people.count,
      shifts: analysis.people.reduce(0) { $0 + $1.shifts })
    return input.status.combined(with: written)
  }

  /// A calendar is one person's: a mix of people's would be nobody's.
  private static func check(_ settings: Settings, _ wanted: [Int]) throws(UsageError) {
    if settings.outputFolder != nil, settings.given.contains(.output) {
      throw .other(
        Localized(
          nb: "-o og --out-dir utelukker hverandre", en: "-o and --out-dir exclude each other"),
        hint: Localized(
          nb: "-f FORMAT=FIL skriver en side til ved siden av mappen",
          en: "-f FORMAT=FILE writes another page beside the folder"))
    }
    // With a folder, the calendars without a file of their own go there.
    let single = settings.outputs.filter {
      settings.outputFolder == nil || $0.destination != .standardOutput
    }
    guard wanted.count != 1, single.contains(where: { $0.format == "ics" }) else { return }
    throw .other(
      Localized(
        nb: "en kalender gjelder én ansatt", en: "a calendar is for one employee"),
      hint: Localized(
        nb: "velg en med -e, eller en mappe for alle med --out-dir",
        en: "choose one with -e, or a folder for all with --out-dir"))
  }
}

/// Writes plans to where they are wanted.
struct PlanOutput {
  let context: CommandContext
  let report: PlanReport
  let key: [UInt8]?

  private var settings: Settings { context.settings }

  /// Every report that was asked for.
  func deliver() -> ExitCode {
    deliver { _ in true }
  }

  /// Those that are wanted; a calendar without an entry is none, and is said to be so instead.
  private func deliver(where isWanted: (OutputRequest) -> Bool) -> ExitCode {
    let isEmpty = report.shown.first.map { report.plan.people[$0] == nil } ?? true
    if isEmpty, settings.outputs.contains(where: { $0.format == "ics" && isWanted($0) }) {
      context.complain(
        Localized(
          nb: "ingen nattevakter i turnusen, så det er ingen kalender å skrive",
          en: "no night duties in the roster, so there is no calendar to write"))
    }
    func isWritten(_ request: OutputRequest) -> Bool {
      isWanted(request) && !(isEmpty && request.format == "ics")
    }
    return context.deliver(where: isWritten) { format, terminal, sink in
      sink.append(bytes(report(format, terminal), format, terminal))
    }
  }

  /// One file for each person with nights, and those reports that name a file.
  func write(into folder: String) -> ExitCode {
    do throws(SystemError) {
      try SystemIO.makeFolder(folder)
    } catch {
      context.complain(
        Localized(
          nb: "kan ikke lage mappen \(folder): \(error.message.nb)",
          en: "cannot make the folder \(folder): \(error.message.en)"))
      return .unwritable
    }
    let loose = settings.outputs.first { $0.destination == .standardOutput }
    let format = settings.given.contains(.format) ? loose?.format : "ics"
    var status = ExitCode.success
    if let format {
      let terminal = context.terminal.forFiles(settings)
      let report = report(format, terminal)
      let people = report.shown.isEmpty ? Array(report.roster.people.indices) : report.shown
      var taken: Set<String> = []
      for person in people where report.plan.people[person] != nil {
        let name = Self.fileName(report.names.shown[person], format, &taken)
        let bytes = bytes(report.showing([person]), format, terminal)
        status = status.combined(with: context.savePrivately(bytes, to: "\(folder)/\(name)"))
      }
      if taken.isEmpty {
        context.complain(
          Localized(
            nb: "ingen har nattevakter, så ingen fil er skrevet",
            en: "nobody has night duties, so no file was written"))
      }
    }
    return status.combined(with: deliver { $0.destination != .standardOutput })
  }

  private func report(_ format: String, _ terminal: Terminal) -> PlanReport {
    let style =
      settings.names.flatMap { NameStyle(rawValue: $0.rawValue) }
      ?? (format == "text" && terminal.isInteractive ? .real : .pseudonym)
    guard style != report.names.style else { return report }
    return report.showing(
      report.shown, names: PersonNames(report.roster, style: style, key: key))
  }

  private func bytes(_ report: PlanReport, _ format: String, _ terminal: Terminal) -> [UInt8] {
    switch format {
    case "json":
      return PlanJSON.bytes(report, settings.reportLanguage, toolVersion: OptionTable.version)
    case "html":
      return PlanPage.bytes(report, context.language)
    case "ics":
      guard let person = report.shown.first else { return [] }
      return PlanCalendar.bytes(report, person: person, context.language, stamp: stamp)
    default:
      return Array(PlanText.text(report, terminal, all: settings.all).utf8)
    }
  }

  /// `SOURCE_DATE_EPOCH`, for builds that must give the same bytes.
  private var stamp: Instant? {
    context.environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }.map { Instant(seconds: $0) }
  }

  /// Letters and digits of the name; unique in the folder.
  private static func fileName(
    _ name: String, _ format: String, _ taken: inout Set<String>
  ) -> String {
    var plain = ""
    for character in name {
      let isKept = character.isLetter || character.isNumber || character == "-"
      if isKept { plain.append(character) } else if plain.last != "_" { plain.append("_") }
    }
    let stem = plain.isEmpty ? "_" : String(plain.prefix(80))
    let ending = format == "text" ? "txt" : format
    var file = "\(stem).\(ending)"
    var number = 1
    while !taken.insert(file.lowercased()).inserted {
      number += 1
      file = "\(stem)-\(number).\(ending)"
    }
    return file
  }
}
