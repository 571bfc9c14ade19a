import Synchronization

/// C + U while a body clock gives up the hour by which the wall clock was changed, minute by minute: the
/// same for everybody in every year, so that it is found once.
///
/// A class, because it is shared by everybody's sleep and never changes.
final class AdaptingRhythm: Sendable {
  /// The change of the wall clock that a body clock is to follow.
  struct Change: Hashable, Sendable {
    /// Hours that the body clock is ahead of the wall clock after it: 1 or -1.
    let lead: Double
    /// Second of the wall clock's day after it, a whole hour.
    let second: Int

    /// Nil where so few people will ever be over a change like it that nothing is kept of it.
    init?(lead: Double, second: Int) {
      guard lead.magnitude == 1, second % 3600 == 0 else { return nil }
      (self.lead, self.second) = (lead, second)
    }
  }

  /// Minute of the wall clock's day after the change.
  let first: Double
  /// C + U and its change per minute, at each minute from the change until two days after the lead counts
  /// as none.
  let rhythm: [SIMD2<Double>]
  /// Hours that the body clock is ahead, at each hour from the change.
  private let leads: [Double]
  /// The same in minutes, rounded up and without its sign.
  private let mostMinutes: [Int]
  private let isAhead: Bool
  /// At each hour from the change, whole minutes that the body clock is ahead, rounded down, and
  /// ``BodyClock/part(_:)`` of the lead.
  let aheads: [SIMD2<Int16>]
  /// C + U summed over time from the change, in model units times hours, at each minute; when asked for.
  private let sums = Mutex<[Double]?>(nil)

  init(_ change: Change, _ tables: ThreeProcessTables) {
    let settled = BodyClock.secondsUntilSettled(change.lead)
    let minutes = settled / 60 + 2 * 1440
    let first = Double(change.second / 60)
    self.first = first
    let leads = (0...minutes / 60 + 1).map { change.lead * exp(BodyClock.rate * Double($0)) }
    // Powers of what is left after a minute.
    let fading = (0..<60).map { tables.fadingInSleep[$0] }
    var rhythm: [SIMD2<Double>] = []
    rhythm.reserveCapacity(minutes + 1)
    for minute in 0...minutes {
      let lead = minute * 60 < settled ? leads[minute / 60] * fading[minute % 60] : 0
      let clock = first + Double(minute % 1440) + lead * 60
      let (value, slope, _) = tables.rhythmWithSlope(minute: clock)
      rhythm.append(SIMD2(value, slope * (1 + lead * BodyClock.rate)))
    }
    self.rhythm = rhythm
    self.leads = leads
    mostMinutes = leads.map { Int(($0.magnitude * 60).rounded(.up)) }
    isAhead = change.lead > 0
    aheads = leads.map {
      SIMD2(
        Int16(($0 * 60).rounded(.down)), Int16(BodyClock.part($0.magnitude)))
    }
  }

  /// Hours that the body clock is ahead.
  ///
  /// - Parameter minute: From the change, before the lead counts as none.
  @inline(__always)
  func lead(_ minute: Int) -> Double {
    let e = BodyClock.rate * (Double(minute % 60) * (1.0 / 60))
    return leads[minute / 60] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6 + e * (1.0 / 24)))))
  }

  /// Whole minutes that the body clock is ahead or behind at most, from a minute on.
  ///
  /// - Parameter minute: From the change, before the lead counts as none.
  @inline(__always)
  func mostMinutes(_ minute: Int) -> (ahead: Int, behind: Int) {
    let most = mostMinutes[minute / 60]
    return isAhead ? (most, 0) : (0, most)
  }

  /// C + U summed over time from the change, in model units times hours, at each minute.
  ///
  /// Between two minutes the sum of a cubic through values and slopes of both.
  var integral: [Double] {
    sums.withLock { known in
      if let known { return known }
      var sum = 0.0
      var made = [0.0]
      made.reserveCapacity(rhythm.count)
      for minute in 1..<rhythm.count {
        let (a, b) = (rhythm[minute - 1], rhythm[minute])
        sum += (a.x + b.x) * (1.0 / 120) + (a.y - b.y) * (1.0 / 720)
        made.append(sum)
      }
      known = made
      return made
    }
  }
}

/// The rhythms of the changes that somebody has been over so far, found once for all threads.
final class AdaptingRhythms: Sendable {
  private let known = Mutex<[AdaptingRhythm.Change: AdaptingRhythm]>([:])

  func rhythm(_ change: AdaptingRhythm.Change, _ tables: ThreeProcessTables) -> AdaptingRhythm {
    known.withLock { known in
      if let rhythm = known[change] { return rhythm }
      let rhythm = AdaptingRhythm(change, tables)
      known[change] = rhythm
      return rhythm
    }
  }
}
