/// What a column of a list says about a shift.
public enum ColumnRole: Int, Sendable, CaseIterable {
  case person, firstName, lastName, number
  case date, endDate, start, end, interval
  case code, kind, unit, zone, tags, source
  /// Minutes of break that the header itself calls unpaid.
  case unpaidBreak
  /// Minutes of break: checked, but working time stays as it is (DESIGN 2.19).
  case plainBreak
  case hours
  /// Known, and without influence: a remark, a position, a percentage.
  case comment

  /// What the column holds, for people.
  public var title: Localized {
    switch self {
    case .person: Localized(nb: "ansatt", en: "employee")
    case .firstName: Localized(nb: "fornavn", en: "first name")
    case .lastName: Localized(nb: "etternavn", en: "last name")
    case .number: Localized(nb: "ansattnummer", en: "staff number")
    case .date: Localized(nb: "dato", en: "date")
    case .endDate: Localized(nb: "sluttdato", en: "end date")
    case .start: Localized(nb: "start", en: "start")
    case .end: Localized(nb: "slutt", en: "end")
    case .interval: Localized(nb: "tidsrom", en: "time range")
    case .code: Localized(nb: "vaktkode", en: "shift code")
    case .kind: Localized(nb: "type", en: "type")
    case .unit: Localized(nb: "enhet", en: "unit")
    case .zone: Localized(nb: "tidssone", en: "time zone")
    case .tags: Localized(nb: "merker", en: "tags")
    case .source: Localized(nb: "kilde", en: "source")
    case .unpaidBreak: Localized(nb: "ubetalt pause", en: "unpaid break")
    case .plainBreak: Localized(nb: "pause", en: "break")
    case .hours: Localized(nb: "timer", en: "hours")
    case .comment: Localized(nb: "merknad", en: "remark")
    }
  }
}

