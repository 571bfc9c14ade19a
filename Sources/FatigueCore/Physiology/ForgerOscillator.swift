/// The pacemaker of Forger, Jewett & Kronauer 1999: a plain van der Pol oscillator.
///
///     B = drive · (1 − 0.4 x) · (1 − 0.4 xc)
///     dx/dt  = π/12 · (xc + B)
///     dxc/dt = π/12 · (μ · (xc − 4/3 xc³) − x · ((24 / (0.99669 τ))² + k · B))
///
/// Two sets of Process L go by this name: the one of 1999, and the one of Serkh & Forger 2014. An output
/// says which.
///
/// Units: x and xc without unit, t in hours, τ (the clock's own period) in hours.
/// Source: Forger, Jewett & Kronauer 1999, J Biol Rhythms 14(6); values as in public transcriptions.
struct ForgerOscillator: Oscillator {
  var stiffness = 0.23
  var k = 0.55
  /// (24 / (0.99669 · 24.2))²
  var frequency = 24 / (0.99669 * 24.2) * (24 / (0.99669 * 24.2))

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let light = drive * (1 - 0.4 * x) * (1 - 0.4 * xc)
    return (
      Double.pi / 12 * (xc + light),
      Double.pi / 12
        * (stiffness * (xc - 4.0 / 3 * (xc * xc * xc)) - x * (frequency + k * light))
    )
  }
}
