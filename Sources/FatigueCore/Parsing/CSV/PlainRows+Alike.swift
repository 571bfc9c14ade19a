/// A row as it was cut, to read the next ones by: they hold the same but for the digits of their times and
/// a code of up to seven bytes.
struct AlikeRows {
  /// Where digits stand, counted from the row's first byte as if its code were empty.
  fileprivate struct Spot {
    var at = 0
    /// All bits where it stands after the code, else none.
    var afterCode = 0

    /// Sums of lengths within a text do not overflow.
    @inline(__always)
    func place(_ start: Int, _ codeLength: Int) -> Int { start &+ (at &+ codeLength & afterCode) }
  }

  /// Where a time stands, and how it is written.
  fileprivate struct TimeSpot {
    /// Of its date, which may stand in a column of its own.
    var date = Spot()
    /// Of a clock time that does not follow its date.
    var clock = Spot()
    var isJoined = false
    /// `2026-01-05`, else `05.01.2026`.
    var isDayLast = false

    /// The eight bytes that spell the month, and the day and the clock time as in `05T07:30`.
    @inline(__always)
    func words(_ bytes: Span<UInt8>, _ start: Int, _ codeLength: Int) -> (UInt64, UInt64) {
      var (month, rest) = ByteWords.pair(bytes, date.place(start, codeLength))
      if !isDayLast {
        (month, rest) = (month >> 16 | rest << 48, rest & ~0xFFFF | month & 0xFFFF)
      }
      if !isJoined {
        rest = rest & 0xFFFF | ByteWords.load(bytes, clock.place(start, codeLength)) << 24
      }
      return (month, rest)
    }
  }

  /// Sixteen bytes: those that rows alike hold in common, and zeros for all others, in the mask too.
  fileprivate struct Word {
    var text: SIMD16<UInt8>
    var mask = SIMD16<UInt8>(repeating: 255)

    @inline(__always)
    func difference(_ bytes: Span<UInt8>, _ at: Int) -> SIMD16<UInt8> {
      (ByteWords.wide(bytes, at) & mask) ^ text
    }
  }

  private(set) var isValid = false
  /// What rows alike hold in common: before the code, then after the byte that ends it.
  fileprivate var words: [Word] = []
  fileprivate var wordsBefore = 0
  /// Bytes before the code; all of the row where it has none.
  fileprivate var head = 0
  /// Bytes of the row but for its code.
  fileprivate var length = 0
  /// Bytes from the row's first that reading it may look at.
  fileprivate var reach = 0
  fileprivate var hasCode = false
  /// The byte that ends the code, eight times.
  fileprivate var codeEnds: UInt64 = 0

  fileprivate var start = TimeSpot()
  /// Of an end that is a clock time alone, with the date of the start.
  fileprivate var end = TimeSpot()
  fileprivate var endHasDate = false
  fileprivate var startField = Spot()
  /// From the start field to the end field, and how many codes more.
  fileprivate var endDelta = (bytes: 0, codes: 0)
  fileprivate var dateField = Spot()
  fileprivate var dateLength = 0

  fileprivate var code: UInt16 = 0
  fileprivate var kind = ShiftKind.work
}

extension AlikeRows {
  /// Where a row was cut, and which of its columns hold more than text; -1 for none.
  struct Cut {
    var row: PlainRows.Row
    var marks: InlineArray<32, Int>
    var columns: (date: Int, start: Int, end: Int, code: Int)

    fileprivate func length(_ column: Int) -> Int { marks[column + 1] - marks[column] - 1 }
  }

