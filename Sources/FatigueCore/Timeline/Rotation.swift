/// How the start of duties moves round the clock.
public enum Rotation {
  /// A longer gap parts runs and changes (`DESIGN` rotation).
  static let longestGap: Int64 = 72 * 3600
  /// A smaller change of start time is no change.
  static let smallestStep: Int64 = 2 * 3600

  /// Consecutive main work periods of one type.
  public struct Run: Sendable {
    public var type: ShiftType
    /// Positions in ``PersonTimeline/periods``.
    public var periods: Range<Int>
    public var count: Int { periods.count }
  }

  /// A change of start time from one main work period to the next.
  public struct Step: Sendable {
    /// Clock change in seconds, from more than -12 h to 12 h; negative is backward.
    public var change: Int64
    /// From the earlier period's start to the later one's end.
    public var from: Int32
    public var to: Int32
    /// The later period's first shift.
    public var shift: Int32
    public var isBackward: Bool { change < 0 }
  }

  public static func runs(_ timeline: PersonTimeline) -> [Run] {
    var runs: [Run] = []
    for (i, period) in timeline.periods.enumerated() {
      if let last = runs.last, last.type == period.type,
        Int64(period.start) - Int64(timeline.periods[i - 1].end) < longestGap
      {
        runs[runs.count - 1].periods = last.periods.lowerBound..<i + 1
      } else {
        runs.append(Run(type: period.type, periods: i..<i + 1))
      }
    }
    return runs
  }

  public static func steps(_ timeline: PersonTimeline) -> [Step] {
    var steps: [Step] = []
    for i in timeline.periods.indices.dropFirst() {
      let (before, after) = (timeline.periods[i - 1], timeline.periods[i])
      guard Int64(after.start) - Int64(before.end) < longestGap else { continue }
      let day = PersonTimeline.day
      let (first, second) = (
        timeline.blocks[Int(before.blocks.lowerBound)],
        timeline.blocks[Int(after.blocks.lowerBound)]
      )
      let elapsed = Int64(second.start) - Int64(first.start)
      var change = (elapsed + Int64(second.startOffset) - Int64(first.startOffset)) %% day
      if change > day / 2 { change -= day }
      guard abs(change) >= smallestStep else { continue }
      steps.append(
        Step(change: change, from: before.start, to: after.end, shift: second.first))
    }
    return steps
  }
}

extension ShiftType {
  /// `dagvakter`, `day shifts`
  public var plural: Localized {
    switch self {
    case .day: Localized(nb: "dagvakter", en: "day shifts")
    case .evening: Localized(nb: "kveldsvakter", en: "evening shifts")
    case .night: Localized(nb: "nattevakter", en: "night shifts")
    }
  }
}
