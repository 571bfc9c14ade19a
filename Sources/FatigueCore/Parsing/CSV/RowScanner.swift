/// One field of a row, as places in the file.
struct CSVField {
  /// First byte of the field, with its quote; the first letter when it is not quoted.
  var raw = 0
  var rawEnd = 0
  /// The value: without quotes and blanks around it.
  var start = 0
  var end = 0
  /// The value is not a stretch of the file: it has doubled quotes, or text after the closing one.
  var isRebuilt = false

  var range: Range<Int> { start..<end }
  var isEmpty: Bool { start >= end && !isRebuilt }
}

/// Cuts a file into rows and fields by RFC 4180, leniently: line ends of any kind, blanks around
/// fields, quotes inside unquoted fields. Makes no strings.
struct RowScanner {
  /// Fields that are kept of one row; the rest are counted.
  static let mostFields = 4096
  static let longestField = 1 << 20
  static let longestRow = 16 << 20

  let delimiter: UInt8
  /// Where the next row begins.
  var at = 0
  /// False once a quote was found that never closes: then quoted fields end with their line.
  var quotesSpanLines = true

  // The row last read.
  private(set) var fields = [CSVField](repeating: CSVField(), count: 8)
  /// Fields in the row, also those beyond ``mostFields``.
  private(set) var count = 0
  private(set) var rowStart = 0
  /// Before the line end.
  private(set) var rowEnd = 0
  private(set) var isBlank = true
  /// A control character other than tab and line ends stands in the row.
  private(set) var hasControl = false
  private(set) var hasRebuilt = false
  private(set) var hasLineBreak = false
  /// The quote that never closes.
  private(set) var unclosedQuote: Int?
  /// The field with text after its closing quote.
  private(set) var textAfterQuote: Int?

  init(delimiter: UInt8, at: Int = 0) {
    self.delimiter = delimiter
    self.at = at
  }

  subscript(_ index: Int) -> CSVField {
    get { fields[index] }
    set { fields[index] = newValue }
  }

  /// Fields kept.
  var kept: Int { min(count, Self.mostFields) }

  /// Reads the next row.
  ///
  /// - Returns: false at the end of the file.
  mutating func next(_ bytes: Span<UInt8>) -> Bool {
    let end = bytes.count
    guard at < end else { return false }
    let delimiter = self.delimiter
    var i = at
    rowStart = i
    count = 0
    var (blank, control) = (true, false)
    (hasRebuilt, hasLineBreak, unclosedQuote, textAfterQuote) = (false, false, nil, nil)
    hasControl = false
    while true {
      let start = i
      if i < end, bytes[i] <= ByteText.quote, let open = opensQuote(bytes, at: i) {
        i = quoted(bytes, from: open)
        blank = false
      } else {
        while i < end {
          let byte = bytes[i]
          if byte == delimiter { break }
          if byte < 32 {
            if byte == ByteText.newline || byte == ByteText.carriageReturn { break }
            if byte != ByteText.tab { control = true }
          }
          i += 1
        }
        if close(bytes, start, i) { blank = false }
      }
      if i >= end || bytes[i] != delimiter { break }
      i += 1
    }
    rowEnd = i
    isBlank = blank
    if control { hasControl = true }
    if i < end {
      i +=
        bytes[i] == ByteText.carriageReturn && i + 1 < end && bytes[i + 1] == ByteText.newline
        ? 2 : 1
    }
    at = i
    return true
  }

  /// Goes back to read from the line after the one on which the row began.
  mutating func restartAfterFirstLine(_ bytes: Span<UInt8>) {
    var i = rowStart
    while i < bytes.count, bytes[i] != ByteText.newline, bytes[i] != ByteText.carriageReturn {
      i += 1
    }
    if i + 1 < bytes.count, bytes[i] == ByteText.carriageReturn, bytes[i + 1] == ByteText.newline {
      i += 1
    }
    at = min(i + 1, bytes.count)
  }

