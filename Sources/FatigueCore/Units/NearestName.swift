/// The known name that a mistyped one was probably meant to be.
public enum NearestName {
  /// - Parameters:
  ///   - name: What was written; over 64 letters nothing is looked for.
  ///   - known: The names that would have been right.
  ///   - edits: How many letters may differ, always fewer than there are; nil for a third of them
  ///     (`Assumed:` beyond that a suggestion is noise).
  /// - Returns: The known name with the fewest changed, added, left out or swapped letters, upper
  ///   and lower case being equal; the first of several. nil when more than `edits` differ.
  public static func nearest(
    to name: String, in known: some Sequence<String>, within edits: Int? = nil
  ) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard (1...64).contains(wanted.count) else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased().utf8)
      let longest = max(wanted.count, letters.count)
      let limit = edits.map { min($0, longest - 1) } ?? max(1, longest / 3)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let changes = distance(wanted, letters)
      if changes <= limit, best.map({ changes < $0.distance }) ?? true {
        best = (candidate, changes)
      }
    }
    return best?.name
  }

  /// Letters changed, added, left out, or swapped with their neighbour.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var (before, previous) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var changes = min(previous[j + 1], row[j]) + 1
        changes = min(changes, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          changes = min(changes, before[j - 1] + 1)
        }
        row.append(changes)
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
