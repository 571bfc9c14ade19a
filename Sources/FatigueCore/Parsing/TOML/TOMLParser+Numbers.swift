extension TOMLParser {
  /// An integer or a decimal number.
  ///
  ///     integer  [+-] digits | 0x… | 0o… | 0b…
  ///     decimal  [+-] digits [. digits] [e [+-] digits]
  ///
  /// with `_` between digits, and no 0 before other digits of the whole part.
  func number(_ word: Range<Int>) throws(TOMLError) -> TOMLValue.Content {
    let written = text(word)
    if word.count > 2, bytes[word.lowerBound] == UInt8(ascii: "0"),
      let radix = Self.radix(bytes[word.lowerBound + 1])
    {
      let digits = try digits(word.lowerBound + 2..<word.upperBound, radix: radix, word)
      guard let value = Int64(digits, radix: radix) else {
        throw TOMLError(.integerTooLarge(written), word)
      }
      return .integer(value)
    }
    var clean = ""
    var i = word.lowerBound
    takeSign(&i, into: &clean)
    let whole = run(i, in: word)
    clean += try digits(whole, radix: 10, word)
    if whole.count > 1, bytes[whole.lowerBound] == UInt8(ascii: "0") {
      throw TOMLError(.leadingZero(written), word)
    }
    i = whole.upperBound
    guard i < word.upperBound else {
      guard let value = Int64(clean) else { throw TOMLError(.integerTooLarge(written), word) }
      return .integer(value)
    }
    if bytes[i] == UInt8(ascii: ".") {
      let fraction = run(i + 1, in: word)
      clean += "." + (try digits(fraction, radix: 10, word))
      i = fraction.upperBound
    }
    if i < word.upperBound, bytes[i] | 32 == UInt8(ascii: "e") {
      i += 1
      clean += "e"
      takeSign(&i, into: &clean)
      let exponent = run(i, in: word)
      clean += try digits(exponent, radix: 10, word)
      i = exponent.upperBound
    }
    // Beyond the range of a Double it is infinite, below it 0.
    guard i == word.upperBound, let value = Double(clean) else {
      throw TOMLError(.badNumber(written), word)
    }
    return .float(value)
  }

  private static func radix(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private func takeSign(_ i: inout Int, into clean: inout String) {
    guard i < bytes.count, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") else {
      return
    }
    if bytes[i] == UInt8(ascii: "-") { clean += "-" }
    i += 1
  }

  /// The digits and `_` from here on.
  private func run(_ start: Int, in word: Range<Int>) -> Range<Int> {
    var end = min(start, word.upperBound)
    let start = end
    while end < word.upperBound, ByteText.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "_") {
      end += 1
    }
    return start..<end
  }

  /// Digits without their `_`; at least one.
  private func digits(
    _ range: Range<Int>, radix: Int, _ word: Range<Int>
  ) throws(TOMLError) -> String {
    var result: [UInt8] = []
    var afterDigit = false
    for i in range {
      if bytes[i] == UInt8(ascii: "_") {
        guard afterDigit else { throw TOMLError(.badUnderscore(text(word)), word) }
        afterDigit = false
      } else {
        guard let digit = Self.digit(bytes[i]), digit < radix else {
          throw TOMLError(.badNumber(text(word)), word)
        }
        result.append(bytes[i])
        afterDigit = true
      }
    }
    guard !range.isEmpty else { throw TOMLError(.badNumber(text(word)), word) }
    guard afterDigit else { throw TOMLError(.badUnderscore(text(word)), word) }
    return String(decoding: result, as: UTF8.self)
  }
}
