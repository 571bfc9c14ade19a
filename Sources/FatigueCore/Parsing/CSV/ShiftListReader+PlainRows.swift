/// Reads plain rows quickly: as many fields as the header has, no quotes, no control characters, nothing
/// to be said. Every other row is left, untouched, to ``ShiftListReader/readRow(_:_:)``.
///
/// This file loads eight bytes at a time with `RawSpan.unsafeLoadUnaligned`. The load checks its
/// bounds; what is called unsafe is to read the bytes as another type, and any bytes are a `UInt64`.
struct PlainRows {
  /// Columns, -1 where there is none. A person is known by up to three fields, as in
  /// ``ShiftListReader/person(_:_:)``.
  let who: (Int, Int, Int)
  let date: Int
  let start: Int
  let end: Int
  let code: Int
  let unit: Int
  let columns: Int
  let delimiters: UInt64

  // The row last read: where its person and unit stand, and what they are.
  fileprivate var person: UInt32 = 0
  fileprivate var personAt: (Range<Int>, Range<Int>, Range<Int>) = (0..<0, 0..<0, 0..<0)
  fileprivate var unitIndex: UInt16 = 0
  fileprivate var unitAt = 0..<0
  fileprivate var codes = CodeCache()
  fileprivate var months = MonthCache()
  /// Wall-clock times that surely have the one offset.
  fileprivate var settled: Range<Int64> = 0..<0
  fileprivate var offset: Int64 = 0

  /// Columns that a header may have.
  static let mostColumns = 30
  /// Bytes that a row may have.
  static let longestRow = 4096

  /// - Returns: nil when the list has columns whose rows need a closer look.
  init?(_ map: ColumnMap, columns: Int, delimiter: UInt8) {
    let closer: [ColumnRole] = [
      .interval, .endDate, .zone, .tags, .kind, .source, .unpaidBreak, .plainBreak,
    ]
    guard columns >= 2, columns <= Self.mostColumns, map[.start] >= 0, map[.end] >= 0,
      closer.allSatisfy({ map[$0] < 0 }), delimiter != ByteText.quote
    else { return nil }
    who =
      map[.person] >= 0
      ? (map[.person], -1, map[.number]) : (map[.firstName], map[.lastName], map[.number])
    (date, start, end) = (map[.date], map[.start], map[.end])
    (code, unit) = (map[.code], map[.unit])
    self.columns = columns
    delimiters = Bytes.all(delimiter)
  }
}

extension ShiftListReader {
  /// Reads rows until one is not plain; the scanner stands before that one.
  mutating func readPlainRows(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    guard var plain, let origin else { return }
    // Bounds of the row's fields: field i lies between marks i and i + 1.
    var marks = InlineArray<32, Int>(repeating: 0)
    let raw = unsafe bytes.bytes
    var at = scanner.at
    var first = Int32.max
    var last = Int32.min
    while let rowEnd = plain.mark(raw, at, &marks) {
      guard let times = plain.times(bytes, marks, &fast) else { break }
      guard let from = plain.resolve(times.start, &cursors[0]) else { break }
      guard let to = plain.resolve(times.end, &cursors[0]) else { break }
      guard to > from, to - from <= Self.longestShift else { break }
      if times.rolled, to - from >= Self.longRolled { break }
      guard let start = inReach(from, origin), let end = inReach(to, origin) else { break }
      guard plain.findPerson(bytes, marks, &people, personOfKey) else { break }
      guard let code = plain.findCode(bytes, marks, &codes, codeEntries) else { break }
      guard plain.findUnit(bytes, marks, &units, unitOfName) else { break }
      let startField = marks[plain.start] + 1
      let dateField = plain.date >= 0 ? plain.date : plain.start
      let dateAt = marks[dateField] + 1
      dates.add(times.days, position(dateAt), marks[dateField + 1] - dateAt)
      collector.builder.append(
        Shift(
          start: start, end: end, person: plain.person, code: code.index, unit: plain.unitIndex,
          kind: code.kind, startField: position(startField),
          endFieldDelta: Int16(truncatingIfNeeded: marks[plain.end] + 1 - startField)))
      first = min(first, times.days)
      last = max(last, times.days)
      rows += 1
      entries += 1
      at = rowEnd
    }
    scanner.at = at
    self.plain = plain
    if first <= last {
      collector.builder.cover(CivilDate(days: first), CivilDate(days: last))
    }
  }
}

