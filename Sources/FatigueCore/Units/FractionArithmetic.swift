extension Fraction {
  /// Exact sums and products, worked out in 128 bits. What does not fit is brought back by dropping
  /// the last bits of both parts, so that nothing overflows.
  private init(fitting numerator: Int128, _ denominator: Int128) {
    var (n, d) = (numerator.magnitude, denominator.magnitude)
    var (a, b) = (n, d)
    while b != 0 { (a, b) = (b, a % b) }
    if a > 1 { (n, d) = (n / a, d / a) }
    while n > UInt128(Int64.max) || d > UInt128(Int64.max) { (n, d) = (n >> 1, d >> 1) }
    let isNegative = (numerator < 0) != (denominator < 0)
    self.init(isNegative ? -Int64(n) : Int64(n), max(1, Int64(d)))
  }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    // Each product is below 2¹²⁶.
    let (x, y) = (
      Int128(a.numerator) * Int128(b.denominator), Int128(b.numerator) * Int128(a.denominator)
    )
    return Fraction(fitting: x + y, Int128(a.denominator) * Int128(b.denominator))
  }

  static func - (a: Fraction, b: Fraction) -> Fraction {
    let (x, y) = (
      Int128(a.numerator) * Int128(b.denominator), Int128(b.numerator) * Int128(a.denominator)
    )
    return Fraction(fitting: x - y, Int128(a.denominator) * Int128(b.denominator))
  }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      fitting: Int128(a.numerator) * Int128(b.numerator),
      Int128(a.denominator) * Int128(b.denominator))
  }

  /// - Returns: Zero when the divisor is zero.
  static func / (a: Fraction, b: Fraction) -> Fraction {
    guard b.numerator != 0 else { return Fraction(0) }
    return Fraction(
      fitting: Int128(a.numerator) * Int128(b.denominator),
      Int128(a.denominator) * Int128(b.numerator))
  }
}
