import Foundation
import Testing

@testable import FatigueCore

@Suite struct UnifiedModelTests {
  private let model = UnifiedModel()

  @Test(
    "The closed forms solve the model's differential equations (Runge–Kutta, 2,000 steps)",
    arguments: [true, false], [(0.0, 0.0), (14, 3), (22, -3.8), (-5, 10)])
  func differentialEquations(asleep: Bool, from: (Double, Double)) {
    func slope(_ y: SIMD2<Double>) -> SIMD2<Double> {
      asleep
        ? SIMD2(-(y.x - y.y) / 1, (-2 * 24.12 - y.y) / 97.44)
        : SIMD2((24.12 - y.x) / 40, (24.12 - y.y) / 97.44)
    }
    var y = SIMD2(from.0, from.1)
    let dt = 9.0 / 2000
    for _ in 0..<2000 {
      let a = slope(y)
      let b = slope(y + a * (dt / 2))
      let c = slope(y + b * (dt / 2))
      let d = slope(y + c * dt)
      y += (a + 2 * b + 2 * c + d) * (dt / 6)
    }
    let state = UnifiedModel.State(s: from.0, l: from.1)
    let end =
      asleep
      ? model.asleep(from: state, after: Hours(9)) : model.awake(from: state, after: Hours(9))
    #expect(abs(end.s - y.x) < 1e-9)
    #expect(abs(end.l - y.y) < 1e-9)
  }

  @Test("Two parts equal one whole (seed 4)")
  func splits() {
    var random = SplitMix(4)
    for _ in 0..<200 {
      let state = UnifiedModel.State(
        s: .random(in: -10...24, using: &random), l: .random(in: -10...20, using: &random))
      let (a, b) = (
        Hours(.random(in: 0...30, using: &random)), Hours(.random(in: 0...30, using: &random))
      )
      let whole = Hours(a.value + b.value)
      for (once, twice) in [
        (
          model.awake(from: state, after: whole),
          model.awake(from: model.awake(from: state, after: a), after: b)
        ),
        (
          model.asleep(from: state, after: whole),
          model.asleep(from: model.asleep(from: state, after: a), after: b)
        ),
      ] {
        #expect(abs(once.s - twice.s) < 1e-10)
        #expect(abs(once.l - twice.l) < 1e-10)
      }
    }
  }

  @Test("C is the sum of five sines, and its slope is its derivative")
  func rhythm() {
    for step in 0..<480 {
      let hour = Double(step) / 20
      var sum = 0.0
      for (i, a) in [0.97, 0.22, 0.07, 0.03, 0.0001].enumerated() {
        sum += a * Foundation.sin(2 * Double.pi * Double(i + 1) * (hour + 2.02) / 24)
      }
      #expect(abs(model.rhythm(at: hour).value - sum) < 1e-14)
      let rise = model.rhythm(at: hour + 1e-4).value - model.rhythm(at: hour - 1e-4).value
      #expect(abs(model.rhythm(at: hour).slope - rise / 2e-4) < 1e-8)
      // The two forms of the fifth sine: 0.0037 lapses, as the specification has it.
      let other = UnifiedModel.skewedSine.rhythm(at: hour).value
      #expect(abs(model.amplitude * (sum - other)) < 0.00372)
    }
  }
}
