/// The RR446-compatible indices of a person's duties.
extension PersonAnalyser {
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
    guard Self.hasParts(work) else {
      index.evaluate(work.span, clock: &clock, origin: roster.origin, into: &indices)
      return
    }
    let (duties, parts) = Self.wholeDuties(work[...])
    var whole: [DutyIndex] = []
    index.evaluate(duties.span, clock: &clock, origin: roster.origin, into: &whole)
    indices.removeAll(keepingCapacity: true)
    for (index, count) in zip(whole, parts) {
      indices.append(contentsOf: repeatElement(index, count: count))
    }
  }

  private static func hasParts(_ work: [WorkInterval]) -> Bool {
    var end = Int64.min / 2
    for interval in work {
      if Int64(interval.start) - end < FatigueRiskIndex.leastGap { return true }
      end = Int64(interval.end)
    }
    return false
  }

  /// Work with what belongs together made one, and how many intervals each duty has.
  static func wholeDuties(
    _ work: ArraySlice<WorkInterval>
  ) -> (duties: [WorkInterval], parts: [Int]) {
    var (duties, parts) = ([WorkInterval](), [Int]())
    for interval in work {
      if let last = duties.last, belong(last, interval) {
        duties[duties.count - 1].end = max(last.end, interval.end)
        parts[parts.count - 1] += 1
      } else {
        duties.append(interval)
        parts.append(1)
      }
    }
    return (duties, parts)
  }

  private static func belong(_ a: WorkInterval, _ b: WorkInterval) -> Bool {
    Int64(b.start) - Int64(a.end) < FatigueRiskIndex.leastGap
  }
}

extension FatigueRiskIndex {
  /// With the way to work that has been given; the index's own standard without.
  init(_ regime: SleepRegime) {
    self.init(commuteMinutes: regime.dailyCommute ?? Self.standardCommute)
  }
}