extension PlainRows {
  /// Finds the fields of the row that begins here.
  ///
  /// - Returns: where the next row begins, nil when this one is not plain or too near the end of the
  ///   file to be read eight bytes at a time.
  @inline(__always)
  fileprivate func mark(
    _ bytes: RawSpan, _ start: Int, _ marks: inout InlineArray<32, Int>
  ) -> Int? {
    // A row that ends before this leaves room for a load that begins anywhere in it.
    let limit = min(bytes.byteCount - 16, start + Self.longestRow)
    marks[0] = start - 1
    var count = 0
    var at = start
    while at < limit {
      let word = Bytes.load(bytes, at)
      var found = Bytes.zeros(word ^ delimiters)
      let odd =
        (Bytes.zeros(word & Bytes.all(0xE0)) | Bytes.zeros(word ^ Bytes.all(ByteText.quote)))
        & ~found
      // Only those before the first odd byte.
      if odd != 0 { found &= (odd & (0 &- odd)) &- 1 }
      while found != 0 {
        count += 1
        guard count < columns else { return nil }
        marks[count] = at + found.trailingZeroBitCount >> 3
        found &= found &- 1
      }
      if odd == 0 {
        at += 8
        continue
      }
      let end = at + odd.trailingZeroBitCount >> 3
      guard count + 1 == columns else { return nil }
      marks[columns] = end
      let byte = bytes.byte(end)
      if byte == ByteText.newline { return end + 1 }
      guard byte == ByteText.carriageReturn else { return nil }
      return bytes.byte(end + 1) == ByteText.newline ? end + 2 : nil
    }
    return nil
  }

  /// A field that needs no trimming; empty where there is no such column, nil where it needs some.
  @inline(__always)
  private func field(
    _ bytes: RawSpan, _ marks: InlineArray<32, Int>, _ column: Int
  ) -> Range<Int>? {
    if column < 0 { return 0..<0 }
    let (start, end) = (marks[column] + 1, marks[column + 1])
    if start >= end { return 0..<0 }
    let (a, b) = (bytes.byte(start), bytes.byte(end - 1))
    if a <= 32 || b <= 32 || b >= 0x80 || a == 0xC2 || a == 0xE2 || a == 0xEF { return nil }
    return start..<end
  }

  // MARK: When

  fileprivate struct Times {
    /// On which the entry starts, since 1970.
    var days: Int32
    /// Seconds on the wall clock since 1970.
    var start: Int64
    var end: Int64
    var rolled = false
  }

  @inline(__always)
  fileprivate mutating func times(
    _ bytes: Span<UInt8>, _ marks: InlineArray<32, Int>, _ fast: inout FastTime
  ) -> Times? {
    let raw = unsafe bytes.bytes
    guard let startField = field(raw, marks, start) else { return nil }
    guard let endField = field(raw, marks, end) else { return nil }
    var day: Int32?
    if date >= 0 {
      guard let dateField = field(raw, marks, date) else { return nil }
      day = months.days(bytes, dateField, &fast)
      if day == nil { return nil }
    }
    guard var from = cell(bytes, startField, &fast) else { return nil }
    guard var to = cell(bytes, endField, &fast) else { return nil }
    if from.form == .clock {
      guard let day else { return nil }
      from.days = day
    }
    var rolled = false
    if to.form == .clock {
      to.days = from.days
      if to.second == from.second { return nil }
      rolled = to.second < from.second
      if rolled { to.days += 1 }
    }
    return Times(days: from.days, start: from.local, end: to.local, rolled: rolled)
  }

