/// The places where alertness turns in a piece of waking, one after the other, in order.
///
/// Looks only in the ``TurningZone``s of the body clock's day; with inertia everywhere.
struct TurningPoints {
  private let curve: WakingCurve
  private let onlyLowest: Bool
  private let known: Double
  /// The body clock's minute at the end of the piece and at its start.
  private let last, first: Double
  /// The midnight and the zone to look at next.
  private var day: Double
  private var zone = 0
  /// What is left of the search at hand, and A' at its start.
  private var x = 0.0
  private var end = 0.0
  private var step = Self.halfHour
  private var slope = 0.0
  /// The known turning point, when it is that of the zone at hand.
  private var found: Double?

  /// The step of the search where A may turn more than once. Two turns closer than this are missed only
  /// where A is all but flat between them.
  private static let halfHour = 0.5

  /// - Parameter known: a turning point found before.
  init(of curve: WakingCurve, onlyLowest: Bool, known: Double = -1) {
    self.known = known
    self.curve = curve
    self.onlyLowest = onlyLowest
    first = curve.phase(0)
    last = curve.phase(curve.length)
    day = (first / 1440).wholeBelow * 1440 - 1440
    if curve.inertia != 0 {
      day = .infinity
      search(0, curve.length, step: Self.halfHour)
    }
  }

  private mutating func search(_ from: Double, _ to: Double, step: Double) {
    (x, end, self.step) = (from, to, step)
    if from < to { slope = curve.slopes(from).slope }
  }

  mutating func next() -> Double? {
    while true {
      while x < end {
        let (a, before) = (x, slope)
        x = min(a + step, end)
        slope = curve.slopes(x).slope
        if before < 0, slope > 0 {
          if known > a, known < x { return known }
          return curve.extremum(a, before, x, slope)
        }
        if before > 0, slope < 0, !onlyLowest { return curve.extremum(a, before, x, slope) }
      }
      guard nextZone() else { return nil }
      if let found {
        self.found = nil
        return found
      }
    }
  }

  /// Sets up the search of the next zone that holds part of the piece.
  private mutating func nextZone() -> Bool {
    let zones = curve.tables.turningZones
    while day < last {
      while zone < zones.count {
        let here = zones[zone]
        zone += 1
        let (start, end) = (day + Double(here.start), day + Double(here.end))
        if start >= last { return false }
        guard end > first, here.canBeLowest || !onlyLowest else { continue }
        let from = start <= first ? 0 : curve.hours(untilPhase: start)
        if curve.fall(from) < here.leastRise { continue }
        let to = end >= last ? curve.length : min(curve.length, curve.hours(untilPhase: end))
        guard from < to else { continue }
        if here.single, known > from, known < to {
          found = known
        } else {
          search(from, to, step: here.single ? to - from : Self.halfHour)
        }
        return true
      }
      zone = 0
      day += 1440
    }
    return false
  }
}
