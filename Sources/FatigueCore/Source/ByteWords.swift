/// Eight bytes at a time; the first byte of the file is the lowest of the word.
///
/// The one file that loads with `RawSpan.unsafeLoadUnaligned`. The load checks its bounds;
/// what is called unsafe is to read the bytes as another type, and any bytes are a `UInt64`.
enum ByteWords {
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The eight bytes from `at` on, which must all be in the text.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  @inline(__always)
  private static func wide(_ bytes: Span<UInt8>, _ at: Int) -> SIMD16<UInt8> {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
  }

  /// How many bytes of a stretch are `byte`.
  static func count(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    var total = 0
    let ones = SIMD16<UInt8>(repeating: 1)
    let zeros = SIMD16<UInt8>(repeating: 0)
    let wanted = SIMD16<UInt8>(repeating: byte)
    while range.upperBound - at >= 16 {
      // A count of one byte holds 255.
      let end = at + min(255, (range.upperBound - at) / 16) * 16
      var counts = zeros
      while at < end {
        counts &+= zeros.replacing(with: ones, where: wide(bytes, at) .== wanted)
        at += 16
      }
      for lane in 0..<16 { total += Int(counts[lane]) }
    }
    while at < range.upperBound {
      if bytes[at] == byte { total += 1 }
      at += 1
    }
    return total
  }

  /// Whether any byte is a quote, a carriage return, or one of `<` and `>`.
  static func hasQuoteReturnOrAngle(_ bytes: Span<UInt8>) -> Bool {
    let quote = SIMD16<UInt8>(repeating: 34)
    let carriageReturn = SIMD16<UInt8>(repeating: 13)
    // `<` and `>` are one bit apart.
    let (but, less) = (SIMD16<UInt8>(repeating: ~2), SIMD16<UInt8>(repeating: 60))
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    var at = 0
    while bytes.count - at >= 16 {
      let piece = wide(bytes, at)
      found .|= (piece .== quote) .| (piece .== carriageReturn) .| (piece & but .== less)
      at += 16
    }
    if any(found) { return true }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 34 || byte == 13 || byte & ~2 == 60 { return true }
      at += 1
    }
    return false
  }

  /// The first place from `start` on of a byte that is `byte` but for the bits in `ignored`; the end when
  /// there is none.
  static func first(
    _ byte: UInt8, ignoring ignored: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int {
    let mask = SIMD16<UInt8>(repeating: ~ignored)
    let wanted = SIMD16<UInt8>(repeating: byte & ~ignored)
    var at = start
    while bytes.count - at >= 32 {
      let found = (wide(bytes, at) & mask .== wanted) .| (wide(bytes, at + 16) & mask .== wanted)
      let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 { break }
      at += 32
    }
    while at < bytes.count, bytes[at] & ~ignored != byte & ~ignored { at += 1 }
    return at
  }

  /// The high bit of each byte that is zero, and no other bit.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    let low = all(0x7F)
    return ~(((word & low) &+ low) | word | low)
  }

  /// A word whose lowest bit that is set is the high bit of the first byte that is zero; 0 when none is.
  @inline(__always)
  static func firstZero(_ word: UInt64) -> UInt64 { (word &- all(1)) & ~word & all(0x80) }

  /// As ``firstZero(_:)``, for the first byte below 32.
  @inline(__always)
  static func firstControl(_ word: UInt64) -> UInt64 { (word &- all(32)) & ~word & all(0x80) }

  /// Up to eight bytes as one number; different texts without NUL give different numbers.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    if range.isEmpty { return 0 }
    guard range.count <= 8 else { return nil }
    return load(bytes, range.lowerBound) << UInt64(64 - 8 * range.count)
  }

  /// Whether two stretches, each with eight bytes to spare, hold the same.
  @inline(__always)
  static func equal(_ bytes: Span<UInt8>, _ a: Int, _ b: Int, count: Int) -> Bool {
    var left = count
    var (i, j) = (a, b)
    while left >= 8 {
      if load(bytes, i) != load(bytes, j) { return false }
      i += 8
      j += 8
      left -= 8
    }
    return left == 0
      || (load(bytes, i) ^ load(bytes, j)) << UInt64(truncatingIfNeeded: 64 - 8 * left) == 0
  }

  /// As above, of two stretches that may differ in length.
  @inline(__always)
  static func equal(_ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && equal(bytes, a.lowerBound, b.lowerBound, count: a.count)
  }

  /// Seconds after midnight of `__T07:30`.
  @inline(__always)
  static func clock(_ word: UInt64) -> Int32? {
    // Digits become 0–9 and separators 0; adding 0x76 or 0x7F sets the high bit of all others.
    seconds((word ^ 0x3030_3A30_3054_0000) & ~0xFFFF)
  }

  /// The day, and seconds after midnight, of `05T07:30`.
  @inline(__always)
  static func dayAndClock(_ word: UInt64) -> (day: UInt64, second: Int32)? {
    let digits = word ^ 0x3030_3A30_3054_3030
    guard (digits | (digits &+ 0x7676)) & 0x8080 == 0, let second = seconds(digits & ~0xFFFF)
    else { return nil }
    return ((digits & 0xFF) * 10 + (digits >> 8 & 0xFF), second)
  }

  /// Seconds after midnight of `07:30` and three bytes more.
  @inline(__always)
  static func clockAlone(_ word: UInt64) -> Int32? {
    seconds((word ^ 0x3030_3A30_30) << 24)
  }

  /// Seconds after midnight from digits in bytes 3, 4, 6 and 7; the others are 0.
  @inline(__always)
  private static func seconds(_ digits: UInt64) -> Int32? {
    guard (digits | (digits &+ 0x7676_7F76_767F_0000)) & all(0x80) == 0 else { return nil }
    let hour = (digits >> 24 & 0xFF) * 10 + (digits >> 32 & 0xFF)
    let minute = (digits >> 48 & 0xFF) * 10 + digits >> 56
    guard hour < 24, minute < 60 else { return nil }
    return Int32(truncatingIfNeeded: hour * 3600 + minute * 60)
  }
}
