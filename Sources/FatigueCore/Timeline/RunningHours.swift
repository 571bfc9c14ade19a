/// What some running window of a fixed length holds, and where that window begins.
public struct RunningWindow: Equatable, Sendable {
  public var seconds: Int64
  /// In seconds from the roster's origin.
  public var from: Int32
}

extension PersonTimeline {
  /// The window of a length with the most work; nil when none has more than a limit.
  ///
  /// Work in a window of fixed length is greatest for one that begins with a block or ends with one. Of
  /// several alike it is the first that begins with a block, else the first that ends with one.
  /// O(blocks).
  func mostWork(inAny length: Int64, over limit: Int64) -> RunningWindow? {
    let blocks = work.span
    var best: RunningWindow?
    // What a window that begins with a block has at least to be a better one, and one that ends with one.
    var (beginning, ending) = (limit + 1, limit + 1)
    // The blocks that the window ending with the last of them touches, and their whole length.
    var (first, inside) = (0, Int64(0))
    var leaves = blocks.isEmpty ? 0 : Int64(blocks[0].end)
    for last in blocks.indices {
      let end = Int64(blocks[last].end)
      inside += end - Int64(blocks[last].start)
      while leaves <= end - length {
        inside -= Int64(blocks[first].length)
        first += 1
        leaves = Int64(blocks[first].end)
      }
      // No window has more whose last block is this: where it holds more blocks, it cuts more off this one.
      guard inside >= beginning else { continue }
      var (i, whole) = (first, inside)
      while i > 0, Int64(blocks[i - 1].start) + length > Int64(blocks[last].start) {
        i -= 1
        whole += Int64(blocks[i].length)
      }
      let next = last + 1 < blocks.count ? Int64(blocks[last + 1].start) : .max
      while i <= last, Int64(blocks[i].start) + length <= next {
        let work = whole - max(0, end - Int64(blocks[i].start) - length)
        if work >= beginning {
          best = RunningWindow(seconds: work, from: blocks[i].start)
          (beginning, ending) = (work + 1, work + 1)
        }
        whole -= Int64(blocks[i].length)
        i += 1
      }
      let work = inside - max(0, end - length - Int64(blocks[first].start))
      if work >= ending {
        best = RunningWindow(seconds: work, from: Int32(clamping: end - length))
        (beginning, ending) = (work, work + 1)
      }
    }
    return best
  }

  /// The most work that any window of a length has, where nobody asks for the window. O(blocks).
  ///
  /// One that has most ends with a block: moved on within its last block it gains what it loses at least, and
  /// moved back to the end of its last block it loses nothing.
  ///
  /// - Parameters:
  ///   - least: What is returned where no window has more.
  ///   - enough: A window with so much is not looked beyond.
  func mostWork(inAny length: Int64, over least: Int64, upTo enough: Int64) -> Int64 {
    let blocks = work.span
    // The blocks that the window ending with the last of them touches, and maybe some before; and their whole
    // length.
    var (first, inside, most) = (0, Int64(0), least)
    var leaves = blocks.isEmpty ? 0 : Int64(blocks[0].end)
    for last in blocks.indices {
      let end = Int64(blocks[last].end)
      inside += end - Int64(blocks[last].start)
      // Even with what lies before the window there is not more.
      guard inside > most else { continue }
      let opens = end - length
      while leaves <= opens {
        inside -= leaves - Int64(blocks[first].start)
        first += 1
        leaves = Int64(blocks[first].end)
      }
      let work = inside - max(0, opens - Int64(blocks[first].start))
      guard work > most else { continue }
      most = work
      if most >= enough { break }
    }
    return most
  }

  /// The unpaid break of the blocks that a window touches, in seconds: where in a block it lies is not always known.
  func unpaid(from: Int32, to: Int32) -> Int64 {
    var (sum, i) = (Int64(0), block(endingAfter: from))
    while i < blocks.count, blocks[i].start < to {
      sum += blocks[i].unpaid
      i += 1
    }
    return sum
  }

  /// The windows of a length with more than `limit` of work. Of those that begin within one length of
  /// the first, the one with the most; so each stretch of too much work is found once.
  ///
  /// - Complexity: O(blocks); allocates only when something is found.
  func windows(of length: Int64, over limit: Int64) -> [RunningWindow] {
    var found: [RunningWindow] = []
    var groupOpens = Int64.min
    // Blocks that a window touches, and their whole length; both bounds only move forward, because
    // the windows that matter are taken in the order of their beginning.
    var (first, last, sum) = (0, 0, Int64(0))
    var (starting, ending) = (0, 0)
    let blocks = work.span
    while starting < blocks.count || ending < blocks.count {
      let withStart = starting < blocks.count ? Int64(blocks[starting].start) : .max
      let withEnd = ending < blocks.count ? Int64(blocks[ending].end) - length : .max
      let opens = min(withStart, withEnd)
      if withStart <= withEnd { starting += 1 } else { ending += 1 }
      let closes = opens + length
      while last < blocks.count, Int64(blocks[last].start) < closes {
        sum += Int64(blocks[last].length)
        last += 1
      }
      while first < last, Int64(blocks[first].end) <= opens {
        sum -= Int64(blocks[first].length)
        first += 1
      }
      guard first < last else { continue }
      let before = max(0, opens - Int64(blocks[first].start))
      let after = max(0, Int64(blocks[last - 1].end) - closes)
      let work = sum - before - after
      guard work > limit else { continue }
      let window = RunningWindow(seconds: work, from: Int32(clamping: opens))
      if found.isEmpty || opens - groupOpens >= length {
        groupOpens = opens
        found.append(window)
      } else if work > found[found.count - 1].seconds {
        found[found.count - 1] = window
      }
    }
    return found
  }

