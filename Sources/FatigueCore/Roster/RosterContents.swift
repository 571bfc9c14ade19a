/// Which kinds of rows a roster has, found by one look at each of them.
public struct RosterContents: Equatable, Sendable {
  private var kinds: UInt32 = 0
  /// Some row is a break, or says that it has an unpaid one.
  public private(set) var hasBreaks = false
  /// Some day off has a code, such as F1.
  public private(set) var hasDayOffCodes = false
  /// The rows belong to more than one unit, or some have none.
  public let hasUnits: Bool

  /// - Complexity: O(shifts).
  public init(_ roster: Roster) {
    hasUnits = roster.units.count > 1
    var unpaidBreaks: UInt16 = 0
    for shift in roster.shifts {
      kinds |= 1 << UInt32(shift.kind.rawValue)
      unpaidBreaks |= shift.unpaidBreak
      if shift.kind == .off, shift.code != 0 { hasDayOffCodes = true }
    }
    hasBreaks = unpaidBreaks > 0 || has(.break)
  }

  /// Whether anybody has rows of a kind.
  public func has(_ kind: ShiftKind) -> Bool { kinds & 1 << UInt32(kind.rawValue) != 0 }
}
