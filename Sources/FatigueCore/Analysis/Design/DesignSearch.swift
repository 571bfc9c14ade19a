/// How long a search for a base plan may go on; the same numbers give the same plan.
public struct DesignSettings: Sendable {
  /// Swaps tried by the plain measure in each start.
  public var swaps = 400_000
  /// Plans shown to the rules and the model in each start.
  public var looks = 500
  public var starts = 4
  /// Rounds of as many starts, until one is found that is better than today's plan in every lane.
  public var rounds = 6
  public var seed: UInt64 = 1
  /// Threads; the plan is the same for any number.
  public var jobs = 1

  public init() {}
}

/// Looks for a base plan: swaps two lines' cells of one weekday, which keeps the staffing, first by a plain measure
/// (simulated annealing), then by what the rules and the model themselves find.
public struct DesignSearch: Sendable {
  private let spec: DesignSpec
  private let settings: DesignSettings
  private let analysis: AnalysisSettings
  private let cost: DesignCost
  /// The plan to be better than, lane by lane.
  private let against: LaneTotals?
  /// Of everybody who walks through the lines once.
  private let shifts: Int

  /// - Parameter against: A plan that is better than this in every lane goes before one that is so in some.
  public init(
    _ spec: DesignSpec, analysis: AnalysisSettings, settings: DesignSettings = DesignSettings(),
    against: LaneTotals? = nil
  ) {
    self.spec = spec
    self.against = against
    shifts = spec.shifts.reduce(0) { $0 + $1.staffing.reduce(0, +) } / max(1, spec.peoplePerLine)
    self.settings = settings
    self.analysis = analysis
    cost = DesignCost(spec)
  }

  /// The best plan found; nil when the wishes cannot be met at all.
  public func find() -> DesignGrid? {
    guard spec.isPossible, spec.weeks > 0 else { return nil }
    var best: Found?
    for round in 0..<max(1, settings.rounds) {
      let starts = max(1, settings.starts)
      let found = parallelMap(starts, jobs: settings.jobs, bench: self) { search, start in
        search.start(round * starts + start, looks: search.settings.looks * (round + 1))
      }
      for case let plan? in found where best.map({ isBetter(plan, $0) }) ?? true { best = plan }
      guard let best, best.shortfall > 0 else { break }
    }
    return best?.grid
  }

  /// What a start ends with.
  private struct Found {
    var grid: DesignGrid
    /// Of one who walks through the lines from the first.
    var load: PlanLoad
    /// How far everybody together is from being better off than today in every lane.
    var shortfall = 0
  }

  private func start(_ number: Int, looks: Int) -> Found? {
    var random = SplitMix(settings.seed &+ UInt64(number) &* 0x5851_F42D_4C95_7F2D)
    let grid = anneal(DesignGrid(spec), &random)
    guard var found = polish(grid, looks: looks, &random) else { return nil }
    if let against, let totals = DesignResult.totals(found.grid, spec, analysis, against: against) {
      found.shortfall = against.shortfall(shifts: totals.shifts) { totals[$0] }
    }
    return found
  }

  private func isBetter(_ a: Found, _ b: Found) -> Bool {
    let (first, second) = (
      a.load.law.breach + a.load.agreement.breach, b.load.law.breach + b.load.agreement.breach
    )
    if first == second, a.shortfall != b.shortfall { return a.shortfall < b.shortfall }
    return isBetter(a.load, b.load)
  }

  // MARK: By the plain measure

  private func anneal(_ start: DesignGrid, _ random: inout SplitMix) -> DesignGrid {
    guard spec.weeks > 1 else { return start }
    var grid = start
    var now = cost.cost(grid.cells)
    var best = (grid: grid, cost: now)
    for step in 0..<settings.swaps {
      // Down to where no worse plan is taken any more.
      let heat = 1200 * (settings.swaps - step) / settings.swaps
      let (day, a, b) = pick(&random)
      guard grid.cells[a * 7 + day] != grid.cells[b * 7 + day] else { continue }
      grid.swap(day, a, b)
      let cost = cost.cost(grid.cells)
      // A threshold drawn evenly: no logarithm, so that every machine takes the same way.
      let slack = heat > 0 ? random.next(below: heat * heat / 1200 + 1) : 0
      if cost <= now + slack {
        now = cost
        if now < best.cost { best = (grid, now) }
      } else {
        grid.swap(day, a, b)
      }
    }
    return best.grid
  }

  private func pick(_ random: inout SplitMix) -> (day: Int, a: Int, b: Int) {
    (
      random.next(below: 7), random.next(below: spec.weeks), random.next(below: spec.weeks)
    )
  }

  // MARK: By the rules

  private func polish(_ start: DesignGrid, looks: Int, _ random: inout SplitMix) -> Found? {
    guard let plan = start.roster(spec, starts: [0], names: ["A"]) else { return nil }
    var judge = PlanJudge(plan, cycleDays: spec.weeks * 7, settings: analysis)
    func look(_ grid: DesignGrid) -> PlanLoad {
      guard let plan = grid.roster(spec, starts: [0], names: ["A"]) else { return PlanLoad() }
      return judge.load(0, plan.shifts, predicts: true)
    }
    var best = Found(grid: start, load: look(start))
    guard spec.weeks > 1 else { return best }
    for _ in 0..<looks {
      var grid = best.grid
      let (first, a, b) = pick(&random)
      if random.next(below: 2) == 0 {
        // Some days in a row, which keeps what lies inside them together.
        for day in first...min(6, first + random.next(below: 4)) { grid.swap(day, a, b) }
      } else {
        grid.swap(first, a, b)
        for _ in 0..<random.next(below: 2) {
          let (day, a, b) = pick(&random)
          grid.swap(day, a, b)
        }
      }
      guard grid != best.grid, cost.cost(grid.cells) < cost.cost(best.grid.cells) + 1500 else {
        continue
      }
      let load = look(grid)
      if isBetter(load, best.load) { best = Found(grid: grid, load: load) }
    }
    return best
  }

  /// Breaches first; then being better than today's plan in every lane. Then lane by lane: the law, then
  /// agreements, then warnings of research and of the model, then their notes.
  private func isBetter(_ a: PlanLoad, _ b: PlanLoad) -> Bool {
    func key(_ load: PlanLoad) -> [Int] {
      [
        load.law.breach, load.agreement.breach,
        against?.shortfall(shifts: shifts) { load[$0] } ?? 0, load.law.disputed,
        load.agreement.disputed,
        load.law.warning, load.research.warning, load.model.warning, load.research.note,
        load.model.note, load.agreement.warning, load.agreement.note, load.lawExcess,
        load.minutesKss7,
      ]
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }
}
