/// Lines of a given width.
enum Wrapping {
  /// Breaks at blanks so that no line is wider than `width` cells; a longer word is cut.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in words(paragraph) {
        var word = word
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

  /// The words of a paragraph; a paragraph sign stays with its number, a number with its unit.
  private static func words(_ paragraph: Substring) -> [String] {
    var words: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = words.last, last.hasSuffix("§") || last == "kl." || isQuantity(last, word) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private static func isQuantity(_ number: String, _ unit: Substring) -> Bool {
    guard let digit = number.utf8.last, (48...57).contains(digit) else { return false }
    let plain = unit.prefix { $0.isLetter || $0 == "%" }
    return ["t", "h", "min", "%"].contains(plain)
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