  /// A clock time, with or without a date.
  @inline(__always)
  private mutating func cell(
    _ bytes: Span<UInt8>, _ field: Range<Int>, _ fast: inout FastTime
  ) -> TimeCell? {
    let raw = unsafe bytes.bytes
    if field.count == 16, let second = Bytes.clock(Bytes.load(raw, field.lowerBound + 8)) {
      let date = field.lowerBound..<field.lowerBound + 10
      guard let days = months.days(bytes, date, &fast) else { return nil }
      return TimeCell(form: .local, days: days, second: second)
    }
    guard let cell = fast.cell(bytes, field) else { return nil }
    return cell.form == .clock || cell.form == .local ? cell : nil
  }

  /// - Returns: seconds since 1970, nil in a gap or a fold.
  @inline(__always)
  fileprivate mutating func resolve(_ local: Int64, _ cursor: inout ZoneCursor) -> Int64? {
    if local >= settled.lowerBound, local < settled.upperBound { return local - offset }
    guard case .unique(let instant) = cursor.resolve(local: local) else { return nil }
    (settled, offset) = cursor.settled
    return instant.seconds
  }

  // MARK: Who and what

  /// Finds the person among those met before.
  @inline(__always)
  fileprivate mutating func findPerson(
    _ bytes: Span<UInt8>, _ marks: InlineArray<32, Int>, _ people: inout ByteInterner,
    _ known: [UInt32]
  ) -> Bool {
    let raw = unsafe bytes.bytes
    guard let a = field(raw, marks, who.0) else { return false }
    guard let b = field(raw, marks, who.1) else { return false }
    guard let c = field(raw, marks, who.2) else { return false }
    if a.isEmpty, b.isEmpty, c.isEmpty { return false }
    var same = Bytes.equal(raw, a, personAt.0)
    if same { same = Bytes.equal(raw, b, personAt.1) }
    if same { same = Bytes.equal(raw, c, personAt.2) }
    if same { return true }
    guard let key = people.find(bytes, a, b, c), key < known.count else { return false }
    person = known[key]
    personAt = (a, b, c)
    return true
  }

  @inline(__always)
  fileprivate mutating func findUnit(
    _ bytes: Span<UInt8>, _ marks: InlineArray<32, Int>, _ units: inout ByteInterner,
    _ known: [UInt16]
  ) -> Bool {
    if unit < 0 { return true }
    let raw = unsafe bytes.bytes
    guard let field = field(raw, marks, unit) else { return false }
    if !field.isEmpty, Bytes.equal(raw, field, unitAt) { return true }
    guard let key = units.find(bytes, field), key < known.count else { return false }
    (unitIndex, unitAt) = (known[key], field)
    return true
  }

  @inline(__always)
  fileprivate mutating func findCode(
    _ bytes: Span<UInt8>, _ marks: InlineArray<32, Int>, _ codes: inout ByteInterner,
    _ known: [ShiftListReader.CodeEntry]
  ) -> (index: UInt16, kind: ShiftKind)? {
    let raw = unsafe bytes.bytes
    guard let field = field(raw, marks, code) else { return nil }
    let word = Bytes.word(raw, field)
    if let word, let entry = self.codes[word] { return entry }
    guard let key = codes.find(bytes, field), key < known.count else { return nil }
    let kind = known[key].times?.kind ?? known[key].meaning?.timed ?? .work
    // A day off with times is to be told.
    guard kind != .off else { return nil }
    if let word { self.codes.set(word, known[key].index, kind) }
    return (known[key].index, kind)
  }
}

/// Codes of up to eight bytes met lately.
private struct CodeCache {
  /// No text has eight bytes of 255.
  private var words = InlineArray<64, UInt64>(repeating: .max)
  private var entries = InlineArray<64, (index: UInt16, kind: ShiftKind)>(repeating: (0, .work))

