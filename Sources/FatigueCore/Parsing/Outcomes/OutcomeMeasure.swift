/// What a workplace measures to see whether something helped: a questionnaire's total or a rate.
public struct OutcomeMeasure: Sendable, Hashable {
  /// Stable name in every machine format.
  public var id: String
  public var title: Localized
  /// Which way is better.
  public var better: Direction
  public var kind: Kind
  /// Lowest and highest total of one person, or per cent of a group.
  public var range: ClosedRange<Int>
  /// Where range and direction come from.
  public var source: String
  /// Names people write, in small letters and digits only.
  var names: [String]
  /// What the names of its single questions begin with.
  var itemStems: [String] = []

  public enum Direction: String, Sendable {
    case lower, higher
  }

  public enum Kind: Sendable {
    /// The mean total of those who answered.
    case total
    /// Per cent of the group.
    case percent
    /// A count in the whole group; shown per employee.
    case perEmployee
    /// A count in the whole group; shown per 100 employees.
    case perHundred
  }

  public static func == (a: OutcomeMeasure, b: OutcomeMeasure) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What a shown value is counted in.
  public var unit: Localized {
    switch kind {
    case .total:
      Localized(
        nb: "poeng, \(range.lowerBound)–\(range.upperBound)",
        en: "points, \(range.lowerBound)–\(range.upperBound)")
    case .percent: Localized(nb: "prosent", en: "per cent")
    case .perEmployee: Localized(nb: "dager per ansatt", en: "days per employee")
    case .perHundred: Localized(nb: "per 100 ansatte", en: "per 100 employees")
    }
  }
}

/// The measures that are read, with the ranges their makers give.
public enum OutcomeMeasureBook {
  public static let all: [OutcomeMeasure] = questionnaires + rates

  /// The one that is meant by a name as written.
  static func named(_ text: String) -> OutcomeMeasure? {
    guard text.utf8.count <= 200 else { return nil }
    return byName[ByteText.folded(text)]
  }

  static let byName: [String: OutcomeMeasure] = {
    var result: [String: OutcomeMeasure] = [:]
    for measure in all {
      for name in measure.names + [ByteText.folded(measure.id)] { result[name] = measure }
      for title in [measure.title.nb, measure.title.en] { result[ByteText.folded(title)] = measure }
    }
    return result
  }()

  /// Names to suggest for a mistyped one.
  static let suggestions = all.map(\.id) + all.flatMap { [$0.title.nb, $0.title.en] }

  private static let burnout = """
    Kristensen et al. 2005, Work & Stress 19(3):192–207: means of items scored 0, 25, 50, 75, 100
    """
  private static let maslach =
    "Maslach, Jackson and Leiter 1996, MBI Manual, 3rd ed.: sums of items scored 0–6 (MBI-HSS)"

