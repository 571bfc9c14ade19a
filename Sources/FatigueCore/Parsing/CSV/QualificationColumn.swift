/// What people are by profession, from a column of a list that no shift has use for: `Stilling`, `Job title`.
///
/// Read apart from the shifts and only when somebody asks, so that the way of the big files stays short.
enum QualificationColumn {
  private static let names: Set<String> = [
    "stilling", "stillingstittel", "stillingsgruppe", "yrke", "yrkesgruppe", "rolle", "kompetanse",
    "kvalifikasjon", "fagområde", "profesjon", "position", "jobtitle", "role", "qualification",
    "profession", "skill", "grade", "band", "staffgroup",
  ]
  /// Rows in which a header is looked for.
  private static let headerRows = 40

  /// The qualification by staff number and by name, as far as a file tells.
  static func read(_ bytes: [UInt8], into found: inout [String: String]) {
    let span = bytes.span
    let dialect = CSVDialect.detect(span)
    let table = CSVTable(span, dialect, from: dialect.start, mostRows: 1_000_000)
    var columns: (map: ColumnMap, qualification: Int)?
    for (place, row) in table.rows.enumerated() {
      guard let known = columns else {
        if place >= headerRows { return }
        let map = ColumnMap(headers: row)
        let column = row.firstIndex { names.contains(ByteText.folded($0)) }
        if let column, map.hasPerson || map[.number] >= 0 { columns = (map, column) }
        continue
      }
      let text = cell(row, known.qualification)
      guard !text.isEmpty else { continue }
      for key in keys(row, known.map) where found[key] == nil { found[key] = text }
    }
  }

  private static func cell(_ row: [String], _ column: Int) -> String {
    row.indices.contains(column) ? PersonText.cleaned(row[column]) : ""
  }

  private static func keys(_ row: [String], _ map: ColumnMap) -> [String] {
    let number = cell(row, map[.number])
    if !number.isEmpty { return ["#" + number] }
    let names = [cell(row, map[.firstName]), cell(row, map[.lastName])].filter { !$0.isEmpty }
    let text = PersonText(
      map[.person] >= 0 ? cell(row, map[.person]) : names.joined(separator: " "))
    return text.number.isEmpty ? [text.name] : ["#" + text.number, text.name]
  }
}

extension RosterReading {
  /// What each person of a roster is by profession, by their place in it; nil where the files do not say.
  public func qualifications(of roster: Roster) -> [String?] {
    var found: [String: String] = [:]
    for file in sources.files { QualificationColumn.read(file.bytes, into: &found) }
    return roster.people.map { person in
      found["#" + person.number] ?? found[person.name]
    }
  }
}
