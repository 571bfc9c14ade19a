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
  /// The local dates on which a block begins and ends, as days since 1970.
  func dates(of block: Block, origin: Int64) -> (first: Int32, last: Int32) {
    let from = origin + Int64(block.start) + Int64(block.startOffset)
    let to = origin + Int64(block.end) + Int64(block.endOffset)
    let first = from.flooredQuotient(Self.day)
    // Most end on the date on which they begin, or on the next.
    let midnight = (first + 1) * Self.day
    let last =
      to <= midnight
      ? first
      : to <= midnight + Self.day ? first + 1 : (to - 1).flooredQuotient(Self.day)
    return (Int32(clamping: first), Int32(clamping: last))
  }

  /// The runs of dates with any work, in time order; known of the roster's origin, else O(blocks).
  func dateRuns(origin: Int64) -> [DateRun] {
    if let known = runsOfDates, known.origin == origin { return known.runs }
    return findDateRuns(origin: origin)
  }

  func findDateRuns(origin: Int64) -> [DateRun] {
    guard let block = blocks.first else { return [] }
    var runs: [DateRun] = []
    runs.reserveCapacity(blocks.count / 2 + 1)
    var (first, last) = dates(of: block, origin: origin)
    var opening: Int32 = 0
    for (index, block) in blocks.enumerated().dropFirst() {
      let (begins, ends) = dates(of: block, origin: origin)
      if begins > last + 1 {
        runs.append(DateRun(first: first, last: last, blocks: opening..<Int32(index)))
        (first, last, opening) = (begins, ends, Int32(index))
      } else {
        last = max(last, ends)
      }
    }
    runs.append(DateRun(first: first, last: last, blocks: opening..<Int32(blocks.count)))
    return runs
  }

  /// Runs of consecutive dates on which a block of one kind begins. What else lies between does not
  /// part them: an hour of meeting makes no fourth evening the first.
  ///
  /// A block that is a night begins, like nights, on the date of the evening before (S-NIGHT).
  ///
  /// - Parameters:
  ///   - most: Runs of more dates than this are told.
  ///   - belongs: Whether the block at a position is of the kind.
  func runs(
    origin: Int64, most: Int, onConsecutiveDates belongs: (Int) -> Bool, _ body: (KindRun) -> Void
  ) {
    var open: (run: KindRun, date: Int32)?
    for index in blocks.indices where belongs(index) {
      let date = beginning(of: blocks[index], origin)
      guard var last = open, date <= last.date + 1 else {
        if let run = open?.run, run.days > most { body(run) }
        open = (KindRun(first: index, last: index, past: index, days: 1), date)
        continue
      }
      if date > last.date {
        last.run.days += 1
        if last.run.days == most + 1 { last.run.past = index }
      }
      last.run.last = index
      last.date = max(date, last.date)
      open = last
    }
    if let run = open?.run, run.days > most { body(run) }
  }

  private func beginning(of block: Block, _ origin: Int64) -> Int32 {
    guard block.type == .night else { return dates(of: block, origin: origin).first }
    let middle = (Int64(block.start) + Int64(block.end)) / 2
    let local = origin + middle + Int64(block.startOffset) - Self.day / 2
    return Int32(clamping: local.flooredQuotient(Self.day))
  }
}

/// Consecutive dates on which a block of one kind begins.
struct KindRun {
  /// Positions in ``PersonTimeline/blocks`` of its first and last block, and of the one that begins
  /// on the first date too many.
  var first: Int
  var last: Int
  var past: Int
  var days: Int
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
