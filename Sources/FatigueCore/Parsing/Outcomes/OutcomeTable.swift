/// Outcomes of groups, as a workplace has measured them. Nobody's own answers are in it.
public struct OutcomeTable: Sendable {
  /// One measure of one group at one time.
  public struct Entry: Sendable {
    public var measure: OutcomeMeasure
    /// As written; empty for the whole workplace.
    public var group: String
    public var time: OutcomeTime
    /// How many answered, or how many the rate is about.
    public var count: Int
    /// In the measure's unit; nil where the group is too small to be shown.
    public var value: Double?
    /// Standard deviation between people, where it is given.
    public var deviation: Double?
    /// Standard deviation of everybody's own change since the baseline, where the same people answered.
    public var deviationOfChange: Double?
    /// Its value is left out, since a group that is too small could be computed from it.
    public var isRest = false
    /// Where the value stands.
    public var position: SourcePosition
    public var length: Int
  }

  /// In the order in which they stand.
  public internal(set) var entries: [Entry] = []

  public init() {}

  /// Groups of fewer people than this are not shown (DESIGN 2.15).
  public static let fewest = 5
  /// Rows read of one file, and bytes of it. `Assumed:` a hundred groups measured monthly for twenty
  /// years are fewer.
  public static let mostRows = 50_000
  public static let mostBytes = 16 << 20
  /// Series read; the rest is noise or an error.
  public static let mostSeries = 200
}

/// When something was measured.
public enum OutcomeTime: Sendable, Hashable {
  /// From a date up to another, half open. One day where a single date is given.
  case dates(from: CivilDate, to: CivilDate)
  /// Days after the change; 0 is the baseline.
  case afterChange(days: Int)
}

extension OutcomeTime {
  /// What is wrong with a time as written.
  enum Fault: Error {
    case empty
    /// `uke 8`: of the year, or after the change?
    case unclearWeek(Int)
    case noSuchMonth(Int)
    case noSuchQuarter(Int)
    case date(WrittenDateError)
  }

  /// `baseline`, `8 uker`, `8–12 weeks`, `3 mnd`, `2026-01`, `jan 2026`, `2026 K1`, `2026-W05` or a date.
  init(_ text: String, year: Int?) throws(Fault) {
    let words = Self.words(text)
    guard !words.isEmpty else { throw .empty }
    if let days = Self.afterChange(words) {
      self = .afterChange(days: days)
      return
    }
    if let dates = try Self.period(words) {
      self = .dates(from: dates.0, to: dates.1)
      return
    }
    do throws(WrittenDateError) {
      let date = try WrittenDate(text, year: year).date
      self = .dates(from: date, to: date + 1)
    } catch {
      throw .date(error)
    }
  }

  /// A run of letters, or of digits.
  private enum Word: Equatable {
    case letters(String)
    case number(Int, digits: Int)
  }

