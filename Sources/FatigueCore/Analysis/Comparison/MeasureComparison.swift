/// One measure over everybody in both plans.
public struct MeasureComparison: Sendable {
  /// How a measure is spread over people.
  public struct Spread: Sendable, Equatable {
    public var least: Double
    public var median: Double
    public var mean: Double
    public var most: Double

    init?(_ values: [Double]) {
      let sorted = values.sorted()
      guard let first = sorted.first, let last = sorted.last else { return nil }
      let middle = sorted.count / 2
      (least, most) = (first, last)
      median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      mean = sorted.reduce(0, +) / Double(sorted.count)
    }
  }

  /// Of those in both plans; nil for a group under five (`DESIGN` 2.15).
  public var before: Spread?
  public var after: Spread?
  /// How many of those in both plans it is worse and better for.
  public var worse = 0
  public var better = 0
  /// Indices in ``PlanComparison/people`` of who has it worst in each plan, those in both plans only;
  /// the first of several. Nil for a neutral measure.
  public var worstBefore: Int?
  public var worstAfter: Int?
}

extension PlanComparison {
  /// People a group needs before anything is said of it as a group.
  public static let smallestGroup = EffectSize.fewest

  /// - Parameter place: in ``measures``.
  public func measure(_ place: Int) -> MeasureComparison {
    var result = MeasureComparison()
    var (old, new): ([Double], [Double]) = ([], [])
    let better = measures[place].better
    var (worstBefore, worstAfter): ((Double, Int)?, (Double, Int)?)
    for (index, person) in matched.enumerated() {
      result.worse += person.losses.count { $0.item == .measure(place) }
      result.better += person.gains.count { $0.item == .measure(place) }
      guard let a = person.values[place].before, let b = person.values[place].after else {
        continue
      }
      old.append(a)
      new.append(b)
      guard better != .neutral else { continue }
      let sign = better == .less ? 1.0 : -1.0
      if worstBefore.map({ sign * a > $0.0 }) ?? true { worstBefore = (sign * a, index) }
      if worstAfter.map({ sign * b > $0.0 }) ?? true { worstAfter = (sign * b, index) }
    }
    (result.worstBefore, result.worstAfter) = (worstBefore?.1, worstAfter?.1)
    if old.count >= Self.smallestGroup {
      (result.before, result.after) = (.init(old), .init(new))
    }
    return result
  }

  /// How large the difference in a measure is beside how much people differ: d_av and d_z of those in both
  /// plans, d_s of everybody in each; those that can be computed.
  ///
  /// - Parameter place: in ``measures``.
  public func effects(_ place: Int) -> [EffectSize] {
    let (old, new) = pairs(place)
    let all = (
      people.compactMap { $0.values[place].before }, people.compactMap { $0.values[place].after }
    )
    var effects: [EffectSize] = []
    let paired = try? EffectSize.paired(old, new)
    if let paired { effects.append(paired) }
    if let effect = try? EffectSize.pairedByChange(old, new, beside: paired) {
      effects.append(effect)
    }
    if let first = GroupMoments(all.0), let second = GroupMoments(all.1),
      let effect = try? EffectSize.unpaired(first, second)
    {
      effects.append(effect)
    }
    return effects
  }

  /// The first of ``effects(_:)``; where it is d_av, the others are not computed.
  public func effect(_ place: Int) -> EffectSize? {
    let (old, new) = pairs(place)
    return (try? EffectSize.paired(old, new)) ?? effects(place).first
  }

  /// The values of those in both plans who have one in each.
  private func pairs(_ place: Int) -> (before: [Double], after: [Double]) {
    let both = matched.compactMap { person -> (Double, Double)? in
      let (old, new) = person.values[place]
      return old.flatMap { old in new.map { (old, $0) } }
    }
    return (both.map(\.0), both.map(\.1))
  }
}
