/// The work and the breaks of one main work period, and of those on the same date that no daily rest parts from it
/// (§§ 10-9 and 11-5 (1)).
struct BreakDay {
  var from: Int32
  var to: Int32
  var shift: Int32
  /// Working time and breaks, in seconds.
  var working: Int64
  var seconds: Int64
  /// How many breaks there are.
  var count: Int
}

extension Evidence {
  /// Calls `body` with every day's main work periods and their breaks: rows of their own, minutes that a shift's
  /// row gives, and the gaps of a split duty. Unpaid breaks are taken out of the working time; a gap
  /// never was in it. O(blocks and breaks).
  func forEachBreakDay(_ body: (BreakDay) -> Void) {
    let pauses = mergedBreaks
    var at = 0
    var next = 0
    while next < timeline.periods.count {
      var period = timeline.periods[next]
      let date = timeline.blocks[Int(period.blocks.lowerBound)].date
      next += 1
      while next < timeline.periods.count,
        timeline.blocks[Int(timeline.periods[next].blocks.lowerBound)].date == date,
        Int64(timeline.periods[next].start) - Int64(period.end) < PersonTimeline.periodRest
      {
        period.end = timeline.periods[next].end
        period.blocks = period.blocks.lowerBound..<timeline.periods[next].blocks.upperBound
        next += 1
      }
      let blocks = timeline.blocks[
        Int(period.blocks.lowerBound)..<Int(period.blocks.upperBound)]
      var day = BreakDay(
        from: period.start, to: period.end,
        shift: timeline.blocks[Int(period.blocks.lowerBound)].first, working: 0, seconds: 0,
        count: 0)
      var work: Int64 = 0
      while at < pauses.count, pauses[at].end <= period.start { at += 1 }
      var pause = at
      for block in blocks {
        work += block.length
        for piece in block.pieces {
          let minutes = roster.shifts[Int(timeline.pieces[Int(piece)])].unpaidBreak
          guard minutes > 0 else { continue }
          day.seconds += Int64(minutes) * 60
          day.count += 1
        }
        while pause < pauses.count, pauses[pause].start < block.end {
          let inside =
            Int64(min(pauses[pause].end, block.end)) - Int64(max(pauses[pause].start, block.start))
          if inside > 0 {
            day.seconds += inside
            day.count += 1
          }
          guard pauses[pause].end <= block.end else { break }
          pause += 1
        }
      }
      // What counts as work is no part of the unpaid: where nobody may leave, and in overtime.
      day.working = blocks.reduce(0) { $0 + $1.working }
      // The gaps of a split duty are free, and a break all the same.
      day.seconds += Int64(period.end) - Int64(period.start) - work
      day.count += blocks.count - 1
      body(day)
    }
  }

  /// The person's rows of breaks, those that touch made one, by start.
  var mergedBreaks: [WorkInterval] {
    var merged: [WorkInterval] = []
    for row in rows(.break) {
      let shift = roster.shifts[Int(row)]
      guard shift.end > shift.start else { continue }
      if let last = merged.indices.last, shift.start <= merged[last].end {
        merged[last].end = max(merged[last].end, shift.end)
      } else {
        merged.append(WorkInterval(start: shift.start, end: shift.end))
      }
    }
    return merged
  }
}
