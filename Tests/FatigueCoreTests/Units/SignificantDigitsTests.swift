import Foundation
import Testing

@testable import FatigueCore

@Suite struct SignificantDigitsTests {
  @Test(
    "Twelve digits, without zeros that say nothing",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-2.5, "-2.5"), (1.0 / 3, "0.333333333333"),
      (13.8246930523456, "13.8246930523"), (999_999_999_999.96, "1e+12"), (120.0, "120"),
      (0.0000123456789012345, "1.23456789012e-05"), (123_456_789_012_345.0, "1.23456789012e+14"),
      (0.00012, "0.00012"), (9.9999999999996, "10"),
    ] as [(Double, String)])
  func known(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test("As C prints it, seed 12")
  func agreesWithC() {
    var random = SeededNumbers(seed: 12)
    for _ in 0..<20_000 {
      let power = Double.random(in: -12...14, using: &random)
      let value = Double.random(in: -1...1, using: &random) * pow(10, power)
      let text = NumberText.significant(value)
      let expected = String(format: "%.12g", value)
      // The two may differ where the thirteenth digit is an exact half.
      #expect(text == expected || abs(Double(text)! - Double(expected)!) <= abs(value) * 1.01e-12)
    }
  }
}
