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

  mutating func item(_ text: String) {
    let parts = Wrapping.lines(text, width: width - 4)
    for (index, part) in parts.enumerated() { lines.append((index == 0 ? "  - " : "    ") + part) }
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

  /// `EVID-N3: For mange netter på rad (2): …`
  mutating func findings(_ person: Int?, limit: Int) {
    let found = report.structural(person)
    for entry in found.prefix(limit) {
      item(
        "\(entry.rule.id) (\(entry.count)), \(terminal.text(entry.rule.title)): "
          + Self.withoutStop(terminal.text(entry.remedy.text))
          + " (\(terminal.text(entry.remedy.level.title)))")
    }
    guard found.count > limit else { return }
    let rest = found.count - limit
    prose(
      say(
        rest == 1
          ? "og én regel til: fatigue check viser alle funn"
          : "og \(rest) regler til: fatigue check viser alle funn",
        rest == 1
          ? "and one rule more: fatigue check shows every finding"
          : "and \(rest) rules more: fatigue check shows every finding"), indent: 4)
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
