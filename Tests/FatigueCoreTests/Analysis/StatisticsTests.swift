import Testing

@testable import FatigueCore

@Suite struct StatisticsTests {
  private func number(_ row: [String: String], _ name: String) throws -> Double {
    try #require(row[name].flatMap(Double.init))
  }

  @Test("The noncentral t distribution is scipy's")
  func noncentral() throws {
    let rows = try TestData.table("statistics/noncentral_t.csv")
    #expect(rows.count == 150)
    for row in rows {
      let t = try number(row, "t")
      let distribution = NoncentralT(degrees: Int(try number(row, "df")), upTo: t)
      let share = distribution.distribution(t, noncentrality: try number(row, "noncentrality"))
      #expect(abs(share - (try number(row, "cdf"))) < 1e-10, "\(row)")
    }
  }

  @Test("Cohen's d and its interval are those computed with numpy and scipy")
  func effectSizes() throws {
    let rows = try TestData.table("statistics/effect_sizes.csv")
    #expect(rows.count == 16)
    for row in rows {
      let effect: EffectSize
      if row["design"] == "people" {
        let values = ["m1", "m2"].map { row[$0]?.split(separator: " ").compactMap { Double($0) } }
        effect = try EffectSize.paired(values[0] ?? [], values[1] ?? [])
      } else {
        let (before, after) = (
          GroupMoments(
            count: Int(try number(row, "n1")), mean: try number(row, "m1"),
            deviation: try number(row, "s1")),
          GroupMoments(
            count: Int(try number(row, "n2")), mean: try number(row, "m2"),
            deviation: try number(row, "s2"))
        )
        effect =
          row["design"] == "unpaired"
          ? try EffectSize.unpaired(before, after)
          : try EffectSize.paired(
            before, after, deviationOfChange: try number(row, "s_change"))
      }
      for (value, name) in [
        (effect.d, "d"), (effect.low, "low"), (effect.high, "high"), (effect.g, "g"),
      ] {
        #expect(abs(value - (try number(row, name))) < 1e-7, "\(name) of \(row)")
      }
    }
  }

