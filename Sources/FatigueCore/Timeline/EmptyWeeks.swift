/// Marks the weeks of a roster in which anything stands, one entry after another.
struct WeekMarks {
  /// Mondays at midnight, one more than there are weeks.
  private let bounds: [Int32]
  private var marked: [Bool]
  /// Weeks with nothing marked.
  private var left: Int
  /// The week marked last: most entries lie in the same one as the entry before.
  private var from: Int32 = 0
  private var to: Int32 = 0

  init(_ roster: Roster) {
    var monday = roster.firstDate.monday
    var bounds = [roster.midnight(monday)]
    while monday <= roster.lastDate {
      monday = monday + 7
      bounds.append(roster.midnight(monday))
    }
    self.bounds = bounds
    marked = Array(repeating: false, count: bounds.count - 1)
    left = marked.count
  }

  /// Marks the weeks of some shifts. One counts in the week in which it starts, a longer entry in all that
  /// it touches.
  mutating func add(_ shifts: [Shift], in range: Range<Int>) {
    let shifts = shifts.span
    for index in range {
      let shift = shifts[index]
      if shift.start >= from, shift.start < to, shift.end <= to { continue }
      add(shift)
      // A plan of many people has something in every week before all of them were seen.
      if left == 0 { return }
    }
  }

  private mutating func add(_ shift: Shift) {
    guard var week = week(of: shift.start) else { return }
    (from, to) = (bounds[week], bounds[week + 1])
    mark(week)
    guard Int64(shift.end) - Int64(shift.start) > 90_000 else { return }
    week += 1
    while week < marked.count, bounds[week] < shift.end {
      mark(week)
      week += 1
    }
  }

  private mutating func mark(_ week: Int) {
    if !marked[week] { left -= 1 }
    marked[week] = true
  }

  private func week(of seconds: Int32) -> Int? {
    guard let first = bounds.first, let last = bounds.last, seconds >= first, seconds < last else {
      return nil
    }
    // The clock changes move a boundary by an hour at most.
    var week = min(Int((Int64(seconds) - Int64(first)) / 604_800), marked.count - 1)
    while seconds < bounds[week] { week -= 1 }
    while seconds >= bounds[week + 1] { week += 1 }
    return week
  }

  /// Stretches of whole weeks without anything, between weeks that have something.
  var empty: [WorkInterval] {
    guard let first = marked.firstIndex(of: true), let last = marked.lastIndex(of: true) else {
      return []
    }
    var stretches: [WorkInterval] = []
    for week in first..<last where !marked[week] {
      if let open = stretches.last, open.end == bounds[week] {
        stretches[stretches.count - 1].end = bounds[week + 1]
      } else {
        stretches.append(WorkInterval(start: bounds[week], end: bounds[week + 1]))
      }
    }
    return stretches
  }

  /// Weeks from the first that has something through the last.
  var span: Int {
    guard let first = marked.firstIndex(of: true), let last = marked.lastIndex(of: true) else {
      return 0
    }
    return last - first + 1
  }

  /// Weeks that have something.
  var filled: Int { marked.count { $0 } }
}
