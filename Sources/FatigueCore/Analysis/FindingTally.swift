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
  mutating func add(_ findings: [Finding]) {
    let first = counts.count
    counts.append(contentsOf: repeatElement(0, count: Self.lanes.count * Self.width))
    for index in findings.indices {
      let lane = RuleBook.lanePlace(of: findings[index])
      counts[first + lane * Self.width + Int(findings[index].status.rawValue)] += 1
      keep(findings[index])
    }
  }

  /// Adds the people of another after these.
  mutating func append(_ more: FindingTally) {
    counts += more.counts
    for sample in more.samples { keep(sample) }
  }

  private mutating func keep(_ finding: Finding) {
    let rule = Int(finding.rule)
    guard !isKnown[rule] else { return }
    isKnown[rule] = true
    samples.append(finding)
  }

  /// How many a person has.
  ///
  /// - Parameter lane: Its place in `Lane.allCases`.
  func count(_ person: Int, _ lane: Int, _ status: FindingStatus) -> UInt32 {
    counts[(person * Self.lanes.count + lane) * Self.width + Int(status.rawValue)]
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
