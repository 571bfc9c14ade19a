/// Reads sleep logs: one row per sleep, with a header.
///
/// Any separator, encoding and spelling of dates that lists of shifts may have. A row that is not right is
/// named field by field, and the next one is read.
struct SleepLogReader {
  let options: ReadingOptions
  /// The file's first byte.
  let base: SourcePosition
  private(set) var diagnostics = DiagnosticList()
  private(set) var log = SleepLog()
  /// Where the clock times of the row at hand are read.
  private var clock: ZoneCursor
  /// The place of each zone that rows have named, nil where it is not known.
  private let zones: (String) -> Zone?
  private var cursors: [String: ZoneCursor?] = [:]
  private var personOfKey: [String: Int] = [:]
  /// Rows of time awake and the like, and the first of them.
  private var others: (count: Int, first: Range<Int>)?
  private var faults = 0

  init(
    _ options: ReadingOptions, base: SourcePosition, zones: @escaping (String) -> Zone?
  ) {
    self.options = options
    self.base = base
    self.zones = zones
    clock = ZoneCursor(options.zone)
  }

  /// Rows above the header.
  private static let mostTitleRows = 30

  mutating func read(_ bytes: [UInt8]) {
    let dialect = CSVDialect.detect(bytes.span)
    let table = CSVTable(
      bytes.span, dialect, from: dialect.start, mostRows: SleepLog.mostRows,
      mostBytes: SleepLog.mostBytes)
    let top = table.rows.prefix(Self.mostTitleRows).map { SleepColumns($0) }
    guard let header = top.firstIndex(where: \.isHeader) else {
      let place = table.lines.first ?? 0..<0
      return report(
        .sleepLogColumns, .error, place,
        Localized(
          nb: "fant ingen kolonner med start og slutt på søvn",
          en: "found no columns with the start and end of sleep"),
        hint: Localized(
          nb: "skriv person;start;slutt", en: "write person,start,end"))
    }
    for place in table.tooLong {
      report(
        .tooLong, .error, place.lowerBound..<place.lowerBound,
        Localized(nb: "linjen er for lang", en: "the line is too long"))
    }
    for place in table.unclosedQuotes {
      report(
        .unclosedQuote, .error, place,
        Localized(nb: "anførselstegnet lukkes ikke", en: "the quote is never closed"))
    }
    let columns = top[header]
    var isEmpty = true
    for index in table.rows.indices.dropFirst(header + 1) {
      let row = Row(
        fields: table.rows[index], places: table.places[index], line: table.lines[index],
        columns: columns)
      if SleepColumns(row.fields).isHeader { continue }
      isEmpty = false
      read(row)
    }
    if isEmpty, table.tooLong.isEmpty {
      report(
        .sleepNoRows, .warning, table.lines[header],
        Localized(
          nb: "ingen søvn i loggen, bare overskrift", en: "no sleep in the log, only a header"))
    }
    if table.isCut {
      let place = table.lines.last ?? 0..<0
      report(
        .sleepTooMany, .error, place,
        Localized(
          nb: "rader etter denne er ikke lest", en: "rows after this one were not read"))
    }
    if let others {
      report(
        .sleepNotSleep, .note, others.first,
        Localized(
          nb: others.count == 1
            ? "én rad er ikke søvn og ikke brukt"
            : "\(others.count) rader er ikke søvn og ikke brukt",
          en: others.count == 1
            ? "one row is no sleep and was not used"
            : "\(others.count) rows are no sleep and were not used"))
    }
  }

  /// One row and where its fields stand.
  private struct Row {
    var fields: [String]
    var places: [Range<Int>]
    var line: Range<Int>
    var columns: SleepColumns

    func text(_ role: SleepColumns.Role) -> String {
      guard let column = columns[role], column < fields.count else { return "" }
      return fields[column]
    }

    func place(_ role: SleepColumns.Role) -> Range<Int> {
      guard let column = columns[role] else { return line }
      guard column < places.count else { return line.upperBound..<line.upperBound }
      return places[column]
    }
  }

