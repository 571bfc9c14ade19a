/// What the same roster with one night fewer in every long block would do for those who have them: the
/// organisation's answer to four nights or more in a row, computed before any advice to a person.
///
/// Predicted without any plan, by the model of the report. The night has to be worked by somebody else, whose
/// sleepiness is not in these numbers.
public struct FewerNights: Sendable {
  /// Of one person.
  public struct Change: Hashable, Sendable {
    /// Blocks of four nights or more.
    public var blocks: Int
    /// The longest of them, in nights.
    public var longest: Int
    /// Duty time at KSS 7 or more, in seconds.
    public var severeBefore: Double
    public var severeAfter: Double
    /// The highest on any duty.
    public var worstBefore: KSS
    public var worstAfter: KSS
  }

  /// By index in ``Roster/people``; people without long blocks are missing.
  public let changes: [Int: Change]

  /// Blocks of this many nights are the organisation's to look at.
  public static let long = 4

  /// - Parameters:
  ///   - analysis: of the roster as it is.
  ///   - blocks: for each person of the roster the nights of each block, as duties in seconds from the
  ///     origin.
  public init(_ analysis: RosterAnalysis, blocks: [Int: [[WorkInterval]]]) {
    let roster = analysis.roster
    let long = blocks.mapValues { $0.filter { $0.count >= Self.long } }.filter { !$0.value.isEmpty }
    guard !long.isEmpty else {
      changes = [:]
      return
    }
    var fewer = roster
    (fewer.shifts, fewer.slices) = ([], [])
    for person in roster.people.indices {
      let first = fewer.shifts.count
      let removed = (long[person] ?? []).compactMap(\.last)
      if long[person] != nil {
        fewer.shifts += roster.shifts[roster.slices[person]].filter { shift in
          !shift.kind.isWork || !removed.contains { shift.start < $0.end && shift.end > $0.start }
        }
      }
      fewer.slices.append(first..<fewer.shifts.count)
    }
    var settings = analysis.settings
    settings.selection = RuleSelection(packs: [])
    let after = RosterAnalysis(fewer, settings: settings)
    var changes: [Int: Change] = [:]
    for (person, blocks) in long {
      let (before, now) = (analysis.people[person], after.people[person])
      changes[person] = Change(
        blocks: blocks.count, longest: blocks.map(\.count).max() ?? 0,
        severeBefore: before.secondsKss7, severeAfter: now.secondsKss7,
        worstBefore: KSS(before.maxKss ?? 1), worstAfter: KSS(now.maxKss ?? 1))
    }
    self.changes = changes
  }

  /// Everybody's together: sums, and the highest of anybody.
  public var together: Change? {
    guard !changes.isEmpty else { return nil }
    // In a fixed order, so that the sums are the same every time.
    return changes.sorted { $0.key < $1.key }.map(\.value).reduce(nil) { sum, change in
      guard let sum else { return change }
      return Change(
        blocks: sum.blocks + change.blocks, longest: max(sum.longest, change.longest),
        severeBefore: sum.severeBefore + change.severeBefore,
        severeAfter: sum.severeAfter + change.severeAfter,
        worstBefore: max(sum.worstBefore, change.worstBefore),
        worstAfter: max(sum.worstAfter, change.worstAfter))
    }
  }
}
