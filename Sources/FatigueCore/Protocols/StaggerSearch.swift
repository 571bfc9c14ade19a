/// The exact search behind ``WardStagger``.
///
/// One lane is people who are away one after another: a table over (start, group), filled from the last
/// start. Lanes are then joined over subsets of the group. Intervals of which at most k overlap can be
/// dealt to k lanes, so that nothing is lost.
struct StaggerSearch {
  /// A group with its starts, by index into the grid.
  struct Plan {
    var cost: Double
    /// Bit i is person i.
    var group: Int
    /// Lane i is person i; those not in the group are 0.
    var order = SIMD16<UInt16>()
    var grid: [Int32] = []

    func isPlaced(_ person: Int) -> Bool { group >> person & 1 == 1 }

    static let impossible = Plan(cost: .infinity, group: 0)

    /// Cheaper, or as cheap with the earlier starts, person by person.
    func isBetter(than other: Plan) -> Bool {
      guard cost.isFinite else { return false }
      if cost < other.cost - NapSearch.tie { return true }
      guard cost <= other.cost + NapSearch.tie else { return false }
      for i in order.indices where order[i] != other.order[i] { return order[i] < other.order[i] }
      return false
    }
  }

  let best: Plan

  init(_ wishes: [NapWish], away: Int, together: Int) {
    let all = Set(wishes.flatMap { zip($0.starts, $0.costs).filter { $1.isFinite }.map(\.0) })
    let grid = Array(all.sorted().prefix(WardStagger.mostStarts))
    let costs = wishes.map { wish in
      let byStart = Dictionary(zip(wish.starts, wish.costs)) { first, _ in first }
      return grid.map { byStart[$0] ?? .infinity }
    }
    let lane = Self.lane(costs, grid, away)
    var plans = [Plan](repeating: .impossible, count: lane.count)
    plans[0].cost = 0
    for _ in 0..<max(0, together) { plans = Self.joined(plans, lane) }
    var best = plans[0]
    for plan in plans where plan.cost.isFinite {
      let (more, fewer) = (plan.group.nonzeroBitCount, best.group.nonzeroBitCount)
      if more > fewer || (more == fewer && plan.isBetter(than: best)) { best = plan }
    }
    best.grid = grid
    self.best = best
  }

  /// The best lane for every group.
  private static func lane(_ costs: [[Double]], _ grid: [Int32], _ away: Int) -> [Plan] {
    let groups = 1 << costs.count
    var none = [Plan](repeating: .impossible, count: groups)
    none[0].cost = 0
    // From each start on; the last has no start left.
    var table = [[Plan]](repeating: none, count: grid.count + 1)
    for start in grid.indices.reversed() {
      let free = grid.firstIndex { Int($0) >= Int(grid[start]) + away } ?? grid.count
      var current = table[start + 1]
      for person in costs.indices where costs[person][start].isFinite {
        let bit = 1 << person
        for group in 0..<groups where group & bit == 0 && table[free][group].cost.isFinite {
          var plan = table[free][group]
          plan.cost += costs[person][start]
          plan.group = group | bit
          plan.order[person] = UInt16(start)
          if plan.isBetter(than: current[plan.group]) { current[plan.group] = plan }
        }
      }
      table[start] = current
    }
    return table[0]
  }

  private static func joined(_ plans: [Plan], _ lane: [Plan]) -> [Plan] {
    var result = plans
    for group in plans.indices {
      // Every part of the group but the empty one.
      var part = group
      while part > 0 {
        let (one, rest) = (lane[part], plans[group ^ part])
        if one.cost + rest.cost <= result[group].cost + NapSearch.tie {
          let plan = Plan(
            cost: one.cost + rest.cost, group: group, order: one.order &+ rest.order)
          if plan.isBetter(than: result[group]) { result[group] = plan }
        }
        part = (part - 1) & group
      }
    }
    return result
  }
}
