/// Rests between main work periods that are shorter than a limit (S-DAY, daily rest).
public struct ShortRest: Sendable {
  /// Seconds of rest that count.
  public var seconds: Int64
  /// The stretch measured, in seconds from the roster's origin.
  public var from: Int32
  public var to: Int32
  /// False when it is short only because the duty itself spreads over more than 24 h less the rest:
  /// one reading of the law accepts that.
  public var certain: Bool
  /// Positions in ``PersonTimeline/blocks`` on either side; equal when only one duty is concerned.
  public var before: Int32
  public var after: Int32
  /// Position of the block with which the duty before the rest begins.
  public var opening: Int32
  /// The longest free stretch in the 24 hours from the start of the duty before the rest, in seconds, where that
  /// and the one after it lie so close that they may be read as one spread-out duty; else 0.
  public var asOneDuty: Int64 = 0
}

extension PersonTimeline {
  /// Pieces that together span at most this are read as one spread-out duty (S-DAY).
  static let longestSpread: Int64 = 16 * 3600

  /// Every rest under `limit`, in time order.
  ///
  /// A duty that is followed by a full rest, but leaves less than `limit` free in the 24 hours from
  /// its start, is reported as not certain; a gap under `limit` to the next duty is certain.
  public func shortRests(under limit: Int64) -> [ShortRest] {
    if limit == Self.periodRest { return quickRests }
    var found: [ShortRest] = []
    findShortRests(under: limit, &found)
    return found
  }

  /// The rests that most rules on rest ask for, found once.
  mutating func findQuickRests() {
    var found: [ShortRest] = []
    swap(&found, &quickRests)
    findShortRests(under: Self.periodRest, &found)
    swap(&found, &quickRests)
  }

  private func findShortRests(under limit: Int64, _ found: inout [ShortRest]) {
    let periods = periods.span
    let longest = Self.day - limit
    var i = 0
    while i < periods.count {
      // Most duties have a rest after them that is long enough, and are not so long themselves.
      var (start, end) = (Int64(periods[i].start), Int64(periods[i].end))
      for next in i + 1..<periods.count {
        let begins = Int64(periods[next].start)
        guard begins - end >= limit, end - start <= longest else { break }
        (i, start, end) = (next, begins, Int64(periods[next].end))
      }
      let period = periods[i]
      let gap = i + 1 < periods.count ? Int64(periods[i + 1].start) - Int64(period.end) : .max
      if gap >= limit {
        appendSpread(i, i, limit, &found)
        i += 1
        continue
      }
      let next = periods[i + 1]
      let gapAfter =
        i + 2 < periods.count ? Int64(periods[i + 2].start) - Int64(next.end) : Int64.max
      if Int64(next.end) - Int64(period.start) <= Self.longestSpread, gapAfter >= limit {
        appendSpread(i, i + 1, limit, &found)
        i += 2
        continue
      }
      var rest = ShortRest(
        seconds: gap, from: period.end, to: next.start, certain: true,
        before: period.blocks.upperBound - 1, after: next.blocks.lowerBound,
        opening: period.blocks.lowerBound)
      let spread = Int64(next.end) - Int64(period.start)
      if spread <= Self.longestSpread {
        rest.asOneDuty = max(gap, min(gapAfter, Self.day - spread))
      }
      found.append(rest)
      i += 1
    }
  }

  /// What the duty before a certain rest that is long enough leaves of the 24 hours from its start, when
  /// that is under `limit`; never certain.
  func spread(before rest: ShortRest, under limit: Int64) -> ShortRest? {
    guard rest.seconds >= limit,
      Int64(rest.from) - Int64(blocks[Int(rest.opening)].start) > Self.day - limit
    else { return nil }
    var found: [ShortRest] = []
    let period = period(ofBlock: Int(rest.opening))
    appendSpread(period, period, limit, &found)
    return found.first
  }

  /// The longest free stretch in the 24 h from the start of the duty made of periods `first` to
  /// `last`, when it is under `limit`.
  @inline(__always)
  private func appendSpread(_ first: Int, _ last: Int, _ limit: Int64, _ found: inout [ShortRest]) {
    // Few duties are so long.
    guard Int64(periods[last].end) - Int64(periods[first].start) > Self.day - limit else { return }
    appendLongSpread(first, last, limit, &found)
  }

  private func appendLongSpread(
    _ first: Int, _ last: Int, _ limit: Int64, _ found: inout [ShortRest]
  ) {
    let opens = Int64(periods[first].start)
    let duty = periods[first].blocks.lowerBound..<periods[last].blocks.upperBound
    var longest = ShortRest(
      seconds: 0, from: periods[last].end, to: periods[last].end, certain: false,
      before: duty.upperBound - 1, after: duty.upperBound - 1, opening: duty.lowerBound)
    for i in duty.map(Int.init) {
      let next = i + 1 < blocks.count ? Int64(blocks[i + 1].start) : .max
      let until = min(opens + Self.day, next)
      guard until - Int64(blocks[i].end) > longest.seconds else { continue }
      longest.seconds = until - Int64(blocks[i].end)
      (longest.from, longest.to) = (blocks[i].end, Int32(clamping: until))
    }
    if longest.seconds < limit { found.append(longest) }
  }
}
