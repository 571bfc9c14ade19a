/// Reads a base plan (grunnturnus): lines of weeks that people walk through, rolled out over a period.
///
/// Whoever starts on line *i* works that line in the first week, the next line in the second, and after
/// the last line the first again.
struct BasePlanReader {
  let sheet: LayoutSheet
  let block: LegendBlock
  var writer: PlanWriter
  let path: String
  private(set) var rows = 0
  private(set) var period: ClosedRange<CivilDate>?
  private(set) var lineCount = 0
  private(set) var peopleCount = 0

  /// One week of one line: a cell for each weekday that has one.
  private struct WeekCells {
    var row: Int
    /// By weekday, 0 for Monday; nil where the plan has no column.
    var columns: [Int?]
  }

  private struct Line {
    var label: String
    var row: Int
    var weeks: [WeekCells]
    var person: PersonText?
    /// Where the person's start line stands in the same row.
    var startColumn: Int?
  }

  /// Weeks over which a plan may be rolled out: ten years.
  private static let mostWeeks = 522

  init(_ sheet: LayoutSheet, _ block: LegendBlock, _ writer: PlanWriter, path: String) {
    (self.sheet, self.block, self.writer, self.path) = (sheet, block, writer, path)
  }

  private var lines: [Line] = []
  private var used: Set<Int> = []
  /// Names of the columns in front of the days.
  private var hasLineColumn = false

  mutating func read(_ collector: inout RosterCollector) {
    readLines()
    lineCount = lines.count
    let walkers = walkers(&collector)
    guard let (from, to) = readPeriod(&collector) else {
      checkCells(&collector)
      return
    }
    let weeks = lines.flatMap(\.weeks)
    guard !weeks.isEmpty else { return }
    period = from...to
    checkCells(&collector)
    for walker in walkers { roll(walker, from, to, &collector) }
    peopleCount = walkers.count
    rows = lines.count
    reportRollOut(from, to, &collector)
    reportUnused(&collector)
  }

  /// Days of the period, when it is rolled out over whole rounds: its end then meets its beginning.
  var cycleDays: Int? {
    let weeks = lines.reduce(0) { $0 + $1.weeks.count }
    guard let period, weeks > 0 else { return nil }
    let days = period.upperBound - period.lowerBound + 1
    return days % (weeks * 7) == 0 ? days : nil
  }

  // MARK: Lines

  private static let lineWords: Set<String> = [
    "linje", "linjenr", "turnuslinje", "line", "rulle", "linjer", "rad", "lineno", "nr", "uke",
    "grunnlinje", "veke", "week",
  ]
  private static let startWords: Set<String> = [
    "startlinje", "startline", "startuke", "startrad", "startpålinje", "startveke", "startweek",
    "startrulle", "starteriuke", "starterpålinje", "starterilinje", "startermedlinje",
    "begynneriuke", "begynnerpålinje", "startpåuke", "oppstartsuke", "oppstartuke",
    "oppstartslinje", "startsonline", "startsinweek", "startingline", "førstelinje", "firstline",
    "startlinjenr",
  ]

  static func startColumn(_ row: [String]) -> Int? {
    row.firstIndex { startWords.contains(ByteText.folded($0)) }
  }

  /// `Ansatt;Startlinje`
  static func isPeopleHeader(_ row: [String]) -> Bool {
    guard ColumnMap(headers: row).hasPerson else { return false }
    return startColumn(row) != nil
      || row.contains { ["linje", "turnuslinje", "line"].contains(ByteText.folded($0)) }
        && WeekdayHeading.columns(row).isEmpty
  }

