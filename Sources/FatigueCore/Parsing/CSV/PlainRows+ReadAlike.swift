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
  /// What a row is to the model.
  enum Likeness {
    case none
    /// It may be read by the model: as it was set, or with another person, of those met before.
    case alike
    /// It is somebody's who was not met before.
    case stranger
  }

  /// Looks at the row that begins here as far as its code, and finds its person.
  mutating func compare(
    _ bytes: Span<UInt8>, _ at: Int, _ people: inout ByteInterner, _ known: [UInt32]
  ) -> Likeness {
    guard model.isValid, model.reach <= bytes.count - at else { return .none }
    var (anywhere, elsewhere) = (SIMD16<UInt8>.zero, SIMD16<UInt8>.zero)
    for word in 0..<model.wordsBefore {
      let excess = model.words[word].excess(bytes, at &+ word &* 16)
      anywhere |= excess
      elsewhere |= excess & ~model.words[word].person
    }
    guard ByteWords.isZero(elsewhere) else { return .none }
    let isSame = ByteWords.isZero(anywhere)
    guard let a = field(bytes, at, model.who.0, isSame),
      let b = field(bytes, at, model.who.1, isSame),
      let c = field(bytes, at, model.who.2, isSame)
    else { return .none }
    if !isSame {
      guard let key = people.find(bytes, a, b, c), key < known.count else { return .stranger }
      model.take(known[key], bytes, at)
    }
    setPerson(model.person, (a, b, c))
    return .alike
  }

  /// A field of the person in the row that begins here, nil where it is not plain.
  @inline(__always)
  private func field(
    _ bytes: Span<UInt8>, _ start: Int, _ place: Range<Int>, _ isKnown: Bool
  ) -> Range<Int>? {
    if place.isEmpty { return 0..<0 }
    let range = start + place.lowerBound..<start + place.upperBound
    if isKnown { return range }
    for at in range {
      let byte = bytes[at]
      // Angles may mark two versions of a file: they are left to be looked for.
      if byte < 32 || byte == ByteText.quote || byte == delimiter || byte & ~2 == 60 { return nil }
    }
    return Self.needsTrimming(bytes, range) ? nil : range
  }

  /// Reads rows by the model, as many as are like it and as there is room for.
  ///
  /// - Parameter before: When the last shift, of the same person, started.
  /// - Returns: whether each shift starts after the one before.
  @inline(never)  // What is left out for usual rows would else be asked of each.
  mutating func readAlike(
    _ bytes: Span<UInt8>, _ reading: inout AlikeReading, after before: Int32,
    _ dates: inout DateRuns, into shifts: inout OutputSpan<Shift>
  ) -> Bool {
    guard model.isValid else { return true }
    return model.isUsual
      ? readAlike(bytes, &reading, after: before, &dates, into: &shifts, isUsual: true)
      : readAlike(bytes, &reading, after: before, &dates, into: &shifts, isUsual: false)
  }

  /// - Parameter isUsual: A constant, so that what is not asked of usual rows is left out for them.
  @inline(__always)
  private mutating func readAlike(
    _ bytes: Span<UInt8>, _ reading: inout AlikeReading, after before: Int32,
    _ dates: inout DateRuns, into shifts: inout OutputSpan<Shift>, isUsual: Bool
  ) -> Bool {
    // Fields of the model are read once, and of usual rows they lie where no load has to ask.
    let reach = isUsual ? AlikeRows.usualReach : model.reach
    let usualLoad = AlikeRows.usualHead - 16
    let head = isUsual ? min(max(model.head, 0), AlikeRows.usualHead) : model.head
    let (startSpot, endSpot) = (model.start, model.end)
    let startAt = min(max(startSpot.date.at, 0), usualLoad)
    let endAt = min(max(endSpot.date.at, 0), usualLoad)
    let (hasCode, endHasDate) = isUsual ? (true, true) : (model.hasCode, model.endHasDate)
    let (wordsBefore, length) = (model.wordsBefore, model.length)
    let (codeEnds, startField, endDelta) = (model.codeEnds, model.startField, model.endDelta)
    let (modelCode, modelKind) = (model.code, model.kind)
    let (person, unit) = (model.person, model.unit)
    let (rowWords, entries) = (model.words, codes.entries)
    let (words, codes) = (rowWords.span, entries.span)
    let none = AlikeRows.Word()
    let first = isUsual ? (words[0], words[1], words[2]) : (none, none, none)
    let counted = isUsual ? 3 : 0
    let (base, lastAt) = (reading.base, bytes.count - reach)
    var (at, before, isInOrder) = (reading.at, before, true)
    var known = lately
    known.narrow(to: dates.met)
    var uncounted = shifts.count
    while at <= lastAt, shifts.freeCapacity > 0 {
      let row = bytes.extracting(at..<at &+ reach)
      var excess = SIMD16<UInt8>.zero
      if isUsual {
        excess = first.0.excess(row, 0) | first.1.excess(row, 16) | first.2.excess(row, 32)
      }
      var word = counted
      while word < wordsBefore {
        excess |= words[word].excess(row, word &* 16)
        word &+= 1
      }
      var (code, kind, codeLength) = (modelCode, modelKind, 0)
      if hasCode {
        let text = ByteWords.load(row, head)
        let end = ByteWords.firstZero(text ^ codeEnds)
        // What stands before the byte that ends it.
        let letters = text & ((end ^ (end &- 1)) >> 8)
        let entry = codes[CodeCache.slot(letters)]
        codeLength = end.trailingZeroBitCount >> 3
        guard end != 0, entry.word == letters, entry.length == codeLength else { break }
        (code, kind) = (entry.index, entry.kind)
        var tail = head &+ codeLength &+ 1
        while word < words.count {
          excess |= words[word].excess(row, tail)
          word &+= 1
          tail &+= 16
        }
      }
      guard ByteWords.isZero(excess) else { break }

      let start: (UInt64, UInt64)
      let end: (UInt64, UInt64)
      if isUsual {
        (start, end) = (ByteWords.pair(row, startAt), ByteWords.pair(row, endAt))
      } else {
        (start, end) = (startSpot.words(row, 0, codeLength), endSpot.words(row, 0, codeLength))
      }
      let (from, to) = (ByteWords.dayTime(start.1), ByteWords.dayTime(end.1))
      guard from.isHour(and: to) else { break }
      var begin = known.base &+ from.second
      var finish = known.base &+ to.second
      if !endHasDate, finish < begin { finish = finish &+ 86_400 }
      // Lengths and times that are asked about are left to the closer look.
      let most = endHasDate ? ShiftListReader.longestShift : ShiftListReader.longRolled - 1
      if start.0 != known.spelling || end.0 != known.spelling || !known.has(from)
        || !known.has(to) || begin < known.low || finish >= known.high
        || UInt64(bitPattern: finish &- begin &- 1) >= UInt64(bitPattern: most)
      {
        dates.count(shifts.count - uncounted)
        uncounted = shifts.count
        guard
          let times = look(
            Spelling(start: start, end: end, endHasDate: endHasDate), reading.origin, &known)
        else { break }
        (begin, finish) = (times.begin, times.end)
        let met = dates.met
        if times.date < met.low || times.date > met.high {
          uncounted += 1
          let dateAt = model.dateField.place(at, codeLength)
          dates.add(times.date, SourcePosition(base) + dateAt, model.dateLength)
        }
        known.narrow(to: dates.met)
      }
      let seconds = Int32(truncatingIfNeeded: begin)
      if seconds <= before { isInOrder = false }
      before = seconds
      let field = isUsual ? at &+ startField.at : startField.place(at, codeLength)
      let delta = isUsual ? endDelta.bytes : endDelta.bytes &+ endDelta.codes &* codeLength
      shifts.append(
        Shift(
          start: seconds, end: Int32(truncatingIfNeeded: finish), person: person, code: code,
          unit: unit, kind: kind,
          startField: SourcePosition(base &+ UInt32(truncatingIfNeeded: field)),
          endFieldDelta: Int16(truncatingIfNeeded: delta)))
      at = at &+ length &+ codeLength
    }
    dates.count(shifts.count - uncounted)
    (reading.at, lately) = (at, known)
    return isInOrder
  }
}

