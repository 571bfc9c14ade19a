/// How many findings each person has, by lane and status: all that a table of people needs, so that the
/// findings themselves need not be kept.
public struct FindingTally: Sendable {
  private static let width = FindingStatus.allCases.count
  private static let stride = Lane.allCases.count * width

  /// By person, lane and status.
  private var counts: [UInt32] = []
  /// One finding of each rule that anybody has.
  private(set) var samples: [Finding] = []
  private var isKnown = [Bool](repeating: false, count: RuleBook.rules.count)

  /// - Parameter people: For how many there is to be room.
  init(people: Int = 0) {
    counts.reserveCapacity(people * Self.stride)
    if people > 0 { samples.reserveCapacity(RuleBook.rules.count) }
  }

  /// Adds the next person.
  ///
  /// - Parameter findings: Those of one rule lie together, and are counted together where they are alike.
  mutating func add(_ findings: [Finding]) {
    let (person, findings) = (counts.count, findings.span)
    counts.append(contentsOf: repeatElement(0, count: Self.stride))
    var i = 0
    while i < findings.count {
      let (rule, status) = (findings[i].rule, findings[i].status)
      let (first, isAgreed) = (i, findings[i].isAgreed)
      repeat {
        i += 1
      } while i < findings.count && findings[i].rule == rule
        && findings[i].status == status && findings[i].isAgreed == isAgreed
      let lane = RuleBook.lanePlace(of: findings[first])
      counts[person + lane * Self.width + Int(status.rawValue)] += UInt32(i - first)
      if !isKnown[Int(rule)] { keep(findings[first]) }
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
    counts[person * Self.stride + lane * Self.width + Int(status.rawValue)]
  }

  /// Whether anybody has a finding of a lane that is at least as grave.
  public func has(_ lane: Lane, atLeast mildest: FindingStatus) -> Bool {
    let place = Lane.allCases.firstIndex(of: lane) ?? 0
    return FindingStatus.allCases.contains { status in
      status >= mildest
        && Swift.stride(
          from: place * Self.width + Int(status.rawValue), to: counts.count, by: Self.stride
        ).contains { counts[$0] > 0 }
    }
  }
}