  private mutating func readLines() {
    var weeks: [[Int?]] = []
    var columns = PersonColumns([], among: [], fallback: false)
    var lineColumn: Int?
    var startColumn: Int?
    var first = 0
    for row in 0..<sheet.count where !block.rows.contains(row) {
      let cells = sheet.table.rows[row]
      let weekdays = WeekdayHeading.columns(cells)
      if !weekdays.isEmpty {
        weeks = Self.weeks(weekdays)
        first = weekdays[0].column
        let before = Array(0..<first)
        lineColumn = before.first { Self.lineWords.contains(ByteText.folded(cells[$0])) }
        hasLineColumn = lineColumn != nil
        startColumn = Self.startColumn(cells)
        columns = PersonColumns(cells, among: before, fallback: false)
        if lineColumn == nil, columns.isEmpty, first > 0 { lineColumn = first - 1 }
        used.insert(row)
        continue
      }
      if sheet.table.followsBlank[row], !lines.isEmpty, !continues(row, weeks) { weeks = [] }
      if Self.isPeopleHeader(cells) { weeks = [] }
      guard !weeks.isEmpty else { continue }
      let label = PersonText.cleaned(sheet.cell(row, lineColumn ?? -1))
      let person = columns.isEmpty ? nil : columns.text(sheet, row)
      let name = label.isEmpty ? person?.name ?? "" : label
      guard !name.isEmpty, !PlanRows.isTotal(name), !PlanPeriod.isTitle(sheet, row),
        weeks.contains(where: { $0.contains { $0.map { !sheet.cell(row, $0).isEmpty } ?? false } })
      else { continue }
      used.insert(row)
      lines.append(
        Line(
          label: label, row: row, weeks: weeks.map { WeekCells(row: row, columns: $0) },
          person: person, startColumn: startColumn))
    }
  }

  /// A blank row inside the lines: the next row still has codes under the days.
  private func continues(_ row: Int, _ weeks: [[Int?]]) -> Bool {
    guard let days = weeks.first, !Self.isPeopleHeader(sheet.table.rows[row]) else { return false }
    return days.compactMap { $0 }.count { !sheet.cell(row, $0).isEmpty } >= 4
  }

  /// Cuts the columns into weeks where Monday comes again.
  private static func weeks(_ columns: [(column: Int, weekday: Int)]) -> [[Int?]] {
    var result: [[Int?]] = []
    var before = 8
    for (column, weekday) in columns {
      if weekday <= before || result.isEmpty { result.append(Array(repeating: nil, count: 7)) }
      result[result.count - 1][weekday - 1] = column
      before = weekday
    }
    return result
  }

  // MARK: People

  /// Somebody who walks through weeks: all weeks from a start on, or only some of them.
  private struct Walker {
    var person: UInt32
    var weeks: [WeekCells]
    var start: Int
  }

  private func place(_ row: Int, _ column: Int, _ collector: RosterCollector) -> SourcePosition {
    collector.sources.position(file: sheet.file, offset: sheet.place(row, column).lowerBound)
  }

  private mutating func walkers(_ collector: inout RosterCollector) -> [Walker] {
    let all = lines.flatMap(\.weeks)
    var starts: [Int] = []
    var sum = 0
    for line in lines {
      starts.append(sum)
      sum += line.weeks.count
    }
    if let header = (0..<sheet.count).first(where: {
      !used.contains($0) && !block.rows.contains($0)
        && Self.isPeopleHeader(sheet.table.rows[$0])
    }) {
      return people(below: header, all, starts, &collector)
    }
    if lines.contains(where: { $0.person != nil }) { return ownRows(all, starts, &collector) }
    return nameless(all, starts, &collector)
  }

  /// A block of people with the line on which each starts.
  private mutating func people(
    below header: Int, _ all: [WeekCells], _ starts: [Int], _ collector: inout RosterCollector
  ) -> [Walker] {
    let cells = sheet.table.rows[header]
    used.insert(header)
    let column =
      Self.startColumn(cells)
      ?? cells.firstIndex { Self.lineWords.contains(ByteText.folded($0)) } ?? -1
    let columns = PersonColumns(
      cells, among: cells.indices.filter { $0 != column }, fallback: true)
    var result: [Walker] = []
    for row in header + 1..<max(header + 1, sheet.count) {
      if block.rows.contains(row) || used.contains(row) || sheet.table.followsBlank[row] { break }
      used.insert(row)
      guard let text = columns.text(sheet, row) else {
        collector.report(
          .personMissing, .error, in: sheet, row: row, column: columns.all.min() ?? 0,
          Localized(nb: "ansatt mangler", en: "the employee is missing"))
        continue
      }
      guard let line = startLine(row, column, &collector) else { continue }
      let person = collector.person(
        text,
        at: place(row, columns.all.first { !sheet.cell(row, $0).isEmpty } ?? 0, collector))
      result.append(Walker(person: person, weeks: all, start: starts[line]))
    }
    return result
  }

