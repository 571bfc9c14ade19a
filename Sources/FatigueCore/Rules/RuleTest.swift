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
