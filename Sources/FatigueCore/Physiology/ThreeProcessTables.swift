/// The curves of the three-process model by whole minutes, so that a roster costs no `exp` or `cos`
/// where times are whole minutes, and few elsewhere.
///
/// Every entry is computed by the functions of ``ThreeProcessParameters`` and
/// ``HomeostaticProcess``, so a value read here equals one computed there.
///
/// A class, because it is shared by everything that computes and never changes.
public final class ThreeProcessTables: Sendable {
  public let parameters: ThreeProcessParameters

  /// C + U and its change per minute, at each minute of two days of the body clock and at their end.
  let rhythm: [SIMD2<Double>]
  /// C + U summed over time from midnight, in model units times hours.
  let integral: [Double]
  /// C + U summed over a whole day.
  let dayIntegral: Double
  /// More than C + U ever changes per hour.
  let steepest: Double
  /// Minutes of the day between which C + U rises all the time.
  let rise: ClosedRange<Int>
  /// Less than C + U ever is.
  let lowestRhythm: Double
  /// The fewest minutes in which a sleeper's S + C + U can rise by one: S rises fastest before the bend.
  let minutesPerUnit: Double
  /// Where alertness can turn while awake, in order; see ``TurningZone``.
  let turningZones: [TurningZone]
  /// The zones of four days from the one before, and the first of them that ends after a minute.
  let zonesInRow: [TurningZone]
  let firstZone: [Int]
  /// The same of those zones in which alertness can have a lowest point.
  let lowZones: [TurningZone]
  let firstLowZone: [Int]
  /// Minutes from the start of the zone with the night's lowest point to that point, by how fast S
  /// falls in 64ths of the most; empty where there is not one such zone.
  let dip: [Double]
  /// 64 divided by the most that S falls per hour.
  let dipsPerFall: Double
  /// `exp(decay · t)` by minutes awake.
  let decay: [Double]
  /// `exp(recovery · t)` by minutes asleep.
  let recovery: [Double]
  /// `exp(−recovery · t)` by minutes asleep.
  let growth: [Double]
  /// Hours of sleep in which S rises by one below the bend.
  let hoursPerUnit: Double
  /// 1 / decay, negative.
  let hoursPerDecay: Double

  /// What is left of a body clock's lead, by hours, and by minutes of a sleep.
  let fading: [Double]
  let fadingInSleep: [Double]
  /// C + U after changes of the clock.
  let adapting = AdaptingRhythms()

  static let minutesAwake = 48 * 60
  static let minutesAsleep = 600

  /// Of model 5c with the published parameters.
  public static let standard = ThreeProcessTables(ThreeProcessParameters())

  public init(_ parameters: ThreeProcessParameters) {
    self.parameters = parameters
    let rhythm = (0...1440).map { minute in
      let (value, slope) = parameters.rhythm(at: Double(minute) / 60)
      return SIMD2(value, slope / 60)
    }
    let start = parameters.rhythmIntegral(at: 0)
    let integral = (0...1440).map { parameters.rhythmIntegral(at: Double($0) / 60) - start }
    // Between two minutes the slope can be larger by its own change in half a minute: 3e-3. Some more,
    // so that the bound is never met.
    let change =
      parameters.circadian.amplitude.magnitude * CircadianProcess.frequency
      * CircadianProcess.frequency
      + parameters.ultradian.amplitude.magnitude * UltradianProcess.frequency
      * UltradianProcess.frequency
    self.rhythm = rhythm + rhythm.dropFirst()
    self.integral = integral
    dayIntegral = integral[1440]
    steepest = rhythm.reduce(0) { max($0, $1.y.magnitude * 60) } + change / 120 + 1e-3
    rise = Self.longestRise(rhythm)
    lowestRhythm = rhythm.reduce(.infinity) { min($0, $1.x) } - 1e-3
    let homeostatic = parameters.homeostatic
    minutesPerUnit = 60 / (homeostatic.slope + steepest)
    hoursPerUnit = 1 / homeostatic.slope
    hoursPerDecay = 1 / homeostatic.decay
    let zones = TurningZone.zones(parameters)
    turningZones = zones
    let row = (-1...2).flatMap { day in zones.map { $0.moved(by: day * 1440) } }
    zonesInRow = row
    let lows = row.filter(\.canBeLowest)
    lowZones = lows
    firstZone = (0..<1440).map { minute in row.firstIndex { $0.end > minute } ?? row.count }
    firstLowZone = (0..<1440).map { minute in lows.firstIndex { $0.end > minute } ?? lows.count }
    let dips = zones.filter { $0.canBeLowest && $0.single }
    let mostFall = -homeostatic.decay * (homeostatic.high - homeostatic.low)
    dipsPerFall = 64 / mostFall
    dip =
      dips.count == 1
      ? (0...64).map {
        TurningZone.minutes(in: dips[0], toRise: mostFall * Double($0) / 64, rhythm)
      }
      : []
    decay = (0...Self.minutesAwake).map { exp(homeostatic.decay * (Double($0) / 60)) }
    fading = (0...48).map { exp(BodyClock.rate * Double($0)) }
    fadingInSleep = (0...Self.minutesAsleep).map { exp(BodyClock.rate * (Double($0) / 60)) }
    recovery = (0...Self.minutesAsleep).map { exp(homeostatic.recovery * (Double($0) / 60)) }
    growth = (0...Self.minutesAsleep).map { exp(-homeostatic.recovery * (Double($0) / 60)) }
  }

