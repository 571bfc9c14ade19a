/// The noncentral t distribution with some degrees of freedom: what t is when the true difference is
/// not zero. Confidence intervals of standardised differences are found from it.
///
///     P(T ≤ t) = E[Φ(t · s − δ)],   s = √(χ²_ν / ν)
///
/// The expectation is a sum over u = ln s, whose density is analytic and falls off on both sides so
/// fast that the trapezoidal rule converges exponentially (Trefethen and Weideman 2014, SIAM Review
/// 56(3)). Agrees with scipy's `nct` to 1e-9 (Tests/Data/statistics).
struct NoncentralT {
  /// Values of s, and how likely each is; the weights add up to one.
  private let values: [Double]
  private let weights: [Double]
  private let nu: Double

  /// - Parameters:
  ///   - degrees: of freedom, 1 or more.
  ///   - largest: The largest |t| that will be asked about; beyond 1000 the steps grow no finer.
  init(degrees: Int, upTo largest: Double) {
    let nu = Double(max(1, degrees))
    // Φ(t s − δ) changes over 1 / (t s) in u.
    let step = 0.25 / max(8, nu.squareRoot(), min(largest.magnitude, 1000))
    // The logarithm of the density of u, without its constant, is ν (u − s² / 2): highest at u = 0.
    func height(_ u: Double) -> Double {
      let s = exp(u)
      return nu * (u - (s * s - 1) / 2)
    }
    var values: [Double] = []
    var weights: [Double] = []
    for direction in [-1.0, 1.0] {
      var count = direction < 0 ? 1.0 : 0.0
      while true {
        let u = direction * count * step
        let exponent = height(u)
        if exponent < -42 { break }
        values.append(exp(u))
        weights.append(exp(exponent))
        count += 1
      }
    }
    let sum = weights.reduce(0, +)
    self.nu = nu
    self.values = values
    self.weights = weights.map { $0 / sum }
  }

  /// The share of the distribution below `t`.
  ///
  /// - Parameter noncentrality: δ, the true difference in its standard errors.
  func distribution(_ t: Double, noncentrality: Double) -> Double {
    var sum = 0.0
    for (value, weight) in zip(values, weights) {
      sum += weight * normalDistribution(t * value - noncentrality)
    }
    return sum
  }

  /// The noncentrality at which `share` of the distribution lies below `t`; to 1e-10 of it.
  func noncentrality(of t: Double, below share: Double) -> Double {
    // Nearly normal about t (1 − 1/4ν), with variance 1 + t²/2ν: where to begin.
    let spread = (1 + t * t / (2 * nu)).squareRoot()
    let tail = share > 0.9 ? -1.96 : share < 0.1 ? 1.96 : 0
    let guess = t * (1 - 1 / (4 * nu)) + tail * spread
    var width = spread / 4
    var (low, high) = (guess - width, guess + width)
    // Falls as the noncentrality grows.
    var (atLow, atHigh) = (
      distribution(t, noncentrality: low) - share, distribution(t, noncentrality: high) - share
    )
    while atLow < 0, width < 1e6 {
      width *= 2
      (high, atHigh) = (low, atLow)
      low = guess - width
      atLow = distribution(t, noncentrality: low) - share
    }
    while atHigh > 0, width < 1e6 {
      width *= 2
      (low, atLow) = (high, atHigh)
      high = guess + width
      atHigh = distribution(t, noncentrality: high) - share
    }
    // Regula falsi in the Illinois form: a tenth of the steps of halving.
    for _ in 0..<200 where high - low > 1e-10 * max(1, low.magnitude, high.magnitude) {
      let step = atLow > atHigh ? atHigh * (high - low) / (atHigh - atLow) : (high - low) / 2
      let middle = high - step
      guard middle > low, middle < high else { break }
      let atMiddle = distribution(t, noncentrality: middle) - share
      if atMiddle.magnitude < 1e-13 { return middle }
      if atMiddle > 0 {
        (low, atLow) = (middle, atMiddle)
        atHigh /= 2
      } else {
        (high, atHigh) = (middle, atMiddle)
        atLow /= 2
      }
    }
    return low + (high - low) / 2
  }
}
