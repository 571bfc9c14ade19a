/// Which column of a file of outcomes holds what.
///
/// A long file has a column that names the measure; a wide one has a column for each measure, with `n`
/// and `sd` beside it (`ISI`, `ISI n`, `ISI sd`) or one `n` for all.
struct OutcomeColumns {
  enum Role: Hashable, Sendable {
    case time, group, measure, count, value, deviation, change
  }

  /// Columns of one measure in a wide file.
  struct Measured {
    var measure: OutcomeMeasure
    var columns: [Role: Int] = [:]
  }

  /// Why nothing of a file is read.
  enum Refusal {
    case item(column: Int)
    case person(column: Int)
  }

  private(set) var columns: [Role: Int] = [:]
  private(set) var measures: [Measured] = []
  private(set) var refusal: Refusal?
  private(set) var unused: [Int] = []

  init(_ headers: [String]) {
    var people: [Int] = []
    var items: [Int] = []
    var numbers: [Int] = []
    for (index, header) in headers.enumerated() where header.utf8.count <= 200 {
      let name = Self.name(header)
      if name.isEmpty { continue }
      if let role = Self.roles[name], columns[role] == nil {
        columns[role] = index
      } else if let (measure, role) = Self.measured(name) {
        add(measure, role, index)
      } else if Self.isItem(header) {
        items.append(index)
      } else if name == "id" {
        numbers.append(index)
      } else if Self.isPerson(header) {
        people.append(index)
      } else {
        unused.append(index)
      }
    }
    measures.removeAll { $0.columns[.value] == nil }
    // Rows of groups may be numbered; where nobody counts, each row is somebody.
    if columns[.count] == nil { people += numbers } else { unused += numbers }
    // One `q1` may be a quarter; questions come in numbers, or with what else is measured.
    if let item = items.first, items.count > 1 || isHeader || !people.isEmpty {
      refusal = .item(column: item)
    } else {
      unused += items
      if let person = people.first, isHeader || !measures.isEmpty || columns[.measure] != nil {
        refusal = .person(column: person)
      } else {
        unused += people
      }
    }
  }

  private mutating func add(_ measure: OutcomeMeasure, _ role: Role, _ column: Int) {
    let place = measures.firstIndex { $0.measure == measure }
    if place == nil { measures.append(Measured(measure: measure)) }
    let index = place ?? measures.count - 1
    guard measures[index].columns[role] == nil else { return unused.append(column) }
    measures[index].columns[role] = column
  }

  subscript(_ role: Role) -> Int? { columns[role] }

  /// A column says which measure a row is about.
  var isLong: Bool { columns[.measure] != nil && columns[.value] != nil }

  /// It says when, and what was measured.
  var isHeader: Bool { columns[.time] != nil && (isLong || !measures.isEmpty) }

  /// What is meant by names of columns, in small letters and digits only.
  private static let names: [Role: [String]] = [
    .time: [
      "tid", "tidspunkt", "når", "dato", "måned", "periode", "uke", "kvartal", "måling",
      "målepunkt", "måletidspunkt", "målt", "måledato", "runde", "date", "time", "when", "month",
      "period", "week", "quarter", "timepoint", "measured", "wave", "start", "fra", "from",
    ],
    .group: [
      "gruppe", "gruppenavn", "enhet", "avdeling", "seksjon", "post", "team", "sted", "group",
      "groupname", "unit", "ward", "department", "site",
    ],
    .measure: [
      "mål", "måltall", "måleinstrument", "instrument", "skjema", "skala", "indikator", "utfall",
      "variabel", "spørreskjema", "measure", "scale", "outcome", "questionnaire", "indicator",
      "metric", "variable",
    ],
    .count: [
      "n", "antall", "antallsvar", "svar", "besvart", "antallbesvart", "respondenter",
      "antallrespondenter", "deltakere", "antalldeltakere", "ansatte", "antallansatte", "utvalg",
      "count", "responses", "respondents", "participants", "employees", "staff", "samplesize",
      "number",
    ],
    .value: [
      "verdi", "gjennomsnitt", "gjsnitt", "snitt", "middel", "middelverdi", "resultat", "skår",
      "score", "poeng", "total", "totalskår", "totalscore", "sum", "sumskår", "prosent", "value",
      "mean", "average", "avg", "result", "percent", "points",
    ],
    .deviation: [
      "sd", "std", "stdav", "stdavvik", "standardavvik", "stdev", "stddev", "standarddeviation",
    ],
    .change: [
      "sdendring", "sdavendring", "sdforendring", "sdendringen", "standardavvikendring",
      "sddifferanse", "sdchange", "sdofchange", "sddiff", "sddifference",
    ],
  ]

  private static let roles: [String: Role] = {
    var result: [String: Role] = [:]
    for (role, names) in names {
      for name in names { result[name] = role }
    }
    return result
  }()

  /// What stands before or after a measure's name in a wide file.
  private static let parts: [(Role, [String])] = [
    (.change, names[.change] ?? []), (.deviation, names[.deviation] ?? []),
    (.count, ["antallsvar", "antall", "svar", "respondenter", "n", "count"]),
    (.value, ["gjennomsnitt", "snitt", "middel", "verdi", "mean", "average", "avg", "total"]),
  ]

  private static func measured(_ name: String) -> (OutcomeMeasure, Role)? {
    if let measure = OutcomeMeasureBook.byName[name] { return (measure, .value) }
    for (role, words) in parts {
      for word in words {
        for rest in [
          name.hasSuffix(word) ? String(name.dropLast(word.count)) : "",
          name.hasPrefix(word) ? String(name.dropFirst(word.count)) : "",
        ] {
          if let measure = OutcomeMeasureBook.byName[rest] { return (measure, role) }
        }
      }
    }
    return nil
  }

  /// Small letters and digits, without what stands in brackets.
  private static func name(_ header: String) -> String {
    var outside = ""
    var depth = 0
    for character in header {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
    }
    let name = ByteText.folded(outside)
    return name.isEmpty ? ByteText.folded(header) : name
  }

  /// `ISI_3`, `PSS10 item 4`, `q7`, `Spørsmål 2`, or a question with its mark.
  static func isItem(_ text: String) -> Bool {
    let trimmed = text.last { $0 != " " }
    if trimmed == "?" { return true }
    let name = ByteText.folded(text)
    guard OutcomeMeasureBook.byName[name] == nil, let last = name.utf8.last, ByteText.isDigit(last)
    else { return false }
    let stem = String(name.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
    let words = [
      "q", "item", "items", "ledd", "spm", "spørsmål", "question", "sp", "svar", "answer", "var",
    ]
    if words.contains(stem) { return true }
    return OutcomeMeasureBook.all.flatMap(\.itemStems).contains { item in
      stem == item || name.hasPrefix(item) && words.contains(String(stem.dropFirst(item.count)))
    }
  }

  /// A name, a number or an address of somebody.
  private static func isPerson(_ header: String) -> Bool {
    let own: Set<String> = [
      "respondent", "respondentid", "deltaker", "deltakerid", "participant", "participantid",
      "subject", "subjectid", "informant", "svarer", "epost", "email", "mail", "fnr",
      "fødselsnummer", "personnummer", "brukernavn", "username", "pseudonym", "initialer",
      "initials",
    ]
    if own.contains(ByteText.folded(header)) { return true }
    return switch ColumnNames.role(of: header)?.role {
    case .person, .number, .firstName, .lastName: true
    default: false
    }
  }
}
