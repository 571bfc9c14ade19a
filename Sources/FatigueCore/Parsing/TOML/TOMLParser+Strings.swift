extension TOMLParser {
  /// A string in any of the four kinds of quotes.
  mutating func readString() throws(TOMLError) -> String {
    if goesOn(with: "\"\"\"") || goesOn(with: "'''") { return try readLongString() }
    return try readOneLineString()
  }

  /// `"…"` or `'…'`. What is wrong inside is reported, and the string read to its end.
  mutating func readOneLineString() throws(TOMLError) -> String {
    let start = at
    let quote = bytes[at]
    at += 1
    var text: [UInt8] = []
    while let byte = next {
      if byte == quote {
        at += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == 10 || (byte == 13 && peek(1) == 10) { break }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        readEscape(into: &text)
      } else {
        readPlain(byte, into: &text)
      }
    }
    throw TOMLError(.stringNotClosed, start..<at)
  }

  /// `"""…"""` or `'''…'''`. A line end is LF in the value, whatever it is in the document.
  private mutating func readLongString() throws(TOMLError) -> String {
    let start = at
    let quote = bytes[at]
    at += 3
    _ = takeNewline()
    var text: [UInt8] = []
    while let byte = next {
      if byte == quote {
        var count = 0
        while count < 5, peek(count) == quote { count += 1 }
        at += count
        // One or two quotes are text, also right before the three that close.
        text += [UInt8](repeating: quote, count: count >= 3 ? count - 3 : count)
        if count >= 3 { return String(decoding: text, as: UTF8.self) }
      } else if takeNewline() {
        text.append(10)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if !skipFoldedLine() { readEscape(into: &text) }
      } else {
        readPlain(byte, into: &text)
      }
    }
    // The rest of the document is inside the string; reading goes on after its first line.
    at = start + 3
    throw TOMLError(.multiLineStringNotClosed, start..<start + 3)
  }

  private mutating func readPlain(_ byte: UInt8, into text: inout [UInt8]) {
    if Self.isControl(byte) { report(TOMLError(.controlCharacter(byte), at..<at + 1)) }
    text.append(byte)
    at += 1
  }

  /// A backslash at the end of a line, with the line end and all blanks and line ends after it.
  private mutating func skipFoldedLine() -> Bool {
    let start = at
    at += 1
    skipBlanks()
    guard takeNewline() else {
      at = start
      return false
    }
    repeat { skipBlanks() } while takeNewline()
    return true
  }

  /// `\n`, `\u00E5` and so on. A wrong one is reported and left out.
  private mutating func readEscape(into text: inout [UInt8]) {
    let start = at
    at += 1
    let letter = next ?? 0
    let plain: UInt8? =
      switch letter {
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "f"): 12
      case UInt8(ascii: "r"): 13
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
      default: nil
      }
    if let plain {
      text.append(plain)
      at += 1
    } else if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
      at += 1
      let wanted = letter == UInt8(ascii: "u") ? 4 : 8
      guard let scalar = readScalar(digits: wanted) else {
        report(TOMLError(.badUnicodeEscape(self.text(start..<at)), start..<at))
        return
      }
      text += Array(String(scalar).utf8)
    } else {
      if letter > 32, letter < 127 { at += 1 }
      report(TOMLError(.badEscape(self.text(start..<at)), start..<at))
    }
  }

  /// Exactly so many hexadecimal digits, naming a character; reads as many as there are.
  private mutating func readScalar(digits: Int) -> Unicode.Scalar? {
    var value: UInt32 = 0
    var count = 0
    while count < digits, let byte = next, let digit = Self.digit(byte), digit < 16 {
      value = value << 4 | UInt32(digit)
      at += 1
      count += 1
    }
    return count == digits ? Unicode.Scalar(value) : nil
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...70: Int(byte) - 55
    case 97...102: Int(byte) - 87
    default: nil
    }
  }
}
