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
    let (minutes, adapting) = (settled / 60 + 2 * 1440, (settled + 59) / 60)
    let from = change.second / 60
    let leads = (0...minutes / 60 + 1).map { change.lead * exp(BodyClock.rate * Double($0)) }
    let (hours, left, curve) = (leads, tables.fadingInSleep, tables.rhythm)
    rhythm = [SIMD2<Double>](capacity: minutes + 1) { made in
      let leads = hours.span
      let fading = left.span
      let settledRhythm = curve.span
      var (hour, minute, clock) = (0, 0, from)
      // As ``ThreeProcessTables/rhythmWithSlope(minute:)`` has it, a lead being an hour at most.
      for _ in 0..<adapting {
        let lead = leads[hour] * fading[minute]
        var place = Double(clock) + lead * 60
        if place < 0 { place += 1440 }
        if place >= 1440 { place -= 1440 }
        let whole = Int(place)
        let x = place - Double(whole)
        let (a, b) = (settledRhythm[whole], settledRhythm[whole + 1])
        let rise = b.x - a.x
        let (c2, c3) = (3 * rise - 2 * a.y - b.y, a.y + b.y - 2 * rise)
        let value = a.x + x * (a.y + x * (c2 + x * c3))
        let slope = a.y + x * (2 * c2 + x * (3 * c3))
        made.append(SIMD2(value, slope * (1 + lead * BodyClock.rate)))
        minute += 1
        if minute == 60 { (hour, minute) = (hour + 1, 0) }
        clock += 1
        if clock == from + 1440 { clock = from }
      }
      for minute in adapting...minutes { made.append(settledRhythm[(from + minute) % 1440]) }
    }
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
