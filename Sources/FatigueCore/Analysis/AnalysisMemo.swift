import Synchronization

/// What reports ask an analysis for again and again, kept: found once for a person, not once for each
/// of the person's findings.
final class AnalysisMemo: Sendable {
  /// What it has found out about one person helps with the next.
  let bench: Mutex<PersonAnalyser>
  private let flips = Mutex<[Int: [Int: [FlipPoint]]]>([:])
  private let detail = Mutex<(person: Int, detail: PersonDetail)?>(nil)
  private let following = Mutex<Following?>(nil)

  /// - Parameter bench: That has looked at nobody yet.
  init(_ bench: PersonAnalyser) { self.bench = Mutex(bench) }

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

  /// What follows from a finding, by place and ascending.
  func following(_ index: Int, _ findings: [Finding]) -> [Int] {
    following.withLock { known in
      let all = known ?? Following(findings)
      known = all
      return all[index]
    }
  }

  /// For each finding those that follow from it, one after the other in one list.
  private struct Following {
    private var ends: [Int32]
    private var list: [Int32]

    init(_ findings: [Finding]) {
      ends = [Int32](repeating: 0, count: findings.count + 1)
      for i in findings.indices where findings[i].causedBy >= 0 {
        ends[Int(findings[i].causedBy) + 1] += 1
      }
      for i in findings.indices { ends[i + 1] += ends[i] }
      list = [Int32](repeating: 0, count: Int(ends[findings.count]))
      // Where each one's part begins now comes to where it ends.
      for i in findings.indices where findings[i].causedBy >= 0 {
        let cause = Int(findings[i].causedBy)
        list[Int(ends[cause])] = Int32(i)
        ends[cause] += 1
      }
    }

    subscript(index: Int) -> [Int] {
      let first = index > 0 ? ends[index - 1] : 0
      return list[Int(first)..<Int(ends[index])].map(Int.init)
    }
  }
}
