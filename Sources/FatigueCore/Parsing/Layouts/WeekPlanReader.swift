/// Reads a plan with a row for each week and a column for each weekday, for one person or several.
struct WeekPlanReader {
  let sheet: LayoutSheet
  let block: LegendBlock
  var writer: PlanWriter
  let path: String
  private(set) var rows = 0
  private(set) var first: CivilDate?
  private(set) var last: CivilDate?

  /// One row of the plan: where its days stand and which dates they are.
  private struct Week {
    var row: Int
    /// By day column: nil while only the week is known.
    var marks: [DayLine.Mark]
    var label: (column: Int, heading: WeekHeading)?
    var monday: DayHeading?
    var days: [(column: Int, weekday: Int)]
    /// The row holds dates, not codes.
    var isDates = false
  }

  init(_ sheet: LayoutSheet, _ block: LegendBlock, _ writer: PlanWriter, path: String) {
    (self.sheet, self.block, self.writer, self.path) = (sheet, block, writer, path)
  }

  mutating func read(_ collector: inout RosterCollector) {
    let (weeks, headers, firstRow) = weeks()
    let years = YearFinder(
      sheet, besides: Set(weeks.map(\.row)).union(block.rows), collector)
    writer.dayCells = weeks.filter { !$0.isDates }.map {
      ($0.row..<$0.row + 1, $0.days.map(\.column))
    }
    let mondays = mondays(weeks, years, &collector)
    let columns = PersonColumns(
      headers, among: (0..<(weeks.first?.days.first?.column ?? 0)).map { $0 }, fallback: false)
    var owner: UInt32?
    var dated: [Int: CivilDate] = [:]
    for (index, week) in weeks.enumerated() {
      if week.isDates {
        dated = mondays[index].map { self.dates(of: week, $0) } ?? [:]
        continue
      }
      rows += 1
      var dates = dated
      if week.label != nil || week.monday != nil {
        dates = mondays[index].map { self.dates(of: week, $0) } ?? [:]
      }
      var person = columns.isEmpty ? nil : named(week.row, columns, &collector)
      if person == nil {
        owner = owner ?? PlanOwner.person(sheet, rows: 0..<firstRow, path: path, &collector)
        person = owner
      }
      guard let person else { continue }
      read(week, dates, person, &collector)
    }
    for row in firstRow..<sheet.count where !block.rows.contains(row) && !used(row, weeks) {
      if WeekdayHeading.columns(sheet.table.rows[row]).isEmpty {
        PlanRows.reportUnused(row, sheet, &collector)
      }
    }
  }

  private func used(_ row: Int, _ weeks: [Week]) -> Bool { weeks.contains { $0.row == row } }

  private mutating func named(
    _ row: Int, _ columns: PersonColumns, _ collector: inout RosterCollector
  ) -> UInt32? {
    guard let text = columns.text(sheet, row) else { return nil }
    return collector.person(
      text,
      at: collector.sources.position(
        file: sheet.file,
        offset: sheet.place(row, columns.all.first ?? 0).lowerBound))
  }

  private func dates(of week: Week, _ monday: CivilDate) -> [Int: CivilDate] {
    var result: [Int: CivilDate] = [:]
    for (column, weekday) in week.days { result[column] = monday + (weekday - 1) }
    return result
  }

  private mutating func read(
    _ week: Week, _ dates: [Int: CivilDate], _ person: UInt32, _ collector: inout RosterCollector
  ) {
    for (column, weekday) in week.days {
      var text = sheet.cell(week.row, column)
      if text.isEmpty { continue }
      // `28/12 D1`: the date in the cell is the column's.
      if let (heading, rest) = Self.dated(text) {
        if let date = dates[column], let year = heading.year ?? Optional(date.components.year),
          let written = heading.date(in: year), written != date
        {
          collector.report(
            .datesOutOfOrder, .error, in: sheet, row: week.row, column: column,
            Localized(
              nb: "datoen i cellen er \(written.iso), men dagen er \(date.iso)",
              en: "the date in the cell is \(written.iso), but the day is \(date.iso)"))
          continue
        }
        text = rest
      }
      let when = dates[column]?.iso ?? DateText.longWeekday(weekday).nb
      let label = week.label.map { sheet.cell(week.row, $0.column) } ?? ""
      let cell = writer.cell(
        week.row, column, text, dates[column] == nil ? "\(label) \(when)" : when, &collector)
      guard let date = dates[column] else { continue }
      first = min(first ?? date, date)
      last = max(last ?? date, date)
      writer.append(cell, person, date, row: week.row, column: column, &collector)
    }
  }

