import Synchronization

/// What reports ask an analysis for again and again, kept: found once for a person, not once for each
/// of the person's findings.
final class AnalysisMemo: Sendable {
  private let flips = Mutex<[Int: [Int: [FlipPoint]]]>([:])
  private let detail = Mutex<(person: Int, detail: PersonDetail)?>(nil)
  private let following = Mutex<[Int: [Int]]?>(nil)

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

  /// Of findings that explain others which these are, by place.
  func following(_ findings: [Finding]) -> [Int: [Int]] {
    following.withLock { known in
      if let known { return known }
      var groups: [Int: [Int]] = [:]
      for (index, finding) in findings.enumerated() where finding.causedBy >= 0 {
        groups[Int(finding.causedBy), default: []].append(index)
      }
      known = groups
      return groups
    }
  }
}
