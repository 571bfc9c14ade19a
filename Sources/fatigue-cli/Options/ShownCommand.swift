import FatigueCore

/// The command that makes a report again, as the report itself shows it: without what does not change
/// the report, with paths that tell nothing of the machine, and without names where the report has none.
enum ShownCommand {
  /// They change where or how fast, or what is printed besides.
  private static let idle: Set<OptionName> = [
    .format, .output, .jobs, .color, .ascii, .width, .quiet, .verbose, .writeBaseline, .lang,
    .exitZero, .failOn, .parts,
  ]
  private static let paths: Set<OptionName> = [
    .legend, .history, .sleep, .config, .baseline, .stdinName, .map,
  ]
  private static let people: Set<OptionName> = [.employee, .person]

  /// - Parameter format: of the report.
  static func text(_ settings: Settings, format: String) -> String {
    var words = ["fatigue", settings.command.rawValue]
    words += settings.operands.map { $0 == "-" ? $0 : DisplayPath.shown($0) }
    for option in settings.arguments.options where !idle.contains(option.name) {
      words.append(option.name.long)
      guard let value = option.value else { continue }
      if paths.contains(option.name) {
        words.append(DisplayPath.shown(value))
      } else if people.contains(option.name), settings.names != .real {
        words.append(hidden(value))
      } else if option.name == .whatIf, settings.names != .real {
        // Whom a change is about is told by name; the report itself says what was tried.
        words.append("…")
      } else {
        words.append(value)
      }
    }
    words += [OptionName.format.long, format, OptionName.lang.long, settings.language.rawValue]
    return words.map(TextReport.shellQuoted).joined(separator: " ")
  }

  /// A list of people in which only pseudonyms can be read.
  private static func hidden(_ list: String) -> String {
    list.split(separator: ",").map { name in
      let isPseudonym =
        name.hasPrefix("T-")
        && name.utf8.dropFirst(2).allSatisfy {
          (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        } && name.utf8.count <= 8
      return isPseudonym ? String(name) : "…"
    }.joined(separator: ",")
  }
}