  private static func dated(_ text: String) -> (DayHeading, String)? {
    let words = text.split(whereSeparator: { $0 == " " || $0.isNewline })
    for count in [2, 1] where words.count > count {
      if let heading = DayHeading(words[..<count].joined(separator: " ")) {
        return (heading, words[count...].joined(separator: " "))
      }
    }
    if words.count <= 2, let heading = DayHeading(words.joined(separator: " ")) {
      return (heading, "")
    }
    return nil
  }

  // MARK: Structure

  private func weeks() -> (weeks: [Week], headers: [String], firstRow: Int) {
    var result: [Week] = []
    var days: [(column: Int, weekday: Int)] = []
    var headers: [String] = []
    var firstRow = sheet.count
    for row in 0..<sheet.count where !block.rows.contains(row) {
      let cells = sheet.table.rows[row]
      let weekdays = WeekdayHeading.columns(cells)
      if !weekdays.isEmpty {
        (days, headers) = (weekdays, cells)
        firstRow = min(firstRow, row)
        continue
      }
      let dates = HeadingRow.dates(cells)
      if dates.count >= 2, dates.count <= 7 {
        var week = Week(
          row: row, marks: HeadingRow.marks(sheet, row, dates), days: days, isDates: true)
        week.label = label(row, before: dates[0].column)
        // Without weekday names the dates are Monday to Sunday.
        if days.isEmpty, dates.count == 7 {
          week.days = dates.enumerated().map { ($1.column, $0 + 1) }
          days = week.days
        }
        firstRow = min(firstRow, row)
        result.append(week)
        continue
      }
      guard let start = days.first?.column else { continue }
      var week = Week(row: row, marks: [], days: days)
      week.label = label(row, before: start)
      if week.label == nil {
        week.monday =
          (0..<start).lazy.compactMap { DayHeading(sheet.cell(row, $0)) }.first
          ?? firstOfRange(row, before: start)
      }
      let hasCodes = days.contains { !sheet.cell(row, $0.column).isEmpty }
      let follows = result.last?.row == row - 1 && !sheet.table.followsBlank[row]
      if week.label != nil || week.monday != nil || (follows && hasCodes) {
        result.append(week)
      }
    }
    return (result, headers, firstRow)
  }

  private func label(_ row: Int, before column: Int) -> (column: Int, heading: WeekHeading)? {
    for at in 0..<max(0, min(column, 6)) {
      if let heading = WeekHeading(sheet.cell(row, at), bare: true) { return (at, heading) }
    }
    return nil
  }

  /// `22.06-28.06` in front of the days.
  private func firstOfRange(_ row: Int, before column: Int) -> DayHeading? {
    for at in 0..<column {
      let parts = sheet.cell(row, at).split(whereSeparator: { "-–".contains($0) })
      if parts.count == 2, let heading = DayHeading(String(parts[0])) { return heading }
    }
    return nil
  }

  // MARK: Dates

  /// The Monday of each week; nil where it is not known; then it has been named.
  private func mondays(
    _ weeks: [Week], _ years: YearFinder, _ collector: inout RosterCollector
  ) -> [CivilDate?] {
    guard let first = weeks.first else { return [] }
    if let counted = countedFromStart(weeks, &collector) { return counted }
    let start =
      weeks.first { $0.label?.heading.year != nil }.flatMap { $0.label?.heading.year }
      ?? weeks.first { $0.monday?.year != nil }.flatMap { $0.monday?.year }
      ?? weeks.lazy.flatMap(\.marks).compactMap(\.heading.year).first
    var year = start ?? 0
    if start == nil {
      let place = (first.row, first.label?.column ?? first.marks.first?.column ?? 0)
      let crosses = crossesNewYear(weeks)
      let fits = { (year: Int) in self.fits(weeks, year) }
      if let choice = years.choose(crossesNewYear: crosses, fits: fits) {
        year = choice.year
        YearFinder.note(choice, sheet, row: place.0, column: place.1, &collector)
      } else {
        years.refuse(sheet, row: place.0, column: place.1, fits: fits, &collector)
        return weeks.map { _ in nil }
      }
    }
    var before: CivilDate?
    return zip(weeks, plain(weeks, year)).map { week, monday in
      guard let monday else {
        // A second line of the week above has no date of its own.
        guard let label = week.label else { return nil }
        let (at, number) = (label.heading.year ?? year, label.heading.week)
        collector.report(
          ValueFault(.noSuchWeek(number, year: at), ""), in: sheet, row: week.row,
          column: label.column)
        return nil
      }
      report(week, monday, before, &collector)
      before = monday
      return monday
    }
  }

