/// How cloudy it is.
public enum Sky: String, Sendable, CaseIterable {
  case clear
  case partly
  case overcast

  /// Extinction of direct sunlight; nil when none comes through. Below: klx of the sky itself, `least` with
  /// the sun on the horizon and `most` more in the zenith.
  ///
  /// Source: daylight availability of the Illuminating Engineering Society, recalled, not read.
  var constants: (extinction: Double?, least: Double, most: Double) {
    switch self {
    case .clear: (0.21, 0.80, 15.5)
    case .partly: (0.80, 0.30, 45)
    case .overcast: (nil, 0.30, 21)
    }
  }

  /// Outdoor light on a horizontal surface, in lux.
  ///
  /// - Parameters:
  ///   - elevation: of the sun, degrees.
  ///   - dayOfYear: 1 ... 366
  public func illuminance(elevation: Double, dayOfYear: Int) -> Double {
    let (extinction, least, most) = constants
    guard elevation < 0 else {
      let sine = sin(elevation * Sun.degree)
      let sky = least + most * (self == .clear ? sine.squareRoot() : sine)
      guard let extinction, sine > 0 else { return 1000 * sky }
      let distance = 1 + 0.034 * cos(2 * Double.pi * Double(dayOfYear - 2) / 365)
      return 1000 * (sky + 127.5 * distance * exp(-extinction / max(sine, 1e-6)) * sine)
    }
    return Self.twilight(elevation, atHorizon: 1000 * least)
  }

  /// Straight lines in the logarithm of light. Source: standard twilight values, recalled, not read.
  private static func twilight(_ elevation: Double, atHorizon: Double) -> Double {
    let steps = [(0.0, atHorizon), (-6, 3.4), (-12, 0.008), (-18, 0.0007)]
    for i in 1..<steps.count where elevation >= steps[i].0 {
      let (above, below) = (steps[i - 1], steps[i])
      let part = (above.0 - elevation) / (above.0 - below.0)
      return above.1 * exp(part * log(below.1 / above.1))
    }
    return 0
  }
}

/// Daylight outdoors at a place, step by step over a stretch of time. Made once for everybody there.
public struct Daylight: Sendable {
  public let site: Site
  public let sky: Sky
  public let zone: Zone
  public let start: Instant
  /// Outdoors on a horizontal surface in the middle of each step of ``LightSchedule/step``, lux.
  public let lux: [Double]
  /// What the clock shows at the start of each step, minutes of the day.
  let minuteOfDay: [Int16]

  /// - Parameters:
  ///   - start: A local midnight.
  ///   - steps: At most ``LightSchedule/longest``.
  public init(site: Site, sky: Sky, zone: Zone, start: Instant, steps: Int) {
    (self.site, self.sky, self.zone, self.start) = (site, sky, zone, start)
    let steps = min(max(steps, 0), LightSchedule.longest)
    var clock = ZoneCursor(zone)
    var lux: [Double] = []
    var minutes: [Int16] = []
    lux.reserveCapacity(steps)
    minutes.reserveCapacity(steps)
    for step in 0..<steps {
      let begins = start.seconds + Int64(step * LightSchedule.step)
      let local = clock.local(begins)
      minutes.append(Int16(local %% 86_400 / 60))
      let middle = Instant(seconds: begins + Int64(LightSchedule.step / 2))
      lux.append(
        sky.illuminance(
          elevation: Sun.elevation(at: middle, site), dayOfYear: Self.dayOfYear(local)))
    }
    self.lux = lux
    minuteOfDay = minutes
  }

  /// A day of exactly 24 h from midnight, whatever the clock does on it: what a habit is made of.
  public init(site: Site, sky: Sky, zone: Zone, date: CivilDate) {
    let offset = zone.offset(at: Instant(seconds: date.localMidnight + 43_200))
    self.init(
      site: site, sky: sky, zone: Zone(name: zone.name, fixedOffset: offset),
      start: Instant(seconds: date.localMidnight - Int64(offset)), steps: 288)
  }

  /// Outdoors at any moment, in lux on a horizontal surface.
  public func lux(at instant: Instant) -> Double {
    sky.illuminance(
      elevation: Sun.elevation(at: instant, site),
      dayOfYear: Self.dayOfYear(instant.seconds + Int64(zone.offset(at: instant))))
  }

  private static func dayOfYear(_ local: Int64) -> Int {
    let date = CivilTime(localSeconds: local).date
    let newYear = CivilDate(year: date.components.year, month: 1, day: 1)
    return newYear.map { date - $0 + 1 } ?? 1
  }
}
