import FatigueCore

/// Where a report goes.
struct OutputRequest: Equatable, Sendable {
  enum Destination: Equatable, Sendable {
    case standardOutput
    case file(String, appends: Bool)

    /// Nil for standard output.
    var path: String? {
      if case .file(let path, _) = self { path } else { nil }
    }
  }

  var format: String
  var destination: Destination

  /// A paper that goes to a file ending in `.html` or `.htm` is written as a page.
  var asPage: OutputRequest {
    guard let path = destination.path?.lowercased(),
      path.hasSuffix(".html") || path.hasSuffix(".htm"),
      let page = FormatBook.format(format)?.pageName
    else { return self }
    return OutputRequest(format: page, destination: destination)
  }
}

/// What was asked for, judged and typed.
struct Settings: Sendable {
  enum ColourChoice: String, Sendable { case auto, always, never }
  enum Names: String, Sendable { case pseudonym, numbered, initials, real }

  var command: CommandName
  /// Files, codes, a shell or a command.
  var operands: [String]
  var language: Language
  /// What machine formats are written in: only what was asked for, never the locale.
  var reportLanguage = Language.en
  var colour = ColourChoice.auto
  var ascii = false
  var width: Int?
  var quiet = false
  var verbose = false
  var stats = false
  /// Nil lets the format decide.
  var names: Names?
  /// Nil for one per core.
  var jobs: Int?
  var hash = false

  var outputs: [OutputRequest] = []
  /// Where each person's plan is written.
  var outputFolder: String?
  var failurePolicy = FailurePolicy.standard
  var exitZero = false
  var all = false
  var concise = false
  var detailDuties = false
  var csvDialect = SheetDialect.comma
  var maxFindings: Int?

  var zone: String?
  var year: Int?
  /// Files with the times of shift codes.
  var legends: [String] = []
  /// Rosters of the weeks before.
  var histories: [String] = []
  /// Logs of recorded sleep.
  var sleepLogs: [String] = []
  /// The identifier of a roster format.
  var layout: String?
  /// Whose an input is that does not say so.
  var person: String?
  var standardInputName: String?
  var lenient = false
  var from: TimeBound?
  var to: TimeBound?
  /// Staff numbers, names or pseudonyms; empty for everybody.
  var employees: [String] = []
  /// Ids or prefixes of rules.
  var selected: [String] = []
  var ignored: [String] = []
  /// Limits to try for this run.
  var changes: [LimitChange] = []
  var profile: String?
  /// Findings that were there before, and where to write those of this run.
  var baseline: String?
  var writeBaseline: String?
  /// The share of the people that is analysed, for ``parts`` of another run.
  var shard: Shard?
  /// Files and folders with what shares of the people gave.
  var parts: [String] = []
  var rulesAt: CivilDate?
  /// Changes to try, as typed.
  var whatIf: [String] = []
  /// Lanes in which somebody who comes off worse gives status 1.
  var failIf: Set<ComparisonLane> = []
  /// A list of who is who in two plans.
  var personMap: String?
  var matchesByLine = false
  /// The day on which the new plan was made known.
  var changedOn: CivilDate?
  /// The model of a series, and the seconds between its rows.
  var model = ModelBook.all[0]
  var step: Int32 = 900
  var parity = ModelParity.none
  var assumption = SleepAssumption.normal
  var allModels = false
  /// A table of duties for the indices, and a log of sleep, that stand instead of a roster.
  var dutiesPath: String?
  var sleepPath: String?
  /// The state at the first row of a series.
  var initial: InitialState?
  /// When what is followed up was changed, and the length of a roster's periods.
  var change: CivilDate?
  var periodWeeks = 4
  /// What a repair may do; people and dates that stay are judged when the roster is known.
  var repair = RepairSettings()
  var fixes: [String] = []
  /// How long a search for a base plan may go on, and the plan it is compared with.
  var design = DesignSettings()
  var against: String?
  /// Seconds after which a search stops.
  var timeLimit = 60
  /// Where the repaired roster, or the base plan, is written.
  var rosterPath: String?
  var manual = false
  /// `--list`: what can be explained.
  var lists = false
  var force = false

  /// The file of `--config`; nil for the nearest one.
  var configPath: String?
  var noConfig = false
  var showConfig = false
  /// Options given, for `--show-config`.
  var given: Set<OptionName> = []
  /// As typed, for a report that tells how it was made.
  var arguments = ParsedArguments()
}

