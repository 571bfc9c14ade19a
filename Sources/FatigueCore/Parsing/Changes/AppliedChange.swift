/// A change that was made, for the report.
public struct AppliedChange: Sendable, Equatable {
  public var person: Person
  /// Who takes the shift over, or swaps.
  public var other: Person?
  public var date: CivilDate
  /// What was taken away from the person, and what came instead; of a swap what the other one had.
  public var before: [String] = []
  public var after: [String] = []
  public var isSwap = false

  init(person: Person, date: CivilDate) {
    self.person = person
    self.date = date
  }
}
