/// Alertness over one stretch of waking, as a curve whose lowest point, mean and time below a level are
/// found without a grid.
///
/// `x` is hours from the start of the piece. `A(x) = low + gap · exp(decay · x) + rhythm(phase(x))`, and
/// `+ W` where the scale counts inertia. The piece lies within one stretch of the body clock.
struct WakingCurve {
  let tables: ThreeProcessTables
  /// Length in hours.
  let length: Double
  /// `exp(decay · length)`.
  private let fade: Double
  private let low, gap: Double
  private let rate: Double
  /// Minutes of the body clock's day at the start, had it no lead, and the lead in minutes.
  private let minute: Double
  private let lead: Double
  /// W at the start; 0 without inertia.
  let inertia: Double

  /// - Parameters:
  ///   - start: seconds from the origin, at or after `wake`.
  init(
    tables: ThreeProcessTables, from start: Int, to end: Int, wake: Int, s: Double,
    clock: BodyClock.Stretch, countsInertia: Bool
  ) {
    self.tables = tables
    length = Double(end - start) / 3600
    fade = tables.decay(seconds: end - start)
    let homeostatic = tables.parameters.homeostatic
    low = homeostatic.low
    rate = homeostatic.decay
    gap = (s - low) * tables.decay(seconds: start - wake)
    minute = Double(clock.secondOfDay(start)) / 60
    lead = clock.lead(at: start) * 60
    inertia =
      countsInertia
      ? tables.parameters.inertia.value(awake: Hours(Double(start - wake) / 3600)) : 0
  }

  @inline(__always)
  func phase(_ x: Double) -> Double {
    let plain = minute + x * 60
    return lead == 0 ? plain : plain + lead * tables.fading(x)
  }

  @inline(__always)
  private func homeostatic(_ x: Double) -> Double { gap * tables.decay(hours: x) }

  /// How fast S falls, in model units per hour.
  func fall(_ x: Double) -> Double { -rate * homeostatic(x) }

  /// A at `x`, 0 ... `length`.
  func value(_ x: Double) -> Double {
    let sum = low + homeostatic(x) + tables.rhythm(minute: phase(x))
    return inertia == 0 ? sum : sum + inertia * exp(tables.parameters.inertia.decay * x)
  }

  /// A, its change per hour and the change of that.
  func slopes(_ x: Double) -> (value: Double, slope: Double, bend: Double) {
    let s = homeostatic(x)
    // d phase / dx in minutes per hour; its own change is too small to matter for a Newton step.
    let fading = lead == 0 ? 0 : lead * tables.fading(x)
    let speed = 60 + fading * BodyClock.rate
    let (rhythm, change, bend) = tables.rhythmWithSlope(minute: minute + x * 60 + fading)
    var result = (
      value: low + s + rhythm, slope: rate * s + change * speed,
      bend: rate * rate * s + bend * speed * speed
    )
    if inertia != 0 {
      let decay = tables.parameters.inertia.decay
      let w = inertia * exp(decay * x)
      result.value += w
      result.slope += decay * w
      result.bend += decay * decay * w
    }
    return result
  }

  /// A's change per hour at a minute of the body clock, without inertia.
  @inline(__always)
  private func slope(_ phase: Double, _ gap: Double, _ lead: Double) -> Double {
    rate * gap + tables.rhythmWithSlope(minute: phase).slope * (60 + lead * BodyClock.rate)
  }

  /// Where A' = 0 between two places at which its signs differ. A last Newton step of 1e-5 h leaves an
  /// error far below that.
  func extremum(_ a: Double, _ before: Double, _ b: Double, _ after: Double) -> Double {
    let rising = before < 0
    var (a, b) = (a, b)
    var x = a + (b - a) * (before / (before - after))
    for _ in 0..<60 {
      let (_, slope, bend) = slopes(x)
      if (slope < 0) == rising { a = x } else { b = x }
      let newton = x - slope / bend
      let next = newton > a && newton < b ? newton : (a + b) / 2
      if (next - x).magnitude < 1e-5 { return next }
      x = next
    }
    return x
  }