  /// Takes a row just cut as the model of the next ones, where they can be read by one.
  mutating func set(_ bytes: Span<UInt8>, _ cut: Cut) {
    isValid = false
    let row = cut.row
    let code = cut.columns.code
    let (startLength, endLength) = (cut.length(cut.columns.start), cut.length(cut.columns.end))
    let hasDate = cut.columns.date >= 0
    endHasDate = endLength == 16
    guard startLength == (hasDate ? 5 : 16), endHasDate || endLength == 5,
      !hasDate || row.dateLength == 10, layOut(bytes, cut)
    else { return }
    let codeAt = code >= 0 ? cut.marks[code] + 1 : row.next
    let codeLength = code >= 0 ? cut.length(code) : 0
    func spot(_ at: Int) -> Spot {
      at < codeAt
        ? Spot(at: at - cut.marks[0] - 1)
        : Spot(at: at - cut.marks[0] - 1 - codeLength, afterCode: -1)
    }
    startField = spot(row.startAt)
    let endField = spot(row.endAt)
    endDelta = (endField.at - startField.at, startField.afterCode - endField.afterCode)
    dateField = spot(row.dateAt)
    dateLength = row.dateLength
    freeDate(spot(row.dateAt))
    if endHasDate { freeDate(endField) }
    let startClock = spot(row.startAt + startLength - 5)
    let endClock = spot(row.endAt + endLength - 5)
    freeClock(startClock)
    freeClock(endClock)
    start = TimeSpot(
      date: dateField, clock: startClock, isJoined: !hasDate,
      isDayLast: bytes[row.dateAt + 4] == 45)
    end = TimeSpot(
      date: endHasDate ? endField : dateField, clock: endClock, isJoined: endHasDate,
      isDayLast: bytes[(endHasDate ? row.endAt : row.dateAt) + 4] == 45)
    for word in words.indices { words[word].text &= words[word].mask }
    (self.code, kind) = (row.code, row.kind)
    isValid = true
  }

  /// Takes over all the bytes of a row but those of its code.
  ///
  /// - Returns: false when there are too many.
  private mutating func layOut(_ bytes: Span<UInt8>, _ cut: Cut) -> Bool {
    let (first, code) = (cut.marks[0] + 1, cut.columns.code)
    hasCode = code >= 0
    let codeAt = hasCode ? cut.marks[code] + 1 : cut.row.next
    let codeLength = hasCode ? cut.length(code) : 0
    head = codeAt - first
    length = cut.row.next - first - codeLength
    let tail = hasCode ? length - head - 1 : 0
    wordsBefore = (head + 15) / 16
    let count = wordsBefore + (tail + 15) / 16
    // The words, with the longest code between them, and sixteen bytes from each time on.
    reach = max(wordsBefore * 16, head + 8 + (count - wordsBefore) * 16, length + 24)
    guard codeLength < 8, count <= 32, first + reach <= bytes.count else { return false }
    if hasCode { codeEnds = ByteWords.all(bytes[codeAt + codeLength]) }
    words.removeAll(keepingCapacity: true)
    for word in 0..<count {
      let isTail = word >= wordsBefore
      let at = isTail ? (word - wordsBefore) * 16 : word * 16
      let left = (isTail ? tail : head) - at
      var common = Word(
        text: ByteWords.wide(bytes, (isTail ? codeAt + codeLength + 1 : first) + at))
      if left < 16 {
        for lane in left..<16 { common.mask[lane] = 0 }
      }
      words.append(common)
    }
    return true
  }

  private mutating func freeDate(_ spot: Spot) {
    for place in 0..<10 { free(spot, place) }
  }

  private mutating func freeClock(_ spot: Spot) {
    for place in 0..<5 where place != 2 { free(spot, place) }
  }

  /// Lets a byte differ from row to row.
  private mutating func free(_ spot: Spot, _ place: Int) {
    // The byte that ends the code is in neither part.
    let at = spot.at + place - (spot.afterCode == 0 ? 0 : head + 1)
    words[(spot.afterCode == 0 ? 0 : wordsBefore) + at / 16].mask[at % 16] = 0
  }
}

/// What is known while rows are read one after another.
struct AlikeReading {
  /// Where the next row begins.
  var at: Int
  /// Where the first of the bytes stands in all input.
  let base: UInt32
  /// What times count from, in seconds since 1970.
  let origin: Int64
}

