/// Which rules a run tries.
public struct RuleSelection: Sendable {
  /// Indices in ``RuleBook/rules``, ascending.
  public let rules: [Int]
  /// Rules that would run but were not in force, by index.
  public let notInForce: [Int]
  /// Rules that are documented and have no test, of the packs that run, by index.
  public let untested: [Int]

  /// The packs that run when nothing is configured.
  public static var standardPacks: [String] { RuleProfile.standard.packs }

  public static let standard = RuleSelection()

  /// - Parameters:
  ///   - packs: Names such as `AML`.
  ///   - select: Ids or prefixes; when not empty, nothing else runs. An id also switches on a rule
  ///     that is off.
  ///   - ignore: Ids or prefixes that do not run.
  ///   - switched: Rules switched on or off one by one, by id.
  ///   - date: The day whose rules are used; nil for all.
  public init(
    packs: [String] = standardPacks, select: [String] = [], ignore: [String] = [],
    switched: [String: Bool] = [:], at date: CivilDate? = nil
  ) {
    var rules: [Int] = []
    var notInForce: [Int] = []
    var untested: [Int] = []
    for (index, rule) in RuleBook.rules.enumerated() {
      guard !ignore.contains(where: { Self.names(rule, $0) }) else { continue }
      let isOn: Bool
      switch rule.standing {
      case .documented:
        let isAsked =
          select.isEmpty ? packs.contains(rule.pack) : select.contains { Self.names(rule, $0) }
        if isAsked { untested.append(index) }
        isOn = false
      case .on where !select.isEmpty: isOn = select.contains { Self.names(rule, $0) }
      case .off where !select.isEmpty:
        isOn =
          select.contains(rule.id)
          || switched[rule.id] == true && select.contains { Self.names(rule, $0) }
      case .on: isOn = switched[rule.id] ?? packs.contains(rule.pack)
      case .off: isOn = switched[rule.id] ?? false
      }
      guard isOn else { continue }
      if let date, !rule.inForce.contains(date) {
        notInForce.append(index)
      } else {
        rules.append(index)
      }
    }
    self.rules = rules
    self.notInForce = notInForce
    self.untested = untested
  }

  init(rules: [Int], notInForce: [Int], untested: [Int]) {
    self.rules = rules
    self.notInForce = notInForce
    self.untested = untested
  }

  /// Whether an id or prefix means the rule. A full id means that rule alone.
  static func names(_ rule: Rule, _ text: String) -> Bool {
    RuleBook.index(text) == nil ? rule.id.hasPrefix(text) : rule.id == text
  }

  /// Whether an id or prefix means any rule.
  public static func isKnown(_ text: String) -> Bool {
    !text.isEmpty && RuleBook.rules.contains { names($0, text) }
  }
}
