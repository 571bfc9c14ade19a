/// Which column of a sleep log holds what.
struct SleepColumns {
  enum Role: Hashable {
    case person, number, firstName, lastName
    /// The date of the onset, or of bedtime where that has a column.
    case date
    case wakeDate
    case bedtime, onset, wake
    case kind
    /// Where the clock times of the row are read.
    case zone
  }

  private(set) var columns: [Role: Int] = [:]

  init(_ headers: [String]) {
    for (index, header) in headers.enumerated() {
      guard let role = Self.role(of: header), columns[role] == nil else { continue }
      columns[role] = index
    }
    // A diary may have only the time one went to bed.
    if columns[.onset] == nil, let bed = columns.removeValue(forKey: .bedtime) {
      columns[.onset] = bed
    }
  }

  subscript(_ role: Role) -> Int? { columns[role] }

  /// It says when sleeps begin and end.
  var isHeader: Bool { columns[.onset] != nil && columns[.wake] != nil }

  var hasPerson: Bool {
    [.person, .number, .firstName, .lastName].contains { columns[$0] != nil }
  }

  /// Small letters without spaces and signs.
  private static let names: [Role: [String]] = [
    .bedtime: [
      "bedtime", "timetobed", "inbedtime", "gotobed", "gotobedtime", "lightsout", "leggetid",
      "sengetid", "lasegkl", "lasegklokken", "lagdeseg", "lysav",
    ],
    .onset: [
      "onset", "sleeponset", "sleeponsettime", "sleepstart", "sleepstarttime", "fellasleep",
      "fallasleep", "asleep", "asleepat", "onsettime", "innsovning", "innsovningstid", "sovnet",
      "sovna", "søvnstart", "svevnstart", "sovfra",
    ],
    .wake: [
      "wake", "waketime", "wakeup", "wakeuptime", "wokeup", "woke", "sleepend", "sleependtime",
      "sleepoffset", "finalawakening", "awakeat", "våknet", "vakna", "våkna", "oppvåkning",
      "oppvåkningstid", "oppvåkningstidspunkt", "søvnslutt", "svevnslutt", "sovtil",
    ],
    .date: ["date", "dato", "night", "natt", "onsetdate", "sleepdate", "bedtimedate", "beddate"],
    .wakeDate: ["wakedate", "wakeupdate", "sleependdate", "dateofwaking", "oppvåkningsdato"],
    .kind: ["kind", "type", "intervaltype", "sleeptype", "søvntype", "episodetype", "slag"],
    .person: ["subject", "participant", "deltaker", "forsøksperson", "id", "identity"],
  ]

  private static let roles: [String: Role] = {
    var result: [String: Role] = [:]
    for (role, names) in names {
      for name in names { result[name] = role }
    }
    return result
  }()

  private static func role(of header: String) -> Role? {
    guard header.utf8.count <= 200 else { return nil }
    if let role = roles[ByteText.folded(header)] { return role }
    return switch ColumnNames.role(of: header)?.role {
    case .person: .person
    case .number: .number
    case .firstName: .firstName
    case .lastName: .lastName
    case .date: .date
    case .endDate: .wakeDate
    case .start: .onset
    case .end: .wake
    case .kind: .kind
    case .zone: .zone
    default: nil
    }
  }
}

/// What a row of a sleep log is about.
enum SleepRowKind {
  case sleep, nap
  /// Time awake, at rest or off the wrist.
  case other

  /// - Returns: nil for a word that is not known.
  init?(_ text: String) {
    switch ByteText.folded(text) {
    case "sleep", "asleep", "main", "mainsleep", "night", "nightsleep", "søvn", "svevn", "sov",
      "sovn", "hovedsøvn", "nattesøvn", "natt":
      self = .sleep
    case "nap", "powernap", "lur", "høneblund", "blund", "middagslur", "dupp", "korthvil",
      "kortsøvn":
      self = .nap
    case "wake", "awake", "active", "activity", "rest", "restinterval", "inbed", "excluded",
      "offwrist", "daily", "custom", "våken", "vaken", "aktiv", "hvile", "iseng", "utelatt":
      self = .other
    default: return nil
    }
  }

  static let words = ["sleep", "nap", "søvn", "kort hvil"]
}