  /// Where A = `level` between two places on either side of it, A being monotone between them.
  ///
  /// Begins where a parabola from the lower of them would be: most often A turns there.
  private func crossing(
    _ a: Double, _ atA: Double, _ b: Double, _ atB: Double, _ level: Double
  ) -> Double {
    let falling = atA > level
    var (a, b) = (a, b)
    let (low, high) = falling ? (b, a) : (a, b)
    let share = falling ? (level - atB) / (atA - atB) : (level - atA) / (atB - atA)
    var x = low + (high - low) * share.squareRoot()
    for _ in 0..<60 {
      let (value, slope, _) = slopes(x)
      if (value > level) == falling { a = x } else { b = x }
      let newton = x - (value - level) / slope
      let next = newton > a && newton < b ? newton : (a + b) / 2
      if (next - x).magnitude < 1e-5 { return next }
      x = next
    }
    return x
  }

  /// Hours until the body clock reaches a minute, to within a minute.
  func hours(untilPhase phase: Double) -> Double {
    let plain = max(0, (phase - minute - lead) / 60)
    return lead == 0 ? plain : max(0, (phase - minute - lead * tables.fading(plain)) / 60)
  }

  /// The lowest A and where, the earliest of equals, with A at both ends.
  struct Lowest {
    var x: Double
    var value: Double
    var start: Double
    var end: Double
    /// A is monotone from the start to `x` and from there to the end.
    var isOnlyTurn = false
  }

  func lowest() -> Lowest {
    let start = value(0)
    var end = low + gap * fade + tables.rhythm(minute: phase(length))
    if inertia != 0 { end = value(length) }
    var best = Lowest(x: 0, value: start, start: start, end: end)
    switch quickDip() {
    case .none(let isOnlyTurn): best.isOnlyTurn = isOnlyTurn
    case .at(let x, let isOnlyTurn):
      best.isOnlyTurn = isOnlyTurn
      let value = value(x)
      if value < best.value { (best.x, best.value) = (x, value) }
    case .unknown:
      var turns = TurningPoints(of: self, onlyLowest: true)
      while let x = turns.next() {
        let value = value(x)
        if value < best.value { (best.x, best.value) = (x, value) }
      }
    }
    if end < best.value { (best.x, best.value) = (length, end) }
    return best
  }

  /// Where A can have a minimum inside the piece, found without a search.
  private enum Dip {
    /// Nowhere; and A has no maximum inside either, if the value is true.
    case none(Bool)
    case at(Double, Bool)
    case unknown
  }

  /// Most pieces touch no zone with a minimum, or the one of the night alone.
  private func quickDip() -> Dip {
    let (first, last) = (phase(0), phase(length))
    guard inertia == 0, first > -1440, last - first < 1440, !tables.dip.isEmpty else {
      return .unknown
    }
    let base = first >= 0 && first < 1440 ? 0 : (first / 1440).wholeBelow * 1440
    let (from, to) = (first - base, last - base)
    let zones = tables.zonesInRow
    var k = tables.firstZone[Self.minuteOfDay(from)]
    var (found, isOnlyTurn) = (-1.0, true)
    while k < zones.count {
      let zone = zones[k]
      k += 1
      let (start, end) = (Double(zone.start), Double(zone.end))
      guard start < to else { break }
      guard end > from else { continue }
      let x = start <= from ? 0 : hours(untilPhase: start + base)
      if fall(x) < (lead == 0 ? zone.leastRiseSettled : zone.leastRise) { continue }
      guard zone.canBeLowest else {
        isOnlyTurn = false
        continue
      }
      // At the ends of a zone the sign of A' is known; where the piece is shorter it is looked at.
      guard zone.single, found < 0 else { return .unknown }
      if start <= from, slope(first, gap, lead) >= 0 { continue }
      if end >= to, slope(last, gap * fade, last - minute - length * 60) <= 0 { continue }
      let most = end >= to ? length : min(length, hours(untilPhase: end + base) + 1.0 / 60)
      let middle = x + (end - max(start, from)) * (0.5 / 60)
      let guess = hours(untilPhase: start + base + tables.dip(atFall: fall(middle)))
      guard let turn = newton(min(max(guess, x), most), x, most) else { return .unknown }
      found = turn
    }
    return found < 0 ? .none(isOnlyTurn) : .at(found, isOnlyTurn)
  }

