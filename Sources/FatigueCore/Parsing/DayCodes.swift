/// Codes and words that mean a day off or an absence.
///
/// F1–F5 and FE are markings of the agreements; the rest are words of the wards. Everything else is a
/// shift code, which only times or a legend explain.
enum DayCodes {
  /// What a code means on a row.
  struct Meaning: Equatable, Sendable {
    /// On a row without times.
    var wholeDay: ShiftKind
    /// On a row with times: nil for work.
    var timed: ShiftKind?
  }

  static func meaning(of code: String) -> Meaning? {
    var text = code
    // `(K1) FE`: the shift in parentheses is not worked.
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      text = String(text[text.index(after: close)...])
    }
    text = PersonText.cleaned(text).precomposed.uppercased()
    if let meaning = table[text] { return meaning }
    // `Sykm.` and `F 1`
    if text.utf8.count > 2, text.utf8.count <= 24 {
      let bare = text.filter { $0 != " " && $0 != "." }
      if bare.utf8.count >= 2, bare != text, let meaning = table[bare] { return meaning }
    }
    guard numbered.contains(where: text.hasPrefix) else { return nil }
    let letters = String(text.prefix { !$0.isNumber })
    let digits = text.dropFirst(letters.count)
    if !digits.isEmpty, digits.count <= 2, digits.allSatisfy(\.isNumber),
      numbered.contains(letters)
    {
      return Meaning(wholeDay: .absence, timed: .absence)
    }
    return nil
  }

  /// Absences that wards number: `SY1`, `PE2`.
  private static let numbered: Set<String> = ["SY", "SYK", "FE", "PE", "EM", "SM", "PERM"]

  /// Off, also where the row has times.
  private static let off = [
    "F1", "F2", "F3", "F4", "F5", "FRI", "FRIDAG", "FRIDØGN", "FRIVAKT", "UKEFRI", "HELGEFRI",
    "TURNUSFRI", "FRITT", "OFF", "DAY OFF", "RDO", "REST DAY", "AVSPASERING", "AVSP",
    "HELGEDAGSFRI",
    "FRI HELG", "FRIHELG",
  ]
  /// Off only without times: with times these may be a ward's shift codes.
  private static let offWithoutTimes = [
    "", "F", "FR", "O", "X", "-", "–", "—", ".", "AV", "AS", "DO", "REST", "LEDIG",
  ]
  private static let absence = [
    "FE", "FER", "SYKM", "SYKEM", "FERIE", "FERIEDAG", "FERIEFRI", "SY", "SYK", "SYKDOM",
    "SYKEMELDING",
    "SYKMELDING",
    "SYKEMELDT", "SYKMELDT", "SJUK", "SJUKDOM", "SJUKMELDING", "SYKEFRAVÆR", "SYKEPERMISJON", "SM",
    "EM", "EGM", "EGENMELDING", "EGENMELDT", "SB", "SYKT BARN", "BARN SYK", "SYKE BARN", "PE",
    "PERM", "PERMISJON", "PERMISJON MED LØNN", "PERMISJON UTEN LØNN", "VP", "VELFERD",
    "VELFERDSPERMISJON", "FORELDREPERMISJON", "FORELDREPERM", "FRAVÆR", "FRÅVÆR", "STUDIEPERMISJON",
    "OMSORGSPERMISJON", "SVANGERSKAPSPERMISJON", "SICK", "SICK LEAVE", "SICKNESS", "ILL", "LEAVE",
    "VACATION", "VAC", "HOLIDAY", "HOLIDAYS", "ANNUAL LEAVE", "AL", "SL", "PTO", "ABSENCE",
    "ABSENT",
    "ABS", "PARENTAL LEAVE", "MATERNITY LEAVE", "UNPAID LEAVE",
  ]
  /// A day away from the ward without times, work where the row has times.
  private static let away = [
    "KURS", "KURSDAG", "SEMINAR", "KONFERANSE", "OPPLÆRING", "FAGDAG", "STUDIE", "STUDIEDAG",
    "COURSE", "TRAINING", "STUDY", "STUDY DAY",
  ]

  private static let table: [String: Meaning] = {
    var result: [String: Meaning] = [:]
    for code in off { result[code] = Meaning(wholeDay: .off, timed: .off) }
    for code in offWithoutTimes { result[code] = Meaning(wholeDay: .off, timed: nil) }
    for code in absence { result[code] = Meaning(wholeDay: .absence, timed: .absence) }
    for code in away { result[code] = Meaning(wholeDay: .absence, timed: nil) }
    return result
  }()

  /// The known code that looks most like an unknown one, for a hint.
  static func nearest(to code: String) -> String? {
    let text = PersonText.cleaned(code).uppercased()
    guard (2...24).contains(text.utf8.count) else { return nil }
    var best: (code: String, distance: Int)?
    for known in table.keys.sorted() where known.count >= 2 {
      let distance = EditDistance.between(text, known, atMost: 2)
      if distance <= (known.count <= 3 ? 1 : 2), distance < best?.distance ?? 3 {
        best = (known, distance)
      }
    }
    return best?.code
  }
}

