/// A whole table as text, for layouts where every field matters and files are small.
struct CSVTable {
  /// Rows that are not blank, from the header on. Each has at least as many fields as the header.
  var rows: [[String]] = []
  /// For each row the places of its fields in the file.
  var places: [[Range<Int>]] = []

  /// - Parameter mostRows: rows beyond these are left out.
  init(_ bytes: Span<UInt8>, _ dialect: CSVDialect, from start: Int, mostRows: Int = 100_000) {
    var scanner = RowScanner(delimiter: dialect.delimiter, at: start)
    while rows.count < mostRows, scanner.next(bytes) {
      if scanner.isBlank || Self.isPadding(scanner, bytes) { continue }
      var row = CSVDialect.texts(scanner, bytes)
      while let width = rows.first?.count, row.count < width { row.append("") }
      rows.append(row)
      places.append((0..<scanner.kept).map { scanner[$0].raw..<scanner[$0].rawEnd })
    }
  }

  private static func isPadding(_ row: RowScanner, _ bytes: Span<UInt8>) -> Bool {
    guard row.hasControl else { return false }
    for i in row.rowStart..<row.rowEnd where bytes[i] != 0 && !ByteText.isBlank(bytes[i]) {
      return false
    }
    return true
  }
}
