/// Hours of work counted on one fixed day (S-DAY, hours limits).
public struct DayHours: Sendable {
  public var seconds: Int64
  /// The most of it that some running 24 hours really hold; all of one stretch. A sum is a finding
  /// only where this is over the limit too.
  public var inRunningDay: Int64
  /// Positions in ``PersonTimeline/blocks`` of the first and last block counted.
  public var first: Int32
  public var last: Int32
  /// One unbroken stretch of work: the same under every reading.
  public var isOneStretch: Bool { first == last }
}

/// The most work in stretches that begin on one fixed day, in seconds: what is not under a limit here
/// needs no closer look.
struct MostInDay: Sendable {
  var working: Int64 = 0
  /// What is not marked as overtime.
  var ordinary: Int64 = 0
}

extension PersonTimeline {
  /// Less than this on a fixed day is no long day under any limit for adults. Seconds.
  static let longDay: Int64 = 9 * 3600

  /// Finds the most work on a fixed day, and the days with more than ``longDay``.
  @inline(never)
  mutating func findLongDays() {
    longDays.removeAll(keepingCapacity: true)
    mostInDay = MostInDay()
    let (blocks, dayStart) = (blocks, dayStart)
    guard !blocks.isEmpty else { return }
    var (days, most): ([Range<Int>], MostInDay) = ([], MostInDay())
    swap(&days, &longDays)
    days.append(addingCapacity: blocks.count) { days in
      let blocks = blocks.span
      var (day, first, working, ordinary) = (Int64.min, 0, Int64(0), Int64(0))
      var (mostWorking, mostOrdinary) = (Int64(0), Int64(0))
      for i in blocks.indices {
        let own = startDay(of: blocks[i], dayStart)
        if own != day {
          if working > Self.longDay { days.append(first..<i) }
          (day, first, working, ordinary) = (own, i, 0, 0)
        }
        working += blocks[i].working
        ordinary += blocks[i].ordinary
        mostWorking = max(mostWorking, working)
        mostOrdinary = max(mostOrdinary, ordinary)
      }
      if working > Self.longDay { days.append(first..<blocks.count) }
      most = MostInDay(working: mostWorking, ordinary: mostOrdinary)
    }
    swap(&days, &longDays)
    mostInDay = most
  }

  /// Work over `limit` on a fixed day.
  ///
  /// A continuous stretch is never cut: it belongs to the day that holds most of it, a tie to the
  /// day it starts on. Several are added up only when each also starts on that day: a night that
  /// began the evening before is not added to the next evening's shift, where the short rest between
  /// them is the finding. A sum counts only when some running 24 hours really hold more than the
  /// limit.
  ///
  /// - Parameters:
  ///   - dayStart: Where the fixed day begins, in seconds after local midnight.
  ///   - roster: The one that the timeline is of.
  ///   - ordinary: Leaves out what is marked as overtime.
  ///   - standsAlone: Whether a stretch over the limit is a finding without the rest of its day. Where
  ///     none is, the day's sum is what counts.
  func daysOver(
    _ limit: Int64, dayStart: Int64, of roster: Roster, ordinary: Bool = false,
    clock: ZoneCursor, standsAlone: (Int32) -> Bool = { _ in true }
  ) -> [DayHours] {
    var found: [DayHours] = []
    forEachDay(
      over: limit, dayStart: dayStart, of: roster, ordinary: ordinary, clock: clock,
      standsAlone: standsAlone
    ) { found.append($0) }
    return found
  }

  /// Tells the same in order of time.
  @inline(__always)
  func forEachDay(
    over limit: Int64, dayStart: Int64, of roster: Roster, ordinary: Bool = false,
    clock: ZoneCursor, standsAlone: (Int32) -> Bool = { _ in true }, _ body: (DayHours) -> Void
  ) {
    let isKnown = dayStart == self.dayStart && limit >= Self.longDay
    let longDays = longDays.span
    let blocks = blocks.span
    var next = 0
    while next < (isKnown ? longDays.count : blocks.count) {
      let day = isKnown ? longDays[next] : startingTogether(from: next, dayStart)
      next = isKnown ? next + 1 : day.upperBound
      if day.count > 1 {
        let hours = addUp(
          day, over: limit, dayStart, roster, ordinary, clock, standsAlone: standsAlone)
        for hours in hours { body(hours) }
        continue
      }
      // Most days hold one stretch, which stands for itself wherever it belongs.
      let seconds = blocks[day.lowerBound].counted(ordinary)
      if seconds > limit {
        let only = Int32(day.lowerBound)
        body(DayHours(seconds: seconds, inRunningDay: seconds, first: only, last: only))
      }
    }
  }