  private static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  subscript(_ word: UInt64) -> (index: UInt16, kind: ShiftKind)? {
    let slot = Self.slot(word)
    return words[slot] == word ? entries[slot] : nil
  }

  mutating func set(_ word: UInt64, _ index: UInt16, _ kind: ShiftKind) {
    let slot = Self.slot(word)
    (words[slot], entries[slot]) = (word, (index, kind))
  }
}

/// The month of the date last read, as it is written: `2026-01-` or `.01.2026`.
private struct MonthCache {
  private var month: UInt64 = 0
  /// Days since 1970 of the day before the first.
  private var before: Int32 = 0
  /// Days of the month that surely exist.
  private var length: UInt64 = 0

  /// - Returns: nil when the date is not spelled in a usual way.
  @inline(__always)
  mutating func days(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ fast: inout FastTime
  ) -> Int32? {
    guard range.count == 10 else { return nil }
    let at = range.lowerBound
    let dayLast = bytes[at + 4] == 45
    let raw = unsafe bytes.bytes
    let month = Bytes.load(raw, dayLast ? at : at + 2)
    let dayAt = dayLast ? at + 8 : at
    let (tens, ones) = (UInt64(bytes[dayAt] &- 48), UInt64(bytes[dayAt + 1] &- 48))
    if month == self.month, tens < 10, ones < 10 {
      let day = tens * 10 + ones
      if day >= 1, day <= length { return before + Int32(truncatingIfNeeded: day) }
    }
    guard let days = fast.date(bytes, range) else { return nil }
    let day = Int32(truncatingIfNeeded: tens * 10 + ones)
    (self.month, before, length) = (month, days - day, 28)
    return days
  }
}

/// Eight bytes at a time; the first byte of the file is the lowest of the word.
private enum Bytes {
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always)
  static func load(_ bytes: RawSpan, _ at: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The high bit of each byte that is zero, and no other bit.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    let low = all(0x7F)
    return ~(((word & low) &+ low) | word | low)
  }

  /// Up to eight bytes as one number; different texts without NUL give different numbers.
  @inline(__always)
  static func word(_ bytes: RawSpan, _ range: Range<Int>) -> UInt64? {
    if range.isEmpty { return 0 }
    guard range.count <= 8 else { return nil }
    return load(bytes, range.lowerBound) << UInt64(64 - 8 * range.count)
  }

  /// Whether two stretches, each with eight bytes to spare, hold the same.
  @inline(__always)
  static func equal(_ bytes: RawSpan, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    var left = a.count
    var (i, j) = (a.lowerBound, b.lowerBound)
    while left >= 8 {
      if load(bytes, i) != load(bytes, j) { return false }
      i += 8
      j += 8
      left -= 8
    }
    return left == 0 || (load(bytes, i) ^ load(bytes, j)) << UInt64(64 - 8 * left) == 0
  }

  /// Seconds after midnight of `__T07:30`.
  @inline(__always)
  static func clock(_ word: UInt64) -> Int32? {
    // Digits become 0–9 and separators 0; adding 0x76 or 0x7F sets the high bit of all others.
    let digits = (word ^ 0x3030_3A30_3054_0000) & ~0xFFFF
    guard (digits | (digits &+ 0x7676_7F76_767F_0000)) & all(0x80) == 0 else { return nil }
    let hour = (digits >> 24 & 0xFF) * 10 + (digits >> 32 & 0xFF)
    let minute = (digits >> 48 & 0xFF) * 10 + digits >> 56
    guard hour < 24, minute < 60 else { return nil }
    return Int32(truncatingIfNeeded: hour * 3600 + minute * 60)
  }
}

extension RawSpan {
  @inline(__always)
  fileprivate func byte(_ at: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: at, as: UInt8.self)
  }
}
