/// Process S: alertness lost awake, regained asleep.
///
///     awake    S(t) = low + (S₀ − low) · exp(decay · t)
///     asleep   S(t) = S₀ + t · slope                             while S < bend (the "brake")
///              S(t) = high − (high − bend) · exp(recovery · t′)  t′ counted from the bend
///              slope = recovery · (bend − high)
///
/// Units: S in model units, t in hours, rates per hour.
/// Source: Ingre et al. 2014, PLoS ONE 9(10) e108679, the form S_B of model 5c; the rates go back to
/// Åkerstedt & Folkard 1995–2004.
public struct HomeostaticProcess: Hashable, Sendable {
  /// Where S ends when nobody sleeps.
  public var low = 2.4
  /// Where S ends when nobody wakes.
  public var high = 14.3
  /// Below this level recovery is linear.
  public var bend = 12.2
  /// Per hour awake.
  public var decay = -0.0353
  /// Per hour asleep: ln((14.3 − 14) / (14.3 − 7.96)) / 8.
  public var recovery = -0.38135644659688356
  /// What happens to someone who falls asleep with S above the bend.
  public var aboveBend = AboveBend.continuous

  public enum AboveBend: Sendable {
    /// Recovery goes on from S itself, so that falling asleep never makes S jump.
    case continuous
    /// As humanfactors/FIPS 0.2.1 computes it: a negative time to the bend, so that S falls at sleep
    /// onset. For comparison with that program only.
    case published
  }

  public init() {}

  /// What S can be.
  public var range: ClosedRange<Double> { low...high }

  /// Model units per hour of sleep below the bend.
  public var slope: Double { recovery * (bend - high) }

  public func awake(from s: Double, after elapsed: Hours) -> Double {
    low + (s - low) * exp(decay * elapsed.value)
  }

  /// S during one sleep.
  public func sleep(from s: Double) -> SleepCourse {
    let toBend = (bend - s) / slope
    if toBend < 0, aboveBend == .continuous {
      return SleepCourse(start: s, slope: slope, bendAfter: 0, high: high, gap: high - s)
    }
    return SleepCourse(
      start: s, slope: slope, bendAfter: toBend, high: high,
      gap: (high - bend) * exp(-recovery * toBend))
  }

  public func asleep(from s: Double, after elapsed: Hours) -> Double {
    let course = sleep(from: s)
    guard elapsed.value > course.bendAfter else {
      return course.start + course.slope * elapsed.value
    }
    return course.high - course.gap * exp(recovery * elapsed.value)
  }

  /// One sleep: a straight line, then `high − gap · exp(recovery · t)` with t from sleep onset.
  public struct SleepCourse: Sendable {
    var start: Double
    var slope: Double
    /// Hours from sleep onset to the bend; negative only in the published form.
    var bendAfter: Double
    var high: Double
    var gap: Double
  }
}
