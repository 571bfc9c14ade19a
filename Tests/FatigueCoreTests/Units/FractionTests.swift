import Testing

@testable import FatigueCore

@Suite("Fractions")
struct FractionTests {
  @Test(
    "A fraction is in lowest terms and of the same value", arguments: [1, 7, 60, 100, 3600, 3601])
  func lowestTerms(denominator: Int64) {
    let large = [Int64(UInt32.max) - 1, Int64(UInt32.max), Int64(UInt32.max) + 1, .max]
    let numerators = Array(-500...20_000) + large + large.map { -$0 }
    for numerator in numerators {
      let fraction = Fraction(numerator, denominator)
      #expect(fraction.denominator > 0)
      #expect(
        fraction.numerator.multipliedFullWidth(by: denominator)
          == numerator.multipliedFullWidth(by: fraction.denominator), "\(numerator)")
      let parts = (2...60).filter {
        fraction.numerator.isMultiple(of: $0) && fraction.denominator.isMultiple(of: $0)
      }
      #expect(parts.isEmpty, "\(numerator)")
    }
  }
}
