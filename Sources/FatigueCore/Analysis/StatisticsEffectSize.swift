/// How many there are in a group, their mean, and how much they differ.
public struct GroupMoments: Sendable, Equatable {
  public var count: Int
  public var mean: Double
  /// Standard deviation with n − 1 below the line; nil when it is not known.
  public var deviation: Double?

  public init(count: Int, mean: Double, deviation: Double?) {
    self.count = count
    self.mean = mean
    self.deviation = deviation
  }

  /// - Returns: nil without values.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(
      count: values.count, mean: mean,
      deviation: values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil)
  }
}

/// A difference between two times or groups in standard deviations: Cohen's d with its interval.
///
///     two groups     d = (M₂ − M₁) / s,   s² = ((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2)
///     the same       d = (M₂ − M₁) / s,   s² = (s₁² + s₂²) / 2
///
/// Both are in the spread between people, so that they can be held beside each other. The interval of
/// 95 % comes from the noncentral t distribution: exact for two groups (Steiger and Fouladi 1997;
/// Cumming and Finch 2001, Educ Psychol Meas 61(4)), approximate for pairs (Algina and Keselman 2003,
/// Educ Psychol Meas 63(4)).
public struct EffectSize: Sendable, Equatable {
  public enum Design: String, Sendable {
    /// The same people at both times: d_av.
    case paired
    /// The same people, in the spread of their own changes: d_z. How sure the change is, not how large.
    case pairedByChange
    /// Two groups of people, or one whose answers cannot be matched.
    case unpaired
  }

  public var design: Design
  public var before: GroupMoments
  public var after: GroupMoments
  /// Cohen's d; positive when the later mean is higher.
  public var d: Double
  /// The interval that holds the true d in 95 of 100 such studies.
  public var low: Double
  public var high: Double
  /// Hedges' g: d without its small bias, d · (1 − 3 / (4 df − 1)) (Hedges 1981, J Educ Stat 6(2)).
  public var g: Double

  /// Why there is no effect size.
  public enum Missing: String, Error, Sendable, Equatable {
    /// Under five people in one of the groups, or pairs.
    case tooFew
    /// No standard deviation is known.
    case noDeviation
    /// All people are alike at both times.
    case noSpread
  }

  /// People below which no statistics of a group are made (DESIGN 2.15).
  public static let fewest = 5

  /// - Throws: why it cannot be computed.
  public static func unpaired(
    _ before: GroupMoments, _ after: GroupMoments
  ) throws(Missing) -> EffectSize {
    guard min(before.count, after.count) >= fewest else { throw .tooFew }
    guard let first = before.deviation, let second = after.deviation else {
      throw .noDeviation
    }
    let (n1, n2) = (Double(before.count), Double(after.count))
    let degrees = before.count + after.count - 2
    let pooled = ((n1 - 1) * first * first + (n2 - 1) * second * second) / Double(degrees)
    guard pooled > 0, pooled.isFinite else { throw .noSpread }
    let d = (after.mean - before.mean) / pooled.squareRoot()
    let scale = (1 / n1 + 1 / n2).squareRoot()
    let (low, high) = interval(t: d / scale, degrees: degrees, scale: scale, around: d)
    return EffectSize(
      design: .unpaired, before: before, after: after, d: d, low: low, high: high,
      g: d * correction(degrees))
  }

  /// - Parameters:
  ///   - before: One value for each person.
  ///   - after: Of the same people, in the same order.
  /// - Throws: why it cannot be computed.
  public static func paired(
    _ before: [Double], _ after: [Double]
  ) throws(Missing) -> EffectSize {
    let changes = zip(before, after).map { $1 - $0 }
    guard let first = GroupMoments(before), let second = GroupMoments(after),
      let change = GroupMoments(changes), before.count == after.count
    else { throw .tooFew }
    return try paired(first, second, deviationOfChange: change.deviation)
  }

