/// A number that tells whether bytes are the same as before, some gigabytes a second.
///
/// It is for mistakes and damage: whoever wants to deceive can make other bytes with the same number.
/// Bytes are taken 32 at a time into two sums, each step the halves of a full product laid over one
/// another, as wyhash does. No sum begins with the key of its step: a product does not tell its factors apart. `Assumed:` constants are the fractional digits of pi, as far as they are odd.
public struct Checksum: Equatable, Hashable, Sendable {
  public private(set) var value: UInt64

  public init() { value = Self.keys[0] }

  /// The checksum of one piece of bytes.
  public init(_ bytes: Span<UInt8>) {
    self.init()
    add(bytes)
  }

  /// One that was written before.
  init(written value: UInt64) { self.value = value }

  private static let keys: InlineArray<4, UInt64> = [
    0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7345, 0xa409_3822_299f_31d1, 0x082e_fa98_ec4e_6c89,
  ]

  /// Takes in a number.
  public mutating func add(_ number: UInt64) {
    value = Self.mixed(value ^ Self.keys[1], number ^ Self.keys[2]) &+ number
  }

  /// Takes in a piece of bytes and its length; the same bytes in other pieces give another sum.
  public mutating func add(_ bytes: Span<UInt8>) {
    var (first, second) = (value, ~value)
    var at = 0
    while bytes.count - at >= 32 {
      first =
        Self.mixed(first ^ ByteWords.load(bytes, at), ByteWords.load(bytes, at + 8) ^ Self.keys[3])
        &+ first
      second =
        Self.mixed(
          second ^ ByteWords.load(bytes, at + 16), ByteWords.load(bytes, at + 24) ^ Self.keys[1])
        &+ second
      at += 32
    }
    value = Self.mixed(first ^ Self.keys[1], second ^ Self.keys[2])
    while at < bytes.count {
      let end = min(at + 8, bytes.count)
      var word: UInt64 = 0
      while at < end {
        word = word << 8 | UInt64(bytes[at])
        at += 1
      }
      add(word)
    }
    add(UInt64(bytes.count))
  }

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// 16 digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
