/// Breaks in overtime after ordinary hours (§ 10-9 (2)): they are working time, but no part of what § 10-6
/// caps.
extension PersonTimeline {
  /// With more work than this after the ordinary hours of a duty, breaks there are such. Seconds.
  static let longOvertime: Int64 = 2 * 3600

  /// Where the ordinary hours of a main work period end, and the work after that, breaks with it; nil
  /// when it has no ordinary hours, or no work after them.
  func overtime(
    after period: Period, _ roster: Roster
  ) -> (from: Int32, work: Int64)? {
    var from: Int32?
    for i in period.blocks {
      for piece in blocks[Int(i)].pieces {
        let row = roster.shifts[Int(pieces[Int(piece)])]
        if row.kind != .overtime { from = max(from ?? .min, row.end) }
      }
    }
    guard let from, from < period.end else { return nil }
    let work = period.blocks.reduce(Int64(0)) { sum, i in
      let block = blocks[Int(i)]
      return sum + max(0, Int64(block.end) - Int64(max(block.start, from)))
    }
    return (from, work)
  }

  /// Takes breaks in overtime out of what is unpaid.
  mutating func findOvertimeBreaks(_ roster: Roster) {
    var stretches: [WorkInterval] = []
    for period in periods {
      guard let extra = overtime(after: period, roster), extra.work > Self.longOvertime else {
        continue
      }
      for i in period.blocks where blocks[Int(i)].end > extra.from {
        let block = blocks[Int(i)]
        stretches.append(WorkInterval(start: max(block.start, extra.from), end: block.end))
        for piece in block.pieces {
          let index = pieces[Int(piece)]
          let row = roster.shifts[Int(index)]
          guard row.unpaidBreak > 0, row.start >= extra.from else { continue }
          if !countsBreaksAsWork { blocks[Int(i)].unpaid -= Int64(row.unpaidBreak) * 60 }
          overtimeMinutes.append(index)
        }
      }
    }
    if !stretches.isEmpty, !pauses.isEmpty { movePauses(in: stretches) }
  }

  /// Moves what of the breaks lies in some stretches from ``pauses`` to ``overtimePauses``.
  private mutating func movePauses(in stretches: [WorkInterval]) {
    var left: [WorkInterval] = []
    var at = 0
    for pause in pauses {
      var reached = pause.start
      while at < stretches.count, stretches[at].end <= reached { at += 1 }
      while at < stretches.count, stretches[at].start < pause.end {
        let (from, to) = (max(stretches[at].start, reached), min(stretches[at].end, pause.end))
        if from > reached { left.append(WorkInterval(start: reached, end: from)) }
        overtimePauses.append(WorkInterval(start: from, end: to))
        reached = to
        // The stretch may hold the next break too.
        guard stretches[at].end <= pause.end else { break }
        at += 1
      }
      if pause.end > reached { left.append(WorkInterval(start: reached, end: pause.end)) }
    }
    pauses = left
  }

  /// Adds the breaks in overtime to their weeks.
  mutating func addOvertimeBreaks(_ roster: Roster) {
    for pause in overtimePauses {
      for week in week(of: pause.start)...week(of: pause.end - 1) {
        let span = calendar.weeks[firstWeek + week]
        let inside = Int64(min(pause.end, span.to)) - Int64(max(pause.start, span.from))
        weekHours[week].overtimeBreaks += max(0, inside)
      }
    }
    // When minutes were taken is not said: in the week that has most of the row.
    for index in overtimeMinutes {
      let row = roster.shifts[Int(index)]
      let middle = Int32(clamping: (Int64(row.start) + Int64(row.end) - 1) / 2)
      weekHours[week(of: middle)].overtimeBreaks += Int64(row.unpaidBreak) * 60
    }
  }

  /// There are some.
  var hasOvertimeBreaks: Bool { !overtimePauses.isEmpty || !overtimeMinutes.isEmpty }

  /// Seconds of breaks in overtime between two moments, those apart that rows give in minutes.
  func pausedOvertime(from: Int32, to: Int32) -> Int64 {
    Self.seconds(of: overtimePauses, from: from, to: to)
  }

  /// The minutes of break that a row gives are a break in overtime.
  func hasOvertimeBreak(_ index: Int32) -> Bool {
    // Rows stand in the order of their index.
    var (low, high) = (0, overtimeMinutes.count)
    while low < high {
      let middle = (low + high) / 2
      if overtimeMinutes[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < overtimeMinutes.count && overtimeMinutes[low] == index
  }
}
