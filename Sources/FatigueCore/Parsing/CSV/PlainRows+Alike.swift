/// A row as it was cut, to read the next ones by: they hold the same but for the digits of their times, a
/// code of up to seven bytes, and another person in as many bytes.
struct AlikeRows {
  /// Where digits stand, counted from the row's first byte as if its code were empty.
  struct Spot {
    var at = 0
    /// All bits where it stands after the code, else none.
    var afterCode = 0

    /// Sums of lengths within a text do not overflow.
    @inline(__always)
    func place(_ start: Int, _ codeLength: Int) -> Int { start &+ (at &+ codeLength & afterCode) }
  }

  /// Where a time stands, and how it is written.
  struct TimeSpot {
    /// Of its date, which may stand in a column of its own.
    var date = Spot()
    /// Of a clock time that does not follow its date.
    var clock = Spot()
    var isJoined = false
    /// `2026-01-05`, else `05.01.2026`.
    var isDayLast = false

    /// `2026-01-05T07:30`, before the code.
    var isUsual: Bool { isJoined && isDayLast && date.afterCode == 0 }

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

  /// Sixteen bytes as rows alike may have them: each at least so high, and at most so much higher.
  struct Word {
    var least = SIMD16<UInt8>.zero
    /// 0 for what rows have in common, 9 for a digit, 255 for any byte.
    var more = SIMD16<UInt8>(repeating: 255)
    /// 255 where the person stands, else 0.
    var person = SIMD16<UInt8>.zero

    /// Zero for each byte that is as it may be.
    @inline(__always)
    func excess(_ bytes: Span<UInt8>, _ at: Int) -> SIMD16<UInt8> {
      let above = ByteWords.wide(bytes, at) &- least
      return SIMD16<UInt8>.zero.replacing(with: above &- more, where: above .> more)
    }
  }

  private(set) var isValid = false
  /// How rows alike are written: before the code, then after the byte that ends it.
  var words: [Word] = []
  var wordsBefore = 0
  /// Bytes before the code; all of the row where it has none.
  var head = 0
  /// Bytes of the row but for its code.
  var length = 0
  /// Bytes from the row's first that reading it may look at.
  var reach = 0
  var hasCode = false
  /// The byte that ends the code, eight times.
  var codeEnds: UInt64 = 0

  var start = TimeSpot()
  /// Of an end that is a clock time alone, with the date of the start.
  var end = TimeSpot()
  var endHasDate = false
  var startField = Spot()
  /// From the start field to the end field, and how many codes more.
  var endDelta = (bytes: 0, codes: 0)
  var dateField = Spot()
  var dateLength = 0

  /// Where the person stands, counted from the row's first byte; nowhere unless before the code.
  var who = (0..<0, 0..<0, 0..<0)
  var person: UInt32 = 0
  var unit: UInt16 = 0
  var code: UInt16 = 0
  var kind = ShiftKind.work
  /// Whether rows are written as most are: `2026-01-05T07:30` twice before a code, and not long.
  var isUsual = false

  private static let zero = UInt8(ascii: "0")
  private static var lanes: SIMD16<UInt8> {
    SIMD16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  }

  /// Bytes from a usual row's first that reading it may look at, and those before its code at most.
  static let usualReach = 128
  static let usualHead = 64
}

extension AlikeRows {
  /// Where a row was cut, and which of its columns hold more than text; -1 for none.
  struct Cut {
    var row: PlainRows.Row
    var marks: InlineArray<32, Int>
    var columns: (date: Int, start: Int, end: Int, code: Int)
    var who: (Int, Int, Int)
    var person: UInt32
    var unit: UInt16

    func length(_ column: Int) -> Int { marks[column + 1] - marks[column] - 1 }
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
    let isDayLast = bytes[row.dateAt + 4] == 45
    let endIsDayLast = endHasDate ? bytes[row.endAt + 4] == 45 : isDayLast
    freeDate(dateField, isDayLast: isDayLast)
    if endHasDate { freeDate(endField, isDayLast: endIsDayLast) }
    let startClock = spot(row.startAt + startLength - 5)
    let endClock = spot(row.endAt + endLength - 5)
    freeClock(startClock)
    freeClock(endClock)
    start = TimeSpot(
      date: dateField, clock: startClock, isJoined: !hasDate, isDayLast: isDayLast)
    end = TimeSpot(
      date: endHasDate ? endField : dateField, clock: endClock, isJoined: endHasDate,
      isDayLast: endIsDayLast)
    (self.code, kind) = (row.code, row.kind)
    (person, unit) = (cut.person, cut.unit)
    freePerson(cut)
    isUsual =
      hasCode && wordsBefore > 2 && start.isUsual && end.isUsual && endHasDate
      && reach <= Self.usualReach && head <= Self.usualHead
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
      let text = ByteWords.wide(bytes, (isTail ? codeAt + codeLength + 1 : first) + at)
      let isIn = Self.lanes .< SIMD16(repeating: UInt8(min(left, 16)))
      words.append(
        Word(
          least: SIMD16.zero.replacing(with: text, where: isIn),
          more: SIMD16(repeating: 255).replacing(with: 0, where: isIn)))
    }
    return true
  }

  /// The month is compared as it is spelled, the day is two digits.
  private mutating func freeDate(_ spot: Spot, isDayLast: Bool) {
    for place in 0..<10 { free(spot, place, 0, 255) }
    free(spot, isDayLast ? 8 : 0, Self.zero, 3)
    free(spot, isDayLast ? 9 : 1, Self.zero, 9)
  }

  private mutating func freeClock(_ spot: Spot) {
    free(spot, 0, Self.zero, 2)
    free(spot, 1, Self.zero, 9)
    free(spot, 3, Self.zero, 5)
    free(spot, 4, Self.zero, 9)
  }

  /// Lets the person differ, where all fields that tell it stand before the code.
  private mutating func freePerson(_ cut: Cut) {
    let first = cut.marks[0] + 1
    func place(_ column: Int) -> Range<Int> {
      column < 0 ? 0..<0 : cut.marks[column] + 1 - first..<cut.marks[column + 1] - first
    }
    who = (place(cut.who.0), place(cut.who.1), place(cut.who.2))
    guard max(who.0.upperBound, who.1.upperBound, who.2.upperBound) <= head else {
      who = (0..<0, 0..<0, 0..<0)
      return
    }
    for range in [who.0, who.1, who.2] {
      for at in range { words[at / 16].person[at % 16] = 255 }
    }
  }

  /// Takes the person of the row that begins here, which is like the model else.
  mutating func take(_ person: UInt32, _ bytes: Span<UInt8>, _ start: Int) {
    self.person = person
    for word in 0..<wordsBefore {
      let other = words[word].person
      words[word].least =
        words[word].least & ~other | ByteWords.wide(bytes, start + word * 16) & other
    }
  }

  /// Lets a byte differ from row to row.
  private mutating func free(_ spot: Spot, _ place: Int, _ least: UInt8, _ more: UInt8) {
    // The byte that ends the code is in neither part.
    let at = spot.at + place - (spot.afterCode == 0 ? 0 : head + 1)
    let word = (spot.afterCode == 0 ? 0 : wordsBefore) + at / 16
    words[word].least[at % 16] = least
    words[word].more[at % 16] = more
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

    /// Bytes of the code, which has no NUL: one that ends with some is another, and to be told of.
    var length: Int { (71 - word.leadingZeroBitCount) >> 3 }
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
