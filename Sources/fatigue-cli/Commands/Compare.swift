import FatigueCore

/// `fatigue compare BEFORE AFTER`
enum CompareCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    let inputs = (
      try LoadedRoster.read(context, files: [settings.operands[0]]),
      try LoadedRoster.read(context, files: [settings.operands[1]])
    )
    let status = inputs.0.status.combined(with: inputs.1.status)
    guard let old = try plan(inputs.0, context), let new = try plan(inputs.1, context) else {
      return status.combined(with: .unreadable)
    }
    guard let everybody = try matching(old, new, context) else { return .usage }
    let (before, after, matching) = try restricted(old, new, everybody, context)
    // One set of rules for both plans: that of the new one's first day.
    let chosen = try CheckCommand.analysisSettings(context, after)
    let comparison = PlanComparison(
      RosterAnalysis(before, settings: chosen.with(inputs.0.sleepLog, before, context)),
      RosterAnalysis(after, settings: chosen.with(inputs.1.sleepLog, after, context)),
      matching: matching, changedOn: settings.changedOn)
    var outcome = status
    if settings.given.contains(.failOn) {
      outcome = outcome.combined(with: newFindings(comparison, settings))
    }
    outcome = outcome.combined(with: ComparisonOutput.outcome(comparison, settings))
    let output = ComparisonOutput(
      context: context, comparison: comparison, readings: (inputs.0.reading, inputs.1.reading),
      digests: [inputs.0.planDigest, inputs.1.planDigest],
      key: key, changes: [], status: outcome)
    return outcome.combined(with: output.deliver())
  }

  private static func plan(
    _ input: LoadedRoster, _ context: CommandContext
  ) throws(UsageError) -> Roster? {
    guard let read = input.roster else { return nil }
    // Who is who is found among everybody, whomever the comparison is about.
    var settings = context.settings
    settings.employees = []
    let plan = try input.restricted(
      read, settings, key: context.configuration.value.pseudonymKey)
    let cycle = context.configuration.value.facts.plan.cycleDays ?? input.reading.cycleDays
    return cycle.map { plan.repeating(every: $0) } ?? plan
  }

  /// Those of `--employee`, whichever plan knows them by that name, with who they are in the other one. Each plan
  /// keeps its dates.
  private static func restricted(
    _ before: Roster, _ after: Roster, _ matching: PersonMatching, _ context: CommandContext
  ) throws(UsageError) -> (Roster, Roster, PersonMatching) {
    let wanted = context.settings.employees
    guard !wanted.isEmpty else { return (before, after, matching) }
    let key = context.configuration.value.pseudonymKey
    let known = (PeopleNamed.all(before, key: key), PeopleNamed.all(after, key: key))
    var kept: (before: Set<Int>, after: Set<Int>) = ([], [])
    for name in wanted {
      let (old, new) = (known.0[name.lowercased()] ?? [], known.1[name.lowercased()] ?? [])
      guard !old.isEmpty || !new.isEmpty else {
        throw LoadedRoster.unknown(name, among: before.people + after.people)
      }
      kept.before.formUnion(old)
      kept.after.formUnion(new)
    }
    for pair in matching.pairs
    where kept.before.contains(pair.before) || kept.after.contains(pair.after) {
      kept.before.insert(pair.before)
      kept.after.insert(pair.after)
    }
    let (old, new) = (kept.before.sorted(), kept.after.sorted())
    return (
      before.keeping(people: old), after.keeping(people: new),
      matching.keeping(before: old, after: new)
    )
  }

  /// Who is who; nil when the list of `--map` does not fit, and everything wrong with it is told.
  private static func matching(
    _ before: Roster, _ after: Roster, _ context: CommandContext
  ) throws(UsageError) -> PersonMatching? {
    if context.settings.matchesByLine { return PersonMatching(byLineOf: before, after) }
    guard let path = context.settings.personMap else {
      let matching = PersonMatching(before, after)
      if matching.pairs.isEmpty, !context.settings.quiet {
        context.complain(
          Localized(
            nb: "ingen er i begge planene; --match line eller --map FIL sier hvem som er hvem",
            en: "nobody is in both plans; --match line or --map FILE says who is who"))
      }
      return matching
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      let descriptor = try SystemIO.openForReading(path)
      defer { try? SystemIO.close(descriptor) }
      bytes = try SystemIO.readAll(descriptor, limit: 64 << 20)
    } catch {
      throw .other(
        Localized(
          nb: "kan ikke lese \(path): \(error.message.nb)",
          en: "cannot read \(path): \(error.message.en)"), hint: nil)
    }
    let key = context.configuration.value.pseudonymKey
    let map = PersonMap(
      bytes, path: DisplayPath.shown(path), before: PeopleNamed.all(before, key: key),
      after: PeopleNamed.all(after, key: key))
    guard map.diagnostics.items.isEmpty else {
      context.complain(map.diagnostics, in: map.sources)
      return nil
    }
    return PersonMatching(before, after, map: map.pairs)
  }

  /// With `--fail-on` what is new or graver in the new plan fails, not what both have.
  private static func newFindings(_ comparison: PlanComparison, _ settings: Settings) -> ExitCode {
    let fails = CheckCommand.failing(comparison.after, settings)
    guard let changes = comparison.findings else { return CheckCommand.outcome(fails, settings) }
    let added = changes.new + changes.graver.map(\.after)
    return CheckCommand.outcome(added.map { fails[$0] }, settings)
  }
}

