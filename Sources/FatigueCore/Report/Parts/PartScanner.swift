/// Reads a part word by word. Every step checks its bounds; nothing is believed that was not looked at.
struct PartScanner {
  private(set) var at = 0
  /// From 1.
  private(set) var line = 1

  private static let blank = UInt8(ascii: " ")

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { at >= bytes.count }

  private func next(_ bytes: Span<UInt8>) -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private func fault(_ nb: String, _ en: String) -> PartFault {
    .damaged(line, Localized(nb: nb, en: en))
  }

  /// The first letter of the line, which says what it is.
  func sign(_ bytes: Span<UInt8>) -> UInt8? { next(bytes) }

  /// A word that must stand here.
  mutating func expect(_ word: String, _ bytes: Span<UInt8>) throws(PartFault) {
    for byte in word.utf8 {
      guard next(bytes) == byte else {
        throw fault("her skulle det stått \(word)", "\(word) was expected here")
      }
      at += 1
    }
  }

  mutating func endLine(_ bytes: Span<UInt8>) throws(PartFault) {
    guard next(bytes) == 10 else {
      throw fault("linjen er lengre enn den skal være", "the line is longer than it should be")
    }
    at += 1
    line += 1
  }

  /// Between the words of a line.
  private mutating func blank(_ bytes: Span<UInt8>) throws(PartFault) {
    guard next(bytes) == Self.blank else {
      throw fault("linjen er kortere enn den skal være", "the line is shorter than it should be")
    }
    at += 1
  }

  /// A blank and a whole number.
  mutating func number(
    in range: ClosedRange<Int64>, _ bytes: Span<UInt8>
  ) throws(PartFault) -> Int64 {
    guard let value = try self.value(in: range, bytes) else {
      throw fault("her skulle det stått et tall", "a number was expected here")
    }
    return value
  }

  /// A blank and a whole number, or `-` for none.
  mutating func value(
    in range: ClosedRange<Int64>, _ bytes: Span<UInt8>
  ) throws(PartFault) -> Int64? {
    try blank(bytes)
    let isNegative = next(bytes) == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let first = at
    var magnitude: UInt64 = 0
    while let byte = next(bytes), (48...57).contains(byte) {
      // 18 digits never overflow, and no number of a part has more.
      guard at - first < 18 else { throw fault("tallet er for stort", "the number is too large") }
      magnitude = magnitude * 10 + UInt64(byte - 48)
      at += 1
    }
    guard at > first else {
      if isNegative { return nil }
      throw fault("her skulle det stått et tall", "a number was expected here")
    }
    let value = isNegative ? -Int64(magnitude) : Int64(magnitude)
    guard range.contains(value) else {
      throw fault("tallet \(value) kan ikke stå her", "the number \(value) cannot stand here")
    }
    return value
  }

  /// A blank and the bits of a real number, or `-` for none.
  mutating func real(_ bytes: Span<UInt8>) throws(PartFault) -> Double? {
    if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "-") {
      return try value(in: 0...0, bytes).map { Double($0) }
    }
    let value = Double(bitPattern: try checksum(bytes).value)
    guard PartCodes.real.contains(value) else {
      throw fault("tallet kan ikke stå her", "the number cannot stand here")
    }
    return value
  }

  /// A blank and 16 digits.
  mutating func checksum(_ bytes: Span<UInt8>) throws(PartFault) -> Checksum {
    try blank(bytes)
    var value: UInt64 = 0
    for _ in 0..<16 {
      let digit: UInt8
      switch next(bytes) {
      case .some(let byte) where (48...57).contains(byte): digit = byte - 48
      case .some(let byte) where (97...102).contains(byte): digit = byte - 87
      default: throw fault("her skulle det stått 16 sifre", "16 digits were expected here")
      }
      value = value << 4 | UInt64(digit)
      at += 1
    }
    return Checksum(written: value)
  }

  /// A blank and a word of at most 64 letters that can be seen.
  mutating func word(_ bytes: Span<UInt8>) throws(PartFault) -> String {
    try blank(bytes)
    var word: [UInt8] = []
    while let byte = next(bytes), (33...126).contains(byte), word.count < 64 {
      word.append(byte)
      at += 1
    }
    return String(decoding: word, as: UTF8.self)
  }
}
