/// Looks for the fewest exchanges of shifts that clear what the law finds and make the worst-off plans better.
///
/// A descent over growing neighbourhoods: first one shift given away or two changed for one another, then a
/// stretch of days of two people, then rounds of three. Each step takes the best exchange that leaves nobody
/// with more of law or agreement than they had. What is done depends on the plan, the settings and the seed
/// alone, never on a clock: a caller that has to stop early stops between steps.
public struct RepairSearch: Sendable {
  /// What a step was for.
  public enum Aim: Sendable { case law, research, model }

  /// One exchange that was carried out.
  struct Step: Sendable {
    var aim: Aim
    var transfers: [Transfer]
  }

  /// Who has what in the plan as it was, and now.
  let start: RepairState
  var state: RepairState
  var judge: PlanJudge
  let settings: RepairSettings
  /// Everybody's plan as it was.
  let original: [PlanLoad]
  /// And as it is now, sleepiness included.
  var loads: [PlanLoad]
  var steps: [Step] = []
  /// Those for whom nothing was found since anything near them changed.
  private var stuck: [Aim: Set<Int>] = [:]
  private var random: SplitMix

  /// - Parameters:
  ///   - plan: Not yet repeated.
  ///   - cycleDays: Days after which it repeats; nil when it does not.
  public init(
    _ plan: Roster, cycleDays: Int? = nil, analysis: AnalysisSettings,
    settings: RepairSettings = RepairSettings()
  ) {
    self.settings = settings
    random = SplitMix(settings.seed)
    start = RepairState(plan, settings)
    state = start
    let judge = PlanJudge(plan, cycleDays: cycleDays, settings: analysis)
    let state = start
    original = parallelMap(plan.people.count, jobs: analysis.jobs, bench: judge) { judge, person in
      judge.load(person, state.shifts(person), predicts: true)
    }
    self.judge = judge
    loads = original
  }

  /// Whether the work that the settings allow is done.
  public var isSpent: Bool { judge.spent >= settings.effort }

  /// Finds one exchange and carries it out.
  ///
  /// - Returns: false when there is none left to find, or the work that is allowed is done.
  public mutating func step() -> Bool {
    while !isSpent {
      if let person = worstOff(.law) {
        if descend(person) { return true }
        stuck[.law, default: []].insert(person)
      } else if steps.count(where: { $0.aim != .law }) < settings.mostImprovements,
        let (aim, person) = worstOffByLoad()
      {
        if improve(person, aim) { return true }
        stuck[aim, default: []].insert(person)
      } else {
        return false
      }
    }
    return false
  }

  /// Who has most to answer for by the law and may be helped.
  private func worstOff(_ aim: Aim) -> Int? {
    loads.indices.filter { person in
      isOpen(loads[person].law)
        && stuck[.law]?.contains(person) != true && mayChange(person)
    }.max { (loads[$0].law.grave, $1) < (loads[$1].law.grave, $0) }
  }

  /// Whether there is something of law to clear.
  private func isOpen(_ law: LaneCount) -> Bool {
    law.breach > 0 || law.disputed > 0 && settings.mildest <= .disputed
  }

  private func worstOffByLoad() -> (Aim, Int)? {
    for (aim, lane) in [(Aim.research, Lane.research), (.model, .model)] {
      let worst = loads.indices.filter { person in
        loads[person][lane].warning > 0 && stuck[aim]?.contains(person) != true
          && mayChange(person)
      }.max { (loads[$0][lane], $1) < (loads[$1][lane], $0) }
      if let worst { return (aim, worst) }
    }
    return nil
  }

  private func mayChange(_ person: Int) -> Bool { settings.fixed[person]?.all != true }

  private mutating func carryOut(_ candidate: RepairCandidate, _ aim: Aim) {
    state.apply(candidate.transfers)
    for (person, load) in zip(candidate.people, candidate.after) { loads[person] = load }
    judge.memo.forget(candidate.people)
    steps.append(Step(aim: aim, transfers: candidate.transfers))
    // What has changed near anybody may open a way for those who had none.
    stuck[.law] = []
    for aim in [Aim.research, .model] { stuck[aim]?.subtract(candidate.people) }
  }

  // MARK: Law

