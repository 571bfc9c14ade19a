/// Whether it helped: numbers of rosters and outcomes of groups in order of time, with what run charts and
/// effect sizes say of them (the programme, section 5).
///
/// Only numbers of groups come out of it, none of fewer than five people. Lanes are series of their own
/// and are never added.
public struct FollowUp: Sendable {
  /// What is followed, and how.
  public struct Settings: Sendable {
    /// When something was changed; nil when nobody said.
    public var change: CivilDate?
    /// Length of a roster's periods.
    public var weeks: Int

    public init(change: CivilDate? = nil, weeks: Int = 4) {
      self.change = change
      self.weeks = min(max(weeks, 1), 52)
    }
  }

  /// One measurement.
  public struct Point: Sendable {
    /// Half open; nil where only the time since the change is known.
    public var dates: Range<CivilDate>?
    /// From the change to the middle of the measurement; nil where the change has no date.
    public var daysAfter: Int?
    /// Nil where it is not known, or the change lies inside the period.
    public var phase: FollowUpPhase?
    /// People that it is about.
    public var count: Int
    /// Nil where they are too few to be shown, or there is nothing to divide by.
    public var value: Double?
    public var deviation: Double?
    public var deviationOfChange: Double?

    /// Its value is left out since that of fewer than five people could be computed from it.
    public var isRest = false

    /// Why it is not shown; nil when it is.
    public var suppression: Suppression? {
      count < OutcomeTable.fewest ? .few : isRest ? .rest : nil
    }

    public var isSuppressed: Bool { suppression != nil }

    public enum Suppression: String, Sendable {
      /// Fewer than five people.
      case few = "n<5"
      /// Those who are left without it are fewer than five.
      case rest = "rest<5"
    }
  }

  /// A phase beside the baseline.
  public struct Comparison: Sendable {
    public var phase: FollowUpPhase
    public var before: Double
    public var after: Double
    public var effect: EffectSize?
    /// Why there is no effect size.
    public var missing: EffectSize.Missing?
  }

  /// One measure of one group in order of time.
  public struct Series: Sendable {
    public enum Source: String, Sendable {
      case roster, outcome
    }

    /// Stable name of the measure in every machine format.
    public var id: String
    public var source: Source
    public var title: Localized
    public var unit: Localized
    /// Nil for outcomes: they have no lane.
    public var lane: Lane?
    /// As the input has it; empty for everybody.
    public var group: String
    public var better: OutcomeMeasure.Direction
    public var points: [Point]
    /// Of the points that have a value; nil when none has.
    public var chart: RunChart?
    /// Place in ``points`` of each value of ``chart``.
    public var charted: [Int]
    public var comparisons: [Comparison]

    init(
      id: String, source: Source, title: Localized, unit: Localized, lane: Lane? = nil,
      group: String = "", better: OutcomeMeasure.Direction, points: [Point]
    ) {
      self.id = id
      self.source = source
      self.title = title
      self.unit = unit
      self.lane = lane
      self.group = group
      self.better = better
      self.points = points
      charted = points.indices.filter { points[$0].value != nil }
      let values = charted.compactMap { points[$0].value }
      let before = charted.prefix { points[$0].phase == .baseline }.count
      chart = RunChart(values, baseline: before)
      comparisons = []
    }

    /// Decimals that tell its values apart.
    public var digits: Int {
      let values = chart?.values ?? []
      return (values.max() ?? 0) - (values.min() ?? 0) < 1 ? 2 : 1
    }

    /// Whether a later value that is higher or lower is better.
    public func isBetter(_ difference: Double) -> Bool {
      better == .lower ? difference < 0 : difference > 0
    }
  }

  public let settings: Settings
  public let series: [Series]
  /// People and shifts of the rosters, and the periods that were used and left out; nil without one.
  public let roster: RosterFacts?

  public struct RosterFacts: Sendable {
    public var people: Int
    public var dates: ClosedRange<CivilDate>
    public var periods: Int
    public var leftOut: Int
  }

