/// One person's hours in one fixed week, elapsed seconds, split by the clock at its boundary.
public struct WeekHours: Sendable {
  /// All work, overlaps counted once, unpaid breaks left out.
  public var total: Int64 = 0
  /// What of it is marked as overtime.
  public var overtime: Int64 = 0
  /// What of the overtime is breaks: work, but no part of what § 10-6 caps (§ 10-9 (2)).
  public var overtimeBreaks: Int64 = 0
  /// On call at home, and what of that was spent working.
  public var onCall: Int64 = 0
  public var calledOut: Int64 = 0
  /// Days that an average leaves out (S-ABS): dates with leave or illness and no work, and all seven
  /// in a week with three such dates and no work at all.
  public var absentDays: Int64 = 0
  /// All seven are left out, and leave or illness stands on as many dates as a working week has.
  public var isSurelyAway = false

  public var ordinary: Int64 { total - overtime }
  /// The overtime that § 10-6 caps.
  public var cappedOvertime: Int64 { max(0, overtime - overtimeBreaks) }
}

extension PersonTimeline {
  /// Sums the weeks that the person's rows touch.
  mutating func sumWeeks(
    _ roster: Roster, person: Int, others: Bool, clock: inout ZoneCursor
  ) {
    guard !calendar.weeks.isEmpty else { return }
    var first = blocks.first?.start ?? .max
    var last = blocks.last?.end ?? .min
    if others {
      for index in roster.slices[person] {
        let row = roster.shifts[index]
        guard row.kind == .onCall || row.kind == .absence, row.end > row.start else { continue }
        (first, last) = (min(first, row.start), max(last, row.end))
      }
    }
    guard first < last else { return }
    firstWeek = calendar.index(clamping: first)
    let count = calendar.index(clamping: last - 1) - firstWeek + 1
    weekHours.append(contentsOf: repeatElement(WeekHours(), count: count))
    addWork(roster)
    if hasOvertimeBreaks { addOvertimeBreaks(roster) }
    if others {
      addOnCall(roster, person)
      addAbsence(roster, person, &clock)
    }
    findBusiestWeeks()
  }

  /// Adds the work to its weeks.
  @inline(never)
  private mutating func addWork(_ roster: Roster) {
    let (blocks, weeks) = (blocks, calendar.weeks)
    var hours: [WeekHours] = []
    swap(&hours, &weekHours)
    var sums = hours.mutableSpan
    let (work, spans) = (blocks.span, weeks.span)
    var (week, span, total, overtime) = (0, spans[firstWeek], Int64(0), Int64(0))
    for i in work.indices {
      // Most lie in one week, the same as the one before.
      if work[i].end > span.to || work[i].start < span.from {
        while week + 1 < sums.count, span.to <= work[i].start {
          sums[week].total += total
          sums[week].overtime += overtime
          (week, total, overtime) = (week + 1, 0, 0)
          span = spans[firstWeek + week]
        }
        if work[i].end > span.to || work[i].start < span.from {
          addParts(ofBlock: i, from: week, roster, &sums)
          continue
        }
      }
      total += work[i].working
      if work[i].overtime > 0 { overtime += min(work[i].overtime, work[i].working) }
    }
    if week < sums.count {
      sums[week].total += total
      sums[week].overtime += overtime
    }
    swap(&hours, &weekHours)
  }

  private mutating func findBusiestWeeks() {
    let weeks = weekHours
    let hours = weeks.span
    var (most, mostInFour, all, overtime) = (Int64(0), Int64(0), Int64(0), Int64(0))
    // All until the end of the week four weeks before.
    var before: Int64 = 0
    for i in hours.indices {
      let own = hours[i].total + hours[i].onCall
      all += own
      if i >= 4 { before += hours[i - 4].total + hours[i - 4].onCall }
      most = max(most, own)
      mostInFour = max(mostInFour, all - before)
      overtime += hours[i].overtime
    }
    (mostInWeek, mostInFourWeeks) = (most, mostInFour)
    (allInWeeks, overtimeSeconds) = (all, overtime)
  }

  /// More work and on-call time than this is in no so many weeks in a row: a quick look before a close one.
  func mostWork(inWeeks weeks: Int) -> Int64 {
    min(allInWeeks, Int64(weeks / 4) * mostInFourWeeks + Int64(weeks % 4) * mostInWeek)
  }

  /// Work that lies in one week and the next, or the weeks after.
  private func addParts(
    ofBlock i: Int, from week: Int, _ roster: Roster, _ sums: inout MutableSpan<WeekHours>
  ) {
    let block = blocks[i]
    let isPlain = block.unpaid == 0 && block.overtime == 0 && pauses.isEmpty
    for week in week..<sums.count {
      let span = calendar.weeks[firstWeek + week]
      guard span.from < block.end else { return }
      let (from, to) = (max(span.from, block.start), min(span.to, block.end))
      guard to > from else { continue }
      let parts = isPlain ? (unpaid: 0, overtime: 0) : parts(ofBlock: i, from: from, to: to, roster)
      let work = max(0, Int64(to) - Int64(from) - parts.unpaid)
      sums[week].total += work
      sums[week].overtime += min(parts.overtime, work)
    }
  }

