/// Finds the rows and columns of a sheet that hold dates as headings.
enum HeadingRow {
  typealias Dates = [(column: Int, heading: DayHeading)]

  /// Cells that are no dates and may stand before the first one.
  private static let mostOthers = 12

  /// The dates of a row that heads columns, at least two; else none.
  static func dates(_ row: [String]) -> Dates {
    var found: Dates = []
    var others = 0
    for (column, text) in row.enumerated() where !text.isEmpty {
      if let heading = DayHeading(text) {
        found.append((column, heading))
      } else {
        others += 1
        if others > mostOthers + found.count { return [] }
      }
    }
    guard found.count >= 2, DayLine.isConsecutive(found.map(\.heading)) else { return [] }
    return found
  }

  /// Days of a month without the month, `1;2;3`, with the months that the rows above name.
  static func dayNumbers(_ sheet: LayoutSheet, _ row: Int) -> Dates {
    var days: [(column: Int, day: Int)] = []
    for (column, text) in sheet.table.rows[row].enumerated() {
      let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
      guard digits.utf8.count <= 2, digits.utf8.allSatisfy(ByteText.isDigit), let day = Int(digits),
        (1...31).contains(day)
      else { continue }
      days.append((column, day))
    }
    guard days.count >= 5,
      zip(days, days.dropFirst()).allSatisfy({ a, b in
        b.day == a.day + 1 || (b.day == 1 && a.day >= 28)
      }), var (month, year) = month(sheet, above: row, at: days[0].column)
    else { return [] }
    var found: Dates = []
    var before = 0
    for (column, day) in days {
      if day < before {
        year = month == 12 ? year.map { $0 + 1 } : year
        month = month % 12 + 1
      }
      before = day
      guard let date = CivilDate(year: 2024, month: month, day: day) else { continue }
      let text = date.iso.dropFirst(5).split(separator: "-").reversed().joined(separator: ".")
      let full = year.map { "\(text).\(padded($0, 4))" } ?? text
      if let heading = DayHeading(full) { found.append((column, heading)) }
    }
    return found
  }

  /// `Januar 2026` in the rows above, at the column or to its left.
  private static func month(
    _ sheet: LayoutSheet, above row: Int, at column: Int
  ) -> (month: Int, year: Int?)? {
    for above in stride(from: row - 1, through: max(0, row - 6), by: -1) {
      // The nearest at the column or to its left, else one a little to its right.
      let filled = sheet.filled(above)
      let order = filled.filter { $0 <= column }.reversed() + filled.filter { $0 > column }
      for cell in order where cell <= max(column, 6) {
        let words = sheet.cell(above, cell).lowercased()
          .split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for word in words {
          guard let month = CalendarWords.months[word] else { continue }
          let year = words.compactMap(Int.init).first { WrittenDate.years.contains($0) }
          return (month, year)
        }
      }
    }
    return nil
  }

  /// The marks of a heading row, with what the rows around it say of weekdays and weeks.
  static func marks(_ sheet: LayoutSheet, _ row: Int, _ dates: Dates) -> [DayLine.Mark] {
    var marks = dates.map {
      DayLine.Mark(row: row, column: $0.column, heading: $0.heading, week: nil)
    }
    for near in [row - 1, row - 2, row + 1] where near >= 0 && near < sheet.count {
      let weekdays = WeekdayHeading.columns(sheet.table.rows[near])
      guard !weekdays.isEmpty else { continue }
      let byColumn = Dictionary(
        weekdays.map { ($0.column, $0.weekday) }, uniquingKeysWith: { first, _ in first })
      for index in marks.indices where marks[index].heading.weekday == nil {
        marks[index].heading.weekday = byColumn[marks[index].column]
      }
      break
    }
    for near in [row - 1, row - 2, row - 3, row + 1] where near >= 0 && near < sheet.count {
      let weeks = weeks(sheet, near)
      guard let first = weeks.first, first.column >= (marks.first?.column ?? 0) - 1 else {
        continue
      }
      var index = 0
      for mark in marks.indices {
        while index + 1 < weeks.count, weeks[index + 1].column <= marks[mark].column { index += 1 }
        if weeks[index].column <= marks[mark].column { marks[mark].week = weeks[index].week }
      }
      break
    }
    return marks
  }

