/// The result of `compare`, and of `check --what-if`, as data: what every format is written from.
public final class ComparisonReport: Sendable {
  public let comparison: PlanComparison
  /// The two plans as `check` reports them. People are called the same in both.
  public let before: CheckReport
  public let after: CheckReport
  /// What each is called, by index in ``PlanComparison/people``.
  public let names: PersonNames
  /// The changes that were tried, in words that hold no name; empty for two plans that were read.
  public let changes: [AppliedChange]
  /// Exit status the run will end with.
  public let exit: Int

  /// - Parameters:
  ///   - readings: What the two plans were read from; of a change that is tried the same twice.
  ///   - key: The one that pseudonyms are made with.
  public init(
    _ comparison: PlanComparison, _ readings: (before: RosterReading, after: RosterReading),
    style: NameStyle, key: [UInt8]?, changes: [AppliedChange] = [], exit: Int = 0
  ) {
    self.comparison = comparison
    self.exit = exit
    let (old, new) = (comparison.before.roster, comparison.after.roster)
    // Everybody once: a pair goes by what the first plan says of them.
    var everybody = old
    (everybody.shifts, everybody.slices) = ([], [])
    everybody.people = comparison.people.map { person in
      person.before.map { old.people[$0] } ?? person.after.map { new.people[$0] }
        ?? Person(number: "", name: "")
    }
    names = PersonNames(everybody, style: style, key: key)
    let places = Self.places(comparison)
    before = CheckReport(
      readings.before, comparison.before, names: names.picking(places.before), exit: exit)
    after = CheckReport(
      readings.after, comparison.after, names: names.picking(places.after), exit: exit)
    guard style != .real, !changes.isEmpty else {
      self.changes = changes
      return
    }
    // A code may be somebody's name.
    let mask = NameMask(old, names.picking(places.before), includesWords: false)
    self.changes = changes.map { change in
      var change = change
      change.before = change.before.map(mask.label)
      change.after = change.after.map(mask.label)
      return change
    }
  }

  /// For each person of the two rosters the index in ``PlanComparison/people``.
  private static func places(_ comparison: PlanComparison) -> (before: [Int], after: [Int]) {
    var before = [Int](repeating: 0, count: comparison.before.roster.people.count)
    var after = [Int](repeating: 0, count: comparison.after.roster.people.count)
    for (index, person) in comparison.people.enumerated() {
      if let old = person.before { before[old] = index }
      if let new = person.after { after[new] = index }
    }
    return (before, after)
  }

  /// What somebody in one of the plans is called; `…` for somebody whom `--employee` left out.
  func name(of person: Person) -> String {
    let (old, new) = (comparison.before.roster.people, comparison.after.roster.people)
    let place = comparison.people.firstIndex { entry in
      entry.before.map { old[$0] == person } ?? entry.after.map { new[$0] == person } ?? false
    }
    return place.map { names.shown[$0] } ?? "…"
  }

  /// It is a change that is tried, not two plans.
  public var isTrial: Bool { !changes.isEmpty }
}
