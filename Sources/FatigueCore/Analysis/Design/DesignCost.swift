/// How far a round of shifts is from what is wished for: a number to search by, seen by nobody.
///
/// It leads the search to plans that are worth asking the rules about; what is reported is what the rules and the
/// model say. The weights are `Assumed:` they only order what is tried first, law before research before comfort.
struct DesignCost: Sendable {
  private struct Kind {
    var start: Int
    var length: Int
    var isNight: Bool
    /// 0 day, 1 evening, 2 night, by the clock of its start.
    var type: Int
    var work: Int
  }

  private let kinds: [Kind]
  /// Minutes of work in a week on average.
  private let mean: Int
  private let mostNights: Int

  init(_ spec: DesignSpec) {
    mostNights = spec.mostNights
    mean = Int(spec.meanHours * 60)
    kinds = spec.shifts.map { shift in
      let minute = shift.start / 60
      let type =
        shift.isNight || minute >= 18 * 60 || minute < 4 * 60 ? 2 : minute >= 12 * 60 ? 1 : 0
      return Kind(
        start: minute, length: shift.length / 60, isNight: shift.isNight, type: type,
        work: shift.length / 60 - shift.unpaidBreak)
    }
  }

  /// - Complexity: O(days).
  func cost(_ cells: [UInt8]) -> Int {
    guard let first = cells.firstIndex(where: { $0 > 0 }) else { return 0 }
    return shifts(cells, from: first) + weeks(cells) + stretches(cells, from: first)
  }

  /// What follows what, once round from a worked day.
  private func shifts(_ cells: [UInt8], from first: Int) -> Int {
    let days = cells.count
    var cost = 0
    var (workRun, nightRun, eveningRun) = (0, 0, 0)
    var last = kinds[Int(cells[first]) - 1]
    var lastDay = first
    // The first day is met again at the end, so that runs over the seam count whole.
    for step in 0...days {
      let day = (first + step) % days
      let cell = Int(cells[day])
      if cell == 0 {
        cost += close(&workRun, &nightRun, &eveningRun)
        continue
      }
      let kind = kinds[cell - 1]
      if step > 0 {
        let gap = (first + step - lastDay) * 1440 + kind.start - last.start - last.length
        cost += between(last, kind, gap, free: first + step - lastDay - 1)
        if last.isNight != kind.isNight || first + step - lastDay > 1 {
          cost += endNights(&nightRun)
        }
      }
      if step == days { break }
      workRun += 1
      if kind.isNight { nightRun += 1 }
      eveningRun = kind.type == 1 ? eveningRun + 1 : 0
      if eveningRun > 3 { cost += 120 }
      (last, lastDay) = (kind, first + step)
    }
    return cost + close(&workRun, &nightRun, &eveningRun)
  }

  private func between(_ a: Kind, _ b: Kind, _ gap: Int, free: Int) -> Int {
    var cost = 0
    if gap < 11 * 60 { cost += 20_000 + (11 * 60 - gap) * 10 } else if gap < 12 * 60 { cost += 60 }
    if a.isNight, !b.isNight {
      if gap < 48 * 60 { cost += 900 + (48 * 60 - gap) / 4 }
    }
    if gap < 72 * 60, a.start > b.start {
      // Against the clock; a night is left by a long rest only.
      cost += gap < 35 * 60 ? 400 : 150
    }
    if a.type != b.type, free == 0 { cost += 10 }
    if free == 1 { cost += 200 }
    return cost
  }

  private func close(_ workRun: inout Int, _ nightRun: inout Int, _ eveningRun: inout Int) -> Int {
    var cost = endNights(&nightRun)
    if workRun == 1 { cost += 90 }
    if workRun > 5 { cost += (workRun - 5) * 700 }
    if workRun > 6 { cost += (workRun - 6) * 1500 }
    (workRun, eveningRun) = (0, 0)
    return cost
  }

  private func endNights(_ run: inout Int) -> Int {
    defer { run = 0 }
    guard run > 0 else { return 0 }
    // Every run of nights costs sleep before and after it, so that few are better than many.
    var cost = 110
    if run == 1 { cost += 60 }
    if run > mostNights { cost += (run - mostNights) * 5000 }
    return cost
  }

