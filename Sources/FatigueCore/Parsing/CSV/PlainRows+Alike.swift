/// A row as it was cut, to read the next ones by: as many fields in the same order, the same texts where
/// they name a person or a unit or are not used, and times spelled in the same way.
struct AlikeRows {
  fileprivate enum Kind: UInt8 {
    case text
    case start
    case end
    case date
    case code
  }

  fileprivate struct Column {
    var kind = Kind.text
    /// Where the text stands in the row that was cut.
    var at = 0
    /// Bytes of a time; of a text with what ends it.
    var length = 0
  }

  var isValid = false
  fileprivate var columns = InlineArray<30, Column>(repeating: Column())
  /// The end of the line: LF, or CR and LF.
  fileprivate var lineEnd = 1
  /// Bytes that reading a row may look at.
  fileprivate var reach = 0
  fileprivate var code: UInt16 = 0
  fileprivate var shiftKind = ShiftKind.work
}

extension PlainRows {
  /// Takes the row just cut as the model of the next ones.
  mutating func setModel(_ row: Row) {
    model.lineEnd = row.next - marks[columns]
    model.reach = 32
    for column in 0..<columns {
      let at = marks[column] + 1
      var length = marks[column + 1] - at
      let kind: AlikeRows.Kind =
        column == start
        ? .start : column == end ? .end : column == date ? .date : column == code ? .code : .text
      switch kind {
      case .text:
        length += column + 1 == columns ? model.lineEnd : 1
        model.reach += length
      case .start, .end:
        guard length == 16 || length == 5 else { return }
        model.reach += length + 2
      case .date:
        guard length == 10 else { return }
        model.reach += length + 2
      case .code: model.reach += 10
      }
      model.columns[column] = AlikeRows.Column(kind: kind, at: at, length: length)
    }
    (model.code, model.shiftKind) = (row.code, row.kind)
    model.isValid = true
  }

  /// Reads the row that begins here by the model.
  ///
  /// - Returns: false when it is not like it.
  @inline(__always)
  mutating func readAlike(_ bytes: Span<UInt8>, _ start: Int, _ row: inout Row) -> Bool {
    guard model.isValid, start + model.reach <= bytes.count else { return false }
    var at = start
    var day: Int32?
    var (from, to) = (TimeCell.empty, TimeCell.empty)
    (row.code, row.kind) = (model.code, model.shiftKind)
    for index in 0..<columns {
      let column = model.columns[index]
      switch column.kind {
      case .text:
        guard ByteWords.equal(bytes, column.at, at, count: column.length) else { return false }
        at += column.length
        continue
      case .start:
        guard let cell = cell(bytes, at, column.length) else { return false }
        from = cell
        row.startAt = at
        if date < 0 { (row.dateAt, row.dateLength) = (at, column.length) }
        at += column.length
      case .end:
        guard let cell = cell(bytes, at, column.length) else { return false }
        to = cell
        row.endAt = at
        at += column.length
      case .date:
        guard let known = months.day(bytes, at) else { return false }
        day = known
        (row.dateAt, row.dateLength) = (at, column.length)
        at += column.length
      case .code:
        let word = ByteWords.load(bytes, at)
        let stop =
          ByteWords.firstZero(word ^ delimiters) | ByteWords.firstControl(word)
          | ByteWords.firstZero(word ^ ByteWords.all(ByteText.quote))
        guard stop != 0 else { return false }
        let length = stop.trailingZeroBitCount >> 3
        let key = length == 0 ? 0 : word << UInt64(truncatingIfNeeded: 64 - 8 * length)
        guard let known = codes[key] else { return false }
        (row.code, row.kind) = known
        at += length
      }
      if index + 1 < columns {
        guard bytes[at] == delimiter else { return false }
        at += 1
      } else {
        guard model.lineEnd == 1 || bytes[at] == ByteText.carriageReturn,
          bytes[at + model.lineEnd - 1] == ByteText.newline
        else { return false }
        at += model.lineEnd
      }
    }
    row.next = at
    return row.set(day: day, from, to)
  }

  /// `2026-01-05T07:30` of the month at hand, or `07:30`.
  @inline(__always)
  private func cell(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> TimeCell? {
    if length == 5 {
      return ByteWords.clockAlone(ByteWords.load(bytes, at)).map {
        TimeCell(form: .clock, second: $0)
      }
    }
    guard let (number, second) = ByteWords.dayAndClock(ByteWords.load(bytes, at + 8)),
      let days = months.day(number, of: ByteWords.load(bytes, at))
    else { return nil }
    return TimeCell(form: .local, days: days, second: second)
  }
}

/// Codes of up to eight bytes met lately.
struct CodeCache {
  /// No text has eight bytes of 255.
  private var words = [UInt64](repeating: .max, count: 64)
  private var entries = [(index: UInt16, kind: ShiftKind)](repeating: (0, .work), count: 64)

  private static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  @inline(__always)
  subscript(_ word: UInt64) -> (index: UInt16, kind: ShiftKind)? {
    let slot = Self.slot(word)
    return words[slot] == word ? entries[slot] : nil
  }

  mutating func set(_ word: UInt64, _ index: UInt16, _ kind: ShiftKind) {
    let slot = Self.slot(word)
    (words[slot], entries[slot]) = (word, (index, kind))
  }
}

/// The months of the dates read lately, as they are written: `2026-01-` or `.01.2026`.
struct MonthCache {
  private struct Month {
    /// No text is eight bytes of zero.
    var spelling: UInt64 = 0
    /// Days since 1970 of the day before the first.
    var before: Int32 = 0
    /// Days in the month.
    var length: UInt64 = 0
  }

  private var months = [Month](repeating: Month(), count: 64)

  @inline(__always)
  private static func slot(_ spelling: UInt64) -> Int {
    Int(truncatingIfNeeded: (spelling &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// The day of ten bytes that name a date of a known month; nil for all others.
  @inline(__always)
  func day(_ bytes: Span<UInt8>, _ at: Int) -> Int32? {
    let dayLast = bytes[at + 4] == 45
    let dayAt = dayLast ? at + 8 : at
    let (tens, ones) = (UInt64(bytes[dayAt] &- 48), UInt64(bytes[dayAt + 1] &- 48))
    guard tens < 10, ones < 10 else { return nil }
    return day(tens * 10 + ones, of: ByteWords.load(bytes, dayLast ? at : at + 2))
  }

  /// The day with this number of the month that begins with the eight bytes `2026-01-`.
  @inline(__always)
  func day(_ number: UInt64, of spelling: UInt64) -> Int32? {
    let month = months[Self.slot(spelling)]
    return month.spelling == spelling && number >= 1 && number <= month.length
      ? month.before + Int32(truncatingIfNeeded: number) : nil
  }

  /// - Returns: nil when the date is not spelled in a usual way.
  @inline(__always)
  mutating func days(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ fast: inout FastTime
  ) -> Int32? {
    guard range.count == 10 else { return nil }
    let at = range.lowerBound
    if let day = day(bytes, at) { return day }
    guard let days = fast.date(bytes, range) else { return nil }
    let dayLast = bytes[at + 4] == 45
    let dayAt = dayLast ? at + 8 : at
    let day = Int32(bytes[dayAt] &- 48) * 10 + Int32(bytes[dayAt + 1] &- 48)
    let spelling = ByteWords.load(bytes, dayLast ? at : at + 2)
    months[Self.slot(spelling)] = Month(
      spelling: spelling, before: days - day, length: UInt64(fast.lengthOfMonth))
    return days
  }
}
