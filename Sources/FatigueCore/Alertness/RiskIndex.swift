/// The RR446-compatible fatigue and risk index of every duty of a person.
///
/// Computed from the equations of research report 446, as they stand in a public transcription
/// (`docs/models.md`). No program of the report's publisher, and not endorsed by anyone. Hours are those
/// of the wall clock, as one would enter them by hand, also over a clock change.
///
/// Make one and use it for one person after the other: it remembers what follows from the hours of a
/// shift alone, and a roster has few different ones.
public struct FatigueRiskIndex: Sendable {
  public let job: JobFactors
  /// To and from work together, in minutes.
  public let commute: Double
  var shifts: ShiftMemory

  /// `Assumed:` the least break in which one could sleep, in seconds; what lies closer is one duty with a
  /// break, so that a duty cut in two never has lower indices than the whole one.
  static let leastGap: Int64 = 4 * 3600
  /// The tool's default, in minutes.
  public static let standardCommute = 40.0
  /// A longer commute, in minutes, is taken as this.
  static let longestCommute = 360.0

  /// - Parameters:
  ///   - settings: What the job asks, the same for all duties.
  ///   - commuteMinutes: To and from work together; moved into 0–360, the standard if no number.
  public init(
    settings: JobFactors = .standard, commuteMinutes: Double = FatigueRiskIndex.standardCommute
  ) {
    job = settings
    commute = Self.allowed(commute: commuteMinutes)
    shifts = ShiftMemory(JobDemands(settings), commute: commute)
  }

  static func allowed(commute minutes: Double) -> Double {
    minutes.isNaN ? standardCommute : min(max(minutes, 0), longestCommute)
  }

  /// One result per duty, in order.
  ///
  /// The first duty's date is day 1 of the index.
  ///
  /// - Parameters:
  ///   - duties: One person's duties, sorted by start, not overlapping, seconds from `origin`.
  ///   - clock: The zone in which the hours are read.
  ///   - results: Filled anew.
  public mutating func evaluate(
    _ duties: Span<WorkInterval>, clock: inout ZoneCursor, origin: Instant,
    into results: inout [DutyIndex]
  ) {
    guard duties.count > 0 else {
      results.removeAll(keepingCapacity: true)
      return
    }
    // Written where they belong, over what is there.
    results.removeLast(max(0, results.count - duties.count))
    results.append(contentsOf: repeatElement(.blank, count: duties.count - results.count))
    var results = results.mutableSpan
    var sequence = DutySequence()
    var duty = LocalDuty(duties[0], &clock, origin)
    let dayZero = duty.day - 1
    var before = TimeAtHome.first
    for i in duties.indices.dropLast() {
      let next = LocalDuty(duties[i + 1], &clock, origin)
      let after = shifts.time(after: duty.key, days: next.day - duty.day, to: next.key)
      results[i] = sequence.add(
        shifts.hours(duty.key), before, after, night: duty.night(since: dayZero),
        nextNight: next.night(since: dayZero))
      (duty, before) = (next, after)
    }
    let last = shifts.hours(duty.key)
    results[duties.count - 1] = sequence.add(
      last, before, TimeAtHome(after: last), night: duty.night(since: dayZero), nextNight: nil)
  }

  /// As ``evaluate(_:clock:origin:into:)``, for a zone.
  public mutating func evaluate(
    _ duties: Span<WorkInterval>, zone: Zone, origin: Instant, into results: inout [DutyIndex]
  ) {
    var clock = ZoneCursor(zone)
    evaluate(duties, clock: &clock, origin: origin, into: &results)
  }
}

/// The indices of one duty.
public struct DutyIndex: Hashable, Sendable {
  public var fatigue: FatigueIndex
  public var risk: RiskIndex
  /// The duty lies where the equations were checked against the tool: up to 16 h long, within a week
  /// after the one before it and not inside it, no value held at a bound, no mean stretch of work
  /// halfway between two quarters of an hour.
  public var isVerified: Bool

  /// Nothing, to be filled.
  fileprivate static let blank = DutyIndex(
    fatigue: FatigueIndex(value: 0, cumulative: 0, timing: 0, job: 0),
    risk: RiskIndex(value: 0, cumulative: 0, timing: 0, job: 0), isVerified: false)
}

/// The chance of severe sleepiness (KSS 8 or 9) in percent, as the index means it.
public struct FatigueIndex: Hashable, Sendable {
  /// 0–100, the parts combined as `1 − (1 − cumulative) · (1 − timing − job)`.
  public var value: Double
  public var cumulative: Double
  public var timing: Double
  public var job: Double

  /// What is compared with a limit.
  public var hundredths: Int { KSS(value).hundredths }
}

/// Risk relative to the standard schedule of the tool.
public struct RiskIndex: Hashable, Sendable {
  /// The product of the parts.
  public var value: Double
  public var cumulative: Double
  public var timing: Double
  public var job: Double

  /// What is compared with a limit.
  public var hundredths: Int { KSS(value).hundredths }
}

/// A duty on the wall clock.
struct LocalDuty {
  /// The date on which it starts, as days since 1970.
  let day: Int
  let key: ShiftKey

  @inline(__always)
  init(_ interval: WorkInterval, _ clock: inout ZoneCursor, _ origin: Instant) {
    // Far beyond any calendar, and far from overflow.
    let base = min(max(origin.seconds, -1 << 50), 1 << 50)
    let start = Int(clock.local(base + Int64(interval.start)))
    var end = Int(clock.local(base + Int64(interval.end)))
    // Where the clock is put back a duty can end before it starts; its true length counts then.
    if end <= start { end = start + max(0, Int(interval.end) - Int(interval.start)) }
    day = start >= 0 ? Int(UInt(start) / 86_400) : start.flooredQuotient(86_400)
    key = ShiftKey(
      second: Int32(truncatingIfNeeded: start - day * 86_400), length: Int32(clamping: end - start))
  }

  /// ``SleepAroundDuty/startsNight(on:)``.
  var startsNight: Bool { key.second >= 15 * 3600 + 1800 }
  /// The number of the duty's night, counted from a day.
  @inline(__always)
  func night(since dayZero: Int) -> Int { day - dayZero + (startsNight ? 1 : 0) }
  /// Hours to another duty.
  func hours(to next: LocalDuty) -> Double {
    let seconds =
      86_400 * (next.day - day) + Int(next.key.second) - Int(key.second) - Int(key.length)
    return Double(seconds) / 3600
  }
}
