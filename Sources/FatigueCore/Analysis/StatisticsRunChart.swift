/// A measure in order of time about its median, and what the rules of run charts see in it.
///
/// Source of the rules: Perla, Provost and Murray 2011, BMJ Qual Saf 20:46–51. Each tells of a pattern
/// that chance alone gives in about one of twenty charts.
public struct RunChart: Sendable, Equatable {
  /// Consecutive points that a rule points out.
  public struct Streak: Sendable, Equatable {
    /// Index of the first and of the last point.
    public var first: Int
    public var last: Int
    /// Points that count: those on the median do not, nor those that repeat the one before.
    public var count: Int
    /// Above the median, or rising.
    public var isUp: Bool
  }

  /// How the number of runs compares with the table.
  public enum Runs: String, Sendable {
    case tooFew, tooMany, asExpected
    /// Too few points off the median for the table, or more than it has, or a median from other points.
    case notJudged
  }

  public let values: [Double]
  public let median: Double
  /// Points that the median was taken from: all, or the first ones.
  public let medianOf: Int
  /// Points off the median, and runs of them on one side of it.
  public let useful: Int
  public let runs: Int
  public let limits: ClosedRange<Int>?
  public let verdict: Runs
  public let shifts: [Streak]
  public let trends: [Streak]
  /// A point far from all others, if there is one: for people to look at, no rule.
  public let unusual: [Int]

  /// Points below which a median says little, so that it is never held still for fewer, and no rule of
  /// runs is used (Perla et al. 2011).
  public static let fewest = 10
  /// Points on one side of the median.
  public static let shift = 6
  /// Points that all go one way.
  public static let trend = 5

  /// - Parameters:
  ///   - values: In order of time.
  ///   - baseline: How many of the first values come from before a change. With ten or more the median
  ///     is theirs alone, and later points are seen against what was.
  /// - Returns: nil without values.
  public init?(_ values: [Double], baseline: Int = 0) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let isHeld = baseline >= Self.fewest && baseline < values.count
    let source = isHeld ? Array(values.prefix(baseline)) : values
    let median = Self.median(source)
    self.values = values
    self.median = median
    medianOf = source.count
    let sides = values.indices.compactMap { index -> (index: Int, isUp: Bool)? in
      let distance = values[index] - median
      return distance.magnitude <= Self.sameness(median) ? nil : (index, distance > 0)
    }
    useful = sides.count
    let streaks = Self.streaks(sides)
    runs = streaks.count
    shifts = streaks.filter { $0.count >= Self.shift }
    trends = Self.trends(values)
    // The table is about points half of which lie on each side.
    limits = isHeld ? nil : Self.expectedRuns(sides.count)
    if let limits {
      verdict =
        runs < limits.lowerBound ? .tooFew : runs > limits.upperBound ? .tooMany : .asExpected
    } else {
      verdict = .notJudged
    }
    unusual = Self.unusual(values, median)
  }

  /// The middle value, or the mean of the two in the middle.
  public static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    guard sorted.count > 1, sorted.count % 2 == 0 else { return sorted[middle] }
    return (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Values this near each other are the same: the mean of two is not exact.
  private static func sameness(_ value: Double) -> Double { 1e-9 * max(1, value.magnitude) }

  private static func streaks(_ sides: [(index: Int, isUp: Bool)]) -> [Streak] {
    var streaks: [Streak] = []
    for (index, isUp) in sides {
      if streaks.last?.isUp == isUp {
        streaks[streaks.count - 1].last = index
        streaks[streaks.count - 1].count += 1
      } else {
        streaks.append(Streak(first: index, last: index, count: 1, isUp: isUp))
      }
    }
    return streaks
  }

  /// Points that go one way; of equal neighbours one counts.
  private static func trends(_ values: [Double]) -> [Streak] {
    var streaks: [Streak] = []
    for index in values.indices.dropFirst() {
      let step = values[index] - values[index - 1]
      if step.magnitude <= sameness(values[index]) { continue }
      if streaks.last?.isUp == (step > 0) {
        streaks[streaks.count - 1].last = index
        streaks[streaks.count - 1].count += 1
      } else {
        // The turning point is the first of the new way too.
        streaks.append(
          Streak(first: streaks.last?.last ?? 0, last: index, count: 2, isUp: step > 0))
      }
    }
    return streaks.filter { $0.count >= trend }
  }

  /// The one point, of ten or more, that lies over five times the median distance from the median.
  ///
  /// `Assumed:` the rule is a matter of judgement; in normal data one point of 1,300 is so far out.
  /// Several are another level, which the other rules are about.
  private static func unusual(_ values: [Double], _ median: Double) -> [Int] {
    guard values.count >= fewest else { return [] }
    let distances = values.map { ($0 - median).magnitude }
    let typical = Self.median(distances)
    guard typical > sameness(median) else { return [] }
    let far = values.indices.filter { distances[$0] > 5 * typical }
    return far.count == 1 ? far : []
  }

  /// Fewest and most runs that chance explains, for 10 to 60 points off the median.
  ///
  /// Source: Perla et al. 2011, table of runs, adapted from Swed and Eisenhart 1943, Ann Math Stat
  /// 14(1):66–87. Outside a row's bounds lie at most 3.3 % on either side (a test computes it).
  static func expectedRuns(_ useful: Int) -> ClosedRange<Int>? {
    let place = useful - fewest
    guard table.indices.contains(place) else { return nil }
    return table[place].0...table[place].1
  }

  private static let table: [(Int, Int)] = [
    (3, 9), (3, 10), (3, 11), (4, 11), (4, 12), (5, 12), (5, 13), (5, 13), (6, 14), (6, 15),
    (6, 16), (7, 16), (7, 17), (7, 17), (8, 18), (8, 18), (9, 19), (10, 19), (10, 20), (10, 20),
    (11, 21), (11, 22), (11, 23), (12, 23), (12, 24), (12, 24), (13, 25), (13, 25), (14, 26),
    (14, 26), (15, 27), (15, 27), (16, 28), (16, 28), (17, 29), (17, 30), (17, 31), (18, 31),
    (18, 32), (19, 32), (19, 33), (20, 33), (20, 34), (21, 34), (21, 35), (22, 35), (22, 36),
    (23, 36), (23, 37), (24, 38), (24, 38),
  ]
}
