/// Reads a matrix: people down and dates across, or days down and people across.
struct MatrixReader {
  let sheet: LayoutSheet
  let block: LegendBlock
  var writer: PlanWriter
  private(set) var rows = 0
  /// Dates of the plan, for the summary.
  private(set) var first: CivilDate?
  private(set) var last: CivilDate?
  private(set) var days = 0

  init(_ sheet: LayoutSheet, _ block: LegendBlock, _ writer: PlanWriter) {
    (self.sheet, self.block, self.writer) = (sheet, block, writer)
  }

  /// A heading row and the rows that it heads.
  private struct Section {
    var header: Int
    var marks: [DayLine.Mark]
    var rows: Range<Int>
    /// Header rows above and below the one with dates.
    var headers: [Int]
    /// Each day has two columns, `Fra` and `Til`.
    var isPaired = false
  }

  // MARK: People down

  mutating func readPeopleDown(_ collector: inout RosterCollector) {
    let sections = sections()
    var headers: Set<Int> = []
    for section in sections { headers.formUnion(section.headers) }
    var body: Set<Int> = block.rows
    for section in sections { body.formUnion(section.rows) }
    let years = YearFinder(sheet, besides: body, collector)
    writer.dayCells = sections.map { ($0.rows, $0.marks.map(\.column)) }
    reportTitles(before: sections.first?.headers.min() ?? 0, &collector)
    for section in sections {
      let dates = DayLine(marks: section.marks).dates(sheet, years, &collector)
      count(dates)
      read(section, dates, &collector)
    }
  }

  private func sections() -> [Section] {
    var found: [Section] = []
    for row in 0..<sheet.count where !block.rows.contains(row) {
      var dates = HeadingRow.dates(sheet.table.rows[row])
      if dates.isEmpty { dates = HeadingRow.dayNumbers(sheet, row) }
      if dates.isEmpty { continue }
      var headers = [row]
      for near in [row - 1, row - 2, row + 1] where near >= 0 && near < sheet.count {
        if isHeaderPart(near, dates) { headers.append(near) }
      }
      let isPaired = isPaired(row + 1, dates)
      if isPaired { headers.append(row + 1) }
      if !found.isEmpty {
        let start = headers.min() ?? row
        found[found.count - 1].rows =
          found[found.count - 1].rows
          .lowerBound..<max(start, found[found.count - 1].rows.lowerBound)
      }
      let below = (headers.max() ?? row) + 1
      found.append(
        Section(
          header: row, marks: HeadingRow.marks(sheet, row, dates),
          rows: below..<max(below, sheet.count),
          headers: headers, isPaired: isPaired))
    }
    return found
  }

  /// Whether a row below the dates says that each day has a start and an end of its own.
  private func isPaired(_ row: Int, _ dates: HeadingRow.Dates) -> Bool {
    guard row < sheet.count else { return false }
    return dates.allSatisfy {
      ColumnNames.role(of: sheet.cell(row, $0.column))?.role == .start
        && ColumnNames.role(of: sheet.cell(row, $0.column + 1))?.role == .end
    }
  }

  /// What stands under a day: one field, or the start and the end as one.
  private func value(_ row: Int, _ column: Int, _ section: Section) -> String {
    let value = sheet.cell(row, column)
    guard section.isPaired else { return value }
    let end = sheet.cell(row, column + 1)
    return end.isEmpty ? value : "\(value)-\(end)"
  }

  /// Whether a row beside the dates holds weekdays, weeks or names of columns.
  private func isHeaderPart(_ row: Int, _ dates: HeadingRow.Dates) -> Bool {
    if !WeekdayHeading.columns(sheet.table.rows[row]).isEmpty { return true }
    let inside = dates.map { sheet.cell(row, $0.column) }.filter { !$0.isEmpty }
    guard !inside.isEmpty else {
      return sheet.filled(row).contains {
        guard let role = ColumnNames.role(of: sheet.cell(row, $0)) else { return false }
        return role.role == .person || role.role == .number || role.role == .lastName
      }
    }
    // Numbers alone are weeks only where the row is not somebody's: `Kari;1;2;3` has codes.
    let outside = sheet.filled(row).filter { column in !dates.contains { $0.column == column } }
    let bare = outside.allSatisfy {
      ["", "uke", "veke", "week", "ukenr", "ukenummer", "uker"].contains(
        ByteText.folded(sheet.cell(row, $0)))
    }
    return inside.allSatisfy {
      WeekHeading($0, bare: bare) != nil || CalendarWords.months[ByteText.folded($0)] != nil
        || !YearFinder.years(in: $0).isEmpty
    }
  }