  private static let questionnaires: [OutcomeMeasure] = [
    OutcomeMeasure(
      id: "isi",
      title: Localized(nb: "Søvnløshet (ISI)", en: "Insomnia (ISI)"), better: .lower, kind: .total,
      range: 0...28, source: "Bastien, Vallières and Morin 2001, Sleep Med 2(4):297–307",
      names: ["insomniaseverityindex", "isitotal", "isisum", "isiskår", "isiscore", "søvnløshet"],
      itemStems: ["isi"]),
    OutcomeMeasure(
      id: "pss-10",
      title: Localized(nb: "Opplevd stress (PSS-10)", en: "Perceived stress (PSS-10)"),
      better: .lower, kind: .total, range: 0...40,
      source: "Cohen and Williamson 1988, The Social Psychology of Health, 31–67",
      names: ["pss", "perceivedstressscale", "opplevdstress", "stress", "psstotal", "pss10total"],
      itemStems: ["pss", "pss10"]),
    OutcomeMeasure(
      id: "who-5",
      title: Localized(nb: "Trivsel (WHO-5)", en: "Well-being (WHO-5)"), better: .higher,
      kind: .total, range: 0...100,
      source: "Topp et al. 2015, Psychother Psychosom 84(3):167–176: raw score 0–25 times four",
      names: ["who5", "who", "who5prosent", "who5percent", "wellbeing", "trivsel", "velvære"],
      itemStems: ["who", "who5"]),
    OutcomeMeasure(
      id: "who-5-raw",
      title: Localized(nb: "Trivsel (WHO-5, råskår)", en: "Well-being (WHO-5, raw score)"),
      better: .higher, kind: .total, range: 0...25,
      source: "Topp et al. 2015, Psychother Psychosom 84(3):167–176",
      names: ["who5råskår", "who5rå", "who5raw", "who5rawscore", "who5sum"]),
    OutcomeMeasure(
      id: "need-for-recovery",
      title: Localized(nb: "Behov for restitusjon (NFR)", en: "Need for recovery (NFR)"),
      better: .lower, kind: .total, range: 0...100,
      source: "van Veldhoven and Broersen 2003, Occup Environ Med 60(Suppl 1):i3–i9",
      names: [
        "nfr", "nfrs", "needforrecovery", "needforrecoveryscale", "restitusjonsbehov",
        "behovforrestitusjon", "behovforhvile",
      ], itemStems: ["nfr", "nfrs"]),
    OutcomeMeasure(
      id: "cbi-personal",
      title: Localized(
        nb: "Personlig utbrenthet (CBI)", en: "Personal burnout (CBI)"), better: .lower,
      kind: .total, range: 0...100, source: burnout,
      names: [
        "cbi", "copenhagenburnoutinventory", "copenhagen", "cbipersonlig", "personligutbrenthet",
        "personalburnout", "cbipersonrelatert",
      ], itemStems: ["cbi"]),
    OutcomeMeasure(
      id: "cbi-work",
      title: Localized(
        nb: "Arbeidsrelatert utbrenthet (CBI)", en: "Work-related burnout (CBI)"),
      better: .lower, kind: .total, range: 0...100, source: burnout,
      names: ["cbiarbeid", "cbiarbeidsrelatert", "cbiworkrelated", "workrelatedburnout"]),
    OutcomeMeasure(
      id: "cbi-client",
      title: Localized(
        nb: "Klientrelatert utbrenthet (CBI)", en: "Client-related burnout (CBI)"),
      better: .lower, kind: .total, range: 0...100, source: burnout,
      names: [
        "cbiklient", "cbipasient", "cbiklientrelatert", "cbipasientrelatert", "cbiclientrelated",
        "cbipatient", "clientrelatedburnout", "patientrelatedburnout",
      ]),
    OutcomeMeasure(
      id: "mbi-exhaustion",
      title: Localized(
        nb: "Emosjonell utmattelse (MBI)", en: "Emotional exhaustion (MBI)"), better: .lower,
      kind: .total, range: 0...54, source: maslach,
      names: [
        "mbi", "mbiee", "mbiutmattelse", "mbiemotionalexhaustion", "emosjonellutmattelse",
        "emotionalexhaustion", "maslach", "maslachburnoutinventory",
      ], itemStems: ["mbi"]),
    OutcomeMeasure(
      id: "mbi-depersonalisation",
      title: Localized(nb: "Depersonalisering (MBI)", en: "Depersonalisation (MBI)"),
      better: .lower, kind: .total, range: 0...30, source: maslach,
      names: ["mbidp", "mbidepersonalisering", "depersonalisering", "depersonalization"]),
    OutcomeMeasure(
      id: "mbi-accomplishment",
      title: Localized(
        nb: "Personlig ytelse (MBI)", en: "Personal accomplishment (MBI)"), better: .higher,
      kind: .total, range: 0...48, source: maslach,
      names: ["mbipa", "mbiytelse", "personligytelse", "personalaccomplishment"]),
  ]

  private static let ours = "a rate as the workplace counts it"

  private static let rates: [OutcomeMeasure] = [
    OutcomeMeasure(
      id: "sick-leave-percent",
      title: Localized(nb: "Sykefravær, prosent", en: "Sick leave, per cent"), better: .lower,
      kind: .percent, range: 0...100, source: ours,
      names: [
        "sykefravær", "sjukefråvær", "sykefraværsprosent", "sykefraværprosent", "fravær",
        "fraværsprosent", "sickleave", "sickleavepct", "sicknessabsence", "absence", "absencerate",
      ]),
    OutcomeMeasure(
      id: "sick-leave-days",
      title: Localized(nb: "Sykefraværsdager", en: "Sick-leave days"), better: .lower,
      kind: .perEmployee, range: 0...366, source: ours,
      names: [
        "sykedager", "sykefraværdager", "sykefraværsdagsverk", "fraværsdager", "sickdays",
        "sickleavedays", "absencedays",
      ]),
    OutcomeMeasure(
      id: "turnover-percent",
      title: Localized(nb: "Sluttet, prosent", en: "Turnover, per cent"), better: .lower,
      kind: .percent, range: 0...100, source: ours,
      names: ["turnover", "turnoverprosent", "gjennomtrekk", "sluttet", "oppsigelser"]),
    OutcomeMeasure(
      id: "attendance-percent",
      title: Localized(nb: "Oppmøte, prosent", en: "Attendance, per cent"), better: .higher,
      kind: .percent, range: 0...100, source: ours,
      names: ["oppmøte", "oppmøteprosent", "attendance", "attendancepct"]),
    OutcomeMeasure(
      id: "incident-reports",
      title: Localized(
        nb: "Meldte belastende hendelser", en: "Reports of straining incidents"), better: .lower,
      kind: .perHundred, range: 0...100_000, source: ours,
      names: [
        "avvik", "avviksmeldinger", "hendelser", "hendelsesmeldinger", "incidents",
        "incidentreports",
      ]),
    OutcomeMeasure(
      id: "peer-support",
      title: Localized(nb: "Bruk av kollegastøtte", en: "Use of peer support"), better: .higher,
      kind: .perHundred, range: 0...100_000, source: ours,
      names: ["kollegastøtte", "peersupport", "kollegastøttesamtaler", "peersupportuse"]),
  ]
}
