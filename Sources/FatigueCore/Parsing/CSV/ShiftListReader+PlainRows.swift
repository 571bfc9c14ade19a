/// Reads plain rows quickly: as many fields as the header has, no quotes, no control characters, nothing
/// to be said. Every other row is left, untouched, to ``ShiftListReader/readRow(_:_:)``.
///
/// A row with the same spellings as the one before, the usual case in most lists, is not even cut into
/// fields: ``readAlike(_:_:after:_:into:)``.
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
  let delimiter: UInt8
  let delimiters: UInt64

  // The row last cut: where its person and unit stand, and what they are.
  private(set) var person: UInt32 = 0
  private var personAt: (Range<Int>, Range<Int>, Range<Int>) = (0..<0, 0..<0, 0..<0)
  private(set) var unitIndex: UInt16 = 0
  private var unitAt = 0..<0
  /// Bounds of its fields: field i lies between marks i and i + 1.
  private(set) var marks = InlineArray<32, Int>(repeating: 0)
  var model = AlikeRows()
  /// Rows read by the model.
  var rowsByModel = 0
  /// Models in a row that few rows were like, and rows to be cut before the next is made.
  private var vainModels = 0
  private var rowsToModel = 0
  private(set) var codes = CodeCache()
  private(set) var months = MonthCache()
  var settled = SettledTimes()
  var lately = KnownMonth()

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
    self.delimiter = delimiter
    delimiters = ByteWords.all(delimiter)
  }
}

extension ShiftListReader {
  /// Reads rows until one is not plain; the scanner stands before that one.
  mutating func readPlainRows(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    guard plain != nil, let origin else { return }
    var reading = AlikeReading(at: scanner.at, base: base.value, origin: origin)
    // Beyond, places are no numbers.
    let isInReach = bytes.count < UInt32.max - base.value
    var row = PlainRows.Row()
    let known = collector.builder.shifts.count
    while readAlike(bytes, &reading, isInReach, &collector),
      plain!.read(bytes, reading.at, &row, &fast),
      plain!.findPerson(bytes, &people, personOfKey),
      plain!.findCode(bytes, &row, &codes, codeEntries),
      plain!.findUnit(bytes, &units, unitOfName)
    {
      guard let from = plain!.settled.resolve(row.from, &cursors[0]),
        let to = plain!.settled.resolve(row.to, &cursors[0])
      else { break }
      guard to > from, to - from <= Self.longestShift else { break }
      if row.rolled, to - from >= Self.longRolled { break }
      guard let start = inReach(from, origin), let end = inReach(to, origin) else { break }
      dates.add(row.days, position(row.dateAt), row.dateLength)
      collector.builder.append(
        Shift(
          start: start, end: end, person: plain!.person, code: row.code, unit: plain!.unitIndex,
          kind: row.kind, startField: position(row.startAt),
          endFieldDelta: Int16(truncatingIfNeeded: row.endAt - row.startAt)))
      reading.at = row.next
      plain!.makeModel(bytes, row)
    }
    rows += collector.builder.shifts.count - known
    entries += collector.builder.shifts.count - known
    scanner.at = reading.at
    if dates.first <= dates.last {
      collector.builder.cover(CivilDate(days: dates.first), CivilDate(days: dates.last))
    }
  }

  /// Reads rows by the model until one is not like it.
  ///
  /// - Returns: false when the next row is surely not plain, since nobody of its name was met before.
  @inline(__always)
  private mutating func readAlike(
    _ bytes: Span<UInt8>, _ reading: inout AlikeReading, _ isInReach: Bool,
    _ collector: inout RosterCollector
  ) -> Bool {
    guard isInReach else { return true }
    let (start, known) = (reading.at, collector.builder.shifts.count)
    var likeness = PlainRows.Likeness.alike
    while true {
      likeness = plain!.compare(bytes, reading.at, &people, personOfKey)
      guard likeness == .alike else { break }
      let at = reading.at
      collector.builder.fill(of: plain!.person) { shifts, before in
        plain!.readAlike(bytes, &reading, after: before, &dates, into: &shifts)
      }
      if reading.at == at { break }
    }
    if reading.at > start { alike.append(start..<reading.at) }
    plain!.rowsByModel += collector.builder.shifts.count - known
    return likeness != .stranger
  }
}