  private mutating func read(
    _ section: Section, _ dates: [CivilDate?], _ collector: inout RosterCollector
  ) {
    let starts = section.marks.map(\.column)
    let dayColumns = Set(section.isPaired ? starts + starts.map { $0 + 1 } : starts)
    var headers = sheet.table.rows[section.header]
    for other in section.headers where other != section.header {
      for column in headers.indices where headers[column].isEmpty && !dayColumns.contains(column) {
        headers[column] = sheet.cell(other, column)
      }
    }
    let others = headers.indices.filter { !dayColumns.contains($0) }
    let people = PersonColumns(headers, among: others, fallback: true)
    reportColumns(section, headers, others, people, &collector)
    for row in section.rows where !block.rows.contains(row) {
      read(row, section, dates, people, &collector)
    }
  }

  private mutating func read(
    _ row: Int, _ section: Section, _ dates: [CivilDate?], _ people: PersonColumns,
    _ collector: inout RosterCollector
  ) {
    let filled = section.marks.indices.filter {
      !value(row, section.marks[$0].column, section).isEmpty
    }
    let text = people.text(sheet, row)
    if filled.isEmpty { return PlanRows.reportUnused(row, sheet, &collector) }
    if let text, PlanRows.isTotal(text.name) { return PlanRows.reportTotal(row, sheet, &collector) }
    let numbers = filled.allSatisfy {
      WrittenNumber(sheet.cell(row, section.marks[$0].column)) != nil
        && writer.parser.legend[sheet.cell(row, section.marks[$0].column)] == nil
    }
    if numbers, text == nil || text?.number.isEmpty == true {
      return PlanRows.reportTotal(row, sheet, &collector)
    }
    if WeekdayHeading.columns(sheet.table.rows[row]).count >= 5 { return }
    rows += 1
    guard let text else {
      collector.report(
        .personMissing, .error, in: sheet, row: row, column: people.all.min() ?? 0,
        Localized(nb: "ansatt mangler", en: "the employee is missing"))
      return
    }
    let column = people.all.first { !sheet.cell(row, $0).isEmpty } ?? 0
    let place = sheet.place(row, column)
    let person = collector.person(
      text,
      at: collector.sources.position(file: sheet.file, offset: place.lowerBound),
      length: place.count)
    reportShort(row, section, filled.count, &collector)
    reportLong(row, section, people, &collector)
    for index in filled {
      let column = section.marks[index].column
      let when = dates[index]?.iso ?? sheet.cell(section.header, column)
      let value = value(row, column, section)
      let cell = writer.cell(
        row, column, value, "\(ByteText.shown(text.name)), \(when)", &collector)
      if let date = dates[index] {
        writer.append(cell, person, date, row: row, column: column, &collector)
      }
    }
  }

  /// A row that ends before the last day: an error where the plan marks every day, free days too.
  private func reportShort(
    _ row: Int, _ section: Section, _ filled: Int, _ collector: inout RosterCollector
  ) {
    let width = sheet.width(row)
    let missing = section.marks.count { $0.column >= width }
    guard missing > 0 else { return }
    let marksAll = filled == section.marks.count - missing
    collector.report(
      .shortPlanRow, marksAll ? .error : .warning, in: sheet, row: row, column: width - 1,
      Localized(
        nb: "raden er for kort: \(missing) av \(section.marks.count) dager mangler",
        en: "the row is too short: \(missing) of \(section.marks.count) days are missing"),
      hint: Localized(
        nb: "en fridag uten kode skrives som et tomt felt",
        en: "a day off without a code is written as an empty field"))
  }

  /// Cells past the last day, below nothing: an error where one of them is a code. Sums are numbers.
  private func reportLong(
    _ row: Int, _ section: Section, _ people: PersonColumns, _ collector: inout RosterCollector
  ) {
    let days = section.marks.map(\.column)
    guard let last = days.max() else { return }
    let end = last + (section.isPaired ? 2 : 1)
    guard end < sheet.width(row) else { return }
    let extra = (end..<sheet.width(row)).filter { column in
      let text = sheet.cell(row, column)
      return !text.isEmpty && !people.all.contains(column)
        && section.headers.allSatisfy { sheet.cell($0, column).isEmpty }
        && (WrittenNumber(text) == nil || writer.parser.legend[text] != nil)
    }
    guard let first = extra.first else { return }
    let isCode = extra.contains { writer.parser.legend[sheet.cell(row, $0)] != nil }
    let count = extra.count
    collector.report(
      .tooManyFields, isCode ? .error : .warning, in: sheet, row: row, column: first,
      Localized(
        nb: count == 1
          ? "feltet etter den siste dagen er ikke lest"
          : "\(count) felt etter den siste dagen er ikke lest",
        en: count == 1
          ? "the field after the last day was not read"
          : "\(count) fields after the last day were not read"),
      hint: Localized(
        nb: "mangler overskriften en dato?", en: "does the header lack a date?"))
  }

  // MARK: Days down

