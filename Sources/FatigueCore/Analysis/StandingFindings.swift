/// The findings of one rule when something was tried, ready to be asked what they cover.
struct StandingFindings {
  /// Starts in order.
  private let starts: [Int32]
  /// By status, then by place in `starts`: the latest end of those so far that are as grave.
  private let reaches: [[Int32]]

  init(_ findings: [Finding]) {
    let sorted = findings.sorted { $0.from < $1.from }
    starts = sorted.map(\.from)
    reaches = FindingStatus.allCases.map { status in
      var latest = Int32.min
      return sorted.map { finding in
        if finding.status >= status { latest = max(latest, finding.to) }
        return latest
      }
    }
  }

  /// Whether one as grave or graver lies in the same time as a finding. O(log findings).
  func cover(_ finding: Finding) -> Bool {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < finding.to { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let status = FindingStatus.allCases.firstIndex(of: finding.status) else {
      return false
    }
    return reaches[status][low - 1] > finding.from
  }
}
