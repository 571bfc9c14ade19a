/// A number as people write it: `7,5`, `7.5`, `1 234,50`, `1.234,50`, `100 %`.
public struct WrittenNumber: Equatable, Sendable {
  /// Thousandths, exact; further decimals are dropped.
  public var thousandths: Int

  public var value: Double { Double(thousandths) / 1000 }

  /// - Returns: nil when the text is not a number.
  public init?(_ text: String) {
    self.init(ValueCursor(text))
  }

  init?(_ cursor: ValueCursor) {
    var bytes = cursor.bytes.filter { !ByteText.isBlank($0) }
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    guard let first = bytes.first, ByteText.isDigit(first), bytes.count <= 24 else { return nil }
    guard let mark = Self.decimalMark(bytes) else { return nil }
    var (whole, decimals, digits) = (0, 0, 0)
    for (i, byte) in bytes.enumerated() where ByteText.isDigit(byte) {
      if i < mark {
        guard whole < 1_000_000_000 else { return nil }
        whole = whole * 10 + Int(byte - 48)
      } else if digits < 3 {
        decimals = decimals * 10 + Int(byte - 48)
        digits += 1
      }
    }
    for _ in digits..<3 { decimals *= 10 }
    thousandths = (whole * 1000 + decimals) * (negative ? -1 : 1)
  }

  /// Where the decimals begin; nil when the marks make no number.
  private static func decimalMark(_ bytes: [UInt8]) -> Int? {
    let comma = UInt8(ascii: ",")
    let dot = UInt8(ascii: ".")
    guard bytes.allSatisfy({ ByteText.isDigit($0) || $0 == comma || $0 == dot }) else { return nil }
    let marks = bytes.indices.filter { bytes[$0] == comma || bytes[$0] == dot }
    guard let last = marks.last else { return bytes.count }
    if last == bytes.count - 1 { return nil }
    if marks.count == 1 { return last }
    // Marks before the last one group thousands: all alike, each three digits from the next.
    let grouping = bytes[marks[0]]
    let alike = marks.dropLast().allSatisfy { bytes[$0] == grouping }
    let whole = bytes[last] == grouping
    guard alike, !whole || grouping == dot else { return nil }
    for (a, b) in zip(marks, marks.dropFirst()) where b - a != 4 { return nil }
    if whole { return bytes.count - last == 4 ? bytes.count : nil }
    return last
  }
}
