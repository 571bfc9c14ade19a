/// A rule is a value: what it tests, by which authority, in which words. The report, `explain`, the
/// tests and the documentation all read it.
public struct Rule: Sendable {
  /// The catalogue's id. Never changes, never used again.
  public let id: String
  public let lane: Lane
  /// A short name, as a heading.
  public let title: Localized
  /// The paragraph or guideline, as one cites it.
  public let section: Localized
  /// What is tested, in one or two sentences.
  public let test: Localized
  /// Why it matters to the person.
  public let why: Localized
  /// Who may decide otherwise, and on what terms; for law rules.
  public let deviation: Localized?
  /// What can be done, in this order, when nothing more specific is known.
  public let remedies: [Remedy]
  public let limits: [Limit]
  public let sources: [RuleSource]
  /// Roster strips, some flagged and some not.
  public let examples: [RosterStrip]
  /// What the examples take for granted.
  public let premises: RulePremises
  /// Rules whose finding on the same stretch explains this one's.
  public let explainedBy: [String]
  /// Where the finding is about predicted sleepiness, so that the model must run.
  public let needsModel: Bool
  /// Whether it runs when nothing is configured.
  public let standing: Standing
  /// What it must be told; without it, it is not assessed.
  public let inputs: [RuleInput]
  /// It only measures or classifies: it writes metrics, never findings.
  public let isMeasure: Bool
  /// A statutory floor or ceiling: nobody may waive it.
  public let isFloor: Bool
  /// The dates on which the rule holds.
  public let inForce: RuleDates
  public let evaluate: @Sendable (borrowing Evidence, inout [Finding]) -> Void
  /// Tells how many findings ``evaluate`` has, without making them. Nil when that must be asked instead: where
  /// there is no shorter way, or none for the evidence at hand.
  let count: (@Sendable (borrowing Evidence) -> FindingCount?)?
  /// For a rule about the whole plan or a unit; runs once, after all people.
  public let evaluatePlan: (@Sendable (borrowing PlanEvidence, inout [Finding]) -> Void)?
  /// The sentence and the remedies of one finding.
  public let describe: @Sendable (Finding, FindingContext) -> FindingText

  public init(
    id: String, lane: Lane, title: Localized, section: Localized, test: Localized, why: Localized,
    deviation: Localized? = nil, remedies: [Remedy], limits: [Limit], sources: [RuleSource],
    examples: [RosterStrip], premises: RulePremises = RulePremises(), explainedBy: [String] = [],
    needsModel: Bool = false,
    standing: Standing = .on, inputs: [RuleInput] = [], isMeasure: Bool = false,
    isFloor: Bool = false, inForce: RuleDates = .always,
    evaluate: @escaping @Sendable (borrowing Evidence, inout [Finding]) -> Void = { _, _ in },
    count: (@Sendable (borrowing Evidence) -> FindingCount?)? = nil,
    evaluatePlan: (@Sendable (borrowing PlanEvidence, inout [Finding]) -> Void)? = nil,
    describe: @escaping @Sendable (Finding, FindingContext) -> FindingText
  ) {
    self.id = id
    self.lane = lane
    self.title = title
    self.section = section
    self.test = test
    self.why = why
    self.deviation = deviation
    self.remedies = remedies
    self.limits = limits
    self.sources = sources
    self.examples = examples
    self.premises = premises
    self.explainedBy = explainedBy
    self.needsModel = needsModel
    self.standing = standing
    self.inputs = inputs
    self.isMeasure = isMeasure
    self.isFloor = isFloor
    self.inForce = inForce
    self.evaluate = evaluate
    self.count = count
    self.evaluatePlan = evaluatePlan
    self.describe = describe
  }

  /// The first part of the id: `AML`, `EVID`, `MOD`, `DATA`.
  public var pack: String { String(id.prefix { $0 != "-" }) }

  /// The gravest status the rule can give.
  public var gravest: FindingStatus { lane == .law || lane == .agreement ? .breach : .warning }
}

/// Whether a rule runs when nothing is configured.
public enum Standing: Sendable {
  /// Runs when its pack is on.
  case on
  /// Runs only when it is named: it is optional, or rests on numbers that were not confirmed.
  case off(Localized)
  /// Never runs: documented, but no test or no published limit.
  case documented(Localized)

  /// Why it does not run by itself.
  public var reason: Localized? {
    switch self {
    case .on: nil
    case .off(let reason), .documented(let reason): reason
    }
  }
}

/// What a rule's examples take for granted: facts about the plan and its only person, `A`, and
/// agreements.
public struct RulePremises: Sendable {
  public var facts: Facts
  public var limits: Limits
  /// In words, for the reader of the examples.
  public var text: Localized?

  public init(
    _ text: Localized? = nil, facts: Facts = Facts(), limits: Limits = Limits()
  ) {
    self.text = text
    self.facts = facts
    self.limits = limits
  }

  /// Premises about the only person.
  public static func person(
    _ text: Localized, _ change: (inout PersonFacts) -> Void
  ) -> RulePremises {
    var person = PersonFacts()
    change(&person)
    var facts = Facts()
    facts.people["A"] = person
    return RulePremises(text, facts: facts)
  }

  /// Premises about the unit of shifts without one.
  public static func unit(
    _ text: Localized, _ change: (inout UnitFacts) -> Void
  ) -> RulePremises {
    var unit = UnitFacts()
    change(&unit)
    var facts = Facts()
    facts.units[""] = unit
    return RulePremises(text, facts: facts)
  }

  /// Premises about the plan.
  public static func plan(
    _ text: Localized, _ change: (inout PlanFacts) -> Void
  ) -> RulePremises {
    var facts = Facts()
    change(&facts.plan)
    return RulePremises(text, facts: facts)
  }
}

