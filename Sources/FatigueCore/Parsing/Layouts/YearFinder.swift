/// Finds the year of dates written without one.
///
/// The clock is never asked: a year comes from another dated part of the input, else from the options,
/// and it must fit the weekdays and week numbers that are written.
struct YearFinder {
  /// Years that stand elsewhere in the input, in the order in which they were met.
  var evidence: [(year: Int, text: String)] = []
  let given: Int?

  /// Years among which a refusal looks for those that fit.
  static let listed = 2000...2050

  init(_ sheet: LayoutSheet, besides rows: Set<Int>, _ collector: RosterCollector) {
    given = collector.options.year
    var seen = 0
    for row in 0..<sheet.count where !rows.contains(row) && seen < 40 {
      seen += 1
      for column in sheet.filled(row).prefix(40) {
        let text = PersonText.cleaned(String(sheet.cell(row, column).prefix(200)))
        for year in Self.years(in: text)
        where evidence.count < 8 && !evidence.contains(where: { $0.year == year }) {
          evidence.append((year, text))
        }
      }
    }
  }

  /// Years in a text such as `Turnus 05.01.2026–15.02.2026` or `Vår 2026`.
  static func years(in text: String) -> [Int] {
    guard text.utf8.count >= 4 else { return [] }
    var result: [Int] = []
    let tokens = text.split { !$0.isLetter && !$0.isNumber && !".-/".contains($0) }
    for token in tokens {
      let token = String(token)
      if let heading = DayHeading(token), let year = heading.year {
        result.append(year)
        continue
      }
      // `31.08.2026-22.11.2026`, `Uke 53-2026`, and a year alone.
      for part in token.split(whereSeparator: { "./-".contains($0) }) {
        if part.count == 4, let year = Int(part), (1990...2100).contains(year) {
          result.append(year)
        }
      }
    }
    return result
  }

  /// A choice of year: that of the first date.
  struct Choice {
    var year: Int
    /// Where it comes from, for a note; nil for the options.
    var source: String?
  }

  /// - Parameters:
  ///   - crossesNewYear: the dates go on into a second year.
  ///   - fits: whether the weekdays and weeks are right when the first date lies in a year.
  func choose(crossesNewYear: Bool, fits: (Int) -> Bool) -> Choice? {
    let known =
      evidence.map { Choice(year: $0.year, source: $0.text) }
      + (given.map { [Choice(year: $0, source: nil)] } ?? [])
    for choice in known {
      if fits(choice.year) { return choice }
      // The year may be that of the last date.
      if crossesNewYear, fits(choice.year - 1) {
        return Choice(year: choice.year - 1, source: choice.source)
      }
    }
    return nil
  }

  /// Refuses dates without a year.
  func refuse(
    _ sheet: LayoutSheet, row: Int, column: Int, fits: (Int) -> Bool,
    _ collector: inout RosterCollector
  ) {
    let years = Self.listed.filter(fits)
    let all = years.count == Self.listed.count
    let list = years.prefix(12).map(String.init).joined(separator: ", ")
    let shown = ByteText.shown(sheet.cell(row, column))
    let tried = (evidence.map(\.year) + (given.map { [$0] } ?? [])).map(String.init)
      .joined(separator: ", ")
    let hint: Localized =
      years.isEmpty
      ? Localized(
        nb: "ukedager og ukenummer passer ikke i noe år 2000–2050",
        en: "weekdays and week numbers fit no year of 2000–2050")
      : all
        ? Localized(nb: "oppgi året med --year", en: "give the year with --year")
        : Localized(
          nb: "oppgi året med --year; ukedager og ukenummer passer i \(list)",
          en: "give the year with --year; weekdays and week numbers fit in \(list)")
    collector.report(
      .yearUnknown, .error, in: sheet, row: row, column: column,
      tried.isEmpty
        ? Localized(
          nb: "datoene har ikke årstall («\(shown)»)", en: "the dates have no year (“\(shown)”)")
        : Localized(
          nb: "datoene har ikke årstall («\(shown)»), og \(tried) passer ikke med ukedager og uker",
          en: "the dates have no year (“\(shown)”), and \(tried) does not fit weekdays and weeks"),
      hint: hint)
  }

  /// Says which year was taken, and from where.
  static func note(
    _ choice: Choice, _ sheet: LayoutSheet, row: Int, column: Int,
    _ collector: inout RosterCollector
  ) {
    let source = (choice.source ?? collector.options.yearSource).map { ByteText.shown($0) }
    collector.report(
      .yearTaken, .note, in: sheet, row: row, column: column,
      Localized(
        nb: "datoer uten årstall er lest fra \(choice.year)"
          + (source.map { " (etter «\($0)»)" } ?? " (oppgitt)"),
        en: "dates without a year were read from \(choice.year) on"
          + (source.map { " (by “\($0)”)" } ?? " (as told)")))
  }
}
