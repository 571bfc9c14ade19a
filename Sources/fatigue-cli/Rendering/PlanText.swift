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

  func kss(_ kss: KSS) -> String {
    // To the half point: a model hits within a point every second time.
    let half = (kss.hundredths + 25) / 50 * 50
    return terminal.text(NumberText.decimal(hundredths: half, digits: 1))
  }

  func hours(_ seconds: Double) -> String {
    terminal.text(
      NumberText.decimal(hundredths: Int((seconds / 36).rounded()), digits: 1))
  }

  func clock(_ seconds: Int32) -> String { roster.civil(seconds).wholeMinute.clock }

  var arrow: String { terminal.ascii ? "->" : "→" }

  func grade(_ grade: EvidenceGrade) -> String { grade.rawValue }

  /// What one night fewer in every long block would do.
  func fewerNights(_ change: FewerNights.Change, people: Int) -> String {
    let (before, after) = (hours(change.severeBefore), hours(change.severeAfter))
    let (worst, then) = (kss(change.worstBefore), kss(change.worstAfter))
    let blocks = say(
      change.blocks == 1 ? "1 blokk" : "\(change.blocks) blokker",
      change.blocks == 1 ? "1 block" : "\(change.blocks) blocks")
    return say(
      "Fire netter eller mer på rad: \(blocks), lengst \(change.longest) netter"
        + (people > 1 ? ", hos \(people) ansatte" : "")
        + ". Én natt færre i hver: timer på vakt i planen med søvnighet (KSS) 7 eller mer "
        + "\(before) \(arrow) \(after), høyeste KSS \(worst) \(arrow) \(then). Noen andre må da ta natten. "
        + "Modellverdi; høyst tre på rad er faglig enighet (D, Garde et al. 2020; organisasjon).",
      "Four nights or more in a row: \(blocks), the longest \(change.longest) nights"
        + (people > 1 ? ", for \(people) employees" : "")
        + ". One night fewer in each: hours on duty in the plan at sleepiness (KSS) 7 or more "
        + "\(before) "
        + "\(arrow) \(after), highest KSS \(worst) \(arrow) \(then). Somebody else then has the "
        + "night. A model's value; at most three in a row is consensus (D, Garde et al. 2020; "
        + "organisation).")
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
