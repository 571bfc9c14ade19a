import FatigueCore

/// Draws a diagnostic with the line it concerns:
///
///     turnus.csv:2:24: timen 25 finnes ikke (IN-007)
///       |
///     2 | Bjørg;2026-03-28;21:45;25:00
///       |                        ^^^^^
///       = en vakt som slutter etter midnatt skrives 01:00
struct DiagnosticFrame {
  let terminal: Terminal

  /// One part of the line, already as it is shown.
  private struct Cell {
    var text: String
    var width: Int
    /// Where it starts in the line, in bytes.
    var offset: Int
  }

  /// Scalars of a line on either side of the caret that are looked at; more cannot be shown.
  private static let reach = 400

  func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
    render(diagnostic, at: sources.place(diagnostic.position), in: sources)
  }

  /// - Parameter place: Where the diagnostic points, found for many at once.
  func render(
    _ diagnostic: Diagnostic, at place: SourcePlace?, in sources: SourceMap
  ) -> String {
    var head = terminal.quoted(diagnostic.path ?? "")
    if let place { head = "\(terminal.quoted(place.path)):\(place.line):\(place.column)" }
    let separator = head.isEmpty ? "" : ": "
    let message = terminal.quoted(
      Self.word(diagnostic.severity)[terminal.language] + diagnostic.message[terminal.language])
    let colour: Style = diagnostic.severity == .error ? .red : .yellow
    var lines = [
      terminal.styled(head, .bold, on: .error) + separator
        + terminal.styled(message, .bold, colour, on: .error) + " (\(diagnostic.code.id))"
    ]
    var margin = 1
    if let place, let line = sources.line(at: diagnostic.position) {
      margin = String(place.line).count
      lines += frame(line.text, line.offset, diagnostic.length, number: place.line)
    }
    if let hint = diagnostic.hint {
      let start = String(repeating: " ", count: margin) + " = "
      lines.append(
        Wrapping.hanging(
          start, terminal.quoted(hint[terminal.language]), width: terminal.width,
          indent: margin + 3))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is not an error says so, so that colour is not alone in telling.
  private static func word(_ severity: Severity) -> Localized {
    switch severity {
    case .error: Localized(same: "")
    case .warning: Localized(nb: "advarsel: ", en: "warning: ")
    case .note: Localized(nb: "merknad: ", en: "note: ")
    }
  }

  private func frame(_ line: String, _ offset: Int, _ length: Int, number: Int) -> [String] {
    let number = String(number)
    let blank = String(repeating: " ", count: number.count) + " |"
    let room = max(10, terminal.width - number.count - 3)
    let (text, before, under) = window(line, offset, max(0, length), room)
    var lines = [blank, text.isEmpty ? number + " |" : "\(number) | \(text)"]
    if under > 0 {
      let carets = terminal.styled(String(repeating: "^", count: under), .red, on: .error)
      lines.append(blank + " " + String(repeating: " ", count: before) + carets)
    }
    return lines
  }

  /// The part of a line around the caret that fits.
  ///
  /// - Returns: the text, the cells before the caret, and the cells under it (0 for no caret).
  private func window(
    _ line: String, _ offset: Int, _ length: Int, _ room: Int
  ) -> (text: String, before: Int, under: Int) {
    let cells = cells(line, around: offset)
    let start = cells.shown.firstIndex { $0.offset >= offset } ?? cells.shown.endIndex
    let end = cells.shown.firstIndex { $0.offset >= offset + length } ?? cells.shown.endIndex
    let dots = terminal.shown("…")
    let dotsWidth = TextWidth.cells(dots)

    // From the left edge when all of the field fits there, else with a third of the room before it.
    var first = 0
    let reached = width(cells.shown[..<max(start, min(end, start + room))])
    if cells.cutBefore || reached > room - dotsWidth {
      var kept = 0
      first = start
      while first > 0, kept + cells.shown[first - 1].width <= room / 3 {
        first -= 1
        kept += cells.shown[first].width
      }
    }
    let dotsBefore = first > 0 || cells.cutBefore
    var used = dotsBefore ? dotsWidth : 0
    let before = used + width(cells.shown[first..<start])
    var text = dotsBefore ? dots : ""
    var last = first
    let rest = cells.shown[first...]
    let fits = !cells.cutAfter && used + width(rest) <= room
    while last < cells.shown.count,
      used + cells.shown[last].width <= room - (fits ? 0 : dotsWidth)
    {
      text += cells.shown[last].text
      used += cells.shown[last].width
      last += 1
    }
    var under = width(cells.shown[start..<max(start, min(end, last))])
    if !fits { text += dots }
    if length > 0, under == 0 { under = 1 }
    while text.hasSuffix(" ") { text.removeLast() }
    return (text, before, under)
  }

  private func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// The scalars near `offset`, control characters escaped and tabs widened to eight columns.
  private func cells(
    _ line: String, around offset: Int
  ) -> (shown: [Cell], cutBefore: Bool, cutAfter: Bool) {
    var shown: [Cell] = []
    var (position, column, skipped, cutAfter) = (0, 0, false, false)
    var (behind, last) = (0, Unicode.Scalar(" "))
    for scalar in line.unicodeScalars {
      let bytes = UTF8.width(scalar)
      defer { position += bytes }
      if position + Self.reach * 4 < offset {
        skipped = true
        continue
      }
      if position >= offset { behind += 1 }
      if behind > Self.reach {
        cutAfter = true
        break
      }
      var text = scalar == "\t" ? String(repeating: " ", count: 8 - column % 8) : String(scalar)
      if scalar != "\t" { text = terminal.quoted(text) }
      // `##word[` is a command to build servers wherever it stands; a scalar alone does not show it.
      if scalar == "#", last == "#" { text = ControlCharacters.escaped(scalar) }
      last = scalar
      let width = TextWidth.cells(text)
      column += width
      shown.append(Cell(text: text, width: width, offset: position))
    }
    return (shown, skipped, cutAfter)
  }
}
