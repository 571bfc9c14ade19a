/// Reads what shift codes mean from a table `Kode;Betegnelse;Start;Slutt`, alone in a file or as a
/// block among other rows.
struct LegendBlock {
  private(set) var legend = CodeLegend()
  /// Rows that belong to the block.
  private(set) var rows: Set<Int> = []
  /// Codes that stand there without times and without a meaning.
  private(set) var withoutTimes: Set<String> = []
  private var definedAt: [String: Int] = [:]
  /// Of a list that stands to the right of a matrix.
  private var columnsBeside: Columns?

  /// Columns of a legend.
  private struct Columns {
    var map: ColumnMap
    var code: Int
    var descriptions: [Int]

    init?(_ row: [String], alone: Bool) {
      map = ColumnMap(headers: row)
      guard map[.code] >= 0, map[.date] < 0 || alone,
        map[.start] >= 0 && map[.end] >= 0 || map[.interval] >= 0
      else { return nil }
      // `Kode;Navn;Start;Slutt`: here the name is the shift's, in a file that is nothing else.
      guard alone || !map.hasPerson else { return nil }
      code = map[.code]
      let map = map
      descriptions = row.indices.filter { map.roles[$0] == .comment || map.roles[$0] == .person }
    }
  }

  /// The columns of a list of codes to the right of the dates.
  private static func columns(beside dates: HeadingRow.Dates, _ row: [String]) -> Columns? {
    guard let last = dates.last?.column else { return nil }
    return Columns(
      row.indices.map { $0 > last ? row[$0] : "" }, alone: false)
  }

  static func standsBeside(_ dates: HeadingRow.Dates, _ row: [String]) -> Bool {
    columns(beside: dates, row) != nil
  }

  static func isHeader(_ row: [String]) -> Bool { Columns(row, alone: false) != nil }

  /// Whether a row is the header of a legend, or the title of one.
  static func opens(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return filled.count == 1 ? titles.contains(ByteText.folded(filled[0])) : isHeader(row)
  }

  /// Words that stand alone above a legend.
  private static let titles: Set<String> = [
    "vaktkoder", "koder", "kodeforklaring", "tegnforklaring", "forklaring", "vakttyper",
    "skiftkoder", "kodeliste", "kodar", "legend", "codes", "shiftcodes", "shifttypes", "vakter",
  ]

  /// - Parameter alone: the file is a legend and nothing else.
  init(_ sheet: LayoutSheet, alone: Bool, _ collector: inout RosterCollector) {
    var columns: Columns?
    var open = false
    for row in 0..<sheet.count {
      let cells = sheet.table.rows[row]
      if sheet.table.followsBlank[row], !alone { (columns, open) = (nil, false) }
      if let found = Columns(cells, alone: alone) {
        columns = found
        rows.insert(row)
        continue
      }
      if let beside = Self.columns(beside: HeadingRow.dates(cells), cells) {
        columnsBeside = beside
        continue
      }
      if let columnsBeside {
        // The row is also one of the matrix: it is not taken from it.
        if sheet.filled(row).contains(where: { $0 >= columnsBeside.code }) {
          _ = read(row, columnsBeside, sheet, &collector)
        }
        if sheet.table.followsBlank[row] { self.columnsBeside = nil } else { continue }
      }
      let filled = sheet.filled(row)
      if filled.count == 1, Self.titles.contains(ByteText.folded(cells[filled[0]])) {
        (columns, open) = (nil, true)
        rows.insert(row)
        continue
      }
      if let columns {
        if read(row, columns, sheet, &collector) { rows.insert(row) }
      } else if open || alone {
        if readBare(row, sheet, &collector) { rows.insert(row) }
      } else if filled.count <= 2, readSentence(row, sheet, &collector) {
        rows.insert(row)
      }
    }
  }

  // MARK: Rows

  private mutating func read(
    _ row: Int, _ columns: Columns, _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) -> Bool {
    let code = PersonText.cleaned(sheet.cell(row, columns.code))
    let map = columns.map
    func text(_ role: ColumnRole) -> String {
      map[role] >= 0 ? PersonText.cleaned(sheet.cell(row, map[role])) : ""
    }
    guard !code.isEmpty else { return false }
    if WeekdayHeading.columns(sheet.table.rows[row]).count >= 5 { return false }
    let description =
      columns.descriptions.map { sheet.cell(row, $0) }
      .first { !$0.isEmpty } ?? ""
    let kind = KindWords.kind(of: text(.kind))
    var minutes = 0
    if let number = WrittenNumber(text(.unpaidBreak)), number.thousandths >= 0 {
      minutes = min(number.thousandths / 1000, 1440)
    }
    let hours = WrittenNumber(text(.hours))?.thousandths
    if text(.start).isEmpty, text(.end).isEmpty, text(.interval).isEmpty {
      defineWholeDay(code, kind, description, hours, (row, columns.code), sheet, &collector)
      return true
    }
    let interval = map[.interval] >= 0 && text(.start).isEmpty
    guard
      let (start, end) = interval
        ? times(text(.interval), hours, (row, map[.interval]), sheet, &collector)
        : times(text(.start), text(.end), hours, (row, map[.start], map[.end]), sheet, &collector)
    else {
      withoutTimes.insert(code)
      return true
    }
    let meant = kind ?? Self.timedKind(code, description)
    if meant == .off || meant == .absence {
      defineWholeDay(code, meant, description, hours, (row, columns.code), sheet, &collector)
      return true
    }
    define(
      code, CodeLegend.Entry(start: start, end: end, kind: meant, unpaidBreak: minutes),
      (row, columns.code), sheet, &collector)
    return true
  }