  private static func words(_ text: String) -> [Word] {
    guard text.utf8.count <= ValueCursor.longest else { return [] }
    var result: [Word] = []
    var letters = ""
    var digits = ""
    func flush() {
      if !letters.isEmpty { result.append(.letters(letters)) }
      if let number = Int(digits), digits.utf8.count <= 8 {
        result.append(.number(number, digits: digits.utf8.count))
      }
      (letters, digits) = ("", "")
    }
    for scalar in text.precomposed.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if digits.isEmpty { flush() }
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        if letters.isEmpty { flush() }
        letters += scalar.properties.lowercaseMapping
      } else {
        flush()
      }
    }
    flush()
    return result
  }

  private static let baselineWords: Set<String> = [
    "baseline", "basislinje", "grunnlinje", "utgangspunkt", "før", "foer", "start", "pre",
    "before", "nullpunkt", "startmåling", "baselinemåling", "førmåling", "nullmåling",
  ]
  private static let weekWords: Set<String> = [
    "uke", "uker", "veke", "veker", "u", "week", "weeks", "wk", "wks", "w",
  ]
  private static let monthWords: Set<String> = [
    "måned", "måneder", "månad", "månader", "mnd", "md", "mo", "mos", "month", "months", "m",
  ]
  private static let fillers: Set<String> = [
    "etter", "after", "ved", "at", "oppfølging", "follow", "up", "måling", "ca", "til", "to",
  ]

  /// Days after the change for what says so, 0 for the baseline.
  private static func afterChange(_ words: [Word]) -> Int? {
    let said = words.filter {
      if case .letters(let word) = $0 { !fillers.contains(word) } else { true }
    }
    if case .letters(let word)? = said.first, baselineWords.contains(word), said.count == 1 {
      return 0
    }
    if said == [.letters("t"), .number(0, digits: 1)] { return 0 }
    guard case .letters(let unit)? = said.last else { return nil }
    let numbers = said.dropLast().compactMap { word -> Int? in
      if case .number(let value, let digits) = word, digits <= 3 { value } else { nil }
    }
    guard numbers.count == said.count - 1, (1...2).contains(numbers.count) else { return nil }
    let twice = (numbers.first ?? 0) + (numbers.last ?? 0)
    if weekWords.contains(unit) { return twice * 7 / 2 }
    // A month is 30.4 days; three are 91 and six are 182.
    return monthWords.contains(unit) ? twice * 365 / 24 : nil
  }

  /// A month, a quarter or an ISO week.
  private static func period(
    _ words: [Word]
  ) throws(Fault) -> (CivilDate, CivilDate)? {
    guard (2...3).contains(words.count) else { return nil }
    switch (words[0], words[1], words.count == 3 ? words[2] : nil) {
    case (.number(let year, digits: 4), .number(let month, digits: 1...2), nil),
      (.number(let month, digits: 1...2), .number(let year, digits: 4), nil):
      return years.contains(year) ? try months(year, month, 1) : nil
    case (.letters(let name), .number(let year, digits: 4), nil),
      (.number(let year, digits: 4), .letters(let name), nil):
      guard years.contains(year), let month = monthNumber(name) else { return nil }
      return try months(year, month, 1)
    case (.number(let year, digits: 4), .letters(let unit), .number(let part, digits: 1...2)?),
      (.letters(let unit), .number(let part, digits: 1...2), .number(let year, digits: 4)?),
      (.number(let part, digits: 1...2), .letters(let unit), .number(let year, digits: 4)?):
      guard years.contains(year) else { return nil }
      if ["k", "q", "kv", "kvartal", "quarter"].contains(unit) {
        guard (1...4).contains(part) else { throw .noSuchQuarter(part) }
        return try months(year, part * 3 - 2, 3)
      }
      if unit == "m" { return try months(year, part, 1) }
      return weekWords.contains(unit) ? try week(part, of: year) : nil
    case (.letters(let unit), .number(let part, digits: 1...2), nil)
    where weekWords.contains(unit):
      throw .unclearWeek(part)
    default: return nil
    }
  }

  private static let years = 1970...2199

  private static func months(
    _ year: Int, _ month: Int, _ count: Int
  ) throws(Fault) -> (CivilDate, CivilDate)? {
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    let next = month - 1 + count
    guard let first = CivilDate(year: year, month: month, day: 1),
      let end = CivilDate(year: year + next / 12, month: next % 12 + 1, day: 1)
    else { return nil }
    return (first, end)
  }

  private static func week(_ week: Int, of year: Int) throws(Fault) -> (CivilDate, CivilDate)? {
    // The fourth of January is always in the first week.
    guard let first = CivilDate(year: year, month: 1, day: 4)?.monday else { return nil }
    let monday = first + (week - 1) * 7
    guard week >= 1, monday.isoWeek == (year, week) else {
      throw .date(.noSuchWeek(week, year: year))
    }
    return (monday, monday + 7)
  }

  private static func monthNumber(_ name: String) -> Int? {
    guard name.count >= 3 else { return nil }
    return (1...12).first { month in
      let long = DateText.longMonth(month)
      return [long.nb, long.en].contains { $0.lowercased().hasPrefix(name) }
    }
  }
}