extension PlainRows {
  /// What one row says.
  struct Row {
    /// On which the entry starts, since 1970.
    var days: Int32 = 0
    /// Seconds on the wall clock since 1970.
    var from: Int64 = 0
    var to: Int64 = 0
    /// The end is a clock time on the day after.
    var rolled = false
    var code: UInt16 = 0
    var kind = ShiftKind.work
    /// Where the fields begin, and the length of the one with the date.
    var startAt = 0
    var endAt = 0
    var dateAt = 0
    var dateLength = 0
    /// Where the next row begins.
    var next = 0

    /// Sets when it begins and ends.
    ///
    /// - Parameter day: of a date field, nil when there is none.
    /// - Returns: false when the row must be looked at more closely.
    @inline(__always)
    mutating func set(day: Int32?, _ start: TimeCell, _ end: TimeCell) -> Bool {
      var (start, end) = (start, end)
      if start.form == .clock {
        guard let day else { return false }
        start.days = day
      }
      rolled = false
      if end.form == .clock {
        end.days = start.days
        if end.second == start.second { return false }
        rolled = end.second < start.second
        if rolled { end.days += 1 }
      }
      (days, from, to) = (start.days, start.local, end.local)
      return true
    }
  }

  /// Cuts the row that begins here and reads its times.
  ///
  /// - Returns: false when it is not plain.
  mutating func read(
    _ bytes: Span<UInt8>, _ at: Int, _ row: inout Row, _ fast: inout FastTime
  ) -> Bool {
    guard let next = mark(bytes, at), readTimes(bytes, &row, &fast) else { return false }
    row.next = next
    row.startAt = marks[start] + 1
    row.endAt = marks[end] + 1
    let dateField = date >= 0 ? date : start
    row.dateAt = marks[dateField] + 1
    row.dateLength = marks[dateField + 1] - row.dateAt
    return true
  }

  /// Finds the fields of the row that begins here.
  ///
  /// - Returns: where the next row begins, nil when this one is not plain or too near the end of the
  ///   file to be read eight bytes at a time.
  private mutating func mark(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    // A row that ends before this leaves room for a load that begins anywhere in it.
    let limit = min(bytes.count - 16, start + Self.longestRow)
    marks[0] = start - 1
    var count = 0
    var at = start
    while at < limit {
      let word = ByteWords.load(bytes, at)
      var found = ByteWords.zeros(word ^ delimiters)
      let odd =
        (ByteWords.zeros(word & ByteWords.all(0xE0))
          | ByteWords.zeros(word ^ ByteWords.all(ByteText.quote)))
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
      let byte = bytes[end]
      if byte == ByteText.newline { return end + 1 }
      guard byte == ByteText.carriageReturn else { return nil }
      return bytes[end + 1] == ByteText.newline ? end + 2 : nil
    }
    return nil
  }

  /// A field that needs no trimming; empty where there is no such column, nil where it needs some.
  @inline(__always)
  private func field(_ bytes: Span<UInt8>, _ column: Int) -> Range<Int>? {
    if column < 0 { return 0..<0 }
    let (start, end) = (marks[column] + 1, marks[column + 1])
    if start >= end { return 0..<0 }
    return Self.needsTrimming(bytes, start..<end) ? nil : start..<end
  }

  /// Whether blanks may stand at the ends of a field.
  @inline(__always)
  static func needsTrimming(_ bytes: Span<UInt8>, _ field: Range<Int>) -> Bool {
    let (a, b) = (bytes[field.lowerBound], bytes[field.upperBound - 1])
    return a <= 32 || b <= 32 || b >= 0x80 || a == 0xC2 || a == 0xE2 || a == 0xEF
  }

  // MARK: When

  private mutating func readTimes(
    _ bytes: Span<UInt8>, _ row: inout Row, _ fast: inout FastTime
  ) -> Bool {
    guard let startField = field(bytes, start) else { return false }
    guard let endField = field(bytes, end) else { return false }
    var day: Int32?
    if date >= 0 {
      guard let dateField = field(bytes, date) else { return false }
      day = months.days(bytes, dateField, &fast)
      if day == nil { return false }
    }
    guard let from = cell(bytes, startField, &fast) else { return false }
    guard let to = cell(bytes, endField, &fast) else { return false }
    return row.set(day: day, from, to)
  }

