/// The pacemaker of St. Hilaire and others 2007: that of Kronauer 1999, which being awake also moves.
///
///     dx/dt = that of Kronauer 1999 + π/12 · ρ · (1/3 − σ) · (1 − tanh 10 x)     σ: 1 asleep, 0 awake
///
/// Left out: the exception for those who wake 16.5 to 21 h after the body temperature's low point. Both
/// public programs that we read have it wrong, and there is nothing to test it against.
///
/// Units: as ``KronauerOscillator``. Source: St. Hilaire and others 2007, J Theor Biol 247(4).
struct StHilaireOscillator: Oscillator {
  private let kronauer = KronauerOscillator()
  /// π/12 · ρ · (1/3 − σ) · 2
  private let awakePush: Double
  private let asleepPush: Double

  /// - Parameter wakefulness: ρ
  init(wakefulness: Double = 0.032) {
    awakePush = Double.pi / 6 * wakefulness * (1.0 / 3)
    asleepPush = Double.pi / 6 * wakefulness * (1.0 / 3 - 1)
  }

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let slope = kronauer.slope(x: x, xc: xc, drive: drive, asleep: asleep)
    // 1 − tanh 10 x = 2 / (1 + exp 20 x)
    return (slope.x + (asleep ? asleepPush : awakePush) / (1 + exp(20 * x)), slope.xc)
  }
}
