/// How alertness becomes a rating on the Karolinska Sleepiness Scale: `KSS = intercept − slope · A`.
///
/// A is S + C + U, and W where the scale counts sleep inertia.
public struct KarolinskaScale: Hashable, Sendable {
  public var intercept: Double
  public var slope: Double
  public var countsInertia: Bool

  public init(intercept: Double, slope: Double, countsInertia: Bool = false) {
    self.intercept = intercept
    self.slope = slope
    self.countsInertia = countsInertia
  }

  /// Model 5c of Ingre et al. 2014, PLoS ONE 9(10) e108679: fitted to shift workers' own ratings.
  public static let fiveC = KarolinskaScale(intercept: 9.68, slope: 0.46)
  /// The scaling of Åkerstedt & Folkard, without inertia.
  public static let classic = KarolinskaScale(intercept: 10.6, slope: 0.6)
  /// The same with inertia, as humanfactors/FIPS 0.2.1 prints it.
  public static let classicWithInertia = KarolinskaScale(
    intercept: 10.6, slope: 0.6, countsInertia: true)

  public func kss(alertness: Double) -> KSS { KSS(intercept - slope * alertness) }

  /// The alertness at which the scale reads `kss`.
  public func alertness(at kss: KSS) -> Double { (intercept - kss.raw) / slope }
}