  /// `D;07:30-15:30` below a title.
  private mutating func readBare(
    _ row: Int, _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) -> Bool {
    let filled = sheet.filled(row)
    guard (2...5).contains(filled.count) else { return readSentence(row, sheet, &collector) }
    let code = PersonText.cleaned(sheet.cell(row, filled[0]))
    for column in filled.dropFirst() {
      let text = Self.withoutParentheses(PersonText.cleaned(sheet.cell(row, column)))
      guard let interval = try? WrittenInterval(text) else { continue }
      let description = filled.dropFirst().first { $0 != column }.map { sheet.cell(row, $0) } ?? ""
      define(
        code,
        CodeLegend.Entry(
          start: interval.start, end: interval.end, kind: Self.timedKind(code, description)),
        (row, filled[0]), sheet, &collector)
      return true
    }
    return readSentence(row, sheet, &collector)
  }

  /// `D = 07:30-15:30, A = 15:00-22:30` in a remark.
  private mutating func readSentence(
    _ row: Int, _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) -> Bool {
    var found = false
    for column in sheet.filled(row) {
      let text = sheet.cell(row, column)
      guard text.utf8.count < 4000, text.contains("=") || text.contains(":") else { continue }
      for part in text.split(whereSeparator: { ",;\n\r".contains($0) }) {
        guard let mark = part.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
        let code = PersonText.cleaned(String(part[..<mark]))
        let times = Self.withoutParentheses(
          Self.firstSentence(PersonText.cleaned(String(part[part.index(after: mark)...]))))
        guard (1...12).contains(code.count), code.contains(where: \.isLetter),
          !code.contains(" "), let interval = try? WrittenInterval(times)
        else { continue }
        found = true
        define(
          code,
          CodeLegend.Entry(
            start: interval.start, end: interval.end, kind: Self.timedKind(code, "")),
          (row, column), sheet, &collector)
      }
    }
    return found
  }

  /// `22.00-07.45` of `22.00-07.45. Feil meldes avdelingsleder.`
  private static func firstSentence(_ text: String) -> String {
    let end = text.indices.first { index in
      let next = text.index(after: index)
      return text[index] == "." && (next == text.endIndex || text[next] == " ")
    }
    return end.map { String(text[..<$0]) } ?? text
  }

  // MARK: Codes

  private mutating func define(
    _ code: String, _ entry: CodeLegend.Entry, _ at: (row: Int, column: Int),
    _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) {
    if let earlier = legend.entries[code] {
      if earlier == entry { return }
      let line = LineNumber.of(
        sheet.table.lines[definedAt[code] ?? at.row].lowerBound, sheet, collector)
      collector.report(
        .codeDefinedTwice, .error, in: sheet, row: at.row, column: at.column,
        Localized(
          nb: "koden \(ByteText.shown(code)) er definert to ganger med ulike tider: "
            + "\(earlier.shown) i linje \(line) og \(entry.shown) her; den første gjelder",
          en: "the code \(ByteText.shown(code)) is defined twice with different times: "
            + "\(earlier.shown) in line \(line) and \(entry.shown) here; the first holds"))
      return
    }
    definedAt[code] = at.row
    legend.entries[code] = entry
    legend.days[code] = nil
    withoutTimes.remove(code)
  }

  private mutating func defineWholeDay(
    _ code: String, _ kind: ShiftKind?, _ description: String, _ hours: Int?,
    _ at: (row: Int, column: Int), _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) {
    if legend.entries[code] != nil { return }
    let head = Self.withoutParentheses(PersonText.cleaned(description))
    let known =
      kind ?? DayCodes.meaning(of: code)?.wholeDay
      ?? (head.isEmpty ? nil : DayCodes.meaning(of: head)?.wholeDay)
      ?? KindWords.kind(of: head).flatMap { $0.isWork ? nil : $0 }
      ?? Self.absence(head)
    if let known, !known.isWork, known != .onCall {
      legend.days[code] = known
    } else if hours == 0, !head.isEmpty {
      legend.days[code] = .off
    } else {
      withoutTimes.insert(code)
      collector.report(
        .legendWithoutTimes, .warning, in: sheet, row: at.row, column: at.column,
        Localized(
          nb: "koden \(ByteText.shown(code)) har ingen tid i kodelisten",
          en: "the code \(ByteText.shown(code)) has no times in the list of codes"),
        hint: Localized(
          nb: "skriv start og slutt, eller 0 timer for en fridag",
          en: "write start and end, or 0 hours for a day off"))
    }
  }