  @Test("What cannot be computed says why, and extremes give numbers")
  func edges() throws {
    func group(_ count: Int, _ deviation: Double?) -> GroupMoments {
      GroupMoments(count: count, mean: 1, deviation: deviation)
    }
    #expect(throws: EffectSize.Missing.tooFew) {
      try EffectSize.unpaired(group(4, 1), group(9, 1))
    }
    #expect(throws: EffectSize.Missing.noDeviation) {
      try EffectSize.unpaired(group(9, nil), group(9, 1))
    }
    #expect(throws: EffectSize.Missing.noSpread) {
      try EffectSize.unpaired(group(9, 0), group(9, 0))
    }
    #expect(throws: EffectSize.Missing.tooFew) { try EffectSize.paired([1, 2], [2, 3]) }
    let same = try EffectSize.paired([1, 2, 3, 4, 5], [2, 3, 4, 5, 6])
    #expect(same.low == same.d && same.high == same.d)
    let far = try EffectSize.unpaired(
      GroupMoments(count: 5, mean: 0, deviation: 1e-9),
      GroupMoments(count: 5, mean: 28, deviation: 1e-9))
    #expect(far.low < far.d && far.d < far.high && far.high.isFinite)
    let many = try EffectSize.unpaired(
      GroupMoments(count: 1_000_000, mean: 10, deviation: 3),
      GroupMoments(count: 1_000_000, mean: 10.03, deviation: 3))
    #expect(abs(many.d - 0.01) < 1e-9 && abs(many.low - (0.01 - 0.00277)) < 1e-4)
    #expect(EffectSize.Size(-0.19) == .negligible && EffectSize.Size(0.2) == .small)
    #expect(EffectSize.Size(-0.5) == .medium && EffectSize.Size(0.8) == .large)
  }

  // MARK: Run charts

  /// Published: Balestracci 2008, Quality Digest, "An underrated test for run charts": 16 months with
  /// runs of 7, 7, 1 and 1, where chance gives five or more.
  @Test func publishedSixteenMonths() throws {
    let sides: [Double] = [1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, 1, -1]
    // Distances differ, so that no two points are equal and the median is 0.
    let values = sides.enumerated().map { $1 * (2 + Double($0 * 7 % 16) / 8) }
    let chart = try #require(RunChart(values))
    #expect(chart.useful == 16 && chart.runs == 4 && chart.verdict == .tooFew)
    #expect(chart.shifts.map(\.count) == [7, 7] && chart.shifts.map(\.isUp) == [true, false])
  }

  /// Published: Swed and Eisenhart 1943: seats at a lunch counter, E O E E O E E E O E E E O E O E,
  /// have 11 runs.
  @Test func publishedLunchCounter() throws {
    let seats = "EOEEOEEEOEEEOEOE".map { $0 == "E" ? 2.0 : 1 }
    // The median lies between the two kinds: held at what eleven earlier points say.
    let baseline: [Double] = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]
    let chart = try #require(RunChart(baseline + seats, baseline: 10))
    #expect(chart.median == 1.5 && chart.medianOf == 10 && chart.limits == nil)
    // The baseline's ten runs end with a 2 as the seats begin with one.
    #expect(chart.runs - 10 + 1 == 11)
  }

  /// A question of an examination in quality improvement: 12 values about a median of 10.
  @Test func pointsOnTheMedianDoNotCount() throws {
    let chart = try #require(RunChart([10, 8, 6, 14, 16, 14, 18, 20, 8, 10, 10, 10]))
    #expect(chart.median == 10 && chart.useful == 8 && chart.runs == 3)
    #expect(chart.verdict == .notJudged && chart.shifts.isEmpty)
  }

  @Test func shiftPassesOverPointsOnTheMedian() throws {
    let values: [Double] = [3, 4, 3, 5, 4, 3, 6, 5, 9, 8, 7, 5, 9, 8, 7]
    let chart = try #require(RunChart(values))
    #expect(chart.median == 5)
    let shift = try #require(chart.shifts.last)
    #expect(shift == RunChart.Streak(first: 6, last: 14, count: 7, isUp: true))
  }

  @Test(
    "Trends: five points one way, of equal neighbours one counts",
    arguments: [
      ([1.0, 2, 3, 4, 5], 5), ([1, 2, 3, 4], 0), ([5, 4, 3, 2, 1, 0], 6), ([1, 2, 3, 3, 4, 5], 5),
      ([7, 7, 7, 7, 7, 7, 7], 0), ([9, 1, 2, 3, 4, 5, 2], 5), ([1, 1, 2, 3, 4], 0),
    ])
  func trends(values: [Double], count: Int) throws {
    let chart = try #require(RunChart(values))
    #expect(chart.trends.first?.count ?? 0 == count)
  }

  @Test("A held median is that of the points before the change")
  func heldMedian() throws {
    let before = (0..<10).map { Double(20 + $0 % 2) }
    let after: [Double] = [18, 17, 18, 17, 18, 17, 18]
    let held = try #require(RunChart(before + after, baseline: 10))
    #expect(held.median == 20.5 && held.medianOf == 10)
    #expect(held.shifts == [RunChart.Streak(first: 10, last: 16, count: 7, isUp: false)])
    let few = try #require(RunChart(before.dropLast() + after, baseline: 9))
    #expect(few.medianOf == 16)
  }

  @Test func unusualPoint() throws {
    let values: [Double] = [10, 11, 10, 12, 11, 10, 12, 11, 10, 40, 11, 12]
    #expect(try #require(RunChart(values)).unusual == [9])
    #expect(try #require(RunChart(Array(values.suffix(8)))).unusual.isEmpty)
    #expect(RunChart([]) == nil && RunChart([1, .nan]) == nil)
    #expect(try #require(RunChart([4])).runs == 0)
  }

  /// The distribution of the number of runs among all orders of points, half on each side (Swed and
  /// Eisenhart 1943): what the table of limits was made from.
  @Test("Chance lies outside the limits of runs in at most 3.3 % on each side")
  func tableOfRuns() throws {
    for useful in 10...60 {
      let limits = try #require(RunChart.expectedRuns(useful))
      let (a, b) = (useful / 2, useful - useful / 2)
      var ways: [Int: Double] = [:]
      for runs in 2...useful {
        let half = runs / 2
        ways[runs] =
          runs % 2 == 0
          ? 2 * choose(a - 1, half - 1) * choose(b - 1, half - 1)
          : choose(a - 1, half) * choose(b - 1, half - 1)
            + choose(a - 1, half - 1) * choose(b - 1, half)
      }
      let all = choose(useful, a)
      let few = ways.filter { $0.key < limits.lowerBound }.values.reduce(0, +) / all
      let many = ways.filter { $0.key > limits.upperBound }.values.reduce(0, +) / all
      #expect(few < 0.033 && many < 0.033, "\(useful)")
      // One step further in is beyond chance no more.
      let next = ways.filter { $0.key < limits.lowerBound + 2 }.values.reduce(0, +) / all
      #expect(next > 0.025, "\(useful)")
    }
    #expect(RunChart.expectedRuns(9) == nil && RunChart.expectedRuns(61) == nil)
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}
