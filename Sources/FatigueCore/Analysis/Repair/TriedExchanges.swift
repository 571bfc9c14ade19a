/// What became of every exchange of one shift that could clear a finding, counted by the first thing that speaks
/// against it.
public struct TriedExchanges: Sendable, Hashable {
  /// Shifts given away, and changed for one another within a fortnight.
  public var all = 0
  /// Somebody is at work then, on leave, fixed, or may not take the other's shift.
  public var blocked = 0
  /// Somebody's hours would move beyond the tolerance.
  public var hours = 0
  /// Whoever has the finding would have as much of the law.
  public var stays = 0
  /// Somebody else would get findings of law or agreement, or shorter rests.
  public var others = 0
  /// The law would allow it, but somebody's plan gets heavier.
  public var heavier = 0

  public init() {}

  public static func + (a: TriedExchanges, b: TriedExchanges) -> TriedExchanges {
    var sum = a
    sum.all += b.all
    sum.blocked += b.blocked
    sum.hours += b.hours
    sum.stays += b.stays
    sum.others += b.others
    sum.heavier += b.heavier
    return sum
  }
}

extension RepairState {
  /// What somebody may give for a shift: nothing, or what they have within a fortnight that is not the same.
  func nearby(_ given: Int32, _ other: Int) -> [Int32?] {
    let (day, like) = (days[Int(given)], likeness(given))
    return [nil]
      + rows[other].filter { row in
        abs(days[Int(row)] - day) <= Neighbourhood.reach && isMovable[Int(row)]
          && likeness(row) != like
      }
  }
}

/// Weighs exchanges of two people by the law alone.
struct ExchangeBench {
  private let state: RepairState
  private(set) var judge: PlanJudge
  private let tolerance: Int64
  /// Looked at so far.
  private(set) var looks = 0

  init(_ state: RepairState, _ judge: PlanJudge, _ settings: RepairSettings) {
    self.state = state
    self.judge = judge
    tolerance = settings.tolerance.seconds
  }

  /// Goes through every exchange of one shift in a finding that stands.
  ///
  /// - Returns: nil when there is none, or more than `most` plans, with those of findings before, would have to be looked at.
  mutating func exhaust(_ finding: Finding, most: Int) -> TriedExchanges? {
    let person = Int(finding.person)
    var tried = TriedExchanges()
    for given in state.rows[person] {
      let shift = state.shift(given)
      // A rest lies between two shifts, and touches both.
      guard state.isMovable[Int(given)], shift.end >= finding.from, shift.start <= finding.to
      else { continue }
      for other in state.rows.indices where other != person {
        for taken in state.nearby(given, other) {
          guard looks < most else { return nil }
          tried.all += 1
          weigh(given, taken, person, other, &tried)
        }
      }
    }
    return tried.all > 0 ? tried : nil
  }

  private mutating func weigh(
    _ given: Int32, _ taken: Int32?, _ person: Int, _ other: Int, _ tried: inout TriedExchanges
  ) {
    var core = [Transfer(row: given, from: Int32(person), to: Int32(other))]
    if let taken { core.append(Transfer(row: taken, from: Int32(other), to: Int32(person))) }
    guard state.mayExchange(person, other), state.mayGive(given, person),
      state.mayTake(given, other),
      taken.map({ state.mayGive($0, other) && state.mayTake($0, person) }) ?? true,
      let transfers = state.completed(core)
    else {
      tried.blocked += 1
      return
    }
    let mine = look(person, transfers, [given], taken.map { [state.likeness($0)] } ?? [])
    guard isWithinHours(mine, person) else {
      tried.hours += 1
      return
    }
    let old = look(person, [], [], [])
    guard mine.isNoWorseByLaw(than: old), mine.law.grave < old.law.grave else {
      tried.stays += 1
      return
    }
    let theirs = look(other, transfers, taken.map { [$0] } ?? [], [state.likeness(given)])
    if !isWithinHours(theirs, other) {
      tried.hours += 1
    } else if !theirs.isNoWorseByLaw(than: look(other, [], [], [])) {
      tried.others += 1
    } else {
      tried.heavier += 1
    }
  }

  private func isWithinHours(_ load: PlanLoad, _ who: Int) -> Bool {
    abs(state.deviation(who, load.workSeconds)) <= tolerance
  }

  private mutating func look(
    _ who: Int, _ transfers: [Transfer], _ given: [Int32], _ taken: [ShiftLikeness]
  ) -> PlanLoad {
    let trade = LoadMemo.Trade(given: given, taken: taken)
    if let load = judge.memo[who, trade] { return load }
    looks += 1
    let rows = state.rows(who, after: transfers).map { state.shift($0) }
    let load = judge.load(who, rows, predicts: false)
    judge.memo[who, trade] = load
    return load
  }
}
