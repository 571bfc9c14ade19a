/// What a ward allows of naps on duty, and when one is worth the trouble.
///
/// Source of the defaults: `spec/light_nap.md` 6.5. 20 min fits the break that people have; not before
/// 23:30, after the evening round (00:30 was better than 22:30, Oriyama 2018 and 2023); 2 h awake before
/// the end of the duty, for inertia before the way home (Hilditch 2017).
public struct NapRules: Hashable, Sendable {
  /// From lying down to getting up. Counted from 10 min to 4 h, others are left out.
  public var lengths = [Elapsed.minutes(20)]
  /// Second of the local day before which nobody lies down; nil is any time.
  public var notBefore: Int? = 23 * 3600 + 1800
  public var afterStart = Elapsed.hours(2)
  public var beforeEnd = Elapsed.hours(2)
  public var shortestDuty = Elapsed.hours(6)
  /// A nap must save this much, KSS² h. `Assumed:` our own bar.
  public var leastGain = 0.25
  /// A shorter nap is preferred when it keeps this share of the best one's gain. Our own choice.
  public var keptGain = 0.9

  public init() {}

  /// From lying down to sleep: 5 min for a nap of up to 30 min, else 10. `Assumed:` at night sleep comes
  /// at once; a longer nap is lain down to with less haste.
  public static func latency(of length: Elapsed) -> Elapsed {
    length <= .minutes(30) ? .minutes(5) : .minutes(10)
  }

  /// The first second of a duty at which the ward's clock allows a nap; nil when it never bounds it.
  ///
  /// - Parameter origin: of the seconds in `duty`.
  public func earliest(on duty: WorkInterval, zone: Zone, origin: Instant) -> Int32? {
    guard let notBefore else { return nil }
    let begin = origin + Elapsed(seconds: Int64(duty.start))
    var date = zone.civil(begin).date
    for _ in 0..<2 {
      let at = zone.resolve(CivilTime(date, secondOfDay: min(max(notBefore, 0), 86_399))).instant
      if at >= begin {
        let second = Int32(clamping: (at - origin).seconds)
        return second < duty.end ? second : nil
      }
      date = date + 1
    }
    return nil
  }
}

/// A nap on a duty, and what sleepiness costs with it.
public struct NapCandidate: Hashable, Sendable {
  /// Seconds from the origin: lying down and getting up.
  public var start: Int32
  public var end: Int32
  /// From when one sleeps.
  public var onset: Int32
  /// KSS² h.
  public var cost: Double

  public var length: Elapsed { Elapsed(seconds: Int64(end) - Int64(start)) }
  public var asleep: Elapsed { Elapsed(seconds: Int64(end) - Int64(onset)) }
  /// The sleep that enters the course.
  public var sleep: PlannedAlertness.Sleep {
    PlannedAlertness.Sleep(SleepSpan(onset: onset, wake: end), isNap: true)
  }
}

extension NapCandidate {
  /// A nap at a time that somebody else has chosen; nil when it does not lie within the duty.
  init?(from start: Int32, length: Elapsed, on duty: WorkInterval, _ grid: NapGrid) {
    let latency = NapRules.latency(of: length).seconds
    let (onset, end) = (Int64(start) + latency, Int64(start) + length.seconds)
    guard start >= duty.start, latency < length.seconds, end <= Int64(duty.end) else { return nil }
    let asleep = SleepSpan(onset: Int32(clamping: onset), wake: Int32(clamping: end))
    self.init(
      start: start, end: asleep.wake, onset: asleep.onset,
      cost: grid.cost(from: Int(start), onset: asleep.onset, wake: asleep.wake))
  }
}

/// Every nap that a duty allows, and the one to be advised.
public struct NapSearch: Sendable {
  /// KSS² h without a nap.
  public let costWithout: Double
  /// By length, then by start.
  public let candidates: [NapCandidate]
  /// Nil when no nap saves enough.
  public let best: NapCandidate?

  /// KSS² h saved by the advised nap; 0 without one.
  public var gain: Double { best.map { costWithout - $0.cost } ?? 0 }

