import FatigueCore

/// Commands that lead on, as they can be pasted.
extension TextReport {
  mutating func nextSteps() {
    var rows: [(command: [String], text: String)] = []
    let findings = report.analysis.findings
    let next = NextCommand(settings: options.settings, isForReader: terminal.isInteractive)
    if !findings.isEmpty {
      rows.append((next.words(.check, ["--all"]), say("alle funn", "every finding")))
    }
    if report.totals.shifts > 0 {
      let file = say("rapport.html", "report.html")
      rows.append(
        (
          next.words(.check, ["-f", "html", "-o", file]),
          say("rapport til møtet", "report for the meeting")
        ))
      let who = report.mostExposedFirst.first.map { ["-e", name(of: $0)] } ?? []
      rows.append((next.words(.plan, who), say("søvn, hvil og lys", "sleep, naps and light")))
    }
    if let first = worstOfEachRule.first {
      let id = RuleBook.rule(of: findings[first]).id
      rows.append((["fatigue", "explain", id], say("regelen og kildene", "the rule and sources")))
    } else {
      rows.append((["fatigue", "rules"], say("hva som kan prøves", "what can be tried")))
    }
    if rows.count < 4 {
      rows.append((next.words(.convert, []), say("planen slik den ble lest", "the plan as read")))
    }
    // A word wider than the page cannot be broken so that it can still be pasted: that step is left out.
    rows.removeAll { row in
      row.command.isEmpty || row.command.contains { TextWidth.cells($0) + 6 > width }
    }
    heading(say("Neste steg", "Next steps"))
    let command = rows.map { TextWidth.cells($0.command.joined(separator: " ")) }.max() ?? 0
    let text = rows.map { TextWidth.cells($0.text) }.max() ?? 0
    let fits = 2 + command + 2 + text <= width
    for row in rows {
      if fits {
        lines.append(
          "  " + Wrapping.padded(row.command.joined(separator: " "), command) + "  " + row.text)
      } else {
        for part in Wrapping.lines("# " + row.text, width: width - 2) { lines.append("  " + part) }
        lines += folded(row.command)
      }
    }
  }

  /// A command over several lines, broken between its words, where a shell allows it.
  private func folded(_ words: [String]) -> [String] {
    var parts: [String] = []
    for word in words {
      if let last = parts.last, TextWidth.cells(last) + TextWidth.cells(word) + 7 <= width {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(word)
      }
    }
    return parts.enumerated().map { index, part in
      (index == 0 ? "  " : "    ") + part + (index + 1 < parts.count ? " \\" : "")
    }
  }

  /// What `-e` takes for a person: what the report calls them, unless that is more than one or would be
  /// taken for several.
  private func name(of person: Int) -> String {
    let shown = report.names.shown[person]
    let isPlain = ControlCharacters.escape(shown) == shown && !shown.contains(",")
    guard report.names.style != .initials, isPlain else {
      let roster = report.analysis.roster
      return PersonNames(roster, style: .pseudonym, key: options.key).shown[person]
    }
    return shown
  }
}

/// A command on the same input with the same choices, to be pasted into a shell.
struct NextCommand {
  let settings: Settings
  /// For the eyes of the one who ran it: paths and names are then as they were given. A report that may
  /// travel tells neither where files lie nor who was asked about.
  let isForReader: Bool

  /// How a report looks and what it fails on: each command has its own.
  private static let looks: Set<OptionName> = [
    .format, .output, .all, .concise, .detail, .maxFindings, .csvDialect, .stats, .hash, .quiet,
    .verbose, .lang, .width, .color, .ascii, .failOn, .exitZero, .baseline, .writeBaseline, .jobs,
    .employee,
  ]
  private static let paths: Set<OptionName> = [.legend, .history, .sleep, .config, .stdinName]

  /// Empty when the input cannot be read again: nobody knows what stood on standard input.
  ///
  /// - Parameter more: options of the command itself.
  func words(_ command: CommandName, _ more: [String]) -> [String] {
    var words = ["fatigue", command.rawValue] + settings.operands.map(path)
    for option in settings.arguments.options
    where !Self.looks.contains(option.name) && OptionTable.spec(option.name).belongs(to: command) {
      if option.name == .person, !isForReader, settings.names != .real { continue }
      words.append(option.name.long)
      guard let value = option.value else { continue }
      words.append(Self.paths.contains(option.name) ? path(value) : value)
    }
    // Whom a check was about is kept, where it can be told; a plan is about one.
    if command == .check, !settings.employees.isEmpty, isForReader {
      words += ["-e", settings.employees.joined(separator: ",")]
    }
    let line = (words + more).map(TextReport.shellQuoted)
    guard settings.operands.contains("-") else { return line }
    guard let name = settings.standardInputName else { return [] }
    return line + ["<", TextReport.shellQuoted(path(name))]
  }

  private func path(_ path: String) -> String {
    path == "-" || isForReader ? path : DisplayPath.shown(path)
  }
}

extension TextReport {
  /// A word for a shell to take as one argument.
  static func shellQuoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte >= 128 || "._-/+,:@%".utf8.contains(byte)
    }
    let text = ControlCharacters.escape(word)
    return plain && !word.isEmpty
      ? text
      : "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}
