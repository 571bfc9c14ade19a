/// Small questions about bytes of UTF-8 text, so that the readers make no strings on the way.
enum ByteText {
  static let quote = UInt8(ascii: "\"")
  static let newline: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let tab: UInt8 = 9
  static let space: UInt8 = 32

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// The range without blanks around it: space, tab, line ends and Unicode's no-break and
  /// zero-width spaces.
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let width = blankWidth(bytes, at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let width = blankWidth(bytes, endingAt: end, from: start)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  /// Bytes of the blank that starts here, 0 when none does.
  static func blankWidth(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int {
    let first = bytes[start]
    if first <= 32 { return first == 32 || (9...13).contains(first) ? 1 : 0 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 { return start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : 0 }
    guard start + 2 < end else { return 0 }
    return isWideBlank(first, bytes[start + 1], bytes[start + 2]) ? 3 : 0
  }

  private static func blankWidth(_ bytes: Span<UInt8>, endingAt end: Int, from start: Int) -> Int {
    let last = bytes[end - 1]
    if last <= 32 { return last == 32 || (9...13).contains(last) ? 1 : 0 }
    if last < 0x80 { return 0 }
    if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
    guard end - 3 >= start else { return 0 }
    return isWideBlank(bytes[end - 3], bytes[end - 2], last) ? 3 : 0
  }

  /// U+2000–200B, 2028, 2029, 202F, 205F, 2060 and FEFF.
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): c <= 0x8B || c == 0xA8 || c == 0xA9 || c == 0xAF
    case (0xE2, 0x81): c == 0x9F || c == 0xA0
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }

  /// Whether the bytes are these ASCII letters, capital or small.
  static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
    guard word.utf8.count == range.count else { return false }
    let word = word.utf8.span
    for i in word.indices {
      let (a, b) = (bytes[range.lowerBound + i], word[i])
      if a != b, lowercased(a) != lowercased(b) { return false }
    }
    return true
  }

  /// Whether the file goes on here with these ASCII characters, capital or small.
  static func starts(_ bytes: Span<UInt8>, at start: Int, with word: String) -> Bool {
    let end = start + word.utf8.count
    return start >= 0 && end <= bytes.count && matches(bytes, start..<end, word)
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  /// The text as a string: no-break spaces become spaces, bytes that are not UTF-8 U+FFFD.
  static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xC2, i + 1 < range.upperBound, bytes[i + 1] == 0xA0 {
        copy.append(space)
        i += 2
      } else {
        copy.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: copy, as: UTF8.self)
  }

  /// Small letters and digits only, `æøå` kept: what column names and words are compared by.
  static func folded(_ text: String) -> String {
    var ascii: [UInt8] = []
    for byte in text.utf8 {
      let letter = lowercased(byte)
      if isDigit(byte) || letter &- 97 < 26 { ascii.append(letter) }
      if byte >= 0x80 { return foldedScalars(text) }
    }
    return String(decoding: ascii, as: UTF8.self)
  }

  private static func foldedScalars(_ text: String) -> String {
    var result = ""
    for scalar in text.precomposed.unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// Characters of a value that are shown in a message.
  static let shownCharacters = 40

  /// A value as shown in a message: cut, control characters and bytes that are not text escaped.
  static func shown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var result = ""
    var shown = 0
    var i = range.lowerBound
    while i < range.upperBound {
      guard shown < shownCharacters else { return result + "…" }
      let width = sequenceWidth(bytes, at: i, before: range.upperBound)
      if width == 0 {
        result += "\\x" + hexadecimal(bytes[i])
      } else if bytes[i] < 32 || bytes[i] == 127 {
        result += escaped(bytes[i])
      } else {
        var copy: [UInt8] = []
        for k in i..<i + width { copy.append(bytes[k]) }
        result += String(decoding: copy, as: UTF8.self).unicodeScalars.map(escaped).joined()
      }
      shown += 1
      i += max(1, width)
    }
    return result
  }

  static func shown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return shown(bytes.span, 0..<bytes.count)
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case 0: "\\0"
    case 9: "\\t"
    case 10: "\\n"
    case 13: "\\r"
    default: "\\x" + hexadecimal(byte)
    }
  }

  /// Characters that turn text around or hide it are written by number.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x80...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: String(scalar)
    }
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  /// Bytes of the UTF-8 sequence that starts here, 0 when it is not valid.
  static func sequenceWidth(_ bytes: Span<UInt8>, at i: Int, before end: Int) -> Int {
    let first = bytes[i]
    if first < 0x80 { return 1 }
    func continues(_ k: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + k < end && range.contains(bytes[i + k])
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// The first byte that is not part of valid UTF-8.
  static func firstInvalid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    while i < range.upperBound {
      let width = sequenceWidth(bytes, at: i, before: range.upperBound)
      if width == 0 { return i }
      i += width
    }
    return nil
  }
}

extension String {
  /// `A` followed by a combining ring as `Å`: only the letters that Nordic names and headers use.
  var precomposed: String {
    guard unicodeScalars.contains(where: { (0x300...0x30A).contains($0.value) }) else {
      return self
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let last = result.last, let whole = Self.composed[[last, scalar]] {
        result.removeLast()
        result.append(whole)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let composed: [[Unicode.Scalar]: Unicode.Scalar] = [
    ["a", "\u{30A}"]: "å", ["A", "\u{30A}"]: "Å", ["o", "\u{308}"]: "ö", ["O", "\u{308}"]: "Ö",
    ["a", "\u{308}"]: "ä", ["A", "\u{308}"]: "Ä", ["e", "\u{301}"]: "é", ["E", "\u{301}"]: "É",
    ["u", "\u{308}"]: "ü", ["U", "\u{308}"]: "Ü", ["e", "\u{300}"]: "è", ["o", "\u{301}"]: "ó",
  ]
}
