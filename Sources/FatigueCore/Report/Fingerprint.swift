/// The identities of findings, each 32 hexadecimal digits.
public struct Fingerprints: RandomAccessCollection, Sendable {
  /// The bytes that the digits stand for.
  fileprivate let digests: [Fingerprint.Half]

  public var startIndex: Int { 0 }
  public var endIndex: Int { digests.count }
  public subscript(index: Int) -> String { BytesText.hexadecimal(digests[index].bytes) }
}

/// A finding's identity across runs: the same rule, unit, person, start and limit (`DESIGN` 2.16).
struct Fingerprint {
  private let roster: Roster
  /// Of each rule its id, and the limits that a finding may name.
  private let rules: [(id: [UInt8], limits: [KnownLimit])]
  private let units: [[UInt8]]
  /// Of each person the key in hexadecimal.
  private let people: [[UInt8]]

  private struct KnownLimit {
    var id: [UInt8]
    var relation: Relation
    var value: Fraction
  }

  /// The first half of a digest: two findings with the same have the same text.
  struct Half: Hashable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(_ digest: [UInt8]) {
      for byte in digest[..<8] { first = first << 8 | UInt64(byte) }
      for byte in digest[8..<16] { second = second << 8 | UInt64(byte) }
    }

    var bytes: [UInt8] {
      [first, second].flatMap { word in
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
      }
    }
  }

  private init(_ analysis: RosterAnalysis, _ names: PersonNames) {
    roster = analysis.roster
    let limits = analysis.settings.limits
    rules = RuleBook.rules.map { rule in
      let known = rule.limits.map {
        KnownLimit(id: Array($0.id.utf8), relation: $0.relation, value: limits[$0])
      }
      return (Array(rule.id.utf8), known)
    }
    units = roster.units.map { Array($0.utf8) }
    people = names.keys.map { Array(BytesText.hexadecimal($0).utf8) }
  }

  /// One for each finding, unique.
  static func all(_ analysis: RosterAnalysis, _ names: PersonNames) -> Fingerprints {
    let fingerprint = Fingerprint(analysis, names)
    var seen: [Half: Int] = [:]
    seen.reserveCapacity(analysis.findings.count)
    // Findings of one rule and person come together: what they begin with is digested once.
    var (beginning, begun, known) = ([UInt8](), [UInt8](), SHA256())
    var end: [UInt8] = []
    let digests = analysis.findings.map { finding in
      beginning.removeAll(keepingCapacity: true)
      fingerprint.appendBeginning(finding, to: &beginning)
      if beginning != begun {
        known = SHA256()
        known.update(beginning)
        swap(&beginning, &begun)
      }
      end.removeAll(keepingCapacity: true)
      fingerprint.appendEnd(finding, to: &end)
      var hash = known
      hash.update(end)
      let half = Half(hash.digest())
      let count = seen[half, default: 0]
      seen[half] = count + 1
      if count == 0 { return half }
      // Two findings alike in all of these differ only by the shift: number them.
      hash.update([separator])
      hash.update(Array(String(count).utf8))
      return Half(hash.digest())
    }
    return Fingerprints(digests: digests)
  }

  private static let separator: UInt8 = 0x1F

  /// The rule, the unit and the person, with a separator after each.
  private func appendBeginning(_ finding: Finding, to text: inout [UInt8]) {
    text += rules[Int(finding.rule)].id
    text.append(Self.separator)
    text += units[finding.shift >= 0 ? Int(roster.shifts[Int(finding.shift)].unit) : 0]
    text.append(Self.separator)
    if !finding.isAboutPlan { text += people[Int(finding.person)] }
    text.append(Self.separator)
  }

  /// When it starts, and the limit.
  private func appendEnd(_ finding: Finding, to text: inout [UInt8]) {
    TimeText.appendUTC(roster.instant(finding.from), to: &text)
    text.append(Self.separator)
    let limit = rules[Int(finding.rule)].limits.first {
      $0.relation == finding.relation && $0.value == finding.limit
    }
    if let limit { text += limit.id }
  }
}