  /// The index of the line that a row names.
  private func startLine(
    _ row: Int, _ column: Int, _ collector: inout RosterCollector
  ) -> Int? {
    let text = PersonText.cleaned(sheet.cell(row, column))
    if !text.isEmpty {
      if let line = lines.firstIndex(where: { $0.label == text }) { return line }
      let digits = text.filter { $0.isNumber }
      if let number = Int(digits), digits.utf8.count <= 6 {
        if let line = lines.firstIndex(where: { Int($0.label) == number }) { return line }
        if lines.indices.contains(number - 1), Int(lines[0].label) == nil { return number - 1 }
      }
    }
    let count = lines.count
    let shown = ByteText.shown(text)
    collector.report(
      .startLineOutside, .error, in: sheet, row: row, column: column,
      text.isEmpty
        ? Localized(nb: "startlinje mangler", en: "the start line is missing")
        : Localized(
          nb: "startlinje \(shown), planen har \(count) linjer",
          en: "start line \(shown), the plan has \(count) lines"),
      hint: Localized(
        nb: "velg en linje fra \(lines.first?.label ?? "1") til \(lines.last?.label ?? "\(count)")",
        en: "choose a line from \(lines.first?.label ?? "1") to \(lines.last?.label ?? "\(count)")")
    )
    return nil
  }

  /// People stand in the rows of the lines.
  private func ownRows(
    _ all: [WeekCells], _ starts: [Int], _ collector: inout RosterCollector
  ) -> [Walker] {
    // A row with line and name and one week: the lines are walked through by all.
    let rolls =
      lines.allSatisfy { $0.weeks.count == 1 }
      && (hasLineColumn || lines.contains { $0.startColumn != nil } || saysRolling)
    var result: [Walker] = []
    for (index, line) in lines.enumerated() {
      guard let text = line.person else {
        collector.report(
          .personMissing, .note, in: sheet, row: line.row, column: 0,
          Localized(nb: "linjen har ingen ansatt", en: "the line has no employee"))
        continue
      }
      let person = collector.person(
        text, at: place(line.row, 0, collector))
      if rolls {
        var start = starts[index]
        if let column = line.startColumn {
          guard let named = startLine(line.row, column, &collector) else { continue }
          start = starts[named]
        }
        result.append(Walker(person: person, weeks: all, start: start))
      } else {
        result.append(Walker(person: person, weeks: line.weeks, start: 0))
      }
    }
    if let first = lines.first {
      collector.report(
        .rolledOut, .note, in: sheet, row: first.row, column: 0,
        rolls
          ? Localized(
            nb: "hver ansatt begynner på sin linje og går én linje videre hver uke (antatt)",
            en: "everybody starts on their own line and moves one line on each week (assumed)")
          : Localized(
            nb: "hver ansatt gjentar sin egen rad (antatt)",
            en: "everybody repeats their own row (assumed)"))
    }
    return result
  }

  private var saysRolling: Bool {
    (0..<sheet.count).filter { !used.contains($0) }.contains { row in
      sheet.table.rows[row].contains {
        let text = $0.lowercased()
        return text.contains("ruller") || text.contains("starter på linje")
          || text.contains("starts on line")
      }
    }
  }

  /// Nobody is named: each line stands for whoever starts on it.
  private func nameless(
    _ all: [WeekCells], _ starts: [Int], _ collector: inout RosterCollector
  ) -> [Walker] {
    guard let first = lines.first else { return [] }
    collector.report(
      .rolledOut, .note, in: sheet, row: first.row, column: 0,
      Localized(
        nb: "planen har ingen ansatte; hver linje er lest som én person som begynner på den",
        en: "the plan has no people; each line was read as one person who starts on it"))
    return lines.enumerated().map { index, line in
      let number = line.label.isEmpty ? "\(index + 1)" : line.label
      let name = number.contains(where: \.isLetter) ? number : "Linje \(number)"
      return Walker(
        person: collector.person(number: "", name: name, at: place(line.row, 0, collector)),
        weeks: all, start: starts[index])
    }
  }

  // MARK: Period

