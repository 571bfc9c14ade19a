/// A date as the heading of a column or a row: `man 05.01`, `05.01.2026`, `MA 23/12`.
struct DayHeading: Equatable {
  /// 1 is Monday; nil when no weekday is written.
  var weekday: Int?
  /// Nil when no year is written.
  var year: Int?
  var month: Int
  var day: Int

  /// Longer texts are no headings.
  private static let longest = 60

  /// - Returns: nil when the text is no date.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.utf8.contains(where: ByteText.isDigit) else {
      return nil
    }
    let text = Self.weekdayFirst(PersonText.cleaned(text))
    do throws(WrittenDateError) {
      let written = try WrittenDate(text)
      if written.time != nil { return nil }
      self.init(written.date, year: written.date.components.year, text)
    } catch {
      switch error {
      case .weekdayDiffers(let date, _): self.init(date, year: date.components.year, text)
      case .noSuchDay(let day, let month, let year):
        self.init(day: day, month: month, year: year, text)
      case .noYear: self.init(withoutYear: text)
      default: return nil
      }
    }
  }

  private init(_ date: CivilDate, year: Int?, _ text: String) {
    let parts = date.components
    self.init(day: parts.day, month: parts.month, year: year, text)
  }

  private init(day: Int, month: Int, year: Int?, _ text: String) {
    (self.day, self.month, self.year) = (day, month, year)
    weekday = Self.weekday(text)
  }

  /// A leap year stands in for the year, so that 29 February can be read.
  private init?(withoutYear text: String) {
    do throws(WrittenDateError) {
      let written = try WrittenDate(text, year: 2024)
      if written.time != nil { return nil }
      self.init(written.date, year: nil, text)
    } catch {
      switch error {
      case .weekdayDiffers(let date, _): self.init(date, year: nil, text)
      case .noSuchDay(let day, let month, _):
        self.init(day: day, month: month, year: nil, text)
      default: return nil
      }
    }
  }

  /// - Returns: nil when that year has no such date.
  func date(in year: Int) -> CivilDate? {
    let year = self.year ?? year
    guard WrittenDate.years.contains(year) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Days from 1 January of a leap year, for comparing dates without a year.
  var dayOfLeapYear: Int {
    guard let date = CivilDate(year: 2024, month: month, day: min(day, 28)) else { return 0 }
    return Int(date.days) + max(0, day - 28)
  }

  private static func weekday(_ text: String) -> Int? {
    var cursor = ValueCursor(text)
    return CalendarWords.weekdays[cursor.word()]
  }

  /// `05.01 man` and `05.01 (man)` as `man 05.01`.
  private static func weekdayFirst(_ text: String) -> String {
    guard let blank = text.lastIndex(of: " ") else { return text }
    let last = text[text.index(after: blank)...].filter(\.isLetter).lowercased()
    guard CalendarWords.weekdays[last] != nil else { return text }
    return last + " " + text[..<blank]
  }
}

/// The weekdays that stand alone in headings: `Man`, `ti.`, `Lør 2`.
enum WeekdayHeading {
  /// 1 is Monday; a number after the word counts weeks.
  static func weekday(_ text: String) -> Int? {
    guard (1...20).contains(text.utf8.count) else { return nil }
    var cursor = ValueCursor(text)
    guard let weekday = CalendarWords.weekdays[cursor.word()] else { return nil }
    while cursor.take(".") || cursor.take(" ") || cursor.take("-") {}
    if cursor.word() == "uke" { cursor.skipBlanks() }
    if let number = cursor.number(), number.digits > 2 { return nil }
    return cursor.isAtEnd ? weekday : nil
  }

  /// The columns of a row that head weekdays, at least five days in their order; else none.
  static func columns(_ row: [String]) -> [(column: Int, weekday: Int)] {
    var found: [(column: Int, weekday: Int)] = []
    for (column, text) in row.enumerated() {
      if let weekday = weekday(text) { found.append((column, weekday)) }
    }
    if found.count < 5 { found = initials(row) }
    guard found.count >= 5 else { return [] }
    for (a, b) in zip(found, found.dropFirst())
    where b.weekday <= a.weekday && !(b.weekday <= 2 && a.weekday >= 5) {
      return []
    }
    return found
  }

  /// `M T O T F L S`
  private static func initials(_ row: [String]) -> [(column: Int, weekday: Int)] {
    let wanted = [["m", "t", "o", "t", "f", "l", "s"], ["m", "t", "w", "t", "f", "s", "s"]]
    var found: [(column: Int, weekday: Int)] = []
    var column = 0
    while column + 7 <= row.count {
      let letters = row[column..<column + 7].map { $0.lowercased() }
      if wanted.contains(letters) {
        for i in 0..<7 { found.append((column + i, i + 1)) }
        column += 7
      } else {
        column += 1
      }
    }
    return found
  }
}

/// A week as a heading: `Uke 26`, `uke 53 2026`, `2026-W01`, and `26` where weeks are expected.
struct WeekHeading: Equatable {
  var week: Int
  var year: Int?

  private static let words: Set<String> = [
    "uke", "uka", "ukenr", "veke", "vekenr", "week", "wk", "w", "u", "v", "nr", "kw", "ukenummer",
  ]

  /// - Parameter bare: whether a number alone is a week.
  init?(_ text: String, bare: Bool) {
    guard (1...40).contains(text.utf8.count) else { return nil }
    let open = text.firstIndex(of: "(")
    let outside = open.map { String(text[..<$0]) } ?? text
    // `Uke 2 (2026)`
    let inside = open.map { text[$0...].dropFirst().prefix { $0 != ")" } } ?? ""
    if inside.utf8.count == 4, inside.utf8.allSatisfy(ByteText.isDigit) { year = Int(inside) }
    var cursor = ValueCursor(outside)
    var word = false
    var week: (value: Int, digits: Int)?
    while !cursor.isAtEnd {
      let letters = cursor.word()
      if !letters.isEmpty {
        guard Self.words.contains(letters) else { return nil }
        word = true
      } else if let number = cursor.number() {
        switch number.digits {
        case 1,
          2 where week == nil:
          week = number
        case 4 where year == nil: year = number.value
        case 6 where week == nil && year == nil:
          (year, week) = (number.value / 100, (number.value % 100, 2))
          word = true
        default: return nil
        }
      } else if let byte = cursor.next, " .,/-:".utf8.contains(byte) {
        cursor.at += 1
      } else {
        return nil
      }
    }
    guard let week, (1...53).contains(week.value), word || bare || year != nil else { return nil }
    if !word, year == nil, outside.utf8.contains(where: { !ByteText.isDigit($0) && $0 != 32 }) {
      return nil
    }
    if let year, !WrittenDate.years.contains(year) { return nil }
    self.week = week.value
  }

  /// The Monday it begins on; nil when that year has no such week.
  func monday(in year: Int) -> CivilDate? {
    try? WrittenDate.weekDate(self.year ?? year, week, 1)
  }
}
