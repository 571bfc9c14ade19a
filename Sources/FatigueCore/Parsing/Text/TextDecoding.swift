/// How the bytes of an input stand for letters.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 (BOM)"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
}

/// An input turned into UTF-8, without byte order mark.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// Some lines are not UTF-8 though the rest is; a reader refuses each of them.
  var hasInvalidLines = false
  /// Surrogates of UTF-16 without their other half, now U+FFFD.
  var brokenPairs = 0
}

/// Decides what encoding an input has.
///
/// A byte order mark decides. Without one, valid UTF-8 is UTF-8. If not, the lines with other than
/// ASCII vote: where at least one in ten is valid UTF-8 the file is UTF-8 with some lines of another
/// origin, since Windows-1252 text is almost never valid UTF-8 by chance; else it is Windows-1252.
enum TextDecoding {
  static func decode(_ bytes: [UInt8]) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      return DecodedText(
        bytes: rest, encoding: .utf8WithMark, hasInvalidLines: !isValid(rest.span))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, skipping: 2, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, skipping: 2, bigEndian: true) }
    if let bigEndian = looksLikeUTF16(bytes.span) {
      return utf16(bytes, skipping: 0, bigEndian: bigEndian)
    }
    if isValid(bytes.span) { return DecodedText(bytes: bytes, encoding: .utf8) }
    let (valid, invalid) = votes(bytes.span)
    if valid * 10 >= invalid {
      return DecodedText(bytes: bytes, encoding: .utf8, hasInvalidLines: true)
    }
    return DecodedText(bytes: windows1252(bytes.span), encoding: .windows1252)
  }

  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }

  /// Lines with other than ASCII: how many are valid UTF-8, and how many are not.
  private static func votes(_ bytes: Span<UInt8>) -> (valid: Int, invalid: Int) {
    var (valid, invalid) = (0, 0)
    var (plain, broken) = (true, false)
    var i = 0
    while i < bytes.count {
      if bytes[i] == ByteText.newline || bytes[i] == ByteText.carriageReturn {
        if broken { invalid += 1 } else if !plain { valid += 1 }
        (plain, broken) = (true, false)
      }
      let width = ByteText.sequenceWidth(bytes, at: i, before: bytes.count)
      if width == 0 { broken = true } else if width > 1 { plain = false }
      i += max(1, width)
    }
    if broken { invalid += 1 } else if !plain { valid += 1 }
    return (valid, invalid)
  }

  /// UTF-16 without a mark shows by every second byte being zero in Western text.
  private static func looksLikeUTF16(_ bytes: Span<UInt8>) -> Bool? {
    let sample = min(bytes.count & ~1, 512)
    guard sample >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for i in 0..<sample where bytes[i] == 0 {
      if i & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 10 >= sample * 4, zeros.even * 10 < sample { return false }
    if zeros.even * 10 >= sample * 4, zeros.odd * 10 < sample { return true }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], skipping: Int, bigEndian: Bool) -> DecodedText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var broken = 0
    func unit(_ i: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[i]), UInt32(bytes[i + 1]))
      return bigEndian ? a << 8 | b : b << 8 | a
    }
    var i = skipping
    while i + 1 < bytes.count {
      var value = unit(i)
      i += 2
      if value & 0xFC00 == 0xD800, i + 1 < bytes.count, unit(i) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (unit(i) & 0x3FF)
        i += 2
      }
      if value & 0xF800 == 0xD800, value < 0x10000 {
        value = 0xFFFD
        broken += 1
      }
      append(value, to: &result)
    }
    if i < bytes.count { broken += 1 }
    return DecodedText(
      bytes: result, encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian,
      brokenPairs: broken)
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800: bytes += [UInt8(0xC0 | scalar >> 6), continuation(0)]
    case ..<0x10000: bytes += [UInt8(0xE0 | scalar >> 12), continuation(6), continuation(0)]
    default:
      bytes += [UInt8(0xF0 | scalar >> 18), continuation(12), continuation(6), continuation(0)]
    }
  }

  static func windows1252(_ bytes: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for i in 0..<bytes.count {
      let byte = bytes[i]
      switch byte {
      case ..<0x80: result.append(byte)
      case 0x80..<0xA0: append(upperControls[Int(byte) - 0x80], to: &result)
      default: append(UInt32(byte), to: &result)
      }
    }
    return result
  }

  /// 0x80–0x9F of Windows-1252, by the table of the WHATWG encoding standard.
  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
