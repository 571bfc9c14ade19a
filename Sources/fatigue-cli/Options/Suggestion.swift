/// The nearest of some known words.
enum Suggestion {
  /// The known word within two edits, or that `word` begins; the nearest, then the first.
  static func nearest(to word: String, in known: [String]) -> String? {
    let written = Array(word.lowercased().unicodeScalars.prefix(64))
    guard !written.isEmpty else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in known {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      var distance = edits(written, scalars)
      if distance > 2 || distance >= max(written.count, scalars.count) {
        guard scalars.starts(with: written) else { continue }
        distance = 3
      }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
