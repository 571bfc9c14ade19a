/// Finds the `fatigue.toml` that applies to a roster: in its folder, then upwards, the nearest one.
/// The search ends with a repository's root or the home folder.
struct ConfigurationSearch {
  static let fileName = "fatigue.toml"
  /// What the root of a repository holds.
  private static let roots = [".git", ".hg", ".svn", ".jj"]

  /// The home folder, nil when none is known.
  var home: String?

  /// - Parameter path: The roster as given; nil for the working directory.
  /// - Returns: The absolute path, nil when there is none.
  func file(for path: String?) -> String? {
    let start = path.map(Self.folder(of:)) ?? "."
    guard var folder = SystemIO.realPath(start) else { return nil }
    let home = home.flatMap(SystemIO.realPath)
    while true {
      let base = folder == "/" ? "/" : folder + "/"
      if SystemIO.exists(base + Self.fileName) { return base + Self.fileName }
      if folder == "/" || folder == home { return nil }
      if Self.roots.contains(where: { SystemIO.exists(base + $0) }) { return nil }
      folder = Self.folder(of: folder)
    }
  }

  /// `a/b` of `a/b/c`, `.` of `c`, `/` of `/c`.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A found path as it is shown: relative inside the working directory, else only its name.
  static func shown(_ path: String) -> String {
    if let here = SystemIO.realPath("."), path.hasPrefix(here + "/") {
      return String(path.dropFirst(here.count + 1))
    }
    return DisplayPath.shown(path)
  }
}
