/// How someone travels to work.
public enum CommuteMode: String, Sendable, CaseIterable {
  case car
  case transit
  case bike
  case walk

  /// `Assumed:` share of outdoor light that reaches the eye, not measured by anybody we know of.
  public var eyeShare: Double {
    switch self {
    case .car: 0.25
    case .transit: 0.15
    case .bike, .walk: 0.5
    }
  }
}

/// The way between home and work.
public struct Commute: Hashable, Sendable {
  public var mode = CommuteMode.car
  /// Each way.
  public var length = Elapsed.minutes(30)

  public init(mode: CommuteMode = .car, length: Elapsed = .minutes(30)) {
    self.mode = mode
    self.length = length
  }
}

/// The light that people get. `Assumed:` all of it, until somebody measures: one number measured on the ward
/// is worth more than any of these.
///
/// Lux at the eye, unless it says otherwise.
public struct LightSettings: Hashable, Sendable {
  /// On duty between 21:00 and 07:00.
  public var wardNight = 100.0
  /// On duty between 07:00 and 21:00.
  public var wardDay = 300.0
  /// At home between 06:00 and 21:00.
  public var homeDay = 150.0
  public var homeEvening = 50.0
  /// On the way to and from work at least, from street lights.
  public var street = 20.0
  public var bedroom = 0.0
  /// What dark glasses let through: 0.15, category 3. Source of the number: Crowley and others 2003.
  /// Category 4, under 8 %, is not for driving.
  public var glasses = 0.15
  public var sky = Sky.partly
  /// The share of outdoor light that reaches the eye in half an hour outdoors, each noon.
  public var outdoorShare = 0.5
  /// The most daylight at the eye.
  public var brightestDaylight = 10_000.0
  /// Replaces ``CommuteMode/eyeShare``.
  public var eyeShares: [CommuteMode: Double] = [:]

  public init() {}

  public func eyeShare(_ mode: CommuteMode) -> Double { eyeShares[mode] ?? mode.eyeShare }

  /// Light at the eye on the way, without glasses.
  ///
  /// - Parameter outdoors: on a horizontal surface, lux.
  public func travelling(_ mode: CommuteMode, outdoors: Double) -> Double {
    max(street, min(brightestDaylight, outdoors * eyeShare(mode)))
  }

  /// Light at the eye of someone who is outdoors on purpose.
  public func outdoors(_ lux: Double) -> Double { min(brightestDaylight, lux * outdoorShare) }
}

/// What someone does about light.
public struct LightPlan: Hashable, Sendable {
  /// A level of light sought on purpose. Seconds from the origin, half open.
  public struct Dose: Hashable, Sendable {
    public var start: Int32
    public var end: Int32
    /// At the eye.
    public var lux: Double

    public init(start: Int32, end: Int32, lux: Double) {
      self.start = start
      self.end = end
      self.lux = lux
    }
  }

  /// The ends of the duties after which dark glasses are worn on the way home. At home the light is then
  /// that of an evening for half an hour.
  public var glassesAfter: Set<Int32> = []
  /// In this order; of two at one time the later in the list counts.
  public var doses: [Dose] = []

  public init() {}
}
