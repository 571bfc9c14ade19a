/// A sum over so many fixed weeks in a row.
public struct WeekWindow: Sendable {
  /// Its first week, as a number in the calendar.
  public var first: Int
  public var weeks: Int
  /// In the unit of what was summed.
  public var sum: Int64
  /// Days left out because of leave or illness, and how many of them lie in weeks that are left out
  /// whole.
  public var absentDays: Int64
  public var wholeAbsentDays: Int64
  /// The file shows only a part of it, so that the sum may be more.
  public var isCut: Bool

  /// Days that an average is taken over.
  public var days: Int64 { Int64(weeks) * 7 - absentDays }

  /// The same with only weeks without any work left out.
  var certainDays: Int64 { Int64(weeks) * 7 - wholeAbsentDays }

  /// The mean week is more than `limit`, in the same unit.
  func exceeds(_ limit: Int64) -> Bool { sum * 7 > limit * days && days > 0 }

  /// The same when only weeks without any work are left out. Leaving out single dates is our own
  /// way of being neutral, so that what rests on it alone is not certain.
  func certainlyExceeds(_ limit: Int64) -> Bool {
    sum * 7 > limit * certainDays && certainDays > 0
  }

  /// Too little is left for a mean when more than half is absence; then only what is over with the
  /// absence as free time counts.
  func isRepresentative(_ limit: Int64) -> Bool {
    absentDays * 2 <= Int64(weeks) * 7 || sum > limit * Int64(weeks)
  }
}

extension PersonTimeline {
  /// The sum of a window that begins in a week of the calendar.
  ///
  /// - Parameters:
  ///   - first: A number in the calendar; the window may go past its end.
  ///   - values: What each of ``weekHours`` counts.
  ///   - neutral: Leaves absence out, as averages do.
  func window(
    from first: Int, weeks: Int, _ values: [Int64], neutral: Bool
  ) -> WeekWindow {
    let (low, high) = (
      max(first - firstWeek, 0), min(first + weeks - firstWeek, weekHours.count)
    )
    let whole = calendar.whole
    var window = WeekWindow(
      first: first, weeks: weeks, sum: 0, absentDays: 0, wholeAbsentDays: 0,
      isCut: first < whole.lowerBound || first + weeks > whole.upperBound)
    guard low < high else { return window }
    for i in low..<high {
      window.sum += values[i]
      guard hasAbsence, neutral else { continue }
      let absent = weekHours[i].absentDays
      window.absentDays += absent
      if weekHours[i].isSurelyAway { window.wholeAbsentDays += 7 }
    }
    return window
  }

  /// Whether some window of so many weeks may have a mean over the limit. Absence makes it so.
  func mayExceed(_ limit: Int64, of weeks: Int, _ values: [Int64], neutral: Bool) -> Bool {
    if neutral, hasAbsence { return true }
    var sum: Int64 = 0
    for i in values.indices {
      sum += values[i] - (i >= weeks ? values[i - weeks] : 0)
      if sum > limit * Int64(weeks) { return true }
    }
    return false
  }

  /// Windows of so many weeks, one after another from the plan's first week, whose mean is over the limit.
  func fixedWindows(
    of weeks: Int, over limit: Int64, _ values: [Int64], neutral: Bool
  ) -> [WeekWindow] {
    var found: [WeekWindow] = []
    guard !weekHours.isEmpty, weeks > 0 else { return found }
    let touched = calendar.touched
    var first = fixedWindow(of: weeks, holding: max(firstWeek, touched.lowerBound))
    while first < min(firstWeek + weekHours.count, touched.upperBound) {
      let window = window(from: first, weeks: weeks, values, neutral: neutral)
      if window.exceeds(limit), window.isRepresentative(limit) { found.append(window) }
      first += weeks
    }
    return found
  }

  /// The first week of the fixed window of so many weeks that holds a week of the calendar.
  func fixedWindow(of weeks: Int, holding week: Int) -> Int {
    week - (week - calendar.touched.lowerBound) %% weeks
  }

  /// For each run of windows over the limit, each a week later than the one before, the one with the
  /// highest mean.
  ///
  /// - Parameter isOff: The limit does not hold for a window: it parts the run.
  func rollingWindows(
    of weeks: Int, over limit: Int64, _ values: [Int64], neutral: Bool,
    isOff: (WeekWindow) -> Bool = { _ in false }
  ) -> [WeekWindow] {
    var found: [WeekWindow] = []
    guard !weekHours.isEmpty, weeks > 0 else { return found }
    // Windows that begin before the file or the person's first week hold no more than the first
    // inside it; likewise those that end after the file.
    // Nor is a window assessed that holds nothing of the assessed dates.
    let touched = calendar.touched
    let start = max(0, max(firstWeek, touched.lowerBound) - weeks + 1)
    let last = max(
      0,
      min(
        firstWeek + weekHours.count - 1, touched.upperBound - 1, calendar.weeks.count - weeks))
    var isOpen = false
    guard start <= last else { return found }
    for first in start...last {
      let window = window(from: first, weeks: weeks, values, neutral: neutral)
      guard window.exceeds(limit), window.isRepresentative(limit), !isOff(window) else {
        isOpen = false
        continue
      }
      if isOpen, let best = found.last {
        if window.sum * best.days > best.sum * window.days { found[found.count - 1] = window }
      } else {
        found.append(window)
      }
      isOpen = true
    }
    return found
  }
}
