/// The hash of every line that GitHub's upload of SARIF files computes, so that what is written agrees
/// and an alert is known again after lines were added above it.
///
/// Over the 100 UTF-16 units from the start of a line on, without blanks and tabs and with every end of
/// line as LF: h = 37 h + unit, in 64 bits. The file is followed by one unit 65535 and then zeros.
/// Source: github/codeql-action, `src/fingerprints.ts`.
struct LineHashes {
  /// By line, the first at 0.
  private(set) var hashes: [UInt64] = []
  /// How often the hash stood in the file up to and with this line.
  private var counts: [UInt32] = []
  private var seen: [UInt64: UInt32] = [:]

  private static let width = 100
  /// 37 to the power of ``width``.
  private static let leaving = (0..<width).reduce(UInt64(1)) { power, _ in power &* 37 }

  private var window = [UInt64](repeating: 0, count: width)
  private var lineStarts = [Bool](repeating: false, count: width)
  private var at = 0
  private var hash: UInt64 = 0

  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - hasMark: A byte order mark stood before them.
  init(_ bytes: Span<UInt8>, hasMark: Bool) {
    var isStart = true
    var afterReturn = false
    func isLeftOut(_ unit: UInt64) -> Bool {
      unit == 32 || unit == 9 || (afterReturn && unit == 10)
    }
    var i = 0
    if hasMark {
      add(0xFEFF, startsLine: true)
      isStart = false
    }
    while i < bytes.count {
      let scalar = Self.scalar(bytes, &i)
      if isLeftOut(scalar) {
        afterReturn = false
        continue
      }
      afterReturn = scalar == 13
      let unit = scalar == 13 ? 10 : scalar
      if unit >= 0x10000 {
        add(0xD800 + (unit - 0x10000) >> 10, startsLine: isStart)
        add(0xDC00 + (unit - 0x10000) & 0x3FF, startsLine: false)
      } else {
        add(unit, startsLine: isStart)
      }
      isStart = unit == 10
    }
    add(65535, startsLine: isStart)
    for _ in 0..<Self.width { add(0, startsLine: false) }
  }

  /// `bcca56da27b0f673:1`; nil past the end.
  func text(line: Int) -> String? {
    guard hashes.indices.contains(line - 1) else { return nil }
    return String(hashes[line - 1], radix: 16) + ":\(counts[line - 1])"
  }

  private mutating func add(_ unit: UInt64, startsLine: Bool) {
    if lineStarts[at] {
      seen[hash, default: 0] += 1
      hashes.append(hash)
      counts.append(seen[hash, default: 0])
    }
    lineStarts[at] = startsLine
    hash = hash &* 37 &+ unit &- Self.leaving &* window[at]
    window[at] = unit
    at = at + 1 == Self.width ? 0 : at + 1
  }

  private static func scalar(_ bytes: Span<UInt8>, _ i: inout Int) -> UInt64 {
    let byte = bytes[i]
    i += 1
    guard byte >= 0xC0 else { return UInt64(byte) }
    let more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
    var value = UInt64(byte) & (0x3F >> UInt64(more))
    for _ in 0..<more where i < bytes.count {
      value = value << 6 | UInt64(bytes[i] & 0x3F)
      i += 1
    }
    return value
  }
}