  mutating func readDaysDown(_ layout: DayColumn, _ collector: inout RosterCollector) {
    var marks: [DayLine.Mark] = []
    for row in layout.header + 1..<sheet.count where !block.rows.contains(row) {
      guard let heading = DayHeading(sheet.cell(row, layout.column)) else { continue }
      var mark = DayLine.Mark(row: row, column: layout.column, heading: heading, week: nil)
      if heading.weekday == nil {
        for near in [layout.column - 1, layout.column + 1] where !layout.people.contains(near) {
          let weekday = WeekdayHeading.weekday(sheet.cell(row, near))
          mark.heading.weekday = mark.heading.weekday ?? weekday
        }
      }
      marks.append(mark)
    }
    // The newest day may stand first.
    let headings = marks.map(\.heading)
    if !DayLine.isConsecutive(headings), DayLine.isConsecutive(headings.reversed()) {
      marks.reverse()
    }
    let body = Set(layout.header + 1..<max(layout.header + 1, sheet.count))
    let years = YearFinder(sheet, besides: body, collector)
    let dates = DayLine(marks: marks).dates(sheet, years, &collector)
    count(dates)
    var dateOfRow: [Int: CivilDate] = [:]
    for (mark, date) in zip(marks, dates) { dateOfRow[mark.row] = date }
    let marked = Set(marks.map(\.row))
    writer.dayCells = [(layout.header + 1..<max(layout.header + 1, sheet.count), layout.people)]
    reportTitles(before: min(layout.header, layout.numbers ?? layout.header), &collector)
    let people = layout.people.map { column in
      let place = sheet.place(layout.header, column)
      var text = PersonText(sheet.cell(layout.header, column))
      if let row = layout.numbers { text.number = PersonText.cleaned(sheet.cell(row, column)) }
      return (
        text.name,
        collector.person(
          text,
          at: collector.sources.position(file: sheet.file, offset: place.lowerBound),
          length: place.count)
      )
    }
    var date: CivilDate?
    for row in layout.header + 1..<max(layout.header + 1, sheet.count)
    where !block.rows.contains(row) {
      if row == layout.numbers { continue }
      if marked.contains(row) {
        date = dateOfRow[row]
        rows += 1
      } else if !sheet.cell(row, layout.column).isEmpty
        || layout.people.allSatisfy({ sheet.cell(row, $0).isEmpty })
      {
        reportUndated(row, layout, &collector)
        continue
      }
      for (column, person) in zip(layout.people, people) {
        let when = date?.iso ?? sheet.cell(row, layout.column)
        let value = sheet.cell(row, column)
        let cell = writer.cell(
          row, column, value, "\(ByteText.shown(person.0)), \(when)", &collector)
        if let date { writer.append(cell, person.1, date, row: row, column: column, &collector) }
      }
    }
  }

  private func reportUndated(
    _ row: Int, _ layout: DayColumn, _ collector: inout RosterCollector
  ) {
    let label = sheet.cell(row, layout.column)
    if PlanRows.isTotal(label)
      || PlanRows.isTotal(sheet.filled(row).first.map { sheet.cell(row, $0) } ?? "")
    {
      return PlanRows.reportTotal(row, sheet, &collector)
    }
    let filled = layout.people.filter { !sheet.cell(row, $0).isEmpty }
    guard !filled.isEmpty, WeekHeading(label, bare: false) == nil else {
      return PlanRows.reportUnused(row, sheet, &collector)
    }
    var fault = ValueFault(WrittenDateError.notADate, ByteText.shown(label))
    do throws(WrittenDateError) {
      _ = try WrittenDate(label)
    } catch {
      fault = ValueFault(error, ByteText.shown(label))
    }
    collector.report(fault, in: sheet, row: row, column: layout.column)
  }

  // MARK: What is not used

  private func reportTitles(before row: Int, _ collector: inout RosterCollector) {
    guard row > 0 else { return }
    collector.report(
      .titleRows, .note, in: sheet, row: 0, column: 0,
      Localized(
        nb: row == 1
          ? "én linje over overskriften er ikke brukt"
          : "\(row) linjer over overskriften er ikke brukt",
        en: row == 1
          ? "one line above the header is not used"
          : "\(row) lines above the header are not used"))
  }

  private func reportColumns(
    _ section: Section, _ headers: [String], _ others: [Int], _ people: PersonColumns,
    _ collector: inout RosterCollector
  ) {
    for column in others where !headers[column].isEmpty && !people.all.contains(column) {
      if let role = ColumnNames.role(of: headers[column]), role.role == .comment { continue }
      let name = ByteText.shown(headers[column])
      collector.report(
        .unknownColumn, .note, in: sheet, row: section.header, column: column,
        Localized(nb: "kolonnen «\(name)» er ikke brukt", en: "the column “\(name)” is not used"))
    }
  }

  private mutating func count(_ dates: [CivilDate?]) {
    for case let date? in dates {
      days += 1
      first = min(first ?? date, date)
      last = max(last ?? date, date)
    }
  }
}
