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
  /// Runs of consecutive dates on which a block of one kind begins. What else lies between does not
  /// part them: an hour of meeting makes no fourth evening the first.
  ///
  /// A block that is a night begins, like nights, on the date of the evening before (S-NIGHT).
  ///
  /// - Parameters:
  ///   - most: Runs of more dates than this are told.
  ///   - belongs: Whether the block at a position is of the kind.
  @inline(__always)
  func runs(
    origin: Int64, most: Int, onConsecutiveDates belongs: (Int) -> Bool, _ body: (KindRun) -> Void
  ) {
    var run = KindRun(first: 0, last: 0, past: 0, days: 0)
    var last: Int32 = 0
    for index in blocks.indices where belongs(index) {
      let date = beginning(of: blocks[index], origin)
      if run.days == 0 || date > last + 1 {
        if run.days > most { body(run) }
        run = KindRun(first: index, last: index, past: index, days: 1)
        last = date
      } else {
        if date > last {
          run.days += 1
          if run.days == most + 1 { run.past = index }
          last = date
        }
        run.last = index
      }
    }
    if run.days > most { body(run) }
  }

  private func beginning(of block: Block, _ origin: Int64) -> Int32 {
    guard block.type == .night else { return block.date }
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
