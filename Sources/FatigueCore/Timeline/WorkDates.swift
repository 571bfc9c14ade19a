/// Consecutive local dates with any work; the date on which a night ends is one of them.
public struct DateRun: Sendable {
  /// First and last date, as days since 1970.
  public var first: Int32
  public var last: Int32
  /// Positions in ``PersonTimeline/blocks``: those that begin in the run.
  public var blocks: Range<Int32>

  /// How many dates.
  public var count: Int { Int(last - first) + 1 }
}

extension PersonTimeline {
  /// Runs of more than so many consecutive dates on which a shift of one type begins that is no night, one
  /// shift being what short breaks alone part.
  ///
  /// - Parameter second: Those that begin before this, in seconds after local midnight.
  func runs(of type: ShiftType, before second: Int64 = day, most: Int) -> [KindRun] {
    let (blocks, stretches) = (blocks.span, stretchesOfOneType.span)
    var (runs, next, found) = (KindRuns(most: most), 0, [KindRun]())
    // Each stretch has its dates for itself, one for each block.
    let isPlain = !hasShortBreaks && !hasTangledDates
    var i = 0
    while true {
      if isPlain { while i < stretches.count, stretches[i].count <= most { i += 1 } }
      guard i < stretches.count else { break }
      let stretch = stretches[i]
      i += 1
      // With short breaks a shift may go on in the next stretch.
      if !hasShortBreaks, blocks[stretch.lowerBound].type != type { continue }
      if isPlain, !mayHaveRun(stretch, before: second, over: most) { continue }
      next = max(next, stretch.lowerBound)
      while next < stretch.upperBound {
        let (block, index) = (blocks[next], next)
        let parts = shift(from: index)
        next = parts.upperBound
        // What follows a short break goes on with the shift that began before it.
        guard block.type == type, Int64(block.second) < second, !isNight(parts) else { continue }
        if let run = runs.add(index, on: block.date) { found.append(run) }
      }
    }
    if let run = runs.last { found.append(run) }
    return found
  }

  /// A quick look at a stretch of blocks of one type that have a date each: whether some block and the one so
  /// many further on begin so many days apart, both before a time.
  private func mayHaveRun(_ stretch: Range<Int>, before second: Int64, over most: Int) -> Bool {
    let blocks = blocks.span
    for last in stretch.dropFirst(most) {
      let days = Int(blocks[last].date) - Int(blocks[last - most].date)
      if days == most, Int64(max(blocks[last].second, blocks[last - most].second)) < second {
        return true
      }
    }
    return false
  }

  /// The date on which the shift that some blocks make begins. One that is a night begins, like nights, on
  /// the date of the evening before (S-NIGHT).
  func beginning(of parts: Range<Int>, _ origin: Int64) -> Int32 {
    let block = blocks[parts.lowerBound]
    guard isNight(parts) else { return block.date }
    let middle = (Int64(block.start) + Int64(blocks[parts.upperBound - 1].end)) / 2
    let local = origin + middle + Int64(block.startOffset) - Self.day / 2
    // One that goes on far into the next day begins where it begins all the same.
    return min(block.date, Int32(clamping: local.flooredQuotient(Self.day)))
  }

  /// Whether more rows of night than so many may lie within so many dates: a quick look, which says yes when
  /// in doubt.
  func mayHaveNights(moreThan most: Int, within days: Int32) -> Bool {
    let nights = nights.span
    guard nights.count > most else { return false }
    for i in 1..<nights.count {
      let date = nights[i].date.days
      // Rows that overlap need not be in order.
      if date < nights[i - 1].date.days { return true }
      if i >= most, date - nights[i - most].date.days < days { return true }
    }
    return most == 0
  }

  /// Whether the shift that some blocks make begins as a night or holds one.
  @inline(__always)
  func isNight(_ parts: Range<Int>) -> Bool {
    if blocks[parts.lowerBound].type == .night { return true }
    return parts.count > 1 && hasNight(in: Int32(parts.lowerBound)..<Int32(parts.upperBound))
  }
}

/// Consecutive dates on which a shift of one kind begins.
struct KindRun {
  /// Positions in ``PersonTimeline/blocks`` of the first block of its first and last shift, and of the
  /// shift that is one too many.
  var first: Int
  var last: Int
  var past: Int
  /// How many dates or shifts.
  var count: Int
}

/// Finds such runs among the shifts of the kind, given by start. What else lies between does not part them:
/// an hour of meeting makes no fourth evening the first.
struct KindRuns {
  /// Runs of more than this are told.
  let most: Int
  /// Two shifts on one date are two; else a run is as long as it has dates.
  var countsShifts = false
  private var run = KindRun(first: 0, last: 0, past: 0, count: 0)
  private var date: Int32 = 0

  init(most: Int, countsShifts: Bool = false) {
    self.most = most
    self.countsShifts = countsShifts
  }

  /// The run at hand, when it is to be told.
  var last: KindRun? { run.count > most ? run : nil }

  /// - Parameters:
  ///   - block: The position of the shift's first block.
  ///   - date: The one on which it begins.
  /// - Returns: The run that ends before it, when that is to be told.
  @inline(__always)
  mutating func add(_ block: Int, on date: Int32) -> KindRun? {
    guard run.count > 0, date <= self.date + 1 else {
      let before = last
      run = KindRun(first: block, last: block, past: block, count: 1)
      self.date = date
      return before
    }
    if countsShifts || date > self.date {
      run.count += 1
      if run.count == most + 1 { run.past = block }
      self.date = max(self.date, date)
    }
    run.last = block
    return nil
  }
}

/// The stretch of a sorted list with the most entries inside a window.
enum Densest {
  /// - Parameters:
  ///   - values: Ascending.
  ///   - window: Entries that lie less than this apart are inside one.
  /// - Returns: nil when the list is empty; the first of several that are alike.
  static func range(_ values: [Int64], within window: Int64) -> Range<Int>? {
    guard !values.isEmpty else { return nil }
    var best = 0..<1
    var first = 0
    for last in values.indices {
      while values[last] - values[first] >= window { first += 1 }
      if last + 1 - first > best.count { best = first..<last + 1 }
    }
    return best
  }
}