extension PlainRows {
  /// Reads rows by the model, as many as are like it and as there is room for.
  ///
  /// - Parameter before: When the last shift, of the same person, started.
  /// - Returns: whether each shift starts after the one before.
  mutating func readAlike(
    _ bytes: Span<UInt8>, _ reading: inout AlikeReading, after before: Int32,
    _ dates: inout DateRuns, into shifts: inout OutputSpan<Shift>
  ) -> Bool {
    guard model.isValid else { return true }
    // Fields of the model are read once.
    let (head, length, wordsBefore) = (model.head, model.length, model.wordsBefore)
    let (startSpot, endSpot, endDelta) = (model.start, model.end, model.endDelta)
    let startField = model.startField
    let (hasCode, codeEnds, endHasDate) = (model.hasCode, model.codeEnds, model.endHasDate)
    let lastAt = bytes.count - model.reach
    let (common, entries) = (model.words, codes.entries)
    let (words, codes) = (common.span, entries.span)
    var (at, before, isInOrder) = (reading.at, before, true)
    var month = MonthCache.Month()
    var known = settled.stretch(around: reading.origin)
    var (low, high) = dates.met
    var counted = shifts.count
    while at <= lastAt, shifts.freeCapacity > 0 {
      var difference = SIMD16<UInt8>.zero
      for word in 0..<wordsBefore {
        difference |= words[word].difference(bytes, at &+ word &* 16)
      }
      var codeLength = 0
      var (code, kind) = (model.code, model.kind)
      if hasCode {
        let text = ByteWords.load(bytes, at + head)
        let end = ByteWords.firstZero(text ^ codeEnds)
        // What stands before the byte that ends it.
        let word = text & ((end & (0 &- end)) >> 7 &- 1)
        let entry = codes[CodeCache.slot(word)]
        guard end != 0, entry.word == word else { break }
        (code, kind) = (entry.index, entry.kind)
        codeLength = end.trailingZeroBitCount >> 3
        for word in wordsBefore..<words.count {
          difference |= words[word].difference(
            bytes, at + head + codeLength + 1 + (word - wordsBefore) * 16)
        }
      }
      guard ByteWords.isZero(difference) else { break }

      let (spelling, startWord) = startSpot.words(bytes, at, codeLength)
      let (endSpelling, endWord) = endSpot.words(bytes, at, codeLength)
      if spelling != month.spelling {
        guard let found = months.month(spelling) else { break }
        month = found
      }
      let (start, end) = (ByteWords.dayTime(startWord), ByteWords.dayTime(endWord))
      guard start.faults | end.faults == 0, month.has(start.day) else { break }
      let day = month.before &+ Int64(truncatingIfNeeded: start.day)
      // Days of a calendar, and less than a day: far from the greatest number.
      let from = day &* 86_400 &+ start.second
      var to = day &* 86_400 &+ end.second
      if endHasDate {
        var endMonth = month
        if endSpelling != month.spelling {
          guard let found = months.month(endSpelling) else { break }
          endMonth = found
        }
        guard endMonth.has(end.day) else { break }
        to = (endMonth.before &+ Int64(truncatingIfNeeded: end.day)) &* 86_400 &+ end.second
      } else if to < from {
        to += 86_400
        guard to - from < ShiftListReader.longRolled else { break }
      }
      guard to > from, to &- from <= ShiftListReader.longestShift else { break }

      var (begin, finish) = (from &- known.shift, to &- known.shift)
      if from < known.from || to >= known.to {
        guard let started = settled.instant(from), let ended = settled.instant(to) else { break }
        known = settled.stretch(around: reading.origin)
        (begin, finish) = (started - reading.origin, ended - reading.origin)
        let (reach, span) = (ShiftListReader.reach, finish - begin)
        guard begin > -reach, begin < reach, finish > -reach, finish < reach,
          // The clock may have been changed in between.
          span > 0, span <= ShiftListReader.longestShift,
          endHasDate || end.second > start.second || span < ShiftListReader.longRolled
        else { break }
      }
      let date = Int32(truncatingIfNeeded: day)
      let startAt = startField.place(at, codeLength)
      if date < low || date > high {
        dates.count(shifts.count - counted)
        counted = shifts.count + 1
        let dateAt = model.dateField.place(at, codeLength)
        dates.add(date, SourcePosition(reading.base) + dateAt, model.dateLength)
        (low, high) = dates.met
      }
      let seconds = Int32(truncatingIfNeeded: begin)
      if seconds <= before { isInOrder = false }
      before = seconds
      shifts.append(
        Shift(
          start: seconds, end: Int32(truncatingIfNeeded: finish), person: person, code: code,
          unit: unitIndex, kind: kind,
          startField: SourcePosition(reading.base &+ UInt32(truncatingIfNeeded: startAt)),
          endFieldDelta: Int16(truncatingIfNeeded: endDelta.bytes &+ endDelta.codes &* codeLength)))
      at = at &+ length &+ codeLength
    }
    dates.count(shifts.count - counted)
    reading.at = at
    return isInOrder
  }
}

