import FatigueCore

/// Prints the diagnostics of a run to standard error: the first of each code in full, the rest
/// counted.
struct DiagnosticPrinter {
  let terminal: Terminal
  /// How many of one code are shown, unless `--verbose`.
  static let shownPerCode = 5

  var shownPerCode = Self.shownPerCode

  func render(_ diagnostics: DiagnosticList, in sources: SourceMap) -> String {
    var chosen: [Diagnostic] = []
    var shown: [DiagnosticCode: Int] = [:]
    var order: [DiagnosticCode] = []
    for diagnostic in diagnostics.items {
      let count = shown[diagnostic.code, default: 0]
      if count == 0 { order.append(diagnostic.code) }
      guard count < shownPerCode else { continue }
      shown[diagnostic.code] = count + 1
      chosen.append(diagnostic)
    }
    let frame = DiagnosticFrame(terminal: terminal)
    let places = sources.places(chosen.map(\.position))
    var text = ""
    for (diagnostic, place) in zip(chosen, places) {
      text += frame.render(diagnostic, at: place, in: sources)
    }
    for code in order {
      let rest = diagnostics.counts[code, default: 0] - shown[code, default: 0]
      guard rest > 0 else { continue }
      let title = code.title[terminal.language]
      let line = Localized(
        nb: "… \(rest) til av samme slag (\(code.id): \(title))",
        en: "… \(rest) more of the same kind (\(code.id): \(title))")
      text += terminal.text(line) + "\n"
    }
    return text
  }
}
