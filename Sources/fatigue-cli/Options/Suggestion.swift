import FatigueCore

/// What a mistyped word was meant to be.
enum Suggestion {
  /// The known word within two edits, else the first that `word` begins.
  static func nearest(to word: String, in known: [String]) -> String? {
    if let near = NearestName.nearest(to: word, in: known, within: 2) { return near }
    let start = word.lowercased()
    guard start.contains(where: \.isLetter) else { return nil }
    return known.first { $0.lowercased().hasPrefix(start) }
  }
}