  /// - Parameters:
  ///   - roster: Nil when only outcomes are followed.
  ///   - diagnostics: What of the outcomes has no place in time is said here.
  public init(
    _ roster: Roster?, _ analysis: AnalysisSettings, _ outcomes: OutcomeTable,
    _ settings: Settings, diagnostics: inout DiagnosticList
  ) {
    self.settings = settings
    var series: [Series] = []
    if let roster, !roster.shifts.isEmpty {
      let periods = FollowUpPeriods(
        roster, analysis, weeks: settings.weeks, change: settings.change)
      series += FollowUpMetric.all.compactMap { Self.series($0, periods, settings.change) }
      self.roster = RosterFacts(
        people: roster.people.count, dates: roster.firstDate...roster.lastDate,
        periods: periods.periods.count, leftOut: periods.leftOut)
    } else {
      self.roster = nil
    }
    let entries = Self.placed(
      outcomes.entries, settings.change, besideDates: !series.isEmpty, &diagnostics)
    self.series = series + Self.series(entries, settings.change)
  }

  /// Nothing could be followed.
  public var isEmpty: Bool { series.isEmpty }

  // MARK: Rosters

  private static func series(
    _ metric: FollowUpMetric, _ periods: FollowUpPeriods, _ change: CivilDate?
  ) -> Series? {
    guard !periods.periods.isEmpty else { return nil }
    let points = periods.periods.map { period in
      let (days, phase) = place(period.from..<period.to, change)
      var sum = FollowUpCounts()
      for entry in period.people { sum += entry.counts }
      let count = period.people.count
      return Point(
        dates: period.from..<period.to, daysAfter: days, phase: phase, count: count,
        value: count < OutcomeTable.fewest ? nil : metric.value(sum))
    }
    // An agreement that nobody has, and findings of a pack that is off, are no news.
    if metric.id.hasSuffix("-findings"), points.allSatisfy({ $0.value ?? 0 == 0 }),
      metric.lane == .agreement
    {
      return nil
    }
    var series = Series(
      id: metric.id, source: .roster, title: metric.title, unit: metric.unit, lane: metric.lane,
      better: metric.better, points: points)
    series.comparisons = FollowUpPhase.followUps.compactMap { phase in
      compare(metric, periods, phase, change)
    }
    return series
  }

  /// Everybody's sums of the periods of a phase.
  private static func sums(
    _ periods: FollowUpPeriods, _ phase: FollowUpPhase, _ change: CivilDate?
  ) -> [Int: FollowUpCounts] {
    var sums: [Int: FollowUpCounts] = [:]
    for period in periods.periods where place(period.from..<period.to, change).phase == phase {
      for (person, counts) in period.people { sums[person, default: FollowUpCounts()] += counts }
    }
    return sums
  }

  /// The same people before and after.
  private static func compare(
    _ metric: FollowUpMetric, _ periods: FollowUpPeriods, _ phase: FollowUpPhase,
    _ change: CivilDate?
  ) -> Comparison? {
    let (before, after) = (sums(periods, .baseline, change), sums(periods, phase, change))
    guard min(before.count, after.count) >= OutcomeTable.fewest else { return nil }
    func whole(_ sums: [Int: FollowUpCounts]) -> Double? {
      var whole = FollowUpCounts()
      for person in sums.keys.sorted() { whole += sums[person] ?? FollowUpCounts() }
      return metric.value(whole)
    }
    guard let first = whole(before), let second = whole(after) else { return nil }
    var comparison = Comparison(phase: phase, before: first, after: second)
    let pairs = before.keys.sorted().compactMap { person -> (Double, Double)? in
      guard let a = before[person].flatMap(metric.value),
        let b = after[person].flatMap(metric.value)
      else { return nil }
      return (a, b)
    }
    do throws(EffectSize.Missing) {
      comparison.effect = try EffectSize.paired(pairs.map(\.0), pairs.map(\.1))
    } catch {
      comparison.missing = error
    }
    return comparison
  }

  // MARK: Outcomes

