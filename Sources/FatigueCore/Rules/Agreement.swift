/// Who may agree on a deviation, least power first (`spec/rules.md`, S-AGR).
public enum AgreementLevel: UInt8, Sendable, Comparable, CaseIterable {
  /// A written agreement with the employee.
  case individual = 1
  /// A written agreement with the union representatives of an employer bound by a collective
  /// agreement.
  case localUnion
  /// A union with the right of nomination (aml. § 10-12 (4)).
  case nationalUnion
  /// Consent of the Labour Inspection Authority.
  case authority

  public static func < (a: AgreementLevel, b: AgreementLevel) -> Bool { a.rawValue < b.rawValue }

  /// `A1`…`A4`, as a configuration names them.
  public var name: String { "A\(rawValue)" }

  public init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  public var title: Localized {
    switch self {
    case .individual: Localized(nb: "avtale med den ansatte", en: "agreement with the employee")
    case .localUnion:
      Localized(nb: "avtale med tillitsvalgte", en: "agreement with the union representatives")
    case .nationalUnion:
      Localized(
        nb: "avtale med fagforening med innstillingsrett",
        en: "agreement with a union that has the right of nomination")
    case .authority:
      Localized(
        nb: "samtykke fra Arbeidstilsynet", en: "consent of the Labour Inspection Authority")
    }
  }
}

/// How far agreements of one level may move a limit.
public struct AgreementReach: Sendable {
  public enum End: Sendable {
    /// The value they may go to, and no further.
    case to(Fraction)
    /// No number in the Act.
    case free
  }

  public var level: AgreementLevel
  public var end: End

  public init(_ level: AgreementLevel, _ end: End) {
    self.level = level
    self.end = end
  }
}

/// A written deviation from a limit, with what makes it valid: a level, parties, dates and a scope.
public struct Agreement: Sendable {
  public var id: String
  public var level: AgreementLevel
  public var parties: [String]
  /// First and last date, both included; no last date means until further notice.
  public var from: CivilDate
  public var through: CivilDate?
  /// Whom it covers, by staff number or name; empty for everybody.
  public var people: [String]
  /// Units and shift codes it covers; empty for all.
  public var units: [String]
  public var codes: [String]
  /// The rule it deviates from, by its id.
  public var rule: String
  /// The limit it sets, by its full id; nil when it sets none and only permits.
  public var limit: String?
  /// In the unit of the limit.
  public var value: Fraction?
  /// What the employees get in return.
  public var compensation: String?

  public init(
    id: String, level: AgreementLevel, parties: [String] = [], from: CivilDate,
    through: CivilDate? = nil, people: [String] = [], units: [String] = [], codes: [String] = [],
    rule: String, limit: String? = nil, value: Fraction? = nil, compensation: String? = nil
  ) {
    self.id = id
    self.level = level
    self.parties = parties
    self.from = from
    self.through = through
    self.people = people
    self.units = units
    self.codes = codes
    self.rule = rule
    self.limit = limit
    self.value = value
    self.compensation = compensation
  }

  /// The limit it sets and its scope, each list in order; nil when it sets no limit.
  var subject: [[String]]? {
    limit.map { [[$0], people.sorted(), units.sorted(), codes.sorted()] }
  }

  /// Holds on some of the dates of another.
  func overlaps(_ other: Agreement) -> Bool {
    other.through.map { from <= $0 } ?? true && through.map { other.from <= $0 } ?? true
  }

  /// Names the person, or names nobody.
  func covers(_ person: Person) -> Bool {
    people.isEmpty || people.contains { $0 == person.number || $0 == person.name }
  }
}

/// A limit as it holds for one person at one place in the plan.
public struct LimitInForce: Sendable {
  public var value: Fraction
  /// The same in the seconds, counts or hundredths that rules compare in.
  public var steps: Int64
  /// Index in ``Limits/agreements`` of the agreement that set it; -1 when none did.
  public var agreement: Int16
}
