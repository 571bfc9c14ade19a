import FatigueCore

/// `fatigue design FILE`
enum DesignCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    guard let spec = read(context) else { return .unreadable }
    let settings = context.settings
    var analysis = try CheckCommand.analysisSettings(context, from: spec.from)
    analysis.facts.plan.cycleDays = nil
    var status = ExitCode.success
    var against: LaneTotals?
    if let path = settings.against {
      let input = try LoadedRoster.read(context, files: [path])
      status = input.status
      guard let roster = input.roster else { return status }
      let cycle = context.configuration.value.facts.plan.cycleDays ?? input.reading.cycleDays
      let whole = cycle.map { roster.repeating(every: $0) } ?? roster
      against = LaneTotals(RosterAnalysis(whole, settings: analysis))
    }
    var search = settings.design
    search.jobs = settings.jobs ?? SystemIO.processorCount
    let result = DesignResult(spec, analysis: analysis, settings: search, against: against)
    let written = context.deliver { format, terminal, sink in
      switch format {
      case "csv":
        sink.append(DesignCSV.bytes(result, settings.reportLanguage))
      case "json":
        sink.append(
          DesignJSON.bytes(result, settings.reportLanguage, toolVersion: OptionTable.version))
      default:
        sink.append(DesignText.text(result, terminal, againstPath: settings.against))
      }
    }
    return status.combined(with: written)
      .combined(with: result.grid == nil ? .findings : .success)
  }

  /// The wishes, with what is wrong in the file said to standard error.
  private static func read(_ context: CommandContext) -> DesignSpec? {
    let files = InputFiles(standardInputName: context.settings.standardInputName)
      .read(context.settings.operands)
    var sources = SourceMap()
    var diagnostics = files.diagnostics
    var spec: DesignSpec?
    if let file = files.inputs.first, let index = sources.add(path: file.path, bytes: file.bytes) {
      let found = DesignSpecReader.read(file.bytes, base: sources.position(file: index, offset: 0))
      for diagnostic in found.diagnostics { diagnostics.add(diagnostic) }
      spec = found.spec
    }
    context.complain(diagnostics, in: sources)
    return spec
  }
}
