/// When a row's entry starts and ends, before gaps and folds are looked at.
struct RowTimes {
  /// The field that says when it starts.
  var field: Int
  var endField: Int
  var start: TimeCell
  var end: TimeCell
  /// Whole days: the dates of ``start`` and ``end``, the end exclusive.
  var wholeDay = false
  /// The end was earlier on the clock than the start, and went to the next day.
  var rolled = false
  /// Where the times come from, when the row has none.
  var legend: CodeLegend.Entry?
  /// What a code that is more than one says; the day is that of ``start``.
  var cell: DayCell?
  /// What the entry is, whatever the row's type says.
  var kind: ShiftKind?

  init(
    field: Int, endField: Int, start: TimeCell, end: TimeCell, wholeDay: Bool = false,
    legend: CodeLegend.Entry? = nil, cell: DayCell? = nil, kind: ShiftKind? = nil
  ) {
    (self.field, self.endField, self.start, self.end) = (field, endField, start, end)
    (self.wholeDay, self.legend, self.cell, self.kind) = (wholeDay, legend, cell, kind)
  }
}

extension ShiftListReader {
  /// - Returns: nil when the row is a total or a header; with ``faults`` when it is not right.
  mutating func times(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> RowTimes? {
    let before = faults
    var (start, end) = (TimeCell.empty, TimeCell.empty)
    var (field, endField) = (map[.start], map[.end])
    var faulty: [(Int, ValueFault)] = []
    let day = date(bytes, map[.date], &faulty)
    if map[.interval] >= 0, value(field).isEmpty, value(endField).isEmpty {
      (field, endField) = (map[.interval], map[.interval])
      interval(bytes, &start, &end, &faulty)
    } else {
      start = cell(bytes, field, &faulty)
      end = cell(bytes, endField, &faulty)
    }
    if !faulty.isEmpty || (day == nil && needsDate(start)), isAside(bytes, &collector) {
      return nil
    }
    let endDay = map[.endDate] < 0 ? nil : date(bytes, map[.endDate], &faulty)
    for (field, fault) in faulty { report(fault, field: field, &collector) }
    let nothing = RowTimes(field: field, endField: endField, start: .empty, end: .empty)
    guard faults == before else { return nothing }
    if start.form == .empty, end.form == .empty {
      return wholeDay(bytes, day, endDay, &collector) ?? nothing
    }
    if start.form == .date {
      return dates(bytes, start, end, field, endField, &collector) ?? nothing
    }
    if end.form == .empty, start.form != .empty, isMoment(bytes, &collector) {
      (end, endField) = (start, field)
    }
    if start.form == .empty || end.form == .empty {
      missingTime(bytes, start, field, endField, day == nil, &collector)
      return nothing
    }
    guard place(&start, day, bytes, &collector) else { return nothing }
    var times = RowTimes(field: field, endField: endField, start: start, end: end)
    guard placeEnd(&times, endDay, bytes, &collector) else { return nothing }
    return times
  }

  private func needsDate(_ start: TimeCell) -> Bool { start.form == .clock || start.form == .empty }

  // MARK: Fields

  /// The date of a column, nil where it is empty or faulty.
  @inline(__always)
  private mutating func date(
    _ bytes: Span<UInt8>, _ column: Int, _ faulty: inout [(Int, ValueFault)]
  ) -> Int32? {
    let range = value(column)
    if range.isEmpty { return nil }
    if let days = fast.date(bytes, range) { return days }
    return slowDate(bytes, column, range, &faulty)
  }

  private mutating func slowDate(
    _ bytes: Span<UInt8>, _ column: Int, _ range: Range<Int>, _ faulty: inout [(Int, ValueFault)]
  ) -> Int32? {
    let number = slowDates.number(bytes, range)
    if number < daysOfSlowDate.count, let days = daysOfSlowDate[number] { return days }
    var cursor = ValueCursor(bytes, range)
    do throws(WrittenDateError) {
      let days = try WrittenDate(&cursor, year: year).date.days
      noteYear(bytes, range, column)
      if number == daysOfSlowDate.count { daysOfSlowDate.append(days) }
      return days
    } catch {
      if number == daysOfSlowDate.count { daysOfSlowDate.append(nil) }
      faulty.append((column, ValueFault(error, ByteText.shown(bytes, range))))
      return nil
    }
  }

  /// The start or end in a column.
  @inline(__always)
  private mutating func cell(
    _ bytes: Span<UInt8>, _ column: Int, _ faulty: inout [(Int, ValueFault)]
  ) -> TimeCell {
    let range = value(column)
    if let cell = fast.cell(bytes, range) { return cell }
    return slowCell(bytes, column, range, &faulty)
  }

  private mutating func slowCell(
    _ bytes: Span<UInt8>, _ column: Int, _ range: Range<Int>,
    _ faulty: inout [(Int, ValueFault)]
  ) -> TimeCell {
    let clockError: ClockTimeError
    let whole = ValueCursor(bytes, range)
    // `05.01.26` is a clock time with seconds only where the date has a column of its own.
    let dotted = whole.bytes.filter { $0 == UInt8(ascii: ".") }.count == 2 && map[.date] < 0
    do throws(ClockTimeError) {
      if dotted { throw .notAClockTime }
      var cursor = whole
      let time = try ClockTime.read(&cursor, toEnd: true)
      return TimeCell(form: .clock, second: Int32(time.secondOfDay))
    } catch {
      clockError = error
    }
    do throws(WrittenDateError) {
      var cursor = whole
      let text = try WrittenDate(&cursor, year: year)
      noteYear(bytes, range, column)
      guard let time = text.time else { return TimeCell(form: .date, days: text.date.days) }
      return TimeCell(
        form: text.offset == nil ? .local : .instant, days: text.date.days,
        second: Int32(time.secondOfDay), offset: text.offset ?? 0)
    } catch {
      // Six digits and more were meant to be a date.
      let digits = whole.bytes.filter(ByteText.isDigit).count
      let shown = ByteText.shown(bytes, range)
      var isDate = digits >= 6 && clockError == .notAClockTime
      if case .spreadsheetNumber = error { isDate = true }
      faulty.append((column, isDate ? ValueFault(error, shown) : ValueFault(clockError, shown)))
      return .empty
    }
  }

  private mutating func interval(
    _ bytes: Span<UInt8>, _ start: inout TimeCell, _ end: inout TimeCell,
    _ faulty: inout [(Int, ValueFault)]
  ) {
    let column = map[.interval]
    let range = value(column)
    if range.isEmpty { return }
    let shown = ByteText.shown(bytes, range)
    do throws(WrittenIntervalError) {
      let interval = try WrittenInterval(ValueCursor(bytes, range))
      start = TimeCell(form: .clock, second: Int32(interval.start.secondOfDay))
      end = TimeCell(form: .clock, second: Int32(interval.end.secondOfDay))
    } catch {
      switch error {
      case .start(let part), .end(let part): faulty.append((column, ValueFault(part, shown)))
      case .equal(let time):
        if hours(bytes) == 24_000 {
          start = TimeCell(form: .clock, second: Int32(time.secondOfDay))
          end = start
        } else {
          faulty.append((column, equalTimes(shown)))
        }
      case .empty, .notAnInterval:
        faulty.append(
          (
            column,
            ValueFault(
              .notAClockTime, nb: "«\(shown)» er ikke et tidsrom",
              en: "“\(shown)” is not a time range",
              hintNb: "skriv som 07:30-15:30", hintEn: "write it as 07:30-15:30")
          ))
      }
    }
  }

  private func equalTimes(_ shown: String) -> ValueFault {
    ValueFault(
      .equalTimes, nb: "start og slutt er like (\(shown)): 0 eller 24 timer?",
      en: "start equals end (\(shown)): 0 or 24 hours?",
      hintNb: "en kolonne Timer med 24, eller en slutt med dato, avgjør",
      hintEn: "a column Hours with 24, or an end with a date, decides")
  }

  /// Thousandths of an hour that the row says it lasts.
  private func hours(_ bytes: Span<UInt8>) -> Int? {
    let range = value(map[.hours])
    return range.isEmpty ? nil : WrittenNumber(ValueCursor(bytes, range))?.thousandths
  }

  /// Whether the row's type is one that may have no length, and then no end either.
  private mutating func isMoment(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> Bool {
    map[.kind] >= 0 && kind(bytes, &collector)?.mayBeMoment == true
  }

  // MARK: Putting them together

  private mutating func missingTime(
    _ bytes: Span<UInt8>, _ start: TimeCell, _ field: Int, _ endField: Int, _ noDate: Bool,
    _ collector: inout RosterCollector
  ) {
    let startMissing = start.form == .empty
    report(
      .timeMissing, .error, field: startMissing ? field : endField, &collector,
      Localized(
        nb: "\(startMissing ? "start" : "slutt") mangler; vakten er ikke tatt med",
        en: "the \(startMissing ? "start" : "end") is missing; the shift is left out"))
    if noDate, start.form == .clock { reportMissingDate(&collector) }
  }

  private mutating func reportMissingDate(_ collector: inout RosterCollector) {
    report(
      .dateMissing, .error, field: map[.date] >= 0 ? map[.date] : map[.start], &collector,
      Localized(nb: "dato mangler", en: "the date is missing"))
  }

  /// Gives the start its date.
  private mutating func place(
    _ start: inout TimeCell, _ day: Int32?, _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> Bool {
    guard start.form == .clock else { return true }
    guard let day else {
      reportMissingDate(&collector)
      return false
    }
    start.days = day
    start.form = .local
    return true
  }

  /// Gives the end its date: its own, the end column's, or the start's, rolled over midnight.
  private mutating func placeEnd(
    _ times: inout RowTimes, _ endDay: Int32?, _ bytes: Span<UInt8>,
    _ collector: inout RosterCollector
  ) -> Bool {
    guard times.end.form == .clock else {
      if times.end.form == .date { times.end.form = .local }
      if times.start.form == .date { times.start.form = .local }
      return true
    }
    var start = times.start
    if start.form == .instant { start = localized(start) }
    times.end.form = .local
    times.end.days = endDay ?? start.days
    if let endDay, endDay < start.days {
      report(
        .endsBeforeStart, .error, field: map[.endDate], &collector,
        Localized(nb: "sluttdatoen er før startdatoen", en: "the end date is before the start date")
      )
      return false
    }
    if times.end.local > start.local { return true }
    if times.end.local == start.local, hours(bytes) != 24_000 {
      if isMoment(bytes, &collector) { return true }
      report(
        equalTimes("\(shown(bytes, times.field))–\(shown(bytes, times.endField))"),
        field: times.endField, &collector)
      return false
    }
    times.rolled = times.end.local < start.local
    times.end.days += 1
    return true
  }

  /// An instant as the roster's wall clock shows it.
  private mutating func localized(_ cell: TimeCell) -> TimeCell {
    let local = cursors[0].local(cell.local - Int64(cell.offset))
    return TimeCell(
      form: .local, days: Int32(clamping: local.flooredQuotient(86_400)),
      second: Int32(local %% 86_400))
  }

  /// An entry whose start (and end) are dates: whole days.
  ///
  /// The end is exclusive in the normalised layout; people mean it inclusive.
  private mutating func dates(
    _ bytes: Span<UInt8>, _ start: TimeCell, _ end: TimeCell, _ field: Int, _ endField: Int,
    _ collector: inout RosterCollector
  ) -> RowTimes? {
    var times = RowTimes(field: field, endField: endField, start: start, end: end, wholeDay: true)
    // A row that `convert` wrote means what it says, also an event without length.
    let isWritten = isNormalised && map[.source] >= 0 && !value(map[.source]).isEmpty
    switch end.form {
    case .empty:
      times.end.days = start.days + 1
      times.endField = field
    case .date where !isNormalised || end.days == start.days && !isWritten: times.end.days += 1
    case .date: break
    default:
      report(
        .timeMissing, .error, field: field, &collector,
        Localized(nb: "start har ikke klokkeslett", en: "the start has no time of day"))
      return nil
    }
    // Any type may last whole days; without one, the code must say that the day is off.
    if kind(bytes, &collector) == nil, !isKnownDay(bytes, &collector) { return nil }
    times.end.form = .date
    guard times.end.days > start.days || isWritten && times.end.days == start.days else {
      report(
        .endsBeforeStart, .error, field: endField, &collector,
        Localized(nb: "slutter før den begynner", en: "ends before it starts"))
      return nil
    }
    return times
  }

  /// A row with a date and no times: a day off or an absence, if the code or the type says so.
  private mutating func wholeDay(
    _ bytes: Span<UInt8>, _ day: Int32?, _ endDay: Int32?, _ collector: inout RosterCollector
  ) -> RowTimes? {
    guard let day else {
      reportMissingDate(&collector)
      return nil
    }
    if let times = legendTimes(bytes, day, endDay, &collector) { return times }
    let field = map[.date]
    if map[.code] >= 0, endDay ?? day == day, let cell = codeEntry(bytes, &collector).cell,
      kind(bytes, &collector).map({ $0.isWork || $0 == .onCall }) ?? true
    {
      let start = TimeCell(form: .date, days: day)
      return RowTimes(field: field, endField: field, start: start, end: start, cell: cell)
    }
    guard isKnownDay(bytes, &collector) else { return nil }
    // A last day of leave is part of it, as people write it.
    let last = endDay ?? day
    guard last >= day else {
      report(
        .endsBeforeStart, .error, field: map[.endDate], &collector,
        Localized(nb: "sluttdatoen er før startdatoen", en: "the end date is before the start date")
      )
      return nil
    }
    return RowTimes(
      field: field, endField: field, start: TimeCell(form: .date, days: day),
      end: TimeCell(form: .date, days: last + 1), wholeDay: true)
  }

  /// The times that the legend gives the row's code, where the type does not say otherwise.
  private mutating func legendTimes(
    _ bytes: Span<UInt8>, _ day: Int32, _ endDay: Int32?, _ collector: inout RosterCollector
  ) -> RowTimes? {
    guard map[.code] >= 0, endDay ?? day == day,
      let times = codeEntry(bytes, &collector).times
    else { return nil }
    if let kind = kind(bytes, &collector), !kind.isWork, kind != .onCall { return nil }
    let day = firstDay(day, times.start.secondOfDay, times.endSecond, field: map[.code])
    let start = TimeCell(form: .local, days: day, second: Int32(times.start.secondOfDay))
    let next: Int32 = times.end.secondOfDay <= times.start.secondOfDay ? 1 : 0
    let end = TimeCell(form: .local, days: day + next, second: Int32(times.end.secondOfDay))
    return RowTimes(
      field: map[.code], endField: map[.code], start: start, end: end, legend: times)
  }

  /// The code with times, or with a meaning of its own, that one without looks most like; nil where no more of
  /// the kind is told.
  func nearest(to code: String, _ collector: borrowing RosterCollector) -> String? {
    guard collector.diagnostics.keeps(.codeWithoutTimes) else { return nil }
    let known = Array(legend.entries.keys) + Array(legend.days.keys)
    return NearestName.nearest(to: code, in: known.sorted()) ?? DayCodes.nearest(to: code)
  }

  /// Whether a row without times says what its day is; reports it when not.
  private mutating func isKnownDay(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> Bool {
    let timeField = map[.start] >= 0 ? map[.start] : map[.interval]
    if let kind = kind(bytes, &collector) {
      if !kind.isWork, kind != .onCall { return true }
      report(
        .timeMissing, .error, field: timeField, &collector,
        Localized(nb: "start og slutt mangler", en: "start and end are missing"))
      return false
    }
    let code = value(map[.code])
    if code.isEmpty, let hours = hours(bytes), hours > 0 {
      report(
        .timeMissing, .error, field: timeField, &collector,
        Localized(
          nb: "raden har timer, men ikke start og slutt",
          en: "the row has hours but no start and end"))
      return false
    }
    if codeEntry(bytes, &collector).meaning != nil { return true }
    let shown = ByteText.shown(bytes, code)
    let nearest = nearest(to: ByteText.string(bytes, code.prefix(100)), collector)
    report(
      .codeWithoutTimes, .error, field: map[.code], &collector,
      Localized(nb: "vaktkoden \(shown) har ingen tid", en: "the shift code \(shown) has no times"),
      hint: nearest.map {
        Localized(
          nb: "mente du \($0)? Eller skriv start og slutt",
          en: "did you mean \($0)? Or write start and end")
      } ?? Localized(nb: "skriv start og slutt i raden", en: "write start and end in the row"))
    return false
  }
}