  private static func absence(_ text: String) -> ShiftKind? {
    let folded = ByteText.folded(text)
    if ["ferie", "permisjon", "syk", "sjuk", "fravær", "egenmelding", "leave", "sick"]
      .contains(where: folded.contains)
    {
      return .absence
    }
    return folded.hasSuffix("fri") || folded.contains("fridag") ? .off : nil
  }

  /// What a shift with times is, by the words of its description and its code.
  static func timedKind(_ code: String, _ description: String) -> ShiftKind {
    let head = withoutParentheses(PersonText.cleaned(description))
    if !head.isEmpty {
      if let meaning = DayCodes.meaning(of: head) { return meaning.timed ?? .work }
      if let kind = KindWords.kind(of: head), kind != .absence { return kind }
      let folded = ByteText.folded(head)
      for (word, kind) in words where folded.contains(word) { return kind }
      return .work
    }
    if let meaning = DayCodes.meaning(of: code) { return meaning.timed ?? .work }
    return KindWords.kind(of: code) ?? .work
  }

  private static let words: [(String, ShiftKind)] = [
    ("hjemmevakt", .onCall), ("heimevakt", .onCall), ("beredskap", .onCall), ("bakvakt", .onCall),
    ("oncall", .onCall), ("hvilende", .passive), ("kvilande", .passive), ("passiv", .passive),
    ("sovende", .passive), ("overtid", .overtime), ("overtime", .overtime),
    ("utrykning", .callOut), ("tilkalling", .callOut),
  ]

  static func withoutParentheses(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return text
    }
    return PersonText.cleaned(String(text[..<open]))
  }

  // MARK: Times

  private func times(
    _ start: String, _ end: String, _ hours: Int?, _ at: (row: Int, start: Int, end: Int),
    _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) -> (ClockTime, ClockTime)? {
    var result: [ClockTime] = []
    for (text, column) in [(start, at.start), (end, at.end)] {
      do throws(ClockTimeError) {
        result.append(try ClockTime(text))
      } catch {
        collector.report(
          ValueFault(error, ByteText.shown(text)), in: sheet, row: at.row, column: column)
      }
    }
    guard result.count == 2 else { return nil }
    if result[0] == result[1], hours != 24_000 {
      reportEqual("\(start)–\(end)", at.row, at.end, sheet, &collector)
      return nil
    }
    return (result[0], result[1])
  }

  /// `07:45 - 15:15 (7,50t)`
  private func times(
    _ text: String, _ hours: Int?, _ at: (row: Int, column: Int), _ sheet: LayoutSheet,
    _ collector: inout RosterCollector
  ) -> (ClockTime, ClockTime)? {
    let text = Self.withoutParentheses(text)
    do throws(WrittenIntervalError) {
      let interval = try WrittenInterval(text)
      return (interval.start, interval.end)
    } catch {
      switch error {
      case .equal(let time) where hours == 24_000: return (time, time)
      case .equal: reportEqual(text, at.row, at.column, sheet, &collector)
      default:
        collector.report(
          ValueFault(error, ByteText.shown(text)), in: sheet, row: at.row, column: at.column)
      }
      return nil
    }
  }

  private func reportEqual(
    _ text: String, _ row: Int, _ column: Int, _ sheet: LayoutSheet,
    _ collector: inout RosterCollector
  ) {
    let shown = ByteText.shown(text)
    collector.report(
      .equalTimes, .error, in: sheet, row: row, column: column,
      Localized(
        nb: "start og slutt er like (\(shown)): 0 eller 24 timer?",
        en: "start equals end (\(shown)): 0 or 24 hours?"),
      hint: Localized(
        nb: "en kolonne Timer med 24 avgjør", en: "a column Hours with 24 decides"))
  }
}

extension CodeLegend.Entry {
  /// `07:30–15:30`
  var shown: String { "\(start.text)–\(end.text)" }
}

extension ValueFault {
  /// - Parameter value: as shown.
  init(_ error: WrittenIntervalError, _ value: String) {
    switch error {
    case .start(let part), .end(let part): self.init(part, value)
    case .equal:
      self.init(
        .equalTimes, nb: "start og slutt er like (\(value)): 0 eller 24 timer?",
        en: "start equals end (\(value)): 0 or 24 hours?",
        hintNb: "en kode med 24 timer i kodelisten avgjør",
        hintEn: "a code with 24 hours in the list of codes decides")
    case .empty, .notAnInterval:
      self.init(
        .notAClockTime, nb: "«\(value)» er ikke et tidsrom", en: "“\(value)” is not a time range",
        hintNb: "skriv som 07:30-15:30", hintEn: "write it as 07:30-15:30")
    }
  }
}

/// The number of a line, for messages.
enum LineNumber {
  static func of(_ offset: Int, _ sheet: LayoutSheet, _ collector: RosterCollector) -> Int {
    collector.sources.place(collector.sources.position(file: sheet.file, offset: offset))?.line ?? 0
  }
}
