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
}