  /// The Mondays of a plan that counts its own weeks from one: its title says a first day that does
  /// not lie in the calendar's week 1.
  private func countedFromStart(
    _ weeks: [Week], _ collector: inout RosterCollector
  ) -> [CivilDate?]? {
    let labels = weeks.compactMap(\.label)
    guard labels.count == weeks.count, weeks.allSatisfy({ $0.marks.isEmpty && $0.monday == nil }),
      labels.enumerated().allSatisfy({ $1.heading.year == nil && $1.heading.week == $0 + 1 }),
      let first = labels.first
    else { return nil }
    let taken = block.rows.union(weeks.map(\.row))
    guard let from = PlanPeriod.find(sheet, besides: taken, collector).from,
      from.isoWeek.week != 1
    else { return nil }
    collector.report(
      .rolledOut, .note, in: sheet, row: weeks[0].row, column: first.column,
      Localized(
        nb: "uke 1 er lest som planens første uke, fra \(from.monday.iso), ikke som kalenderuke 1",
        en: "week 1 was read as the plan's first week, from \(from.monday.iso), not as the "
          + "calendar's week 1"))
    return weeks.indices.map { from.monday + 7 * $0 }
  }

  /// Mondays when the first week lies in a year; the year goes on where the weeks begin again.
  private func plain(_ weeks: [Week], _ first: Int) -> [CivilDate?] {
    var year = first
    var before: Int?
    var monday: CivilDate?
    return weeks.map { week in
      if let mark = week.marks.first {
        if let written = mark.heading.year { year = written }
        let day = mark.heading.dayOfLeapYear
        if mark.heading.year == nil, let monday, let date = mark.heading.date(in: year),
          monday - date > 183
        {
          year += 1
        }
        guard let date = mark.heading.date(in: year) else { return nil }
        _ = day
        let weekday = week.days.first { $0.column == mark.column }?.weekday ?? date.weekday
        monday = date + (1 - weekday)
        before = date.isoWeek.week
        return monday
      }
      if let label = week.label {
        if let written = label.heading.year {
          year = written
        } else if let before, before - label.heading.week > 26 {
          year += 1
        }
        before = label.heading.week
        monday = label.heading.monday(in: year)
        return monday
      }
      if let heading = week.monday {
        if let written = heading.year { year = written }
        if heading.year == nil, let monday, let date = heading.date(in: year), monday - date > 183 {
          year += 1
        }
        monday = heading.date(in: year)?.monday
        return monday
      }
      return nil
    }
  }

  private func crossesNewYear(_ weeks: [Week]) -> Bool {
    let numbers = weeks.compactMap { $0.label?.heading.week }
    if zip(numbers, numbers.dropFirst()).contains(where: { $0 - $1 > 26 }) { return true }
    let days =
      weeks.flatMap(\.marks).map(\.heading.dayOfLeapYear)
      + weeks.compactMap { $0.monday?.dayOfLeapYear }
    return zip(days, days.dropFirst()).contains { $0 - $1 > 183 }
  }

  /// Whether week numbers exist, and dates are the weekdays that they stand under.
  private func fits(_ weeks: [Week], _ year: Int) -> Bool {
    var (checks, wrong) = (0, 0)
    for (week, monday) in zip(weeks, plain(weeks, year)) {
      guard let monday else {
        if week.label != nil || !week.marks.isEmpty { return false }
        continue
      }
      if let mark = week.marks.first {
        checks += 1
        let weekday = week.days.first { $0.column == mark.column }?.weekday
        let date = monday + ((weekday ?? 1) - 1)
        if monday.weekday != 1 || (mark.heading.weekday ?? date.weekday) != date.weekday {
          wrong += 1
        }
        if let label = week.label, label.heading.week != monday.isoWeek.week { wrong += 1 }
      } else if let heading = week.monday {
        checks += 1
        if let date = heading.date(in: monday.components.year), date.weekday != 1 { wrong += 1 }
      }
    }
    return wrong * 4 <= checks
  }

  private func report(
    _ week: Week, _ monday: CivilDate, _ before: CivilDate?, _ collector: inout RosterCollector
  ) {
    let column = week.label?.column ?? week.marks.first?.column ?? 0
    if let label = week.label, !week.marks.isEmpty, label.heading.week != monday.isoWeek.week {
      collector.report(
        .weekDiffers, .warning, in: sheet, row: week.row, column: column,
        Localized(
          nb: "\(monday.iso) ligger i uke \(monday.isoWeek.week), ikke i uke "
            + "\(label.heading.week); datoen gjelder",
          en: "\(monday.iso) lies in week \(monday.isoWeek.week), not in week "
            + "\(label.heading.week); the date holds"))
    }
    guard let before, monday - before > 7, monday - before < 300 else { return }
    let weeks = (monday - before) / 7 - 1
    collector.report(
      .gapInDates, .warning, in: sheet, row: week.row, column: column,
      Localized(
        nb: weeks == 1 ? "én uke mangler før denne" : "\(weeks) uker mangler før denne",
        en: weeks == 1
          ? "one week is missing before this one"
          : "\(weeks) weeks are missing before this one"))
  }
}
