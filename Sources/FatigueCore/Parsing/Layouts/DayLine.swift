/// Dates that head the columns or the rows of a plan, in their order.
struct DayLine {
  struct Mark {
    var row: Int
    var column: Int
    var heading: DayHeading
    /// The week that a row above names for this column.
    var week: Int?
  }

  var marks: [Mark] = []

  /// Whether headings go on day by day, as those of a plan do.
  static func isConsecutive(_ headings: [DayHeading]) -> Bool {
    guard headings.count >= 2 else { return false }
    var steps = 0
    for (a, b) in zip(headings, headings.dropFirst()) {
      let step = (b.dayOfLeapYear - a.dayOfLeapYear) %% 366
      if (1...3).contains(step) { steps += 1 }
    }
    return steps * 2 >= headings.count - 1
  }

  /// The date of each mark: nil where it cannot be read; then it has been named.
  func dates(
    _ sheet: LayoutSheet, _ years: YearFinder, _ collector: inout RosterCollector
  ) -> [CivilDate?] {
    guard let first = marks.first else { return [] }
    var year = first.heading.year ?? 0
    if marks.contains(where: { $0.heading.year == nil }) {
      if let written = marks.lazy.compactMap({ $0.heading.year }).first {
        year = written
      } else if let choice = years.choose(crossesNewYear: crossesNewYear, fits: fits) {
        year = choice.year
        YearFinder.note(choice, sheet, row: first.row, column: first.column, &collector)
      } else {
        years.refuse(sheet, row: first.row, column: first.column, fits: fits, &collector)
        // Only what does not hang on the year can still be checked.
        let order = order(plain(2024))
        for (index, isOut) in order.outside.enumerated() where isOut {
          report(outOfOrder: index, plain(2024), sheet, &collector)
        }
        return marks.map { _ in nil }
      }
    }
    var dates = plain(year)
    for (index, mark) in marks.enumerated() {
      guard let date = dates[index] else {
        let value = ByteText.shown(sheet.cell(mark.row, mark.column))
        collector.report(
          ValueFault(
            .noSuchDay(
              day: mark.heading.day, month: mark.heading.month, year: mark.heading.year ?? year),
            value), in: sheet, row: mark.row, column: mark.column)
        continue
      }
      if let weekday = mark.heading.weekday, weekday != date.weekday {
        let value = ByteText.shown(sheet.cell(mark.row, mark.column))
        collector.report(
          ValueFault(.weekdayDiffers(date, written: weekday), value), in: sheet, row: mark.row,
          column: mark.column)
        dates[index] = nil
      }
    }
    check(&dates, sheet, &collector)
    return dates
  }

  /// The dates when the first lies in a year; the year goes on where the months begin again.
  private func plain(_ first: Int) -> [CivilDate?] {
    var year = first
    var before: Int?
    return marks.map { mark in
      let day = mark.heading.dayOfLeapYear
      if let written = mark.heading.year {
        year = written
      } else if let before, before - day > 183 {
        year += 1
      } else if let before, day - before > 183 {
        year -= 1
      }
      before = day
      return mark.heading.date(in: year)
    }
  }

  private var crossesNewYear: Bool {
    zip(marks, marks.dropFirst()).contains {
      $0.heading.dayOfLeapYear - $1.heading.dayOfLeapYear > 183
    }
  }

  /// Whether weekdays and weeks are right, but for a slip here and there.
  private func fits(_ year: Int) -> Bool {
    var (checks, wrong) = (0, 0)
    for (mark, date) in zip(marks, plain(year)) {
      guard let date else {
        checks += 1
        wrong += 1
        continue
      }
      if let weekday = mark.heading.weekday {
        checks += 1
        if weekday != date.weekday { wrong += 1 }
      }
      if let week = mark.week {
        checks += 1
        if week != date.isoWeek.week { wrong += 1 }
      }
    }
    return wrong * 4 <= checks
  }

  // MARK: Order

