/// How the path of an input is shown: as given when it is relative and stays inside the working
/// directory, else only its last component, so that no report tells where a machine keeps files.
enum DisplayPath {
  static let standardInput = "<stdin>"

  static func shown(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let last = parts.last.map(String.init) ?? path
    guard !path.hasPrefix("/") else { return last }
    var kept: [Substring] = []
    for part in parts {
      if part != ".." {
        kept.append(part)
      } else if kept.popLast() == nil {
        return last
      }
    }
    return kept.isEmpty ? last : kept.joined(separator: "/")
  }

  /// The same text for `a.csv`, `./a.csv` and `b/../a.csv`, so that two spellings of one file meet.
  /// Links are not followed.
  static func normalised(_ path: String) -> String {
    var kept: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = kept.last, last != ".." {
        kept.removeLast()
      } else {
        kept.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + kept.joined(separator: "/")
  }
}
