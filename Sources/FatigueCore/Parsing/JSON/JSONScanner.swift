/// A value of a JSON text, as far as an entry of a roster can hold it.
enum JSONScalar: Equatable {
  case text(String)
  case flag(Bool)
  case null
  /// A number, a list or an object: nothing that an entry has.
  case other(String)
}

/// What was wrong with a JSON text, and where.
struct JSONFault: Error {
  var offset: Int
  var expected: Localized
}

/// Reads JSON (RFC 8259) from bytes, one value at a time.
///
/// Never deeper than ``deepest`` and never past the end; O(bytes).
struct JSONScanner {
  private(set) var at = 0
  /// Lists and objects inside each other.
  static let deepest = 64

  init(at offset: Int = 0) { at = offset }

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while at < bytes.count, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
  }

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { at >= bytes.count }

  /// The next sign, after blanks; nil at the end.
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    skipBlanks(bytes)
    return at < bytes.count ? bytes[at] : nil
  }

  /// Takes a sign that must stand here.
  mutating func take(_ sign: Character, _ bytes: Span<UInt8>) throws(JSONFault) {
    guard peek(bytes) == sign.asciiValue else {
      throw JSONFault(offset: at, expected: Localized(nb: "«\(sign)»", en: "“\(sign)”"))
    }
    at += 1
  }

  /// Takes a sign if it stands here.
  mutating func takes(_ sign: Character, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == sign.asciiValue else { return false }
    at += 1
    return true
  }

  /// Leaves a row that could not be read: goes to the start of the next line.
  mutating func skipLine(_ bytes: Span<UInt8>) {
    while at < bytes.count, bytes[at] != 10 { at += 1 }
  }

  mutating func value(_ bytes: Span<UInt8>, depth: Int = 0) throws(JSONFault) -> JSONScalar {
    let start = at
    switch peek(bytes) ?? 0 {
    case UInt8(ascii: "\""): return .text(try string(bytes))
    case UInt8(ascii: "t") where word("true", bytes): return .flag(true)
    case UInt8(ascii: "f") where word("false", bytes): return .flag(false)
    case UInt8(ascii: "n") where word("null", bytes): return .null
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.deepest else {
        throw JSONFault(
          offset: at,
          expected: Localized(nb: "færre nivåer inne i hverandre", en: "fewer levels"))
      }
      try skip(bytes, depth: depth)
      return .other(Self.shown(bytes, start..<at))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
      return .other(Self.shown(bytes, start..<at))
    default:
      throw JSONFault(offset: at, expected: Localized(nb: "en verdi", en: "a value"))
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 43, 45, 46, 69, 101: true
    default: false
    }
  }

  private static func shown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    ByteText.string(bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + 40))
  }

  private mutating func word(_ word: String, _ bytes: Span<UInt8>) -> Bool {
    let end = at + word.utf8.count
    guard end <= bytes.count, ByteText.matches(bytes, at..<end, word) else { return false }
    at = end
    return true
  }

  /// Passes a list or an object over.
  private mutating func skip(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) {
    let isObject = bytes[at] == UInt8(ascii: "{")
    let close: Character = isObject ? "}" : "]"
    at += 1
    if takes(close, bytes) { return }
    while true {
      if isObject {
        guard peek(bytes) == UInt8(ascii: "\"") else {
          throw JSONFault(offset: at, expected: Localized(nb: "et navn", en: "a name"))
        }
        _ = try string(bytes)
        try take(":", bytes)
      }
      _ = try value(bytes, depth: depth + 1)
      if takes(",", bytes) { continue }
      return try take(close, bytes)
    }
  }

  /// A text in quotes, with its escapes undone.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    try take("\"", bytes)
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(bytes, &text)
      case 0..<32:
        throw JSONFault(
          offset: at, expected: Localized(nb: "anførselstegn", en: "a closing quote"))
      default:
        text.append(byte)
        at += 1
      }
    }
    throw JSONFault(offset: at, expected: Localized(nb: "anførselstegn", en: "a closing quote"))
  }

  private mutating func escape(_ bytes: Span<UInt8>, _ text: inout [UInt8]) throws(JSONFault) {
    let start = at
    at += 1
    guard at < bytes.count else {
      throw JSONFault(offset: start, expected: Localized(nb: "en flukt", en: "an escape"))
    }
    let sign = bytes[at]
    at += 1
    switch sign {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
    case UInt8(ascii: "u"):
      guard let high = unit(bytes) else {
        throw JSONFault(
          offset: start,
          expected: Localized(nb: "fire heksadesimale siffer", en: "four hexadecimal digits"))
      }
      var value = high
      if (0xD800..<0xDC00).contains(high), at + 1 < bytes.count,
        bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
      {
        let before = at
        at += 2
        if let low = unit(bytes), (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = before
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      text += Array(String(Character(scalar)).utf8)
    default:
      throw JSONFault(
        offset: start, expected: Localized(nb: "en kjent flukt", en: "a known escape"))
    }
  }

  private mutating func unit(_ bytes: Span<UInt8>) -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for i in at..<at + 4 {
      switch bytes[i] {
      case 48...57: value = value << 4 | UInt32(bytes[i] - 48)
      case 65...70: value = value << 4 | UInt32(bytes[i] - 55)
      case 97...102: value = value << 4 | UInt32(bytes[i] - 87)
      default: return nil
      }
    }
    at += 4
    return value
  }
}
