/// How a table is written: its delimiter, and where its header and rows are.
struct CSVDialect: Sendable {
  var delimiter: UInt8
  /// Offset after a line `sep=;`, else 0.
  var start: Int

  static let delimiters: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|"),
  ]
  /// Rows looked at to find delimiter and header.
  static let sampleRows = 60

  /// Finds the delimiter: a line `sep=` decides; else the one that makes most sense of a header;
  /// else the one that cuts most rows into one number of fields.
  static func detect(_ bytes: Span<UInt8>) -> CSVDialect {
    if let declared = separatorLine(bytes) { return declared }
    var best = (delimiter: delimiters[0], header: 0, even: 0)
    for delimiter in delimiters {
      let (header, even) = score(bytes, delimiter)
      if (header, even) > (best.header, best.even) { best = (delimiter, header, even) }
    }
    return CSVDialect(delimiter: best.delimiter, start: 0)
  }

  /// `sep=;` as spreadsheets read and write it, on the first line that is not blank.
  private static func separatorLine(_ bytes: Span<UInt8>) -> CSVDialect? {
    var at = 0
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    let quoted = at < bytes.count && bytes[at] == ByteText.quote
    let start = quoted ? at + 1 : at
    guard ByteText.starts(bytes, at: start, with: "sep="), start + 4 < bytes.count else {
      return nil
    }
    let delimiter = bytes[start + 4]
    guard delimiter < 128, delimiter == ByteText.tab || delimiter > 32, !isWordByte(delimiter)
    else { return nil }
    var end = start + 5
    if quoted, end < bytes.count, bytes[end] == ByteText.quote { end += 1 }
    // Editors pad the line with the delimiter itself.
    while end < bytes.count, bytes[end] == delimiter || bytes[end] == ByteText.space { end += 1 }
    guard end == bytes.count || bytes[end] == 10 || bytes[end] == 13 else { return nil }
    while end < bytes.count, bytes[end] == 10 || bytes[end] == 13 { end += 1 }
    return CSVDialect(delimiter: delimiter, start: end)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    ByteText.isDigit(byte) || ByteText.lowercased(byte) &- 97 < 26 || byte == ByteText.quote
  }

  private static func score(
    _ bytes: Span<UInt8>, _ delimiter: UInt8
  ) -> (header: Int, even: Int) {
    var scanner = RowScanner(delimiter: delimiter)
    var header = 0
    var counts: [Int: Int] = [:]
    for _ in 0..<sampleRows {
      guard scanner.next(bytes) else { break }
      if scanner.isBlank { continue }
      if scanner.count > 1 { counts[scanner.count, default: 0] += 1 }
      if scanner.count > 1, scanner.rowEnd - scanner.rowStart < 20_000 {
        header = max(header, ColumnMap(headers: texts(scanner, bytes)).score)
      }
    }
    // Many rows of one width count most, then wide rows.
    let even = counts.map { $0.value * 1000 + min($0.key, 999) }.max() ?? 0
    return (header, even)
  }

  /// The fields of a row as strings.
  static func texts(_ row: RowScanner, _ bytes: Span<UInt8>) -> [String] {
    (0..<row.kept).map { text(row[$0], bytes) }
  }

  static func text(_ field: CSVField, _ bytes: Span<UInt8>) -> String {
    guard field.isRebuilt else { return ByteText.string(bytes, field.range) }
    var copy: [UInt8] = []
    RowScanner.rebuild(field, bytes, into: &copy)
    let span = copy.span
    return ByteText.string(span, ByteText.trimmed(span, 0..<span.count))
  }
}

/// A table's header: where it stands and what its columns mean.
struct CSVHeader: Sendable {
  var map: ColumnMap
  /// The header row.
  var rowStart: Int
  var rowEnd: Int
  /// Places of the column names.
  var places: [Range<Int>]
  /// Rows above it that are not blank.
  var titleRows: Int
  /// Where the rows begin.
  var end: Int

  /// Bytes of a row that may be a header.
  static let longestHeader = 100_000

  /// The first row that can be a header, else the one that most resembles one.
  ///
  /// - Returns: nil when no row names any column.
  static func find(
    _ bytes: Span<UInt8>, _ dialect: CSVDialect, personGiven: Bool
  ) -> CSVHeader? {
    var scanner = RowScanner(delimiter: dialect.delimiter, at: dialect.start)
    var best: CSVHeader?
    var seen = 0
    for _ in 0..<CSVDialect.sampleRows {
      guard scanner.next(bytes) else { break }
      if scanner.isBlank { continue }
      guard scanner.rowEnd - scanner.rowStart < longestHeader else {
        seen += 1
        continue
      }
      let texts = CSVDialect.texts(scanner, bytes)
      let map = ColumnMap(headers: texts)
      let isHeader = map.isHeader(personGiven: personGiven)
      // A list of codes may stand above the list of shifts.
      let isLegend = isHeader && !map.hasPerson && LegendBlock.isHeader(texts)
      if map.score > (best?.map.score ?? 0) || (isHeader && !isLegend) {
        best = CSVHeader(
          map: map, rowStart: scanner.rowStart, rowEnd: scanner.rowEnd,
          places: (0..<scanner.kept).map { scanner[$0].raw..<scanner[$0].rawEnd },
          titleRows: seen, end: scanner.at)
      }
      if isHeader && !isLegend { break }
      seen += 1
    }
    return best
  }
}