  /// Ends an unquoted field.
  ///
  /// - Returns: whether it has a value.
  @inline(__always)
  private mutating func close(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var (first, last) = (start, end)
    if start < end {
      let (a, b) = (bytes[start], bytes[end - 1])
      if a <= 32 || b <= 32 || b >= 0x80 || a == 0xC2 || a == 0xE2 || a == 0xEF {
        let trimmed = ByteText.trimmed(bytes, start..<end)
        (first, last) = (trimmed.lowerBound, trimmed.upperBound)
        if trimmed.isEmpty {
          first = start
          last = start
        }
      }
    }
    append(CSVField(raw: first, rawEnd: max(last, first), start: first, end: last))
    return first < last
  }

  @inline(__always)
  private mutating func append(_ field: CSVField) {
    if count < fields.count {
      fields[count] = field
    } else if count < Self.mostFields {
      fields.append(field)
    }
    count += 1
  }

  /// The quote that opens a field here, possibly after blanks.
  private func opensQuote(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    var i = start
    while i < bytes.count, bytes[i] == ByteText.space { i += 1 }
    return i < bytes.count && bytes[i] == ByteText.quote ? i : nil
  }

  /// Reads a quoted field and returns the place after it.
  private mutating func quoted(_ bytes: Span<UInt8>, from open: Int) -> Int {
    let end = bytes.count
    var i = open + 1
    var (doubled, lineBreak) = (false, false)
    let limit = min(end, open + Self.longestField + 2)
    while i < limit {
      let byte = bytes[i]
      if byte == ByteText.quote {
        guard i + 1 < end, bytes[i + 1] == ByteText.quote else { break }
        doubled = true
        i += 2
        continue
      }
      if byte < 32 {
        if byte == ByteText.newline || byte == ByteText.carriageReturn {
          if !quotesSpanLines { break }
          lineBreak = true
        } else if byte != ByteText.tab {
          hasControl = true
        }
      }
      i += 1
    }
    guard i < limit, bytes[i] == ByteText.quote else { return unclosed(bytes, from: open) }
    let close = i
    i += 1
    while i < end, ByteText.isBlank(bytes[i]), bytes[i] != delimiter { i += 1 }
    if i < end, bytes[i] != delimiter, bytes[i] != ByteText.newline,
      bytes[i] != ByteText.carriageReturn
    {
      textAfterQuote = open
      doubled = true
      while i < end, bytes[i] != delimiter, bytes[i] != ByteText.newline,
        bytes[i] != ByteText.carriageReturn
      {
        if bytes[i] < 32, bytes[i] != ByteText.tab { hasControl = true }
        i += 1
      }
    }
    let value = ByteText.trimmed(bytes, open + 1..<close)
    if doubled { hasRebuilt = true }
    if lineBreak { hasLineBreak = true }
    append(
      CSVField(
        raw: open, rawEnd: i, start: value.lowerBound, end: value.upperBound, isRebuilt: doubled))
    return i
  }

  /// A quote without its end: the field is the rest of its line.
  private mutating func unclosed(_ bytes: Span<UInt8>, from open: Int) -> Int {
    unclosedQuote = open
    quotesSpanLines = false
    var i = open
    while i < bytes.count, bytes[i] != ByteText.newline, bytes[i] != ByteText.carriageReturn {
      i += 1
    }
    append(CSVField(raw: open, rawEnd: i, start: open, end: i))
    return i
  }

  /// Appends the value of a rebuilt field: quotes undoubled, text after the closing one added.
  static func rebuild(_ field: CSVField, _ bytes: Span<UInt8>, into copy: inout [UInt8]) {
    var i = field.raw + 1
    var inside = true
    while i < field.rawEnd {
      if inside, bytes[i] == ByteText.quote {
        if i + 1 < field.rawEnd, bytes[i + 1] == ByteText.quote {
          copy.append(ByteText.quote)
          i += 2
          continue
        }
        inside = false
      } else {
        copy.append(bytes[i])
      }
      i += 1
    }
  }
}
