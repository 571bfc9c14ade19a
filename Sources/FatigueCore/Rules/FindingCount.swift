/// How many findings a rule has in one person, by status.
public struct FindingCount: Equatable, Sendable {
  var notes: UInt32 = 0
  var warnings: UInt32 = 0
  var disputed: UInt32 = 0
  var breaches: UInt32 = 0

  var isEmpty: Bool { notes | warnings | disputed | breaches == 0 }

  @inline(__always)
  mutating func add(_ status: FindingStatus) {
    switch status {
    case .note: notes += 1
    case .warning: warnings += 1
    case .disputed: disputed += 1
    case .breach: breaches += 1
    }
  }
}

/// Which rules have found something in anybody, by index in ``RuleBook/rules``.
public struct RulesFound: Sendable {
  private var isFound = [Bool](repeating: false, count: RuleBook.rules.count)

  init(_ findings: [Finding] = []) {
    for finding in findings { insert(finding.rule) }
  }

  @inline(__always)
  mutating func insert(_ rule: UInt16) { isFound[Int(rule)] = true }

  mutating func formUnion(_ others: RulesFound) {
    for rule in isFound.indices where others.isFound[rule] { isFound[rule] = true }
  }

  func contains(_ rule: UInt16) -> Bool { isFound[Int(rule)] }

  /// - Parameter isWanted: Of each rule of the book.
  func containsAny(of isWanted: [Bool]) -> Bool {
    zip(isFound, isWanted).contains { $0 && $1 }
  }
}
