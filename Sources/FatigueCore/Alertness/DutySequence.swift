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

/// What follows from a duty, the next one and the hours between them, whatever was before.
struct TimeAtHome: Sendable {
  /// Hours of sleep that the duty before it costs in its own night, and in the next one.
  let lost, lostNext: Double
  /// ``CumulativeFatigue/rest(gap:)`` of the duty after it.
  let rest: Double
  let risk: CumulativeRisk.Step
  /// Not so long or short that the index was not checked.
  let isVerified: Bool

  /// Before a first duty.
  static let first = TimeAtHome(lost: 0, lostNext: 0, rest: 1, risk: .first, isVerified: true)

  /// Longer without work, and the index was not checked, in hours.
  /// `Assumed:` the rosters that it was checked on have up to four days off.
  private static let longestGap = 168.0

  private init(
    lost: Double, lostNext: Double, rest: Double, risk: CumulativeRisk.Step, isVerified: Bool
  ) {
    (self.lost, self.lostNext, self.rest) = (lost, lostNext, rest)
    (self.risk, self.isVerified) = (risk, isVerified)
  }

  /// - Parameters:
  ///   - lastOff: Clock hour of the end of the duty before.
  ///   - hours: From one to the other.
  init(after last: ShiftHours, lastOff: Double, hours: Double, to next: ShiftHours) {
    // Travel takes an hour; rows that overlap count as rows that touch.
    let gap = max(hours, 0) - 2 * SleepAroundDuty.travel
    self.init(
      lost: last.sleep.lostTonight(gap: gap), lostNext: last.sleep.lostNextNight(gap: gap),
      rest: CumulativeFatigue.rest(gap: gap),
      risk: CumulativeRisk.step(
        next.strain, after: last.strain, gap: gap, lastOff: lastOff, on: next.on),
      // It is not where the next duty begins before the last one is over.
      isVerified: hours >= 0 && gap <= Self.longestGap)
  }

  /// After the last duty of which something is known.
  init(after last: ShiftHours) { self.init(after: last, lastOff: 0, hours: 25, to: last) }
}

/// One person's duties in order, and what has added up.
struct DutySequence: Sendable {
  var fatigue = CumulativeFatigue()
  var risk = CumulativeRisk()
  private var isFirst = true

  /// - Parameters:
  ///   - before: The time at home before the duty, and after it.
  ///   - night: The day's number, from 1; one more for a duty that starts its night.
  ///   - nextNight: Of the next duty; nil for the last.
  @inline(__always)
  mutating func add(
    _ shift: ShiftHours, _ before: TimeAtHome, _ after: TimeAtHome, night: Int, nextNight: Int?
  ) -> DutyIndex {
    // Only a night's first duty costs sleep, as in the tool; days that go back stay in their night.
    if night > fatigue.night {
      fatigue.enter(night: max(night, 1), lost: after.lost, lostNext: after.lostNext)
    }
    // And only its last one is worth its performance.
    let isWorth = !isFirst && fatigue.night >= 2 && nextNight ?? .max > fatigue.night
    let cumulative = fatigue.index(
      before: isWorth ? fatigue.before : CumulativeFatigue.rested,
      after: isWorth ? fatigue.performance : CumulativeFatigue.rested,
      progress: shift.sleep.progress, rest: before.rest)
    risk.go(before.risk)
    let timing = shift.timing
    let percent = 100 * (1 - (1 - cumulative / 100) * shift.fit)
    isFirst = false
    return DutyIndex(
      fatigue: FatigueIndex(
        value: min(max(percent, 0), 100), cumulative: cumulative, timing: timing.fatigue,
        job: timing.fatigueOfJob),
      risk: RiskIndex(
        value: risk.index * timing.risk * shift.riskOfJob, cumulative: risk.index,
        timing: timing.risk, job: shift.riskOfJob),
      isVerified: shift.isVerified && before.isVerified && risk.value < CumulativeRisk.highest
        && percent <= 100)
  }
}

