/// A finding that the parties have looked at and accept for now, with a reason and an end.
public struct Waiver: Sendable {
  /// The rule it is about, by id.
  public var rule: String
  /// Whom it is about: a staff number, a name or a pattern with `*` and `?`; nil for everybody.
  public var person: String?
  /// The local date on which the finding starts; nil for every date.
  public var date: CivilDate?
  public var reason: String
  public var agreedBy: String
  /// The last date on which a finding may start.
  public var expires: CivilDate
  /// Where it stands in the file of settings; nil when it does not come from one.
  public var place: SourcePlace?

  public init(
    rule: String, person: String? = nil, date: CivilDate? = nil, reason: String,
    agreedBy: String, expires: CivilDate
  ) {
    self.rule = rule
    self.person = person
    self.date = date
    self.reason = reason
    self.agreedBy = agreedBy
    self.expires = expires
  }

  /// Whether it is about a finding, its expiry apart.
  ///
  /// - Parameter person: nil for a finding about the plan.
  func isAbout(_ finding: Finding, _ person: Person?, _ roster: Roster) -> Bool {
    guard RuleBook.rule(of: finding).id == rule else { return false }
    if let date, roster.civil(finding.from).date != date { return false }
    guard let pattern = self.person else { return true }
    guard let person else { return false }
    return Self.matches(Array(person.number.unicodeScalars), Array(pattern.unicodeScalars))
      || Self.matches(Array(person.name.unicodeScalars), Array(pattern.unicodeScalars))
  }

  /// Whether a text fits a pattern in which `*` stands for anything and `?` for one character.
  ///
  /// O(text × pattern).
  static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (t, p) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        t += 1
        p += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (t, p) = (last.text + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
