/// The exchanges near one person's plan, tried without the model.
struct Neighbourhood: Sendable {
  /// From small to large; a larger one is looked at only when the smaller have nothing.
  enum Kind: CaseIterable, Sendable {
    /// A shift given away, or one changed for another's.
    case shifts
    /// What two people have on some days in a row.
    case days
    /// A round of three people.
    case rounds
  }

  /// Days between two shifts that are changed for one another. `Assumed:` a fortnight is as far as people
  /// overlook.
  static let reach: Int32 = 14
  /// Days of a stretch.
  static let longestStretch: Int32 = 7
  /// People to exchange with. `Assumed:` more than any ward has.
  static let mostOthers = 120
  /// Plans of others looked at in one neighbourhood.
  static let mostLooks = 3000

  private let person: Int
  private let focus: [Int32]
  private let before: PlanLoad
  private let aim: RepairSearch.Aim
  private var quickBefore: [Int: PlanLoad] = [:]

  init(_ person: Int, _ focus: [Int32], _ before: PlanLoad, aim: RepairSearch.Aim) {
    self.person = person
    self.focus = focus
    self.before = before
    self.aim = aim
  }

  mutating func candidates(
    _ kind: Kind, _ state: inout RepairState, _ judge: inout PlanJudge, _ loads: [PlanLoad]
  ) -> [RepairCandidate] {
    let others = others(state)
    switch kind {
    case .shifts: return shifts(others, state, &judge)
    case .days: return days(others, state, &judge)
    case .rounds: return rounds(others, state, &judge)
    }
  }

  /// Those to exchange with: all in a ward, some spread evenly over a larger roster.
  private func others(_ state: RepairState) -> [Int] {
    let all = state.rows.indices.filter { state.mayExchange(person, $0) }
    guard all.count > Self.mostOthers else { return all }
    return (0..<Self.mostOthers).map { all[$0 * all.count / Self.mostOthers] }
  }

  // MARK: One shift each

  private mutating func shifts(
    _ others: [Int], _ state: RepairState, _ judge: inout PlanJudge
  ) -> [RepairCandidate] {
    var pool: [(transfers: [Transfer], load: PlanLoad, other: Int)] = []
    for given in focus {
      for other in others where state.mayTake(given, other) {
        for taken in returns(for: given, from: other, state) {
          let own = trade([given], taken.map { [state.likeness($0)] } ?? [], of: person)
          if let load = judge.memo[person, own] {
            guard isHelped(load, &judge, state), isWithinHours(load, person, state) else {
              continue
            }
          }
          let core = [trade(given, to: other)] + (taken.map { [trade($0, from: other)] } ?? [])
          guard let transfers = state.completed(core) else { continue }
          let load = look(person, transfers, own, state, &judge)
          guard isHelped(load, &judge, state), isWithinHours(load, person, state) else { continue }
          pool.append((transfers, load, other))
        }
      }
    }
    pool.sort { isMoreHelped($0.load, $1.load, $0.transfers.count, $1.transfers.count) }
    var found: [RepairCandidate] = []
    for entry in pool.prefix(Self.mostLooks) {
      add(entry.transfers, [person: entry.load], [entry.other], state, &judge, &found)
    }
    return found
  }

  /// What somebody may give in return: nothing, or one of their shifts nearby.
  private func returns(for given: Int32, from other: Int, _ state: RepairState) -> [Int32?] {
    let day = state.days[Int(given)]
    let like = state.likeness(given)
    return [nil]
      + state.rows[other].filter { row in
        abs(state.days[Int(row)] - day) <= Self.reach && state.mayGive(row, other)
          && state.mayTake(row, person) && state.likeness(row) != like
      }
  }

  // MARK: Days in a row

