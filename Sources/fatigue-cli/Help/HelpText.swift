import FatigueCore

/// The help of the program and of each command, made from the table.
struct HelpText {
  let terminal: Terminal

  private var language: Language { terminal.language }
  private var width: Int { min(terminal.width, 80) }
  /// Where explanations start.
  private var column: Int { width < 60 ? 6 : 30 }

  /// - Parameters:
  ///   - command: Nil for the program.
  ///   - isShort: For `-h`: usage and the list, without examples and common options.
  func text(for command: CommandName?, isShort: Bool) -> String {
    let lines = command.map { page(OptionTable.spec($0), isShort) } ?? program(isShort)
    return lines.joined(separator: "\n") + "\n"
  }

  private func program(_ isShort: Bool) -> [String] {
    var lines = wrapped(OptionTable.purpose)
    let usage = Localized(
      nb: "Bruk: fatigue <kommando> [valg] [fil...]",
      en: "Usage: fatigue <command> [options] [file...]")
    lines += ["", said(usage), "", said(Localized(nb: "Kommandoer:", en: "Commands:"))]
    for command in OptionTable.commands {
      let name = Wrapping.padded("  " + command.name.rawValue, 14)
      lines += hanging(name, command.summary, 14)
    }
    guard !isShort else {
      let more = Localized(
        nb: "Mer: fatigue help, fatigue help <kommando>",
        en: "More: fatigue help, fatigue help <command>")
      return lines + ["", said(more)]
    }
    lines += groups(OptionTable.options.filter { $0.commands == nil })
    let examples = OptionTable.commands.compactMap(\.examples.first)
    return lines + self.examples(examples) + statuses()
  }

  private func page(_ command: CommandSpec, _ isShort: Bool) -> [String] {
    let operand = command.operand.word[language]
    let options = Localized(nb: "[valg]", en: "[options]")[language]
    let usage = Localized(nb: "Bruk:", en: "Usage:")[language]
    var lines = wrapped(command.description)
    let line = "\(usage) fatigue \(command.name.rawValue) \(options) \(operand)"
    lines += ["", said(Localized(same: line.hasSuffix(" ") ? String(line.dropLast()) : line))]
    if command.formats.count > 1 {
      let list = command.formats.joined(separator: ", ")
      lines += [""] + wrapped(Localized(nb: "Formater: \(list).", en: "Formats: \(list)."))
    }
    var shown = OptionTable.options(of: command.name)
    if isShort { shown = shown.filter { $0.group != .common } }
    lines += groups(shown)
    if isShort {
      let more = Localized(
        nb: "Mer: fatigue help \(command.name.rawValue)",
        en: "More: fatigue help \(command.name.rawValue)")
      return lines + ["", said(more)]
    }
    lines += examples(command.examples)
    return command.operand.readsFiles ? lines + statuses() : lines
  }

  private func groups(_ options: [OptionSpec]) -> [String] {
    var lines: [String] = []
    for group in OptionSpec.Group.allCases {
      let members = options.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      lines += ["", said(group.title)]
      for option in members {
        let spelling = "  " + terminal.shown(option.spelling(language))
        if TextWidth.cells(spelling) + 2 > column {
          lines.append(spelling)
          lines += hanging(String(repeating: " ", count: column), option.help, column)
        } else {
          lines += hanging(Wrapping.padded(spelling, column), option.help, column)
        }
      }
    }
    return lines
  }

  private func examples(_ examples: [String]) -> [String] {
    ["", said(Localized(nb: "Eksempler:", en: "Examples:"))] + examples.map { "  " + $0 }
  }

  private func statuses() -> [String] {
    var lines = ["", said(Localized(nb: "Utgangsstatus:", en: "Exit status:"))]
    for (status, meaning) in OptionTable.exitStatuses {
      lines += hanging("  \(status.rawValue)  ", meaning, 5)
    }
    return lines
  }

  private func said(_ text: Localized) -> String { terminal.text(text) }

  private func wrapped(_ text: Localized) -> [String] {
    Wrapping.lines(terminal.text(text), width: width)
  }

  private func hanging(_ first: String, _ text: Localized, _ indent: Int) -> [String] {
    [Wrapping.hanging(first, terminal.text(text), width: width, indent: indent)]
  }
}

extension CommandSpec.Operand {
  /// Whether the exit status tells what was found in files.
  var readsFiles: Bool {
    switch self {
    case .files, .plans, .specification: true
    default: false
    }
  }
}
