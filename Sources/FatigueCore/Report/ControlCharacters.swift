/// Makes text from an input safe to show: nothing in it can move the cursor, change colours or turn
/// the direction of the line.
public enum ControlCharacters {
  /// The text with every unsafe character spelled out.
  public static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += escaped(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `\x1B` for a control character, `\u{202E}` for the wider ones.
  public static func escaped(_ scalar: Unicode.Scalar) -> String {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    guard scalar.value < 0x100 else { return "\\u{\(hexadecimal)}" }
    return "\\x" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
  }

  /// C0, DEL, C1, line and paragraph separators, marks of direction, byte order mark.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF:
      true
    default: false
    }
  }
}