  private mutating func days(
    _ others: [Int], _ state: RepairState, _ judge: inout PlanJudge
  ) -> [RepairCandidate] {
    guard let first = focus.map({ state.days[Int($0)] }).min(),
      let last = focus.map({ state.days[Int($0)] }).max()
    else { return [] }
    var pool: [(transfers: [Transfer], load: PlanLoad, other: Int)] = []
    var looks = 0
    for length in 2...Self.longestStretch {
      for start in (first - length + 1)...last {
        for other in others where looks < Self.mostLooks {
          let stretch = start...(start + length - 1)
          let given = state.rows[person].filter {
            stretch.contains(state.days[Int($0)]) && state.isMovable[Int($0)]
          }
          let taken = state.rows[other].filter {
            stretch.contains(state.days[Int($0)]) && state.isMovable[Int($0)]
          }
          guard given.contains(where: focus.contains), given.count + taken.count > 2,
            given.allSatisfy({ state.mayGive($0, person) && state.mayTake($0, other) }),
            taken.allSatisfy({ state.mayGive($0, other) && state.mayTake($0, person) }),
            let transfers = state.completed(
              given.map { trade($0, to: other) } + taken.map { trade($0, from: other) })
          else { continue }
          looks += 1
          let own = trade(given, taken.map(state.likeness), of: person)
          let load = look(person, transfers, own, state, &judge)
          guard isHelped(load, &judge, state), isWithinHours(load, person, state) else { continue }
          pool.append((transfers, load, other))
        }
      }
    }
    pool.sort { isMoreHelped($0.load, $1.load, $0.transfers.count, $1.transfers.count) }
    var found: [RepairCandidate] = []
    for entry in pool.prefix(Self.mostLooks) {
      add(entry.transfers, [person: entry.load], [entry.other], state, &judge, &found)
    }
    return found
  }

  // MARK: Rounds of three

  /// The person gives to a second, who gives to a third, who may give to the first.
  private mutating func rounds(
    _ others: [Int], _ state: RepairState, _ judge: inout PlanJudge
  ) -> [RepairCandidate] {
    var found: [RepairCandidate] = []
    var looks = 0
    for given in focus.prefix(12) {
      for second in others where state.mayTake(given, second) {
        for passed in state.rows[second]
        where abs(state.days[Int(passed)] - state.days[Int(given)]) <= 3
          && state.mayGive(passed, second) && looks < Self.mostLooks
        {
          guard
            let half = state.completed([
              trade(given, to: second),
              Transfer(row: passed, from: Int32(second), to: Int32(person)),
            ])
          else { continue }
          looks += 1
          // The second's plan does not depend on who takes what they pass on.
          let theirs = trade([passed], [state.likeness(given)], of: second)
          let load = look(second, half, theirs, state, &judge)
          guard load.isNoWorseByLaw(than: quick(second, state, &judge)),
            isWithinHours(load, second, state)
          else { continue }
          for third in others
          where third != second && state.mayExchange(second, third) && state.mayTake(passed, third)
          {
            for taken in returns(for: given, from: third, state) where looks < Self.mostLooks {
              let core =
                [
                  trade(given, to: second),
                  Transfer(row: passed, from: Int32(second), to: Int32(third)),
                ]
                + (taken.map { [trade($0, from: third)] } ?? [])
              guard let transfers = state.completed(core) else { continue }
              let own = look(
                person, transfers,
                trade([given], taken.map { [state.likeness($0)] } ?? [], of: person), state, &judge)
              guard isHelped(own, &judge, state), isWithinHours(own, person, state) else {
                continue
              }
              looks += 1
              add(transfers, [person: own, second: load], [third], state, &judge, &found)
            }
          }
        }
      }
    }
    return found
  }

  // MARK: Looks

  private func trade(_ row: Int32, to other: Int) -> Transfer {
    Transfer(row: row, from: Int32(person), to: Int32(other))
  }

  private func trade(_ row: Int32, from other: Int) -> Transfer {
    Transfer(row: row, from: Int32(other), to: Int32(person))
  }

