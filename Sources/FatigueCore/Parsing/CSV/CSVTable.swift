/// A whole table as text, for layouts where every field matters and files are small.
struct CSVTable {
  /// Rows that are not blank, from the header on. Each has at least as many fields as the header.
  var rows: [[String]] = []
  /// For each row the places of its fields in the file.
  var places: [[Range<Int>]] = []
  /// For each row its own place, without the line end.
  var lines: [Range<Int>] = []
  /// For each row whether a blank row, or none, stands above it.
  var followsBlank: [Bool] = []
  /// Quotes that never close; their fields end with the line.
  var unclosedQuotes: [Range<Int>] = []
  /// Rows and fields over the limits of size, left out.
  var tooLong: [Range<Int>] = []
  /// There were more rows, or fields that they lack, than were asked for.
  var isCut = false

  /// - Parameters:
  ///   - mostRows: rows beyond these are left out.
  ///   - mostBytes: so are rows that begin this far from the start.
  init(
    _ bytes: Span<UInt8>, _ dialect: CSVDialect, from start: Int, mostRows: Int = 100_000,
    mostBytes: Int = .max
  ) {
    var scanner = RowScanner(delimiter: dialect.delimiter, at: start)
    var blank = true
    // Fields that are there take a byte each. Those that short rows lack are few, but in a file made so.
    var room = 4_000_000 + bytes.count
    while scanner.next(bytes) {
      if scanner.isBlank || Self.isPadding(scanner, bytes) {
        blank = true
        continue
      }
      if rows.count >= mostRows || scanner.rowStart - start > mostBytes || room < 0 {
        isCut = true
        return
      }
      if Self.isTooLong(scanner) {
        tooLong.append(scanner.rowStart..<scanner.rowEnd)
        continue
      }
      if Self.isRule(scanner, bytes) { continue }
      if let quote = scanner.unclosedQuote { unclosedQuotes.append(quote..<scanner.rowEnd) }
      var row = CSVDialect.texts(scanner, bytes)
      while let width = rows.first?.count, row.count < width { row.append("") }
      room -= row.count
      rows.append(row)
      places.append((0..<scanner.kept).map { scanner[$0].raw..<scanner[$0].rawEnd })
      lines.append(scanner.rowStart..<scanner.rowEnd)
      followsBlank.append(blank)
      blank = false
    }
  }

  private static func isTooLong(_ row: RowScanner) -> Bool {
    let length = row.rowEnd - row.rowStart
    if length <= RowScanner.longestField { return false }
    return length > RowScanner.longestRow
      || (0..<row.kept).contains { row[$0].rawEnd - row[$0].raw > RowScanner.longestField }
  }

  /// `|------|:-----|`: the line that a table in a text has below its header.
  static func isRule(_ row: RowScanner, _ bytes: Span<UInt8>) -> Bool {
    var dashes = 0
    var runs = 0
    for i in row.rowStart..<row.rowEnd {
      switch bytes[i] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "+"), 32, 9:
        // A dash alone in a field is a day off.
        if (1..<3).contains(dashes) { return false }
        if dashes > 0 { runs += 1 }
        dashes = 0
      default: return false
      }
    }
    return dashes >= 3 || (dashes == 0 && runs > 0)
  }

  private static func isPadding(_ row: RowScanner, _ bytes: Span<UInt8>) -> Bool {
    guard row.hasControl else { return false }
    for i in row.rowStart..<row.rowEnd where bytes[i] != 0 && !ByteText.isBlank(bytes[i]) {
      return false
    }
    return true
  }
}
