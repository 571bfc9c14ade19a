/// The columns of a plan that say who.
struct PersonColumns {
  var person = -1
  var first = -1
  var last = -1
  var number = -1
  var unit = -1

  /// - Parameters:
  ///   - headers: the names of columns, from one or more header rows.
  ///   - columns: the columns that may say who.
  init(_ headers: [String], among columns: [Int], fallback: Bool) {
    for column in columns where column < headers.count {
      guard let claim = ColumnNames.role(of: headers[column]) else { continue }
      switch claim.role {
      case .person where person < 0: person = column
      case .firstName where first < 0: first = column
      case .lastName where last < 0: last = column
      case .number where number < 0: number = column
      case .unit where unit < 0: unit = column
      default: break
      }
    }
    if person < 0, first < 0, last < 0, fallback {
      let unnamed = columns.first { column in
        column != number && column != unit
          && (column >= headers.count || ColumnNames.role(of: headers[column]) == nil)
      }
      person = unnamed ?? -1
    }
    // `Ansatt;Navn`: the first identifies.
    if person >= 0, number < 0,
      ColumnNames.personIdentifiers.contains(
        ByteText.folded(headers[min(person, headers.count - 1)])),
      let name = columns.first(where: {
        $0 != person && $0 < headers.count
          && ColumnNames.personNames.contains(ByteText.folded(headers[$0]))
      })
    {
      (number, person) = (person, name)
    }
  }

  var isEmpty: Bool { person < 0 && first < 0 && last < 0 && number < 0 }
  var all: [Int] { [number, person, first, last].filter { $0 >= 0 } }

  /// - Returns: nil when the row names nobody.
  func text(_ sheet: LayoutSheet, _ row: Int) -> PersonText? {
    var text = PersonText(sheet.cell(row, person >= 0 ? person : first))
    let family = PersonText.cleaned(sheet.cell(row, last))
    if person < 0, !family.isEmpty {
      text.name = text.name.isEmpty ? family : "\(text.name) \(family)"
    }
    let number = PersonText.cleaned(sheet.cell(row, self.number))
    if !number.isEmpty { text.number = number }
    return text.name.isEmpty && text.number.isEmpty ? nil : text
  }
}

/// Words and rows that are no people.
enum PlanRows {
  private static let totals: Set<String> = [
    "sum", "summer", "sumtimer", "total", "totalt", "totals", "totalsum", "totaler", "antall",
    "subtotal", "delsum", "summert", "count", "bemanning", "ialt", "avvik", "behov", "timer",
  ]

  /// `Sum`, `Antall D`, `I alt`.
  static func isTotal(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    return totals.contains(String(first)) || (first == "i" && words.dropFirst().first == "alt")
  }

  static func reportTotal(_ row: Int, _ sheet: LayoutSheet, _ collector: inout RosterCollector) {
    collector.report(
      .totalRow, .note, in: sheet, row: row, column: -1,
      Localized(
        nb: "raden er en sum og er ikke tatt med", en: "the row is a total and is left out"))
  }

  static func reportUnused(_ row: Int, _ sheet: LayoutSheet, _ collector: inout RosterCollector) {
    let text = sheet.filled(row).first.map { ByteText.shown(sheet.cell(row, $0)) } ?? ""
    collector.report(
      .lineNotUsed, .note, in: sheet, row: row, column: sheet.filled(row).first ?? -1,
      Localized(
        nb: "linjen er ikke brukt: «\(text)»", en: "the line is not used: “\(text)”"))
  }
}

/// Whose plan a file is that holds one person's.
enum PlanOwner {
  private static let labels: Set<String> = [
    "turnusfor", "navn", "ansatt", "namn", "tilsett", "medarbeider", "turnusplanfor", "planfor",
    "name", "employee", "rosterfor", "person", "arbeidsplanfor", "arbeidstaker", "vaktplanfor",
  ]

  /// `Turnus for;Solveig Strand` or `Navn: Solveig Strand`, and a staff number.
  static func find(_ sheet: LayoutSheet, rows: Range<Int>) -> (PersonText, row: Int, column: Int)? {
    var found: (text: PersonText, row: Int, column: Int)?
    var number = ""
    for row in rows {
      let filled = sheet.filled(row)
      guard let first = filled.first, filled.count <= 4 else { continue }
      for (index, column) in filled.enumerated() {
        var label = sheet.cell(row, column)
        var value = index + 1 < filled.count ? sheet.cell(row, filled[index + 1]) : ""
        if let colon = label.firstIndex(of: ":"),
          label[label.index(after: colon)...].contains(where: \.isLetter)
        {
          value = String(label[label.index(after: colon)...])
          label = String(label[..<colon])
        }
        if let role = ColumnNames.role(of: label), role.role == .number, role.certain {
          number = PersonText.cleaned(value)
        } else if labels.contains(ByteText.folded(label)), !value.isEmpty, found == nil {
          found = (PersonText(value), row, column)
        } else if found == nil, let rest = afterLabel(label) {
          found = (PersonText(rest), row, first)
        }
      }
    }
    if found?.text.number.isEmpty ?? false { found?.text.number = number }
    return found.map { ($0.text, $0.row, $0.column) }
  }

  private static let afterNames: Set<String> = [
    "fra", "frå", "from", "i", "in", "uke", "uker", "veke", "week", "weeks", "periode", "perioden",
    "gjelder", "vår", "våren", "sommer", "sommeren", "høst", "høsten", "vinter", "vinteren",
  ]

  /// `Turnus for Solveig Strand`
  private static func afterLabel(_ text: String) -> String? {
    let text = PersonText.cleaned(text)
    for label in [
      "turnus for ", "turnusplan for ", "arbeidsplan for ", "vaktplan for ", "roster for ",
    ]
    where text.lowercased().hasPrefix(label) {
      // `Turnus for Solveig Strand fra 05.01.2026`
      let words = text.dropFirst(label.count).split(separator: " ").prefix { word in
        !word.contains(where: \.isNumber) && !afterNames.contains(word.lowercased())
      }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
    return nil
  }

  /// Finds the person, else takes the one of the options, else the file's name.
  static func person(
    _ sheet: LayoutSheet, rows: Range<Int>, path: String, _ collector: inout RosterCollector
  ) -> UInt32 {
    if let given = collector.options.person {
      let text = PersonText(given)
      return collector.person(number: text.number, name: text.name, at: .none)
    }
    if let (text, row, column) = find(sheet, rows: rows) {
      let place = sheet.place(row, column)
      return collector.person(
        text,
        at: collector.sources.position(file: sheet.file, offset: place.lowerBound),
        length: place.count)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    collector.report(
      .personAssumed, .note, in: sheet, row: 0, column: 0,
      Localized(
        nb: "planen sier ikke hvem den gjelder; kalt \(ByteText.shown(stem)) etter filen",
        en: "the plan does not say whose it is; called \(ByteText.shown(stem)) after the file"),
      hint: Localized(nb: "oppgi navnet med --person", en: "give the name with --person"))
    return collector.person(number: "", name: stem, at: .none)
  }
}
