/// Writes JSON as bytes: members in the order they are given, correct escapes, numbers of at most
/// six decimals without exponent.
///
/// The caller opens and closes what it writes; commas, colons and line breaks come by themselves.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var open: [Container] = []
  private var afterKey = false

  private struct Container {
    var isInline: Bool
    var isEmpty = true
  }

  /// - Parameter isIndented: one member or element to a line, two blanks deeper inside; otherwise
  ///   all on one line.
  public init(isIndented: Bool = false) { self.isIndented = isIndented }

  // MARK: Containers

  /// - Parameter isInline: all of it on one line, also in an indented text.
  public mutating func beginObject(isInline: Bool = false) { begin(UInt8(ascii: "{"), isInline) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray(isInline: Bool = false) { begin(UInt8(ascii: "["), isInline) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// An array of objects.
  ///
  /// - Parameter members: Writes those of one element.
  mutating func objects<Elements: Sequence>(
    _ elements: Elements, isInline: Bool = false,
    _ members: (inout JSONWriter, Elements.Element) -> Void
  ) {
    beginArray()
    for element in elements {
      beginObject(isInline: isInline)
      members(&self, element)
      endObject()
    }
    endArray()
  }

  private mutating func begin(_ bracket: UInt8, _ isInline: Bool) {
    beginValue()
    bytes.append(bracket)
    open.append(Container(isInline: isInline || !isIndented || (open.last?.isInline ?? false)))
  }

  private mutating func end(_ bracket: UInt8) {
    guard let container = open.popLast() else { return }
    if !container.isEmpty, !container.isInline { breakLine() }
    bytes.append(bracket)
  }

  /// Ends a line between two values of a stream, or the text.
  public mutating func endLine() { bytes.append(10) }

  /// Moves what is written so far to the end of other bytes.
  mutating func move(to others: inout [UInt8]) {
    others += bytes
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes what is written so far, to be sent on.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Members

  /// The name of the next member.
  public mutating func key(_ name: String) {
    beginElement()
    appendString(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(32) }
    afterKey = true
  }

  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Nil becomes `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Nil becomes `null`.
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Nil becomes `null`.
  public mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// A string of signs that need no escape, written by `append` straight into the text.
  mutating func plainMember(_ name: String, _ append: (inout [UInt8]) -> Void) {
    key(name)
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    append(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: Values

  public mutating func string(_ value: String) {
    beginValue()
    appendString(value)
  }

  public mutating func integer(_ value: Int) {
    beginValue()
    bytes.append(addingCapacity: Self.longestNumber) { text in
      if value < 0 { text.append(UInt8(ascii: "-")) }
      Self.append(UInt64(value.magnitude), to: &text)
    }
  }

  public mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Rounded to six decimals, ties to even, without exponent; what is not finite becomes `null`.
  public mutating func number(_ value: Double) {
    beginValue()
    Self.append(value, to: &bytes)
  }

  /// With twelve significant digits; what is not finite becomes `null`.
  public mutating func significant(_ value: Double) {
    guard value.isFinite else { return null() }
    beginValue()
    bytes.append(contentsOf: NumberText.significant(value).utf8)
  }

  /// The text of ``number(_:)``.
  public static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes what ``number(_:)`` writes.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: longestNumber) { append(value, to: &$0) }
  }

  /// Bytes of the longest number: no whole number below 2¹²⁶ has more.
  static let longestNumber = 40

  /// Writes what ``number(_:)`` writes, where there is room for ``longestNumber``.
  static func append(
    _ value: Double, to text: inout OutputSpan<UInt8>, mark: UInt8 = UInt8(ascii: ".")
  ) {
    // No quantity here comes near the largest whole number; beyond it nothing is said.
    guard value.isFinite, value.magnitude < 0x1p126 else {
      for byte in "null".utf8 { text.append(byte) }
      return
    }
    let scaled = (value.magnitude * 1_000_000).rounded(.toNearestOrEven)
    guard scaled < 0x1p63 else {
      for byte in String(Int128(value)).utf8 { text.append(byte) }
      return
    }
    let millionths = UInt64(scaled)
    if value < 0, millionths > 0 { text.append(UInt8(ascii: "-")) }
    append(millionths / 1_000_000, to: &text)
    var decimals = UInt32(truncatingIfNeeded: millionths % 1_000_000)
    guard decimals > 0 else { return }
    text.append(mark)
    while decimals > 0 {
      decimals *= 10
      text.append(UInt8(truncatingIfNeeded: 48 + decimals / 1_000_000))
      decimals %= 1_000_000
    }
  }

  /// Writes a whole number.
  static func append(_ number: UInt64, to text: inout OutputSpan<UInt8>) {
    // Small counts are most of what tables hold.
    if number < 10 { return text.append(UInt8(truncatingIfNeeded: 48 + number)) }
    guard number < 100_000_000 else {
      append(number / 100_000_000, to: &text)
      var (place, rest) = (UInt32(10_000_000), UInt32(truncatingIfNeeded: number % 100_000_000))
      while place > 0 {
        text.append(UInt8(truncatingIfNeeded: 48 + rest / place))
        (rest, place) = (rest % place, place / 10)
      }
      return
    }
    // The first digit comes to be the lowest byte.
    var (digits, rest): (UInt64, UInt32) = (0, UInt32(truncatingIfNeeded: number))
    while rest > 0 {
      digits = digits << 8 | UInt64(48 + rest % 10)
      rest /= 10
    }
    while digits > 0 {
      text.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  // MARK: Layout

  private mutating func beginValue() {
    if afterKey { afterKey = false } else { beginElement() }
  }

  private mutating func beginElement() {
    guard let container = open.last else { return }
    if container.isEmpty {
      open[open.count - 1].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
    if !container.isInline {
      breakLine()
    } else if isIndented, !container.isEmpty {
      bytes.append(32)
    }
  }

  private mutating func breakLine() {
    let depth = open.count * 2
    bytes.append(addingCapacity: depth + 1) { line in
      line.append(10)
      for _ in 0..<depth { line.append(32) }
    }
  }

  // MARK: Strings

  private mutating func appendString(_ text: String) {
    let plain = text.utf8.span
    if Self.needsEscape(plain) { return appendEscaped(text) }
    // A long text is best copied as a whole, a short one byte by byte.
    if plain.count > 40 {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(addingCapacity: plain.count + 2) { line in
        line.append(UInt8(ascii: "\""))
        for i in plain.indices { line.append(plain[i]) }
        line.append(UInt8(ascii: "\""))
      }
    }
  }

  private mutating func appendEscaped(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // What is unsafe in a terminal or in a build server's log can be written by number in JSON, so that
    // a reader loses nothing.
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar != "#" || last != "#" {
        appendEscaped(UInt8(scalar.value))
      } else if scalar == "#" || ControlCharacters.isUnsafe(scalar) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          bytes.append(contentsOf: "\\u".utf8)
          bytes.append(contentsOf: repeatElement(48, count: max(0, 4 - digits.utf8.count)))
          bytes.append(contentsOf: digits.utf8)
        }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      last = scalar
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      if text.count - at >= 8, !mayNeedEscape(ByteWords.load(text, at)) {
        at += 8
        continue
      }
      let end = min(at + 8, text.count)
      while at < end {
        if isEscaped(text, at) { return true }
        at += 1
      }
    }
    return false
  }

  /// Whether the character that begins with a byte is escaped; see ``ControlCharacters/isUnsafe(_:)``.
  private static func isEscaped(_ text: Span<UInt8>, _ at: Int) -> Bool {
    let second = at + 1 < text.count ? text[at + 1] : 0
    let third = at + 2 < text.count ? text[at + 2] : 0
    switch text[at] {
    case 0..<32, UInt8(ascii: "\""), UInt8(ascii: "\\"), 127: return true
    case UInt8(ascii: "#"): return second == UInt8(ascii: "#")
    case 0xC2: return second < 0xA0 || second == 0xAD
    case 0xD8: return second == 0x9C
    case 0xE2 where second == 0x80:
      return (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case 0xE2: return second == 0x81 && (0xA0...0xAF).contains(third)
    // Of the rest some are, and are told apart where they are written.
    case 0xEF: return second == 0xB7 || second == 0xBB || second == 0xBF
    case 0xF0...0xF4: return third == 0xBF || second == 0xA0
    default: return false
    }
  }

  /// False when none of eight bytes needs an escape or begins what does.
  @inline(__always)
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    // A quotation mark and a number sign differ in the lowest bit alone.
    let quotes = (word ^ ByteWords.all(34)) & ByteWords.all(0xFE)
    let found =
      ByteWords.firstControl(word) | ByteWords.firstZero(quotes)
      | ByteWords.firstZero(word ^ ByteWords.all(92))
      | ByteWords.firstZero(word ^ ByteWords.all(127)) | word & ByteWords.all(0x80)
    return found != 0
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 8: bytes.append(contentsOf: "\\b".utf8)
    case 9: bytes.append(contentsOf: "\\t".utf8)
    case 10: bytes.append(contentsOf: "\\n".utf8)
    case 12: bytes.append(contentsOf: "\\f".utf8)
    case 13: bytes.append(contentsOf: "\\r".utf8)
    case 0..<32, 127:
      let hexadecimal = String(byte, radix: 16)
      bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: hexadecimal.utf8)
    default: bytes.append(byte)
    }
  }
}
