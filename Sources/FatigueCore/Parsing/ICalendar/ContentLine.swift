/// One content line of a calendar, unfolded: `NAME;PARAM=value:VALUE` (RFC 5545, section 3.1).
///
/// Ranges count in the bytes that ``ContentLineScanner`` read it from: the file, or the scratch
/// buffer where the line was folded.
struct ContentLine {
  enum Fault {
    case noColon, badName, badParameter, unclosedQuote, tooLong
  }

  /// Offset of the line in the file.
  var offset = 0
  var isFolded = false
  var name = 0..<0
  /// Nil for one that is not used.
  var property: CalendarProperty?
  var value = 0..<0
  /// Values of the parameters that matter here, without quotes.
  var zoneID = 0..<0
  var valueType = 0..<0
  var commonName = 0..<0
  var rangeParameter = 0..<0
  var fault: Fault?

  /// Longest unfolded line in bytes (`spec/data.md` 5.2).
  static let longest = 16 << 20

  /// Finds name, parameters and value in a line, and forgets those of the line before.
  ///
  /// - Parameter opening: The property that was found where the line begins.
  @inline(__always)
  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, offset: Int, _ opening: CalendarProperty.Opening?
  ) {
    self.offset = offset
    (isFolded, fault) = (false, range.count > Self.longest ? .tooLong : nil)
    (value, zoneID, valueType, commonName, rangeParameter) = (0..<0, 0..<0, 0..<0, 0..<0, 0..<0)
    var at = opening?.end ?? Self.firstMark(bytes, range)
    property = opening?.property ?? CalendarProperty.named(bytes, range.lowerBound..<at)
    if property == nil {
      // Whatever it is called, it must be a name.
      at = range.lowerBound
      while at < range.upperBound, Self.isNameByte(bytes[at]) { at += 1 }
    }
    name = range.lowerBound..<at
    if name.isEmpty { return note(.badName) }
    while at < range.upperBound, bytes[at] == UInt8(ascii: ";") {
      guard let next = parameter(bytes, at + 1, range.upperBound) else { return }
      at = next
    }
    guard at < range.upperBound, bytes[at] == UInt8(ascii: ":") else { return note(.noColon) }
    value = at + 1..<range.upperBound
  }

  /// Keeps a fault; that a line is too long comes before all others.
  private mutating func note(_ other: Fault) { fault = fault ?? other }

  /// The first `:` or `;`, or the end.
  @inline(__always)
  private static func firstMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, at + 8 <= bytes.count {
      // They are one bit apart.
      let word = ByteWords.load(bytes, at) & ~ByteWords.all(1) ^ ByteWords.all(UInt8(ascii: ":"))
      let marks = ByteWords.firstZero(word)
      if marks != 0 { return min(at + marks.trailingZeroBitCount / 8, range.upperBound) }
      at += 8
    }
    while at < range.upperBound, bytes[at] | 1 != UInt8(ascii: ";") { at += 1 }
    return min(at, range.upperBound)
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// Reads `NAME=value,"value"` and gives the place after it; nil leaves a fault.
  private mutating func parameter(_ bytes: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var at = from
    while at < end, Self.isNameByte(bytes[at]) { at += 1 }
    let name = from..<at
    guard !name.isEmpty, at < end, bytes[at] == UInt8(ascii: "=") else {
      note(at < end ? .badParameter : .noColon)
      return nil
    }
    at += 1
    var isFirst = true
    while true {
      var value: Range<Int>
      if at < end, bytes[at] == UInt8(ascii: "\"") {
        let open = at + 1
        at = open
        while at < end, bytes[at] != UInt8(ascii: "\"") { at += 1 }
        guard at < end else {
          note(.unclosedQuote)
          return nil
        }
        value = open..<at
        at += 1
      } else {
        let open = at
        while at < end, bytes[at] != UInt8(ascii: ";"), bytes[at] != UInt8(ascii: ":"),
          bytes[at] != UInt8(ascii: ",")
        {
          at += 1
        }
        value = open..<at
      }
      if isFirst { keep(bytes, name, value) }
      isFirst = false
      guard at < end, bytes[at] == UInt8(ascii: ",") else { return at }
      at += 1
    }
  }

  private mutating func keep(_ bytes: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) {
    switch name.count {
    case 2 where ByteText.matches(bytes, name, "CN"): commonName = value
    case 4 where ByteText.matches(bytes, name, "TZID"): zoneID = value
    case 5 where ByteText.matches(bytes, name, "VALUE"): valueType = value
    case 5 where ByteText.matches(bytes, name, "RANGE"): rangeParameter = value
    default: break
    }
  }
}

/// Cuts a file into content lines, joining folded ones, with whatever line ends it has.
///
/// A fold may stand inside a UTF-8 sequence, so it is bytes that are joined.
struct ContentLineScanner {
  private var at = 0
  private let names = CalendarProperty.names

