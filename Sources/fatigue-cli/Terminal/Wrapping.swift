/// Lines of a given width.
enum Wrapping {
  /// Breaks at blanks so that no line is wider than `width` cells; a longer word is cut.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in Array(text.utf8).split(separator: newline, omittingEmptySubsequences: false) {
      wrap(words(paragraph), max(1, width), &lines)
    }
    return lines
  }

  private static let newline = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")

  /// Puts words on lines as long as they fit.
  private static func wrap(_ words: [String], _ width: Int, _ lines: inout [String]) {
    var line = ""
    var used = 0
    for word in words {
      var word = word
      var cells = TextWidth.cells(word)
      if !line.isEmpty, used + 1 + cells <= width {
        line += " "
        line += word
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

  /// The words of a paragraph; a paragraph sign stays with its number, a number with its unit.
  private static func words(_ paragraph: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var last: ArraySlice<UInt8> = []
    for word in paragraph.split(separator: blank) {
      let text = String(decoding: word, as: UTF8.self)
      if staysWith(last, word) {
        words[words.count - 1] += " " + text
      } else {
        words.append(text)
      }
      last = word
    }
    return words
  }

  /// Whether a word may not stand on another line than the one before.
  private static func staysWith(_ last: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    guard let end = last.last else { return false }
    switch end {
    // The last byte of `§`.
    case 0xA7: return last.count > 1 && last[last.endIndex - 2] == 0xC2
    case UInt8(ascii: "."): return last.elementsEqual("kl.".utf8)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isUnit(word)
    default: return false
    }
  }

  /// Whether a word is hours, minutes or percent, perhaps with a sign after it.
  private static func isUnit(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, "thm%".utf8.contains(first) else { return false }
    let letters = String(decoding: word, as: UTF8.self).prefix { $0.isLetter || $0 == "%" }
    return ["t", "h", "min", "%"].contains(letters)
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