/// The names by which columns are known, in bokmål, nynorsk and English.
enum ColumnNames {
  /// Names that decide, in small letters without spaces and signs.
  static let names: [ColumnRole: [String]] = [
    .person: [
      "ansatt", "vakthaver", "ansattnavn", "ansattenavn", "navn", "navnansatt", "namn", "tilsett",
      "tilsettnamn",
      "tilsattnavn", "medarbeider", "medarbeidernavn", "medarbeidar", "arbeidstaker",
      "arbeidstakar", "person", "personnavn", "personname", "ressurs", "ressursnavn", "fulltnavn",
      "fulltnamn", "employee", "employeename", "employees", "name", "fullname", "staff",
      "staffname", "staffmember", "worker", "workername", "resource", "resourcename", "nurse",
      "colleague", "vikar", "mannskap", "tjenestemann", "tjenesteperson", "betjent", "crew",
      "crewmember", "officer",
    ],
    .firstName: ["fornavn", "fornamn", "firstname", "givenname", "forename"],
    .lastName: ["etternavn", "etternamn", "lastname", "surname", "familyname"],
    .number: [
      "ansattnr", "ansattnummer", "ansattid", "ansnr", "ansattno", "tilsettnr", "tilsettnummer",
      "medarbeidernr", "medarbeidernummer", "medarbeiderid", "medarbeidarnr", "ressursnr",
      "ressursnummer", "ressursid", "personnr", "personalnr", "personalnummer", "personid",
      "lønnsnr", "lønnsnummer", "lønnsnrnr", "employeeid", "employeeno", "employeenr",
      "employeenumber", "empid", "empno", "empnumber", "staffid", "staffno", "staffnumber",
      "personnelnumber", "personnelno", "personnelid", "payrollnumber", "payrollno", "payrollid",
      "workerid", "resourceid", "badge", "badgenumber", "badgeno", "badgenr", "tjnr",
      "tjenestenr", "tjenestenummer",
    ],
    .date: [
      "dato", "vaktdato", "startdato", "datostart", "fradato", "datofra", "fraogmeddato", "fom",
      "fraogmed", "date", "shiftdate", "startdate", "datestart", "fromdate", "datefrom",
      "workdate", "begindate", "dutydate",
    ],
    .endDate: [
      "sluttdato", "datoslutt", "tildato", "datotil", "tilogmeddato", "tom", "tilogmed", "enddate",
      "dateend", "todate", "dateto", "finishdate",
    ],
    .start: [
      "start", "startklokkeslett", "fra", "frå", "frakl", "fråkl", "klfra", "starttid",
      "starttidspunkt",
      "tidspunktfra", "tidfra", "fratid", "fråtid", "fraklokken", "fraklokka", "begynner",
      "begynnelse", "vaktstart", "starter", "oppstart", "startkl", "innstemplet", "from",
      "fromtime",
      "begin", "begins", "begintime", "starttime", "timefrom", "timestart", "shiftstart", "starts",
      "startdatetime", "startsat", "clockin", "in", "inn", "startdatotid", "startdatoogtid",
      "dtstart",
    ],
    .end: [
      "ut",
      "slutt", "slutttid", "sluttklokkeslett", "til", "tilkl", "kltil", "sluttid", "sluttidspunkt",
      "tidspunkttil", "tidtil", "tiltid", "tilklokken", "tilklokka", "ferdig", "slutter",
      "vaktslutt",
      "sluttkl", "utstemplet", "to", "totime", "end", "ends", "endtime", "timeto", "timeend",
      "shiftend", "finish", "finishtime", "until", "enddatetime", "endsat", "stop", "stoptime",
      "stopp", "stopptid", "clockout", "out", "sluttdatotid", "sluttdatoogtid", "dtend",
    ],
    .interval: [
      "tid", "tidsrom", "klokkeslett", "arbeidstid", "vakttid", "tider", "fratil", "klokka",
      "tidfratil", "klfratil", "frakltilkl", "starttilslutt", "startslutt", "time", "times",
      "timerange", "shifttime", "hoursfromto", "starttoend", "startend", "fromto",
    ],
    .code: [
      "vaktkode", "kode", "skiftkode", "vaktkoder", "tjeneste", "tjenestekode", "code", "shiftcode",
      "shiftname", "dutycode", "duty", "skift", "vaktnavn", "vaktnamn",
    ],
    .kind: [
      "kind", "vakttype", "tjenestetype", "fraværstype", "fråværstype", "fraværskode",
      "fraværsårsak",
      "permisjonstype", "absencetype", "leavetype", "absencereason", "shifttype", "dutytype",
      "radtype", "slag", "vaktslag",
    ],
    .unit: [
      "enhet", "eining", "avdeling", "avd", "avdelingsnavn", "seksjon", "post", "sengepost",
      "klinikk", "sted", "stad", "arbeidssted", "unit", "ward", "dept", "department", "location",
      "team", "vaktlag", "gruppe", "group", "station", "orgenhet", "organisasjonsenhet", "koststed",
    ],
    .zone: ["zone", "tidssone", "tidssona", "timezone", "tz", "tzid"],
    .tags: ["tags", "merker", "merke", "etiketter", "labels"],
    .source: ["source", "kilde", "kjelde"],
    .unpaidBreak: [
      "ubetaltpause", "ubetaltpauser", "ubetalthvilepause", "ubetaltspisepause", "ubetaltmatpause",
      "ulønnetpause", "ubetaltpauseminutter", "ubetaltpausemin", "ubetaltpauseimin",
      "ubetaltpauseiminutter", "pauseubetalt", "ulønnapause", "ubetaldpause", "pauseubetald",
      "unpaidbreak", "unpaidbreaks", "unpaidbreakminutes", "unpaidbreakmin", "unpaidbreakmins",
      "breakunpaid", "unpaidmeal", "unpaidmealbreak", "unpaidlunch",
    ],
    .plainBreak: [
      "pause", "pauser", "pausemin", "pauseminutter", "pausetid", "pauseimin", "pauseiminutter",
      "hvilepause", "spisepause", "matpause", "lunsj", "break", "breaks", "breakmin", "breakmins",
      "breakminutes", "breaktime", "breakduration", "mealbreak", "lunch", "lunchbreak",
    ],
    .hours: [
      "timer", "antalltimer", "timar", "sumtimer", "varighet", "varigheit", "lengde", "vaktlengde",
      "timetall", "hours", "duration", "length", "shiftlength", "totalhours", "hrs",
    ],
    .comment: [
      "kommentar", "kommentarer", "merknad", "merknader", "notat", "beskrivelse", "betegnelse",
      "stilling", "stillingsprosent", "stillingstittel", "stillingskode", "stillingsbrøk",
      "prosent",
      "yrke", "rolle", "kompetanse", "ukedag", "vekedag", "uke", "veke", "ukenr", "ukenummer",
      "comment", "comments", "remark", "remarks", "note", "notes", "description", "position",
      "jobtitle", "role", "week", "weekno", "weeknumber", "weekday", "dayofweek", "percent", "fte",
      "summary",
    ],
  ]

