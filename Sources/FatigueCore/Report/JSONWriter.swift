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
    bytes.append(contentsOf: String(value).utf8)
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
    bytes.append(contentsOf: Self.text(value).utf8)
  }

  /// With twelve significant digits; what is not finite becomes `null`.
  public mutating func significant(_ value: Double) {
    guard value.isFinite else { return null() }
    beginValue()
    bytes.append(contentsOf: NumberText.significant(value).utf8)
  }

  /// The text of ``number(_:)``.
  public static func text(_ value: Double) -> String {
    // No quantity here comes near the largest whole number; beyond it nothing is said.
    guard value.isFinite, value.magnitude < 0x1p126 else { return "null" }
    let scaled = (value.magnitude * 1_000_000).rounded(.toNearestOrEven)
    guard scaled < 0x1p63 else { return String(Int128(value)) }
    let millionths = UInt64(scaled)
    let sign = value < 0 && millionths > 0 ? "-" : ""
    let whole = "\(sign)\(millionths / 1_000_000)"
    var decimals = Int(millionths % 1_000_000)
    guard decimals > 0 else { return whole }
    var digits = 6
    while decimals % 10 == 0 { (decimals, digits) = (decimals / 10, digits - 1) }
    return "\(whole).\(padded(decimals, digits))"
  }

  // MARK: Layout

  private mutating func beginValue() {
    if afterKey { afterKey = false } else { beginElement() }
  }

  private mutating func beginElement() {
    guard let container = open.last else { return }
    if !container.isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    if !container.isInline {
      breakLine()
    } else if isIndented, !container.isEmpty {
      bytes.append(32)
    }
  }

  private mutating func breakLine() {
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: open.count * 2))
  }

  // MARK: Strings

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    guard Self.needsEscape(text.utf8.span) else {
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    // What is unsafe in a terminal or in a build server's log can be written by number in JSON, so that
    // a reader loses nothing.
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar != "#" || last != "#" {
        appendEscaped(UInt8(scalar.value))
      } else if scalar == "#" || ControlCharacters.isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(48, count: max(0, 4 - digits.utf8.count)))
        bytes.append(contentsOf: digits.utf8)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      last = scalar
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether any byte may belong to a character that is escaped: those of C1, of the soft hyphen and of
  /// marks of direction begin with C2, D8, E2 or EF.
  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    for i in text.indices {
      switch text[i] {
      case 0..<32, 34, 35, 92, 127, 0xC2, 0xD8, 0xE2, 0xEF: return true
      default: break
      }
    }
    return false
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
