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
  /// Each term's factor, π/12 included, so that the integration waits for few operations in a row.
  private let rate = Double.pi / 12
  private let linear, cubic: Double
  private let frequency: Double
  private let lightOnX: Double

  /// - Parameters:
  ///   - stiffness: μ
  ///   - period: τ, hours.
  init(stiffness: Double = 0.23, k: Double = 0.55, period: Double = 24.2) {
    linear = rate * stiffness
    cubic = rate * stiffness * 4 / 3
    let speed = 24 / (0.99669 * period)
    frequency = rate * (speed * speed)
    lightOnX = k
  }

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let light = (rate * drive) * ((1 - 0.4 * x) * (1 - 0.4 * xc))
    return (
      rate * xc + light,
      (linear * xc - cubic * (xc * (xc * xc)) - frequency * x) - light * (lightOnX * x)
    )
  }
}
