/// Reads files of outcomes: numbers of groups, never of people.
///
/// Any separator and encoding that lists of shifts may have. What is not right is named cell by cell, and
/// the next one is read. A file with single questions or with people is not read at all.
struct OutcomeReader {
  /// The year of dates without one.
  let year: Int?
  /// The file's first byte.
  let base: SourcePosition
  private(set) var diagnostics = DiagnosticList()
  private(set) var entries: [OutcomeTable.Entry] = []

  init(year: Int?, base: SourcePosition) {
    self.year = year
    self.base = base
  }

  /// Rows above the header.
  private static let mostTitleRows = 30

  /// Where the header is.
  private struct Layout {
    var dialect: CSVDialect
    var row: Int
    var columns: OutcomeColumns
  }

  /// Whether a file is about outcomes and not a roster: by its header.
  static func isOutcomes(_ bytes: [UInt8]) -> Bool {
    guard FileKind.refusal(bytes) == nil else { return false }
    return layout(TextDecoding.decode(bytes).bytes) != nil
  }

  private static func layout(_ bytes: [UInt8]) -> Layout? {
    let found = CSVDialect.detect(bytes.span)
    let others = CSVDialect.delimiters.filter { $0 != found.delimiter }
      .map { CSVDialect(delimiter: $0, start: found.start) }
    for dialect in [found] + others {
      let table = CSVTable(
        bytes.span, dialect, from: dialect.start, mostRows: mostTitleRows, mostBytes: 1 << 20)
      for (row, fields) in table.rows.enumerated() where fields.count > 1 && fields.count < 2000 {
        let columns = OutcomeColumns(fields)
        let isOurs = columns.isHeader || columns.refusal != nil
        if isOurs, !isRoster(fields) || columns.isLong {
          return Layout(dialect: dialect, row: row, columns: columns)
        }
      }
    }
    return nil
  }

