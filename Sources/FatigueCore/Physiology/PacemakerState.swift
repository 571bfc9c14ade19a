/// The state of a light-driven pacemaker.
public struct PacemakerState: Hashable, Sendable {
  /// The rhythm, close to that of body temperature; between −1 and 1 or a little outside.
  public var x: Double
  /// Its companion, a quarter of a day apart.
  public var xc: Double
  /// Share of the eye's light receptors that are used up, 0 to 1.
  public var n: Double

  public init(x: Double, xc: Double, n: Double) {
    self.x = x
    self.xc = xc
    self.n = n
  }
}

/// The equations of one pacemaker model.
protocol Oscillator: Sendable {
  /// - Parameter drive: of Process L, G · α · (1 − n).
  /// - Returns: dx/dt and dxc/dt, per hour.
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double)
}