/// `fatigue check FILE --what-if CHANGE`
enum WhatIf {
  static func run(
    _ context: CommandContext, _ input: LoadedRoster, _ read: Roster
  ) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let configured = context.configuration.value
    let key = configured.pseudonymKey
    var changer = RosterChanger(
      read, legend: configured.codes, people: PeopleNamed.all(read, key: key))
    guard apply(&changer, context) else { return .usage }
    let cycle = configured.facts.plan.cycleDays ?? input.reading.cycleDays
    func plan(_ roster: Roster) throws(UsageError) -> Roster {
      let plan = try input.restricted(roster, settings, key: key)
      return cycle.map { plan.repeating(every: $0) } ?? plan
    }
    let (before, after) = (try plan(read), try plan(changer.roster))
    let chosen = try CheckCommand.analysisSettings(context, before)
    let unchanged = RosterAnalysis(before, settings: chosen)
    let comparison = PlanComparison(
      unchanged, RosterAnalysis(after, after: unchanged), matching: PersonMatching(before, after))
    let fails = CheckCommand.failing(comparison.after, settings)
    let outcome = input.status.combined(with: CheckCommand.outcome(fails, settings))
      .combined(with: ComparisonOutput.outcome(comparison, settings))
    let output = ComparisonOutput(
      context: context, comparison: comparison, readings: (input.reading, input.reading),
      digests: [input.planDigest], key: key, changes: changer.changes,
      status: outcome)
    return outcome.combined(with: output.deliver())
  }

  /// Makes every change; says what is wrong with those that cannot be made.
  private static func apply(_ changer: inout RosterChanger, _ context: CommandContext) -> Bool {
    let texts = context.settings.whatIf
    var sources = SourceMap()
    // One line for each, so that the second option's messages are about line 2.
    let lines = texts.map { $0.replacing("\n", with: " ").replacing("\r", with: " ") }
    guard
      let file = sources.add(
        path: OptionName.whatIf.long, bytes: Array(lines.joined(separator: "\n").utf8))
    else { return false }
    var list = DiagnosticList()
    var offset = 0
    for line in lines {
      do throws(PlannedChangeFault) {
        try changer.apply(line)
      } catch {
        list.add(
          Diagnostic(
            .changeNotUnderstood, .error,
            at: sources.position(file: file, offset: offset + error.span.lowerBound),
            length: error.span.count, error.message, hint: error.hint))
      }
      offset += line.utf8.count + 1
    }
    context.complain(list, in: sources)
    return list.items.isEmpty
  }
}

/// What everybody of a roster may be called on a command line.
enum PeopleNamed {
  /// Staff number, name, pseudonym and number in the report, in small letters, with who is called so.
  static func all(_ roster: Roster, key: [UInt8]?) -> [String: [Int]] {
    let called = [NameStyle.pseudonym, .numbered].map {
      PersonNames(roster, style: $0, key: key).shown
    }
    var people: [String: [Int]] = [:]
    for (index, person) in roster.people.enumerated() {
      let names = Set(
        ([person.number, person.name] + called.map { $0[index] }).map { $0.lowercased() })
      for name in names where !name.isEmpty { people[name, default: []].append(index) }
    }
    return people
  }
}

/// Writes a comparison in the formats asked for.
struct ComparisonOutput {
  let context: CommandContext
  let comparison: PlanComparison
  let readings: (before: RosterReading, after: RosterReading)
  /// SHA-256 of the file of each plan; of a change that is tried there is one.
  let digests: [String?]
  let key: [UInt8]?
  let changes: [AppliedChange]
  let status: ExitCode

  /// 1 when somebody comes off worse in a lane of `--fail-if`.
  static func outcome(_ comparison: PlanComparison, _ settings: Settings) -> ExitCode {
    guard !settings.exitZero else { return .success }
    return settings.failIf.contains { comparison.verdict($0) == .worse } ? .findings : .success
  }

  func deliver() -> ExitCode {
    context.deliver { format, terminal, sink in
      let settings = context.settings
      let report = ComparisonReport(
        comparison, readings,
        style: CheckCommand.style(format == "text" ? "text" : "json", terminal, settings), key: key,
        changes: changes, exit: Int(status.rawValue))
      let command = ShownCommand.text(settings, format: format)
      switch format {
      case "json":
        sink.append(
          ComparisonJSON.bytes(
            report, settings.reportLanguage, toolVersion: OptionTable.version))
      case "markdown":
        sink.append(
          ComparisonMarkdown.bytes(
            report, context.language, command: command, toolVersion: OptionTable.version))
      case "html":
        sink.append(
          ComparisonPage.bytes(
            report, context.language, command: command, toolVersion: OptionTable.version))
      case "protokoll", "protokoll-html":
        var options = FormatOptions(context.language, toolVersion: OptionTable.version)
        options.fullReport = ShownCommand.text(settings, format: "html")
        options.digests = digests
        sink.append(
          format == "protokoll"
            ? ComparisonPaper.markdown(report, options) : ComparisonPaper.html(report, options))
      default:
        sink.append(ComparisonText.text(report, terminal, all: settings.all))
      }
    }
  }
}