extension PlainRows {
  /// How a row spells its times.
  private struct Spelling {
    /// Of the month, then of the day and the clock time.
    var start: (UInt64, UInt64)
    var end: (UInt64, UInt64)
    var endHasDate: Bool
  }

  /// Reads times that are not surely as all others of a month.
  ///
  /// - Returns: The date, and seconds from the origin; nil when the row must be looked at more closely.
  @inline(never)
  private mutating func look(
    _ row: Spelling, _ origin: Int64, _ known: inout KnownMonth
  ) -> (date: Int32, begin: Int64, end: Int64)? {
    let (start, end) = (ByteWords.dayTime(row.start.1), ByteWords.dayTime(row.end.1))
    guard let month = months.month(row.start.0), month.has(start.day) else { return nil }
    // Days of a calendar, and less than a day: far from the greatest number.
    let from = month.before &* 86_400 &+ start.second
    var to = month.before &* 86_400 &+ end.second
    if row.endHasDate {
      guard let endMonth = months.month(row.end.0), endMonth.has(end.day) else { return nil }
      to = endMonth.before &* 86_400 &+ end.second
    } else if to < from {
      to += 86_400
      guard to - from < ShiftListReader.longRolled else { return nil }
    }
    guard to > from, to &- from <= ShiftListReader.longestShift else { return nil }

    var stretch = settled.stretch(around: origin)
    var (begin, finish) = (from &- stretch.shift, to &- stretch.shift)
    if from < stretch.from || to >= stretch.to {
      guard let started = settled.instant(from), let ended = settled.instant(to) else { return nil }
      stretch = settled.stretch(around: origin)
      (begin, finish) = (started - origin, ended - origin)
      let (reach, span) = (ShiftListReader.reach, finish - begin)
      guard begin > -reach, begin < reach, finish > -reach, finish < reach,
        // The clock may have been changed in between.
        span > 0, span <= ShiftListReader.longestShift,
        row.endHasDate || end.minutes % 1440 > start.minutes % 1440
          || span < ShiftListReader.longRolled
      else { return nil }
    }
    known = KnownMonth(month, spelling: row.start.0, stretch)
    return (Int32(truncatingIfNeeded: month.before &+ Int64(start.day)), begin, finish)
  }
}

