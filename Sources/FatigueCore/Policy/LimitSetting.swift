/// Judges what a limit may be set to: within its range, within the law, and by whom.
public enum LimitSetting {
  /// What was wrong with a value.
  public enum Fault: Error, Sendable {
    /// Not a number, a fraction or hours and minutes.
    case notANumber
    case outside(ClosedRange<Fraction>)
    /// Past what any local agreement can give.
    case pastFloor(Fraction)
    /// A limit of the law is eased only by an agreement.
    case needsAgreement
    /// Agreements of the level cannot move the limit.
    case level(AgreementLevel, least: AgreementLevel?)
    /// Past what agreements of the level can give.
    case pastReach(AgreementLevel, Fraction)
    /// Stricter than the law: no deviation.
    case stricter
    /// Not what agreements are about.
    case notAgreed(Lane)
  }

  /// Reads `9`, `12,5`, `1/7`, `9:30`.
  public static func value(_ text: String) -> Fraction? {
    let slash = text.split(separator: "/", omittingEmptySubsequences: false)
    if slash.count == 2, let top = Int64(slash[0]), let bottom = Int64(slash[1]),
      (0...1_000_000).contains(top), (1...1_000_000).contains(bottom)
    {
      return Fraction(top, bottom)
    }
    let colon = text.split(separator: ":", omittingEmptySubsequences: false)
    if colon.count == 2, let hours = Int64(colon[0]), let minutes = Int64(colon[1]),
      (0...10_000).contains(hours), (0..<60).contains(minutes)
    {
      return Fraction(hours * 60 + minutes, 60)
    }
    return WrittenNumber(text).map { Fraction(Int64($0.thousandths), 1000) }
  }

  /// A decimal number of a configuration, exact to six decimals.
  static func value(_ number: Double) -> Fraction? {
    guard number.magnitude < 1e9 else { return nil }
    return Fraction(Int64((number * 1e6).rounded()), 1_000_000)
  }

  /// Checks a value for one run only (`--set`).
  public static func check(trying value: Fraction, _ limit: Limit) throws(Fault) {
    if limit.isPastFloor(value), let floor = limit.floor { throw .pastFloor(floor) }
    guard limit.allowed.contains(value) else { throw .outside(limit.allowed) }
  }

  /// Checks a value that a workplace sets without an agreement.
  static func check(setting value: Fraction, _ limit: Limit, lane: Lane) throws(Fault) {
    try check(trying: value, limit)
    // What holds for every value that the limit of the law lets through is stricter or the same.
    if lane == .law, !limit.isParameter, !limit.relation.holds(value, limit.standard) {
      throw .needsAgreement
    }
  }

  /// Checks a value that an agreement sets.
  static func check(
    agreeing value: Fraction, _ limit: Limit, lane: Lane, level: AgreementLevel
  ) throws(Fault) {
    guard limit.canBeAgreed(in: lane) else { throw .notAgreed(lane) }
    guard lane == .law else {
      guard limit.allowed.contains(value) else { throw .outside(limit.allowed) }
      return
    }
    guard
      limit.isParameter || value == limit.standard || !limit.relation.holds(value, limit.standard)
    else { throw .stricter }
    guard let reach = limit.reach.first(where: { $0.level == level }) else {
      // A value that a weaker agreement may give, a stronger one may give too.
      if level == .localUnion, let weaker = limit.reach.first(where: { $0.level == .individual }) {
        return try check(value, limit, weaker)
      }
      if limit.reach.isEmpty {
        guard limit.allowed.contains(value) else { throw .outside(limit.allowed) }
        return
      }
      throw .level(level, least: limit.reach.map(\.level).min())
    }
    try check(value, limit, reach)
  }

  private static func check(
    _ value: Fraction, _ limit: Limit, _ reach: AgreementReach
  ) throws(Fault) {
    switch reach.end {
    case .free:
      guard !limit.isParameter || limit.allowed.contains(value) else {
        throw .outside(limit.allowed)
      }
    case .to(let end):
      guard limit.relation.holds(value, end) else {
        if limit.isPastFloor(value), let floor = limit.floor { throw .pastFloor(floor) }
        throw .pastReach(reach.level, end)
      }
    }
  }
}

