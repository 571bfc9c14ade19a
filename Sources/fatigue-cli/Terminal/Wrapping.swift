/// Lines of a given width.
enum Wrapping {
  /// Breaks at blanks so that no line is wider than `width` cells; a longer word is cut.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ") {
        var word = String(word)
        var cells = TextWidth.cells(word)
        if !line.isEmpty, used + 1 + cells <= width {
          line += " " + word
          used += 1 + cells
          continue
        }
        if !line.isEmpty { lines.append(line) }
        while cells > width {
          let head = TextWidth.prefix(word, cells: width)
          guard !head.isEmpty else { break }
          lines.append(head)
          word = String(word.unicodeScalars.dropFirst(head.unicodeScalars.count))
          cells = TextWidth.cells(word)
        }
        (line, used) = (word, cells)
      }
      lines.append(line)
    }
    return lines
  }

  /// The first line after `first`, the others indented alike.
  static func hanging(_ first: String, _ text: String, width: Int, indent: Int) -> String {
    let lines = lines(text, width: width - indent)
    let blanks = String(repeating: " ", count: indent)
    return first + lines.joined(separator: "\n" + blanks)
  }

  /// `text` with blanks after it up to `cells`.
  static func padded(_ text: String, _ cells: Int) -> String {
    text + String(repeating: " ", count: max(0, cells - TextWidth.cells(text)))
  }

  /// `text` with blanks before it up to `cells`.
  static func rightAligned(_ text: String, _ cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - TextWidth.cells(text))) + text
  }
}
