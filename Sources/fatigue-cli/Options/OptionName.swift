import FatigueCore

/// The options this build has. The raw value is the long name without its dashes.
enum OptionName: String, CaseIterable, Sendable {
  case format, output
  case outputFolder = "out-dir"
  case failOn = "fail-on"
  case exitZero = "exit-zero"
  case all, concise, detail
  case maxFindings = "max-findings"
  case csvDialect = "csv-dialect"
  case employee
  case select, ignore, set, profile
  case rulesAt = "rules-at"
  case baseline
  case whatIf = "what-if"
  case failIf = "fail-if"
  case map, match
  case changedOn = "changed-on"
  case writeBaseline = "write-baseline"
  case shard, parts
  case zone, year, legend, layout, person, history, sleep
  case model, step, parity, assume, initial, duties
  case allModels = "all-models"
  case fromSleep = "from-sleep"
  case stdinName = "stdin-name"
  case lenient, from, to
  case change
  case periodWeeks = "period-weeks"
  case hoursTolerance = "hours-tolerance"
  case against, clear, fix, proposals, seed, effort
  case timeLimit = "time-limit"
  case man, force, list
  case config
  case noConfig = "no-config"
  case showConfig = "show-config"
  case names, lang, color, ascii, width, quiet, verbose, stats, jobs, hash, help, version

  /// As typed: `--fail-on`.
  var long: String { "--" + rawValue }
}

/// What an option is, for the parser and for every text made from the table.
struct OptionSpec: Sendable {
  let name: OptionName
  let short: Character?
  let value: Value?
  /// Nil for all commands.
  let commands: [CommandName]?
  let group: Group
  let help: Localized

  init(
    _ name: OptionName, short: Character? = nil, _ value: Value? = nil,
    for commands: [CommandName]? = nil, in group: Group, _ help: Localized
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.commands = commands
    self.group = group
    self.help = help
  }

  /// The value that follows an option.
  struct Value: Sendable {
    /// How it is named in help.
    let word: Localized
    /// The values allowed; empty when the set is open.
    var choices: [String] = []
    /// What a shell completes.
    var completes: Completion = .nothing

    /// Rules are a list of ids and packs with commas between, limits one id before a `=`.
    enum Completion: Sendable { case nothing, choices, files, formats, rules, limits }

    static func choice(_ choices: String...) -> Value {
      Value(
        word: Localized(same: choices.joined(separator: "|")), choices: choices,
        completes: .choices)
    }
    static let file = Value(word: Localized(nb: "FIL", en: "FILE"), completes: .files)
    static func word(_ nb: String, _ en: String) -> Value {
      Value(word: Localized(nb: nb, en: en))
    }
  }

  /// The heading it stands under in help.
  enum Group: Int, CaseIterable, Sendable {
    case report, comparing, model, rules, failing, reading, common

    var title: Localized {
      switch self {
      case .report: Localized(nb: "Rapport:", en: "Report:")
      case .comparing: Localized(nb: "Sammenligning:", en: "Comparing:")
      case .model: Localized(nb: "Modell:", en: "Model:")
      case .rules: Localized(nb: "Regler:", en: "Rules:")
      case .failing: Localized(nb: "Utgangsstatus:", en: "Failing:")
      case .reading: Localized(nb: "Lesing:", en: "Reading:")
      case .common: Localized(nb: "Felles valg:", en: "Common options:")
      }
    }
  }

  func belongs(to command: CommandName) -> Bool {
    guard let commands, !commands.contains(command) else { return true }
    // What is merged is one report of check.
    let apart: [OptionName] = [.shard, .whatIf, .failIf]
    return command == .merge && commands.contains(.check) && !apart.contains(name)
  }

  /// `-f, --format FMT[=FILE]`, with four blanks where there is no short name.
  func spelling(_ language: Language) -> String {
    let start = short.map { "-\($0), " } ?? "    "
    return start + name.long + (value.map { " " + $0.word[language] } ?? "")
  }
}