extension LimitSetting.Fault {
  /// It asks for less than the law leaves anybody here to give.
  public var isAboutFloor: Bool {
    switch self {
    case .pastFloor, .pastReach, .level: true
    default: false
    }
  }

  /// What is wrong, in words, about a limit.
  public func message(_ limit: Limit) -> Localized {
    let name = limit.id
    switch self {
    case .notANumber:
      return Localized(nb: "\(name): ikke et tall", en: "\(name): not a number")
    case .outside(let range):
      let (low, high) = (range.lowerBound.text, range.upperBound.text)
      return Localized(
        nb: "\(name) må være fra \(low) til \(high) (\(limit.unit.rawValue))",
        en: "\(name) must be from \(low) to \(high) (\(limit.unit.rawValue))")
    case .pastFloor(let floor):
      return Localized(
        nb: "\(name): ingen lokal avtale rekker forbi \(floor.text) (\(limit.unit.rawValue))",
        en: "\(name): no local agreement reaches past \(floor.text) (\(limit.unit.rawValue))")
    case .needsAgreement:
      return Localized(
        nb: "\(name) er en grense i loven og lempes bare i en avtale",
        en: "\(name) is a limit of the law and is eased only by an agreement")
    case .level(let level, _):
      return Localized(
        nb: "\(name) kan ikke flyttes i en avtale på nivå \(level.name) (\(level.title.nb))",
        en: "\(name) cannot be moved by an agreement of level \(level.name) (\(level.title.en))")
    case .pastReach(let level, let end):
      return Localized(
        nb: "\(name): en avtale på nivå \(level.name) rekker til \(end.text)",
        en: "\(name): an agreement of level \(level.name) reaches to \(end.text)")
    case .stricter:
      return Localized(
        nb: "\(name): verdien er strengere enn loven, og avviker ikke fra den",
        en: "\(name): the value is stricter than the Act and does not deviate from it")
    case .notAgreed(.law):
      return Localized(
        nb: "\(name): loven åpner ikke for at en avtale endrer dette",
        en: "\(name): the Act does not let an agreement change this")
    case .notAgreed(.agreement):
      return Localized(
        nb: "\(name) settes ikke i en avtale her", en: "\(name) is not set by an agreement here")
    case .notAgreed:
      return Localized(
        nb: "\(name): ingen avtale endrer hva forskning og modeller sier",
        en: "\(name): no agreement changes what research and models say")
    }
  }

  /// The nearest right thing.
  public func hint(_ limit: Limit) -> Localized? {
    switch self {
    case .notANumber:
      Localized(nb: "skriv for eksempel 9, 12.5 eller \"1/7\"", en: "write 9, 12.5 or \"1/7\"")
    case .needsAgreement:
      Localized(
        nb: "skriv en [[agreement]] med rule = \"\(limit.ruleID)\"",
        en: "write an [[agreement]] with rule = \"\(limit.ruleID)\"")
    case .level(_, let least?):
      Localized(
        nb: "det kreves minst nivå \(least.name): \(least.title.nb)",
        en: "level \(least.name) at least is needed: \(least.title.en)")
    case .stricter:
      Localized(
        nb: "sett en strengere grense i [rules.\"\(limit.ruleID)\"]",
        en: "set a stricter limit in [rules.\"\(limit.ruleID)\"]")
    case .notAgreed(let lane) where lane != .law || limit.isParameter:
      Localized(
        nb: "sett en egen verdi i [rules.\"\(limit.ruleID)\"]",
        en: "set a value of your own in [rules.\"\(limit.ruleID)\"]")
    default: nil
    }
  }
}

extension Limit {
  /// `AML-10-8-2` of `AML-10-8-2.weekly-rest`.
  public var ruleID: String { String(id.prefix { $0 != "." }) }
}
