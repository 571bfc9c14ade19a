/// What a repair may do, and how long it may look.
public struct RepairSettings: Sendable {
  /// How far anybody's working time may move from what the plan gives them now, over the whole plan.
  /// `Assumed:` one shift, so that a duty too many can be given away.
  public var tolerance = Elapsed.hours(8)
  /// Whose shifts stay, by index in ``Roster/people``: all of them, or those that start on some dates.
  public var fixed: [Int: FixedDates] = [:]
  /// What somebody must be to take over another's shift, by index in ``Roster/people``; people exchange with
  /// those of the same group. Nil where nobody has said.
  public var groups: [String?] = []
  /// The mildest findings of law that are cleared: `.disputed`, or `.breach` alone.
  public var mildest = FindingStatus.disputed
  /// Proposals for research and model beyond those that the law asks for.
  public var mostImprovements = 10
  /// Chooses among ways that are equally good.
  public var seed: UInt64 = 1
  /// People's plans looked at before the search ends; the bound that makes the answer the same every time.
  public var effort = 400_000

  public init() {}
}
