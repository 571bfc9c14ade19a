/// An exact quantity, so that a value is compared before anything is rounded.
public struct Fraction: Hashable, Comparable, Sendable {
  /// In lowest terms; the denominator is positive.
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, _ denominator: Int64 = 1) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    let divisor = max(1, Self.greatestCommonDivisor(numerator.magnitude, UInt64(denominator)))
    self.numerator = numerator / Int64(divisor)
    self.denominator = denominator / Int64(divisor)
  }

  public var value: Double { Double(numerator) / Double(denominator) }

  /// `17/2`, or `11` when whole.
  public var text: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  public static func < (a: Fraction, b: Fraction) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return left.high == right.high ? left.low < right.low : left.high < right.high
  }

  /// In hundredths, halves away from zero: 7/2 is 350.
  public var hundredths: Int64 {
    let (whole, rest) = (numerator * 100).quotientAndRemainder(dividingBy: denominator)
    return rest.magnitude * 2 >= UInt64(denominator) ? whole + (rest < 0 ? -1 : 1) : whole
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
