/// Links findings to the one that explains them: same person, overlapping stretch, and a rule that
/// the finding's own rule names.
enum RootCauses {
  /// For each rule the indices of the rules that explain it.
  private static let explainers: [[UInt16]] = RuleBook.rules.map { rule in
    rule.explainedBy.compactMap { id in
      RuleBook.index(id).map(UInt16.init)
    }
  }

  /// - Parameter findings: One person's, in rule order; those of one rule ascend in time.
  static func link(_ findings: inout [Finding]) {
    guard findings.count > 1 else { return }
    var places = [Range<Int>](repeating: 0..<0, count: RuleBook.rules.count)
    for (index, finding) in findings.enumerated() {
      let rule = Int(finding.rule)
      places[rule] = (places[rule].isEmpty ? index : places[rule].lowerBound)..<index + 1
    }
    for i in findings.indices {
      for explainer in explainers[Int(findings[i].rule)] {
        if let cause = first(in: places[Int(explainer)], overlapping: i, findings) {
          findings[i].causedBy = Int32(cause)
          break
        }
      }
    }
    gather(&findings)
  }

  /// A finding about a longer stretch has no single shift to blame.
  private static let longest: Int64 = 72 * 3600

  /// Findings that point at one shift follow from the gravest of them: one call-out, many
  /// consequences.
  private static func gather(_ findings: inout [Finding]) {
    var gravest: [Int32: Int] = [:]
    func isLocal(_ finding: Finding) -> Bool {
      finding.causedBy < 0 && finding.shift >= 0
        && Int64(finding.to) - Int64(finding.from) <= longest
    }
    for i in findings.indices where isLocal(findings[i]) {
      guard let known = gravest[findings[i].shift] else {
        gravest[findings[i].shift] = i
        continue
      }
      if findings[i].status > findings[known].status { gravest[findings[i].shift] = i }
    }
    for i in findings.indices where isLocal(findings[i]) {
      if let cause = gravest[findings[i].shift], cause != i { findings[i].causedBy = Int32(cause) }
    }
  }

  /// The first of some findings that overlaps another one: a binary search, as ends ascend too.
  private static func first(
    in range: Range<Int>, overlapping i: Int, _ findings: [Finding]
  ) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].to <= findings[i].from { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, findings[low].from < findings[i].to else { return nil }
    return low
  }
}
