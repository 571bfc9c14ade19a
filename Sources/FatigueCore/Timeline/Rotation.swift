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

  /// The change of the clock from one start to the next, each in seconds after local midnight: from more
  /// than -12 h to 12 h.
  static func change(from first: Int32, to second: Int32) -> Int64 {
    let change = Int64(second) - Int64(first)
    let half = PersonTimeline.day / 2
    return change > half
      ? change - PersonTimeline.day : change <= -half ? change + PersonTimeline.day : change
  }
}

extension PersonTimeline {
  /// There are runs of more than one type.
  var rotates: Bool {
    let runs = runs.span
    for i in runs.indices where runs[i].type != runs[0].type { return true }
    return false
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
