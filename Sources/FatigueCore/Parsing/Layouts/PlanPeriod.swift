/// From when to when a base plan holds, as its title rows say.
struct PlanPeriod {
  var from: CivilDate?
  var to: CivilDate?
  var lineCount: (count: Int, row: Int, column: Int)?
  var rows: Set<Int> = []

  private static let starts: Set<String> = [
    "gjelderfra", "fra", "fradato", "startdato", "oppstart", "fom", "fraogmed", "gyldigfra",
    "validfrom", "from", "startdate", "planstart", "oppstartsdato", "førstedag", "start", "starter",
    "gjeldfrå", "frå", "gjelderfraogmed", "turnusstart", "starts", "fromdate", "periodestart",
  ]
  private static let ends: Set<String> = [
    "gjeldertil", "til", "tildato", "sluttdato", "tom", "tilogmed", "gyldigtil", "validto", "to",
    "enddate", "planslutt", "slutt", "slutter", "sistedag", "gjeldtil", "validuntil", "until",
    "gjeldertilogmed", "turnusslutt", "ends", "todate", "periodeslutt",
  ]

  /// Whether a row says something about the plan rather than being a line of it.
  static func isTitle(_ sheet: LayoutSheet, _ row: Int) -> Bool {
    let filled = sheet.filled(row)
    guard let first = filled.first, filled.count <= 4 else { return false }
    let name = ByteText.folded(sheet.cell(row, first))
    return starts.contains(name) || ends.contains(name)
      || filled.contains { !YearFinder.years(in: sheet.cell(row, $0)).isEmpty }
  }

  /// Looks in the rows that hold neither lines nor people.
  static func find(
    _ sheet: LayoutSheet, besides taken: Set<Int>, _ collector: RosterCollector
  ) -> PlanPeriod {
    var period = PlanPeriod()
    for row in 0..<sheet.count where !taken.contains(row) && row < 500 {
      let filled = sheet.filled(row)
      if filled.isEmpty || filled.count > 8 { continue }
      period.read(sheet, row, filled, collector.options.year)
    }
    return period
  }

  private mutating func read(_ sheet: LayoutSheet, _ row: Int, _ filled: [Int], _ year: Int?) {
    for (index, column) in filled.enumerated() {
      var label = PersonText.cleaned(sheet.cell(row, column))
      var value = index + 1 < filled.count ? sheet.cell(row, filled[index + 1]) : ""
      if let colon = label.firstIndex(of: ":"),
        label[label.index(after: colon)...].contains(where: \.isNumber)
      {
        value = String(label[label.index(after: colon)...])
        label = String(label[..<colon])
      }
      let name = ByteText.folded(label)
      if Self.starts.contains(name), from == nil, let date = Self.date(value, year, end: false) {
        from = date
        rows.insert(row)
      } else if Self.ends.contains(name), to == nil, let date = Self.date(value, year, end: true) {
        to = date
        rows.insert(row)
      } else if ["antalllinjer", "linjer", "lines", "antallinjer"].contains(name),
        let count = Int(PersonText.cleaned(value))
      {
        lineCount = (count, row, index + 1 < filled.count ? filled[index + 1] : column)
        rows.insert(row)
      }
    }
    guard from == nil || to == nil else { return }
    // `Periode 31.08.2026 – 22.11.2026` in one field or several.
    let text = filled.map { sheet.cell(row, $0) }.joined(separator: " ")
    guard text.utf8.count < 400 else { return }
    let words = text.split(whereSeparator: { " –—\t\n".contains($0) })
      .flatMap { word -> [Substring] in
        word.count > 11 ? word.split(separator: "-") : [word]
      }
    let dates = words.compactMap { word -> CivilDate? in
      guard let heading = DayHeading(String(word)), heading.year != nil else { return nil }
      return heading.date(in: 0)
    }
    if dates.count == 2, from == nil, to == nil {
      (from, to) = (dates[0], dates[1])
      rows.insert(row)
    } else if dates.count == 1, from == nil,
      ["fra", "from", "gjelder", "oppstart"].contains(where: text.lowercased().contains)
    {
      from = dates[0]
      rows.insert(row)
    }
  }

  /// A date, or a week: its Monday as a start, its Sunday as an end.
  private static func date(_ text: String, _ year: Int?, end: Bool) -> CivilDate? {
    let text = PersonText.cleaned(text)
    if let date = try? WrittenDate(text, year: year) { return date.date }
    guard let week = WeekHeading(text, bare: false), let at = week.year ?? year,
      let monday = week.monday(in: at)
    else { return nil }
    return end ? monday + 6 : monday
  }
}
