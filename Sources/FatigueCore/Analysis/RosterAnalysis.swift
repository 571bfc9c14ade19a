/// What one run is to look at, and by which limits.
public struct AnalysisSettings: Sendable {
  public var limits: Limits
  /// Threads to use; the result is the same for any number.
  public var jobs: Int

  public init(limits: Limits = Limits(), jobs: Int = 1) {
    self.limits = limits
    self.jobs = jobs
  }
}

/// Everything found in a roster: one entry per person, and the findings.
public struct RosterAnalysis: Sendable {
  public let roster: Roster
  public let settings: AnalysisSettings
  /// By index in ``Roster/people``.
  public let people: [PersonMetrics]
  /// By person, then rule, then time.
  public let findings: [Finding]
  /// For each person the place of the findings in ``findings``.
  public let findingRanges: [Range<Int>]
  public let notAssessed: [NotAssessed]

  /// A rule, or a part of the roster, that could not be assessed, and what was missing.
  public struct NotAssessed: Sendable {
    public var rule: String
    public var missing: Localized
  }

  /// People that one piece of parallel work takes.
  private static let chunk = 32

  /// Analyses every person. O(shifts); memory grows with shifts and findings only.
  public init(_ roster: Roster, settings: AnalysisSettings) {
    self.roster = roster
    self.settings = settings
    let sundays = SundayCounter(roster)
    let template = PersonAnalyser(roster: roster, limits: settings.limits, sundays: sundays)
    let chunks = (roster.people.count + Self.chunk - 1) / Self.chunk
    let results = parallelMap(chunks, jobs: settings.jobs) { index in
      var analyser = template
      let first = index * Self.chunk
      return (first..<min(first + Self.chunk, roster.people.count)).map { analyser.analyse($0) }
    }
    var people: [PersonMetrics] = []
    var findings: [Finding] = []
    var ranges: [Range<Int>] = []
    people.reserveCapacity(roster.people.count)
    ranges.reserveCapacity(roster.people.count)
    for result in results.joined() {
      let base = Int32(findings.count)
      people.append(result.metrics)
      ranges.append(findings.count..<findings.count + result.findings.count)
      for var finding in result.findings {
        if finding.causedBy >= 0 { finding.causedBy += base }
        findings.append(finding)
      }
    }
    self.people = people
    self.findings = findings
    findingRanges = ranges
    notAssessed = Self.unassessed(roster)
  }

  /// One person's duties and sleep in full, for the few that a report shows.
  public func detail(_ person: Int) -> PersonDetail {
    var analyser = PersonAnalyser(
      roster: roster, limits: settings.limits, sundays: SundayCounter(roster))
    return analyser.detail(person)
  }

  private static func unassessed(_ roster: Roster) -> [NotAssessed] {
    guard !roster.shifts.isEmpty else { return [] }
    let whole = roster.wholeWeeks
    let inside = whole.count * 7
    guard inside < roster.lastDate - roster.firstDate + 1 else { return [] }
    return [
      NotAssessed(
        rule: WeeklyRestRule.rule.id,
        missing: Localized(
          nb: "hele uker: uker i kanten av perioden er ikke vurdert (trenger plan før eller etter)",
          en:
            "whole weeks: weeks at the edge of the period are not assessed (need the plan before or after)"
        ))
    ]
  }
}