  /// Where windows of a length have no rest of `least`, the one whose longest rest is shortest; one for
  /// each stretch between two such rests, in order.
  ///
  /// - Parameter horizon: Windows lie wholly inside it.
  func windows(
    of length: Int64, withoutRest least: Int64, within horizon: WorkInterval
  ) -> [RunningWindow] {
    var found: [RunningWindow] = []
    var search = LeastRest(windowsOf: length)
    forEachStretch(of: length, withoutRest: least, within: horizon) { blocks, opens, closes in
      if found.isEmpty { found.reserveCapacity(16) }
      found.append(search.window(work.span.extracting(blocks), opens, closes))
    }
    return found
  }

  /// How many ``windows(of:withoutRest:within:)`` has.
  func windowCount(
    of length: Int64, withoutRest least: Int64, within horizon: WorkInterval
  ) -> UInt32 {
    var count: UInt32 = 0
    forEachStretch(of: length, withoutRest: least, within: horizon) { _, _, _ in count += 1 }
    return count
  }

  /// Calls `body` with each stretch in which windows of a length lie that have no rest of `least`: the blocks
  /// that they meet, where the first of them opens, and where the last one closes.
  @inline(__always)
  private func forEachStretch(
    of length: Int64, withoutRest least: Int64, within horizon: WorkInterval,
    _ body: (Range<Int>, Int64, Int64) -> Void
  ) {
    let blocks = work.span
    var first = block(endingAfter: horizon.start)
    // Where such windows may begin, and where the time off begins that comes before the block at hand.
    var (opens, free, i) = (Int64(horizon.start), Int64(horizon.start), first)
    while i < blocks.count, blocks[i].start < horizon.end {
      let start = Int64(blocks[i].start)
      if start - free >= least {
        // Windows fit between two of them only where these are far enough apart.
        if free + least - 1 - opens >= length {
          body(first..<i, opens, free + least - 1)
        }
        (opens, first) = (start - least + 1, i)
      }
      free = Int64(blocks[i].end)
      i += 1
    }
    let closes = min(free + least - 1, Int64(horizon.end))
    if closes - opens >= length { body(first..<i, opens, closes) }
  }
}

/// Looks for the window of a length whose longest rest is shortest.
private struct LeastRest {
  private let length: Int64
  private var free: [Rest] = []
  /// Where windows may begin.
  private var (earliest, latest) = (Int64(0), Int64(0))
  private var best = RunningWindow(seconds: .max, from: 0)
  /// The first rest that ends after the last window opened, and the rest that ruled out the last of
  /// those ruled out: most likely it rules out the next.
  private var (low, longest) = (0, 0)

  private struct Rest {
    var from: Int64
    var to: Int64

    /// What of it lies in a window; less than none when nothing does.
    func inside(_ opens: Int64, _ closes: Int64) -> Int64 { min(to, closes) - max(from, opens) }
  }

  init(windowsOf length: Int64) { self.length = length }

  /// The window between two moments at least a window apart, which these blocks of work meet.
  mutating func window(
    _ blocks: Span<WorkInterval>, _ opens: Int64, _ closes: Int64
  ) -> RunningWindow {
    free.removeAll(keepingCapacity: true)
    free.reserveCapacity(max(32, blocks.count + 1))
    var from = opens
    for i in blocks.indices {
      let start = Int64(blocks[i].start)
      if start > from { free.append(Rest(from: from, to: start)) }
      from = Int64(blocks[i].end)
    }
    if closes > from { free.append(Rest(from: from, to: closes)) }
    (earliest, latest) = (opens, closes - length)
    best = RunningWindow(seconds: .max, from: 0)
    (low, longest) = (0, 0)
    // The longest stretch inside a window only shrinks while neither of its ends meets work, so it
    // is least where the window begins or ends at an edge of a block, or halfway between two rests.
    consider(earliest)
    // The first rest with which a window can be halfway: with the earlier ones it begins too early.
    var halfway = free.count
    for i in free.indices {
      let rest = free[i]
      // The rest is just left behind, or not reached yet.
      consider(rest.to)
      consider(rest.from - length)
      // Cut by the start, it is as long as one cut by the end.
      while halfway > 0, free[halfway - 1].from + rest.to - length >= 2 * earliest { halfway -= 1 }
      var next = max(i + 1, halfway)
      while next < free.count, free[next].from - rest.to < length {
        let middle = (rest.to - length + free[next].from).flooredQuotient(2)
        if middle > latest { break }
        consider(middle)
        next += 1
      }
    }
    consider(latest)
    return best
  }

  @inline(__always)
  private mutating func consider(_ opens: Int64) {
    if opens >= earliest, opens <= latest { look(opens) }
  }

  private mutating func look(_ opens: Int64) {
    let closes = opens + length
    guard free.isEmpty || free[longest].inside(opens, closes) < best.seconds else { return }
    while low > 0, free[low - 1].to > opens { low -= 1 }
    while low < free.count, free[low].to <= opens { low += 1 }
    var (most, i) = (Int64(0), low)
    while i < free.count, free[i].from < closes {
      most = max(most, free[i].inside(opens, closes))
      // A window with as long a stretch as the best one so far is no better.
      guard most < best.seconds else {
        longest = i
        return
      }
      i += 1
    }
    guard most < best.seconds else { return }
    best = RunningWindow(seconds: most, from: Int32(clamping: opens))
  }
}
