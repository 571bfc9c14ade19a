/// What is counted for one person, exact; the report turns it into hours.
public struct PersonMetrics: Sendable {
  /// Rows of work, before merging.
  public var shifts = 0
  /// Sum of their lengths, overlap counted twice, and the length of their union. Seconds.
  public var seconds: Int64 = 0
  public var mergedSeconds: Int64 = 0
  /// Gaps between merged blocks of work: how many are under 11 h, and the shortest, in seconds.
  public var quickReturns = 0
  public var shortestRest: Int64?
  /// Shifts with at least 3 h inside 23–06, and their longest run of dates.
  public var nights = 0
  public var longestNightRun = 0
  /// Seconds inside 21–06, of the union too.
  public var nightSeconds: Int64 = 0
  /// Longest run of local dates on which a shift starts.
  public var longestWorkRun = 0
  /// Sundays and holidays worked, apart from marginal overlaps (S-SUN).
  public var sundays = 0
  /// Of those the ones that are no Sunday.
  public var holidays = 0
  /// Weekends with any work from Friday 18:00 to Sunday 24:00.
  public var weekends = 0
  /// Seconds of Sunday and holiday work (§ 10-10), marginal or not.
  public var sundaySeconds: Int64 = 0
  /// Predicted sleep inside the period, in seconds; nil when nothing was predicted.
  public var sleepSeconds: Int64?
  /// Highest raw KSS in a duty and when, in seconds from the origin; nil without a duty.
  public var maxKss: Double?
  public var maxKssAt: Int32 = 0
  /// Highest RR446-compatible indices of a duty; nil without a duty.
  public var maxFatigueIndex: Double?
  public var maxRiskIndex: Double?
  /// Most lapses of a duty by the Unified Model; nil unless it was asked for.
  public var maxLapses: Double?
  /// Duty time at KSS 7 and 8 or more, in seconds.
  public var secondsKss7: Double = 0
  public var secondsKss8: Double = 0
  public var longestSameShiftRun = 0
  /// Twice the median run, so that it stays whole.
  public var doubledMedianRun = 0
  public var rotationChanges = 0
  public var backwardChanges = 0

  /// Nothing counted yet.
  init() {}

  /// Counts what needs no model.
  init(
    _ roster: Roster, _ timeline: PersonTimeline, _ red: borrowing RedDayWork,
    clock: inout ZoneCursor
  ) {
    shifts = timeline.pieces.count
    addBlocks(roster, timeline, &clock)
    nightSeconds = timeline.mergedNight(origin: roster.origin.seconds, clock: &clock)
    sundays = red.worked
    holidays = red.holidays
    sundaySeconds = red.seconds
    countWeekends(timeline, origin: roster.origin.seconds)
    nights = timeline.nights.count
    longestNightRun = timeline.nightRuns.reduce(0) {
      max($0, timeline.length(ofNightRun: $1))
    }
    longestSameShiftRun = timeline.runs.reduce(0) { max($0, $1.count) }
    doubledMedianRun = Self.doubledMedian(timeline.runs, longest: longestSameShiftRun)
    rotationChanges = timeline.steps.count
    backwardChanges = timeline.backwardSteps
  }

  /// Lengths, rests between them and the dates on which shifts start.
  private mutating func addBlocks(
    _ roster: Roster, _ timeline: PersonTimeline, _ clock: inout ZoneCursor
  ) {
    (mergedSeconds, quickReturns) = (timeline.allInBlocks, timeline.shortGaps)
    (seconds, longestWorkRun) = (mergedSeconds, timeline.longestStartRun)
    if timeline.shortestGap < .max { shortestRest = timeline.shortestGap }
    if shifts > timeline.blocks.count { addShifts(roster, timeline, &clock) }
  }

  /// Lengths and dates of shifts where some make one block.
  @inline(never)
  private mutating func addShifts(
    _ roster: Roster, _ timeline: PersonTimeline, _ clock: inout ZoneCursor
  ) {
    let blocks = timeline.blocks.span
    var dates = WorkDateRun()
    for i in blocks.indices {
      dates.add(blocks[i].date)
      guard blocks[i].pieces.count > 1 else { continue }
      seconds -= blocks[i].length
      for piece in blocks[i].pieces {
        let shift = roster.shifts[Int(timeline.pieces[Int(piece)])]
        seconds += Int64(shift.end) - Int64(shift.start)
        let local = clock.local(roster.origin.seconds + Int64(shift.start))
        dates.add(Int32(clamping: local.flooredQuotient(PersonTimeline.day)))
      }
    }
    longestWorkRun = dates.longest
  }

  /// Twice the median length, by counting how many runs have each; 0 without runs.
  private static func doubledMedian(_ runs: [Rotation.Run], longest: Int) -> Int {
    var counts = [Int](repeating: 0, count: longest + 1)
    for run in runs { counts[run.count] += 1 }
    /// The length at a place in the order of length.
    func length(_ place: Int) -> Int {
      var before = 0
      return counts.indices.first { length in
        before += counts[length]
        return before > place
      } ?? 0
    }
    return length((runs.count - 1) / 2) + length(runs.count / 2)
  }
}

extension PersonMetrics {
  /// Friday evening belongs to the weekend, as unions count it (S-SUN).
  private mutating func countWeekends(_ timeline: PersonTimeline, origin: Int64) {
    let (day, week): (Int64, Int64) = (86_400, 7 * 86_400)
    // 1970-01-01 was a Thursday: the weekend opens a day and 18 hours later.
    let opening = day + 18 * 3600
    var last = Int64.min
    // The first weekend that no block so far has reached begins then.
    var next = Int64.min
    let blocks = timeline.blocks.span
    for i in blocks.indices {
      let to = origin + Int64(blocks[i].end) + Int64(blocks[i].endOffset) - opening
      guard to > next else { continue }
      let from = origin + Int64(blocks[i].start) + Int64(blocks[i].startOffset) - opening
      var number = from.flooredQuotient(week)
      // Past the 54 hours of one weekend, the next is what the block may reach.
      if from - number * week >= 54 * 3600 { number += 1 }
      while number * week < to {
        if number > last {
          weekends += 1
          last = number
        }
        number += 1
      }
      next = number * week
    }
  }
}

/// The longest run of consecutive dates, fed in ascending order.
private struct WorkDateRun {
  var longest = 0
  private var run = 0
  private var last = Int32.min

  @inline(__always)
  mutating func add(_ day: Int32) {
    if day == last { return }
    run = run > 0 && day == last + 1 ? run + 1 : 1
    last = day
    longest = max(longest, run)
  }
}