  private mutating func read(_ row: Row) {
    faults = 0
    let kind = kind(row)
    if case .other? = kind {
      others = others.map { ($0.count + 1, $0.first) } ?? (1, row.place(.kind))
      return
    }
    let person = person(row)
    guard setZone(row) else { return }
    guard let (onset, wake) = times(row), let person, faults == 0 else { return }
    let field = row.place(.onset)
    guard wake != onset else {
      return report(
        .sleepEndsFirst, .error, row.place(.wake),
        Localized(
          nb: "søvnen slutter i samme øyeblikk som den begynner",
          en: "the sleep ends at the moment it starts"),
        hint: Localized(nb: "er klokkeslettene riktige?", en: "are the clock times right?"))
    }
    guard wake > onset else {
      return report(
        .sleepEndsFirst, .error, row.place(.wake),
        Localized(
          nb: "søvnen slutter før den begynner (\(ByteText.shown(row.text(.onset))))",
          en: "the sleep ends before it starts (\(ByteText.shown(row.text(.onset))))"),
        hint: Localized(nb: "er datoene riktige?", en: "are the dates right?"))
    }
    guard wake - onset <= SleepLog.longest else {
      let hours = (wake - onset).seconds / 3600
      return report(
        .sleepTooLong, .error, row.place(.wake),
        Localized(nb: "søvnen er på \(hours) timer", en: "the sleep is \(hours) hours long"),
        hint: Localized(nb: "er datoene riktige?", en: "are the dates right?"))
    }
    var isNap: Bool?
    switch kind {
    case .nap?: isNap = true
    case .sleep?: isNap = false
    case .other?, nil: break
    }
    log.entries.append(
      SleepLog.Entry(
        person: person, onset: onset, wake: wake, isNap: isNap, position: base + field.lowerBound,
        length: field.count))
  }

  /// Nil where nothing is written, and with a fault where the word is not known.
  private mutating func kind(_ row: Row) -> SleepRowKind? {
    let text = row.text(.kind)
    if text.isEmpty { return nil }
    if let kind = SleepRowKind(text) { return kind }
    let near = NearestName.nearest(to: text, in: SleepRowKind.words)
    report(
      .sleepKind, .error, row.place(.kind),
      Localized(
        nb: "«\(ByteText.shown(text))» er ikke en type søvn",
        en: "“\(ByteText.shown(text))” is no kind of sleep"),
      hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
        ?? Localized(nb: "skriv sleep eller nap", en: "write sleep or nap"))
    return nil
  }

  // MARK: Who

  private mutating func person(_ row: Row) -> Int? {
    var number = PersonText.cleaned(String(row.text(.number).prefix(200)))
    var name = ""
    if row.columns.hasPerson {
      let written = PersonText(row.text(.person))
      name = written.name
      if number.isEmpty { number = written.number }
      if name.isEmpty {
        name = PersonText.cleaned(
          String((row.text(.firstName) + " " + row.text(.lastName)).prefix(400)))
      }
      guard !name.isEmpty || !number.isEmpty else {
        report(
          .personMissing, .error, row.place(.person),
          Localized(
            nb: "raden sier ikke hvem som sov", en: "the row does not say who slept"))
        return nil
      }
    }
    name = String(name.prefix(RosterCollector.longestName))
    let key = number + "\u{1F}" + name
    if let known = personOfKey[key] { return known }
    let place =
      row.columns.hasPerson ? row.place(row.text(.person).isEmpty ? .number : .person) : row.line
    personOfKey[key] = log.people.count
    log.people.append(Person(number: number, name: name))
    log.places.append((base + place.lowerBound, place.count))
    return log.people.count - 1
  }

  // MARK: When

  /// Reads the row's zone, the roster's where it names none.
  ///
  /// - Returns: false when it is not known; then the row has been named.
  private mutating func setZone(_ row: Row) -> Bool {
    let name = PersonText.cleaned(String(row.text(.zone).prefix(200)))
    if cursors[name] == nil {
      let zone = name.isEmpty || name == options.zone.name ? options.zone : zones(name)
      cursors[name] = .some(zone.map { ZoneCursor($0) })
    }
    if let cursor = cursors[name].flatMap(\.self) {
      clock = cursor
      return true
    }
    let shown = ByteText.shown(name)
    report(
      .unknownZone, .error, row.place(.zone),
      Localized(nb: "tidssonen \(shown) er ukjent", en: "the time zone \(shown) is not known"),
      hint: Localized(nb: "skriv et navn som Europe/Oslo", en: "write a name such as Europe/Oslo"))
    return false
  }

