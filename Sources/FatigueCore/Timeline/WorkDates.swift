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
  /// Runs of consecutive dates on which a shift of one kind begins, one shift being what short breaks
  /// alone part. What else lies between does not part them: an hour of meeting makes no fourth evening
  /// the first.
  ///
  /// A shift that is a night begins, like nights, on the date of the evening before (S-NIGHT).
  ///
  /// - Parameters:
  ///   - most: Runs of more than this are told.
  ///   - countsShifts: Two shifts on one date are two; else a run is as long as it has dates.
  ///   - belongs: Whether the shift that some blocks make is of the kind.
  @inline(__always)
  func runs(
    origin: Int64, most: Int, countsShifts: Bool = false,
    onConsecutiveDates belongs: (Range<Int>) -> Bool, _ body: (KindRun) -> Void
  ) {
    var run = KindRun(first: 0, last: 0, past: 0, count: 0)
    var last: Int32 = 0
    var next = 0
    while next < blocks.count {
      let parts = shift(from: next)
      next = parts.upperBound
      guard belongs(parts) else { continue }
      let index = parts.lowerBound
      let date = beginning(of: parts, origin)
      if run.count == 0 || date > last + 1 {
        if run.count > most { body(run) }
        run = KindRun(first: index, last: index, past: index, count: 1)
        last = date
      } else {
        if countsShifts || date > last {
          run.count += 1
          if run.count == most + 1 { run.past = index }
          last = max(last, date)
        }
        run.last = index
      }
    }
    if run.count > most { body(run) }
  }

  private func beginning(of parts: Range<Int>, _ origin: Int64) -> Int32 {
    let block = blocks[parts.lowerBound]
    guard isNight(parts) else { return block.date }
    let middle = (Int64(block.start) + Int64(blocks[parts.upperBound - 1].end)) / 2
    let local = origin + middle + Int64(block.startOffset) - Self.day / 2
    // One that goes on far into the next day begins where it begins all the same.
    return min(block.date, Int32(clamping: local.flooredQuotient(Self.day)))
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