  /// Unpaid breaks and overtime between two moments of a block; breaks in overtime that are working time
  /// are overtime.
  ///
  /// A break with a row of its own counts where it lies; minutes that a shift's row gives without
  /// saying when belong to the side that holds most of the shift.
  func parts(
    ofBlock i: Int, from: Int32, to: Int32, _ roster: Roster
  ) -> (unpaid: Int64, overtime: Int64) {
    var (unpaid, overtime): (Int64, Int64) = (0, 0)
    var until = from
    for piece in blocks[i].pieces {
      let index = pieces[Int(piece)]
      let row = roster.shifts[Int(index)]
      let inside = max(0, Int64(min(row.end, to)) - Int64(max(row.start, from)))
      let isOvertime = row.kind == .overtime
      if isOvertime, min(row.end, to) > max(row.start, until) {
        let (opens, closes) = (max(row.start, until), min(row.end, to))
        overtime += Int64(closes) - Int64(opens) - paused(from: opens, to: closes)
        until = min(row.end, to)
      }
      guard row.unpaidBreak > 0, !countsBreaksAsWork, !hasOvertimeBreak(index) else { continue }
      let twice = inside * 2 - (Int64(row.end) - Int64(row.start))
      guard twice > 0 || (twice == 0 && row.start >= from) else { continue }
      let minutes = min(inside, Int64(row.unpaidBreak) * 60)
      unpaid += minutes
      if isOvertime { overtime -= minutes }
    }
    return (unpaid + paused(from: from, to: to), max(0, overtime))
  }

  private mutating func addOnCall(_ roster: Roster, _ person: Int) {
    var until = Int32.min
    for index in roster.slices[person] {
      let row = roster.shifts[index]
      guard row.kind == .onCall, row.end > max(row.start, until) else { continue }
      let start = max(row.start, until)
      until = row.end
      for week in week(of: start)..<weekHours.count {
        let span = calendar.weeks[firstWeek + week]
        guard span.from < row.end else { break }
        let (from, to) = (max(span.from, start), min(span.to, row.end))
        guard to > from else { continue }
        weekHours[week].onCall += Int64(to) - Int64(from)
        weekHours[week].calledOut += work(from: from, to: to)
      }
    }
  }

  /// Position in ``weekHours`` of the week that holds a moment; the nearest when none does.
  func week(of seconds: Int32) -> Int {
    min(max(calendar.index(clamping: seconds) - firstWeek, 0), max(0, weekHours.count - 1))
  }

  /// Position in ``blocks`` of the first that ends after a moment; their count when none does.
  func block(endingAfter moment: Int32) -> Int {
    let blocks = work.span
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].end <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last block that begins before a moment; nil when none does.
  func lastBlock(startingBefore moment: Int32) -> Block? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].start < moment { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? blocks[low - 1] : nil
  }

  /// The first shift of the first block that ends after a moment; -1 when none does.
  func firstShift(endingAfter moment: Int32) -> Int32 {
    let position = block(endingAfter: moment)
    return position < blocks.count ? blocks[position].first : -1
  }

  /// Seconds of work between two moments, breaks included.
  func work(from: Int32, to: Int32) -> Int64 {
    var low = block(endingAfter: from)
    var sum: Int64 = 0
    while low < blocks.count, blocks[low].start < to {
      sum += Int64(min(blocks[low].end, to)) - Int64(max(blocks[low].start, from))
      low += 1
    }
    return sum
  }

  /// Counts the dates with leave or illness and no work.
  private mutating func addAbsence(
    _ roster: Roster, _ person: Int, _ clock: inout ZoneCursor
  ) {
    // A bit for each date of the week.
    var absent = [UInt8](repeating: 0, count: weekHours.count)
    for index in roster.slices[person] where roster.shifts[index].kind == .absence {
      let row = roster.shifts[index]
      mark(row.start, row.end, &absent)
    }
    guard absent.contains(where: { $0 != 0 }) else { return }
    hasAbsence = true
    var worked = [UInt8](repeating: 0, count: weekHours.count)
    for block in blocks { mark(block.start, block.end, &worked) }
    for week in weekHours.indices where absent[week] != 0 {
      let dates = (absent[week] & ~worked[week]).nonzeroBitCount
      // Leave is often written on the dates of duties alone: without work, three of them fill a week.
      let isAway = weekHours[week].total == 0 && dates >= 3
      weekHours[week].absentDays = isAway ? 7 : Int64(dates)
      weekHours[week].isSurelyAway = isAway && dates >= 5
    }

    func mark(_ from: Int32, _ to: Int32, _ bits: inout [UInt8]) {
      guard to > from else { return }
      let origin = roster.origin.seconds
      for week in week(of: from)..<weekHours.count {
        let span = calendar.weeks[firstWeek + week]
        guard span.from < to else { return }
        let (opens, closes) = (max(span.from, from), min(span.to, to))
        guard closes > opens else { continue }
        let base = clock.local(origin + Int64(span.from))
        let first = min(max((clock.local(origin + Int64(opens)) - base) / Self.day, 0), 6)
        let last = min((clock.local(origin + Int64(closes) - 1) - base) / Self.day, 6)
        for day in first...max(first, last) { bits[week] |= 1 << day }
      }
    }
  }
}

extension PersonTimeline {
  /// Work in the plan's own whole weeks, and the days they have, absence left out: the mean week is
  /// `seconds · 7 / days`.
  public var wholeWeeks: (seconds: Int64, days: Int64) {
    var (seconds, days) = (Int64(0), Int64(calendar.assessed.count) * 7)
    for week in assessedPositions {
      seconds += weekHours[week].total
      days -= weekHours[week].absentDays
    }
    return (seconds, days)
  }

  /// Positions in ``weekHours`` of the plan's own whole weeks.
  var assessedPositions: Range<Int> { positions(of: calendar.assessed) }

  /// Positions in ``weekHours`` of some of the calendar's weeks.
  func positions(of weeks: Range<Int>) -> Range<Int> {
    let (low, high) = (
      max(weeks.lowerBound - firstWeek, 0), min(weeks.upperBound - firstWeek, weekHours.count)
    )
    return low..<max(low, high)
  }
}
