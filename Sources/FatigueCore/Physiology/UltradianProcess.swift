/// Process U: the twelve-hour rhythm with its dip after noon.
///
///     U(h) = mean + amplitude · cos(2π/12 · (h − acrophase − 3))
///
/// Units: model units; h is the hour of the body clock, the acrophase that of process C.
/// Source: Ingre et al. 2014, PLoS ONE 9(10) e108679.
public struct UltradianProcess: Hashable, Sendable {
  public var mean = -0.5
  public var amplitude = 0.5
  /// Hours from the maximum of C to that of U.
  public var lag = 3.0

  public init() {}

  /// Radians per hour.
  static let frequency = 2 * Double.pi / 12

  public func value(at hour: Double, acrophase: Double) -> Double {
    mean + amplitude * cos(Self.frequency * (hour - acrophase - lag))
  }
}