  /// Week numbers of a row that heads weeks.
  private static func weeks(_ sheet: LayoutSheet, _ row: Int) -> [(column: Int, week: Int)] {
    let filled = sheet.filled(row)
    let bare =
      filled.first.map {
        ["uke", "veke", "week", "ukenr", "ukenummer"].contains(
          ByteText.folded(sheet.cell(row, $0)))
      } ?? false
    var found: [(column: Int, week: Int)] = []
    for column in filled {
      if let week = WeekHeading(sheet.cell(row, column), bare: bare) {
        found.append((column, week.week))
      } else if found.count > 0 || (!bare && column != filled.first) {
        return found.count > 1 ? found : []
      }
    }
    return found
  }
}

/// What a sheet looks like.
enum PlanKind: Equatable {
  case none, matrix, days, weeks, basePlan, legend

  /// Looks at the first rows of an input.
  static func of(_ input: [UInt8], _ dialect: CSVDialect) -> PlanKind {
    of(LayoutSheet(sample: input, dialect))
  }

  static func of(_ sheet: LayoutSheet) -> PlanKind {
    var legend = false
    for row in 0..<sheet.count {
      let cells = sheet.table.rows[row]
      let map = ColumnMap(headers: cells)
      let dates = HeadingRow.dates(cells)
      // A list of codes may stand to the right of a matrix.
      if map.hasPerson, map[.date] >= 0 || map[.start] >= 0 && map[.end] >= 0,
        !LegendBlock.standsBeside(dates, cells)
      {
        return .none
      }
      if !dates.isEmpty { return ofDates(sheet, row, dates) }
      if !HeadingRow.dayNumbers(sheet, row).isEmpty { return .matrix }
      if !WeekdayHeading.columns(cells).isEmpty {
        if row + 1 < sheet.count, !HeadingRow.dates(sheet.table.rows[row + 1]).isEmpty { continue }
        if row + 1 < sheet.count, !HeadingRow.dayNumbers(sheet, row + 1).isEmpty { continue }
        return ofWeekdays(sheet, row)
      }
      if LegendBlock.isHeader(cells) { legend = true }
    }
    if DayColumn.find(sheet) != nil { return .days }
    return legend ? .legend : .none
  }

  /// Dates head columns: a matrix, or weeks with their own dates.
  private static func ofDates(
    _ sheet: LayoutSheet, _ row: Int, _ dates: HeadingRow.Dates
  ) -> PlanKind {
    guard dates.count <= 7 else { return .matrix }
    let label = dates[0].column > 0 ? sheet.cell(row, dates[0].column - 1) : ""
    let first = sheet.cell(row, 0)
    let isWeek = WeekHeading(label, bare: false) != nil || WeekHeading(first, bare: false) != nil
    // Another row of dates below is the next week.
    let repeats = (row + 1..<min(row + 6, sheet.count)).contains {
      let more = HeadingRow.dates(sheet.table.rows[$0])
      return more.count <= 7 && more.first?.column == dates[0].column
    }
    guard isWeek || repeats else { return .matrix }
    let below = row + 1 < sheet.count ? sheet.cell(row + 1, 0) : ""
    let isPerson =
      !below.isEmpty && WeekHeading(below, bare: true) == nil
      && dates[0].column > 0 && DayHeading(below) == nil && !DayCellParser.looksLikeCode(below)
    // Below the dates of one person's week stand the shifts, at most with a word for them.
    let isRowOfShifts = repeats && rowWords.contains(ByteText.folded(below))
    return isPerson && !isRowOfShifts ? .matrix : .weeks
  }

  private static let rowWords: Set<String> = [
    "vakt", "vakter", "plan", "turnus", "kode", "koder", "vaktkode", "tid", "tider", "arbeid",
    "klokkeslett", "shift", "shifts", "code", "time", "times", "merknad", "planlagt",
  ]