  /// Where A' = 0, from a guess that is a few minutes off. A last step of 3e-4 h leaves an error of
  /// about its square; nil when it does not get there.
  private func newton(_ guess: Double, _ from: Double, _ to: Double) -> Double? {
    var x = guess
    for _ in 0..<6 {
      let (_, slope, bend) = slopes(x)
      let next = x - slope / bend
      guard next >= from, next <= to else { return nil }
      if (next - x).magnitude < 3e-4 { return next }
      x = next
    }
    return nil
  }

  @inline(__always)
  private static func minuteOfDay(_ minute: Double) -> Int {
    min(max(Int(minute), 0), 1439)
  }

  /// Hours with A at or below a level.
  ///
  /// - Parameter known: what ``lowest()`` found, so that it is not searched again.
  func hours(below level: Double, known: Lowest) -> Double {
    if known.isOnlyTurn {
      return part(0, known.start, known.x, known.value, level)
        + part(known.x, known.value, length, known.end, level)
    }
    var sum = 0.0
    var before = (x: 0.0, value: known.start)
    var turns = TurningPoints(of: self, onlyLowest: false, known: known.x)
    while let x = turns.next() {
      let value = x == known.x ? known.value : value(x)
      sum += part(before.x, before.value, x, value, level)
      before = (x, value)
    }
    return sum + part(before.x, before.value, length, known.end, level)
  }

  /// Hours at or below a level between two places with A monotone.
  private func part(_ a: Double, _ atA: Double, _ b: Double, _ atB: Double, _ level: Double)
    -> Double
  {
    switch (atA <= level, atB <= level) {
    case (true, true): b - a
    case (false, false): 0
    case (false, true): b - crossing(a, atA, b, atB, level)
    case (true, false): crossing(a, atA, b, atB, level) - a
    }
  }

  /// A summed over the piece, in model units times hours: closed form for S, W and a settled body clock,
  /// Gauss–Legendre (five points per 6 h at most, within 1e-7) while it adapts.
  func integral() -> Double {
    var sum = low * length + gap / rate * (fade - 1)
    if inertia != 0 {
      let decay = tables.parameters.inertia.decay
      sum += inertia / decay * (exp(decay * length) - 1)
    }
    if lead == 0 {
      return sum + tables.rhythmIntegral(minute: minute + length * 60)
        - tables.rhythmIntegral(minute: minute)
    }
    let panels = Int(length / 6) + 1
    let half = length / Double(panels) / 2
    // The lead at a node is that at the middle of its panel times one of four factors.
    let (near, far) = (half * 0.538469310105683091, half * 0.906179845938663993)
    let (nearFades, farFades) = (tables.fading(near), tables.fading(far))
    let (nearGrows, farGrows) = (1 / nearFades, 1 / farFades)
    let panelFades = tables.fading(2 * half)
    var lead = lead * tables.fading(half)
    for panel in 0..<panels {
      let middle = minute + Double(2 * panel + 1) * half * 60
      let besides =
        rhythm(middle - near * 60 + lead * nearGrows)
        + rhythm(middle + near * 60 + lead * nearFades)
      let outside =
        rhythm(middle - far * 60 + lead * farGrows) + rhythm(middle + far * 60 + lead * farFades)
      sum +=
        half
        * (0.568888888888888889 * rhythm(middle + lead) + 0.478628670499366468 * besides
          + 0.236926885056189088 * outside)
      lead *= panelFades
    }
    return sum
  }

  /// C + U at a minute of the body clock.
  @inline(__always)
  private func rhythm(_ minute: Double) -> Double { tables.rhythm(minute: minute) }
}