/// How many letters must be changed, put in or taken out to turn one text into another.
enum EditDistance {
  static func between(_ a: String, _ b: String, atMost limit: Int) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard abs(a.count - b.count) <= limit, a.count <= 64 else { return limit + 1 }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = a[i] == b[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}

/// Words for the kinds of rows: long names, the catalogue's short forms, and the wards' words.
enum KindWords {
  static func kind(of text: String) -> ShiftKind? { table[ByteText.folded(text)] }

  private static let words: [ShiftKind: [String]] = [
    .work: [
      "vakt", "arbeid", "ordinær", "ordinærvakt", "planlagt", "planlagtvakt", "tjeneste",
      "normal", "shift", "duty", "ordinary", "planned", "regular", "dagvakt", "kveldsvakt",
      "aftenvakt", "nattevakt", "nattvakt", "langvakt", "dag", "kveld", "aften", "natt",
      "ekstravakt",
      "day", "evening", "night", "ekstra", "bytte", "vaktbytte",
    ],
    .overtime: ["overtid", "ot", "overtidsvakt", "merarbeid", "pålagtovertid"],
    .callOut: [
      "utrykning", "utrykking", "utkalling", "callout", "calledout", "callin", "aktivvakt",
      "aktivhjemmevakt", "tilkalling",
    ],
    .onCall: [
      "hjemmevakt", "heimevakt", "beredskap", "beredskapsvakt", "bakvakt", "oncall", "standby",
      "homeoncall", "passivhjemmevakt",
    ],
    .passive: [
      "hvilende", "hvilendevakt", "hvilevakt", "kvilande", "kvilandevakt", "passiv", "passivvakt",
      "passiv tjeneste", "passivtjeneste", "sovende", "sovendenatt", "sovevakt", "sleepin",
      "resting",
    ],
    .break: ["pause", "ubetaltpause", "matpause", "spisepause"],
    .nap: ["kvil", "kvile", "blund", "powernap", "korthvil", "hvil", "plannednap"],
    .absence: [
      "fravær", "fråvær", "ferie", "sykdom", "sjukdom", "syk", "sykemelding", "sykmelding",
      "egenmelding", "permisjon", "leave", "sick", "vacation", "holiday", "kurs",
    ],
    .off: ["fri", "fridag", "frivakt", "ukefri", "turnusfri", "avspasering", "dayoff", "restday"],
    .incident: ["hendelse", "hending", "kritiskhendelse", "criticalincident", "avvik"],
    .defusing: ["defusing", "debrifing", "debriefing", "avlastningssamtale"],
    .cancelled: [
      "avlyst", "avbestilt", "kansellert", "slettet", "strøket", "canceled", "deleted",
    ],
    .free: ["ledig", "fritatt", "sperret", "arbeidsfri"],
  ]

  private static let table: [String: ShiftKind] = {
    var result: [String: ShiftKind] = [:]
    for (kind, list) in words {
      for word in list { result[ByteText.folded(word)] = kind }
    }
    for kind in ShiftKind.allCases {
      result[ByteText.folded(kind.name)] = kind
      if let short = kind.shortName { result[ByteText.folded(short)] = kind }
    }
    return result
  }()
}