/// The hours of a duty: the second of the day at which it starts, and how many seconds it lasts.
struct ShiftKey: Hashable, Sendable {
  private let bits: UInt64

  @inline(__always)
  init(second: Int32, length: Int32) {
    bits = UInt64(UInt32(bitPattern: second)) << 32 | UInt64(UInt32(bitPattern: length))
  }

  var second: Int32 { Int32(truncatingIfNeeded: bits >> 32) }
  var length: Int32 { Int32(truncatingIfNeeded: bits) }
  /// In the high bits.
  var hash: UInt64 { bits &* 0x9E37_79B9_7F4A_7C15 }
  /// Clock hour of the start, 0 ..< 24.
  var on: Double { Double(second) / 3600 }
  /// Clock hour of the end.
  var off: Double { Double((Int(second) + Int(length)) %% 86_400) / 3600 }
}

/// The ``ShiftHours`` met so far, and the ``TimeAtHome`` between them, in tables of fixed size: a roster has
/// few different shifts in few different orders, and one that has many only computes more.
struct ShiftMemory: Sendable {
  private let job: JobDemands
  private let commute: Double
  /// Places into ``known``, from one; 0 is free. By a hash of start and length.
  private var slots = [UInt16](repeating: 0, count: ShiftMemory.size)
  private var known: [(key: ShiftKey, hours: ShiftHours)] = []
  /// The one asked for last: shifts of one kind follow each other.
  private var last = 0
  /// By a hash of both shifts and the days between them; the latest takes the place.
  private var times: [Between] = []

  private struct Between: Sendable {
    var last, next: ShiftKey
    var days: Int
    var time: TimeAtHome
  }

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

  @inline(__always)
  mutating func hours(_ key: ShiftKey) -> ShiftHours {
    if last >= known.count || known[last].key != key { last = find(key) }
    return known[last].hours
  }

  /// The place of a shift in ``known``.
  private mutating func find(_ key: ShiftKey) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash >> 54)
    for _ in 0..<Self.tries {
      let place = Int(slots[slot])
      if place == 0 {
        known.append((key, compute(key)))
        slots[slot] = UInt16(known.count)
        return known.count - 1
      }
      if known[place - 1].key == key { return place - 1 }
      slot = (slot + 1) % Self.size
    }
    // Full here: the last one looked at makes room.
    let place = Int(slots[(slot + Self.size - 1) % Self.size]) - 1
    known[place] = (key, compute(key))
    return place
  }

  private func compute(_ key: ShiftKey) -> ShiftHours {
    ShiftHours(on: key.on, hours: Double(key.length) / 3600, commute: commute, job: job)
  }

  /// The time at home between two shifts.
  ///
  /// - Parameter days: From the date of one to that of the other.
  @inline(__always)
  mutating func time(after last: ShiftKey, days: Int, to next: ShiftKey) -> TimeAtHome {
    let hash = (last.hash ^ next.hash << 1) &+ UInt64(truncatingIfNeeded: days) << 60
    let slot = Int(truncatingIfNeeded: hash >> 55)
    if slot < times.count, times[slot].last == last, times[slot].next == next,
      times[slot].days == days
    {
      return times[slot].time
    }
    return remember(last, days, next, slot)
  }

  @inline(never)
  private mutating func remember(
    _ last: ShiftKey, _ days: Int, _ next: ShiftKey, _ slot: Int
  ) -> TimeAtHome {
    let seconds = 86_400 * days + Int(next.second) - Int(last.second) - Int(last.length)
    let time = TimeAtHome(
      after: hours(last), lastOff: last.off, hours: Double(seconds) / 3600, to: hours(next))
    let between = Between(last: last, next: next, days: days, time: time)
    if times.isEmpty { times = Array(repeating: between, count: 512) }
    times[slot] = between
    return time
  }
}
