/// An exact quantity, so that a value is compared before anything is rounded.
public struct Fraction: Hashable, Comparable, Sendable {
  /// In lowest terms; the denominator is positive.
  public let numerator: Int64
  public let denominator: Int64

  /// A whole number.
  @inline(__always)
  public init(_ whole: Int64) { (numerator, denominator) = (whole, 1) }

  @inline(__always)
  public init(_ numerator: Int64, _ denominator: Int64) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    // Nearly all is measured in seconds of an hour or in hundredths.
    if denominator == 3600 || denominator == 100, let top = UInt32(exactly: numerator) {
      let reduced = Self.reduced(top, UInt32(denominator))
      (self.numerator, self.denominator) = (Int64(reduced.top), Int64(reduced.bottom))
    } else {
      (self.numerator, self.denominator) = Self.reduced(numerator, denominator)
    }
  }

  /// Prime by prime, for a denominator that holds each of 3 and 5 twice or not at all.
  @inline(__always)
  private static func reduced(
    _ numerator: UInt32, _ denominator: UInt32
  ) -> (top: UInt32, bottom: UInt32) {
    let twos = UInt32((numerator | denominator).trailingZeroBitCount)
    var (top, bottom) = (numerator &>> twos, denominator &>> twos)
    if denominator % 9 == 0 {
      if top % 9 == 0 {
        (top, bottom) = (top / 9, bottom / 9)
      } else if top % 3 == 0 {
        (top, bottom) = (top / 3, bottom / 3)
      }
    }
    if denominator % 25 == 0 {
      if top % 25 == 0 {
        (top, bottom) = (top / 25, bottom / 25)
      } else if top % 5 == 0 {
        (top, bottom) = (top / 5, bottom / 5)
      }
    }
    return (top, bottom)
  }

  private static func reduced(_ numerator: Int64, _ denominator: Int64) -> (Int64, Int64) {
    guard denominator > 1 else { return (numerator, denominator) }
    let divisor = Int64(greatestCommonDivisor(numerator.magnitude, UInt64(denominator)))
    return (numerator / divisor, denominator / divisor)
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
