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
  }

  /// Joins the rows of work to blocks, and finds the nights among them.
  ///
  /// - Returns: Whether some work is overtime, whether that has minutes of break, and whether there is
  ///   on-call or absence.
  private mutating func addRows(
    of slice: Range<Int>, _ roster: Roster, _ clock: inout ZoneCursor
  ) -> (hasOvertime: Bool, hasOvertimeMinutes: Bool, hasOthers: Bool) {
    let origin = roster.origin.seconds
    let shifts = roster.shifts.span
    var (hasOvertime, hasOvertimeMinutes, hasOthers, isOpen) = (false, false, false, false)
    var open = Block.none
    // Where the rows of work at hand begin: they are noted together.
    var (noted, piece) = (slice.lowerBound, Int32(0))
    for index in slice {
      let shift = shifts[index]
      guard shift.kind.isWork, shift.end > shift.start else {
        pieces.append(contentsOf: Int32(noted)..<Int32(index))
        noted = index + 1
        switch shift.kind {
        case .break: addPause(shift)
        case .onCall, .absence: hasOthers = true
        default: break
        }
        continue
      }
      if shift.kind == .overtime {
        hasOvertime = true
        if shift.unpaidBreak > 0 { hasOvertimeMinutes = true }
      }
      flags.formUnion(shift.flags)
      let single = Block(shift, Int32(index), piece, origin, &clock)
      piece += 1
      if isOpen, shift.start <= open.end {
        join(single, to: &open, unpaid: unpaid(shift))
      } else {
        if isOpen {
          if Int64(shift.start) - Int64(open.end) < Self.shortBreak { hasShortBreaks = true }
          blocks.append(open)
        }
        open = single
        open.unpaid = unpaid(shift)
        isOpen = true
      }
      let night = nightSeconds(of: single, origin, &clock)
      legalNight += night.legal
      if night.evidence >= Self.nightHours {
        open.type = .night
        nights.append(
          Night(
            shift: Int32(index), block: Int32(blocks.count),
            date: Self.nightDate(from: shift.start, to: shift.end, origin, &clock)))
      }
    }
    pieces.append(contentsOf: Int32(noted)..<Int32(slice.upperBound))
    if isOpen { blocks.append(open) }
    return (hasOvertime, hasOvertimeMinutes, hasOthers)
  }

  private func unpaid(_ shift: Shift) -> Int64 {
    countsBreaksAsWork ? 0 : Int64(shift.unpaidBreak) * 60
  }

  /// A shift that touches or overlaps the block before it becomes a part of that.
  private mutating func join(_ single: Block, to open: inout Block, unpaid: Int64) {
    open.unpaid += unpaid
    if single.start < open.end {
      let shared = Int64(min(single.end, open.end)) - Int64(single.start)
      overlaps.append(Overlap(earlier: open.last, later: single.first, seconds: shared))
    }
    open.pieces = open.pieces.lowerBound..<single.pieces.upperBound
    if single.end > open.end {
      (open.end, open.endOffset) = (single.end, single.endOffset)
      open.last = single.last
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
  /// Stands for a block before there is one.
  fileprivate static let none = PersonTimeline.Block(
    start: 0, end: 0, pieces: 0..<0, type: .day, first: -1, last: -1, startOffset: 0, endOffset: 0,
    date: 0, second: 0)

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
      second: second)
  }
}
