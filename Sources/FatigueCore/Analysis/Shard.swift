/// One of several shares of a plan's people, for runs that divide the work among themselves.
///
/// The people stand in the order of the roster, and every share takes a stretch of them: all shares of
/// one roster are as large, but for one person. There may be more shares than people.
public struct Shard: Hashable, Sendable {
  /// From 1 up to ``count``.
  public let number: Int
  public let count: Int

  /// More than any engine that starts a process for each.
  public static let most = 100_000

  public init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// As typed: `2/8`.
  public init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let number = Int(halves[0]), let count = Int(halves[1])
    else { return nil }
    self.init(number, of: count)
  }

  public var text: String { "\(number)/\(count)" }

  /// Its people, by index in a roster of so many.
  public func people(of total: Int) -> Range<Int> {
    // In full width, so that no number of people is too large.
    func bound(_ number: Int) -> Int {
      let product = UInt(number).multipliedFullWidth(by: UInt(total))
      return Int(UInt(count).dividingFullWidth(product).quotient)
    }
    return bound(number - 1)..<bound(number)
  }
}

/// What some people's analysis gave, in the order of the roster: all that depends on nobody else.
public struct AnalysedPeople: Sendable {
  public internal(set) var metrics: [PersonMetrics] = []
  /// Person by person; indices in ``Finding/causedBy`` count from the first of these.
  public internal(set) var findings: [Finding] = []
  /// For each person the place of the findings in ``findings``.
  public internal(set) var ranges: [Range<Int>] = []
  /// Stands instead of the findings when they were only to be counted.
  var tally: FindingTally?

  public init() {}

  mutating func reserveCapacity(_ people: Int) {
    metrics.reserveCapacity(people)
    ranges.reserveCapacity(people)
  }

  /// - Parameters:
  ///   - findings: Of some people; causes count from the first of them.
  ///   - counts: How many each of them has.
  mutating func add(
    _ metrics: some Sequence<PersonMetrics>, _ findings: some Sequence<Finding>, _ counts: [Int]
  ) {
    var first = self.findings.count
    self.findings.append(contentsOf: findings)
    RootCauses.move(&self.findings, from: first, by: first)
    for count in counts {
      ranges.append(first..<first + count)
      first += count
    }
    self.metrics += metrics
  }

  /// People whose findings are only counted.
  mutating func addCounted(_ metrics: [PersonMetrics]) {
    ranges.append(contentsOf: repeatElement(0..<0, count: metrics.count))
    self.metrics += metrics
  }

  /// Puts others after these.
  mutating func append(_ more: AnalysedPeople) {
    let first = findings.count
    metrics += more.metrics
    findings += more.findings
    RootCauses.move(&findings, from: first, by: first)
    ranges += more.ranges.map { $0.lowerBound + first..<$0.upperBound + first }
  }
}
