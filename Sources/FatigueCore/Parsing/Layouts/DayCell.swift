/// What stands in one cell of a plan: `D`, `D/A`, `07:30-15:00`, `(K1) FE`.
struct DayCell {
  /// One shift, or one marking of the whole day.
  struct Part: Equatable {
    var code: String
    /// Seconds from the day's midnight; nil for a whole day.
    var start: Int?
    /// May lie on the next day.
    var end = 0
    var kind: ShiftKind
    var unpaidBreak = 0
    /// The times stand in the cell, not in a legend.
    var isWritten = false

    /// Most of the shift lies on the day after the one on which it begins.
    var isMostlyNextDay: Bool {
      guard let start else { return false }
      return end > 86_400 && end - 86_400 > 86_400 - start
    }
  }

  enum Fault: Equatable {
    case unknownCode(String)
    case interval(WrittenIntervalError, String)
  }

  var parts: [Part] = []
  /// Codes in parentheses: not worked.
  var replaced: [String] = []
  var faults: [Fault] = []
}

/// Reads cells, each text once.
struct DayCellParser {
  var legend: CodeLegend
  private var known: [String: DayCell] = [:]

  init(legend: CodeLegend) { self.legend = legend }

  /// Longer texts are remarks, not codes.
  private static let longest = 200
  private static let mostKnown = 50_000
  /// Whether a field holds what stands in cells rather than a name.
  static func looksLikeCode(_ text: String) -> Bool {
    let cell = DayCellParser(legend: CodeLegend()).parse(text, depth: 0)
    return !cell.parts.isEmpty && cell.faults.isEmpty
  }

  private static let separators: Set<Character> = [
    "/", "+", "&", ",", ";", "|", "\n", "\r", "\r\n",
  ]

  mutating func read(_ text: String) -> DayCell {
    if let cell = known[text] { return cell }
    let cell = parse(text, depth: 0)
    if known.count < Self.mostKnown { known[text] = cell }
    return cell
  }

  /// Forgets what was read, after the legend has learned more.
  mutating func learn(_ more: CodeLegend) {
    legend.merge(more)
    known = [:]
  }

  private func parse(_ text: String, depth: Int) -> DayCell {
    var cell = DayCell()
    let cleaned = PersonText.cleaned(text)
    if cleaned.isEmpty { return cell }
    guard depth < 4, cleaned.utf8.count <= Self.longest else {
      cell.faults = [.unknownCode(cleaned)]
      return cell
    }
    if let part = byLegend(cleaned) {
      cell.parts = [part]
      return cell
    }
    if let overlay = overlay(text, depth: depth) { return overlay }
    if let part = whole(cleaned) {
      cell.parts = [part]
      return cell
    }
    let pieces = text.split(whereSeparator: Self.separators.contains)
      .map { PersonText.cleaned(String($0)) }.filter { !$0.isEmpty }
    if pieces.count > 1 {
      for piece in pieces { cell.add(parse(piece, depth: depth + 1)) }
      return cell
    }
    let words = cleaned.split(separator: " ").map(String.init)
    if (2...4).contains(words.count) {
      let parts = words.compactMap { $0.hasPrefix("(") ? nil : byLegend($0) ?? marking($0) }
      if parts.count == words.count {
        cell.parts = parts
        return cell
      }
    }
    if let bare = withoutMarks(pieces.first ?? cleaned) {
      return parse(bare, depth: depth + 1)
    }
    cell.faults = [fault(cleaned)]
    return cell
  }

  /// `(K1) FE` and `FE (K1)`: what stands in parentheses is not worked.
  private func overlay(_ text: String, depth: Int) -> DayCell? {
    let cleaned = PersonText.cleaned(text)
    if cleaned.hasPrefix("("), let close = cleaned.firstIndex(of: ")") {
      let inside = PersonText.cleaned(
        String(cleaned[cleaned.index(after: cleaned.startIndex)..<close]))
      let rest = String(cleaned[cleaned.index(after: close)...])
      var cell = parse(rest, depth: depth + 1)
      if !inside.isEmpty { cell.replaced.insert(inside, at: 0) }
      return cell
    }
    if cleaned.hasSuffix(")"), let open = cleaned.lastIndex(of: "("), open > cleaned.startIndex {
      let inside = PersonText.cleaned(String(cleaned[cleaned.index(after: open)...].dropLast()))
      guard byLegend(inside) != nil else { return nil }
      var cell = parse(String(cleaned[..<open]), depth: depth + 1)
      cell.replaced.append(inside)
      return cell
    }
    return nil
  }

