import FatigueCore

/// One line per finding, for editors and grep: `path:line:col: status RULE sentence`, with `[new]` before
/// the sentence of what a baseline does not have, and `[waived]` before that of what a waiver covers.
enum ConciseReport {
  static func text(_ report: CheckReport, _ terminal: Terminal) -> String {
    var text = ""
    let places = report.places
    for index in report.order(by: places) {
      let finding = report.analysis.findings[index]
      let place = places.primary(index).map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
      let message = terminal.text(report.text(of: finding).message)
      text += terminal.quoted(place) + ": "
      text += terminal.styled(
        terminal.text(finding.status.title), .bold, terminal.style(finding.status))
      text += " \(RuleBook.rule(of: finding).id) "
      for mark in marks(index, report) { text += "[\(terminal.text(mark))] " }
      text += terminal.quoted(message) + "\n"
    }
    return text
  }

  private static func marks(_ index: Int, _ report: CheckReport) -> [Localized] {
    var marks: [Localized] = []
    if report.isNew(index) { marks.append(Localized(nb: "nytt", en: "new")) }
    if report.analysis.findings[index].isWaived {
      marks.append(Localized(nb: "fraveket", en: "waived"))
    }
    return marks
  }
}
