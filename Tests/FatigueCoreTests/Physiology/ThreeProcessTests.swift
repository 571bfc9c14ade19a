import Foundation
import Testing

@testable import FatigueCore

@Suite struct ThreeProcessTests {
  let parameters = ThreeProcessParameters()

  struct Reference: Sendable {
    var hour, s, a, fiveC, classic, p7, p8: Double
    init(
      _ hour: Double, _ s: Double, _ a: Double, _ fiveC: Double, _ classic: Double, _ p7: Double,
      _ p8: Double
    ) {
      (self.hour, self.s, self.a, self.fiveC) = (hour, s, a, fiveC)
      (self.classic, self.p7, self.p8) = (classic, p7, p8)
    }
  }

  @Test(
    "The reference table of spec/models.md section 1: awake since 07:00 with S 13.82",
    arguments: [
      Reference(7, 13.82, 11.68, 4.31, 3.59, 0.06, 0.02),
      Reference(16, 10.71, 12.45, 3.95, 3.13, 0.04, 0.01),
      Reference(23, 8.89, 8.21, 5.90, 5.67, 0.35, 0.13),
      Reference(27, 8.04, 4.91, 7.42, 7.66, 0.80, 0.53),
      Reference(28 + 25.0 / 60, 7.76, 4.68, 7.53, 7.79, 0.82, 0.56),
      Reference(31.5, 7.21, 5.30, 7.24, 7.42, 0.75, 0.47),
    ])
  func reference(row: Reference) {
    let ourS = parameters.homeostatic.awake(from: 13.82, after: Hours(row.hour - 7))
    let ourA = ourS + parameters.rhythm(at: row.hour).value
    // Half a unit of the last printed digit.
    #expect(abs(ourS - row.s) <= 0.00501)
    #expect(abs(ourA - row.a) <= 0.00501)
    #expect(abs(KarolinskaScale.fiveC.kss(alertness: ourA).raw - row.fiveC) <= 0.00501)
    #expect(abs(KarolinskaScale.classic.kss(alertness: ourA).raw - row.classic) <= 0.00501)
    #expect(abs(SleepinessProbability.atLeast(7, alertness: ourA) - row.p7) <= 0.00501)
    #expect(abs(SleepinessProbability.atLeast(8, alertness: ourA) - row.p8) <= 0.00501)
  }

  @Test("C + U: two extrema a day, −3.1717 at 03:33.7 and 2.1717 at 18:02.3 (models.md section 2)")
  func extrema() {
    let values = (0..<14_400).map { parameters.rhythm(at: Double($0) / 600).value }
    var turns: [Int] = []
    for i in values.indices {
      let (before, after) = (values[(i + 14_399) % 14_400], values[(i + 1) % 14_400])
      if (values[i] > before) == (values[i] > after) { turns.append(i) }
    }
    #expect(turns.count == 2)
    #expect(abs(values[turns[0]] + 3.1717) < 1e-4)
    #expect(abs(Double(turns[0]) / 10 - 213.7) <= 0.1)
    #expect(abs(values[turns[1]] - 2.1717) < 1e-4)
    #expect(abs(Double(turns[1]) / 10 - 1082.3) <= 0.1)
    let steepest = (0..<1440).map { abs(parameters.rhythm(at: Double($0) / 60).slope) }.max()
    #expect(abs((steepest ?? 0) - 0.916) < 1e-3)
  }

  @Test("One sine for C and U is both of them, and tables and cubics keep to it (seed 4)")
  func rhythm() {
    var random = SplitMix(4)
    let tables = ThreeProcessTables.standard
    for _ in 0..<5000 {
      let hour = Double.random(in: -48...72, using: &random)
      let expected =
        parameters.circadian.value(at: hour)
        + parameters.ultradian.value(at: hour, acrophase: parameters.circadian.acrophase)
      let (value, slope) = parameters.rhythm(at: hour)
      #expect(abs(value - expected) < 1e-13)
      #expect(abs(tables.rhythm(minute: hour * 60) - expected) < 2e-11)
      let table = tables.rhythmWithSlope(minute: hour * 60)
      #expect(abs(table.value - expected) < 2e-11)
      #expect(abs(table.slope * 60 - slope) < 1e-7)
      let difference =
        parameters.rhythmIntegral(at: hour) - parameters.rhythmIntegral(at: 0)
      #expect(abs(tables.rhythmIntegral(minute: hour * 60) - difference) < 1e-9)
      let left = Foundation.exp(-0.0353 * hour.magnitude)
      #expect(abs(tables.decay(hours: hour.magnitude) - left) < 1e-14)
    }
  }

  @Test("C + U never changes faster than the tables say (seed 6)")
  func steepest() {
    var random = SplitMix(6)
    let tables = ThreeProcessTables.standard
    for _ in 0..<5000 {
      let hour = Double.random(in: 0...24, using: &random)
      #expect(parameters.rhythm(at: hour).slope.magnitude < tables.steepest - 5e-4)
    }
    #expect(tables.steepest < 0.925)
  }

  @Test("Percentile offsets are z times the spread of people (published: 0.84)")
  func percentiles() {
    #expect(
      abs(0.6745 * 0.84 - SleepinessProbability.Percentile.sleepierThanThreeQuarters.kssOffset)
        < 0.005)
    #expect(
      abs(1.2816 * 0.84 - SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset) < 0.01)
    let half = SleepinessProbability.shareOfPeople(atLeast: 7, kss: KSS(7))
    #expect(half == 0.5)
    let tenth = SleepinessProbability.shareOfPeople(atLeast: 7, kss: KSS(7 - 1.2816 * 0.84))
    #expect(abs(tenth - 0.1) < 1e-5)
  }

  @Test("Two half sleeps equal one whole", arguments: [0.5, 2, 8], [7.96, 12.2, 13.5])
  func splitsCleanly(hours: Double, start: Double) {
    let s = parameters.homeostatic
    let whole = s.asleep(from: start, after: Hours(hours))
    let half = s.asleep(from: start, after: Hours(hours / 2))
    #expect(abs(whole - s.asleep(from: half, after: Hours(hours / 2))) < 1e-9)
  }

  @Test("KSS is compared in hundredths, half away from zero")
  func hundredths() {
    #expect(KSS(7.254).hundredths == 725)
    #expect(KSS(7.25501).hundredths == 726)
    #expect(KSS(-0.006).hundredths == -1)
    #expect(KSS(.nan).hundredths == -100_000_000)
    #expect(KSS(10.4).clamped == 9)
  }
}
