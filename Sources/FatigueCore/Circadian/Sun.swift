/// A place on earth.
public struct Site: Hashable, Sendable {
  /// Degrees, north positive.
  public let latitude: Double
  /// Degrees, east positive.
  public let longitude: Double

  /// What lies outside the globe is moved to its edge; no number becomes 0.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude.isNaN ? 0 : min(max(latitude, -90), 90)
    self.longitude = longitude.isNaN ? 0 : min(max(longitude, -180), 180)
  }

  /// What is used when the configuration names no place.
  public static let oslo = Site(latitude: 59.9139, longitude: 10.7522)
}

/// A day's sun at a place.
public enum SunDay: Hashable, Sendable {
  case normal(rise: Instant, noon: Instant, set: Instant)
  /// The sun does not rise.
  case polarNight(noon: Instant)
  /// The sun does not set.
  case midnightSun(noon: Instant)
}

/// Where the sun stands.
///
/// Units: degrees outside, radians inside. Good to about 0.01° between 1900 and 2100; an hour without a sun
/// in the sky is never off by more than that makes.
/// Source: the low-precision formulas of Meeus, Astronomical Algorithms, in the form that NOAA's solar
/// calculator uses.
public enum Sun {
  static let degree = Double.pi / 180
  /// Degrees below the horizon of a rising or setting sun's centre: refraction and half the disc.
  static let horizon = 0.833

  /// Declination in radians and equation of time in minutes.
  ///
  /// - Parameter time: seconds since 1970.
  static func coordinates(_ time: Double) -> (declination: Double, equation: Double) {
    // Julian centuries since 2000-01-01T12:00.
    let t = (time / 86_400 - 10_957.5) / 36_525
    let longitude = degree * (280.46646 + t * (36_000.76983 + 0.0003032 * t))
    let anomaly = degree * (357.52911 + t * (35_999.05029 - 0.0001537 * t))
    let eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
    let (sine, cosine) = sincos(anomaly)
    let (sine2, cosine2) = (2 * sine * cosine, 1 - 2 * sine * sine)
    let sine3 = sine2 * cosine + cosine2 * sine
    let centre =
      sine * (1.914602 - t * (0.004817 + 0.000014 * t)) + sine2 * (0.019993 - 0.000101 * t)
      + sine3 * 0.000289
    let node = sincos(degree * (125.04 - 1934.136 * t))
    let apparent = longitude + degree * (centre - 0.00569 - 0.00478 * node.sin)
    let seconds = 21.448 - t * (46.815 + t * (0.00059 - 0.001813 * t))
    let obliquity = degree * (23 + (26 + seconds / 60) / 60 + 0.00256 * node.cos)
    let half = tan(obliquity / 2)
    let y = half * half
    let (twice, cosineTwice) = sincos(2 * longitude)
    let equation =
      4 / degree
      * (y * twice - 2 * eccentricity * sine + 4 * eccentricity * y * sine * cosineTwice
        - y * y * twice * cosineTwice - 1.25 * eccentricity * eccentricity * sine2)
    return (asin(sin(obliquity) * sin(apparent)), equation)
  }

  /// Height of the sun's centre above the horizon in degrees, without refraction.
  public static func elevation(at instant: Instant, _ site: Site) -> Double {
    let (declination, equation) = coordinates(Double(instant.seconds))
    let minutes = Double(instant.seconds %% 86_400) / 60
    let angle = degree * ((minutes + equation + 4 * site.longitude) / 4 - 180)
    let (sineLatitude, cosineLatitude) = sincos(degree * site.latitude)
    let sine =
      sineLatitude * sin(declination) + cosineLatitude * cos(declination) * cos(angle)
    return asin(min(max(sine, -1), 1)) / degree
  }

  /// Sunrise, noon and sunset of the day whose noon lies on a date of the place's own mean time.
  public static func day(_ date: CivilDate, _ site: Site) -> SunDay {
    let midnight = Double(date.localMidnight)
    // Minutes from midnight UTC.
    func moment(_ minutes: Double) -> Instant {
      Instant(seconds: Int64((midnight + minutes * 60).rounded()))
    }
    func equation(_ minutes: Double) -> (declination: Double, equation: Double) {
      coordinates(midnight + minutes * 60)
    }
    let mean = 720 - 4 * site.longitude
    var noon = mean
    for _ in 0..<3 { noon = mean - equation(noon).equation }
    let (sineLatitude, cosineLatitude) = sincos(degree * site.latitude)
    // Looked for at the event itself, from noon on.
    func event(_ sign: Double) -> (minutes: Double, cosine: Double) {
      var minutes = noon
      for _ in 0..<6 {
        let sun = equation(minutes)
        let cosine =
          (sin(-horizon * degree) - sineLatitude * sin(sun.declination))
          / (cosineLatitude * cos(sun.declination))
        guard cosine.magnitude <= 1 else { return (minutes, cosine) }
        minutes = mean - sun.equation + sign * 4 * acos(cosine) / degree
      }
      return (minutes, 0)
    }
    let (rise, set) = (event(-1), event(1))
    for one in [rise, set] {
      if one.cosine > 1 { return .polarNight(noon: moment(noon)) }
      if one.cosine < -1 { return .midnightSun(noon: moment(noon)) }
    }
    return .normal(rise: moment(rise.minutes), noon: moment(noon), set: moment(set.minutes))
  }
}
