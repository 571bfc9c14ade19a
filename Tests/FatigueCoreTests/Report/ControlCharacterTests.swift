import Testing

@testable import FatigueCore

@Suite("What is unsafe to show is spelled out")
struct ControlCharacterTests {
  // The quick look passes most texts; what it passes must be what the slow one leaves alone.
  @Test("Every scalar to U+3100, ends of what is unsafe, and tags: alone and between others")
  func scalars() {
    let values = [
      0..<0x3100, 0xD7F0..<0xD800, 0xE000..<0xE010, 0xFD00..<0x1_0010, 0xE_0000..<0xE_0200,
    ]
    for value in values.joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      for text in ["\(scalar)", "på\(scalar)–«ø", "20:00\(scalar)", "§\(scalar)#1"] {
        let escaped = ControlCharacters.escape(text)
        let expected = text.unicodeScalars.map {
          ControlCharacters.isUnsafe($0) ? ControlCharacters.escaped($0) : "\($0)"
        }.joined()
        // A colon after a space, and a sign of number after another, may begin a command.
        if scalar == "#" || scalar == ":" { continue }
        #expect(escaped == expected, "U+\(String(value, radix: 16)) in \(text)")
      }
    }
  }

  @Test(
    "Commands to build servers are broken, and nothing else is",
    arguments: [
      ("::error::x", "\\x3A:error::x"), ("a ::set-output", "a \\x3A:set-output"),
      ("##[command]", "\\x23#[command]"), ("æ ##vso[task", "æ \\x23#vso[task"),
      ("kl. 20:00–22:00 #1", "kl. 20:00–22:00 #1"), ("a::b", "a::b"), ("## Tittel", "## Tittel"),
    ])
  func commands(_ text: String, _ expected: String) {
    #expect(ControlCharacters.escape(text) == expected)
  }
}
