/// What a plan leaves of one person's free time: what health alone must not be bought with.
///
/// Dates are local; the date on which a night ends is a date with work.
public struct TimeOff: Sendable, Equatable {
  /// Weekends with work on one of Saturday and Sunday, the other free.
  public var splitWeekends = 0
  /// Free dates between two dates with work.
  public var singleDaysOff = 0
  /// Lone duties with a free date on either side: they break a stretch of free time in two.
  public var brokenFreePeriods = 0

  public init() {}

  /// - Parameters:
  ///   - timeline: Of the assessed dates only.
  ///   - dates: The assessed dates. What lies outside is not known to be free.
  init(_ timeline: PersonTimeline, dates: ClosedRange<CivilDate>) {
    let runs = timeline.dateRuns
    var before: DateRun?
    for run in runs {
      if let before, run.first - before.last == 2 { singleDaysOff += 1 }
      before = run
      if run.blocks.count == 1, run.first > dates.lowerBound.days, run.last < dates.upperBound.days
      {
        brokenFreePeriods += 1
      }
    }
    splitWeekends = Self.splitWeekends(runs, dates)
  }

  private static func splitWeekends(_ runs: [DateRun], _ dates: ClosedRange<CivilDate>) -> Int {
    var (count, place) = (0, 0)
    func works(on day: Int32) -> Bool {
      while place < runs.count, runs[place].last < day { place += 1 }
      return place < runs.count && runs[place].first <= day
    }
    var saturday = dates.lowerBound.monday + 5
    while saturday < dates.upperBound {
      if saturday >= dates.lowerBound, works(on: saturday.days) != works(on: saturday.days + 1) {
        count += 1
      }
      saturday = saturday + 7
    }
    return count
  }

  /// Everybody's, by index in ``Roster/people``.
  static func all(_ roster: Roster) -> [TimeOff] {
    let assessed = roster.assessedOnly
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    return roster.people.indices.map { person in
      timeline.fill(assessed, person: person, clock: &clock)
      return TimeOff(timeline, dates: assessed.firstDate...assessed.lastDate)
    }
  }
}
