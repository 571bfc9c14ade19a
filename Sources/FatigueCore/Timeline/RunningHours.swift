/// What some running window of a fixed length holds, and where that window begins.
public struct RunningWindow: Sendable {
  public var seconds: Int64
  /// In seconds from the roster's origin.
  public var from: Int32
}

extension PersonTimeline {
  /// The most work that any window of a length holds; nil without work.
  ///
  /// Work in a window of fixed length is greatest for one that begins with a block or ends with one.
  /// O(blocks).
  func mostWork(inAny length: Int64) -> RunningWindow? {
    guard let start = blocks.first?.start else { return nil }
    let blocks = blocks.span
    var best = RunningWindow(seconds: 0, from: start)
    // Windows that begin with a block. `inside` is the length of those before `last`, which begin in the
    // window; only the last of them may go on after it.
    var (last, inside) = (0, Int64(0))
    for i in blocks.indices {
      let block = blocks[i]
      let closes = Int64(block.start) + length
      while last < blocks.count, Int64(blocks[last].start) < closes {
        inside += blocks[last].length
        last += 1
      }
      // Without what goes on after the window, the sum is no greater.
      if inside > best.seconds {
        let sum = inside - max(0, Int64(blocks[last - 1].end) - closes)
        if sum > best.seconds { best = RunningWindow(seconds: sum, from: block.start) }
      }
      inside -= block.length
    }
    // Windows that end with a block. `inside` is the length of those from `first`, which end in the window.
    var first = 0
    inside = 0
    for i in blocks.indices {
      let block = blocks[i]
      inside += block.length
      let opens = Int64(block.end) - length
      while Int64(blocks[first].end) <= opens {
        inside -= blocks[first].length
        first += 1
      }
      if inside > best.seconds {
        let sum = inside - max(0, opens - Int64(blocks[first].start))
        if sum > best.seconds {
          best = RunningWindow(seconds: sum, from: Int32(clamping: opens))
        }
      }
    }
    return best
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
    while starting < blocks.count || ending < blocks.count {
      let withStart = starting < blocks.count ? Int64(blocks[starting].start) : .max
      let withEnd = ending < blocks.count ? Int64(blocks[ending].end) - length : .max
      let opens = min(withStart, withEnd)
      if withStart <= withEnd { starting += 1 } else { ending += 1 }
      let closes = opens + length
      while last < blocks.count, Int64(blocks[last].start) < closes {
        sum += blocks[last].length
        last += 1
      }
      while first < last, Int64(blocks[first].end) <= opens {
        sum -= blocks[first].length
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

  /// The window of a length, wholly inside the horizon, whose longest free stretch is shortest.
  ///
  /// - Returns: That stretch's length and where the window begins; nil when the horizon is shorter
  ///   than the window.
  func leastRest(inAny length: Int64, within horizon: WorkInterval) -> RunningWindow? {
    guard Int64(horizon.end) - Int64(horizon.start) >= length else { return nil }
    // The longest stretch inside a window only shrinks while neither of its ends meets work, so it
    // is least where the window begins or ends at an edge of a block, or halfway between two rests.
    var free: [(from: Int64, to: Int64)] = []
    var from = Int64(horizon.start)
    for block in blocks[block(endingAfter: horizon.start)...] {
      let until = min(Int64(block.start), Int64(horizon.end))
      if until > from { free.append((from, until)) }
      from = max(from, Int64(block.end))
      if block.end >= horizon.end { break }
    }
    if Int64(horizon.end) > from { free.append((from, Int64(horizon.end))) }
    let (earliest, latest) = (Int64(horizon.start), Int64(horizon.end) - length)
    var best: RunningWindow?
    var least = Int64.max
    // The stretch that ruled out the last window most likely rules out the next.
    var longest = 0
    func consider(_ opens: Int64) {
      guard opens >= earliest, opens <= latest else { return }
      let closes = opens + length
      if best != nil, min(free[longest].to, closes) - max(free[longest].from, opens) >= least {
        return
      }
      var (low, high) = (0, free.count)
      while low < high {
        let middle = (low + high) / 2
        if free[middle].to <= opens { low = middle + 1 } else { high = middle }
      }
      var most: Int64 = 0
      while low < free.count, free[low].from < closes {
        most = max(most, min(free[low].to, closes) - max(free[low].from, opens))
        // A window with as long a stretch as the best one so far is no better.
        guard most < least else {
          longest = low
          return
        }
        low += 1
      }
      guard most < least else { return }
      least = most
      best = RunningWindow(seconds: most, from: Int32(clamping: opens))
    }
    consider(earliest)
    for (index, rest) in free.enumerated() {
      // The rest is just left behind, or not reached yet.
      consider(rest.to)
      consider(rest.from - length)
      // Cut by the start, it is as long as one cut by the end.
      var next = index + 1
      while next < free.count, free[next].from - rest.to < length {
        let middle = rest.to - length + free[next].from
        consider(middle.flooredQuotient(2))
        next += 1
      }
    }
    consider(latest)
    return best
  }
}
