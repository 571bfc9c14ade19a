/// A look from the 16 colours, so that the user's theme decides the shade.
enum Style: Int, Sendable {
  case bold = 1
  case faint = 2
  case underlined = 4
  case red = 31
  case green = 32
  case yellow = 33
  case blue = 34
  case magenta = 35
  case cyan = 36
}

extension Terminal {
  /// `text` with styles when this stream shows colour. Every line resets by itself.
  func styled(_ text: String, _ styles: Style..., on stream: Stream = .output) -> String {
    guard hasColour(stream), !text.isEmpty, !styles.isEmpty else { return text }
    let start = "\u{1B}[" + styles.map { String($0.rawValue) }.joined(separator: ";") + "m"
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : start + $0 + "\u{1B}[0m" }.joined(separator: "\n")
  }
}
