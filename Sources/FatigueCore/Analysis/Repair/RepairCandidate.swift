/// An exchange that is being weighed, with what it makes of the two or three people in it.
struct RepairCandidate: Sendable {
  var transfers: [Transfer]
  /// Everybody in it, in order, with their plans before and after.
  var people: [Int] = []
  var before: [PlanLoad] = []
  var after: [PlanLoad] = []
  /// Seconds that working times are away from what people had, all together.
  var deviation: Int64 = 0
  /// Chooses among equals, by the seed.
  var lot: UInt64 = 0

  /// A day off with a code that nobody gets in return.
  var losesDayOff: Bool { transfers.contains { $0.to == Transfer.nobody } }

  /// What a lane has more or less of than before, all people together.
  func change(_ lane: Lane) -> LaneCount {
    zip(before, after).reduce(LaneCount()) { $0 + ($1.1[lane] - $1.0[lane]) }
  }

  /// Breaches and what is disputed, of law or agreement.
  func graveChange(_ lane: Lane) -> LaneCount { change(lane).grave }

  /// Whoever is worst off by research or model gets worse off than anybody in it was.
  var isUnfair: Bool { !isFair(.research) || !isFair(.model) }

  /// Rests that are there again, below zero, or gone.
  var missingRestsChange: Int {
    zip(before, after).reduce(0) { $0 + $1.1.missingRests - $1.0.missingRests }
  }

  /// It asks no more of anybody's sleep than before: what an agreement could allow is worth no heavier plans.
  var isLight: Bool {
    !isUnfair && change(.research).warning <= 0 && change(.model).warning <= 0
  }

  var lawExcessChange: Int {
    zip(before, after).reduce(0) { $0 + $1.1.lawExcess - $1.0.lawExcess }
  }

  /// Nobody gets anything of law or agreement they did not have, and no more faults in the data.
  var sparesEverybody: Bool { zip(before, after).allSatisfy { $1.isNoWorseByLaw(than: $0) } }

  /// The lane of the people in it, worst off first, is no worse: whoever is worst off afterwards is no worse
  /// off than whoever was before.
  func isFair(_ lane: Lane) -> Bool {
    let old = before.map { $0[lane] }.sorted(by: >)
    let new = after.map { $0[lane] }.sorted(by: >)
    for (a, b) in zip(new, old) where a != b { return a < b }
    return true
  }

  /// Weekends and nights do not gather on anybody.
  var keepsFreeTimeFair: Bool {
    func worst(_ loads: [PlanLoad], _ value: (PlanLoad) -> Int) -> Int {
      loads.map(value).max() ?? 0
    }
    return worst(after, \.weekends) <= worst(before, \.weekends)
      && worst(after, \.nights) <= worst(before, \.nights)
  }

  /// What the law says first, then how little has to change and who has to bear it.
  static func isBetterByLaw(_ a: RepairCandidate, _ b: RepairCandidate) -> Bool {
    let (x, y) = (a.graveChange(.law), b.graveChange(.law))
    let (p, q) = (a.graveChange(.agreement), b.graveChange(.agreement))
    if x.breach != y.breach { return x.breach < y.breach }
    if p.breach != q.breach { return p.breach < q.breach }
    // What an agreement could allow is not cleared at the cost of the worst off while there is another way.
    if a.isUnfair != b.isUnfair { return b.isUnfair }
    if x.disputed != y.disputed { return x.disputed < y.disputed }
    if p.disputed != q.disputed { return p.disputed < q.disputed }
    if a.lawExcessChange != b.lawExcessChange { return a.lawExcessChange < b.lawExcessChange }
    return isGentler(a, b)
  }

  /// Which of two exchanges that do the same for the law asks less of people.
  private static func isGentler(_ a: RepairCandidate, _ b: RepairCandidate) -> Bool {
    if a.losesDayOff != b.losesDayOff { return !a.losesDayOff }
    if a.people.count != b.people.count { return a.people.count < b.people.count }
    for lane in [Lane.research, .model] {
      let (x, y) = (a.change(lane).warning, b.change(lane).warning)
      if x != y { return x < y }
    }
    return isLighter(a, b)
  }

  /// By research, then by the model, then by hours; never by a sum of lanes.
  static func isLighter(_ a: RepairCandidate, _ b: RepairCandidate) -> Bool {
    for lane in [Lane.research, .model] {
      let (x, y) = (a.change(lane), b.change(lane))
      if x != y { return x < y }
    }
    if a.transfers.count != b.transfers.count { return a.transfers.count < b.transfers.count }
    if a.deviation != b.deviation { return a.deviation < b.deviation }
    return a.lot < b.lot
  }
}

/// Steele, Lea and Flood's SplitMix64: small, and the same everywhere.
struct SplitMix: Sendable {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Below a bound that is 1 or more.
  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