  private func trade(
    _ given: [Int32], _ taken: [ShiftLikeness], of who: Int
  ) -> LoadMemo.Trade {
    LoadMemo.Trade(given: given, taken: taken, predicts: aim == .model && who == person)
  }

  /// Somebody's plan after an exchange, which is a trade for them.
  private func look(
    _ who: Int, _ transfers: [Transfer], _ trade: LoadMemo.Trade, _ state: RepairState,
    _ judge: inout PlanJudge
  ) -> PlanLoad {
    if let load = judge.memo[who, trade] { return load }
    let rows = state.rows(who, after: transfers).map { state.shift($0) }
    let load = judge.load(who, rows, predicts: trade.predicts)
    judge.memo[who, trade] = load
    return load
  }

  /// Somebody's plan as it stands, without the model.
  private mutating func quick(
    _ who: Int, _ state: RepairState, _ judge: inout PlanJudge
  ) -> PlanLoad {
    if let load = quickBefore[who] { return load }
    let load = look(who, [], trade([], [], of: who), state, &judge)
    quickBefore[who] = load
    return load
  }

  /// Whether the person has less of what is looked for, and no more of law and agreement.
  private mutating func isHelped(
    _ load: PlanLoad, _ judge: inout PlanJudge, _ state: RepairState
  ) -> Bool {
    let old = quick(person, state, &judge)
    guard load.isNoWorseByLaw(than: old) else { return false }
    switch aim {
    case .law:

      return load.law.grave < old.law.grave || load.agreement.grave < old.agreement.grave
        || load.lawExcess < old.lawExcess
    case .research: return load.research < old.research
    case .model: return load.model < old.model
    }
  }

  private func isMoreHelped(_ a: PlanLoad, _ b: PlanLoad, _ m: Int, _ n: Int) -> Bool {
    switch aim {
    case .law:
      (a.law.grave, a.agreement.grave, a.lawExcess, m)
        < (b.law.grave, b.agreement.grave, b.lawExcess, n)
    case .research: (a.research, m) < (b.research, n)
    case .model: (a.model, m) < (b.model, n)
    }
  }

  private func isWithinHours(_ load: PlanLoad, _ who: Int, _ state: RepairState) -> Bool {
    abs(state.deviation(who, load.workSeconds)) <= state.settings.tolerance.seconds
  }

  /// Adds an exchange when the others in it can bear it.
  private mutating func add(
    _ transfers: [Transfer], _ loads: [Int: PlanLoad], _ others: [Int], _ state: RepairState,
    _ judge: inout PlanJudge, _ found: inout [RepairCandidate]
  ) {
    var after = loads
    for other in others {
      let given = transfers.filter { Int($0.from) == other && state.shift($0.row).kind == .work }
      let taken = transfers.filter { Int($0.to) == other && state.shift($0.row).kind == .work }
      let theirs = trade(
        given.map(\.row), taken.map { state.likeness($0.row) }, of: other)
      let load = look(other, transfers, theirs, state, &judge)
      guard isWithinHours(load, other, state),
        load.isNoWorseByLaw(than: quick(other, state, &judge))
      else { return }
      after[other] = load
    }
    var candidate = RepairCandidate(transfers: transfers)
    candidate.people = after.keys.sorted()
    for who in candidate.people {
      guard let load = after[who] else { continue }
      candidate.before.append(quick(who, state, &judge))
      candidate.after.append(load)
      candidate.deviation += abs(state.deviation(who, load.workSeconds))
    }
    found.append(candidate)
  }
}

/// What makes two shifts alike for whoever takes them over.
struct ShiftLikeness: Hashable, Sendable {
  var start: Int32
  var end: Int32
  var unit: UInt16
  var code: UInt16
  var unpaid: UInt16
}

extension RepairState {
  func likeness(_ row: Int32) -> ShiftLikeness {
    let shift = shift(row)
    return ShiftLikeness(
      start: shift.start, end: shift.end, unit: shift.unit, code: shift.code,
      unpaid: shift.unpaidBreak)
  }
}
