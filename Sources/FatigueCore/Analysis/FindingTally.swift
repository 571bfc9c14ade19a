/// How many findings each person has, by lane and status: all that a table of people needs, so that the
/// findings themselves need not be kept.
public struct FindingTally: Sendable {
  private static let width = FindingStatus.allCases.count
  private static let stride = Lane.allCases.count * width

  /// By person, lane and status.
  private var counts: [UInt32] = []
  /// The rules that have found something in anybody.
  private(set) var rules = RulesFound()

  /// - Parameter people: For how many there is to be room.
  init(people: Int = 0) { counts.reserveCapacity(people * Self.stride) }

  /// Runs some tests, and counts what they find for the person last added by ``addPerson()``.
  ///
  /// - Parameter findings: Where a test writes what it cannot count without; it is left empty.
  mutating func run(
    _ tests: [RuleTest], on evidence: borrowing Evidence, _ findings: inout [Finding]
  ) {
    let tests = tests.span
    findings.removeAll(keepingCapacity: true)
    for k in tests.indices {
      if let count = tests[k].count?(evidence) {
        if !count.isEmpty { add(count, of: tests[k]) }
        continue
      }
      let first = findings.count
      tests[k](evidence, &findings)
      if findings.count > first { add(findings, from: first, of: tests[k]) }
    }
    findings.removeAll(keepingCapacity: true)
  }

  /// Adds the next person, with no findings so far.
  mutating func addPerson() {
    counts.append(contentsOf: repeatElement(0, count: Self.stride))
  }

  /// Adds what a rule has found in the last person added.
  @inline(__always)
  private mutating func add(_ count: FindingCount, of test: borrowing RuleTest) {
    let place = counts.count - Self.stride + test.lanePlace * Self.width
    counts[place + Int(FindingStatus.note.rawValue)] += count.notes
    counts[place + Int(FindingStatus.warning.rawValue)] += count.warnings
    counts[place + Int(FindingStatus.disputed.rawValue)] += count.disputed
    counts[place + Int(FindingStatus.breach.rawValue)] += count.breaches
    rules.insert(test.rule)
  }

  /// The same of findings themselves, from one on.
  private mutating func add(
    _ findings: [Finding], from first: Int, of test: borrowing RuleTest
  ) {
    let (person, findings) = (counts.count - Self.stride, findings.span)
    for i in first..<findings.count {
      let lane = findings[i].isAgreed ? RuleBook.placeOfAgreements : test.lanePlace
      counts[person + lane * Self.width + Int(findings[i].status.rawValue)] += 1
    }
    rules.insert(test.rule)
  }

  /// Adds the next person, with findings of any rules.
  mutating func add(_ findings: [Finding]) {
    addPerson()
    let person = counts.count - Self.stride
    for finding in findings {
      let lane = RuleBook.lanePlace(of: finding)
      counts[person + lane * Self.width + Int(finding.status.rawValue)] += 1
      rules.insert(finding.rule)
    }
  }

  /// Adds the people of another after these.
  mutating func append(_ more: FindingTally) {
    counts += more.counts
    rules.formUnion(more.rules)
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
