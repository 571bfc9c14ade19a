/// Makes text from an input safe to show: nothing in it can move the cursor, change colours, turn the
/// direction of the line, or be a command to a build server that reads its own log.
public enum ControlCharacters {
  /// The text with every unsafe character spelled out.
  public static func escape(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = Array(text.unicodeScalars)[...]
    guard scalars.contains(where: isUnsafe) || commandSign(in: scalars) != nil else { return text }
    var result = ""
    while !scalars.isEmpty {
      let command = commandSign(in: scalars) ?? scalars.endIndex
      for scalar in scalars[..<command] {
        if isUnsafe(scalar) {
          result += escaped(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      scalars = scalars[command...]
      // What follows is read on as if a word had begun before it.
      if let sign = scalars.popFirst() { result += escaped(sign) }
    }
    return result
  }

  /// A quick look: nothing that begins a command, of the signs of ASCII, the letters of Europe and the dashes and
  /// quotes of their texts.
  private static func isPlain(_ text: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x20..<0x7F:
        let isSign = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#")
        if isSign, byte == before.1 { return false }
      case 0x80..<0xC0:
        if before.1 == 0xC2, byte < 0xA0 || byte == 0xAD { return false }
        if before == (0xE2, 0x80), byte > 0x8A, byte < 0x90 || byte > 0xA7 { return false }
        if before.1 == 0xE2, byte == 0x81 { return false }
      case 0xC2..<0xCA, 0xE2: break
      default: return false
      }
      before = (before.1, byte)
    }
    return true
  }

  /// The sign that makes a command of `::word` at the beginning of a line (GitHub) and of
  /// `##word[` anywhere (GitHub, Azure, TeamCity). Any word may come to begin a line.
  private static func commandSign(
    in text: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>.Index? {
    text.indices.first { place in
      let next = text.index(after: place)
      guard next < text.endIndex, text[next] == text[place] else { return false }
      if text[place] == ":" {
        return place == text.startIndex || text[place - 1].properties.isWhitespace
      }
      guard text[place] == "#" else { return false }
      return text[(next + 1)...].first { !($0.isASCII && $0.properties.isAlphabetic) } == "["
    }
  }

  /// `\x1B` for a control character, `\u{202E}` for the wider ones.
  public static func escaped(_ scalar: Unicode.Scalar) -> String {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    guard scalar.value < 0x100 else { return "\\u{\(hexadecimal)}" }
    return "\\x" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
  }

  /// C0, DEL, C1, line and paragraph separators, marks of direction, byte order mark, and what nobody
  /// sees: annotation marks, tags and the second set of variation selectors, which can carry a text. Also
  /// what no text may hold (U+FFFF), since XML and HTML do not.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
