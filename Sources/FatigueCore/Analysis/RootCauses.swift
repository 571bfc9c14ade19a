/// Links findings to the one that explains them: same person, overlapping stretch, and a rule that
/// the finding's own rule names.
///
/// A worker keeps one, so that no person costs an allocation.
struct RootCauses: Sendable {
  /// For each rule the indices of the rules that explain it.
  private static let explainers: [[UInt16]] = RuleBook.rules.map { rule in
    rule.explainedBy.compactMap { id in
      RuleBook.index(id).map(UInt16.init)
    }
  }

  /// For each rule the places of its findings.
  private var places = [Range<Int>](repeating: 0..<0, count: RuleBook.rules.count)
  /// For each of the person's shifts the gravest finding that points at it; -1 when none does.
  private var gravest: [Int32] = []

  /// - Parameters:
  ///   - findings: One person's, in rule order; those of one rule ascend in time.
  ///   - shifts: The person's place in ``Roster/shifts``.
  mutating func link(_ findings: inout [Finding], of shifts: Range<Int>) {
    guard findings.count > 1 else { return }
    for i in places.indices { places[i] = 0..<0 }
    var first = 0
    while first < findings.count {
      let rule = findings[first].rule
      var next = first + 1
      while next < findings.count, findings[next].rule == rule { next += 1 }
      places[Int(rule)] = first..<next
      first = next
    }
    let explainers = Self.explainers
    for i in findings.indices {
      for explainer in explainers[Int(findings[i].rule)] where !places[Int(explainer)].isEmpty {
        // What is milder explains nothing: a breach must not hide behind a disputed point.
        if let cause = Self.first(in: places[Int(explainer)], overlapping: i, findings),
          findings[cause].status >= findings[i].status
        {
          findings[i].causedBy = Int32(cause)
          break
        }
      }
    }
    gather(&findings, shifts)
  }

  /// Findings that stand after so many others now.
  static func move(_ findings: inout [Finding], from first: Int, by places: Int) {
    let places = Int32(clamping: places)
    for i in first..<findings.count where findings[i].causedBy >= 0 {
      findings[i].causedBy += places
    }
  }

  /// A finding about a longer stretch has no single shift to blame.
  private static let longest: Int64 = 72 * 3600

  /// Findings that point at one shift follow from the gravest of them: one call-out, many
  /// consequences.
  private mutating func gather(_ findings: inout [Finding], _ shifts: Range<Int>) {
    gravest.removeAll(keepingCapacity: true)
    gravest.append(contentsOf: repeatElement(-1, count: shifts.count))
    for i in findings.indices {
      guard let shift = Self.onlyShift(of: findings[i], shifts) else { continue }
      let known = Int(gravest[shift])
      if known < 0 || findings[i].status > findings[known].status { gravest[shift] = Int32(i) }
    }
    for i in findings.indices {
      guard let shift = Self.onlyShift(of: findings[i], shifts) else { continue }
      if Int(gravest[shift]) != i { findings[i].causedBy = gravest[shift] }
    }
  }

  /// The shift that a finding not explained yet points at, by its place among the person's; nil when
  /// it is about a longer stretch.
  @inline(__always)
  private static func onlyShift(of finding: Finding, _ shifts: Range<Int>) -> Int? {
    guard finding.causedBy < 0, shifts.contains(Int(finding.shift)),
      Int64(finding.to) - Int64(finding.from) <= longest
    else { return nil }
    return Int(finding.shift) - shifts.lowerBound
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
