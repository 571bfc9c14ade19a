/// Where rules have told something, for those who ask whether it overlaps something else of its kind.
struct ToldSpans {
  private struct Kind: Hashable {
    var rule: UInt16
    var unit: MeasureUnit
  }

  private struct Span {
    var from: Int32
    /// The latest end of this one and all that begin before it.
    var latest: Int32
  }

  private var spans: [Kind: [Span]] = [:]

  init(_ findings: [Finding]) {
    for finding in findings.sorted(by: { $0.from < $1.from }) {
      let kind = Kind(rule: finding.rule, unit: finding.unit)
      let latest = max(spans[kind]?.last?.latest ?? finding.to, finding.to)
      spans[kind, default: []].append(Span(from: finding.from, latest: latest))
    }
  }

  /// Something of a finding's kind overlaps it, or where it would be some seconds later.
  ///
  /// - Complexity: O(log n).
  func overlaps(_ finding: Finding, later seconds: Int64 = 0) -> Bool {
    guard let own = spans[Kind(rule: finding.rule, unit: finding.unit)] else { return false }
    let (from, to) = (Int64(finding.from) + seconds, Int64(finding.to) + seconds)
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if Int64(own[middle].from) < to { low = middle + 1 } else { high = middle }
    }
    return low > 0 && Int64(own[low - 1].latest) > from
  }
}
