import FatigueCore

/// How the load is shared, and the four numbers that authorities count.
extension TextReport {
  mutating func spread() {
    guard report.totals.shifts > 0 else { return }
    let counts = report.authorityCounts.map { terminal.text($0.text) }
    prose(
      say("Det tilsynet og kommunen teller: ", "What authorities count: ")
        + counts.joined(separator: ", ")
        + say(
          "; \(NumberText.count(report.totals.shifts).nb) vakter.",
          "; \(NumberText.count(report.totals.shifts).en) shifts."))
    blank()
    guard let exposure = report.exposure else {
      prose(
        say(
          "Fordeling er ikke vist for grupper under fem.",
          "The spread is not shown for groups under five."))
      blank()
      return
    }
    heading(say("Fordeling: minst, midt og mest", "Spread: least, middle and most"))
    let rows = exposure.filter { $0.most > 0 }.map { entry in
      [
        terminal.text(entry.title), number(entry.least), number(entry.median), number(entry.most),
        terminal.quoted(report.names.shown[entry.worstOff]),
      ]
    }
    let widths = (0..<4).map { column in rows.map { TextWidth.cells($0[column]) }.max() ?? 0 }
    for row in rows {
      var line = "  " + Wrapping.padded(row[0], widths[0])
      for column in 1..<4 { line += "  " + Wrapping.rightAligned(row[column], widths[column]) }
      if TextWidth.cells(line) + 2 + TextWidth.cells(row[4]) <= width { line += "  " + row[4] }
      lines += TextWidth.cells(line) <= width ? [line] : Wrapping.lines(line, width: width)
    }
    blank()
  }

  /// One decimal where there is one.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? terminal.text(NumberText.count(tenths / 10)) : decimal(tenths * 10)
  }
}