  private mutating func times(_ row: Row) -> (onset: Instant, wake: Instant)? {
    let day = date(row, .date)
    let wakeDay = date(row, .wakeDate)
    let onset = cell(row, .onset)
    let wake = cell(row, .wake)
    let bed = row.text(.bedtime).isEmpty ? nil : cell(row, .bedtime)
    guard faults == 0, let onset, let wake else { return nil }
    var start = onset
    var end = wake
    if start.form == .clock {
      if let day {
        start.days = day
        // Of a date and a bedtime, sleep may come after midnight.
        if let bed, bed.form == .clock, start.second < bed.second { start.days += 1 }
      } else if let last = wakeDay ?? (end.form == .clock ? nil : end.days) {
        // Only the day of waking is known: the last such time before it.
        start.days = start.second < end.second ? last : last - 1
      } else {
        report(
          .dateMissing, .error, row.place(row.columns[.date] == nil ? .onset : .date),
          Localized(nb: "dato mangler", en: "the date is missing"))
        return nil
      }
      start.form = .local
    }
    if end.form == .clock {
      let from = local(start)
      end.days = wakeDay ?? Int32(clamping: from.flooredQuotient(86_400))
      if wakeDay == nil, end.local <= from { end.days += 1 }
      end.form = .local
    }
    for (cell, role) in [(start, SleepColumns.Role.onset), (end, .wake)] where cell.form == .date {
      report(
        .timeMissing, .error, row.place(role),
        Localized(nb: "klokkeslett mangler", en: "the time of day is missing"))
    }
    guard faults == 0 else { return nil }
    let from = instant(start, after: nil, row.place(.onset))
    return (from, instant(end, after: from, row.place(.wake)))
  }

  /// What a cell shows on the wall clock, in seconds since 1970.
  private mutating func local(_ cell: TimeCell) -> Int64 {
    cell.form == .instant ? clock.local(cell.local - Int64(cell.offset)) : cell.local
  }

  private mutating func instant(
    _ cell: TimeCell, after earlier: Instant?, _ place: Range<Int>
  ) -> Instant {
    if cell.form == .instant { return Instant(seconds: cell.local - Int64(cell.offset)) }
    let resolved = clock.resolve(local: cell.local)
    switch resolved {
    case .unique(let instant): return instant
    case .gap(let moved):
      report(
        .sleepClockChange, .warning, place,
        Localized(
          nb: "klokkeslettet finnes ikke; flyttet frem",
          en: "the clock time does not exist; moved forward"))
      return moved
    case .fold(let first, let second):
      let chosen = earlier.map { first <= $0 ? second : first } ?? first
      report(
        .sleepClockChange, .note, place,
        Localized(
          nb:
            "klokkeslettet finnes to ganger; \(chosen == first ? "det første" : "det andre") brukt",
          en: "the clock time exists twice; the \(chosen == first ? "first" : "second") was used"))
      return chosen
    }
  }

  private mutating func date(_ row: Row, _ role: SleepColumns.Role) -> Int32? {
    let text = row.text(role)
    if text.isEmpty { return nil }
    do throws(WrittenDateError) {
      return try WrittenDate(text, year: options.year).date.days
    } catch {
      report(ValueFault(error, ByteText.shown(text)), row.place(role))
      return nil
    }
  }

  /// A clock time, a date with one, or with an offset too.
  private mutating func cell(_ row: Row, _ role: SleepColumns.Role) -> TimeCell? {
    let text = row.text(role)
    let clockError: ClockTimeError
    do throws(ClockTimeError) {
      // `05.01.26` is a clock time with seconds only where dates have a column of their own.
      if row.columns[.date] == nil, text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2 {
        throw .notAClockTime
      }
      return TimeCell(form: .clock, second: Int32(try ClockTime(text).secondOfDay))
    } catch {
      clockError = error
    }
    do throws(WrittenDateError) {
      let written = try WrittenDate(text, year: options.year)
      guard let time = written.time else { return TimeCell(form: .date, days: written.date.days) }
      return TimeCell(
        form: written.offset == nil ? .local : .instant, days: written.date.days,
        second: Int32(time.secondOfDay), offset: written.offset ?? 0)
    } catch {
      let digits = text.utf8.count(where: ByteText.isDigit)
      var isDate = digits >= 6 && clockError == .notAClockTime
      if case .spreadsheetNumber = error { isDate = true }
      let shown = ByteText.shown(text)
      report(isDate ? ValueFault(error, shown) : ValueFault(clockError, shown), row.place(role))
      return nil
    }
  }

  // MARK: Saying so

  private mutating func report(_ fault: ValueFault, _ place: Range<Int>) {
    report(fault.code, .error, place, fault.message, hint: fault.hint)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ severity: Severity, _ place: Range<Int>,
    _ message: @autoclosure () -> Localized, hint: @autoclosure () -> Localized? = nil
  ) {
    if severity == .error { faults += 1 }
    guard diagnostics.keeps(code) else { return diagnostics.count(code, severity) }
    diagnostics.add(
      Diagnostic(
        code, severity, at: base + place.lowerBound, length: place.count, message(), hint: hint()))
  }
}
