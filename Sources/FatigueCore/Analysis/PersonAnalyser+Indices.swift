/// The RR446-compatible indices of a person's duties.
extension PersonAnalyser {
  /// `Assumed:` the least break in which one could sleep; what lies closer is one duty with a break, so
  /// that a duty cut in two never has lower indices than the whole one.
  static let leastGap: Int64 = 4 * 3600

  mutating func evaluateIndices() {
    var indices: [DutyIndex] = []
    swap(&indices, &evidence.indices)
    evaluate(intervals, into: &indices)
    swap(&indices, &evidence.indices)
  }

  /// One result per interval; those of one duty have its indices.
  ///
  /// - Parameter work: By start.
  mutating func evaluate(_ work: [WorkInterval], into indices: inout [DutyIndex]) {
    guard zip(work, work.dropFirst()).contains(where: { Self.belong($0, $1) }) else {
      index.evaluate(work.span, clock: &clock, origin: roster.origin, into: &indices)
      return
    }
    var (duties, parts) = ([WorkInterval](), [Int]())
    for interval in work {
      if let last = duties.last, Self.belong(last, interval) {
        duties[duties.count - 1].end = max(last.end, interval.end)
        parts[parts.count - 1] += 1
      } else {
        duties.append(interval)
        parts.append(1)
      }
    }
    var whole: [DutyIndex] = []
    index.evaluate(duties.span, clock: &clock, origin: roster.origin, into: &whole)
    indices.removeAll(keepingCapacity: true)
    for (index, count) in zip(whole, parts) {
      indices.append(contentsOf: repeatElement(index, count: count))
    }
  }

  private static func belong(_ a: WorkInterval, _ b: WorkInterval) -> Bool {
    Int64(b.start) - Int64(a.end) < leastGap
  }
}

extension FatigueRiskIndex {
  /// With the way to work that has been given; the index's own standard without.
  init(_ regime: SleepRegime) {
    self.init(commuteMinutes: regime.dailyCommute ?? Self.standardCommute)
  }
}
