/// Follows the body clock of one person through a light schedule.
///
/// Process L is solved in closed form inside each step; x and xc are integrated by the classical
/// fourth-order method of Runge and Kutta, with the drive at the start, the middle and the end of the step.
/// Steps are 5 min in bright light and 15 min where the eye's receptors follow slowly, and never reach over
/// a change of light or a reading. Against an integration to eleven digits the error of x, xc and n is 1e-4
/// at most, in light up to 100,000 lx 5e-4.
public struct Pacemaker: Sendable {
  public let model: PacemakerModel
  private var levels: LightLevels
  /// Of the constant routine.
  private let dim: LightLevel
  /// The step it is followed with: in light this dim half an hour is exact to 1e-4 h.
  private let routineStep: LightLevel.Step

  public init(_ model: PacemakerModel = .primary) {
    self.model = model
    levels = LightLevels(model.light)
    dim = LightLevel(model.light, lux: Self.routineLight)
    routineStep = LightLevel.Step(rate: dim.rate, hours: 0.5)
  }

  /// The state at the end of a schedule.
  ///
  /// - Parameters:
  ///   - start: at the schedule's beginning.
  ///   - reading: Steps at whose beginning the state is wanted, ascending; the schedule's own count is its
  ///     end. Those outside are left out.
  ///   - visit: Called for each of them, in order, with its place in `reading`.
  /// - Complexity: O(steps).
  @discardableResult
  public mutating func follow(
    _ light: LightSchedule, from start: PacemakerState, reading: [Int] = [],
    visit: (Int, PacemakerState) -> Void = { _, _ in }
  ) -> PacemakerState {
    follow(light, from: start, longSteps: true, reading: reading, visit: visit)
  }

  private mutating func follow(
    _ light: LightSchedule, from start: PacemakerState, longSteps: Bool, reading: [Int],
    visit: (Int, PacemakerState) -> Void
  ) -> PacemakerState {
    switch model {
    case .kronauer99: follow(KronauerOscillator(), light, start, longSteps, reading, visit)
    case .forger99L99, .forger99SF14:
      follow(ForgerOscillator(), light, start, longSteps, reading, visit)
    case .stHilaire07: follow(StHilaireOscillator(), light, start, longSteps, reading, visit)
    }
  }

  private mutating func follow<Model: Oscillator>(
    _ oscillator: Model, _ light: LightSchedule, _ start: PacemakerState, _ longSteps: Bool,
    _ reading: [Int], _ visit: (Int, PacemakerState) -> Void
  ) -> PacemakerState {
    var state = start
    var next = 0
    while next < reading.count, reading[next] < 0 { next += 1 }
    for i in light.stretches.indices {
      let steps = light.steps(of: i)
      let level = levels[light.stretches[i].lux]
      let asleep = light.stretches[i].asleep
      var now = steps.lowerBound
      while now < steps.upperBound {
        while next < reading.count, reading[next] <= now {
          visit(next, state)
          next += 1
        }
        let stop = next < reading.count ? min(steps.upperBound, reading[next]) : steps.upperBound
        if longSteps && level.allowsLong {
          while now + 3 <= stop {
            oscillator.advance(&state, level, level.long, asleep: asleep)
            now += 3
          }
        }
        while now < stop {
          oscillator.advance(&state, level, level.short, asleep: asleep)
          now += 1
        }
      }
    }
    while next < reading.count, reading[next] <= light.count {
      visit(next, state)
      next += 1
    }
    return state
  }

  /// The state at the start of a day that repeats for ever: true days of the schedule's length, until
  /// one changes nothing by 1e-9 or more.
  ///
  /// - Parameter day: 24 h, from local midnight.
  /// - Returns: after 400 days at most. A clock that light cannot hold does not come to rest.
  public mutating func entrained(on day: LightSchedule) -> PacemakerState {
    var state = PacemakerState(x: -0.1, xc: -1.1, n: 0.45)
    // Long steps lead close to it, short ones to it.
    var longSteps = true
    for _ in 0..<400 {
      let after = follow(day, from: state, longSteps: longSteps, reading: [], visit: { _, _ in })
      let change = max(
        (after.x - state.x).magnitude, (after.xc - state.xc).magnitude,
        (after.n - state.n).magnitude)
      state = after
      if !longSteps, change < 1e-9 { break }
      if change < 1e-6 { longSteps = false }
    }
    return state
  }

