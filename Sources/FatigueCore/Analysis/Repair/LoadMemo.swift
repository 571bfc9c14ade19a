/// What people's plans would be with other shifts, kept for as long as these people's plans stay as they are: a
/// search comes back to everybody after each exchange, and most plans have not changed.
///
/// Coded days off that go along with an exchange are not told apart; whoever decides looks at the plan itself.
struct LoadMemo: Sendable {
  /// Shifts given away, and shifts like those that are taken over for them.
  struct Trade: Hashable, Sendable {
    var given: [Int32]
    var taken: [ShiftLikeness]
    /// With sleep and sleepiness.
    var predicts = false
  }

  private var loads: [Int: [Trade: PlanLoad]] = [:]
  private var count = 0
  /// Kept at most. `Assumed:` under 200 MB.
  private static let most = 400_000

  subscript(person: Int, trade: Trade) -> PlanLoad? {
    get { loads[person]?[trade] }
    set {
      if count >= Self.most {
        loads = [:]
        count = 0
      }
      loads[person, default: [:]][trade] = newValue
      count += 1
    }
  }

  /// Somebody's plan has changed.
  mutating func forget(_ people: [Int]) {
    for person in people { count -= loads.removeValue(forKey: person)?.count ?? 0 }
  }
}