/// The dates on which a rule holds, both included; nil is open.
public struct RuleDates: Sendable {
  public var from: CivilDate?
  public var through: CivilDate?

  public init(from: CivilDate? = nil, through: CivilDate? = nil) {
    self.from = from
    self.through = through
  }

  public static let always = RuleDates()

  public func contains(_ date: CivilDate) -> Bool {
    (from.map { date >= $0 } ?? true) && (through.map { date <= $0 } ?? true)
  }
}

/// The level at which a measure works (IGLO).
public enum MeasureLevel: String, Sendable {
  case individual, group, leader, organisation

  public var title: Localized {
    switch self {
    case .individual: Localized(nb: "individ", en: "individual")
    case .group: Localized(nb: "gruppe", en: "group")
    case .leader: Localized(nb: "ledelse", en: "leader")
    case .organisation: Localized(nb: "organisasjon", en: "organisation")
    }
  }
}

/// Something to do about a finding.
public struct Remedy: Sendable {
  public var text: Localized
  public var level: MeasureLevel

  public init(_ level: MeasureLevel, _ text: Localized) {
    self.text = text
    self.level = level
  }
}

/// Where a rule or a number comes from, and how far it was checked.
public struct RuleSource: Sendable {
  /// How a source was checked.
  public enum Trust: String, Sendable {
    /// The primary text was read.
    case primary
    /// The abstract or a summary by the authors was read.
    case abstract
    /// Read in a secondary source.
    case secondary
    /// Derived by us; the derivation is in the rule.
    case derived
    /// From memory, not confirmed.
    case recalled

    public var title: Localized {
      switch self {
      case .primary: Localized(nb: "lest i primærkilden", en: "read in the primary source")
      case .abstract: Localized(nb: "lest i sammendrag", en: "read in the abstract")
      case .secondary: Localized(nb: "lest i sekundærkilde", en: "read in a secondary source")
      case .derived: Localized(nb: "utledet av oss", en: "derived by us")
      case .recalled: Localized(nb: "etter hukommelsen", en: "recalled, not confirmed")
      }
    }
  }

  public var text: Localized
  public var trust: Trust
  public var url: String?

  /// A name that reads the same in both languages.
  public init(_ text: String, _ trust: Trust, url: String? = nil) {
    self.init(Localized(same: text), trust, url: url)
  }

  public init(_ text: Localized, _ trust: Trust, url: String? = nil) {
    self.text = text
    self.trust = trust
    self.url = url
  }
}

/// What a reader gets to read about one finding.
public struct FindingText: Sendable {
  /// A whole sentence with who, when, measured and limit.
  public var message: Localized
  public var remedies: [Remedy]

  public init(_ message: Localized, _ remedies: [Remedy]) {
    self.message = Self.undoubled(message)
    self.remedies = remedies.map { Remedy($0.level, Self.undoubled($0.text)) }
  }

  /// A date that ends with the point of its month needs no second one at the end of a sentence.
  private static func undoubled(_ text: Localized) -> Localized {
    Localized(nb: undoubled(text.nb), en: undoubled(text.en))
  }

  private static func undoubled(_ text: String) -> String {
    let point = UInt8(ascii: ".")
    let bytes = text.utf8.span
    var last = 0
    while last + 1 < bytes.count, bytes[last] != point || bytes[last + 1] != point { last += 1 }
    guard last + 1 < bytes.count else { return text }
    var before: UInt8 = 0
    let kept = text.utf8.filter { byte in
      defer { before = byte }
      return byte != point || before != point
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

/// What a rule may name in its sentences.
public struct FindingContext: Sendable {
  public let roster: Roster
  /// The person as the report shows them; empty in a finding about the plan.
  public let name: String
  public let facts: Facts
  public let limits: Limits
  public let waivers: [Waiver]
  /// Everybody as the report shows them, by index in ``Roster/people``.
  private let names: [String]
  /// What was recorded of the person's sleep; nil without a log.
  public let record: SleepRecord?

  public init(
    roster: Roster, name: String, facts: Facts = Facts(), limits: Limits = Limits(),
    waivers: [Waiver] = [], names: [String] = [], record: SleepRecord? = nil
  ) {
    self.record = record
    self.waivers = waivers
    self.names = names
    self.roster = roster
    self.name = name
    self.facts = facts
    self.limits = limits
  }

  /// Whose a shift is, as the report shows the person; never a name that the report hides.
  public func person(_ shift: Int32) -> String {
    let person = Int(roster.shifts[Int(shift)].person)
    return person < names.count ? names[person] : "?"
  }

  /// The unit of a shift as written; empty when it has none.
  public func unit(_ shift: Int32) -> String {
    roster.units[Int(roster.shifts[Int(shift)].unit)]
  }

  /// `fr 22. mai kl. 07:30`
  public func moment(_ seconds: Int32) -> Localized {
    roster.civil(seconds).text
  }

  /// `fr 22. mai`
  public func day(_ seconds: Int32) -> Localized {
    roster.civil(seconds).date.text
  }

  /// `07:30`; a time from the model is shown by its minute.
  public func clock(_ seconds: Int32) -> String { roster.civil(seconds).clock }

  /// `04:21`, the minute in which a time from the model lies.
  public func minute(_ seconds: Int32) -> String { roster.civil(seconds).wholeMinute.clock }

  /// The shift's code as written, or its start clock when it has none.
  public func code(_ shift: Int32) -> String {
    let row = roster.shifts[Int(shift)]
    let code = roster.codes[Int(row.code)]
    return code.isEmpty ? clock(row.start) : code
  }
}