/// The month of the rows at hand, and for which times in it only the day and the clock time need be read.
struct KnownMonth {
  /// No text is eight bytes of zero.
  private(set) var spelling: UInt64 = 0
  /// Seconds from the origin of the midnight that a day 0 would begin with.
  private(set) var base: Int64 = 0
  /// Minutes in the month.
  private var length: UInt64 = 0
  /// Wall-clock times between which clocks are not changed, and what to take from them to count from the
  /// origin.
  private var stretch: (from: Int64, to: Int64, shift: Int64) = (0, 0, 0)
  /// Seconds from the origin between which all dates were met too.
  private(set) var low = Int64.max
  private(set) var high = Int64.min

  init() {}

  init(
    _ month: MonthCache.Month, spelling: UInt64, _ stretch: (from: Int64, to: Int64, shift: Int64)
  ) {
    self.spelling = spelling
    (base, length) = (month.before &* 86_400 &- stretch.shift, month.length * 1440)
    self.stretch = stretch
  }

  /// Leaves out times of dates that were not met.
  mutating func narrow(to met: (low: Int32, high: Int32)) {
    low = max(stretch.from, Int64(met.low) * 86_400) - stretch.shift
    high = min(stretch.to, (Int64(met.high) + 1) * 86_400) - stretch.shift
  }

  @inline(__always)
  func has(_ time: ByteWords.DayTime) -> Bool { time.minutes &- 1440 < length }
}
