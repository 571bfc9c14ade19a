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
    return (
      Int32(clamping: from.flooredQuotient(Self.day)),
      Int32(clamping: max(from, to - 1).flooredQuotient(Self.day))
    )
  }

  /// The runs of dates with any work, in time order; known of the roster's origin, else O(blocks).
  func dateRuns(origin: Int64) -> [DateRun] {
    if let known = runsOfDates, known.origin == origin { return known.runs }
    return findDateRuns(origin: origin)
  }

  func findDateRuns(origin: Int64) -> [DateRun] {
    var runs: [DateRun] = []
    var open: DateRun?
    for index in blocks.indices {
      let (first, last) = dates(of: blocks[index], origin: origin)
      let position = Int32(index)
      if var run = open, first <= run.last + 1 {
        run.last = max(run.last, last)
        run.blocks = run.blocks.lowerBound..<position + 1
        open = run
      } else {
        if let open { runs.append(open) }
        open = DateRun(first: first, last: last, blocks: position..<position + 1)
      }
    }
    if let open { runs.append(open) }
    return runs
  }

  /// Runs of blocks of one kind on consecutive dates of beginning, as positions in ``blocks``.
  ///
  /// - Parameter belongs: Whether a block is of the kind; others part the runs.
  func runs(
    origin: Int64, onConsecutiveDates belongs: (Block) -> Bool, _ body: (Range<Int>, Int) -> Void
  ) {
    var open: (range: Range<Int>, first: Int32, last: Int32)?
    for (index, block) in blocks.enumerated() {
      guard belongs(block) else {
        if let run = open { body(run.range, Int(run.last - run.first) + 1) }
        open = nil
        continue
      }
      let date = dates(of: block, origin: origin).first
      if let run = open, date <= run.last + 1 {
        open = (run.range.lowerBound..<index + 1, run.first, date)
      } else {
        if let run = open { body(run.range, Int(run.last - run.first) + 1) }
        open = (index..<index + 1, date, date)
      }
    }
    if let run = open { body(run.range, Int(run.last - run.first) + 1) }
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
