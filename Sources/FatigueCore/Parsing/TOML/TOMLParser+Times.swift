extension TOMLParser {
  /// How a date or time begins.
  enum TimeForm { case date, clock }

  /// Four digits and `-`, or two and `:`; nil for anything else.
  func timeForm(_ word: Range<Int>) -> TimeForm? {
    let digits = bytes[word].prefix(while: ByteText.isDigit).count
    guard digits < word.count else { return nil }
    let mark = bytes[word.lowerBound + digits]
    if digits == 4, mark == UInt8(ascii: "-") { return .date }
    if (1...2).contains(digits), mark == UInt8(ascii: ":") { return .clock }
    return nil
  }

  /// A date may be followed by one space and its clock time.
  func extend(_ word: inout Range<Int>) {
    let start = word.upperBound
    guard word.count == 10, start + 3 < bytes.count, bytes[start] == ByteText.space,
      ByteText.isDigit(bytes[start + 1]), ByteText.isDigit(bytes[start + 2]),
      bytes[start + 3] == UInt8(ascii: ":")
    else { return }
    word = word.lowerBound..<self.word(start + 1).upperBound
  }

  /// A date, a clock time, or both with or without an offset (RFC 3339).
  func readTime(_ word: Range<Int>, _ form: TimeForm) throws(TOMLError) -> TOMLTime {
    var time = TOMLTime()
    var i = word.lowerBound
    let bad = TOMLError(.badTime(text(word)), word)
    if form == .date {
      guard let year = number(&i, word, 4), mark(&i, word, "-"),
        let month = number(&i, word, 2), mark(&i, word, "-"), let day = number(&i, word, 2)
      else { throw bad }
      guard (1...12).contains(month), day >= 1,
        day <= CivilDate.lengthOfMonth(month, in: year)
      else { throw TOMLError(.noSuchTime(text(word)), word) }
      time.date = TOMLTime.Day(year: year, month: month, day: day)
      if i == word.upperBound { return time }
      guard mark(&i, word, "T") || mark(&i, word, "t") || mark(&i, word, " ") else { throw bad }
    }
    time.clock = try clock(&i, word, bad)
    if form == .date, i < word.upperBound { time.offset = try offset(&i, word, bad) }
    guard i == word.upperBound else { throw bad }
    return time
  }

  /// `07:32:00.999`
  private func clock(
    _ i: inout Int, _ word: Range<Int>, _ bad: TOMLError
  ) throws(TOMLError) -> TOMLTime.Clock {
    guard let hour = number(&i, word, 2), mark(&i, word, ":"), let minute = number(&i, word, 2)
    else { throw bad }
    guard i < word.upperBound, bytes[i] == UInt8(ascii: ":") else {
      throw i == word.upperBound ? TOMLError(.timeWithoutSeconds(text(word)), word) : bad
    }
    guard mark(&i, word, ":"), let second = number(&i, word, 2) else { throw bad }
    // 60 is a leap second, as RFC 3339 has it.
    guard hour < 24, minute < 60, second <= 60 else {
      throw TOMLError(.noSuchTime(text(word)), word)
    }
    var nanosecond = 0
    if mark(&i, word, ".") {
      var scale = 100_000_000
      let start = i
      while i < word.upperBound, ByteText.isDigit(bytes[i]) {
        nanosecond += Int(bytes[i] - 48) * scale
        scale /= 10
        i += 1
      }
      guard i > start else { throw bad }
    }
    return TOMLTime.Clock(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// `Z` or `+02:00`, in minutes.
  private func offset(
    _ i: inout Int, _ word: Range<Int>, _ bad: TOMLError
  ) throws(TOMLError) -> Int {
    if mark(&i, word, "Z") || mark(&i, word, "z") { return 0 }
    let sign = mark(&i, word, "+") ? 1 : mark(&i, word, "-") ? -1 : 0
    guard sign != 0, let hour = number(&i, word, 2), mark(&i, word, ":"),
      let minute = number(&i, word, 2)
    else { throw bad }
    guard hour < 24, minute < 60 else { throw TOMLError(.noSuchTime(text(word)), word) }
    return sign * (hour * 60 + minute)
  }

  /// Exactly so many digits.
  private func number(_ i: inout Int, _ word: Range<Int>, _ digits: Int) -> Int? {
    guard i + digits <= word.upperBound else { return nil }
    var value = 0
    for k in i..<i + digits {
      guard ByteText.isDigit(bytes[k]) else { return nil }
      value = value * 10 + Int(bytes[k] - 48)
    }
    i += digits
    return value
  }

  private func mark(_ i: inout Int, _ word: Range<Int>, _ character: Unicode.Scalar) -> Bool {
    guard i < word.upperBound, UInt32(bytes[i]) == character.value else { return false }
    i += 1
    return true
  }
}
