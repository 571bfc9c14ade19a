import Foundation
import Testing

@testable import FatigueCore

/// Against the C library that Foundation links, which is within 1 ulp itself.
@Suite struct MathTests {
  /// The largest difference over 200,000 seeded arguments, in units of the last place.
  private func worst(
    _ range: ClosedRange<Double>, seed: UInt64, _ ours: (Double) -> Double,
    _ theirs: (Double) -> Double
  ) -> Double {
    var generator = SplitMix(seed)
    var worst = 0.0
    for _ in 0..<200_000 {
      let x = Double.random(in: range, using: &generator)
      let reference = theirs(x)
      worst = max(worst, abs(ours(x) - reference) / reference.ulp)
    }
    return worst
  }

  @Test("exp is within 1 ulp (seed 1)", arguments: [1e-3, 1, 20, 700])
  func exponential(limit: Double) {
    #expect(worst(-limit...limit, seed: 1, FatigueCore.exp, Foundation.exp) <= 1)
  }

  @Test("log is within 1 ulp (seed 2)", arguments: [0.9...1.1, 1e-300...1e-290, 1...1e6])
  func logarithm(range: ClosedRange<Double>) {
    #expect(worst(range, seed: 2, FatigueCore.log, Foundation.log) <= 1)
  }

  @Test("sin and cos are within 1 ulp (seed 3)", arguments: [0.8, 7, 1000, 1e6])
  func sineAndCosine(limit: Double) {
    #expect(worst(-limit...limit, seed: 3, FatigueCore.sin, Foundation.sin) <= 1)
    #expect(worst(-limit...limit, seed: 3, FatigueCore.cos, Foundation.cos) <= 1)
  }

  @Test("atan is within 1 ulp (seed 4)", arguments: [0.5, 3, 100, 1e20])
  func arcTangent(limit: Double) {
    #expect(worst(-limit...limit, seed: 4, FatigueCore.atan, Foundation.atan) <= 1)
  }

  @Test("atan2 is within 2 ulp in all quadrants (seed 5)")
  func angles() {
    var generator = SplitMix(5)
    var worst = 0.0
    for i in 0..<200_000 {
      let reach = [1e-3, 1, 50, 1e9][i % 4]
      let y = Double.random(in: -reach...reach, using: &generator)
      let x = Double.random(in: -1...1, using: &generator)
      let reference = Foundation.atan2(y, x)
      worst = max(worst, abs(FatigueCore.atan2(y, x) - reference) / reference.ulp)
    }
    #expect(worst <= 2)
    for (y, x) in [(0.0, 1.0), (0, -1), (1, 0), (-1, 0), (2, 2), (-2, 2), (2, -2), (-2, -2)] {
      #expect(abs(FatigueCore.atan2(y, x) - Foundation.atan2(y, x)) < 5e-16)
    }
    #expect(FatigueCore.atan2(0, 0) == 0)
    #expect(FatigueCore.atan2(.infinity, .infinity) == Double.pi / 4)
    #expect(FatigueCore.atan2(.nan, 1).isNaN)
    #expect(FatigueCore.atan2(1, .nan).isNaN)
    #expect(FatigueCore.atan(.infinity) == Double.pi / 2)
  }

  @Test("Multiples of a right angle do not lose their small remainder")
  func nearRightAngles() {
    for n in 1...600_000 where n % 37 == 0 || n < 100 {
      let x = Double(n) * (Double.pi / 2)
      let (sine, cosine) = FatigueCore.sincos(x)
      #expect(abs(sine - Foundation.sin(x)) <= Foundation.sin(x).ulp)
      #expect(abs(cosine - Foundation.cos(x)) <= Foundation.cos(x).ulp)
    }
  }

  @Test("The ends of the range")
  func ends() {
    #expect(FatigueCore.exp(0) == 1)
    #expect(FatigueCore.exp(-.infinity) == 0)
    #expect(FatigueCore.exp(.infinity) == .infinity)
    #expect(FatigueCore.exp(709.9) == .infinity)
    #expect(FatigueCore.exp(-745.5) == 0)
    #expect(abs(FatigueCore.exp(-740) - Foundation.exp(-740)) <= Double.leastNonzeroMagnitude)
    #expect(abs(FatigueCore.exp(709.5) / Foundation.exp(709.5) - 1) < 1e-15)
    #expect(FatigueCore.exp(.nan).isNaN)
    #expect(FatigueCore.log(1) == 0)
    #expect(FatigueCore.log(0) == -.infinity)
    #expect(FatigueCore.log(-1).isNaN)
    #expect(
      FatigueCore.log(Double.leastNonzeroMagnitude) == Foundation.log(Double.leastNonzeroMagnitude))
    #expect(FatigueCore.log(.infinity) == .infinity)
    #expect(FatigueCore.sin(.infinity).isNaN)
    #expect(FatigueCore.cos(0) == 1)
  }

  @Test("tan, asin, acos and power are as accurate as they say (seed 4)")
  func others() {
    #expect(worst(-7...7, seed: 4, FatigueCore.tan, Foundation.tan) <= 4)
    for range in [-1.0...1.0, -0.5...0.5, 0.999...1.0, -1.0 ... -0.999, -1e-4...1e-4] {
      #expect(worst(range, seed: 4, FatigueCore.asin, Foundation.asin) <= 2)
    }
    var random = SplitMix(4)
    for _ in 0..<100_000 {
      let x = Double.random(in: -1...1, using: &random)
      #expect(abs(FatigueCore.acos(x) - Foundation.acos(x)) <= 1e-15)
      let base = Foundation.exp(Double.random(in: -25...12, using: &random))
      let reference = Foundation.pow(base, 1.8 * x)
      #expect(abs(FatigueCore.power(base, 1.8 * x) / reference - 1) <= 1e-14)
    }
    #expect(FatigueCore.asin(1) == Double.pi / 2)
    #expect(FatigueCore.asin(-1) == -Double.pi / 2)
    #expect(FatigueCore.asin(1.0000001).isNaN)
    #expect(FatigueCore.acos(1) == 0)
    #expect(FatigueCore.acos(-1) == Double.pi)
    #expect(FatigueCore.acos(.nan).isNaN)
    #expect(FatigueCore.power(0, 0.6) == 0)
    #expect(FatigueCore.power(-1, 0.6).isNaN)
    #expect(FatigueCore.power(.infinity, 0.6) == .infinity)
  }

  @Test("The normal distribution agrees with erfc")
  func normal() {
    for i in -3700...900 {
      let z = Double(i) / 100
      let reference = 0.5 * erfc(-z / 2.0.squareRoot())
      #expect(abs(normalDistribution(z) - reference) <= 1e-15)
      #expect(abs(normalDistribution(z) / reference - 1) < 3e-13)
    }
    #expect(normalDistribution(0) == 0.5)
    #expect(normalDistribution(50) == 1)
    #expect(normalDistribution(-50) == 0)
    #expect(normalDistribution(.nan).isNaN)
  }
}
