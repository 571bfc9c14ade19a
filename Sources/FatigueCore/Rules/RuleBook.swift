/// Every rule of this build, in the order of reports: law, then agreement, research, model and data.
public enum RuleBook {
  public static let rules: [Rule] = [
    RestRules.all, HoursRules.all, OtherLawRules.all, EURules.all, AgreementRules.all,
    EvidenceRules.all, FIOHRules.all, NHSRules.all, OrganisationRules.all, ModelRules.all,
    DataRules.all,
  ].flatMap { $0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })

  public static func rule(_ id: String) -> Rule? { places[id].map { rules[$0] } }

  /// The rule of a finding.
  public static func rule(of finding: Finding) -> Rule { rules[Int(finding.rule)] }

  /// The lane of a finding: its rule's, or that of agreements where the parties set the limit.
  public static func lane(of finding: Finding) -> Lane {
    finding.isAgreed ? .agreement : lanes[Int(finding.rule)]
  }

  private static let lanes = rules.map(\.lane)

  /// The place of a finding's lane in `Lane.allCases`, for those who count many.
  @inline(__always)
  static func lanePlace(of finding: borrowing Finding) -> Int {
    lanePlace(of: finding.rule, isAgreed: finding.isAgreed)
  }

  /// The same of a rule's findings, whose limit the parties have agreed on or have not.
  @inline(__always)
  static func lanePlace(of rule: UInt16, isAgreed: Bool = false) -> Int {
    isAgreed ? placeOfAgreements : lanePlaces[Int(rule)]
  }

  private static let lanePlaces = lanes.map { Lane.allCases.firstIndex(of: $0) ?? 0 }
  static let placeOfAgreements = Lane.allCases.firstIndex(of: .agreement) ?? 0

  /// Index in ``rules``.
  static func index(_ id: String) -> Int? { places[id] }

  private static let spellings = Dictionary(
    rules.map { ($0.id.uppercased(), $0.id) }, uniquingKeysWith: { first, _ in first })

  /// An id or the beginning of one as the catalogue spells it, however a user wrote it: `eu-8a` is
  /// `EU-8a`, and `evid` is `EVID`.
  public static func spelled(_ text: String) -> String {
    let capitals = text.uppercased()
    return spellings[capitals] ?? capitals
  }

  /// The packs, in the order of their first rule.
  public static let packs: [String] = {
    var packs: [String] = []
    for rule in rules where !packs.contains(rule.pack) { packs.append(rule.pack) }
    return packs
  }()

  /// A limit by its full id, such as `AML-10-8-1.daily-rest`; a rule's only limit also as `.limit`.
  public static func limit(_ id: String) -> Limit? {
    let parts = id.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let rule = rule(String(parts[0])) else { return nil }
    if let limit = rule.limits.first(where: { $0.id == id }) { return limit }
    let own = rule.limits.filter { !$0.isParameter }
    return parts[1] == "limit" && own.count == 1 ? own[0] : nil
  }
}
