extension TOMLParser {
  /// Goes on with the next line; after an error inside a value that takes several lines, with the
  /// next one that begins like a line of its own.
  mutating func resume(after start: Int, _ error: TOMLError) {
    let broken = at
    at = min(max(at, start), bytes.count)
    skipLine()
    guard valueIsOpen(start, broken) else { return }
    if error.kind == .inlineTableOverLines { return skipBraces() }
    while !isAtEnd, !looksLikeLine(at) { skipLine() }
  }

  private mutating func skipLine() {
    while let byte = next, byte != 10 { at += 1 }
    if !isAtEnd { at += 1 }
  }

  /// Up to the line after the one with the closing brace; no further than the next header.
  private mutating func skipBraces() {
    let start = at
    while !isAtEnd, !looksLikeHeader(at) {
      var end = at
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      let closes = bytes[at..<end].contains(UInt8(ascii: "}"))
      skipLine()
      if closes { return }
    }
    at = start
  }

  /// Whether the line that begins at `start` opens a bracket or a long string that it does not close.
  private func valueIsOpen(_ start: Int, _ broken: Int) -> Bool {
    guard let equals = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == 10 }),
      bytes[equals] == UInt8(ascii: "=")
    else { return false }
    var (i, depth) = (equals + 1, 0)
    var quote: UInt8?
    while i < bytes.count, i <= broken || bytes[i] != 10 {
      let byte = bytes[i]
      if goesOn(with: "\"\"\"", from: i) || goesOn(with: "'''", from: i) { return true }
      if byte == 10 { quote = nil }
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { i += 1 }
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "#"):
          while i + 1 < bytes.count, bytes[i + 1] != 10 { i += 1 }
        default: break
        }
      }
      i += 1
    }
    return depth > 0
  }

  /// The line that begins here, without the blanks around it.
  private func line(_ start: Int) -> Range<Int> {
    var (start, end) = (start, start)
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    while start < end, bytes[start] <= 32 { start += 1 }
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    return start..<end
  }

  private func looksLikeHeader(_ start: Int) -> Bool {
    let line = line(start)
    guard let last = bytes[line].last, bytes[line].first == UInt8(ascii: "[") else { return false }
    let inside = bytes[line].drop { $0 == UInt8(ascii: "[") }
    return inside.first.map(Self.isBareKey) == true && last == UInt8(ascii: "]")
      && !inside.contains(UInt8(ascii: ","))
  }

  /// A header, or a key with `=` and no comma or brace at the end.
  func looksLikeLine(_ start: Int) -> Bool {
    if looksLikeHeader(start) { return true }
    let line = line(start)
    guard let last = bytes[line].last else { return false }
    var i = line.lowerBound
    while i < line.upperBound, Self.isBareKey(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
    while i < line.upperBound, ByteText.isBlank(bytes[i]) { i += 1 }
    return i > line.lowerBound && i < line.upperBound && bytes[i] == UInt8(ascii: "=")
      && last != UInt8(ascii: ",") && last != UInt8(ascii: "}")
  }
}
