extension TOMLParser {
  /// A value of any type.
  ///
  /// - Parameter depth: Levels above it. Recursion ends at ``TOMLDocument/deepest``.
  mutating func readValue(depth: Int) throws(TOMLError) -> TOMLValue {
    let start = at
    let content: TOMLValue.Content
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): content = .string(try readString())
    case UInt8(ascii: "["): content = .array(try readArray(depth: depth))
    case UInt8(ascii: "{"): content = .table(try readInlineTable(depth: depth))
    default: content = try readWord()
    }
    return TOMLValue(content, span: start..<at)
  }

  private func checkDepth(_ depth: Int) throws(TOMLError) {
    guard depth <= TOMLDocument.deepest else { throw TOMLError(.tooDeep, at..<at + 1) }
  }

  // MARK: Arrays

  private mutating func readArray(depth: Int) throws(TOMLError) -> [TOMLValue] {
    try checkDepth(depth)
    let start = at
    if outermostArray == nil { outermostArray = start }
    defer { if outermostArray == start { outermostArray = nil } }
    at += 1
    var values: [TOMLValue] = []
    while true {
      try skipBlanksAndLines()
      if take("]") { return values }
      if isAtEnd { throw TOMLError(.arrayNotClosed, start..<start + 1) }
      do throws(TOMLError) {
        values.append(try readValue(depth: depth + 1))
      } catch {
        try goOn(after: error)
      }
      try skipBlanksAndLines()
      if take(",") || next == UInt8(ascii: "]") { continue }
      if isAtEnd { throw TOMLError(.arrayNotClosed, start..<start + 1) }
      let error = TOMLError(.arrayWithoutComma(found: text(word(at))), word(at))
      throw notClosed(before: error) ?? error
    }
  }

  /// Reports a word that is no value and skips it, so that the rest of the array is read.
  private mutating func goOn(after error: TOMLError) throws(TOMLError) {
    if let earlier = notClosed(before: error) { throw earlier }
    switch error.kind {
    case .unquoted, .badNumber, .leadingZero, .badUnderscore, .integerTooLarge, .badTime,
      .noSuchTime, .timeWithoutSeconds, .noValue:
      report(error)
      while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"), byte != 10 {
        at += 1
      }
    default: throw error
    }
  }

  /// An array that was never closed runs into the lines after it: then that is the error, and reading
  /// goes on with the line it ran into.
  private mutating func notClosed(before error: TOMLError) -> TOMLError? {
    guard let start = outermostArray else { return nil }
    let place = min(error.span.lowerBound, bytes.count)
    var line = place
    // A line with many errors is walked through once.
    while line > start, bytes[line - 1] != 10, line != lastFault?.at { line -= 1 }
    if let known = lastFault, line == known.at { line = known.line }
    let looks = line == lastFault?.line ? lastFault?.looksLikeLine == true : looksLikeLine(line)
    lastFault = (place, line, looks)
    guard line > start, looks else { return nil }
    at = line - 1
    return TOMLError(.arrayNotClosed, start..<start + 1)
  }

  /// Blanks, line ends and comments, as between the values of an array.
  private mutating func skipBlanksAndLines() throws(TOMLError) {
    repeat {
      skipBlanks()
      if next == UInt8(ascii: "#") { try skipComment() }
    } while takeNewline()
    if let byte = next, Self.isControl(byte) {
      throw TOMLError(.controlCharacter(byte), at..<at + 1)
    }
  }

  // MARK: Inline tables

  private mutating func readInlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
    try checkDepth(depth)
    let start = at
    at += 1
    var inner = TOMLBuilder(depth: depth)
    skipBlanks()
    if take("}") { return inner.table(span: start..<at) }
    while true {
      skipBlanks()
      try checkSameLine(as: start)
      let path = try readKey()
      try takeEquals(path)
      let value = try readValue(depth: depth + path.count)
      do throws(TOMLError) { try inner.set(path, value) } catch { report(error) }
      skipBlanks()
      try checkSameLine(as: start)
      let comma = at
      if take("}") { return inner.table(span: start..<at) }
      guard take(",") else {
        throw TOMLError(.inlineTableWithoutComma(found: text(word(at))), word(at))
      }
      skipBlanks()
      if next == UInt8(ascii: "}") {
        throw TOMLError(.inlineTableLastComma, comma..<comma + 1)
      }
    }
  }

  private func checkSameLine(as start: Int) throws(TOMLError) {
    if isAtEnd { throw TOMLError(.inlineTableNotClosed, start..<start + 1) }
    if next == 10 || next == 13 || next == UInt8(ascii: "#") {
      throw TOMLError(.inlineTableOverLines, start..<start + 1)
    }
  }

  // MARK: Words

  /// `true`, a number, a date or a time.
  private mutating func readWord() throws(TOMLError) -> TOMLValue.Content {
    var word = word(at)
    guard !word.isEmpty, bytes[word.lowerBound] != UInt8(ascii: "#") else {
      throw TOMLError(.noValue, at..<at)
    }
    if word.count == 1, !Self.isBareKey(bytes[word.lowerBound]) {
      throw TOMLError(.noValue, word)
    }
    if let form = timeForm(word) {
      if form == .date { extend(&word) }
      let time = try readTime(word, form)
      at = word.upperBound
      return .time(time)
    }
    let content = try plainWord(word)
    at = word.upperBound
    return content
  }

  private func plainWord(_ word: Range<Int>) throws(TOMLError) -> TOMLValue.Content {
    switch text(word) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    let first = bytes[word.lowerBound]
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    guard isSigned || ByteText.isDigit(first) || first == UInt8(ascii: ".") else {
      throw TOMLError(.unquoted(text(word)), word)
    }
    return try number(word)
  }
}
