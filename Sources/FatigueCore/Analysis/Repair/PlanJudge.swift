/// Judges what somebody's plan would be with other shifts, by the rules of an analysis.
///
/// The rules are the real ones; only the person whose shifts change is looked at again.
struct PlanJudge: Sendable {
  private let plan: Roster
  /// Days after which the plan repeats; nil when it does not.
  private let cycleDays: Int?
  /// Every Monday at 00:00 local time with a whole week before or after it in the plan.
  private let mondays: [Int32]
  private let settings: AnalysisSettings
  /// Tries the rules that need no predicted sleep.
  private var quick: PersonAnalyser
  /// Tries all of them.
  private var thorough: PersonAnalyser
  /// People's plans looked at, each kind by itself.
  private(set) var quickLooks = 0
  private(set) var thoroughLooks = 0
  /// Of those looked at before.
  var memo = LoadMemo()

  /// What has been spent, in quick looks. `Assumed:` to predict a person's sleep takes as long as six looks
  /// without it, as measured for a ward of twelve weeks.
  var spent: Int { quickLooks + 6 * thoroughLooks }

  /// - Parameter plan: Not yet repeated.
  init(_ plan: Roster, cycleDays: Int?, settings: AnalysisSettings) {
    self.plan = plan
    self.cycleDays = cycleDays
    let first = plan.firstDate.weekday == 1 ? plan.firstDate : plan.firstDate.monday + 7
    mondays = sequence(first: first) { $0 + 7 }.prefix { $0 <= plan.lastDate + 1 }
      .map(plan.midnight)
    var settings = settings
    settings.recordedSleep = nil
    settings.asksUnified = false
    self.settings = settings
    let whole = cycleDays.map { plan.repeating(every: $0) } ?? plan
    let contents = RosterContents(whole)
    var withoutModel = settings
    withoutModel.selection = settings.selection.keeping { !$0.needsModel && $0.lane != .model }
    quick = PersonAnalyser(roster: whole, contents: contents, settings: withoutModel)
    thorough = PersonAnalyser(roster: whole, contents: contents, settings: settings)
  }

  /// The load of one person with some rows.
  ///
  /// - Parameters:
  ///   - rows: By start.
  ///   - predicts: Whether the model lane is filled.
  mutating func load(_ person: Int, _ rows: [Shift], predicts: Bool) -> PlanLoad {
    look(person, rows, predicts: predicts).load
  }

  /// The same with the findings, which point at the rows by their place.
  mutating func look(
    _ person: Int, _ rows: [Shift], predicts: Bool
  ) -> (load: PlanLoad, findings: [Finding]) {
    let trial = trial(person, rows)
    var (findings, metrics) =
      predicts
      ? thorough.tryOut(trial, predicts: true) : quick.tryOut(trial, predicts: false)
    if predicts { thoroughLooks += 1 } else { quickLooks += 1 }
    if !settings.waivers.isEmpty { WaiverCheck.apply(settings, trial, &findings) }
    var load = PlanLoad()
    for finding in findings { load.count(finding) }
    let start = plan.period.start
    for row in rows where row.kind.isWork && row.start >= start {
      load.workSeconds += RepairState.workSeconds(row)
    }
    load.shortRests = metrics.quickReturns
    load.shortWeeks = shortWeeks(rows)
    load.longestWeek = longestWeek(rows)
    load.overlong = Self.overlong(rows)
    load.weekends = metrics.weekends
    load.nights = metrics.nights
    load.minutesKss7 = Int(metrics.secondsKss7 / 60)
    return (load, findings)
  }

  /// Whole weeks without 35 h free of work that touch them, for rows by start. What lies before the first row
  /// and after the last counts as free.
  private func shortWeeks(_ rows: [Shift]) -> Int {
    let rest: Int32 = 35 * 3600
    guard mondays.count > 1 else { return 0 }
    var free: [Range<Int32>] = []
    var ended = Int32.min
    for row in rows where row.kind.isWork && row.end > row.start {
      if Int(row.start) - Int(ended) >= rest { free.append(ended..<row.start) }
      ended = max(ended, row.end)
    }
    free.append(ended..<Int32.max)
    return zip(mondays, mondays.dropFirst()).count { monday, next in
      !free.contains { $0.lowerBound < next && $0.upperBound > monday }
    }
  }

  /// Work beyond ``PlanLoad/longStretch`` in stretches that touch or overlap, in seconds, for rows by start.
  private static func overlong(_ rows: [Shift]) -> Int64 {
    var (sum, started, ended) = (Int64(0), Int64(Int32.min), Int64(Int32.min))
    for row in rows where row.kind.isWork && row.end > row.start {
      if Int64(row.start) > ended {
        sum += max(0, ended - started - PlanLoad.longStretch)
        started = Int64(row.start)
      }
      ended = max(ended, Int64(row.end))
    }
    return sum + max(0, ended - started - PlanLoad.longStretch)
  }

  /// Work in the longest of the whole weeks, in seconds, for rows by start.
  private func longestWeek(_ rows: [Shift]) -> Int64 {
    var longest: Int64 = 0
    for (monday, next) in zip(mondays, mondays.dropFirst()) {
      var week: Int64 = 0
      for row in rows where row.kind.isWork && row.start < next && row.end > monday {
        week += Int64(min(row.end, next)) - Int64(max(row.start, monday))
      }
      longest = max(longest, week)
    }
    return longest
  }

  /// A roster of one person.
  private func trial(_ person: Int, _ rows: [Shift]) -> Roster {
    var trial = plan
    trial.people = [plan.people[person]]
    trial.repeats = []
    trial.shifts = rows
    for i in trial.shifts.indices { trial.shifts[i].person = 0 }
    trial.slices = [trial.shifts.indices]
    return cycleDays.map { trial.repeating(every: $0) } ?? trial
  }
}

extension RuleSelection {
  /// The chosen rules that meet a condition.
  func keeping(_ isKept: (Rule) -> Bool) -> RuleSelection {
    RuleSelection(
      rules: rules.filter { isKept(RuleBook.rules[$0]) }, notInForce: notInForce,
      untested: untested)
  }
}
