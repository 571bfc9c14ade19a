/// A roster cut into periods of some weeks, with what is counted of everybody in each.
///
/// What was before a change and what came after are assessed as two plans, each with the other as
/// evidence, so that no average runs across the change; every finding belongs to the period in which it
/// begins.
struct FollowUpPeriods: Sendable {
  struct Period: Sendable {
    /// Half open.
    var from: CivilDate
    var to: CivilDate
    /// By index in the roster's people, ascending: those with a shift.
    var people: [(person: Int, counts: FollowUpCounts)]
  }

  /// In order of time; periods of which under half the weeks have any shift are left out.
  private(set) var periods: [Period] = []
  /// How many were left out at the ends and in gaps.
  private(set) var leftOut = 0

  private static let week = 7

  /// - Parameters:
  ///   - weeks: Length of a period, 1 or more.
  ///   - change: A period begins here; nil to begin on the roster's first Monday.
  init(_ roster: Roster, _ settings: AnalysisSettings, weeks: Int, change: CivilDate?) {
    let anchor = change ?? roster.firstDate.monday
    let first = Self.chunk(roster.firstDate, anchor)
    let count = Self.chunk(roster.lastDate, anchor) - first + 1
    // Where each week begins, and the end of the last, in seconds from the origin.
    let starts = (0...count).map { roster.midnight(anchor + (first + $0) * Self.week) }
    // By week, of those with a shift in it.
    var counts: [Int: [Int: FollowUpCounts]] = [:]
    for dates in Self.plans(roster, change) {
      let (part, origin) = roster.assessing(dates)
      guard !part.people.isEmpty else { continue }
      let analysis = RosterAnalysis(part, settings: settings)
      let results = parallelMap(part.people.count, jobs: settings.jobs, bench: 0) { _, person in
        Self.counts(of: person, analysis, starts)
      }
      for (person, weeks) in zip(origin, results) {
        for (week, value) in weeks {
          counts[week, default: [:]][person, default: FollowUpCounts()] += value
        }
      }
    }
    let worked = counts.filter { $0.value.values.contains { $0.shifts > 0 } }
    let byPeriod = Dictionary(grouping: worked.keys) {
      Int((Int64(first) + Int64($0)).flooredQuotient(Int64(weeks)))
    }
    for (number, chunks) in byPeriod.sorted(by: { $0.key < $1.key }) {
      guard chunks.count * 2 >= weeks else {
        leftOut += 1
        continue
      }
      var people: [Int: FollowUpCounts] = [:]
      for chunk in chunks.sorted() {
        for (person, value) in counts[chunk] ?? [:] {
          people[person, default: FollowUpCounts()] += value
        }
      }
      let start = anchor + number * weeks * Self.week
      periods.append(
        Period(
          from: start, to: start + weeks * Self.week,
          people: people.sorted { $0.key < $1.key }.filter { $0.value.shifts > 0 }
            .map { ($0.key, $0.value) }))
    }
  }

  /// Weeks from the anchor to a date, rounded down.
  private static func chunk(_ date: CivilDate, _ anchor: CivilDate) -> Int {
    Int(Int64(date - anchor).flooredQuotient(Int64(week)))
  }

  /// What is assessed by itself: before the change, and from it on.
  private static func plans(_ roster: Roster, _ change: CivilDate?) -> [ClosedRange<CivilDate>] {
    guard let change, change > roster.firstDate, change <= roster.lastDate else {
      return [roster.firstDate...roster.lastDate]
    }
    return [roster.firstDate...(change + -1), change...roster.lastDate]
  }

  /// One person's counts by week.
  private static func counts(
    of person: Int, _ analysis: RosterAnalysis, _ starts: [Int32]
  ) -> [Int: FollowUpCounts] {
    let roster = analysis.roster
    let (begin, end) = roster.period
    var counts: [Int: FollowUpCounts] = [:]
    /// The week in which a second lies.
    func week(_ second: Int32) -> Int? {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= second { low = middle + 1 } else { high = middle }
      }
      return low > 0 && low < starts.count ? low - 1 : nil
    }
    for shift in roster.shifts[roster.slices[person]]
    where shift.kind.isWork && shift.end > shift.start && shift.start >= begin && shift.start < end
    {
      if let week = week(shift.start) { counts[week, default: FollowUpCounts()].shifts += 1 }
    }
    let series = analysis.series(person, until: end)
    var peaks: [DutyPeak] = []
    series.model.screen(series.work.span, series.history, into: &peaks)
    for (index, block) in series.work.enumerated() where block.start >= begin && block.start < end {
      guard let week = week(block.start) else { continue }
      var own = counts[week, default: FollowUpCounts()]
      own.workSeconds += Int64(block.end) - Int64(block.start)
      if index < peaks.count { own.secondsKss7 += peaks[index].minutesAt7 * 60 }
      if index > 0,
        Int64(block.start) - Int64(series.work[index - 1].end) < PersonTimeline.periodRest
      {
        own.quickReturns += 1
      }
      counts[week] = own
    }
    for index in analysis.findingRanges[person] {
      let finding = analysis.findings[index]
      guard !finding.isWaived,
        let lane = FollowUpMetric.lanes.firstIndex(of: RuleBook.lane(of: finding)),
        finding.status >= FollowUpMetric.mildest(FollowUpMetric.lanes[lane]),
        let week = week(min(max(finding.from, begin), end - 1))
      else { continue }
      counts[week, default: FollowUpCounts()].findings[lane] += 1
    }
    guard !series.work.isEmpty else { return counts }
    for episode in series.history.episodes {
      var from = max(episode.onset, begin)
      let to = min(episode.wake, end)
      while from < to, let week = week(from) {
        let until = min(to, starts[week + 1])
        counts[week]?.sleepSeconds += Int64(until) - Int64(from)
        from = until
      }
    }
    for week in counts.keys {
      let (from, to) = (max(starts[week], begin), min(starts[week + 1], end))
      counts[week]?.coveredSeconds = max(0, Int64(to) - Int64(from))
    }
    return counts
  }
}