  private static let lineWords: Set<String> = [
    "linje", "linjenr", "turnuslinje", "line", "rulle", "linjer", "rad", "lineno", "grunnlinje",
  ]
  private static let weekWords: Set<String> = ["uke", "veke", "week", "ukenr", "ukenummer", "uka"]

  /// Weekdays head columns: a base plan, or weeks.
  private static func ofWeekdays(_ sheet: LayoutSheet, _ row: Int) -> PlanKind {
    let weekdays = WeekdayHeading.columns(sheet.table.rows[row])
    if weekdays.count > 7 { return .basePlan }
    let labels = (0..<weekdays[0].column).map { ByteText.folded(sheet.cell(row, $0)) }
    if labels.contains(where: lineWords.contains) { return .basePlan }
    for other in 0..<sheet.count where BasePlanReader.isPeopleHeader(sheet.table.rows[other]) {
      return .basePlan
    }
    let text = (0..<row).flatMap { sheet.table.rows[$0] }.joined(separator: " ").lowercased()
    let rolls = ["grunnturnus", "grunnplan", "rullerende", "rullering", "basisturnus", "base plan"]
      .contains(where: text.contains)
    if labels.contains(where: weekWords.contains) { return rolls ? .basePlan : .weeks }
    if rolls { return .basePlan }
    let below = (row + 1..<min(row + 8, sheet.count))
      .map { sheet.cell($0, max(0, weekdays[0].column - 1)) }
    if below.contains(where: { WeekHeading($0, bare: false) != nil || DayHeading($0) != nil }) {
      return .weeks
    }
    let numbers = below.compactMap { Int($0) }
    // Lines are numbered from one.
    if let first = numbers.first { return first == 1 ? .basePlan : .weeks }
    return below.contains { !$0.isEmpty } ? .basePlan : .weeks
  }
}

/// A column of dates, one row for each day, with people in the columns beside it.
struct DayColumn {
  var column: Int
  /// The row with names.
  var header: Int
  /// The row with staff numbers, where it is another one.
  var numbers: Int?
  var people: [Int]

  static func find(_ sheet: LayoutSheet) -> DayColumn? {
    for row in 0..<max(0, min(sheet.count, 60) - 1) {
      for column in 0..<min(3, sheet.table.rows[row].count) {
        guard let a = DayHeading(sheet.cell(row, column)),
          let b = DayHeading(sheet.cell(row + 1, column)), row > 0,
          DayLine.isConsecutive([a, b]) || DayLine.isConsecutive([b, a])
        else { continue }
        if let found = people(sheet, column, first: row) { return found }
      }
    }
    return nil
  }

  private static func people(_ sheet: LayoutSheet, _ column: Int, first: Int) -> DayColumn? {
    // What heads dates is not itself a date.
    guard DayHeading(sheet.cell(first - 1, column)) == nil else { return nil }
    let map = ColumnMap(headers: sheet.table.rows[first - 1])
    // Times and people in columns of their own make a list.
    guard !map.hasPerson, map[.start] < 0, map[.interval] < 0, map[.code] < 0 else { return nil }
    func candidates(_ row: Int) -> [Int] {
      sheet.filled(row).filter {
        $0 != column && ColumnNames.role(of: sheet.cell(row, $0)) == nil
          && WeekdayHeading.weekday(sheet.cell(row, $0)) == nil
      }
    }
    var header = first - 1
    var columns = candidates(header)
    var numbers: Int?
    func isNumbers(_ row: Int, _ columns: [Int]) -> Bool {
      !columns.isEmpty
        && columns.allSatisfy { Int(sheet.cell(row, $0).filter { $0 != " " }) != nil }
    }
    if isNumbers(header, columns), header > 0, !isNumbers(header - 1, candidates(header - 1)),
      candidates(header - 1).count >= columns.count
    {
      numbers = header
      header -= 1
      columns = candidates(header).filter { columns.contains($0) }
    } else if header > 0, candidates(header - 1) == columns, isNumbers(header - 1, columns) {
      numbers = header - 1
    }
    guard !columns.isEmpty, !columns.allSatisfy({ DayHeading(sheet.cell(header, $0)) != nil })
    else { return nil }
    return DayColumn(column: column, header: header, numbers: numbers, people: columns)
  }
}
