/// Reads the `TZ` string at the end of a TZif file.
struct YearlyRuleReader {
  private var rest: ArraySlice<UInt8>

  private init(_ text: ArraySlice<UInt8>) { rest = text }

  /// - Returns: nil when the text is not a rule.
  static func rule(_ text: ArraySlice<UInt8>) -> YearlyRule? {
    // The longest rule of the zone database has 44 letters.
    guard text.count <= 128 else { return nil }
    var reader = YearlyRuleReader(text)
    return reader.rule()
  }

  private mutating func rule() -> YearlyRule? {
    guard skipName(), let standard = offset() else { return nil }
    if rest.isEmpty { return YearlyRule(standard: standard) }
    guard skipName() else { return nil }
    var summer = standard + 3600
    if let next = rest.first, next != UInt8(ascii: ",") {
      guard let offset = offset() else { return nil }
      summer = offset
    }
    guard take(","), let begins = moment(), take(","), let ends = moment(), rest.isEmpty else {
      return nil
    }
    return YearlyRule(
      standard: standard,
      summer: YearlyRule.Summer(offset: summer, begins: begins, ends: ends))
  }

  /// `CEST` or `<+0330>`.
  private mutating func skipName() -> Bool {
    var length = 0
    if take("<") {
      while let next = rest.popFirst(), next != UInt8(ascii: ">") {
        guard
          next.isLetter || next.isDigit || next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        else { return false }
        length += 1
        if rest.isEmpty { return false }
      }
    } else {
      while let next = rest.first, next.isLetter {
        rest.removeFirst()
        length += 1
      }
    }
    return length >= 3
  }

  /// An offset from UTC; the string counts west as positive, we count east.
  private mutating func offset() -> Int32? { signedTime(hours: 24).map { -Int32($0) } }

  /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
  private mutating func signedTime(hours limit: Int) -> Int64? {
    let sign: Int64 = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hours = number(0...limit) else { return nil }
    var seconds = hours * 3600
    if take(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let more = number(0...59) else { return nil }
        seconds += more
      }
    }
    return sign * Int64(seconds)
  }

  private mutating func moment() -> YearlyMoment? {
    let day: YearlyMoment.Day
    if take("M") {
      guard let month = number(1...12), take("."), let week = number(1...5), take("."),
        let weekday = number(0...6)
      else { return nil }
      day = .weekday(month: month, week: week, day: weekday)
    } else if take("J") {
      guard let number = number(1...365) else { return nil }
      day = .julian(number)
    } else {
      guard let number = number(0...365) else { return nil }
      day = .ordinal(number)
    }
    guard take("/") else { return YearlyMoment(day: day, time: 7200) }
    return signedTime(hours: 167).map { YearlyMoment(day: day, time: $0) }
  }

  private mutating func number(_ allowed: ClosedRange<Int>) -> Int? {
    var (value, digits) = (0, 0)
    while let next = rest.first, next.isDigit, digits < 3 {
      value = value * 10 + Int(next - UInt8(ascii: "0"))
      digits += 1
      rest.removeFirst()
    }
    return digits > 0 && allowed.contains(value) ? value : nil
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: letter) else { return false }
    rest.removeFirst()
    return true
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