  private mutating func readPeriod(
    _ collector: inout RosterCollector
  ) -> (CivilDate, CivilDate)? {
    let found = PlanPeriod.find(sheet, besides: used.union(block.rows), collector)
    used.formUnion(found.rows)
    guard let from = found.from ?? collector.options.firstDay else {
      collector.report(
        .noStartDate, .error, at: .none, path: path,
        Localized(
          nb: "planen har ingen startdato; oppgi den",
          en: "the plan has no start date; give it"),
        hint: Localized(
          nb: "skriv en linje «Gjelder fra;31.08.2026» øverst i filen, eller bruk --from",
          en: "write a line “Gjelder fra;31.08.2026” at the top of the file, or use --from"))
      return nil
    }
    let longest = from + Self.mostWeeks * 7
    var to =
      found.to ?? collector.options.lastDay ?? from.monday
      + (max(1, lines.reduce(0) { $0 + $1.weeks.count }) * 7 - 1)
    if to < from {
      collector.report(
        .endsBeforeStart, .error, in: sheet, row: found.rows.max() ?? 0, column: -1,
        Localized(
          nb: "planen slutter \(to.iso), før den begynner \(from.iso)",
          en: "the plan ends on \(to.iso), before it begins on \(from.iso)"))
      return nil
    }
    if to > longest {
      collector.report(
        .planTooLarge, .error, in: sheet, row: found.rows.max() ?? 0, column: -1,
        Localized(
          nb: "planen varer over ti år; lest til \(longest.iso)",
          en: "the plan lasts over ten years; read up to \(longest.iso)"))
      to = longest
    }
    if let written = found.lineCount, written.count != lines.count {
      collector.report(
        .lineCountDiffers, .warning, in: sheet, row: written.row, column: written.column,
        Localized(
          nb: "planen skal ha \(written.count) linjer, men har \(lines.count)",
          en: "the plan says \(written.count) lines and has \(lines.count)"))
    }
    return (from, to)
  }

  // MARK: Rolling out

  /// Reads every cell once, so that a code that is not known is named once.
  private mutating func checkCells(_ collector: inout RosterCollector) {
    writer.dayCells = lines.map { line in
      (line.row..<line.row + 1, line.weeks.flatMap { $0.columns.compactMap { $0 } })
    }
    for line in lines {
      for week in line.weeks {
        for case let column? in week.columns {
          _ = writer.cell(
            line.row, column, sheet.cell(line.row, column),
            line.label.isEmpty ? "" : "linje \(ByteText.shown(line.label))", &collector)
        }
      }
    }
  }

  private mutating func roll(
    _ walker: Walker, _ from: CivilDate, _ to: CivilDate, _ collector: inout RosterCollector
  ) {
    guard !walker.weeks.isEmpty else { return }
    let monday = from.monday
    var date = from
    while date <= to {
      let week = walker.weeks[(walker.start + (date - monday) / 7) % walker.weeks.count]
      if let column = week.columns[date.weekday - 1] {
        let text = sheet.cell(week.row, column)
        if !text.isEmpty {
          let cell = writer.known(text)
          writer.append(cell, walker.person, date, row: week.row, column: column, &collector)
        }
      }
      date = date + 1
    }
  }

  private func reportRollOut(
    _ from: CivilDate, _ to: CivilDate, _ collector: inout RosterCollector
  ) {
    guard let first = lines.first else { return }
    let weeks = lines.reduce(0) { $0 + $1.weeks.count }
    let start =
      from == from.monday
      ? Localized(nb: "", en: "")
      : Localized(
        nb: "; første uke begynner på en \(DateText.longWeekday(from.weekday).nb)",
        en: "; the first week begins on a \(DateText.longWeekday(from.weekday).en)")
    collector.report(
      .rolledOut, .note, in: sheet, row: first.row, column: 0,
      Localized(
        nb: "grunnturnusen på \(weeks) uker er rullet ut fra \(from.iso) til \(to.iso)\(start.nb)",
        en:
          "the base plan of \(weeks) weeks was rolled out from \(from.iso) to \(to.iso)\(start.en)")
    )
  }

  private func reportUnused(_ collector: inout RosterCollector) {
    for row in 0..<sheet.count where !used.contains(row) && !block.rows.contains(row) {
      PlanRows.reportUnused(row, sheet, &collector)
    }
  }
}