  /// The longest row of minutes in one day at each of which C + U rises; one minute if there is none.
  private static func longestRise(_ rhythm: [SIMD2<Double>]) -> ClosedRange<Int> {
    var (longest, from) = (0...0, 0)
    for minute in rhythm.indices {
      guard rhythm[minute].y > 0 else {
        from = minute + 1
        continue
      }
      if minute - from >= longest.count { longest = from...minute }
    }
    return longest
  }

  /// Minutes from the start of the zone with the night's lowest point to that point.
  ///
  /// - Parameter fall: How fast S falls there, per hour.
  @inline(__always)
  func dip(atFall fall: Double) -> Double {
    let place = min(max(fall * dipsPerFall, 0), 63.999)
    let entry = Int(place)
    return dip[entry] + (dip[entry + 1] - dip[entry]) * (place - Double(entry))
  }

  // MARK: Process S

  /// `exp(decay · t)` after a number of seconds awake.
  @inline(__always)
  func decay(seconds: Int) -> Double {
    let minute = seconds / 60
    if minute * 60 == seconds, minute >= 0, minute < decay.count { return decay[minute] }
    return exp(parameters.homeostatic.decay * (Double(seconds) / 3600))
  }

  /// `exp(decay · t)` after any number of hours awake, within 2e-15.
  @inline(__always)
  func decay(hours: Double) -> Double {
    let minutes = hours * 60
    guard minutes >= 0, minutes < Double(Self.minutesAwake) else {
      return exp(parameters.homeostatic.decay * hours)
    }
    let minute = Int(minutes)
    // What is over is under 1e-3 of a time constant: three terms of the series.
    let e = parameters.homeostatic.decay * ((minutes - Double(minute)) * (1.0 / 60))
    return decay[minute] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6))))
  }

  /// What is left of a body clock's lead after some hours, within 1e-11.
  @inline(__always)
  func fading(_ hours: Double) -> Double {
    guard hours >= 0, hours < 48 else { return exp(BodyClock.rate * hours) }
    let hour = Int(hours)
    let e = BodyClock.rate * (hours - Double(hour))
    return fading[hour] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6 + e * (1.0 / 24)))))
  }

  /// `exp(recovery · t)` after a number of seconds asleep.
  @inline(__always)
  func recovery(seconds: Int) -> Double {
    let minute = seconds / 60
    if minute * 60 == seconds, minute >= 0, minute < recovery.count { return recovery[minute] }
    return exp(parameters.homeostatic.recovery * (Double(seconds) / 3600))
  }

  /// `exp(recovery · t)` after a number of minutes asleep, not negative.
  @inline(__always)
  func recovery(minute: Int) -> Double {
    minute < recovery.count
      ? recovery[minute] : exp(parameters.homeostatic.recovery * (Double(minute) / 60))
  }

  @inline(__always)
  func awake(from s: Double, seconds: Int) -> Double {
    let low = parameters.homeostatic.low
    return low + (s - low) * decay(seconds: seconds)
  }

  @inline(__always)
  func awake(from s: Double, minutes: Int) -> Double {
    guard minutes < decay.count else { return awake(from: s, seconds: minutes * 60) }
    let low = parameters.homeostatic.low
    return low + (s - low) * decay[minutes]
  }

  /// ``HomeostaticProcess/sleep(from:)`` without an `exp` for ordinary sleeps, within 1e-14.
  @inline(__always)
  func sleep(from s: Double) -> HomeostaticProcess.SleepCourse {
    let homeostatic = parameters.homeostatic
    let toBend = (homeostatic.bend - s) * hoursPerUnit
    let minutes = toBend * 60
    guard minutes >= 0, minutes < Double(Self.minutesAsleep) else {
      return homeostatic.sleep(from: s)
    }
    let minute = Int(minutes)
    let e = -homeostatic.recovery * ((minutes - Double(minute)) * (1.0 / 60))
    let grown = growth[minute] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6 + e * (1.0 / 24)))))
    return HomeostaticProcess.SleepCourse(
      start: s, slope: homeostatic.slope, bendAfter: toBend, high: homeostatic.high,
      gap: (homeostatic.high - homeostatic.bend) * grown)
  }

  /// S after so long awake that the table has it not.
  @inline(never)
  func awakeLong(from s: Double, minutes: Int) -> Double {
    awake(from: s, seconds: minutes * 60)
  }

  /// The course of a sleep that ``sleep(from:)`` has no table for.
  @inline(never)
  func sleepOfRest(from s: Double) -> (bendAfter: Double, gap: Double) {
    let course = parameters.homeostatic.sleep(from: s)
    return (course.bendAfter, course.gap)
  }

  @inline(__always)
  func asleep(_ course: HomeostaticProcess.SleepCourse, seconds: Int) -> Double {
    let hours = Double(seconds) * (1.0 / 3600)
    guard hours > course.bendAfter else { return course.start + course.slope * hours }
    return course.high - course.gap * recovery(seconds: seconds)
  }

  // MARK: C + U

  /// C + U at a minute of the body clock, also between whole ones.
  ///
  /// Between whole minutes a cubic through values and slopes of the two, within 1e-11.
  @inline(__always)
  func rhythm(minute: Double) -> Double {
    let (j, x) = Self.split(minute)
    let (a, b) = (rhythm[j], rhythm[j + 1])
    let rise = b.x - a.x
    return a.x + x * (a.y + x * (3 * rise - 2 * a.y - b.y + x * (a.y + b.y - 2 * rise)))
  }

  /// C + U, its change per minute and the change of that, within 1e-11, 1e-10 and 1e-8.
  @inline(__always)
  func rhythmWithSlope(minute: Double) -> (value: Double, slope: Double, bend: Double) {
    let (j, x) = Self.split(minute)
    let (a, b) = (rhythm[j], rhythm[j + 1])
    let rise = b.x - a.x
    let (c2, c3) = (3 * rise - 2 * a.y - b.y, a.y + b.y - 2 * rise)
    return (
      a.x + x * (a.y + x * (c2 + x * c3)), a.y + x * (2 * c2 + x * (3 * c3)), 2 * c2 + x * (6 * c3)
    )
  }

  /// C + U summed over time from a fixed midnight, in model units times hours.
  ///
  /// - Parameter minute: minutes since that midnight, any number of days.
  @inline(__always)
  func rhythmIntegral(minute: Double) -> Double {
    let days = minute >= 0 && minute < 1440 ? 0 : (minute / 1440).wholeBelow
    let (j, x) = Self.split(minute - days * 1440)
    let (a, b) = (integral[j], integral[j + 1])
    let (p, q) = (rhythm[j].x * (1.0 / 60), rhythm[j + 1].x * (1.0 / 60))
    let rise = b - a
    let part = a + x * (p + x * (3 * rise - 2 * p - q + x * (p + q - 2 * rise)))
    return days * dayIntegral + part
  }

  /// The whole minute 0 ..< 1440 and what is over.
  @inline(__always)
  static func split(_ minute: Double) -> (Int, Double) {
    var m = minute
    if !(m >= 0 && m < 1440) {
      guard m.magnitude < 1e12 else { return (0, 0) }
      if m >= 1440, m < 2880 {
        m -= 1440
        let j = Int(m)
        return (j, m - Double(j))
      }
      m -= (m / 1440).wholeBelow * 1440
      if m >= 1440 { m = 0 }
    }
    let j = Int(m)
    return (j, m - Double(j))
  }
}

extension Double {
  /// The largest whole number not above, for magnitudes below 2^62.
  @inline(__always)
  var wholeBelow: Double {
    let whole = Double(Int(self))
    return whole > self ? whole - 1 : whole
  }
}
