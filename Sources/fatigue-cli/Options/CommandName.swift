import FatigueCore

/// The commands this build has. The raw value is what people type.
enum CommandName: String, CaseIterable, Sendable {
  case check, merge, compare, plan, predict, repair, design, convert
  case followUp = "follow-up"
  case explain, rules
  case initialise = "init"
  case completion, help

  /// `-o` names the file of a roster, not of the report.
  var writesRoster: Bool { self == .repair }
}

/// What a command is, for the parser and for every text made from the table.
struct CommandSpec: Sendable {
  let name: CommandName
  /// One line for the list of commands.
  let summary: Localized
  /// A few sentences for `help COMMAND` and the manual.
  let description: Localized
  let operand: Operand
  /// Formats that `-f` takes, the default first.
  let formats: [String]
  /// Command lines that work as they stand.
  let examples: [String]

  /// What stands after the options.
  enum Operand: Sendable {
    case none
    /// One or more files.
    case files
    /// One file with wishes for a base plan.
    case specification
    /// The two plans to compare: the old one, then the new.
    case plans
    /// One or more codes of a rule, a measure or a diagnostic.
    case codes
    case shell
    /// At most one command.
    case command

    var word: Localized {
      switch self {
      case .none: Localized(same: "")
      case .files: Localized(nb: "fil...", en: "file...")
      case .specification: Localized(nb: "fil", en: "file")
      case .plans: Localized(nb: "før etter", en: "before after")
      case .codes: Localized(nb: "kode...", en: "code...")
      case .shell: Localized(same: CommandSpec.shells.joined(separator: "|"))
      case .command: Localized(nb: "[kommando]", en: "[command]")
      }
    }

    var count: ClosedRange<Int> {
      switch self {
      case .none: 0...0
      case .files, .codes: 1...Int.max
      case .shell, .specification: 1...1
      case .plans: 2...2
      case .command: 0...1
      }
    }
  }

  static let shells = ["bash", "zsh", "fish"]
}