  private func byLegend(_ code: String) -> DayCell.Part? {
    if let entry = legend[code] {
      return DayCell.Part(
        code: code, start: entry.start.secondOfDay, end: entry.endSecond, kind: entry.kind,
        unpaidBreak: entry.unpaidBreak)
    }
    return legend.day(code).map { DayCell.Part(code: code, kind: $0) }
  }

  /// F1, FE and other words that mean a day off or an absence everywhere.
  private func marking(_ code: String) -> DayCell.Part? {
    DayCodes.meaning(of: code).map { DayCell.Part(code: code, kind: $0.wholeDay) }
  }

  private func whole(_ text: String) -> DayCell.Part? {
    if let part = marking(text) { return part }
    if let part = timed("", text) { return part }
    if let (code, times) = Self.codeAndTimes(text) { return timed(code, times) }
    if let kind = KindWords.kind(of: text),
      [.off, .absence, .free, .cancelled].contains(kind)
    {
      return DayCell.Part(code: text, kind: kind)
    }
    return nil
  }

  private func timed(_ code: String, _ times: String) -> DayCell.Part? {
    guard let first = times.utf8.first, ByteText.isDigit(first) || times.hasPrefix("kl"),
      let interval = try? WrittenInterval(LegendBlock.withoutParentheses(times))
    else { return nil }
    let kind = legend[code]?.kind ?? (code.isEmpty ? .work : LegendBlock.timedKind(code, ""))
    return DayCell.Part(
      code: code, start: interval.start.secondOfDay, end: interval.endSecond, kind: kind,
      unpaidBreak: legend[code]?.unpaidBreak ?? 0, isWritten: true)
  }

  /// `D 07:30-15:00`, `D (07:30-15:00)`, `07:30-15:00 D`.
  static func codeAndTimes(_ text: String) -> (code: String, times: String)? {
    guard let first = text.unicodeScalars.first else { return nil }
    if ("0"..."9").contains(first) {
      guard let blank = text.lastIndex(of: " ") else { return nil }
      let code = String(text[text.index(after: blank)...])
      let bare =
        code.hasPrefix("(") && code.hasSuffix(")") ? String(code.dropFirst().dropLast()) : code
      guard let letter = bare.first, letter.isLetter, bare.utf8.count <= 24 else { return nil }
      return (bare, String(text[..<blank]))
    }
    guard let at = text.firstIndex(where: { " (:=".contains($0) }) else { return nil }
    let code = String(text[..<at])
    guard code.utf8.count <= 24, !code.isEmpty else { return nil }
    var times = String(text[text.index(after: at)...])
    while let head = times.first, " (:=".contains(head) { times.removeFirst() }
    if times.hasSuffix(")"), !times.contains("(") { times.removeLast() }
    return (code, times)
  }

  /// `D*`, `D!`, `D?` and `D (byttet)` without what is said about the shift.
  private func withoutMarks(_ text: String) -> String? {
    let bare = LegendBlock.withoutParentheses(text)
    if bare != text { return bare }
    guard let last = text.last, "*!?'’".contains(last), text.count > 1 else { return nil }
    return String(text.dropLast())
  }

  private func fault(_ text: String) -> DayCell.Fault {
    guard let first = text.utf8.first, ByteText.isDigit(first) || first == UInt8(ascii: "-"),
      text.contains(where: { "-–:".contains($0) })
    else { return .unknownCode(text) }
    do throws(WrittenIntervalError) {
      _ = try WrittenInterval(text)
    } catch {
      return .interval(error, text)
    }
    return .unknownCode(text)
  }
}

extension DayCell {
  fileprivate mutating func add(_ other: DayCell) {
    parts += other.parts
    replaced += other.replaced
    faults += other.faults
  }
}
