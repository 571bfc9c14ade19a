import Synchronization

/// What reports ask an analysis for again and again, kept: found once for a person, not once for each
/// of the person's findings.
final class AnalysisMemo: Sendable {
  private let flips = Mutex<[Int: [Int: [FlipPoint]]]>([:])
  private let detail = Mutex<(person: Int, detail: PersonDetail)?>(nil)
  private let following = Mutex<[Int32]?>(nil)

  /// - Parameter find: The points of a person's findings, by their place in the analysis.
  func flipPoints(_ person: Int, _ find: () -> [Int: [FlipPoint]]) -> [Int: [FlipPoint]] {
    flips.withLock { known in
      if let points = known[person] { return points }
      let points = find()
      known[person] = points
      return points
    }
  }

  /// The person asked for last is kept.
  func detail(_ person: Int, _ find: () -> PersonDetail) -> PersonDetail {
    detail.withLock { known in
      if let known, known.person == person { return known.detail }
      let detail = find()
      known = (person, detail)
      return detail
    }
  }

  /// For each finding how many it causes.
  func following(_ findings: [Finding]) -> [Int32] {
    following.withLock { known in
      if let known { return known }
      var counts = [Int32](repeating: 0, count: findings.count)
      for finding in findings where finding.causedBy >= 0 { counts[Int(finding.causedBy)] += 1 }
      known = counts
      return counts
    }
  }
}