  /// The stretches from one on that start on the same fixed day.
  private func startingTogether(from first: Int, _ dayStart: Int64) -> Range<Int> {
    let day = startDay(of: blocks[first], dayStart)
    var next = first + 1
    while next < blocks.count, startDay(of: blocks[next], dayStart) == day { next += 1 }
    return first..<next
  }

  /// The stretches that start on one day; those that belong to the next stand alone.
  private func addUp(
    _ range: Range<Int>, over limit: Int64, _ dayStart: Int64, _ roster: Roster, _ ordinary: Bool,
    _ clock: ZoneCursor, standsAlone: (Int32) -> Bool
  ) -> [DayHours] {
    var found: [DayHours] = []
    let sum = range.reduce(Int64(0)) { $0 + blocks[$1].counted(ordinary) }
    guard sum > limit else { return found }
    let startDay = startDay(of: blocks[range.lowerBound], dayStart)
    var clock = clock
    var open: DayHours?
    for position in range {
      let (block, at) = (blocks[position], Int32(position))
      let seconds = block.counted(ordinary)
      let single = DayHours(seconds: seconds, inRunningDay: seconds, first: at, last: at)
      if day(of: block, dayStart, roster.origin.seconds, &clock) != startDay {
        close(open)
        open = nil
        close(single)
      } else if var same = open {
        same.seconds += single.seconds
        same.last = single.last
        open = same
      } else {
        open = single
      }
    }
    close(open)
    return found

    func close(_ hours: DayHours?) {
      guard var hours, hours.seconds > limit else { return }
      // A single stretch over the limit stands on its own, whatever else lies on the day.
      if !hours.isOneStretch {
        let long = (hours.first...hours.last).filter {
          blocks[Int($0)].counted(ordinary) > limit && standsAlone($0)
        }
        if !long.isEmpty {
          for i in long {
            let seconds = blocks[Int(i)].counted(ordinary)
            found.append(DayHours(seconds: seconds, inRunningDay: seconds, first: i, last: i))
          }
          return
        }
        hours.inRunningDay = min(hours.seconds, mostInRunningDay(hours, ordinary, roster))
        guard hours.inRunningDay > limit else { return }
      }
      found.append(hours)
    }
  }

  @inline(__always)
  private func startDay(of block: Block, _ dayStart: Int64) -> Int64 {
    dayStart == 0
      ? Int64(block.date)
      : Int64(block.date) + (Int64(block.second) - dayStart).flooredQuotient(Self.day)
  }

  /// The fixed day a block belongs to, as a count of days.
  private func day(
    of block: Block, _ dayStart: Int64, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> Int64 {
    let start = origin + Int64(block.start) + Int64(block.startOffset) - dayStart
    let end = origin + Int64(block.end) + Int64(block.endOffset) - dayStart
    let (first, last) = (start.flooredQuotient(Self.day), (end - 1).flooredQuotient(Self.day))
    guard last > first else { return first }
    var best = (day: first, seconds: Int64(0))
    for day in first...last {
      let opens = clock.resolve(local: day * Self.day + dayStart).instant.seconds - origin
      let closes = clock.resolve(local: (day + 1) * Self.day + dayStart).instant.seconds - origin
      let inside = min(Int64(block.end), closes) - max(Int64(block.start), opens)
      if inside > best.seconds { best = (day, inside) }
    }
    return best.day
  }

  /// The most work that any 24 hours hold that have some of these blocks in them. What lies in breaks is none.
  private func mostInRunningDay(_ hours: DayHours, _ ordinary: Bool, _ roster: Roster) -> Int64 {
    let own = Int(hours.first)..<Int(hours.last) + 1
    let opens = Int64(blocks[own.lowerBound].start)
    let closes = Int64(blocks[own.upperBound - 1].end)
    guard closes - opens > Self.day else { return hours.seconds }
    var near = own
    while near.lowerBound > 0, Int64(blocks[near.lowerBound - 1].end) > opens - Self.day {
      near = near.lowerBound - 1..<near.upperBound
    }
    while near.upperBound < blocks.count,
      Int64(blocks[near.upperBound].start) < closes + Self.day
    {
      near = near.lowerBound..<near.upperBound + 1
    }
    let work = CountedWork(self, near, ordinary: ordinary, longest: Self.day, of: roster)
    // The most is held by a window that begins or ends where counted work does.
    var most: Int64 = 0
    for edge in work.edges {
      for from in [Int64(edge), Int64(edge) - Self.day]
      where from < closes && from + Self.day > opens {
        most = max(most, work.seconds(from: from, to: from + Self.day))
      }
    }
    return most
  }
}

extension PersonTimeline.Block {
  func counted(_ onlyOrdinary: Bool) -> Int64 { onlyOrdinary ? ordinary : working }
}