  /// Names that count only where no other column has claimed the meaning.
  static let weakNames: [ColumnRole: [String]] = [
    .date: ["dag", "day", "dagar", "dager"],
    .number: ["id", "nr", "nummer", "no", "number"],
    .code: ["vakt", "shift", "vakter"],
    .kind: ["type"],
  ]

  /// Names of the employee that may hold the number when another column holds the name.
  static let personIdentifiers: Set<String> = [
    "ansatt", "tilsett", "medarbeider", "medarbeidar", "arbeidstaker", "arbeidstakar", "person",
    "ressurs", "employee", "staff", "worker", "resource",
  ]
  /// Names that always hold a name.
  static let personNames: Set<String> = [
    "navn", "namn", "name", "ansattnavn", "fulltnavn", "fulltnamn", "fullname", "employeename",
    "personnavn", "personname", "staffname", "ressursnavn", "medarbeidernavn", "tilsettnamn",
  ]

  private static func inverted(_ table: [ColumnRole: [String]]) -> [String: ColumnRole] {
    var result: [String: ColumnRole] = [:]
    for (role, names) in table {
      for name in names { result[name] = role }
    }
    return result
  }

  private static let strong = inverted(names)
  private static let weak = inverted(weakNames)

  /// What a header means; `certain` is false for a name that yields to any other claim.
  ///
  /// Letters and digits count, so that `Fra kl.` and `fra-kl` are one. What stands in parentheses is
  /// left out unless the whole has a meaning of its own, as `Pause (ubetalt)` has.
  static func role(of header: String) -> (role: ColumnRole, certain: Bool)? {
    guard header.utf8.count <= 200 else { return nil }
    if !header.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }) {
      // Dates, times and staff numbers, by far the most of what is looked at.
      if header.utf8.count(where: { $0 &- 48 < 10 }) > 3 { return nil }
      let name = ByteText.folded(header)
      if let role = strong[name] { return (role, true) }
      if let role = weak[name] { return (role, false) }
      return prefixed(name).map { ($0, false) }
    }
    var outside = ""
    var depth = 0
    for character in header {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
    }
    for text in [header, outside] {
      let name = ByteText.folded(text)
      if let role = strong[name] { return (role, true) }
      if let role = weak[name] { return (role, false) }
    }
    return prefixed(ByteText.folded(outside)).map { ($0, false) }
  }

  /// `Tj.start`, `Vakt til`, `Planlagt slutt`: what the rest of the name means, where it is when.
  private static func prefixed(_ name: String) -> ColumnRole? {
    for prefix in prefixes where name.hasPrefix(prefix) {
      guard let role = strong[String(name.dropFirst(prefix.count))] else { continue }
      if [.date, .endDate, .start, .end, .number].contains(role) { return role }
    }
    return nil
  }

  private static let prefixes = [
    "vakt", "tjeneste", "tj", "skift", "planlagt", "arbeids", "turnus", "shift", "duty",
    "scheduled", "planned", "work",
  ]
}