  /// Those that have a place on the line of time: dates and time since a change go together only where
  /// the change has a date.
  private static func placed(
    _ entries: [OutcomeTable.Entry], _ change: CivilDate?, besideDates: Bool,
    _ diagnostics: inout DiagnosticList
  ) -> [OutcomeTable.Entry] {
    let hasDates =
      besideDates
      || entries.contains { if case .dates = $0.time { true } else { false } }
    guard change == nil, hasDates else { return entries }
    return entries.filter { entry in
      guard case .afterChange = entry.time else { return true }
      diagnostics.add(
        Diagnostic(
          .outcomeWithoutChange, .error, at: entry.position, length: entry.length,
          Localized(
            nb: "målingen er gitt fra en endring som ikke har dato; den er ikke brukt",
            en: "the measurement counts from a change without a date; it was not used"),
          hint: Localized(
            nb: "oppgi datoen med --change 2026-03-02",
            en: "give the date with --change 2026-03-02")))
      return false
    }
  }

  private static func series(
    _ entries: [OutcomeTable.Entry], _ change: CivilDate?
  ) -> [Series] {
    var groups: [String] = []
    var known: Set<String> = []
    for entry in entries where known.insert(entry.group.lowercased()).inserted {
      groups.append(entry.group)
    }
    return OutcomeMeasureBook.all.flatMap { measure in
      groups.compactMap { group in
        let own = entries.filter {
          $0.measure == measure && $0.group.lowercased() == group.lowercased()
        }
        return own.isEmpty ? nil : series(measure, group, own, change)
      }
    }
  }

  private static func series(
    _ measure: OutcomeMeasure, _ group: String, _ entries: [OutcomeTable.Entry],
    _ change: CivilDate?
  ) -> Series {
    let points = entries.map { entry -> Point in
      var point = Point(
        count: entry.count, value: entry.value, deviation: entry.deviation,
        deviationOfChange: entry.deviationOfChange, isRest: entry.isRest)
      switch entry.time {
      case .dates(let from, let to):
        point.dates = from..<to
        (point.daysAfter, point.phase) = place(from..<to, change)
      case .afterChange(let days):
        point.daysAfter = days
        point.phase = FollowUpPhase(daysAfter: days)
        point.dates = change.map { $0 + days..<$0 + days + 1 }
      }
      return point
    }
    let order = points.indices.sorted { a, b in
      func key(_ index: Int) -> (Int, Int, Int) {
        let dates = points[index].dates
        return (
          dates.map { Int($0.lowerBound.days) } ?? points[index].daysAfter ?? 0,
          dates.map { Int($0.upperBound.days) } ?? 0, index
        )
      }
      return key(a) < key(b)
    }
    var series = Series(
      id: measure.id, source: .outcome, title: measure.title, unit: measure.unit, group: group,
      better: measure.better, points: order.map { points[$0] })
    series.comparisons = FollowUpPhase.followUps.compactMap { compare(series.points, $0) }
    return series
  }

  /// The last measurement before the change, and that of a phase which lies nearest to its time.
  private static func compare(_ points: [Point], _ phase: FollowUpPhase) -> Comparison? {
    let shown = points.filter { $0.value != nil }
    guard let before = shown.last(where: { $0.phase == .baseline }),
      let after = shown.filter({ $0.phase == phase }).min(by: { a, b in
        abs((a.daysAfter ?? 0) - phase.nominal) < abs((b.daysAfter ?? 0) - phase.nominal)
      }), let first = before.value, let second = after.value
    else { return nil }
    var comparison = Comparison(phase: phase, before: first, after: second)
    let moments = (
      GroupMoments(count: before.count, mean: first, deviation: before.deviation),
      GroupMoments(count: after.count, mean: second, deviation: after.deviation)
    )
    do throws(EffectSize.Missing) {
      comparison.effect =
        if let change = after.deviationOfChange {
          try EffectSize.paired(moments.0, moments.1, deviationOfChange: change)
        } else {
          try EffectSize.unpaired(moments.0, moments.1)
        }
    } catch {
      comparison.missing = error
    }
    return comparison
  }

  // MARK: Time

  /// Days from the change to the middle of some dates, and the phase.
  private static func place(
    _ dates: Range<CivilDate>, _ change: CivilDate?
  ) -> (days: Int?, phase: FollowUpPhase?) {
    guard let change else { return (nil, nil) }
    let first = dates.lowerBound - change
    let last = dates.upperBound - change - 1
    let middle = Int((Int64(first) + Int64(last)).flooredQuotient(2))
    if last <= 0 { return (middle, .baseline) }
    return (middle, first >= 0 ? FollowUpPhase(daysAfter: max(1, middle)) : nil)
  }
}
