/// The pacemaker of St. Hilaire and others 2007: that of Kronauer 1999, which being awake also moves.
///
///     dx/dt = that of Kronauer 1999 + π/12 · ρ · (1/3 − σ) · (1 − tanh 10 x)     σ: 1 asleep, 0 awake
///
/// Left out: the exception for those who wake 16.5 to 21 h after the body temperature's low point. Both
/// public programs that we read have it wrong, and there is nothing to test it against.
///
/// Units: as ``KronauerOscillator``. Source: St. Hilaire and others 2007, J Theor Biol 247(4).
struct StHilaireOscillator: Oscillator {
  var kronauer = KronauerOscillator()
  /// ρ.
  var wakefulness = 0.032

  @inline(__always)
  func slope(x: Double, xc: Double, drive: Double, asleep: Bool) -> (x: Double, xc: Double) {
    let slope = kronauer.slope(x: x, xc: xc, drive: drive, asleep: asleep)
    let push = wakefulness * (asleep ? 1.0 / 3 - 1 : 1.0 / 3) * (1 - tanh(10 * x))
    return (slope.x + Double.pi / 12 * push, slope.xc)
  }
}
