import FatigueCore

/// One line per finding, for editors and grep: `path:line:col: status RULE sentence`.
enum ConciseReport {
  static func text(_ report: CheckReport, _ terminal: Terminal) -> String {
    var text = ""
    let places = report.places(of: Array(report.analysis.findings.indices))
    for index in report.order(by: places) {
      let finding = report.analysis.findings[index]
      let place = places[index].primary.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
      let message = terminal.text(report.text(of: finding).message)
      text += terminal.quoted(place) + ": "
      text += terminal.styled(
        terminal.text(finding.status.title), .bold, terminal.style(finding.status))
      text += " \(RuleBook.rule(of: finding).id) \(terminal.quoted(message))\n"
    }
    return text
  }
}
