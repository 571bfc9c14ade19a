/// A stretch of the body clock's day in which alertness can have a turning point while awake.
///
/// Awake, S falls at 0 to D per hour, where D = −decay · (high − low). Where C + U falls, or rises faster
/// than D, alertness A cannot turn. What is left are a few hours of the day, and in only some of them
/// can A have a lowest point: those where the rise of C + U is not itself slowing.
struct TurningZone: Hashable, Sendable {
  /// Minutes of the body clock, both included; `end` may lie beyond 1440.
  var start: Int
  var end: Int
  /// A can have a minimum here; else only a maximum.
  var canBeLowest: Bool
  /// There is at most one turning point: A is bent one way all through.
  var single: Bool
  /// The least rise of C + U per hour here, as a body clock that adapts may have it; where S falls slower,
  /// A has no turning point.
  var leastRise: Double
  /// The same for one that is an hour ahead or behind at most.
  var leastRiseNearly: Double
  /// The same for a body clock that is settled.
  var leastRiseSettled: Double

  func moved(by minutes: Int) -> TurningZone {
    var zone = self
    zone.start += minutes
    zone.end += minutes
    return zone
  }

  /// Minutes from the start of a zone until C + U rises by `rise` per hour, on a straight line between whole
  /// ones.
  static func minutes(in zone: TurningZone, toRise rise: Double, _ rhythm: [SIMD2<Double>])
    -> Double
  {
    func rises(_ minute: Int) -> Double { rhythm[minute %% 1440].y * 60 }
    let minute = (zone.start..<zone.end).first { rises($0) >= rise } ?? zone.end
    guard minute > zone.start, rises(minute) > rises(minute - 1) else {
      return Double(minute - zone.start)
    }
    let part = (rise - rises(minute - 1)) / (rises(minute) - rises(minute - 1))
    return Double(minute - 1 - zone.start) + min(max(part, 0), 1)
  }

  /// In order of start.
  static func zones(_ parameters: ThreeProcessParameters) -> [TurningZone] {
    let homeostatic = parameters.homeostatic
    let steepest = -homeostatic.decay * (homeostatic.high - homeostatic.low)
    let rises = (0..<1440).map { parameters.rhythm(at: Double($0) / 60).slope }
    // A body clock that adapts runs up to 5 % fast or slow; a minute is added at either side.
    func possible(_ minute: Int) -> Bool {
      let rise = rises[minute %% 1440]
      return rise * 1.06 >= -1e-4 && rise * 0.94 <= steepest + 1e-4
    }
    /// How fast C + U's rise changes, per hour².
    func change(_ minute: Int) -> Double {
      (rises[(minute + 1) %% 1440] - rises[(minute - 1) %% 1440]) * 30
    }
    // S itself falls ever slower, at a rate of `decay` times its fall.
    let slowing = 1.06 * homeostatic.decay * steepest - 1e-3
    // Start in a place that is in no zone, if there is one.
    guard let origin = (0..<1440).first(where: { !possible($0) }) else {
      return [
        TurningZone(
          start: 0, end: 1440, canBeLowest: true, single: false, leastRise: -.infinity,
          leastRiseNearly: -.infinity, leastRiseSettled: -.infinity)
      ]
    }
    var zones: [TurningZone] = []
    var minute = origin
    while minute < origin + 1440 {
      guard possible(minute) else {
        minute += 1
        continue
      }
      var zone = TurningZone(
        start: minute - 1, end: minute, canBeLowest: false, single: false, leastRise: .infinity,
        leastRiseNearly: .infinity, leastRiseSettled: .infinity)
      var speedsUp = true
      while possible(minute) {
        if change(minute) >= slowing { zone.canBeLowest = true }
        if change(minute) < 1e-4 { speedsUp = false }
        zone.leastRise = min(zone.leastRise, rises[minute %% 1440])
        minute += 1
      }
      zone.end = minute
      zone.single = speedsUp || !zone.canBeLowest
      zone.leastRiseSettled = zone.leastRise - 1e-3
      // An hour ahead or behind it runs 1.5 % slow or fast.
      zone.leastRiseNearly = min(zone.leastRise * 0.985, zone.leastRise * 1.015) - 1e-3
      zone.leastRise = zone.leastRise * 0.94 - 1e-3
      zones.append(zone)
    }
    return zones.map { zone in
      var zone = zone
      if zone.start >= 1440 { (zone.start, zone.end) = (zone.start - 1440, zone.end - 1440) }
      return zone
    }.sorted { $0.start < $1.start }
  }
}
