/// Process C: the daily rhythm of alertness.
///
///     C(h) = mean + amplitude · cos(2π/24 · (h − acrophase))
///
/// Units: model units; h is the hour of the body clock.
/// Source: Ingre et al. 2014, PLoS ONE 9(10) e108679; as in Åkerstedt & Folkard.
public struct CircadianProcess: Hashable, Sendable {
  public var mean = 0.0
  public var amplitude = 2.5
  /// Hour of the maximum. A chronotype moves it, by at most an hour each way (our own setting).
  public var acrophase = 16.8

  public init() {}

  /// Radians per hour.
  static let frequency = 2 * Double.pi / 24

  public func value(at hour: Double) -> Double {
    mean + amplitude * cos(Self.frequency * (hour - acrophase))
  }
}
