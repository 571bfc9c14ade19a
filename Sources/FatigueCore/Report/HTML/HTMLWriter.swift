/// Writes HTML: markup of our own as it stands, everything else escaped.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup that this program wrote; never anything from an input.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// The same, in bytes.
  mutating func markup(_ bytes: [UInt8]) { self.bytes += bytes }

  mutating func raw(_ number: Int) { bytes += String(number).utf8 }

  /// Any text: it stays text whatever it holds, and nothing in it turns the direction of the line.
  mutating func text(_ text: String) {
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes += text.utf8
      return
    }
    for byte in ControlCharacters.escape(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// ` name="value"`
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    text(value)
    raw("\"")
  }

  /// `<tag>text</tag>`
  ///
  /// - Parameter classes: As the attribute has them; none when empty.
  mutating func element(_ tag: String, _ text: String, class classes: String = "") {
    raw(classes.isEmpty ? "<\(tag)>" : "<\(tag) class=\"\(classes)\">")
    self.text(text)
    raw("</\(tag)>")
  }

  /// A link to an element of the page.
  mutating func link(_ id: String, _ text: String) {
    raw("<a href=\"#\(id)\">")
    self.text(text)
    raw("</a>")
  }

  /// A link out of the page, where the address is one that a browser may be sent to; else the text.
  mutating func link(outside address: String?, _ text: String) {
    guard let address, address.hasPrefix("https://") else { return self.text(text) }
    raw("<a rel=\"noreferrer\"")
    attribute("href", address)
    raw(">")
    self.text(text)
    raw("</a>")
  }

  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Printable ASCII that means nothing in HTML.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }
}
