/// Two plans for the same people, weighed: who gains, who loses, and how the load is spread.
///
/// Nothing is averaged over people before it is known who loses.
public struct PlanComparison: Sendable {
  public let before: RosterAnalysis
  public let after: RosterAnalysis
  public let matching: PersonMatching
  /// How long each plan is, in days.
  public let length: PlanLengths
  public let measures: [ComparedMeasure]
  /// Those in both plans in the order of the first, then those in one plan only.
  public let people: [ComparedPerson]
  /// Findings one by one; nil when the plans share too few dates.
  public let findings: FindingChanges?
  /// The day on which the new plan was made known; nil when it is not told.
  public let changedOn: CivilDate?

  /// - Parameters:
  ///   - matching: Of the rosters of the two analyses.
  ///   - changedOn: The day on which the new plan was made known, for late changes.
  /// - Complexity: O(shifts + findings).
  public init(
    _ before: RosterAnalysis, _ after: RosterAnalysis, matching: PersonMatching,
    changedOn: CivilDate? = nil
  ) {
    self.before = before
    self.after = after
    self.matching = matching
    self.changedOn = changedOn
    let length = PlanLengths(before.roster, after.roster)
    self.length = length
    measures = ComparedMeasureBook.all.filter { $0.id != "lateChanges" || changedOn != nil }
    let changes = ShiftChanges(before, after, matching, on: changedOn)
    let figures = (
      Self.figures(before, days: length.before), Self.figures(after, days: length.after)
    )
    let counts = (FindingCounts.perPerson(before), FindingCounts.perPerson(after))
    var people: [ComparedPerson] = []
    for (place, pair) in matching.pairs.enumerated() {
      var new = figures.1[pair.after]
      (new.changedDays, new.lateChanges) = (changes.changed[place], changes.late[place])
      people.append(
        ComparedPerson(
          pair.before, pair.after, measures, figures.0[pair.before], new, counts.0[pair.before],
          counts.1[pair.after], length))
    }
    for person in matching.onlyBefore {
      people.append(
        ComparedPerson(
          person, nil, measures, figures.0[person], nil, counts.0[person], nil, length))
    }
    for person in matching.onlyAfter {
      people.append(
        ComparedPerson(
          nil, person, measures, nil, figures.1[person], nil, counts.1[person], length))
    }
    self.people = people
    findings = FindingChanges(before, after, matching)
  }

  private static func figures(_ analysis: RosterAnalysis, days: Int) -> [PersonFigures] {
    zip(analysis.people, TimeOff.all(analysis.roster)).map {
      PersonFigures(metrics: $0, timeOff: $1, days: days)
    }
  }

  /// Those in both plans.
  public var matched: ArraySlice<ComparedPerson> { people[..<matching.pairs.count] }

  /// How many of those in both plans have a verdict in a lane.
  public func count(_ verdict: ComparisonVerdict, in lane: ComparisonLane) -> Int {
    matched.count { $0.verdict(lane) == verdict }
  }

  /// Those in both plans who lose in some lane.
  public var losers: Int { matched.count { $0.verdict == .worse } }
  /// Those who gain in some lane and lose in none.
  public var winners: Int { matched.count { $0.verdict == .better } }

  /// Everything found in a lane, about everybody and about the plan, what is waived apart.
  public func counts(_ lane: Lane) -> (before: FindingCounts, after: FindingCounts) {
    (FindingCounts(before, lane), FindingCounts(after, lane))
  }

  /// How a lane goes for the plan as a whole: worse as soon as one person loses in it, or when there are
  /// more findings for the work done, those about the plan and about people in one plan only included.
  public func verdict(_ lane: ComparisonLane) -> ComparisonVerdict {
    if count(.worse, in: lane) > 0 { return .worse }
    let isFewer: Bool
    if let own = Lane(rawValue: lane.rawValue) {
      let (old, new) = counts(own)
      let shifts = PlanLengths(before: shifts(before), after: shifts(after))
      let levels = zip(old.cumulative, new.cumulative)
      if levels.contains(where: { shifts.isMore($0, $1) }) { return .worse }
      isFewer = levels.contains { shifts.isLess($0, $1) }
    } else {
      isFewer = false
    }
    return isFewer || count(.better, in: lane) > 0 ? .better : .same
  }

  func shifts(_ analysis: RosterAnalysis) -> Int {
    analysis.people.reduce(0) { $0 + $1.shifts }
  }

  /// Indices in ``people`` of those in both plans: those who lose before all others, most first: by the
  /// law, then by agreements, then by how many things are worse. An order of reading, not a score.
  public var worstOffFirst: [Int] {
    let keys: [[Double]] = matched.map { person in
      var key = [person.losses.isEmpty ? 0.0 : 1.0]
      for lane in [Lane.law, .agreement] {
        let (old, new) = person.findings(lane)
        for place in 0..<2 {
          key.append(length.change(old.cumulative[place], new.cumulative[place]))
        }
      }
      key += [
        Double(person.lanesLost), Double(person.losses.count), -Double(person.gains.count),
      ]
      return key
    }
    return keys.indices.sorted { a, b in
      for (x, y) in zip(keys[a], keys[b]) where x != y { return x > y }
      return a < b
    }
  }
}

/// How long two plans are, in days or in shifts: what their counts are per.
public struct PlanLengths: Sendable, Equatable {
  public var before: Int
  public var after: Int

  public init(before: Int, after: Int) {
    self.before = max(1, before)
    self.after = max(1, after)
  }

  /// Days of two plans. Where both lie in the same weeks they are equally long, though one begins or
  /// ends with a day off; else a plan that lacks one or two days to whole weeks is one of whole weeks.
  init(_ before: Roster, _ after: Roster) {
    let (a, b) = ((before.firstDate, before.lastDate), (after.firstDate, after.lastDate))
    if a.0.monday == b.0.monday, a.1.monday == b.1.monday {
      let days = max(a.1, b.1) - min(a.0, b.0) + 1
      self.init(before: days, after: days)
    } else {
      self.init(before: Self.days(a.0, a.1), after: Self.days(b.0, b.1))
    }
  }

  /// `Assumed:` up to two days missing at either end of a week are days off that the file leaves out.
  private static func days(_ first: CivilDate, _ last: CivilDate) -> Int {
    let start = first - first.monday <= 2 ? first.monday : first
    let end = last.monday + 6 - last <= 2 ? last.monday + 6 : last
    return end - start + 1
  }

  public var areEqual: Bool { before == after }

  /// More than the old rate, rounded up to whole things, gives for the new length.
  func isMore(_ old: Int, _ new: Int) -> Bool {
    let wide = old.multipliedReportingOverflow(by: after)
    guard !wide.overflow else { return new > old }
    return new > (wide.partialValue + before - 1) / before
  }

  /// Less than the old rate, rounded down, gives for the new length.
  func isLess(_ old: Int, _ new: Int) -> Bool {
    let wide = old.multipliedReportingOverflow(by: after)
    return wide.overflow ? new < old : new < wide.partialValue / before
  }

  /// The change of a count, at the old length.
  func change(_ old: Int, _ new: Int) -> Double {
    Double(new) * Double(before) / Double(after) - Double(old)
  }

  /// What a sum over the plan is in four weeks, where the plans differ in length; else as it is.
  func told(_ sum: Double, days: Int) -> Double {
    areEqual ? sum : sum * 28 / Double(max(1, days))
  }
}
