import FatigueCore

/// `fatigue repair FILE…`
enum RepairCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    let input = try LoadedRoster.read(context)
    guard let read = input.roster else { return input.status }
    context.mentionStrangers(read)
    let roster = try input.restricted(read, settings, key: key)
    let cycle = context.configuration.value.facts.plan.cycleDays ?? input.reading.cycleDays
    let analysis = try CheckCommand.analysisSettings(context, roster)
    let search = try search(context, input, roster, cycle, analysis, key)
    let (result, wasStopped) = carryOut(search, seconds: settings.timeLimit)
    var status = input.status
    if let path = settings.rosterPath {
      var bytes: [UInt8] = []
      ConvertCSV.write(result.repaired, input.sources, into: &bytes)
      status = status.combined(with: context.save(bytes, to: path))
    }
    let written = context.deliver { format, terminal, sink in
      let style =
        settings.names.flatMap { NameStyle(rawValue: $0.rawValue) }
        ?? (format == "text" && terminal.isInteractive ? .real : .pseudonym)
      let report = RepairReport(
        input.reading, result, names: PersonNames(roster, style: style, key: key),
        wasStopped: wasStopped)
      if format == "json" {
        sink.append(
          RepairJSON.bytes(report, settings.reportLanguage, toolVersion: OptionTable.version))
      } else {
        sink.append(RepairText.text(report, terminal, rosterPath: settings.rosterPath))
      }
    }
    let outcome: ExitCode =
      [Lane.law, .agreement].contains { RepairReport.total(result.after, $0).breach > 0 }
      ? .findings : .success
    return status.combined(with: written).combined(with: outcome)
  }

  /// Steps until there is none left, or the clock has run out: the clock only ends a search between two steps,
  /// and the report says so.
  private static func carryOut(
    _ search: RepairSearch, seconds: Int
  ) -> (result: RepairResult, wasStopped: Bool) {
    var search = search
    let end = ContinuousClock.now + .seconds(seconds)
    while search.step() {
      guard ContinuousClock.now < end else { return (search.finish(wasStopped: true), true) }
    }
    return (search.finish(), false)
  }

  private static func search(
    _ context: CommandContext, _ input: LoadedRoster, _ roster: Roster, _ cycle: Int?,
    _ analysis: AnalysisSettings, _ key: [UInt8]?
  ) throws(UsageError) -> RepairSearch {
    let settings = context.settings
    var repair = settings.repair
    let facts = context.configuration.value.facts
    let columns = input.reading.qualifications(of: roster)
    for (index, person) in roster.people.enumerated() {
      let about = facts.person(person)
      let parts = [about?.staffGroup, about?.qualification ?? columns[index]]
      repair.groups.append(
        parts.contains { $0 != nil }
          ? parts.map { $0?.lowercased() ?? "" }.joined(separator: "\n") : nil)
      if let fixed = about?.fixed, fixed.all || !fixed.dates.isEmpty { repair.fixed[index] = fixed }
    }
    for text in settings.fixes {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      var dates = FixedDates()
      guard let name = parts.first, dates.add(parts.count > 1 ? parts[1] : "all") else {
        throw .badValue(
          option: OptionName.fix.long, value: text,
          wanted: Localized(
            nb: "HVEM, HVEM:2026-03-04 eller HVEM:2026-03-04/2026-03-08",
            en: "WHO, WHO:2026-03-04 or WHO:2026-03-04/2026-03-08"))
      }
      var named = settings
      named.employees = [name]
      for person in try input.wanted(named, in: roster, key: key) {
        repair.fixed[person, default: FixedDates()].formUnion(dates)
      }
    }
    return RepairSearch(roster, cycleDays: cycle, analysis: analysis, settings: repair)
  }
}
