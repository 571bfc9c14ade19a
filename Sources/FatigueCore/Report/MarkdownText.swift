/// Text for GitHub's Markdown, so that nothing from an input becomes a mark, a link or an element.
enum MarkdownText {
  /// One line of plain text; longer text ends in `…`.
  static func escaped(_ text: String, most: Int = 600) -> String {
    let plain = ControlCharacters.escape(text)
    var result = ""
    var last: Unicode.Scalar = " "
    for (count, scalar) in plain.unicodeScalars.enumerated() {
      guard count < most else { return result + "…" }
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!", "@", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // `://` and `www.` would become links.
      case "/" where last == ":", ".":
        if scalar == "/" || result.lowercased().hasSuffix("www") { result += "\\" }
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The head of a table; the columns from `numbers` on are aligned right.
  static func head(_ titles: [String], numbers: Int? = nil) -> String {
    let rules = titles.indices.map { $0 >= numbers ?? titles.count ? "---:" : "---" }
    return row(titles) + row(rules)
  }
}
