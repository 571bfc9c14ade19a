/// A change of a plan as somebody wrote it, to be tried: `P7 2026-03-04 N->F`.
///
///     who date old->new     another code, other times (`N->21:00-07:00`), or `-` for none
///     who date +new         a shift more
///     who date -old         a shift less
///     who->other date old   the shift to somebody else
///     who<->other date      all of that day exchanged
///
/// The old code may be left out where the day has one shift.
public struct PlannedChange: Sendable, Equatable {
  /// A word of the text and where it stands, in bytes.
  public struct Part: Sendable, Equatable {
    public var text: String
    public var span: Range<Int>
  }

  public enum Action: Sendable, Equatable {
    case change(from: Part?, to: Part)
    case add(Part)
    case remove(Part?)
    case move(to: Part, Part?)
    case swap(with: Part)
  }

  public var who: Part
  public var date: CivilDate
  public var dateSpan: Range<Int>
  public var action: Action
}

/// What is wrong with a change, and the nearest thing that would be right.
public struct PlannedChangeFault: Error, Sendable, Equatable {
  /// In bytes of the text.
  public var span: Range<Int>
  public var message: Localized
  public var hint: Localized?
}

extension PlannedChange {
  /// Longer texts are no change.
  private static let longest = 1000
  private static let usage = Localized(
    nb: "skriv for eksempel «P7 2026-03-04 N->F», «P7 2026-03-04 +D» eller «P7<->P9 2026-03-04»",
    en: "write, for example, “P7 2026-03-04 N->F”, “P7 2026-03-04 +D” or “P7<->P9 2026-03-04”")