  /// - Parameter deviationOfChange: Standard deviation of everybody's own change.
  /// - Throws: why it cannot be computed.
  public static func paired(
    _ before: GroupMoments, _ after: GroupMoments, deviationOfChange: Double?
  ) throws(Missing) -> EffectSize {
    let pairs = min(before.count, after.count)
    guard pairs >= fewest else { throw .tooFew }
    guard let first = before.deviation, let second = after.deviation,
      let change = deviationOfChange
    else { throw .noDeviation }
    let variance = (first * first + second * second) / 2
    guard variance > 0, variance.isFinite else { throw .noSpread }
    let spread = variance.squareRoot()
    let d = (after.mean - before.mean) / spread
    // Everybody changed by the same amount: the change is known exactly.
    guard change > spread * 1e-9 else {
      return EffectSize(
        design: .paired, before: before, after: after, d: d, low: d, high: d,
        g: d * correction(pairs - 1))
    }
    let scale = change / (spread * Double(pairs).squareRoot())
    let (low, high) = interval(t: d / scale, degrees: pairs - 1, scale: scale, around: d)
    return EffectSize(
      design: .paired, before: before, after: after, d: d, low: low, high: high,
      g: d * correction(pairs - 1))
  }

  /// d_z of the same people: the mean of their changes in the standard deviation of these. Its interval is
  /// exact, as for two groups.
  ///
  /// - Parameters:
  ///   - before: One value for each person.
  ///   - after: Of the same people, in the same order.
  ///   - paired: ``paired(_:_:)`` of the same values, where it is known: t is the same, so that the interval is
  ///     its interval on another scale.
  /// - Throws: why it cannot be computed; ``Missing/noSpread`` when all changed by the same.
  public static func pairedByChange(
    _ before: [Double], _ after: [Double], beside paired: EffectSize? = nil
  ) throws(Missing) -> EffectSize {
    guard before.count == after.count, before.count >= fewest else { throw .tooFew }
    guard let first = GroupMoments(before), let second = GroupMoments(after),
      let change = GroupMoments(zip(before, after).map { $1 - $0 }),
      let spread = change.deviation, spread.isFinite
    else { throw .noDeviation }
    let size = max(first.mean.magnitude, second.mean.magnitude, change.mean.magnitude)
    guard spread > size * 1e-9 else { throw .noSpread }
    let d = change.mean / spread
    let scale = 1 / Double(before.count).squareRoot()
    let degrees = before.count - 1
    let ratio = paired.map { $0.spread / spread } ?? 0
    let (low, high) =
      if let paired, paired.high > paired.low, ratio > 0 {
        (paired.low * ratio, paired.high * ratio)
      } else {
        interval(t: d / scale, degrees: degrees, scale: scale, around: d)
      }
    return EffectSize(
      design: .pairedByChange, before: first, after: second, d: d, low: low, high: high,
      g: d * correction(degrees))
  }

  /// The mean of both variances, as a standard deviation; 0 where one is not known.
  private var spread: Double {
    guard let first = before.deviation, let second = after.deviation else { return 0 }
    return ((first * first + second * second) / 2).squareRoot()
  }

  /// The bounds of d from those of the noncentrality.
  private static func interval(
    t: Double, degrees: Int, scale: Double, around d: Double
  ) -> (Double, Double) {
    // A group that hardly differs within itself: t is beyond any table, and the interval is that of
    // large samples.
    guard t.magnitude < 1000 else {
      let error = (scale * scale + d * d / (2 * Double(degrees))).squareRoot()
      return (d - 1.959964 * error, d + 1.959964 * error)
    }
    let distribution = NoncentralT(degrees: degrees, upTo: t)
    return (
      distribution.noncentrality(of: t, below: 0.975) * scale,
      distribution.noncentrality(of: t, below: 0.025) * scale
    )
  }

  private static func correction(_ degrees: Int) -> Double { 1 - 3 / (4 * Double(degrees) - 1) }
}

extension EffectSize {
  /// What the size of a difference is called.
  ///
  /// Source: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd ed.: 0.2 small,
  /// 0.5 medium, 0.8 large; Sawilowsky 2009 for what is below.
  public enum Size: String, Sendable, CaseIterable {
    case negligible, small, medium, large

    public init(_ d: Double) {
      switch d.magnitude {
      case ..<0.2: self = .negligible
      case ..<0.5: self = .small
      case ..<0.8: self = .medium
      default: self = .large
      }
    }
  }

  public var size: Size { Size(d) }

  /// The interval holds zero: the measurement cannot tell the change from none.
  public var holdsZero: Bool { low <= 0 && high >= 0 }
}