/// Wall-clock times that surely have one offset from UTC, of three stretches: a year has no more.
struct SettledTimes {
  private struct Stretch {
    var from = Int64.max
    var to = Int64.min
    /// Seconds east of UTC.
    var offset: Int64 = 0

    @inline(__always)
    func has(_ local: Int64) -> Bool { local >= from && local < to }
  }

  private var last = Stretch()
  private var others = (Stretch(), Stretch())

  /// The instant of a wall-clock time, in seconds since 1970; nil where the zone must be asked.
  mutating func instant(_ local: Int64) -> Int64? {
    if !last.has(local) {
      if others.0.has(local) {
        swap(&last, &others.0)
      } else if others.1.has(local) {
        (last, others) = (others.1, (last, others.0))
      } else {
        return nil
      }
    }
    return local - last.offset
  }

  /// - Returns: seconds since 1970, nil in a gap or a fold.
  mutating func resolve(_ local: Int64, _ cursor: inout ZoneCursor) -> Int64? {
    if let known = instant(local) { return known }
    guard case .unique(let instant) = cursor.resolve(local: local) else { return nil }
    let (range, offset) = cursor.settled
    if range.contains(local) {
      others = (last, others.0)
      last = Stretch(from: range.lowerBound, to: range.upperBound, offset: offset)
    }
    return instant.seconds
  }

  /// The stretch of the time asked for last, as far as its times are in reach of an origin, and what to
  /// take from them to count from there.
  func stretch(around origin: Int64) -> (from: Int64, to: Int64, shift: Int64) {
    let (shift, reach) = (last.offset + origin, ShiftListReader.reach)
    return (max(last.from, shift - reach + 1), min(last.to, shift + reach), shift)
  }
}

/// Codes of up to seven bytes met lately.
struct CodeCache {
  struct Entry {
    /// The bytes of the code, the first the lowest; no code has eight of 255.
    var word = UInt64.max
    var index: UInt16 = 0
    var kind = ShiftKind.work
  }

  private(set) var entries = [Entry](repeating: Entry(), count: 64)

  @inline(__always)
  static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  subscript(_ word: UInt64) -> (index: UInt16, kind: ShiftKind)? {
    let slot = Self.slot(word)
    return entries[slot].word == word ? (entries[slot].index, entries[slot].kind) : nil
  }

  mutating func set(_ word: UInt64, _ index: UInt16, _ kind: ShiftKind) {
    entries[Self.slot(word)] = Entry(word: word, index: index, kind: kind)
  }
}

/// The months of the dates read lately, as they are written: `2026-01-` or `.01.2026`.
struct MonthCache {
  struct Month {
    /// No text is eight bytes of zero.
    var spelling: UInt64 = 0
    /// Days since 1970 of the day before the first.
    var before: Int64 = 0
    /// Days in the month.
    var length: UInt64 = 0

    @inline(__always)
    func has(_ day: UInt64) -> Bool { day &- 1 < length }
  }

  private var months = [Month](repeating: Month(), count: 64)

  @inline(__always)
  private static func slot(_ spelling: UInt64) -> Int {
    Int(truncatingIfNeeded: (spelling &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// The month that is spelled with these eight bytes, nil when it was not met lately.
  @inline(__always)
  func month(_ spelling: UInt64) -> Month? {
    let month = months[Self.slot(spelling)]
    return month.spelling == spelling ? month : nil
  }

  /// - Returns: nil when the date is not spelled in a usual way.
  mutating func days(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ fast: inout FastTime
  ) -> Int32? {
    guard range.count == 10 else { return nil }
    let at = range.lowerBound
    let isDayLast = bytes[at + 4] == 45
    let dayAt = isDayLast ? at + 8 : at
    let (tens, ones) = (UInt64(bytes[dayAt] &- 48), UInt64(bytes[dayAt + 1] &- 48))
    let spelling = ByteWords.load(bytes, isDayLast ? at : at + 2)
    if tens < 10, ones < 10, let month = month(spelling), month.has(tens * 10 + ones) {
      return Int32(truncatingIfNeeded: month.before) + Int32(tens * 10 + ones)
    }
    guard let days = fast.date(bytes, range) else { return nil }
    months[Self.slot(spelling)] = Month(
      spelling: spelling, before: Int64(days) - Int64(tens * 10 + ones),
      length: UInt64(fast.lengthOfMonth))
    return days
  }
}
