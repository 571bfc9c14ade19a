/// How many findings each person has, by lane and status: all that a table of people needs, so that the
/// findings themselves need not be kept.
public struct FindingTally: Sendable {
  private static let width = FindingStatus.allCases.count
  private static let lanes = Lane.allCases

  /// By person, lane and status.
  private var counts: [UInt32] = []
  /// One finding of each rule that anybody has.
  private(set) var samples: [Finding] = []
  private var isKnown = [Bool](repeating: false, count: RuleBook.rules.count)

  init() {}

  /// Adds the next person.
  mutating func add(_ findings: ArraySlice<Finding>) {
    let first = counts.count
    counts.append(contentsOf: repeatElement(0, count: Self.lanes.count * Self.width))
    for index in findings.indices {
      let rule = Int(findings[index].rule)
      let lane = RuleBook.lanePlace(of: findings[index])
      counts[first + lane * Self.width + Int(findings[index].status.rawValue)] += 1
      if !isKnown[rule] {
        isKnown[rule] = true
        samples.append(findings[index])
      }
    }
  }

  /// How many a person has.
  public func count(_ person: Int, _ lane: Lane, _ status: FindingStatus) -> Int {
    let place = Self.lanes.firstIndex(of: lane) ?? 0
    return Int(
      counts[(person * Self.lanes.count + place) * Self.width + Int(status.rawValue)])
  }

  /// Whether anybody has a finding of a lane that is at least as grave.
  public func has(_ lane: Lane, atLeast mildest: FindingStatus) -> Bool {
    let place = Self.lanes.firstIndex(of: lane) ?? 0
    let stride = Self.lanes.count * Self.width
    return FindingStatus.allCases.contains { status in
      status >= mildest
        && Swift.stride(
          from: place * Self.width + Int(status.rawValue), to: counts.count, by: stride
        ).contains { counts[$0] > 0 }
    }
  }
}