extension Settings {
  /// - Parameter language: what the environment asks for.
  init(_ parsed: ParsedArguments, _ command: CommandName, language: Language) throws(UsageError) {
    self.init(command: command, operands: parsed.operands, language: language)
    let reader = OptionReader(parsed: parsed, command: command)
    let chosen = try reader.choice(.lang).flatMap(Language.init)
    self.language = chosen ?? language
    reportLanguage = chosen ?? .en
    colour = try reader.choice(.color).flatMap(ColourChoice.init) ?? .auto
    ascii = parsed.has(.ascii)
    width = try reader.integer(.width, in: 1...100_000)
    quiet = parsed.has(.quiet)
    verbose = parsed.has(.verbose)
    stats = parsed.has(.stats)
    names = try reader.choice(.names).flatMap(Names.init)
    jobs = try reader.integer(.jobs, in: 1...1024)
    hash = parsed.has(.hash)
    outputs = try reader.outputs()
    outputFolder = parsed.last(.outputFolder)?.value
    if let text = parsed.last(.failOn)?.value { failurePolicy = try FailurePolicy.parse(text) }
    exitZero = parsed.has(.exitZero)
    all = parsed.has(.all)
    concise = parsed.has(.concise)
    detailDuties = try reader.choice(.detail) != nil
    csvDialect = try reader.choice(.csvDialect).flatMap(SheetDialect.init) ?? .comma
    maxFindings = try reader.integer(.maxFindings, in: 0...1_000_000_000)
    zone = parsed.last(.zone)?.value
    year = try reader.integer(.year, in: 1970...2199)
    legends = parsed.options.filter { $0.name == .legend }.compactMap(\.value)
    histories = parsed.options.filter { $0.name == .history }.compactMap(\.value)
    sleepLogs = parsed.options.filter { $0.name == .sleep }.compactMap(\.value)
    layout = try reader.choice(.layout)
    person = try reader.text(.person)
    standardInputName = parsed.last(.stdinName)?.value
    lenient = parsed.has(.lenient)
    from = try reader.timeBound(.from)
    to = try reader.timeBound(.to)
    employees = try reader.people(.employee)
    selected = try reader.rules(.select)
    ignored = try reader.rules(.ignore)
    changes = try reader.limitChanges()
    baseline = parsed.last(.baseline)?.value
    writeBaseline = parsed.last(.writeBaseline)?.value
    shard = try reader.shard()
    parts = parsed.options.filter { $0.name == .parts }.compactMap(\.value)
    profile = try reader.choice(.profile)
    whatIf = parsed.options.filter { $0.name == .whatIf }.compactMap(\.value)
    failIf = try reader.comparisonLanes(.failIf)
    personMap = parsed.last(.map)?.value
    matchesByLine = try reader.choice(.match) == "line"
    changedOn = try reader.day(.changedOn)
    rulesAt = try reader.day(.rulesAt)
    model = try reader.choice(.model).flatMap(ModelBook.model) ?? ModelBook.all[0]
    step = try reader.step() ?? 900
    assumption = try reader.choice(.assume).flatMap(SleepAssumption.init) ?? .normal
    parity = try reader.choice(.parity).flatMap(ModelParity.init) ?? .none
    allModels = parsed.has(.allModels)
    dutiesPath = parsed.last(.duties)?.value
    sleepPath = parsed.last(.fromSleep)?.value
    initial = try reader.initialState(
      ofUnified: !allModels && model.id == AlertnessModel.unified.id, ofAll: allModels)
    try checkModel(parsed)
    change = try reader.day(.change)
    periodWeeks = try reader.integer(.periodWeeks, in: 1...52) ?? 4
    repair = try reader.repair()
    design = try reader.design()
    against = parsed.last(.against)?.value
    fixes = parsed.options.filter { $0.name == .fix }.compactMap(\.value)
    timeLimit = try reader.integer(.timeLimit, in: 1...86_400) ?? 60
    if command.writesRoster { rosterPath = parsed.last(.output)?.value }
    manual = parsed.has(.man)
    lists = parsed.has(.list)
    force = parsed.has(.force)
    configPath = parsed.last(.config)?.value
    noConfig = parsed.has(.noConfig)
    showConfig = parsed.has(.showConfig)
    given = Set(parsed.options.map(\.name))
    arguments = parsed
    if configPath != nil, noConfig {
      throw .other(
        Localized(
          nb: "--config og --no-config utelukker hverandre",
          en: "--config and --no-config exclude each other"), hint: nil)
    }
    try checkComparison()
    try checkShares()
    try checkOperands()
    // A report from parts is that of check, and says so.
    if command == .merge { self.command = .check }
  }

