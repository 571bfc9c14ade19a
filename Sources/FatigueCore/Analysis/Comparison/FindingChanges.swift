/// The findings of two plans one by one, on the dates that both have.
public struct FindingChanges: Sendable {
  /// Findings that are the same place of the same rule.
  public struct Pair: Sendable {
    /// Indices in ``RosterAnalysis/findings`` of the plans.
    public var before: Int
    public var after: Int
  }

  /// The dates that both plans have.
  public let dates: ClosedRange<CivilDate>
  /// Indices in the findings of the new plan, and of the old one.
  public private(set) var new: [Int] = []
  public private(set) var gone: [Int] = []
  public private(set) var graver: [Pair] = []
  public private(set) var milder: [Pair] = []
  public private(set) var unchanged: [Pair] = []

  /// Plans that share fewer dates, and not all of the shorter one, are of different times: what one has
  /// and the other lacks says nothing.
  private static let fewestDates = 7

  /// First what is alike in rule, person, start and limit, as fingerprints have it; then in rule, person
  /// and date, for shifts that were moved on their day.
  init?(_ before: RosterAnalysis, _ after: RosterAnalysis, _ matching: PersonMatching) {
    let (a, b) = (before.roster, after.roster)
    let (first, last) = (max(a.firstDate, b.firstDate), min(a.lastDate, b.lastDate))
    let shorter = min(a.lastDate - a.firstDate, b.lastDate - b.firstDate) + 1
    guard last - first + 1 >= min(Self.fewestDates, shorter) else { return nil }
    dates = first...last
    // People by their place in the old plan; those who are in one plan only match nobody.
    var places = [Int](repeating: -1, count: b.people.count)
    for pair in matching.pairs { places[pair.after] = pair.before }
    for person in matching.onlyAfter { places[person] = -2 - person }
    let old = Self.keys(before, dates) { $0 }
    let new = Self.keys(after, dates) { places[$0] }
    var isTaken = [Bool](repeating: false, count: old.count)
    var partner = [Int?](repeating: nil, count: new.count)
    for makesKey in [\Key.exact, \Key.loose] {
      var open: [Identity: [Int]] = [:]
      for index in old.indices.reversed() where !isTaken[index] {
        open[old[index][keyPath: makesKey], default: []].append(index)
      }
      for index in new.indices where partner[index] == nil {
        guard let match = open[new[index][keyPath: makesKey]]?.popLast() else { continue }
        (partner[index], isTaken[match]) = (match, true)
      }
    }
    for (index, match) in partner.enumerated() {
      guard let match else {
        self.new.append(new[index].finding)
        continue
      }
      let pair = Pair(before: old[match].finding, after: new[index].finding)
      let (was, is_) = (before.findings[pair.before].status, after.findings[pair.after].status)
      if was == is_ {
        unchanged.append(pair)
      } else if is_ > was {
        graver.append(pair)
      } else {
        milder.append(pair)
      }
    }
    gone = old.indices.filter { !isTaken[$0] }.map { old[$0].finding }
  }

  /// What makes two findings one.
  private struct Identity: Hashable {
    var rule: UInt16
    var person: Int
    /// Seconds since 1970, or a date in days.
    var time: Int64
    var limit: Fraction?
  }

  private struct Key {
    var finding: Int
    var exact: Identity
    var loose: Identity
  }

  private static func keys(
    _ analysis: RosterAnalysis, _ dates: ClosedRange<CivilDate>, _ place: (Int) -> Int
  ) -> [Key] {
    var clock = ZoneCursor(analysis.roster.zone)
    let origin = analysis.roster.origin.seconds
    return analysis.findings.indices.compactMap { index in
      let finding = analysis.findings[index]
      guard !finding.isWaived else { return nil }
      let instant = origin + Int64(finding.from)
      let day = clock.local(instant).flooredQuotient(86_400)
      guard day >= Int64(dates.lowerBound.days), day <= Int64(dates.upperBound.days) else {
        return nil
      }
      let person = finding.isAboutPlan ? Int.max : place(Int(finding.person))
      return Key(
        finding: index,
        exact: Identity(
          rule: finding.rule, person: person, time: instant, limit: finding.limit),
        loose: Identity(rule: finding.rule, person: person, time: day))
    }
  }
}

extension FindingChanges {
  /// Findings of one plan, lane by lane, the gravest of each first; else in their order.
  public static func ranked(_ indices: [Int], _ analysis: RosterAnalysis) -> [Int] {
    let lanes = Lane.allCases
    let keys = indices.enumerated().map { place, index in
      let finding = analysis.findings[index]
      let lane = lanes.firstIndex(of: RuleBook.lane(of: finding)) ?? 0
      return (rank: lane * 4 + 3 - Int(finding.status.rawValue), place: place, index: index)
    }
    return keys.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.index)
  }
}
