import FatigueCore

/// `fatigue check FILE…`
enum CheckCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let settings = context.settings
    let key = context.configuration.value.pseudonymKey
    var watch = Stopwatch()
    context.startReading()
    let pieces = try LoadedRoster.readInPieces(context)
    let input = if let pieces { pieces } else { try LoadedRoster.read(context) }
    watch.lap(Localized(nb: "lest på", en: "read in"))
    guard let read = input.roster else { return try tellUnread(input, context) }
    if !settings.whatIf.isEmpty { return try WhatIf.run(context, input, read) }
    context.mentionStrangers(read)
    context.mentionNamedFiles(read)
    let plan = try input.restricted(read, settings, key: key)
    let cycle = context.configuration.value.facts.plan.cycleDays ?? input.reading.cycleDays
    let roster = cycle.map { plan.repeating(every: $0) } ?? plan
    let chosen = try analysisSettings(context, roster).with(input.sleepLog, roster, context)
    if let shard = settings.shard {
      return input.status.combined(
        with: Parts.write(shard, of: roster, input.reading, chosen, context))
    }
    let analysis: RosterAnalysis
    if settings.parts.isEmpty {
      context.startAnalysing(roster)
      analysis = RosterAnalysis(roster, settings: chosen, counting: onlyCounts(context))
    } else {
      analysis = try Parts.merge(settings.parts, of: roster, input.reading, chosen, context)
    }
    watch.lap(Localized(nb: "analysert på", en: "analysed in"))
    let naps = analysis.napDiagnostics()
    input.print(naps, context)
    var reading = input.reading
    for diagnostic in naps { reading.diagnostics.add(diagnostic) }
    let comparison = try baseline(context).map {
      BaselineComparison($0, analysis, PersonNames(roster, style: .pseudonym, key: key))
    }
    let fails = failing(analysis, settings, comparison)
    let status = input.status.combined(
      with: outcome(fails + counted(analysis, settings), settings))
    if let path = settings.writeBaseline {
      let report = CheckReport(
        reading, analysis, names: PersonNames(roster, style: .pseudonym, key: key), exit: 0)
      let written = context.save(Baseline.bytes(report), to: path)
      guard written == .success else { return status.combined(with: written) }
    }
    var options = FormatOptions(settings.reportLanguage, toolVersion: OptionTable.version)
    options.duties = settings.detailDuties
    options.fails = fails
    options.dialect = settings.csvDialect
    if let site = context.configuration.value.facts.site { options.site = site }
    let saying = ["json", "ndjson", "html", "protokoll", "protokoll-html"]
    if settings.outputs.contains(where: { saying.contains($0.format) }) {
      options.digests = input.digests
    }
    context.startWriting()
    let written = context.deliver { format, terminal, sink in
      let names = PersonNames(
        roster, style: style(format, terminal, settings), key: key, jobs: chosen.jobs)
      let report = CheckReport(
        reading, analysis, names: names, exit: Int(status.rawValue), baseline: comparison)
      if let machine = FormatBook.format(format) {
        var options = options
        if machine.isForPeople {
          options.language = settings.language
          options.command = ShownCommand.text(settings, format: format)
          options.fullReport = ShownCommand.text(settings, format: "html")
        }
        sink.fill { bytes, flush in machine.write(report, options, &bytes, flush) }
      } else if settings.concise || format == "concise" {
        sink.append(ConciseReport.text(report, terminal))
      } else {
        sink.append(
          TextReport.text(
            report, terminal,
            TextReport.Options(
              all: settings.all, maxFindings: settings.maxFindings,
              inputs: settings.operands.map { $0 == "-" ? "-" : DisplayPath.shown($0) },
              settings: settings, key: key,
              isCut: settings.isCut && !read.shifts.isEmpty)))
      }
    }
    watch.lap(Localized(nb: "skrevet på", en: "written in"))
    if settings.stats, !settings.quiet {
      tell(watch, analysis, context)
    } else if let time = context.progress.finish() {
      let shifts = analysis.people.reduce(0) { $0 + $1.shifts }
      context.tell(time, RunStatistics.counts(people: analysis.people.count, shifts: shifts))
    }
    return status.combined(with: written)
  }

  /// Nothing is wanted but the table of people, for which findings need not be kept.
  static func onlyCounts(_ context: CommandContext) -> Bool {
    let settings = context.settings
    let findings =
      settings.parts + settings.whatIf
      + [settings.baseline, settings.writeBaseline].compactMap(\.self)
    return settings.command == .check && settings.shard == nil && !settings.stats
      && findings.isEmpty && context.configuration.value.waivers.isEmpty
      && settings.outputs.allSatisfy { $0.format == "csv" }
  }

  /// Nothing could be read: the files that a build waits for say so, and standard output stays empty.
  private static func tellUnread(
    _ input: LoadedRoster, _ context: CommandContext
  ) throws(UsageError) -> ExitCode {
    let roster = Roster(
      nothingIn: try LoadedRoster.zone(context.settings, context.configuration.value))
    let analysis = RosterAnalysis(roster, settings: try analysisSettings(context, roster))
    let names = PersonNames(roster, style: .pseudonym, key: nil)
    let report = CheckReport(
      input.reading, analysis, names: names, exit: Int(input.status.rawValue))
    let options = FormatOptions(context.settings.reportLanguage, toolVersion: OptionTable.version)
    func isWanted(_ request: OutputRequest) -> Bool {
      request.destination != .standardOutput
        && FormatBook.format(request.format)?.tellsOfUnread == true
    }
    let written = context.deliver(where: isWanted) { format, _, sink in
      sink.fill { bytes, flush in
        FormatBook.format(format)?.write(report, options, &bytes, flush)
      }
    }
    return input.status.combined(with: written)
  }

  /// What `--stats` says.
  private static func tell(
    _ watch: Stopwatch, _ analysis: RosterAnalysis, _ context: CommandContext
  ) {
    let shifts = analysis.people.reduce(0) { $0 + $1.shifts }
    let rate = Int(min(Double(shifts) / max(watch.seconds, 1e-6), 1e15))
    let found = CheckReport.count(analysis.findings)
    func text(_ language: Language) -> String {
      func number(_ count: Int, _ nb: String, _ en: String) -> String {
        NumberText.count(count)[language] + " " + Localized(nb: nb, en: en)[language]
      }
      return [
        number(analysis.people.count, "ansatte, ", "employees, ")
          + number(shifts, "vakter, ", "shifts, ")
          + number(analysis.rulesTried.count, "regler", "rules"),
        found.isEmpty ? nil : LaneText.list(found, language), watch.text(language),
        number(rate, "vakter i sekundet", "shifts a second"),
      ].compactMap(\.self).joined(separator: "; ")
    }
    let text = Localized(nb: text(.nb), en: text(.en))
    context.errors.write(context.terminal.text(text) + "\n")
  }

  /// What the settings and the options choose; an option goes before the file.
  static func analysisSettings(
    _ context: CommandContext, _ roster: Roster
  ) throws(UsageError) -> AnalysisSettings {
    try analysisSettings(context, from: roster.firstDate)
  }

  /// The same for a plan that begins on a date.
  static func analysisSettings(
    _ context: CommandContext, from first: CivilDate
  ) throws(UsageError) -> AnalysisSettings {
    let settings = context.settings
    let configured = context.configuration.value
    var limits = configured.limits
    for change in settings.changes { limits.set(change.limit, to: change.value, isTried: true) }
    let profile = settings.profile.flatMap(RuleProfile.named) ?? .standard
    let selection = RuleSelection(
      packs: (settings.profile == nil ? configured.packs : nil) ?? profile.packs,
      select: settings.selected, ignore: settings.ignored, switched: configured.switched,
      at: settings.rulesAt ?? configured.rulesAt ?? first)
    var analysis = AnalysisSettings(
      limits: limits, facts: configured.facts, selection: selection,
      waivers: configured.waivers, jobs: settings.jobs ?? SystemIO.processorCount)
    // The other models are second opinions: levels are those of the three-process model.
    if settings.model.scale != nil { analysis.model = settings.model }
    analysis.asksUnified = settings.model.id == AlertnessModel.unified.id
    analysis.assumption = settings.assumption
    return analysis
  }

  /// For each finding whether it is as grave as `--fail-on` says; what is waived or in a baseline
  /// is not.
  static func failing(
    _ analysis: RosterAnalysis, _ settings: Settings, _ baseline: BaselineComparison? = nil
  ) -> [Bool] {
    let ofRules = RuleBook.rules.map { settings.failurePolicy.mildest($0.lane) }
    let ofAgreements = settings.failurePolicy.mildest(.agreement)
    return analysis.findings.indices.map { index in
      let finding = analysis.findings[index]
      guard !finding.isWaived, baseline?.isKnown[index] != true,
        let mildest = finding.isAgreed ? ofAgreements : ofRules[Int(finding.rule)]
      else { return false }
      return finding.status >= mildest
    }
  }

  /// Whether anything fails of what was only counted, once for each lane.
  private static func counted(_ analysis: RosterAnalysis, _ settings: Settings) -> [Bool] {
    guard let tally = analysis.tally else { return [] }
    return Lane.allCases.map { lane in
      settings.failurePolicy.mildest(lane).map { tally.has(lane, atLeast: $0) } ?? false
    }
  }

  /// 1 when a finding fails, unless `--exit-zero`; nothing does while a baseline is written.
  static func outcome(_ fails: [Bool], _ settings: Settings) -> ExitCode {
    guard !settings.exitZero, settings.writeBaseline == nil else { return .success }
    return fails.contains(true) ? .findings : .success
  }

  /// The file of `--baseline`.
  private static func baseline(_ context: CommandContext) throws(UsageError) -> Baseline? {
    guard let path = context.settings.baseline else { return nil }
    let bytes: [UInt8]
    do throws(SystemError) {
      let descriptor = try SystemIO.openForReading(path)
      defer { try? SystemIO.close(descriptor) }
      bytes = try SystemIO.readAll(descriptor, limit: Baseline.largest)
    } catch {
      throw .other(
        Localized(
          nb: "kan ikke lese grunnlinjen \(path): \(error.message.nb)",
          en: "cannot read the baseline \(path): \(error.message.en)"),
        hint: Localized(
          nb: "--write-baseline \(path) skriver en", en: "--write-baseline \(path) writes one"))
    }
    do throws(Baseline.Fault) {
      return try Baseline(bytes)
    } catch {
      let (line, column) = Baseline.place(of: error, in: bytes)
      throw .other(
        Localized(
          nb: "\(path):\(line):\(column): ikke en grunnlinje: \(error.message.nb)",
          en: "\(path):\(line):\(column): not a baseline: \(error.message.en)"),
        hint: Localized(
          nb: "--write-baseline skriver en", en: "--write-baseline writes one"))
    }
  }

  /// Names are for the person who runs it, on a terminal; everything that may travel carries
  /// pseudonyms unless something else was asked for.
  static func style(
    _ format: String, _ terminal: Terminal, _ settings: Settings
  ) -> NameStyle {
    if let chosen = settings.names { return NameStyle(rawValue: chosen.rawValue) ?? .pseudonym }
    let isText = FormatBook.format(format) == nil
    return isText && terminal.isInteractive ? .real : .pseudonym
  }
}

extension AnalysisSettings {
  /// The same with what `--sleep` has recorded of a roster's people.
  func with(_ log: SleepLog, _ roster: Roster, _ context: CommandContext) -> AnalysisSettings {
    guard !log.entries.isEmpty else { return self }
    var settings = self
    settings.recordedSleep = RecordedSleep(
      log, roster, person: context.settings.person ?? context.configuration.value.person)
    return settings
  }
}