  /// Naps on a duty, each tried on the grid of whole 5 min from the origin.
  ///
  /// The minutes away count at the sleepiness without a nap, so that absence is never a gain. Ties go to
  /// the shorter length and the earlier start.
  ///
  /// - Parameters:
  ///   - course: with every sleep before the duty; one that ends after the start of the duty and of the
  ///     first nap is not looked at.
  ///   - earliest: what ``NapRules/earliest(on:zone:origin:)`` gives.
  /// - Complexity: O(starts · lengths · steps) without any exponential.
  public init(
    on duty: WorkInterval, in course: PlannedAlertness, commute: Commute = Commute(),
    rules: NapRules = NapRules(), earliest: Int32? = nil, cost: SleepinessCost = SleepinessCost()
  ) {
    let grid = NapGrid(duty: duty, course: course, commute: commute, cost: cost)
    costWithout = grid.costWithout
    var found: [NapCandidate] = []
    let length = Int(duty.end) - Int(duty.start)
    if length >= Int(rules.shortestDuty.seconds) {
      let worst = course.worstTime(on: duty)
      let from = max(
        Int(duty.start) + Int(min(max(rules.afterStart.seconds, 0), 86_400)),
        earliest.map(Int.init) ?? .min)
      let to = min(Int(duty.end) - Int(min(max(rules.beforeEnd.seconds, 0), 86_400)), worst)
      let lengths = Set(rules.lengths.map(\.seconds)).filter { (600...14_400).contains($0) }
      for length in lengths.sorted() {
        let latency = NapRules.latency(of: Elapsed(seconds: length)).seconds
        let step = SleepinessCost.step
        let first = from + (step - 1) - (from + step - 1) %% step
        for start in stride(from: first, through: to - Int(length), by: step) {
          let onset = Int32(clamping: start + Int(latency))
          let end = Int32(clamping: start + Int(length))
          found.append(
            NapCandidate(
              start: Int32(clamping: start), end: end, onset: onset,
              cost: grid.cost(from: start, onset: onset, wake: end)))
        }
      }
    }
    candidates = found
    best = Self.choose(found, without: grid.costWithout, rules)
  }

  /// Differences below this are none.
  static let tie = 1e-9

  static func choose(
    _ candidates: [NapCandidate], without: Double, _ rules: NapRules
  ) -> NapCandidate? {
    var best: NapCandidate?
    for candidate in candidates where candidate.cost < (best?.cost ?? .infinity) - tie {
      best = candidate
    }
    guard let best, without - best.cost >= rules.leastGain else { return nil }
    // The candidates come by length: the first good enough is the shortest.
    var ofLength: NapCandidate?
    for (i, candidate) in candidates.enumerated() where candidate.length < best.length {
      if ofLength?.length != candidate.length || candidate.cost < ofLength?.cost ?? .infinity {
        ofLength = candidate
      }
      let isLast = i + 1 == candidates.count || candidates[i + 1].length != candidate.length
      if isLast, let shorter = ofLength,
        without - shorter.cost >= rules.keptGain * (without - best.cost)
      {
        return shorter
      }
    }
    return best
  }
}

extension PlannedAlertness {
  /// When on a duty sleepiness is highest, on a grid of 5 min with both ends; the first of equals.
  ///
  /// - Parameter except: a nap, whose minutes do not count.
  public func worstTime(on duty: WorkInterval, except nap: WorkInterval? = nil) -> Int {
    let start = Int(duty.start)
    let end = max(start, min(Int(duty.end), start + SleepinessCost.longestDuty))
    var worst = (kss: -Double.infinity, at: start)
    for second in stride(from: start, through: end, by: SleepinessCost.step) {
      if let nap, second >= Int(nap.start), second < Int(nap.end) { continue }
      let kss = kss(at: second).raw
      if kss > worst.kss + NapSearch.tie { worst = (kss, second) }
    }
    return worst.at
  }
}

/// What the ward's plan says of one person's nap on one night.
public enum NapAssignment: Hashable, Sendable {
  /// Lying down, seconds from the origin, for so long.
  case at(Int32, Elapsed)
  /// With the reason; nil for someone who needs none.
  case leftOut(LeftOut?)
}
