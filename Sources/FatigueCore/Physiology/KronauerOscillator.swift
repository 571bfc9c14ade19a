/// The pacemaker of Kronauer, Forger & Jewett 1999: a van der Pol oscillator of the seventh degree.
///
///     B = drive · (1 − 0.4 x) · (1 − 0.4 xc)
///     dx/dt  = π/12 · (xc + μ · (x/3 + 4/3 x³ − 256/105 x⁷) + B)
///     dxc/dt = π/12 · (q · B · xc − x · ((24 / (0.99729 τ))² + k · B))
///
/// Units: x and xc without unit, t in hours, τ (the clock's own period) in hours.
/// Source: Kronauer, Forger & Jewett 1999, J Biol Rhythms 14(6); values as in two public transcriptions.
struct KronauerOscillator: Oscillator {
  /// Each term's factor, π/12 included, so that the integration waits for few operations in a row.
  private let rate = Double.pi / 12
  private let linear, cubic, seventh: Double
  private let frequency: Double
  private let lightOnX: Double
  private let lightOnXc: Double

  /// - Parameters:
  ///   - stiffness: μ
  ///   - period: τ, hours.
  init(stiffness: Double = 0.13, k: Double = 0.55, q: Double = 1.0 / 3, period: Double = 24.2) {
    linear = rate * stiffness / 3
    cubic = rate * stiffness * 4 / 3
    seventh = rate * stiffness * 256 / 105
    let speed = 24 / (0.99729 * period)
    frequency = rate * (speed * speed)
    (lightOnX, lightOnXc) = (k, q)
  }

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let light = (rate * drive) * ((1 - 0.4 * x) * (1 - 0.4 * xc))
    let square = x * x
    let cube = x * square
    return (
      (rate * xc + (linear * x + cubic * cube)) + (light - seventh * (cube * (square * square))),
      light * (lightOnXc * xc - lightOnX * x) - frequency * x
    )
  }
}
