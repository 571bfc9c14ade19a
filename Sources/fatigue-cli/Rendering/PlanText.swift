import FatigueCore

/// `plan -f text`: the workplace first, then one person's nights, or the ward's by roles.
struct PlanText {
  let report: PlanReport
  let terminal: Terminal
  /// Every night of the ward, not only the first.
  let all: Bool
  var lines: [String] = []

  static func text(_ report: PlanReport, _ terminal: Terminal, all: Bool) -> String {
    var text = PlanText(report: report, terminal: terminal, all: all)
    if report.shown.isEmpty { text.ward() }
    for (index, person) in report.shown.enumerated() {
      if index > 0 { text.lines += ["", ""] }
      text.person(person)
    }
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  var roster: Roster { report.roster }
  var width: Int { min(terminal.width, TextReport.proseWidth) }

  func say(_ nb: String, _ en: String) -> String { terminal.text(Localized(nb: nb, en: en)) }

  mutating func blank() { lines.append("") }

  mutating func heading(_ text: String) {
    lines += Wrapping.lines(text, width: width).map { terminal.styled($0, .bold) }
  }

  mutating func prose(_ text: String, indent: Int = 0) {
    let blanks = String(repeating: " ", count: indent)
    lines += Wrapping.lines(text, width: width - indent).map { blanks + $0 }
  }

  mutating func item(_ text: String, mark: String = "-") {
    let blanks = String(repeating: " ", count: max(2, TextWidth.cells(mark) + 1) + 2)
    let parts = Wrapping.lines(text, width: width - blanks.count)
    for (index, part) in parts.enumerated() {
      lines.append(
        index == 0
          ? "  " + mark + String(repeating: " ", count: blanks.count - 2 - TextWidth.cells(mark))
            + part
          : blanks + part)
    }
  }

  /// What was not read is not in the plans.
  mutating func unread() {
    guard let text = PlanWords.unread(report.reading.diagnostics.errors) else { return }
    lines += Wrapping.lines(terminal.text(text), width: width).map {
      terminal.styled($0, .bold, .red)
    }
  }

  // MARK: Small texts

  func kss(_ kss: KSS) -> String { terminal.text(PlanWords.kss(kss)) }

  func clock(_ seconds: Int32) -> String { roster.civil(seconds).wholeMinute.clock }

  var arrow: String { terminal.ascii ? "->" : "→" }

  func grade(_ grade: EvidenceGrade) -> String { grade.rawValue }

  /// What one night fewer in every long block would do.
  func fewerNights(_ change: FewerNights.Change, people: Int) -> String {
    terminal.text(PlanWords.fewerNights(change, people))
  }

  /// `◆ EVID-N3 (2), For mange netter på rad: …`, and what the signs mean.
  mutating func findings(_ person: Int?, limit: Int) {
    let found = report.structural(person)
    let shown = found.prefix(limit)
    for entry in shown {
      item(
        "\(entry.rule.id) (\(entry.count)), \(terminal.text(entry.rule.title)): "
          + Self.withoutStop(terminal.text(entry.remedy.text))
          + " (\(terminal.text(entry.remedy.level.title)))", mark: terminal.sign(entry.worst))
    }
    guard !shown.isEmpty else { return }
    let signs = terminal.text(PlanWords.signs(Set(shown.map(\.worst)), terminal.sign))
    let rest = found.count - shown.count
    guard rest > 0 else { return prose("(\(signs))", indent: 4) }
    prose(
      say(
        rest == 1
          ? "og én regel til: fatigue check viser alle funn"
          : "og \(rest) regler til: fatigue check viser alle funn",
        rest == 1
          ? "and one rule more: fatigue check shows every finding"
          : "and \(rest) rules more: fatigue check shows every finding") + " (\(signs))", indent: 4)
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