  /// The header of a list of shifts may have a column of absence, too.
  private static func isRoster(_ fields: [String]) -> Bool {
    let map = ColumnMap(headers: fields)
    return (map.hasTimes || map[.code] >= 0) && map.isHeader(personGiven: true)
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let layout = Self.layout(bytes) else {
      return report(
        .outcomeColumns, .error, 0..<0,
        Localized(
          nb: "fant ingen kolonner med tidspunkt, mål og verdi",
          en: "found no columns with time, measure and value"),
        hint: Localized(
          nb: "skriv tidspunkt;mål;n;gjennomsnitt;sd", en: "write time,measure,n,mean,sd"))
    }
    let table = CSVTable(
      bytes.span, layout.dialect, from: layout.dialect.start, mostRows: OutcomeTable.mostRows,
      mostBytes: OutcomeTable.mostBytes)
    let places = table.places[layout.row]
    let headers = table.rows[layout.row]
    if let refusal = layout.columns.refusal { return refuse(refusal, headers, places) }
    if layout.columns.isLong, let column = layout.columns[.measure],
      let index = table.rows.indices.dropFirst(layout.row + 1).first(where: {
        column < table.rows[$0].count && OutcomeColumns.isItem(table.rows[$0][column])
      })
    {
      let place = column < table.places[index].count ? table.places[index][column] : 0..<0
      return refuseItem(table.rows[index][column], place)
    }
    for column in layout.columns.unused where column < places.count {
      report(
        .outcomeUnusedColumn, .note, places[column],
        Localized(
          nb: "kolonnen \(ByteText.shown(headers[column])) er ikke brukt",
          en: "the column \(ByteText.shown(headers[column])) was not used"))
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
    for index in table.rows.indices.dropFirst(layout.row + 1) {
      let row = Row(
        fields: table.rows[index], places: table.places[index], line: table.lines[index])
      if OutcomeColumns(row.fields).isHeader { continue }
      read(row, layout.columns)
    }
    if table.isCut {
      report(
        .outcomeTooMany, .error, table.lines.last ?? 0..<0,
        Localized(nb: "rader etter denne er ikke lest", en: "rows after this one were not read"))
    }
    if entries.isEmpty, diagnostics.errors == 0 {
      report(
        .noRows, .error, table.lines[layout.row],
        Localized(nb: "filen har ingen målinger", en: "the file has no measurements"))
    }
  }

  private mutating func refuse(
    _ refusal: OutcomeColumns.Refusal, _ headers: [String], _ places: [Range<Int>]
  ) {
    switch refusal {
    case .item(let column):
      refuseItem(headers[column], column < places.count ? places[column] : 0..<0)
    case .person(let column):
      let shown = ByteText.shown(headers[column])
      report(
        .outcomePeople, .error, column < places.count ? places[column] : 0..<0,
        Localized(
          nb: "kolonnen \(shown) gjelder enkeltpersoner; filen er ikke lest",
          en: "the column \(shown) is about single people; the file was not read"),
        hint: Localized(
          nb: "gi n, gjennomsnitt og standardavvik for hver gruppe",
          en: "give n, mean and standard deviation of each group"))
    }
  }

  private mutating func refuseItem(_ text: String, _ place: Range<Int>) {
    let shown = ByteText.shown(text)
    report(
      .outcomeItems, .error, place,
      Localized(
        nb: "«\(shown)» er ett spørsmål; bare totaler per gruppe leses, og filen er ikke lest",
        en: "“\(shown)” is one question; only totals of groups are read, and the file was not"),
      hint: Localized(
        nb: "gi n, gjennomsnitt og standardavvik av totalskåren",
        en: "give n, mean and standard deviation of the total"))
  }

  // MARK: Rows

  /// One row and where its fields stand.
  struct Row {
    var fields: [String]
    var places: [Range<Int>]
    var line: Range<Int>

    func text(_ column: Int?) -> String {
      guard let column, column < fields.count else { return "" }
      return fields[column]
    }

    func place(_ column: Int?) -> Range<Int> {
      guard let column else { return line }
      guard column < places.count else { return line.upperBound..<line.upperBound }
      return places[column]
    }
  }

  private mutating func read(_ row: Row, _ columns: OutcomeColumns) {
    guard let time = time(row, columns[.time]) else { return }
    let group = String(PersonText.cleaned(String(row.text(columns[.group]).prefix(200))).prefix(60))
    guard columns.isLong else {
      for measured in columns.measures where !row.text(measured.columns[.value]).isEmpty {
        var places = measured.columns
        places[.count] = places[.count] ?? columns[.count]
        read(row, measured.measure, time, group, places)
      }
      return
    }
    let text = row.text(columns[.measure])
    guard let measure = OutcomeMeasureBook.named(text) else {
      let near = NearestName.nearest(to: text, in: OutcomeMeasureBook.suggestions)
      return report(
        .outcomeMeasure, .error, row.place(columns[.measure]),
        text.isEmpty
          ? Localized(nb: "målet mangler", en: "the measure is missing")
          : Localized(
            nb: "«\(ByteText.shown(text))» er ikke et mål som leses",
            en: "“\(ByteText.shown(text))” is not a measure that is read"),
        hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
          ?? Localized(
            nb: "fatigue explain IN-643 viser dem", en: "fatigue explain IN-643 lists them"))
    }
    read(row, measure, time, group, columns.columns)
  }

  private mutating func read(
    _ row: Row, _ measure: OutcomeMeasure, _ time: OutcomeTime, _ group: String,
    _ columns: [OutcomeColumns.Role: Int]
  ) {
    let before = diagnostics.errors
    let count = count(row, columns[.count])
    let value = value(row, measure, columns[.value], count)
    guard let count, let value, diagnostics.errors == before else { return }
    let place = row.place(columns[.value])
    var entry = OutcomeTable.Entry(
      measure: measure, group: group, time: time, count: count, value: value,
      position: base + place.lowerBound, length: place.count)
    guard count >= OutcomeTable.fewest else {
      // What could give one of them away is not kept.
      entry.value = nil
      report(
        .outcomeSmallGroup, .note, row.place(columns[.count]),
        Localized(
          nb: "under fem; verdien er verken vist eller brukt",
          en: "under five; the value is neither shown nor used"))
      entries.append(entry)
      return
    }
    if case .total = measure.kind {
      entry.deviation = deviation(row, measure, columns[.deviation], count, value)
      if entry.deviation != nil {
        entry.deviationOfChange = change(row, measure, columns[.change])
      }
    }
    guard diagnostics.errors == before else { return }
    doubt(measure, value, place)
    entries.append(entry)
  }

  private mutating func time(_ row: Row, _ column: Int?) -> OutcomeTime? {
    let text = row.text(column)
    let place = row.place(column)
    do throws(OutcomeTime.Fault) {
      return try OutcomeTime(text, year: year)
    } catch {
      let shown = ByteText.shown(text)
      let hint = Localized(
        nb: "skriv en dato, 2026-01, baseline, 8 uker, 3 mnd eller 6 mnd",
        en: "write a date, 2026-01, baseline, 8 weeks, 3 months or 6 months")
      switch error {
      case .empty:
        report(
          .outcomeTime, .error, place,
          Localized(nb: "tidspunktet mangler", en: "the time is missing"), hint: hint)
      case .unclearWeek(let week):
        report(
          .outcomeTime, .error, place,
          Localized(
            nb: "«\(shown)»: uke \(week) i året, eller \(week) uker etter endringen?",
            en: "“\(shown)”: week \(week) of the year, or \(week) weeks after the change?"),
          hint: Localized(
            nb: "skriv «\(week) uker» eller 2026-W\(padded(week, 2))",
            en: "write “\(week) weeks” or 2026-W\(padded(week, 2))"))
      case .noSuchMonth(let month):
        report(
          .outcomeTime, .error, place,
          Localized(nb: "det finnes ingen måned \(month)", en: "there is no month \(month)"),
          hint: Localized(nb: "skriv 2026-01 til 2026-12", en: "write 2026-01 to 2026-12"))
      case .noSuchQuarter(let quarter):
        report(
          .outcomeTime, .error, place,
          Localized(
            nb: "det finnes ikke noe kvartal \(quarter)", en: "there is no quarter \(quarter)"),
          hint: Localized(nb: "skriv 2026 K1 til 2026 K4", en: "write 2026 Q1 to 2026 Q4"))
      case .date(.notADate):
        report(
          .outcomeTime, .error, place,
          Localized(
            nb: "«\(shown)» er ikke et tidspunkt for en måling",
            en: "“\(shown)” is not a time of measurement"), hint: hint)
      case .date(let error):
        let fault = ValueFault(error, shown)
        report(fault.code, .error, place, fault.message, hint: fault.hint)
      }
      return nil
    }
  }

  // MARK: Saying so

  mutating func report(
    _ code: DiagnosticCode, _ severity: Severity, _ place: Range<Int>,
    _ message: @autoclosure () -> Localized, hint: @autoclosure () -> Localized? = nil
  ) {
    guard diagnostics.keeps(code) else { return diagnostics.count(code, severity) }
    diagnostics.add(
      Diagnostic(
        code, severity, at: base + place.lowerBound, length: place.count, message(), hint: hint()))
  }
}
