import FatigueCore

/// What is wrong with a command line.
enum UsageError: Error, Equatable, Sendable {
  case noCommand
  case unknownCommand(String)
  /// A file where the command should stand.
  case fileAsCommand(String)
  case unknownOption(String, near: [String])
  case optionOfOtherCommands(String, command: String, owners: [String])
  case missingValue(option: String, value: Localized)
  case unwantedValue(option: String)
  case valueInCluster(option: Character, cluster: String)
  case badChoice(option: String, value: String, choices: [String])
  case badValue(option: String, value: String, wanted: Localized)
  case missingOperand(CommandName)
  case unwantedOperand(String, CommandName)
  case standardInputTwice
  case severalToStandardOutput
  case sameFileTwice(String)
  /// Anything else a command finds wrong with what it was given.
  case other(Localized, hint: Localized?)

  /// What is wrong.
  var message: Localized {
    switch self {
    case .noCommand: Localized(nb: "ingen kommando er gitt", en: "no command is given")
    case .unknownCommand(let word):
      Localized(nb: "ukjent kommando \(word)", en: "unknown command \(word)")
    case .fileAsCommand(let word):
      Localized(nb: "\(word) er ikke en kommando", en: "\(word) is not a command")
    case .unknownOption(let word, _):
      Localized(nb: "ukjent valg \(word)", en: "unknown option \(word)")
    case .optionOfOtherCommands(let word, let command, _):
      Localized(nb: "\(command) har ikke valget \(word)", en: "\(command) has no option \(word)")
    case .missingValue(let option, let value):
      Localized(
        nb: "\(option) må følges av \(value.nb)", en: "\(option) needs a value: \(value.en)")
    case .unwantedValue(let option):
      Localized(nb: "\(option) tar ingen verdi", en: "\(option) takes no value")
    case .valueInCluster(let option, let cluster):
      Localized(
        nb: "-\(option) tar en verdi og kan ikke stå i \(cluster)",
        en: "-\(option) takes a value and cannot stand in \(cluster)")
    case .badChoice(let option, let value, _):
      Localized(nb: "\(option): ukjent verdi \(value)", en: "\(option): unknown value \(value)")
    case .badValue(let option, let value, let wanted):
      Localized(
        nb: "\(option): \(value) er ikke \(wanted.nb)",
        en: "\(option): \(value) is not \(wanted.en)"
      )
    case .missingOperand(let command):
      Localized(
        nb: "\(command.rawValue) mangler \(OptionTable.spec(command).operand.word.nb)",
        en: "\(command.rawValue) needs \(OptionTable.spec(command).operand.word.en)")
    case .unwantedOperand(let word, let command):
      Localized(
        nb: "\(command.rawValue) tar ikke imot \(word)",
        en: "\(command.rawValue) does not take \(word)")
    case .standardInputTwice:
      Localized(
        nb: "standard inn (-) kan bare leses én gang",
        en: "standard input (-) can be read only once")
    case .severalToStandardOutput:
      Localized(
        nb: "bare én rapport kan gå til standard ut",
        en: "only one report can go to standard output")
    case .sameFileTwice(let path):
      Localized(
        nb: "to rapporter skal til samme fil: \(path)",
        en: "two reports go to the same file: \(path)")
    case .other(let message, _): message
    }
  }

  /// The nearest thing that would be right.
  var hint: Localized? {
    switch self {
    case .unknownCommand(let word):
      Self.suggestion(word, CommandName.allCases.map(\.rawValue))
        ?? Localized(nb: "se fatigue --help", en: "see fatigue --help")
    case .fileAsCommand(let word):
      Localized(nb: "mente du: fatigue check \(word)", en: "did you mean: fatigue check \(word)")
    case .unknownOption(let word, let near):
      Self.suggestion(word, near) ?? Localized(nb: "se fatigue --help", en: "see fatigue --help")
    case .optionOfOtherCommands(_, _, let owners):
      Localized(
        nb: "det hører til \(owners.joined(separator: ", "))",
        en: "it belongs to \(owners.joined(separator: ", "))")
    case .badChoice(_, let value, let choices):
      Self.choice(value, choices)
    case .missingOperand(let command):
      OptionTable.spec(command).examples.first.map {
        Localized(nb: "for eksempel: \($0)", en: "for example: \($0)")
      }
    case .severalToStandardOutput:
      Localized(nb: "gi de andre en fil: -f FMT=FIL", en: "give the others a file: -f FMT=FILE")
    case .other(_, let hint): hint
    default: nil
    }
  }

  private static func suggestion(_ word: String, _ known: [String]) -> Localized? {
    Suggestion.nearest(to: word, in: known).map {
      Localized(nb: "mente du \($0)?", en: "did you mean \($0)?")
    }
  }

  private static func choice(_ value: String, _ choices: [String]) -> Localized {
    let list = choices.joined(separator: ", ")
    let listed = Localized(nb: "velg blant \(list)", en: "choose from \(list)")
    guard let near = suggestion(value, choices) else { return listed }
    return Localized(nb: "\(near.nb) \(listed.nb)", en: "\(near.en) \(listed.en)")
  }
}