  /// Light that the marker is read in: a laboratory's constant routine. Awake, in lux.
  static let routineLight = 3.0
  /// Hours after which what light there was before no longer makes a minimum.
  private static let settling = 4.0
  /// Hours that the marker is looked for.
  private static let routineLength = 40

  /// The body temperature's low point, as a constant routine in 3 lx would find it that begins now.
  ///
  /// Light pushes x directly, so that a bright hour at night makes or moves a minimum of x without moving
  /// the clock. That is why phase is read here and nowhere else.
  ///
  /// - Returns: hours from now, more than 1; nil when the rhythm has died down.
  public func lowPoint(from state: PacemakerState) -> Double? {
    switch model {
    case .kronauer99: lowPoint(KronauerOscillator(), state)
    case .forger99L99, .forger99SF14: lowPoint(ForgerOscillator(), state)
    case .stHilaire07: lowPoint(StHilaireOscillator(), state)
    }
  }

  private func lowPoint<Model: Oscillator>(
    _ oscillator: Model, _ start: PacemakerState
  ) -> Double? {
    let step = routineStep
    var before = start
    var falling = oscillator.slope(before, dim)
    var best: (hour: Double, x: Double)?
    for i in 0..<Int(Double(Self.routineLength) / step.hours) {
      var after = before
      oscillator.advance(&after, dim, step, asleep: false)
      let rising = oscillator.slope(after, dim)
      if falling < 0, rising >= 0 {
        let part = Self.turn(before.x, falling * step.hours, after.x, rising * step.hours)
        let hour = (Double(i) + part) * step.hours + model.temperatureDelay
        if let found = best, hour - found.hour < 13 {
          // Of two minima within 13 h the deeper one counts.
          if min(before.x, after.x) < found.x { best = (hour, min(before.x, after.x)) }
        } else if let found = best, found.hour > 1 {
          return found.hour
        } else {
          best = (hour, min(before.x, after.x))
        }
      }
      // When the receptors have got used to the dim light there is one minimum a day; before that, once x has
      // crossed the middle again.
      if let found = best, found.hour > 1, found.hour > Self.settling || after.x >= 0 {
        return found.hour
      }
      (before, falling) = (after, rising)
    }
    return best.flatMap { $0.hour > 1 ? $0.hour : nil }
  }

  /// Where between two points the cubic through both values and slopes turns from falling to rising.
  ///
  /// - Parameters:
  ///   - fall: slope at the first, below 0, per step.
  ///   - rise: slope at the second, 0 or above, per step.
  /// - Returns: 0 ... 1
  static func turn(_ first: Double, _ fall: Double, _ second: Double, _ rise: Double) -> Double {
    // The slope at t is a t² + b t + fall.
    let a = 3 * (fall + rise - 2 * (second - first))
    let b = rise - fall - a
    let root = max(0, b * b - 4 * a * fall).squareRoot()
    // Of both roots the one where the slope rises; written so that a may be 0.
    let part = -2 * fall / (b + root)
    return part >= 0 ? min(part, 1) : 1
  }
}

extension Oscillator {
  @inline(__always)
  fileprivate func slope(_ state: PacemakerState, _ level: LightLevel) -> Double {
    slope(x: state.x, xc: state.xc, drive: level.strength * (1 - state.n), asleep: false).x
  }

  /// One step in constant light.
  @inline(__always)
  fileprivate func advance(
    _ state: inout PacemakerState, _ level: LightLevel, _ step: LightLevel.Step, asleep: Bool
  ) {
    let (x, xc, h) = (state.x, state.xc, step.hours)
    let away = state.n - level.settled
    let n = level.settled + away * step.whole
    let first = level.strength * (1 - state.n)
    let middle = level.strength * (1 - (level.settled + away * step.half))
    let last = level.strength * (1 - n)
    let k1 = slope(x: x, xc: xc, drive: first, asleep: asleep)
    let k2 = slope(x: x + h / 2 * k1.x, xc: xc + h / 2 * k1.xc, drive: middle, asleep: asleep)
    let k3 = slope(x: x + h / 2 * k2.x, xc: xc + h / 2 * k2.xc, drive: middle, asleep: asleep)
    let k4 = slope(x: x + h * k3.x, xc: xc + h * k3.xc, drive: last, asleep: asleep)
    state.x = x + h / 6 * (k1.x + 2 * (k2.x + k3.x) + k4.x)
    state.xc = xc + h / 6 * (k1.xc + 2 * (k2.xc + k3.xc) + k4.xc)
    state.n = n
  }
}