  /// What a change is tried with, and what says who is who.
  private func checkComparison() throws(UsageError) {
    if matchesByLine, personMap != nil { throw Self.exclusive(.match, .map) }
    guard command == .check else { return }
    guard !whatIf.isEmpty else {
      guard given.contains(.failIf) else { return }
      throw .other(
        Localized(
          nb: "--fail-if trenger --what-if i check", en: "--fail-if needs --what-if in check"),
        hint: Localized(
          nb: "fatigue compare sammenligner to planer", en: "fatigue compare compares two plans"))
    }
    let unfit: [OptionName] = [
      .baseline, .writeBaseline, .sleep, .concise, .detail, .maxFindings, .csvDialect,
    ]
    if let option = unfit.first(where: given.contains) { throw Self.exclusive(.whatIf, option) }
    let formats = OptionTable.spec(.compare).formats
    for output in outputs where !formats.contains(output.format) {
      throw .badChoice(
        option: "--format (--what-if)", value: output.format, choices: formats)
    }
  }

  /// A part is no report yet: what is said of the whole plan is said when parts are merged.
  private func checkShares() throws(UsageError) {
    if command == .merge, parts.isEmpty, !showConfig {
      throw .other(
        Localized(nb: "merge mangler --parts", en: "merge needs --parts"),
        hint: Localized(
          nb: "fatigue check FIL --shard i/n lager delene",
          en: "fatigue check FILE --shard i/n makes the parts"))
    }
    guard shard != nil else { return }
    let unfit: [OptionName] = [.format, .baseline, .writeBaseline, .whatIf]
    if let option = unfit.first(where: given.contains) { throw Self.exclusive(.shard, option) }
  }

  private static func exclusive(_ a: OptionName, _ b: OptionName) -> UsageError {
    .other(
      Localized(
        nb: "\(a.long) og \(b.long) utelukker hverandre",
        en: "\(a.long) and \(b.long) exclude each other"), hint: nil)
  }

  private func checkOperands() throws(UsageError) {
    let operand = OptionTable.spec(command).operand
    let standsInstead = dutiesPath != nil || sleepPath != nil
    guard showConfig || standsInstead || lists || operands.count >= operand.count.lowerBound else {
      throw .missingOperand(command)
    }
    guard operands.count <= operand.count.upperBound else {
      throw .unwantedOperand(operands[operand.count.upperBound], command)
    }
    switch operand {
    case .shell where operands.isEmpty: break
    case .shell:
      guard CommandSpec.shells.contains(operands[0]) else {
        throw .badChoice(
          option: command.rawValue, value: operands[0], choices: CommandSpec.shells)
      }
    case .files, .plans:
      guard (operands + parts).count(where: { $0 == "-" }) <= 1 else { throw .standardInputTwice }
      try checkFiles()
    case .command:
      if let word = operands.first, CommandName(rawValue: word) == nil {
        throw .unknownCommand(word)
      }
    case .none, .codes, .specification: break
    }
  }

  /// No file is read and written at once, or written twice, or both the plan and what came before it.
  private func checkFiles() throws(UsageError) {
    let plans = Set(operands.map(DisplayPath.normalised))
    if let path = histories.first(where: { plans.contains(DisplayPath.normalised($0)) }) {
      throw .other(
        Localized(
          nb: "\(path) er både planen og tilbakeblikket", en: "\(path) is both plan and look-back"),
        hint: Localized(
          nb: "--history er vaktene før planen", en: "--history is the shifts before the plan"))
    }
    let read =
      operands + legends + histories + sleepLogs + parts
      + [configPath, dutiesPath, sleepPath, personMap].compactMap(\.self)
    let inputs = Set(read.map(DisplayPath.normalised))
    let reports = outputs.compactMap(\.destination.path) + [rosterPath].compactMap(\.self)
    // A baseline may be written anew over itself, but by nothing else.
    let compared = baseline.map(DisplayPath.normalised)
    for path in reports + [writeBaseline].compactMap(\.self)
    where inputs.contains(DisplayPath.normalised(path)) {
      throw Self.bothReadAndWritten(path)
    }
    let names = reports.map(DisplayPath.normalised)
    for (path, name) in zip(reports, names) where name == compared {
      throw Self.bothReadAndWritten(path)
    }
    if let path = writeBaseline, names.contains(DisplayPath.normalised(path)) {
      throw .sameFileTwice(path)
    }
  }

  private static func bothReadAndWritten(_ path: String) -> UsageError {
    .other(
      Localized(nb: "\(path) er både inndata og utdata", en: "\(path) is both input and output"),
      hint: Localized(nb: "skriv til en annen fil", en: "write to another file"))
  }

  /// Something was asked for that can take shifts away from the plan.
  var isCut: Bool { from != nil || to != nil || !employees.isEmpty }
}