  /// Which dates stand outside the longest run of rising dates.
  private func order(_ dates: [CivilDate?]) -> (outside: [Bool], kept: [Int]) {
    let known = dates.indices.filter { dates[$0] != nil }
    var outside = [Bool](repeating: false, count: dates.count)
    let rising = zip(known, known.dropFirst()).allSatisfy { a, b in
      (dates[a]?.days ?? 0) < (dates[b]?.days ?? 0)
    }
    if rising { return (outside, known) }
    let days = known.map { dates[$0]?.days ?? 0 }
    // Patience sorting: the last element of the best run of each length, and what precedes it.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: days.count)
    for i in days.indices {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if days[tails[middle]] < days[i] { low = middle + 1 } else { high = middle }
      }
      previous[i] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(i) } else { tails[low] = i }
    }
    var kept: [Int] = []
    var at = tails.last ?? -1
    while at >= 0 {
      kept.append(known[at])
      at = previous[at]
    }
    let inside = Set(kept)
    for index in known where !inside.contains(index) { outside[index] = true }
    return (outside, kept.reversed())
  }

  private func check(
    _ dates: inout [CivilDate?], _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) {
    let order = order(dates)
    for index in marks.indices where order.outside[index] {
      report(outOfOrder: index, dates, sheet, &collector)
      dates[index] = nil
    }
    var weekendsLeftOut = false
    for (a, b) in zip(order.kept, order.kept.dropFirst()) {
      guard let from = dates[a], let to = dates[b], to - from > 1, b == a + 1 else { continue }
      if (from + 1).weekday == 6, to.weekday == 1, to - from == 3 {
        weekendsLeftOut = true
        continue
      }
      let days = to - from - 1
      collector.report(
        .gapInDates, .warning, in: sheet, row: marks[b].row, column: marks[b].column,
        Localized(
          nb: days == 1
            ? "én dag mangler før denne (etter \(from.iso))"
            : "\(days) dager mangler før denne (etter \(from.iso))",
          en: days == 1
            ? "one day is missing before this one (after \(from.iso))"
            : "\(days) days are missing before this one (after \(from.iso))"))
    }
    if weekendsLeftOut, let first = marks.first {
      collector.report(
        .gapInDates, .note, in: sheet, row: first.row, column: first.column,
        Localized(nb: "planen har ikke lørdager og søndager", en: "the plan has no weekends"))
    }
    reportWeeks(dates, sheet, &collector)
  }

  private func report(
    outOfOrder index: Int, _ dates: [CivilDate?], _ sheet: LayoutSheet,
    _ collector: inout RosterCollector
  ) {
    let mark = marks[index]
    let value = ByteText.shown(sheet.cell(mark.row, mark.column))
    let before = marks[..<index].indices.last { dates[$0] != nil }.flatMap { dates[$0] }
    let expected = before.map { $0 + 1 }
    collector.report(
      .datesOutOfOrder, .error, in: sheet, row: mark.row, column: mark.column,
      Localized(
        nb: "datoene i overskriften er ikke sammenhengende: \(value); dagen er ikke lest",
        en: "the dates in the header are not consecutive: \(value); the day was not read"),
      hint: expected.map {
        let (_, month, day) = $0.components
        let text = "\(padded(day, 2)).\(padded(month, 2))"
        return Localized(nb: "skal det være \(text)?", en: "should it be \(text)?")
      })
  }

  private func reportWeeks(
    _ dates: [CivilDate?], _ sheet: LayoutSheet, _ collector: inout RosterCollector
  ) {
    var last: Int?
    for (mark, date) in zip(marks, dates) {
      guard let week = mark.week, let date, week != date.isoWeek.week, week != last else {
        continue
      }
      last = week
      collector.report(
        .weekDiffers, .warning, in: sheet, row: mark.row, column: mark.column,
        Localized(
          nb: "\(date.iso) ligger i uke \(date.isoWeek.week), ikke i uke \(week); datoen gjelder",
          en: "\(date.iso) lies in week \(date.isoWeek.week), not in week \(week); the date holds"))
    }
  }
}