  /// - Parameter dates: Of the plan, for dates without a year.
  public init(
    _ text: String, in dates: ClosedRange<CivilDate>
  ) throws(PlannedChangeFault) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest else {
      throw PlannedChangeFault(
        span: 0..<0, message: Localized(nb: "endringen er for lang", en: "the change is too long"),
        hint: Self.usage)
    }
    let whole = Text(bytes: bytes)
    let words = whole.words
    let found = try Self.date(words, whole, dates)
    (date, dateSpan) = (found.date, found.span)
    let people = whole.trimmed(0..<found.span.lowerBound)
    let rest = whole.trimmed(found.span.upperBound..<bytes.count)
    if let arrow = whole.first(of: ["<->", "<>", "↔"], in: people) {
      who = try Self.person(whole, people.lowerBound..<arrow.lowerBound)
      let other = try Self.person(whole, arrow.upperBound..<people.upperBound)
      guard rest.isEmpty else {
        throw PlannedChangeFault(
          span: rest,
          message: Localized(
            nb: "et bytte gjelder hele dagen", en: "a swap is of the whole day"),
          hint: Localized(
            nb: "én vakt flyttes med «P7->P9 \(date.iso) N»",
            en: "one shift is moved by “P7->P9 \(date.iso) N”"))
      }
      action = .swap(with: other)
    } else if let arrow = whole.first(of: ["->", "→"], in: people) {
      who = try Self.person(whole, people.lowerBound..<arrow.lowerBound)
      let other = try Self.person(whole, arrow.upperBound..<people.upperBound)
      action = .move(to: other, rest.isEmpty ? nil : whole.part(rest))
    } else {
      who = try Self.person(whole, people)
      action = try Self.action(whole, rest)
    }
  }

  private static func person(
    _ whole: Text, _ range: Range<Int>
  ) throws(PlannedChangeFault) -> Part {
    let part = whole.part(whole.trimmed(range))
    guard !part.text.isEmpty else {
      throw PlannedChangeFault(
        span: part.span,
        message: Localized(nb: "hvem gjelder det?", en: "whom is it about?"), hint: usage)
    }
    return part
  }

  private static func action(
    _ whole: Text, _ rest: Range<Int>
  ) throws(PlannedChangeFault) -> Action {
    if let arrow = whole.first(of: ["->", "→"], in: rest) {
      let old = whole.part(whole.trimmed(rest.lowerBound..<arrow.lowerBound))
      let new = whole.part(whole.trimmed(arrow.upperBound..<rest.upperBound))
      let from = old.text.isEmpty ? nil : old
      guard !new.text.isEmpty else {
        throw PlannedChangeFault(
          span: arrow,
          message: Localized(nb: "hva skal stå etter pilen?", en: "what stands after the arrow?"),
          hint: Localized(
            nb: "en vaktkode, et tidsrom som 07:30-15:30, eller - for fri",
            en: "a shift code, times such as 07:30-15:30, or - for free"))
      }
      return isNothing(new.text) ? .remove(from) : .change(from: from, to: new)
    }
    let part = whole.part(rest)
    let inner = whole.part(
      whole.trimmed(min(rest.lowerBound + 1, rest.upperBound)..<rest.upperBound))
    switch part.text.first {
    case "+" where !inner.text.isEmpty: return .add(inner)
    case "-": return .remove(inner.text.isEmpty ? nil : inner)
    default:
      throw PlannedChangeFault(
        span: rest,
        message: part.text.isEmpty
          ? Localized(nb: "hva skal endres?", en: "what is to change?")
          : Localized(
            nb: "«\(ByteText.shown(part.text))» sier ikke hva som skal endres",
            en: "“\(ByteText.shown(part.text))” does not say what is to change"),
        hint: part.text.isEmpty
          ? usage
          : Localized(
            nb:
              "skriv «\(ByteText.shown(part.text))->F», «+D» for en vakt til eller «-N» for én mindre",
            en:
              "write “\(ByteText.shown(part.text))->F”, “+D” for a shift more or “-N” for one less")
      )
    }
  }

  /// A dash, which in plans is a day without anything.
  private static func isNothing(_ text: String) -> Bool { ["-", "–", "—"].contains(text) }

  // MARK: The date

  private static func date(
    _ words: [Range<Int>], _ whole: Text, _ dates: ClosedRange<CivilDate>
  ) throws(PlannedChangeFault) -> (date: CivilDate, span: Range<Int>) {
    var doubtful: Part?
    for span in words {
      let word = whole.part(span)
      guard looksLikeDate(word.text) else { continue }
      // The year of the plan that holds the date, where none is written.
      let years = [dates.lowerBound, dates.upperBound].map(\.components.year)
      let read = years.compactMap { try? WrittenDate(word.text, year: $0) }.map(\.date)
      if let date = read.first(where: dates.contains) ?? read.first { return (date, span) }
      doubtful = doubtful ?? word
    }
    guard let doubtful else {
      throw PlannedChangeFault(
        span: 0..<whole.bytes.count,
        message: Localized(nb: "datoen mangler", en: "the date is missing"), hint: usage)
    }
    throw PlannedChangeFault(
      span: doubtful.span,
      message: Localized(
        nb: "\(ByteText.shown(doubtful.text)) er ikke en dato",
        en: "\(ByteText.shown(doubtful.text)) is not a date"),
      hint: Localized(
        nb: "skriv \(dates.lowerBound.iso) eller \(germanText(dates.lowerBound))",
        en: "write \(dates.lowerBound.iso) or \(germanText(dates.lowerBound))"))
  }

  private static func germanText(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return "\(day).\(month).\(year)"
  }

  /// Digits parted twice, as in `2026-03-04`, `4.3.2026` and `4.3.`; `7.30-15.30` has three signs.
  private static func looksLikeDate(_ text: String) -> Bool {
    guard let first = text.utf8.first, ByteText.isDigit(first) else { return false }
    let signs = text.utf8.filter { !ByteText.isDigit($0) }
    return signs.count == 2 && signs[0] == signs[1] && "-./".utf8.contains(signs[0])
  }
}

/// The bytes of a change.
private struct Text {
  let bytes: [UInt8]

  /// Stretches without blanks.
  var words: [Range<Int>] {
    bytes.indices.split { ByteText.isBlank(bytes[$0]) }.map { $0.startIndex..<$0.endIndex }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, ByteText.isBlank(bytes[low]) { low += 1 }
    while low < high, ByteText.isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  func part(_ range: Range<Int>) -> PlannedChange.Part {
    PlannedChange.Part(text: String(decoding: bytes[range], as: UTF8.self), span: range)
  }

  /// The first of some signs that stands in a stretch.
  func first(of signs: [String], in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    for sign in signs.map({ Array($0.utf8) }) where sign.count <= range.count {
      let last = range.upperBound - sign.count
      for start in range.lowerBound...last where bytes[start..<start + sign.count] == sign[...] {
        if start < found?.lowerBound ?? .max { found = start..<start + sign.count }
        break
      }
    }
    return found
  }
}
