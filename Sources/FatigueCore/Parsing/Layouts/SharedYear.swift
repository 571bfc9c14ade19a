/// The year of inputs that tell none, taken from those read with them.
enum SharedYear {
  /// The only year that any of several inputs tells.
  ///
  /// - Returns: nil when none tells one, or they tell different ones: then nothing is guessed.
  static func find(_ inputs: [RosterInput]) -> (year: Int, path: String)? {
    guard inputs.count > 1 else { return nil }
    var found: (year: Int, path: String)?
    for input in inputs {
      for year in years(in: LayoutSheet(sample: input.bytes, input.dialect)) {
        if let found, found.year != year { return nil }
        found = found ?? (year, input.path)
      }
    }
    return found
  }

  /// Years of whole dates, and those that stand in titles such as `Vår 2026`.
  private static func years(in sheet: LayoutSheet) -> Set<Int> {
    var years: Set<Int> = []
    for row in 0..<sheet.count {
      let filled = sheet.filled(row)
      for column in filled.prefix(100) {
        let text = sheet.cell(row, column)
        guard text.utf8.count <= 200 else { continue }
        if let year = DayHeading(text)?.year ?? (try? WrittenDate(text))?.date.components.year {
          years.insert(year)
        } else if filled.count <= 3, text.contains(where: \.isLetter) {
          // Among many fields a number of four digits may be a time or a staff number.
          years.formUnion(YearFinder.years(in: text))
        }
      }
    }
    return years
  }
}