  /// Work between long rests, shifts of one type in a row, and hours in any seven days.
  private func stretches(_ cells: [UInt8], from first: Int) -> Int {
    let days = cells.count
    var cost = 0
    var (typeRun, longestRun) = (0, 0)
    var last: (end: Int, type: Int)?
    // The work before the first day belongs to a stretch that is met at the end.
    var began: Int?
    for step in 0..<days * 2 {
      let cell = Int(cells[(first + step) % days])
      guard cell > 0 else { continue }
      let kind = kinds[cell - 1]
      let start = step * 1440 + kind.start
      if let before = last {
        let gap = start - before.end
        typeRun = before.type == kind.type && gap < 72 * 60 ? typeRun + 1 : 1
        if gap >= 35 * 60 {
          // Research counts any seven days, with the rest on either side just too short.
          if let began, began < days * 1440, before.end - began >= 98 * 60 { cost += 4000 }
          if step >= days, began.map({ $0 >= days * 1440 }) ?? false { break }
          began = start
        }
      } else {
        typeRun = 1
      }
      longestRun = max(longestRun, typeRun)
      last = (start + kind.length, kind.type)
    }
    if longestRun > 5 { cost += 300 + 60 * min(longestRun, 30) }
    if longestRun > 3 { cost += 120 }
    var minutes = 0
    for day in 0..<7 { minutes += work(cells[day % days]) }
    for day in 0..<days {
      if minutes > 48 * 60 { cost += 50 }
      if minutes > 55 * 60 { cost += 100 }
      minutes += work(cells[(day + 7) % days]) - work(cells[day])
    }
    return cost
  }

  private func work(_ cell: UInt8) -> Int { cell > 0 ? kinds[Int(cell) - 1].work : 0 }

  /// Hours and rest in each week, and weekends.
  private func weeks(_ cells: [UInt8]) -> Int {
    let weeks = cells.count / 7
    var cost = 0
    var worked = [Bool](repeating: false, count: weeks)
    for week in 0..<weeks {
      var minutes = 0
      var (free, longest) = (0, 0)
      // What the night before the week takes of its Monday.
      let before = Int(cells[(week * 7 + cells.count - 1) % cells.count])
      if before > 0 { free = max(0, kinds[before - 1].start + kinds[before - 1].length - 1440) }
      for day in 0..<7 {
        let cell = Int(cells[week * 7 + day])
        guard cell > 0 else { continue }
        let kind = kinds[cell - 1]
        minutes += kind.work
        longest = max(longest, day * 1440 + kind.start - free)
        free = day * 1440 + kind.start + kind.length
      }
      longest = max(longest, 7 * 1440 - free)
      if longest < 35 * 60 { cost += 6000 + (35 * 60 - longest) }
      cost += max(0, abs(minutes - mean) - 9 * 60) / 6
      if minutes > 40 * 60 { cost += 500 + (minutes - 40 * 60) / 2 }
      if minutes > 48 * 60 { cost += 3000 + (minutes - 48 * 60) * 4 }
      let (saturday, sunday) = (cells[week * 7 + 5] > 0, cells[week * 7 + 6] > 0)
      worked[week] = saturday || sunday
      if saturday != sunday { cost += 500 }
      // A night on Friday takes the Saturday.
      let friday = Int(cells[week * 7 + 4])
      if friday > 0, kinds[friday - 1].type > 0, !worked[week] { cost += 120 }
    }
    return cost + weekends(worked, cells)
  }

  /// Weekends one after another, and how evenly they lie.
  private func weekends(_ worked: [Bool], _ cells: [UInt8]) -> Int {
    let weeks = worked.count
    var cost = 0
    for week in 0..<weeks where weeks > 1 {
      if worked[week], worked[(week + 1) % weeks] { cost += 900 }
      if cells[week * 7 + 6] > 0, cells[(week + 1) % weeks * 7 + 6] > 0 { cost += 900 }
    }
    let places = worked.indices.filter { worked[$0] }
    guard places.count > 1 else { return cost }
    for (i, place) in places.enumerated() {
      let next = i + 1 < places.count ? places[i + 1] : places[0] + weeks
      let gap = (next - place) * places.count - weeks
      cost += gap * gap * 4 / places.count
    }
    return cost
  }
}
