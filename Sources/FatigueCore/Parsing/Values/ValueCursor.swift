/// Walks through one short value, such as a date. The slow path: it owns a copy of the bytes.
struct ValueCursor {
  let bytes: [UInt8]
  var at = 0

  /// Longer values than this are neither dates nor times.
  static let longest = 80

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let trimmed = ByteText.trimmed(bytes, range)
    var copy: [UInt8] = []
    copy.reserveCapacity(trimmed.count)
    for i in trimmed.prefix(Self.longest + 1) {
      // A no-break space inside is a space.
      if bytes[i] == 0xA0, copy.last == 0xC2 {
        copy[copy.count - 1] = ByteText.space
      } else {
        copy.append(bytes[i])
      }
    }
    self.bytes = copy
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  var isTooLong: Bool { bytes.count > Self.longest }
  var isAtEnd: Bool { at >= bytes.count }
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipBlanks() {
    while let byte = next, ByteText.isBlank(byte) { at += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool { take(UInt8(ascii: character)) }

  /// A run of at most nine digits.
  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    let start = at
    while let byte = next, ByteText.isDigit(byte) {
      guard at - start < 9 else { return nil }
      value = value * 10 + Int(byte - 48)
      at += 1
    }
    return at == start ? nil : (value, at - start)
  }

  /// A run of letters in small letters, empty when none stands here.
  mutating func word() -> String {
    var copy: [UInt8] = []
    while let byte = next {
      if byte >= 0x80 {
        // Ä–Þ and ä–þ differ by one bit, as capital and small letters of ASCII do.
        copy.append(copy.last == 0xC3 && byte < 0x9F ? byte | 0x20 : byte)
      } else if ByteText.lowercased(byte) &- 97 < 26 {
        copy.append(ByteText.lowercased(byte))
      } else {
        break
      }
      at += 1
    }
    return String(decoding: copy, as: UTF8.self).precomposed
  }
}
