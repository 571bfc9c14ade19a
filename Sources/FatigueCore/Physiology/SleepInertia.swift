/// Process W: grogginess after waking.
///
///     W(t) = start · exp(decay · t)
///
/// Units: model units, t hours awake. Not part of model 5c: Ingre et al. report a much worse fit with
/// it. Here for comparison with programs that add it.
/// Source: Åkerstedt & Folkard; values as in humanfactors/FIPS 0.2.1.
public struct SleepInertia: Hashable, Sendable {
  public var start = -5.72
  public var decay = -1.51

  public init() {}

  public func value(awake elapsed: Hours) -> Double { start * exp(decay * elapsed.value) }
}
