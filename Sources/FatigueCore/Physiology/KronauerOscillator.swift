/// The pacemaker of Kronauer, Forger & Jewett 1999: a van der Pol oscillator of the seventh degree.
///
///     B = drive · (1 − 0.4 x) · (1 − 0.4 xc)
///     dx/dt  = π/12 · (xc + μ · (x/3 + 4/3 x³ − 256/105 x⁷) + B)
///     dxc/dt = π/12 · (q · B · xc − x · ((24 / (0.99729 τ))² + k · B))
///
/// Units: x and xc without unit, t in hours, τ (the clock's own period) in hours.
/// Source: Kronauer, Forger & Jewett 1999, J Biol Rhythms 14(6); values as in two public transcriptions.
struct KronauerOscillator: Oscillator {
  var stiffness = 0.13
  var k = 0.55
  var q = 1.0 / 3
  /// (24 / (0.99729 · 24.2))²
  var frequency = 24 / (0.99729 * 24.2) * (24 / (0.99729 * 24.2))

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let light = drive * (1 - 0.4 * x) * (1 - 0.4 * xc)
    let square = x * x
    let own = x * (1.0 / 3 + square * (4.0 / 3 - 256.0 / 105 * (square * square)))
    return (
      Double.pi / 12 * (xc + stiffness * own + light),
      Double.pi / 12 * (q * light * xc - x * (frequency + k * light))
    )
  }
}