  /// A clock time, with or without a date.
  private mutating func cell(
    _ bytes: Span<UInt8>, _ field: Range<Int>, _ fast: inout FastTime
  ) -> TimeCell? {
    if field.count == 16,
      let second = ByteWords.clock(ByteWords.load(bytes, field.lowerBound + 8))
    {
      let date = field.lowerBound..<field.lowerBound + 10
      guard let days = months.days(bytes, date, &fast) else { return nil }
      return TimeCell(form: .local, days: days, second: second)
    }
    guard let cell = fast.cell(bytes, field) else { return nil }
    return cell.form == .clock || cell.form == .local ? cell : nil
  }

  /// Forgets where the row last cut stands: its bytes are gone.
  mutating func forgetPlaces() {
    personAt = (0..<0, 0..<0, 0..<0)
    unitAt = 0..<0
  }

  // MARK: Rows alike

  /// Takes the row just cut as the model of the next ones, where some may be like it. Where few rows are
  /// like one again and again, the next is made later.
  mutating func makeModel(_ bytes: Span<UInt8>, _ row: Row) {
    if rowsToModel > 0 {
      rowsToModel -= 1
      return
    }
    vainModels = rowsByModel > 3 ? 0 : min(vainModels + 1, 8)
    rowsToModel = vainModels > 3 ? 1 << (vainModels - 2) : 0
    rowsByModel = 0
    model.set(
      bytes,
      AlikeRows.Cut(
        row: row, marks: marks, columns: (date, start, end, code), who: who, person: person,
        unit: unitIndex))
  }

  /// Whose row is at hand, and where the name stands.
  mutating func setPerson(_ person: UInt32, _ place: (Range<Int>, Range<Int>, Range<Int>)) {
    (self.person, personAt) = (person, place)
  }

  // MARK: Who and what

  /// Finds the person among those met before.
  mutating func findPerson(
    _ bytes: Span<UInt8>, _ people: inout ByteInterner, _ known: [UInt32]
  ) -> Bool {
    guard let a = field(bytes, who.0) else { return false }
    guard let b = field(bytes, who.1) else { return false }
    guard let c = field(bytes, who.2) else { return false }
    if a.isEmpty, b.isEmpty, c.isEmpty { return false }
    var same = ByteWords.equal(bytes, a, personAt.0)
    if same { same = ByteWords.equal(bytes, b, personAt.1) }
    if same { same = ByteWords.equal(bytes, c, personAt.2) }
    if same { return true }
    guard let key = people.find(bytes, a, b, c), key < known.count else { return false }
    person = known[key]
    personAt = (a, b, c)
    return true
  }

  mutating func findUnit(
    _ bytes: Span<UInt8>, _ units: inout ByteInterner, _ known: [UInt16]
  ) -> Bool {
    if unit < 0 { return true }
    guard let field = field(bytes, unit) else { return false }
    if !field.isEmpty, ByteWords.equal(bytes, field, unitAt) { return true }
    guard let key = units.find(bytes, field), key < known.count else { return false }
    (unitIndex, unitAt) = (known[key], field)
    return true
  }

  mutating func findCode(
    _ bytes: Span<UInt8>, _ row: inout Row, _ codes: inout ByteInterner,
    _ known: [ShiftListReader.CodeEntry]
  ) -> Bool {
    guard let field = field(bytes, code) else { return false }
    let word = ByteWords.word(bytes, field)
    if let word, let entry = self.codes[word] {
      (row.code, row.kind) = entry
      return true
    }
    guard let key = codes.find(bytes, field), key < known.count else { return false }
    let kind = known[key].times?.kind ?? known[key].meaning?.timed ?? .work
    // A day off with times is to be told.
    guard kind != .off else { return false }
    if let word { self.codes.set(word, known[key].index, kind) }
    (row.code, row.kind) = (known[key].index, kind)
    return true
  }
}
