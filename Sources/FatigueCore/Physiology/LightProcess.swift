/// Process L: how light at the eye drives the pacemaker.
///
///     α(I) = α₀ · (I / 9500)^p                 St. Hilaire 2007: times I / (I + 100)
///     dn/dt = 60 · (α · (1 − n) − β · n)       n: share of receptors that are used up
///     drive = G · α · (1 − n)
///
/// While the light keeps one level I, n falls or rises to n∞ = α / (α + β) as
/// n(t) = n∞ + (n₀ − n∞) · exp(−60 · (α + β) · t), which needs no steps.
///
/// Units: I in lux at the eye, t in hours, α and β per minute, n from 0 to 1, G without unit.
/// Sources: Kronauer, Forger & Jewett 1999, J Biol Rhythms 14(6); Serkh & Forger 2014, PLoS Comput Biol
/// 10(4) e1003523; St. Hilaire and others 2007, J Theor Biol 247(4). The values were read in independent
/// public transcriptions that agree, not in the papers' own tables.
public struct LightProcess: Hashable, Sendable {
  /// G.
  public var gain: Double
  /// α₀, per minute.
  public var sensitivity: Double
  /// β, per minute.
  public var recovery: Double
  /// p.
  public var exponent: Double
  /// Lux at which dim light counts by half; 0 leaves that out.
  public var dimLight = 0.0

  /// I₀, lux.
  static let reference = 9500.0

  public static let kronauer1999 = LightProcess(
    gain: 19.875, sensitivity: 0.16, recovery: 0.013, exponent: 0.6)
  public static let serkhForger2014 = LightProcess(
    gain: 33.75, sensitivity: 0.05, recovery: 0.0075, exponent: 0.5)
  public static let stHilaire2007 = LightProcess(
    gain: 37, sensitivity: 0.1, recovery: 0.007, exponent: 0.5, dimLight: 100)

  /// α, per minute. No number and less than darkness are darkness.
  public func activation(lux: Double) -> Double {
    guard lux > 0 else { return 0 }
    let alpha = sensitivity * power(lux / Self.reference, exponent)
    return dimLight > 0 ? alpha * (lux / (lux + dimLight)) : alpha
  }

  /// How fast n comes to rest, per hour.
  func rate(activation: Double) -> Double { 60 * (activation + recovery) }

  /// n∞.
  func settled(activation: Double) -> Double { activation / (activation + recovery) }
}
