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

  /// The sixteen bytes from `at` on, which must all be in the text.
  @inline(__always)
  static func wide(_ bytes: Span<UInt8>, _ at: Int) -> SIMD16<UInt8> {
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

  /// Up to seven bytes as one number, the first the lowest; different texts without NUL give different
  /// numbers.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    guard range.count < 8 else { return nil }
    return load(bytes, range.lowerBound) & (1 << UInt64(8 * range.count) - 1)
  }

  /// Capital letters made small. Of other bytes only `@[\]^_` are changed in ASCII, into signs too.
  @inline(__always)
  private static func small(_ word: UInt64) -> UInt64 { word | (word & all(64)) >> 1 }

  /// The bytes of a word before its first `:` or `;`, with capital letters made small, and how many they are: eight
  /// when it has neither.
  @inline(__always)
  static func name(_ word: UInt64) -> (letters: UInt64, count: Int) {
    // They are one bit apart. Of each byte the lowest bit is kept, so that all below the first is what goes before.
    let marks = firstZero(word & ~all(1) ^ all(UInt8(ascii: ":"))) >> 7
    return (small(word) & (marks &- 1) & ~marks, marks.trailingZeroBitCount / 8)
  }

  /// Up to eight bytes as one number, the first the lowest, with capital letters made small.
  @inline(__always)
  static func small(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    if range.lowerBound + 8 <= bytes.count {
      word = load(bytes, range.lowerBound)
    } else {
      for i in range.reversed() { word = word << 8 | UInt64(bytes[i]) }
    }
    let kept = range.count >= 8 ? UInt64.max : 1 << UInt64(truncatingIfNeeded: 8 * range.count) - 1
    return small(word) & kept
  }

  /// Whether a stretch of one text holds what a stretch of another holds.
  @inline(__always)
  static func equal(
    _ a: Span<UInt8>, _ range: Range<Int>, _ b: Span<UInt8>, _ start: Int
  ) -> Bool {
    var (i, j) = (range.lowerBound, start)
    while range.upperBound - i >= 8 {
      if load(a, i) != load(b, j) { return false }
      i += 8
      j += 8
    }
    while i < range.upperBound {
      if a[i] != b[j] { return false }
      i += 1
      j += 1
    }
    return true
  }

  /// The numbers of two digits that eight digits make: 20, 26, 1 and 5 of `20260105`, each at the bits 16 times its
  /// place.
  ///
  /// - Parameter digits: The rest of the word is not looked at.
  /// - Returns: nil when one of them is no digit.
  @inline(__always)
  static func pairs(_ word: UInt64, digits: Int) -> UInt64? {
    let kept = digits >= 8 ? UInt64.max : 1 << UInt64(truncatingIfNeeded: 8 * digits) - 1
    // Digits become 0–9; adding 0x76 sets the high bit of all others.
    let values = (word ^ all(0x30)) & kept
    guard (values | (values &+ all(0x76))) & all(0x80) == 0 else { return nil }
    return (values &* 10 &+ values >> 8) & 0x00FF_00FF_00FF_00FF
  }

  /// The eight bytes from `at` on and the eight after them, which must all be in the text.
  @inline(__always)
  static func pair(_ bytes: Span<UInt8>, _ at: Int) -> (UInt64, UInt64) {
    let words = unsafe unsafeBitCast(wide(bytes, at), to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: words.x), UInt64(littleEndian: words.y))
  }

  @inline(__always)
  static func isZero(_ bytes: SIMD16<UInt8>) -> Bool {
    let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return halves.x | halves.y == 0
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
    let digits = (word ^ 0x3030_3A30_3054_0000) & ~0xFFFF
    guard (digits | (digits &+ 0x7676_7F76_767F_0000)) & all(0x80) == 0 else { return nil }
    let hour = (digits >> 24 & 0xFF) * 10 + (digits >> 32 & 0xFF)
    let minute = (digits >> 48 & 0xFF) * 10 + digits >> 56
    guard hour < 24, minute < 60 else { return nil }
    return Int32(truncatingIfNeeded: hour * 3600 + minute * 60)
  }

  /// What the number of a day and a clock time say.
  struct DayTime {
    /// The numbers: of the day in the second byte, of the hour in the fifth, of the minute in the last.
    let pairs: UInt64
    /// Minutes from the midnight that a day 0 would begin with.
    let minutes: UInt64

    var day: UInt64 { pairs >> 8 & 0xFF }
    var second: Int64 { Int64(truncatingIfNeeded: minutes &* 60) }

    /// Whether both hours are less than 24, where none is over 99.
    @inline(__always)
    func isHour(and other: DayTime) -> Bool {
      let late: UInt64 = 0x68 << 32
      return ((pairs &+ late) | (other.pairs &+ late)) & 0x80 << 32 == 0
    }
  }

  /// Reads the digits of eight bytes such as `05T07:30`, which must be digits; what stands between them is
  /// not looked at.
  @inline(__always)
  static func dayTime(_ word: UInt64) -> DayTime {
    // Each byte and ten times the one before it: no sum of two digits is above 99.
    let pairs = (word & 0x0F0F_000F_0F00_0F0F) &* 0x0A01
    // The day, 24 bits on the hour, and 24 on the minute: 60 and 1440 of them meet above bit 48, where they
    // have room up to the 45th day, and below no sum is above 24 bits.
    let apart = pairs >> 8 & 0x00FF_0000_FF00_00FF
    return DayTime(pairs: pairs, minutes: (apart &* (1440 << 48 | 60 << 24 | 1)) >> 48)
  }
}
