/// Reads a TOML document line by line; a value may take several. An error ends its line, not the
/// reading.
struct TOMLParser {
  let bytes: [UInt8]
  var at = 0
  var builder = TOMLBuilder()
  /// Where the outermost array that is being read opened.
  var outermostArray: Int?
  /// The last error in an array, where its line begins and what the line looks like.
  var lastFault: (at: Int, line: Int, looksLikeLine: Bool)?
  private(set) var errors: [TOMLError] = []
  /// Lines with bytes that are not UTF-8: whatever else is wrong with them follows from that.
  private var brokenLines: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    checkEncoding()
  }

  var isAtEnd: Bool { at >= bytes.count }
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// The byte `ahead` of the next one; 0, which no valid document holds, after the end.
  func peek(_ ahead: Int) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = next, UInt32(byte) == character.value else { return false }
    at += 1
    return true
  }

  /// Whether the document goes on with these ASCII characters.
  func goesOn(with text: StaticString, from start: Int? = nil) -> Bool {
    let start = start ?? at
    let text = text.description.utf8
    guard start + text.count <= bytes.count else { return false }
    return bytes[start..<start + text.count].elementsEqual(text)
  }

  // MARK: Errors

  mutating func report(_ error: TOMLError) {
    guard errors.count < TOMLDocument.mostErrors else { return }
    let start = error.span.lowerBound
    if brokenLines.contains(where: { $0.contains(start) }) { return }
    errors.append(error)
  }

  /// One error for each line that is not UTF-8.
  private mutating func checkEncoding() {
    let document = bytes
    let bytes = document.span
    var from = at
    while let bad = ByteText.firstInvalid(bytes, from..<bytes.count) {
      report(TOMLError(.notUTF8(bytes[bad]), bad..<bad + 1))
      guard errors.count < TOMLDocument.mostErrors else { break }
      var (start, end) = (bad, bad)
      while start > 0, bytes[start - 1] != 10 { start -= 1 }
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      brokenLines.append(start..<end + 1)
      from = end
    }
  }

  // MARK: Lines

  mutating func readAll() {
    while !isAtEnd {
      if errors.count >= TOMLDocument.mostErrors {
        errors.append(TOMLError(.tooManyErrors, at..<at))
        break
      }
      let start = at
      do throws(TOMLError) {
        try readLine()
      } catch {
        report(error)
        resume(after: start, error)
      }
    }
    errors.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  private mutating func readLine() throws(TOMLError) {
    skipBlanks()
    switch next {
    case nil, UInt8(ascii: "#"), 10, 13: break
    case UInt8(ascii: "["): try readHeader()
    default: try readPair()
    }
    try readLineEnd()
  }

  /// Blanks, a comment, and the end of the line or the document.
  mutating func readLineEnd() throws(TOMLError) {
    skipBlanks()
    if next == UInt8(ascii: "#") { try skipComment() }
    guard isAtEnd || takeNewline() else {
      if let byte = next, Self.isControl(byte) {
        throw TOMLError(.controlCharacter(byte), at..<at + 1)
      }
      let word = word(at)
      throw TOMLError(.afterValue(found: text(word)), word)
    }
  }

  mutating func skipBlanks() {
    while let byte = next, ByteText.isBlank(byte) { at += 1 }
  }

  /// LF or CR LF.
  mutating func takeNewline() -> Bool {
    if next == 10 {
      at += 1
    } else if next == 13, peek(1) == 10 {
      at += 2
    } else {
      return false
    }
    return true
  }

  /// From `#` up to the end of the line.
  mutating func skipComment() throws(TOMLError) {
    while let byte = next, byte != 10, !(byte == 13 && peek(1) == 10) {
      if Self.isControl(byte) { throw TOMLError(.controlCharacter(byte), at..<at + 1) }
      at += 1
    }
  }

  static func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 || byte == 127 }

  private mutating func readHeader() throws(TOMLError) {
    let start = at
    at += 1
    let isArray = take("[")
    var isWhole = false
    // Until the header is understood, what follows belongs nowhere.
    defer { if !isWhole { builder.discard() } }
    let path = try readKey()
    guard take("]") else { throw TOMLError(.headerNotClosed(found: text(word(at))), word(at)) }
    if isArray, !take("]") {
      throw TOMLError(.headerNotClosed(found: text(word(at))), word(at))
    }
    let end = at
    isWhole = true
    do throws(TOMLError) {
      if isArray {
        try builder.openElement(path, span: start..<end)
      } else {
        try builder.open(path, span: start..<end)
      }
    } catch {
      if case .tableAgain = error.kind {} else { builder.discard() }
      report(error)
    }
  }

  private mutating func readPair() throws(TOMLError) {
    let path = try readKey()
    try takeEquals(path)
    let value = try readValue(depth: builder.depth + path.count)
    do throws(TOMLError) { try builder.set(path, value) } catch { report(error) }
  }

  mutating func takeEquals(_ path: [TOMLKey]) throws(TOMLError) {
    guard take("=") else {
      let name = path.map(\.text).joined(separator: ".")
      throw TOMLError(.noEquals(key: name, found: text(word(at))), word(at))
    }
    skipBlanks()
  }

  /// `a . "b c" . 'd'`, with the blanks after it.
  mutating func readKey() throws(TOMLError) -> [TOMLKey] {
    var path: [TOMLKey] = []
    repeat {
      skipBlanks()
      let key = try readSimpleKey()
      path.append(key)
      guard path.count <= TOMLDocument.deepest else { throw TOMLError(.tooDeep, key.span) }
      skipBlanks()
    } while take(".")
    return path
  }

  private mutating func readSimpleKey() throws(TOMLError) -> TOMLKey {
    let start = at
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      if goesOn(with: "\"\"\"") || goesOn(with: "'''") {
        throw TOMLError(.multiLineKey, at..<at + 3)
      }
      let text = try readOneLineString()
      return TOMLKey(text, span: start..<at)
    }
    while let byte = next, Self.isBareKey(byte) { at += 1 }
    guard at > start else {
      if let byte = next, Self.isControl(byte), byte != 10, !(byte == 13 && peek(1) == 10) {
        throw TOMLError(.controlCharacter(byte), at..<at + 1)
      }
      throw TOMLError(.noKey(found: text(word(at))), word(at))
    }
    return TOMLKey(text(start..<at), span: start..<at)
  }

  static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Text of messages

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The run of bytes from here up to a blank, a line end or a mark of the language; at least one
  /// character, none at the end of a line.
  func word(_ start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] > 32, !Self.isMark(bytes[end]) { end += 1 }
    if end == start, start < bytes.count, bytes[start] != 10, bytes[start] != 13 { end += 1 }
    return start..<end
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
