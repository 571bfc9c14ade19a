import FatigueCore

/// The variables the tool looks at, read once. An empty one counts as not set.
struct Environment: Sendable {
  /// Every variable that is read.
  static let names = [
    "FATIGUE_LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR", "CLICOLOR_FORCE",
    "FORCE_COLOR", "TERM", "COLUMNS", "SOURCE_DATE_EPOCH", "HOME",
  ]

  private let values: [String: String]

  init(_ values: [String: String] = [:]) { self.values = values.filter { !$0.value.isEmpty } }

  subscript(name: String) -> String? { values[name] }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

  /// `FATIGUE_LANG`, then `LC_ALL`, `LC_MESSAGES` and `LANG`: nb, nn and no give Norwegian.
  var language: Language {
    let name = first("FATIGUE_LANG", "LC_ALL", "LC_MESSAGES", "LANG") ?? ""
    let word = name.prefix { $0.isASCII && $0.isLetter }.lowercased()
    return ["nb", "nn", "no"].contains(word) ? .nb : .en
  }

  /// Whether the locale's character set is UTF-8.
  var isUTF8: Bool {
    let name = first("LC_ALL", "LC_CTYPE", "LANG") ?? "C"
    guard let dot = name.firstIndex(of: ".") else { return false }
    let set = name[name.index(after: dot)...].prefix { $0 != "@" }
    return ["utf-8", "utf8"].contains(set.lowercased())
  }
}
