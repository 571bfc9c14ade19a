/// What the integration needs to know of a level of light, worked out once per level.
struct LightLevel: Sendable {
  /// One length of step at this level.
  struct Step: Sendable {
    var hours: Double
    /// exp(−r t) of Process L after half of it and all of it.
    var half: Double
    var whole: Double

    /// - Parameter rate: r, per hour.
    init(rate: Double, hours: Double) {
      self.hours = hours
      half = exp(-0.5 * rate * hours)
      whole = exp(-rate * hours)
    }
  }

  /// r of Process L, per hour.
  var rate: Double
  /// n∞ of Process L.
  var settled: Double
  /// G · α.
  var strength: Double
  var short: Step
  /// Three short steps in one.
  var long: Step
  /// Whether the receptors follow slowly enough for long steps.
  var allowsLong: Bool

  /// Hours of a short step.
  static let shortStep = 1.0 / 12

  /// Assumed: beyond it a quarter of an hour is too coarse for the receptors. Up to here a long step is as
  /// exact as a short one is at ten times the light.
  private static let slowest = 0.75

  init(_ process: LightProcess, lux: Double) {
    let alpha = process.activation(lux: lux)
    rate = process.rate(activation: alpha)
    settled = process.settled(activation: alpha)
    strength = process.gain * alpha
    short = Step(rate: rate, hours: Self.shortStep)
    long = Step(rate: rate, hours: 3 * Self.shortStep)
    allowsLong = rate * long.hours < Self.slowest
  }
}

/// The levels met lately. What falls out is worked out again, to the same values.
struct LightLevels: Sendable {
  private let process: LightProcess
  private var keys: [UInt64]
  private var levels: [LightLevel]

  private static let bits = 8

  init(_ process: LightProcess) {
    self.process = process
    let dark = LightLevel(process, lux: 0)
    keys = Array(repeating: 0, count: 1 << Self.bits)
    levels = Array(repeating: dark, count: 1 << Self.bits)
  }

  /// - Parameter lux: 0 or more, and no other zero than +0: as in a ``LightSchedule``.
  subscript(lux: Double) -> LightLevel {
    mutating get {
      let key = lux.bitPattern
      let place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(Self.bits)))
      if keys[place] == key { return levels[place] }
      let level = LightLevel(process, lux: lux)
      keys[place] = key
      levels[place] = level
      return level
    }
  }
}
