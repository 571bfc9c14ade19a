/// The test of one rule, taken out of it: a rule is large, and a worker runs its tests for every person.
struct RuleTest: Sendable {
  /// Index in ``RuleBook/rules``.
  let rule: UInt16
  private let evaluate: @Sendable (borrowing Evidence, inout [Finding]) -> Void

  init(_ rule: Int) {
    self.rule = UInt16(rule)
    evaluate = RuleBook.rules[rule].evaluate
  }

  func callAsFunction(_ evidence: borrowing Evidence, _ findings: inout [Finding]) {
    evaluate(evidence, &findings)
  }
}

extension Evidence {
  /// Runs some tests on the person at hand, and writes what they find after what is there.
  borrowing func run(_ tests: [RuleTest], into findings: inout [Finding]) {
    for test in tests {
      let first = findings.count
      test(self, &findings)
      for i in first..<findings.count {
        findings[i].rule = test.rule
        findings[i].person = UInt32(person)
      }
    }
  }
}