  /// - Parameters:
  ///   - scratch: Holds the line when it was folded.
  ///   - line: Becomes the next line.
  /// - Returns: false at the end.
  mutating func next(
    _ bytes: Span<UInt8>, _ scratch: inout [UInt8], _ line: inout ContentLine
  ) -> Bool {
    skipBlankLines(bytes)
    guard at < bytes.count else { return false }
    let start = at
    // A name that is known has no line end in it.
    let opening = names.opening(bytes, at: start)
    let end = lineEnd(bytes, opening?.end ?? start)
    at = end
    guard goesOn(bytes) else {
      line.read(bytes, start..<end, offset: start, opening)
      return true
    }
    scratch.removeAll(keepingCapacity: true)
    Self.append(bytes, start..<end, to: &scratch)
    var isTooLong = false
    repeat {
      let piece = at..<lineEnd(bytes, at)
      at = piece.upperBound
      if scratch.count + piece.count > ContentLine.longest { isTooLong = true }
      if !isTooLong { Self.append(bytes, piece, to: &scratch) }
    } while goesOn(bytes)
    line.read(scratch.span, 0..<scratch.count, offset: start, nil)
    line.isFolded = true
    if isTooLong { line.fault = .tooLong }
    return true
  }

  private static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to scratch: inout [UInt8]) {
    for i in range { scratch.append(bytes[i]) }
  }

  /// Past empty lines, and lines of blanks alone.
  private mutating func skipBlankLines(_ bytes: Span<UInt8>) {
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
  }

  @inline(__always)
  private func lineEnd(_ bytes: Span<UInt8>, _ from: Int) -> Int {
    var i = from
    while bytes.count - i >= 8 {
      let controls = ByteWords.firstControl(ByteWords.load(bytes, i))
      i += controls.trailingZeroBitCount / 8
      if controls == 0 { continue }
      if bytes[i] == 10 || bytes[i] == 13 { return i }
      i += 1
    }
    while i < bytes.count, bytes[i] != 10, bytes[i] != 13 { i += 1 }
    return i
  }

  /// Goes past the line ends here, and past the blank after them where the next line continues this one; says whether
  /// it does. Empty lines between are those of a file whose line ends were doubled.
  @inline(__always)
  private mutating func goesOn(_ bytes: Span<UInt8>) -> Bool {
    var i = at
    while i < bytes.count, bytes[i] == 10 || bytes[i] == 13 { i += 1 }
    let isFold = i > at && i < bytes.count && ByteText.isBlank(bytes[i])
    at = isFold ? i + 1 : i
    return isFold
  }
}

/// Texts inside content lines.
enum CalendarText {
  /// A value without its escapes (RFC 5545, section 3.3.11), as UTF-8 or else as Windows-1252.
  ///
  /// - Returns: the text, and whether it was not UTF-8.
  static func unescaped(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (text: String, isForeign: Bool) {
    if let text = asItStands(bytes, range) { return (text, false) }
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < range.upperBound {
        i += 1
        copy.append(bytes[i] | 32 == UInt8(ascii: "n") ? 10 : bytes[i])
      } else {
        copy.append(bytes[i])
      }
      i += 1
    }
    return decoded(copy)
  }

  /// A value without escapes that is UTF-8, which most are.
  private static func asItStands(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    let value = bytes.extracting(range)
    for i in value.indices where value[i] == UInt8(ascii: "\\") { return nil }
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: value))
    } catch {
      return nil
    }
  }

  /// A parameter's value: `^n`, `^^` and `^'` stand for a line end, `^` and `"` (RFC 6868).
  static func parameter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "^"), i + 1 < range.upperBound {
        switch bytes[i + 1] {
        case UInt8(ascii: "n"): copy.append(10)
        case UInt8(ascii: "^"): copy.append(UInt8(ascii: "^"))
        case UInt8(ascii: "'"): copy.append(UInt8(ascii: "\""))
        default: copy += [bytes[i], bytes[i + 1]]
        }
        i += 2
      } else {
        copy.append(bytes[i])
        i += 1
      }
    }
    return decoded(copy).text
  }

  private static func decoded(_ bytes: [UInt8]) -> (text: String, isForeign: Bool) {
    if TextDecoding.isValid(bytes.span) { return (String(decoding: bytes, as: UTF8.self), false) }
    return (String(decoding: TextDecoding.windows1252(bytes.span), as: UTF8.self), true)
  }

  /// Whether an input is a calendar: its first line opens a component.
  static func isCalendar(_ bytes: Span<UInt8>) -> Bool {
    var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    return ByteText.starts(bytes, at: at, with: "BEGIN:")
      || ByteText.starts(bytes, at: at, with: "BEGIN;")
  }

  /// A calendar whose only oddity is folds inside UTF-8 sequences, as it stands.
  ///
  /// - Returns: nil for anything else, which is decoded as any text.
  static func decode(_ bytes: [UInt8]) -> DecodedText? {
    guard isCalendar(bytes.span), !TextDecoding.isValid(bytes.span), isValidUnfolded(bytes.span)
    else { return nil }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return DecodedText(
      bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, encoding: hasMark ? .utf8WithMark : .utf8)
  }

  /// Whether a calendar is UTF-8 once its lines are unfolded.
  private static func isValidUnfolded(_ bytes: Span<UInt8>) -> Bool {
    var scanner = ContentLineScanner()
    var scratch: [UInt8] = []
    var read = 0
    var line = ContentLine()
    while scanner.next(bytes, &scratch, &line) {
      if line.isFolded {
        guard TextDecoding.isValid(scratch.span) else { return false }
      } else {
        var end = line.offset
        while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
        guard ByteText.firstInvalid(bytes, line.offset..<end) == nil else { return false }
      }
      read += 1
    }
    return read > 0
  }
}
