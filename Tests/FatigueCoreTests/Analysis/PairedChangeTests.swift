import Testing

@testable import FatigueCore

/// d_z beside numpy and scipy: `mean / std(ddof=1)` of the differences, and the noncentrality at which
/// `nct.cdf` of √n d with n − 1 degrees is 0.975 and 0.025, divided by √n.
@Suite struct PairedChangeTests {
  @Test(
    "d_z and its interval are what scipy 1.17.1 says",
    arguments: [
      (
        [2.0, 4, 4, 5, 5], [1.0, 2, 4, 4, 3], -1.4342743312012722, -2.697880217238271,
        -0.10311345175079073
      ),
      (
        [6.358, 7.31, 6.851, 7.695, 7.069], [6.713, 6.973, 6.838, 6.547, 6.435],
        -0.6167877770473282, -1.5558798557857514, 0.38158071926183434
      ),
    ])
  func reference(before: [Double], after: [Double], d: Double, low: Double, high: Double) throws {
    let effect = try EffectSize.pairedByChange(before, after)
    #expect(
      abs(effect.d - d) < 1e-12 && abs(effect.low - low) < 1e-8 && abs(effect.high - high) < 1e-8)
    #expect(effect.design == .pairedByChange)
    // The interval of d_av is the same one on another scale.
    let average = try EffectSize.paired(before, after)
    #expect(abs(average.low / average.d - effect.low / effect.d) < 1e-8)
  }

  @Test("What cannot be computed is said, not given")
  func missing() {
    let before = (1...20).map { Double($0) / 10 }
    #expect(throws: EffectSize.Missing.noSpread) {
      try EffectSize.pairedByChange(before, before.map { $0 + 0.1 })
    }
    #expect(throws: EffectSize.Missing.tooFew) {
      try EffectSize.pairedByChange([1, 2, 3, 4], [2, 2, 3, 4])
    }
    #expect(throws: EffectSize.Missing.tooFew) { try EffectSize.pairedByChange(before, [1]) }
  }
}
