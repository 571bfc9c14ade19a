/// The test of one rule, taken out of it: a rule is large, and a worker runs its tests for every person.
struct RuleTest: Sendable {
  /// Index in ``RuleBook/rules``.
  let rule: UInt16
  /// The place of the rule's lane in `Lane.allCases`; what is agreed stands in another.
  let lanePlace: Int
  /// Reads what the models say of the person's duties.
  let asksModel: Bool
  /// Tells how many findings the test has where there is a shorter way than making them (``Rule/count``).
  let count: (@Sendable (borrowing Evidence) -> FindingCount?)?
  private let evaluate: @Sendable (borrowing Evidence, inout [Finding]) -> Void

  init(_ rule: Int) {
    self.rule = UInt16(rule)
    lanePlace = RuleBook.lanePlace(of: self.rule)
    asksModel = RuleBook.rules[rule].lane == .model || RuleBook.rules[rule].needsModel
    (count, evaluate) = (RuleBook.rules[rule].count, RuleBook.rules[rule].evaluate)
  }

  @inline(__always)
  func callAsFunction(_ evidence: borrowing Evidence, _ findings: inout [Finding]) {
    evaluate(evidence, &findings)
  }
}

extension Evidence {
  /// Runs some tests on the person at hand, and writes what they find after what is there.
  borrowing func run(_ tests: [RuleTest], into findings: inout [Finding]) {
    let (tests, person) = (tests.span, UInt32(person))
    for k in tests.indices {
      let first = findings.count
      tests[k](self, &findings)
      guard findings.count > first else { continue }
      var found = findings.mutableSpan
      for i in first..<found.count {
        found[i].rule = tests[k].rule
        found[i].person = person
      }
    }
  }
}
