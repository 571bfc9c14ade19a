extension PersonTimeline {
  /// Lays out one person's slice of a roster.
  ///
  /// The rows are passed once and the blocks they make once: what rules ask for is found on the way.
  public mutating func fill(_ roster: Roster, person: Int, clock: inout ZoneCursor) {
    empty()
    let rows = addRows(of: roster.slices[person], roster, &clock)
    if pieces.count > blocks.count || hasShortBreaks {
      addDividedNights(roster.origin.seconds, &clock)
    }
    noteWork()
    findNightRuns()
    layOut()
    if rows.hasOvertime, rows.hasOvertimeMinutes || !pauses.isEmpty { findOvertimeBreaks(roster) }
    if !pauses.isEmpty { addBreaks() }
    if rows.hasOvertime { addOvertime(roster) }
    findQuickRests()
    findLongDays()
    sumWeeks(roster, person: person, others: rows.hasOthers, clock: &clock)
  }

  private mutating func empty() {
    pieces.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    periods.removeAll(keepingCapacity: true)
    nights.removeAll(keepingCapacity: true)
    nightRuns.removeAll(keepingCapacity: true)
    overlaps.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    (backwardSteps, longestRun.periods, hasTangledDates) = (0, 0..<0, false)
    dateRuns.removeAll(keepingCapacity: true)
    stretchesOfOneType.removeAll(keepingCapacity: true)
    quickRests.removeAll(keepingCapacity: true)
    weekHours.removeAll(keepingCapacity: true)
    pauses.removeAll(keepingCapacity: true)
    overtimePauses.removeAll(keepingCapacity: true)
    overtimeMinutes.removeAll(keepingCapacity: true)
    (firstWeek, mostInWeek, overtimeSeconds, hasAbsence) = (0, 0, 0, false)
    (mostInFourWeeks, allInWeeks) = (0, 0)
    (legalNight, longestBlock, flags) = (0, 0, [])
    (hasShortBreaks, hasLongGap) = (false, false)
    (allInBlocks, shortGaps, shortestGap, longestStartRun) = (0, 0, .max, 0)
  }

  /// What is known while rows are added.
  private struct Rows {
    let origin: Int64
    /// How many rows are work so far, and from which on they are to be noted, together.
    var pieces: Int32 = 0
    var noted: Int
    /// Where the last block ends; before all rows when there is none.
    var reached = Int32.min
    /// Ordinary rows lie between these moments, over which the clock is not changed.
    private(set) var (opens, closes) = (Int32.max, Int32.min)
    /// A local midnight before them, as a moment and a date, and how far east of UTC the clock is.
    private(set) var (midnight, date, offset) = (Int32(0), Int32(0), Int32(0))
    var (hasOvertime, hasOvertimeMinutes, hasOthers) = (false, false, false)

    init(_ slice: Range<Int>, _ origin: Int64) { (self.origin, noted) = (origin, slice.lowerBound) }

    /// Takes the stretch of time over which the clock is not changed from a moment in it.
    mutating func follow(_ clock: ZoneCursor) {
      let days = 86_400
      (opens, closes) = clock.stretch(since: origin)
      opens = max(opens, .min + 2 * Int32(days))
      offset = clock.lastOffset
      let local = origin + Int64(opens) + Int64(offset)
      let day = local.flooredQuotient(PersonTimeline.day)
      midnight = opens - Int32(local - day * PersonTimeline.day)
      date = Int32(clamping: day)
      // A date so far off leaves no room for those after it.
      if day.magnitude > 1 << 30 { (opens, closes) = (.max, .min) }
    }
  }

  /// Joins the rows of work to blocks, and finds the nights among them.
  ///
  /// - Returns: Whether some work is overtime, whether that has minutes of break, and whether there is
  ///   on-call or absence.
  @inline(never)
  private mutating func addRows(
    of slice: Range<Int>, _ roster: Roster, _ clock: inout ZoneCursor
  ) -> (hasOvertime: Bool, hasOvertimeMinutes: Bool, hasOthers: Bool) {
    // Where nothing is added the library writes the count of an empty array, which all threads share.
    guard !slice.isEmpty else { return (false, false, false) }
    let shifts = roster.shifts.span
    var rows = Rows(slice, roster.origin.seconds)
    var blocks: [Block] = []
    swap(&blocks, &self.blocks)
    blocks.append(addingCapacity: slice.count) { blocks in
      var index = slice.lowerBound
      while index < slice.upperBound {
        index = addOrdinaryRows(shifts, index..<slice.upperBound, &rows, &blocks)
        guard index < slice.upperBound else { break }
        addRow(shifts[index], index, &rows, &blocks, &clock)
        index += 1
      }
    }
    swap(&blocks, &self.blocks)
    addPieces(rows.noted..<slice.upperBound)
    return (rows.hasOvertime, rows.hasOvertimeMinutes, rows.hasOthers)
  }

  /// Adds rows as most are: planned work with an hour or more before it, which begins between 06 and midnight
  /// and ends before the next night, and over which the clock is not changed.
  ///
  /// - Returns: The first row that is not so; the end of the rows when all are.
  @inline(__always)
  private mutating func addOrdinaryRows(
    _ shifts: Span<Shift>, _ range: Range<Int>, _ rows: inout Rows,
    _ blocks: inout OutputSpan<Block>
  ) -> Int {
    let (opens, closes, midnight, date) = (rows.opens, rows.closes, rows.midnight, rows.date)
    let (offset, minute) = (rows.offset, Int64(countsBreaksAsWork ? 0 : 60))
    let shifts = shifts.extracting(range)
    var (reached, index, legal) = (rows.reached, 0, legalNight)
    let others = Int32(truncatingIfNeeded: range.lowerBound) - rows.pieces
    defer {
      rows.pieces += Int32(truncatingIfNeeded: index)
      rows.reached = reached
      legalNight = legal
    }
    while index < shifts.count {
      let shift = shifts[index]
      let (start, end) = (shift.start, shift.end)
      guard shift.kind == .work, shift.flags.isEmpty,
        Int64(start) - Int64(reached) >= Self.shortBreak, start >= opens, end > start, end < closes
      else { break }
      // Both are numbers of one half of all there are: what is between them is a number of the whole.
      let seconds = UInt32(bitPattern: start &- midnight)
      let days = seconds / 86_400
      let second = Int64(seconds &- days &* 86_400)
      let until = second + Int64(end) - Int64(start)
      guard second >= NightWindow.legal.to - Self.day, until <= NightWindow.legal.from + Self.day
      else { break }
      let piece = rows.pieces &+ Int32(truncatingIfNeeded: index)
      let number = piece &+ others
      let own = date + Int32(bitPattern: days)
      var block = Block(
        start: start, end: end, pieces: piece..<piece + 1,
        type: ShiftType(startingAt: Int(second)), first: number, last: number,
        startOffset: offset, endOffset: offset, date: own,
        second: Int32(truncatingIfNeeded: second), lastDate: until > Self.day ? own + 1 : own,
        unpaid: Int64(shift.unpaidBreak) * minute)
      if until > NightWindow.legal.from {
        let closes = min(until, NightWindow.legal.to)
        legal += closes - max(second, NightWindow.legal.from)
        if closes - max(second, NightWindow.evidence.from) >= Self.nightHours {
          block.type = .night
          // It lies about the midnight after the date on which it begins.
          nights.append(
            Night(
              shift: number, block: Int32(blocks.count), date: CivilDate(days: own)))
        }
      }
      blocks.append(block)
      reached = end
      index += 1
    }
    return range.lowerBound + index
  }

  /// Notes rows that are work.
  private mutating func addPieces(_ rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let first = Int32(rows.lowerBound)
    pieces.append(addingCapacity: rows.count) { pieces in
      let known = pieces.count
      pieces.append(repeating: first, count: rows.count)
      var own = pieces.mutableSpan
      for i in known..<own.count { own[i] = first &+ Int32(truncatingIfNeeded: i &- known) }
    }
  }

  /// Adds a row, whatever it is.
  @inline(never)
  private mutating func addRow(
    _ shift: Shift, _ index: Int, _ rows: inout Rows, _ blocks: inout OutputSpan<Block>,
    _ clock: inout ZoneCursor
  ) {
    guard shift.kind.isWork, shift.end > shift.start else {
      addPieces(rows.noted..<index)
      rows.noted = index + 1
      switch shift.kind {
      case .break: addPause(shift)
      case .onCall, .absence: rows.hasOthers = true
      default: break
      }
      return
    }
    if shift.kind == .overtime {
      rows.hasOvertime = true
      if shift.unpaidBreak > 0 { rows.hasOvertimeMinutes = true }
    }
    flags.formUnion(shift.flags)
    var single = Block(shift, Int32(index), rows.pieces, rows.origin, &clock)
    single.unpaid = countsBreaksAsWork ? 0 : Int64(shift.unpaidBreak) * 60
    let night = nightSeconds(of: single, rows.origin, &clock)
    rows.pieces += 1
    if let last = blocks.indices.last, shift.start <= rows.reached {
      join(single, to: &blocks[last])
    } else {
      if !blocks.isEmpty, Int64(shift.start) - Int64(rows.reached) < Self.shortBreak {
        hasShortBreaks = true
      }
      blocks.append(single)
    }
    let last = blocks.count - 1
    rows.reached = blocks[last].end
    legalNight += night.legal
    if night.evidence >= Self.nightHours {
      blocks[last].type = .night
      nights.append(
        Night(
          shift: Int32(index), block: Int32(last),
          date: Self.nightDate(from: shift.start, to: shift.end, rows.origin, &clock)))
    }
    rows.follow(clock)
  }

  /// A shift that touches or overlaps the block before it becomes a part of that.
  private mutating func join(_ single: Block, to open: inout Block) {
    open.unpaid += single.unpaid
    if single.start < open.end {
      let shared = Int64(min(single.end, open.end)) - Int64(single.start)
      overlaps.append(Overlap(earlier: open.last, later: single.first, seconds: shared))
    }
    open.pieces = open.pieces.lowerBound..<single.pieces.upperBound
    if single.end > open.end {
      (open.end, open.endOffset) = (single.end, single.endOffset)
      open.last = single.last
      open.findLastDate()
    }
  }

  /// Elapsed seconds of a shift inside 23–06 and inside 21–06.
  private func nightSeconds(
    of shift: Block, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> (evidence: Int64, legal: Int64) {
    guard shift.startOffset == shift.endOffset else {
      return clock.nightSeconds(
        from: origin + Int64(shift.start), to: origin + Int64(shift.end))
    }
    return NightWindow.nightSeconds(from: Int64(shift.second), for: shift.length)
  }

  /// A night is counted on the local date of its middle less twelve hours, so that one starting
  /// after midnight belongs to the evening before.
  private static func nightDate(
    from: Int32, to: Int32, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> CivilDate {
    let middle = origin + (Int64(from) + Int64(to)) / 2
    return CivilTime(localSeconds: clock.local(middle) - day / 2).date
  }

  private mutating func addPause(_ row: Shift) {
    if let last = pauses.indices.last, row.start <= pauses[last].end {
      pauses[last].end = max(pauses[last].end, row.end)
    } else if row.end > row.start {
      pauses.append(WorkInterval(start: row.start, end: row.end))
    }
  }

  /// Breaks with rows of their own, where they lie inside work.
  private mutating func addBreaks() {
    if countsBreaksAsWork {
      pauses.removeAll(keepingCapacity: true)
      return
    }
    for i in blocks.indices {
      blocks[i].unpaid += paused(from: blocks[i].start, to: blocks[i].end)
    }
  }

  private mutating func addOvertime(_ roster: Roster) {
    for i in blocks.indices {
      let hasSome = blocks[i].pieces.contains {
        roster.shifts[Int(pieces[Int($0)])].kind == .overtime
      }
      guard hasSome else { continue }
      blocks[i].overtime =
        parts(ofBlock: i, from: blocks[i].start, to: blocks[i].end, roster).overtime
    }
  }

  /// Nights written as rows none of which is a night by itself, with short breaks between them at
  /// most, are nights all the same.
  private mutating func addDividedNights(_ origin: Int64, _ clock: inout ZoneCursor) {
    var (next, i) = (0, 0)
    while i < blocks.count {
      // What one row alone makes is known already.
      if !hasShortBreaks, blocks[i].pieces.count == 1 {
        i += 1
        continue
      }
      let parts = shift(from: i)
      defer { i = parts.upperBound }
      if parts.count == 1, blocks[i].pieces.count == 1 { continue }
      while next < nights.count, nights[next].block < Int32(i) { next += 1 }
      let first = next
      while next < nights.count, nights[next].block < Int32(parts.upperBound) { next += 1 }
      guard next == first else { continue }
      var seconds: Int64 = 0
      for block in blocks[parts] {
        seconds += clock.seconds(
          of: .evidence, from: origin + Int64(block.start), to: origin + Int64(block.end))
      }
      guard seconds >= Self.nightHours else { continue }
      let last = parts.upperBound - 1
      let date = Self.nightDate(from: blocks[i].start, to: blocks[last].end, origin, &clock)
      nights.insert(Night(shift: blocks[last].last, block: Int32(last), date: date), at: next)
      blocks[last].type = .night
      next += 1
    }
  }

  private mutating func findNightRuns() {
    for i in nights.indices {
      if let run = nightRuns.last, nights[i].date - nights[i - 1].date <= 1 {
        nightRuns[nightRuns.count - 1] = run.lowerBound..<i + 1
      } else {
        nightRuns.append(i..<i + 1)
      }
    }
  }
}

extension PersonTimeline.Block {
  /// What one shift makes by itself, apart from its breaks.
  fileprivate init(
    _ shift: Shift, _ index: Int32, _ piece: Int32, _ origin: Int64, _ clock: inout ZoneCursor
  ) {
    let from = origin + Int64(shift.start)
    let to = origin + Int64(shift.end)
    let startOffset = clock.offset(at: from)
    let endOffset = clock.keepsOffset(until: to) ? startOffset : clock.offset(at: to)
    let local = from + Int64(startOffset)
    let date = local.flooredQuotient(PersonTimeline.day)
    let second = Int32(local - date * PersonTimeline.day)
    self.init(
      start: shift.start, end: shift.end, pieces: piece..<piece + 1,
      type: ShiftType(startingAt: Int(second)), first: index, last: index,
      startOffset: startOffset, endOffset: endOffset, date: Int32(clamping: date),
      second: second, lastDate: 0)
    findLastDate()
  }

  fileprivate mutating func findLastDate() {
    let wall = Int64(second) + length + Int64(endOffset) - Int64(startOffset)
    let days = wall <= PersonTimeline.day ? 0 : (wall - 1) / PersonTimeline.day
    lastDate = Int32(clamping: Int64(date) + days)
  }
}
