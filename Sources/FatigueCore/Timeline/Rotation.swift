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
    guard var before = timeline.periods.first else { return [] }
    var runs: [Run] = []
    var first = 0
    for (i, period) in timeline.periods.enumerated().dropFirst() {
      if period.type != before.type || Int64(period.start) - Int64(before.end) >= longestGap {
        runs.append(Run(type: before.type, periods: first..<i))
        first = i
      }
      before = period
    }
    runs.append(Run(type: before.type, periods: first..<timeline.periods.count))
    return runs
  }

  public static func steps(_ timeline: PersonTimeline) -> [Step] {
    guard var before = timeline.periods.first else { return [] }
    let day = PersonTimeline.day
    var steps: [Step] = []
    var first = timeline.blocks[Int(before.blocks.lowerBound)]
    for after in timeline.periods.dropFirst() {
      let second = timeline.blocks[Int(after.blocks.lowerBound)]
      defer { (before, first) = (after, second) }
      guard Int64(after.start) - Int64(before.end) < longestGap else { continue }
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
