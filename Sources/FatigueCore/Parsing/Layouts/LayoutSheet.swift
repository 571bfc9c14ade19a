/// A table as the layouts see it: any field by row and column, with its place.
struct LayoutSheet {
  var table: CSVTable
  let file: Int

  var count: Int { table.rows.count }

  func cell(_ row: Int, _ column: Int) -> String {
    column >= 0 && column < table.rows[row].count ? table.rows[row][column] : ""
  }

  /// Fields that the row really has.
  func width(_ row: Int) -> Int { table.places[row].count }

  func filled(_ row: Int) -> [Int] {
    table.rows[row].indices.filter { !table.rows[row][$0].isEmpty }
  }

  func place(_ row: Int, _ column: Int) -> Range<Int> {
    let places = table.places[row]
    if column >= 0, column < places.count { return places[column] }
    let end = table.lines[row].upperBound
    return column < 0 ? table.lines[row] : end..<end
  }

  /// Reads all of an input and says what cannot be read of it.
  init(_ input: RosterInput, _ collector: inout RosterCollector) {
    let bytes = input.bytes.span
    file = input.file
    table = CSVTable(bytes, input.dialect, from: input.dialect.start)
    func position(_ offset: Int) -> SourcePosition {
      collector.sources.position(file: input.file, offset: offset)
    }
    for line in table.tooLong {
      collector.report(
        .tooLong, .error, at: position(line.lowerBound),
        Localized(
          nb: "linjen er over 16 MiB eller har et felt over 1 MiB",
          en: "the line is over 16 MiB or has a field over 1 MiB"))
    }
    for quote in table.unclosedQuotes {
      collector.report(
        .unclosedQuote, .error, at: position(quote.lowerBound), length: quote.count,
        Localized(
          nb: "anførselstegnet som åpnes her, lukkes aldri",
          en: "the quote opened here never closes"))
    }
    if table.isCut {
      collector.report(
        .planTooLarge, .error, at: position(table.lines.last?.lowerBound ?? 0),
        Localized(
          nb: "over \(table.rows.count) rader; resten er ikke lest",
          en: "over \(table.rows.count) rows; the rest was not read"))
    }
    guard input.hasInvalidLines else { return }
    for row in table.rows.indices {
      guard let invalid = ByteText.firstInvalid(bytes, table.lines[row]) else { continue }
      collector.report(
        .invalidUTF8, .error, at: position(invalid), length: 1,
        Localized(
          nb: "linjen er ikke gyldig UTF-8 (byte \(ByteText.hexadecimal(bytes[invalid])))",
          en: "the line is not valid UTF-8 (byte \(ByteText.hexadecimal(bytes[invalid])))"),
        hint: Localized(
          nb: "lagre hele filen som UTF-8", en: "save the whole file as UTF-8"))
    }
  }

  /// A part of an input, without a word about what cannot be read of it.
  ///
  /// - Parameters:
  ///   - start: Where a row begins.
  ///   - bytes: Rows that begin this far from the start, or further, are left out.
  init(_ input: RosterInput, from start: Int, bytes: Int) {
    file = input.file
    table = CSVTable(
      input.bytes.span, input.dialect, from: start, mostRows: 20_000, mostBytes: bytes - 1)
  }

  /// The first rows of an input, to see what it is.
  init(sample input: [UInt8], _ dialect: CSVDialect) {
    file = 0
    table = CSVTable(
      input.span, dialect, from: dialect.start, mostRows: 80, mostBytes: 1 << 20)
  }
}

extension RosterCollector {
  /// Reports something about a field of a sheet; the whole row when the column is negative.
  mutating func report(
    _ code: DiagnosticCode, _ severity: Severity, in sheet: LayoutSheet, row: Int, column: Int,
    _ message: @autoclosure () -> Localized, hint: @autoclosure () -> Localized? = nil
  ) {
    let place = sheet.place(row, column)
    report(
      code, severity, at: sources.position(file: sheet.file, offset: place.lowerBound),
      length: place.count, message(), hint: hint())
  }

  mutating func report(_ fault: ValueFault, in sheet: LayoutSheet, row: Int, column: Int) {
    report(
      fault.code, .error, in: sheet, row: row, column: column, fault.message, hint: fault.hint)
  }
}
