/// The findings of one rule in one lane: the gravest stands for all, and all are listed.
struct FindingGroup {
  let lane: Lane
  /// Index in ``RuleBook/rules``.
  let rule: Int
  /// In ``RosterAnalysis/findings``, gravest first, those waived last.
  let findings: [Int]
  /// The same as the rows of a table: by status and how far past the limit, those waived last.
  let rows: [Int]
  /// Not waived, by status, gravest first.
  let counts: [(status: FindingStatus, count: Int)]
  /// Who has any that is not waived.
  let people: Int

  /// By lane, then gravest first.
  static func all(_ report: CheckReport) -> [FindingGroup] {
    let findings = report.analysis.findings
    let rules = RuleBook.rules.count
    // An agreed limit puts some findings of a rule in the lane of agreements.
    var byGroup = [[Int]](repeating: [], count: rules * 2)
    for index in findings.indices {
      let finding = findings[index]
      let agreed = finding.isAgreed && RuleBook.rules[Int(finding.rule)].lane != .agreement
      byGroup[Int(finding.rule) + (agreed ? rules : 0)].append(index)
    }
    let groups = byGroup.enumerated().filter { !$0.element.isEmpty }.map { place, indices in
      FindingGroup(
        lane: place < rules ? RuleBook.rules[place].lane : .agreement, rule: place % rules,
        indices, report)
    }
    return Lane.allCases.flatMap { lane in
      groups.filter { $0.lane == lane }.sorted {
        CheckReport.precedes($0.findings[0], $1.findings[0], findings)
      }
    }
  }

  private init(lane: Lane, rule: Int, _ indices: [Int], _ report: CheckReport) {
    self.lane = lane
    self.rule = rule
    let all = report.analysis.findings
    findings = indices.sorted { CheckReport.precedes($0, $1, all) }
    rows = findings.enumerated().sorted { a, b in
      let (left, right) = (all[a.element], all[b.element])
      if left.isWaived != right.isWaived { return right.isWaived }
      if Finding.isGraver(left, right) { return true }
      return !Finding.isGraver(right, left) && a.offset < b.offset
    }.map(\.element)
    let counted = indices.filter { !all[$0].isWaived }
    counts = FindingStatus.allCases.reversed().compactMap { status in
      let count = counted.count { all[$0].status == status }
      return count > 0 ? (status, count) : nil
    }
    people = Set(counted.filter { !all[$0].isAboutPlan }.map { all[$0].person }).count
  }
}
