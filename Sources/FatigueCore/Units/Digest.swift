/// SHA-256 over bytes that arrive in pieces (FIPS 180-4, sections 5 and 6.2).
///
/// Additions wrap on purpose: the standard defines them modulo 2³².
public struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The last block, filled up to `pending`.
  private var block = InlineArray<64, UInt8>(repeating: 0)
  private var pending = 0
  private var byteCount: UInt64 = 0

  public init() {}

  /// Takes in more bytes; any number, also none.
  public mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var next = 0
    if pending > 0 {
      while next < bytes.count, pending < 64 {
        block[pending] = bytes[next]
        pending += 1
        next += 1
      }
      guard pending == 64 else { return }
      compressBlock()
    }
    while bytes.count - next >= 64 {
      compress(bytes, at: next)
      next += 64
    }
    while next < bytes.count {
      block[pending] = bytes[next]
      pending += 1
      next += 1
    }
  }

  /// Takes in more bytes; any number, also none.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// The digest of everything taken in so far, 32 bytes. More may still be added afterwards.
  public func digest() -> [UInt8] {
    var last = self
    last.pad()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in last.state.indices {
      for shift in [24, 16, 8, 0] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: last.state[word] >> shift))
      }
    }
    return bytes
  }

  /// The digest of these bytes, 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// Ends the message: one bit, zeros, and the length in bits (FIPS 180-4, 5.1.1).
  private mutating func pad() {
    let bits = byteCount &* 8
    block[pending] = 0x80
    pending += 1
    if pending > 56 {
      while pending < 64 {
        block[pending] = 0
        pending += 1
      }
      compressBlock()
    }
    while pending < 56 {
      block[pending] = 0
      pending += 1
    }
    for place in 0..<8 {
      block[56 + place] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * place))
    }
    compressBlock()
  }

  private mutating func compressBlock() {
    let copy = block
    compress(copy.span, at: 0)
    pending = 0
  }

  /// One block of 64 bytes (FIPS 180-4, 6.2.2).
  private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
    let block = bytes.extracting(start..<start + 64)
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for i in 0..<16 {
      schedule[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
        | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
    }
    for i in 16..<64 {
      let (early, late) = (schedule[i - 15], schedule[i - 2])
      // Two rotations of a word differ by a third one.
      let small0 = rotated(early ^ rotated(early, 11), 7) ^ (early >> 3)
      let small1 = rotated(late ^ rotated(late, 2), 17) ^ (late >> 10)
      schedule[i] = schedule[i - 16] &+ small0 &+ schedule[i - 7] &+ small1
    }
    // Of its own: what is stored elsewhere would be copied for each word.
    let (constants, before) = (Self.constants, state)
    var (a, b, c, d) = (before[0], before[1], before[2], before[3])
    var (e, f, g, h) = (before[4], before[5], before[6], before[7])
    // Eight rounds, after which every letter is in its place again.
    for i in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, constants[i] &+ schedule[i])
      round(h, a, b, &c, d, e, f, &g, constants[i + 1] &+ schedule[i + 1])
      round(g, h, a, &b, c, d, e, &f, constants[i + 2] &+ schedule[i + 2])
      round(f, g, h, &a, b, c, d, &e, constants[i + 3] &+ schedule[i + 3])
      round(e, f, g, &h, a, b, c, &d, constants[i + 4] &+ schedule[i + 4])
      round(d, e, f, &g, h, a, b, &c, constants[i + 5] &+ schedule[i + 5])
      round(c, d, e, &f, g, h, a, &b, constants[i + 6] &+ schedule[i + 6])
      round(b, c, d, &e, f, g, h, &a, constants[i + 7] &+ schedule[i + 7])
    }
    state = [
      before[0] &+ a, before[1] &+ b, before[2] &+ c, before[3] &+ d,
      before[4] &+ e, before[5] &+ f, before[6] &+ g, before[7] &+ h,
    ]
  }

  /// One round, which leaves the new e in d and the new a in h.
  @inline(__always)
  private func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let big1 = rotated(e ^ rotated(e ^ rotated(e, 14), 5), 6)
    let choice = g ^ (e & (f ^ g))
    let first = h &+ word &+ choice &+ big1
    let big0 = rotated(a ^ rotated(a ^ rotated(a, 9), 11), 2)
    let majority = b ^ ((a ^ b) & (b ^ c))
    d &+= first
    h = first &+ big0 &+ majority
  }

  @inline(__always)
  private func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word &>> places | word &<< (32 &- places)
  }

  /// FIPS 180-4, 4.2.2.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

/// HMAC-SHA-256 (RFC 2104, RFC 4231): a digest that only the holder of a key can make.
public struct HMACSHA256: Sendable {
  private var inner = SHA256()
  private var outer = SHA256()

  /// - Parameter key: Any length; a key over 64 bytes is replaced by its digest.
  public init(key: [UInt8]) {
    var block = key.count > 64 ? SHA256.digest(of: key) : key
    block.append(contentsOf: repeatElement(0, count: 64 - block.count))
    inner.update(block.map { $0 ^ 0x36 })
    outer.update(block.map { $0 ^ 0x5c })
  }

  /// Takes in more of the message.
  public mutating func update(_ bytes: Span<UInt8>) { inner.update(bytes) }

  /// Takes in more of the message.
  public mutating func update(_ bytes: [UInt8]) { inner.update(bytes) }

  /// The code of everything taken in so far, 32 bytes.
  public func code() -> [UInt8] {
    var hash = outer
    hash.update(inner.digest())
    return hash.digest()
  }

  /// The code of one message, 32 bytes.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var hash = HMACSHA256(key: key)
    hash.update(message)
    return hash.code()
  }
}

/// Bytes as text.
public enum BytesText {
  /// Two lower-case hexadecimal digits per byte.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount * 2)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Base 32 in upper case without padding (RFC 4648, section 6, alphabet `A`–`Z2`–`7`).
  public static func base32(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: value < 26 ? 65 + value : 24 + value)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount * 8 / 5 + 1)
    var (bits, held): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      bits = (bits << 8 | UInt32(byte)) & 0xffff
      held += 8
      while held >= 5 {
        held -= 5
        text.append(digit(bits >> held & 31))
      }
    }
    if held > 0 { text.append(digit(bits << (5 - held) & 31)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Base 64 with padding (RFC 4648, section 4), as content security policies want it.
  public static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for first in stride(from: 0, to: bytes.count, by: 3) {
      let known = min(3, bytes.count - first)
      var group: UInt32 = 0
      for place in 0..<3 { group = group << 8 | (place < known ? UInt32(bytes[first + place]) : 0) }
      for place in 0..<4 {
        let digit = digits[Int(group >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= known ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
