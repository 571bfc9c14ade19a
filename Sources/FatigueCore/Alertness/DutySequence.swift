/// What follows from the hours of a duty alone, for one commute and one job.
struct ShiftHours: Sendable {
  /// Clock hour of the start.
  let on: Double
  let timing: ShiftTiming
  let sleep: SleepAroundDuty
  let riskOfJob: Double
  /// What the duty adds to cumulative risk.
  let strain: Double
  /// No longer than duties were when the equations were checked, and breaks that all read alike.
  let isVerified: Bool
  /// One less timing and job, as shares: what the cumulative part is combined with.
  let fit: Double

  /// - Parameters:
  ///   - on: Clock hour, 0 ..< 24.
  ///   - hours: Moved into 1 min to 72 h. Timing and job count 24 h of it at most.
  ///   - commute: Minutes, 0–360.
  init(on: Double, hours: Double, commute: Double, job: JobDemands) {
    let hours = min(max(hours, 1.0 / 60), 72)
    let counted = min(hours, 24)
    self.on = on
    timing = ShiftTiming(on: on, length: counted, commute: commute, job: job)
    sleep = SleepAroundDuty(on: on, length: hours)
    riskOfJob = job.risk(hours: counted)
    strain = CumulativeRisk.ofDuty(on: on, length: hours)
    isVerified = hours <= 16 && job.isVerified
    fit = 1 - timing.fatigue / 100 - timing.fatigueOfJob / 100
  }
}

/// One person's duties in order, and what has added up.
struct DutySequence: Sendable {
  var fatigue = CumulativeFatigue()
  var risk = CumulativeRisk()
  private var isFirst = true
  /// Hours at home before the next duty, travel of half an hour taken off at either end.
  private var gap = 0.0
  /// The next duty begins before the last one is over.
  private var overlaps = false
  /// Clock hour at which the last duty ended.
  private var lastOff = 0.0

  /// Longer without work, and the index was not checked, in hours.
  /// `Assumed:` the rosters that it was checked on have up to four days off.
  private static let longestGap = 168.0

  /// - Parameters:
  ///   - night: The day's number, from 1; one more for a duty that starts its night.
  ///   - off: Clock hour of the end.
  ///   - nextNight: Of the next duty; nil for the last.
  ///   - rest: Hours to the next duty.
  @inline(__always)
  mutating func add(
    _ shift: ShiftHours, night: Int, off: Double, nextNight: Int? = nil, rest: Double = 25
  ) -> DutyIndex {
    // Travel takes an hour; rows that overlap count as rows that touch.
    let gapAfter = max(rest, 0) - 2 * SleepAroundDuty.travel
    // Only a night's first duty costs sleep, as in the tool; days that go back stay in their night.
    if isFirst || night > fatigue.night {
      fatigue.enter(
        night: max(night, 1), lost: shift.sleep.lostTonight(gap: gapAfter),
        lostNext: shift.sleep.lostNextNight(gap: gapAfter))
    }
    // And only its last one is worth its performance.
    var (before, after) = (CumulativeFatigue.rested, CumulativeFatigue.rested)
    if !isFirst, fatigue.night >= 2, nextNight.map({ $0 > fatigue.night }) ?? true {
      (before, after) = (fatigue.before, fatigue.performance)
    }
    let cumulative = fatigue.index(
      before: before, after: after, progress: shift.sleep.progress, gapBefore: isFirst ? nil : gap)
    if isFirst {
      risk.begin(shift.strain)
    } else {
      risk.next(shift.strain, gap: gap, lastOff: lastOff, on: shift.on)
    }
    let timing = shift.timing
    let percent = 100 * (1 - (1 - cumulative / 100) * shift.fit)
    let isVerified =
      shift.isVerified && (isFirst || (!overlaps && gap <= Self.longestGap))
      && risk.value < CumulativeRisk.highest && percent <= 100
    isFirst = false
    lastOff = off
    gap = gapAfter
    overlaps = rest < 0
    return DutyIndex(
      fatigue: FatigueIndex(
        value: min(max(percent, 0), 100), cumulative: cumulative, timing: timing.fatigue,
        job: timing.fatigueOfJob),
      risk: RiskIndex(
        value: risk.index * timing.risk * shift.riskOfJob, cumulative: risk.index,
        timing: timing.risk, job: shift.riskOfJob),
      isVerified: isVerified)
  }
}

/// The ``ShiftHours`` met so far, in a table of fixed size: a roster has few different shifts, and one
/// that has many only computes more.
struct ShiftMemory: Sendable {
  private let job: JobDemands
  private let commute: Double
  /// Places into ``known``, from one; 0 is free. By a hash of start and length.
  private var slots = [UInt16](repeating: 0, count: ShiftMemory.size)
  private var known: [(second: Int32, length: Int32, hours: ShiftHours)] = []
  /// The one asked for last: shifts of one kind follow each other.
  private var last = 0

  /// The most it holds.
  static let size = 1024
  var count: Int { known.count }
  /// Places that are looked at for one shift.
  private static let tries = 8

  /// - Parameter commute: Minutes.
  init(_ job: JobDemands, commute: Double) {
    self.job = job
    self.commute = commute
  }

  /// Where a shift is, until another is asked for.
  ///
  /// - Parameters:
  ///   - second: Of the day.
  ///   - length: Seconds.
  @inline(__always)
  mutating func place(second: Int32, length: Int32) -> Int {
    if last < known.count, known[last].second == second, known[last].length == length {
      return last
    }
    last = find(second, length)
    return last
  }

  /// The shift at a place.
  @inline(__always)
  subscript(place: Int) -> ShiftHours { known[place].hours }

  /// The place of a shift in ``known``.
  private mutating func find(_ second: Int32, _ length: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: second)) << 32 | UInt64(UInt32(bitPattern: length))
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    for _ in 0..<Self.tries {
      let place = Int(slots[slot])
      if place == 0 {
        known.append((second, length, compute(second, length)))
        slots[slot] = UInt16(known.count)
        return known.count - 1
      }
      if known[place - 1].second == second, known[place - 1].length == length { return place - 1 }
      slot = (slot + 1) % Self.size
    }
    // Full here: the last one looked at makes room.
    let place = Int(slots[(slot + Self.size - 1) % Self.size]) - 1
    known[place] = (second, length, compute(second, length))
    return place
  }

  private func compute(_ second: Int32, _ length: Int32) -> ShiftHours {
    ShiftHours(
      on: Double(second) / 3600, hours: Double(length) / 3600, commute: commute, job: job)
  }
}