  /// Takes the best exchange for somebody's findings of law.
  private mutating func descend(_ person: Int) -> Bool {
    let focus = focus(person, lanes: [.law], longest: 60)
    guard !focus.isEmpty else { return false }
    let mildest = settings.mildest
    var neighbourhood = Neighbourhood(person, focus, loads[person], aim: .law)
    for kind in Neighbourhood.Kind.allCases where !isSpent {
      let pool = neighbourhood.candidates(kind, &state, &judge, loads)
      let best = weigh(pool, most: 60) { candidate in
        guard candidate.sparesEverybody else { return false }
        let law = candidate.graveChange(.law)
        if mildest > .disputed { return law.breach < 0 }
        let agreement = candidate.graveChange(.agreement)
        // Breaches and rests come before everything; what only lacks an agreement comes after sleep.
        if law.breach < 0 || agreement.breach < 0 && law.breach == 0 { return true }
        guard law.breach == 0, agreement.breach == 0 else { return false }
        if candidate.missingRestsChange < 0, law.disputed < 0 { return true }
        guard candidate.isLight else { return false }
        if law != LaneCount() { return law < LaneCount() }
        if agreement != LaneCount() { return agreement < LaneCount() }
        return candidate.lawExcessChange < 0
      } better: {
        RepairCandidate.isBetterByLaw($0, $1)
      }
      if let best {
        carryOut(best, .law)
        return true
      }
    }
    return false
  }

  // MARK: Research and model

  private mutating func improve(_ person: Int, _ aim: Aim) -> Bool {
    let lane = aim == .research ? Lane.research : .model
    let focus = focus(person, lanes: [lane], longest: 10)
    guard !focus.isEmpty else { return false }
    var neighbourhood = Neighbourhood(person, focus, loads[person], aim: aim)
    let pool = neighbourhood.candidates(.shifts, &state, &judge, loads)
    let other = lane == .research ? Lane.model : .research
    let best = weigh(pool, most: 40) { candidate in
      candidate.sparesEverybody && !candidate.losesDayOff && candidate.keepsFreeTimeFair
        && candidate.isFair(lane) && candidate.isFair(other)
        && candidate.change(lane).warning < 0 && candidate.change(other).warning <= 0
        && candidate.change(lane).note <= 0
    } better: {
      RepairCandidate.isLighter($0, $1)
    }
    guard let best else { return false }
    carryOut(best, aim)
    return true
  }

  // MARK: Weighing

  /// The shifts of a person that have to do with what some lanes find, and those beside them.
  private mutating func focus(_ person: Int, lanes: [Lane], longest: Int) -> [Int32] {
    let rows = state.rows[person]
    let found = judge.look(person, state.shifts(person), predicts: lanes.contains(.model)).findings
    let stretches = found.filter { finding in
      let lane = finding.isAgreed ? .agreement : RuleBook.rule(of: finding).lane
      let isGrave = finding.status >= (lane == .law ? settings.mildest : .warning)
      return lanes.contains(lane) && isGrave && !finding.isWaived && !finding.isAboutPlan
    }.sorted {
      ($1.status, $0.to - $0.from, $0.from) < ($0.status, $1.to - $1.from, $1.from)
    }
    var chosen: [Int32] = []
    for finding in stretches {
      for row in rows where state.mayGive(row, person) && !chosen.contains(row) {
        let shift = state.shift(row)
        guard shift.end > finding.from - 86_400, shift.start < finding.to + 86_400 else { continue }
        if chosen.count < longest { chosen.append(row) }
      }
    }
    return chosen
  }

  /// The best of the candidates that are good enough once sleepiness is counted too.
  private mutating func weigh(
    _ pool: [RepairCandidate], most: Int, isGood: (RepairCandidate) -> Bool,
    better: (RepairCandidate, RepairCandidate) -> Bool
  ) -> RepairCandidate? {
    var pool = pool
    for i in pool.indices { pool[i].lot = random.next() }
    let promising = pool.filter { candidate in
      // The model has not been asked yet, so that its lane is empty on both sides.
      candidate.sparesEverybody
    }.sorted(by: better).prefix(most)
    var best: RepairCandidate?
    for candidate in promising where !isSpent {
      var full = candidate
      full.before = candidate.people.map { loads[$0] }
      full.after = candidate.people.map { person in
        let rows = state.rows(person, after: candidate.transfers).map { state.shift($0) }
        return judge.load(person, rows, predicts: true)
      }
      guard isGood(full) else { continue }
      if best.map({ better(full, $0) }) ?? true { best = full }
    }
    return best
  }
}
