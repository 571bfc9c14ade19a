import Testing

@testable import FatigueCore

/// Numbers that the specification gives for parts of the RR446-compatible index.
@Suite struct FatigueRiskEquationTests {
  @Test(
    "Sleep after a duty by when it ends (specification, section 5)",
    arguments: [(15.0, 8.07), (22, 7.34), (29.5, 5.21), (31, 4.66), (31.5, 4.48)])
  func sleepAfter(end: Double, hours: Double) {
    let home = end + SleepAroundDuty.travel
    #expect(abs(8.07 - SleepAroundDuty.lost(end: home) - hours) < 0.0051)
  }

  @Test(
    "Sleep before a duty by when it starts (specification, section 5)",
    arguments: [(5.0, 5.06), (6, 5.68), (7, 6.22), (7.5, 6.47), (8, 6.69)])
  func sleepBefore(on: Double, hours: Double) {
    #expect(abs(8.07 - SleepAroundDuty(on: on, length: 8).byStart - hours) < 0.0051)
  }

  @Test("Severe sleepiness rises with the score, from nothing to a little over one")
  func severeSleepiness() {
    var last = 0.0
    for tenth in -50...600 {
      let probability = SevereSleepiness.probability(score: Double(tenth) / 10)
      #expect(probability > last || tenth > 400)
      last = probability
    }
    #expect(SevereSleepiness.probability(score: 1) < 0.002)
    #expect(abs(last - 1.0836) < 1e-3)
  }

  @Test("The table of severe sleepiness is the equation, and never below that of score 1 (seed 4)")
  func severeSleepinessTable() {
    var random = SplitMix(4)
    let table = SevereSleepinessTable.standard
    for _ in 0..<20_000 {
      let lost = exp(Double.random(in: log(0.004)...log(1.01), using: &random))
      let expected = SevereSleepinessTable.equation(lost: max(lost, 0.00189 * exp(0.801)))
      #expect(abs(table.percent(lost: lost) - expected) < 1e-12 * max(1, expected))
    }
    for lost in [-1, 0, 1e-300, 0.004, .leastNonzeroMagnitude] {
      #expect(
        abs(table.percent(lost: lost) - 100.0 / 3 * SevereSleepiness.probability(score: 1)) < 1e-15)
    }
    for lost in [2, 1e9] {
      #expect(table.percent(lost: lost) == SevereSleepinessTable.equation(lost: lost))
    }
  }

  @Test("More demand, fewer and shorter breaks: more fatigue and more risk")
  func job() {
    let standard = JobDemands(.standard)
    let heavy = JobDemands(JobFactors(workload: 3))
    let sparse = JobDemands(
      JobFactors(breakFrequency: 300, breakLength: 10, longestWork: 480, breakAfter: 10))
    for job in [heavy, sparse] {
      #expect(job.fatigue > standard.fatigue)
      #expect(job.risk(hours: 8) > standard.risk(hours: 8))
    }
  }

  @Test("Nights without work bring performance back to rested, however many")
  func recovery() {
    var fatigue = CumulativeFatigue()
    for night in 1...10 { fatigue.enter(night: night, lost: 4, lostNext: 2) }
    #expect(fatigue.performance < 2)
    var long = fatigue
    fatigue.enter(night: 400, lost: 0, lostNext: 0)
    long.enter(night: 1_000_000_000, lost: 0, lostNext: 0)
    #expect(fatigue.performance == long.performance)
    #expect(abs(fatigue.performance - CumulativeFatigue.rested) < 1e-12)
  }
}
