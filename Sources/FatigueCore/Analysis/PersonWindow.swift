/// The worst of any so many days in a row of one person's plan (`spec/models.md` section 9).
///
/// Each value is the worst of its own: the days with most nights need not be those with least sleep. Times
/// count for the local date on which a duty starts.
public struct PersonWindow: Sendable {
  /// Nil for the whole plan.
  public var days: Int?
  public var workSeconds: Int64 = 0
  public var nights = 0
  public var longestNightRun = 0
  /// Rests under 11 h and under 9 h between duties.
  public var quickReturns = 0
  public var shortReturns = 0
  /// Raw KSS; nil without a duty.
  public var maxKss: Double?
  /// The starts of the three duties with the highest KSS, worst first. Seconds from the origin.
  public var worstDuties: [Int32] = []
  /// Duty time weighted by the chance that the average person rates KSS 7 or more, as a share of it.
  public var shareKss7: Double?
  /// Eight hours a day less the time asleep, not below 0. Seconds.
  public var sleepDebt: Int64 = 0
  public var maxFatigueIndex: Double?
  public var maxRiskIndex: Double?

  /// Days in the windows.
  static let lengths = [7, 14, 28]
}

extension PersonDetail {
  /// What is added up for one date.
  private struct Day {
    var work: Int64 = 0
    var nights = 0
    var quick = 0
    var short = 0
    var asleep: Int64 = 0
    var dutyMinutes = 0.0
    var sleepyMinutes = 0.0
    var duties: [Int] = []
  }

  /// Windows of 7, 14 and 28 days, those that fit in the plan, and the whole.
  ///
  /// - Parameters:
  ///   - roster: The one the detail was made from.
  ///   - series: The person's states.
  public func windows(_ roster: Roster, _ series: StateSeries) -> [PersonWindow] {
    let (first, count) = (roster.firstDate, roster.lastDate - roster.firstDate + 1)
    guard count > 0, count < 4000, !timeline.blocks.isEmpty else { return [] }
    var days = [Day](repeating: Day(), count: count)
    var (dates, spans): ([Int], [(from: Int32, through: Int32)]) = ([], [])
    for (i, block) in timeline.blocks.enumerated() {
      let date = roster.civil(block.start).date - first
      guard days.indices.contains(date) else { continue }
      days[date].work += block.length
      days[date].duties.append(i)
      if i > 0 {
        let rest = Int64(block.start) - Int64(timeline.blocks[i - 1].end)
        if rest > 0, rest < 11 * 3600 { days[date].quick += 1 }
        if rest > 0, rest < 9 * 3600 { days[date].short += 1 }
      }
      dates.append(date)
      spans.append((block.start + 450, block.end - 1))
    }
    series.forEach(in: spans, step: 900) { span, row in
      days[dates[span]].dutyMinutes += 15
      days[dates[span]].sleepyMinutes +=
        15 * SleepinessProbability.atLeast(7, alertness: row.probe.alertness)
    }
    for night in timeline.nights {
      let date = night.date - first
      if days.indices.contains(date) { days[date].nights += 1 }
    }
    let midnights = (0...count).map { roster.midnight(first + $0) }
    for episode in sleep where episode.kind != .start {
      var date = max(0, roster.civil(episode.onset).date - first)
      while date < count, midnights[date] < episode.wake {
        let from = max(episode.onset, midnights[date])
        let to = min(episode.wake, midnights[date + 1])
        days[date].asleep += max(0, Int64(to) - Int64(from))
        date += 1
      }
    }
    return PersonWindow.lengths.filter { $0 < count }.map { window(days, of: $0, first) }
      + [window(days, of: nil, first)]
  }

  private func window(_ days: [Day], of length: Int?, _ first: CivilDate) -> PersonWindow {
    var worst = PersonWindow(days: length)
    let size = length ?? days.count
    // The first run of nights that is not over before the window.
    var run = 0
    for start in 0...(days.count - size) {
      let part = days[start..<start + size]
      let dates = (first + start).days..<(first + (start + size)).days
      worst.workSeconds = max(worst.workSeconds, part.reduce(0) { $0 + $1.work })
      worst.nights = max(worst.nights, part.reduce(0) { $0 + $1.nights })
      worst.quickReturns = max(worst.quickReturns, part.reduce(0) { $0 + $1.quick })
      worst.shortReturns = max(worst.shortReturns, part.reduce(0) { $0 + $1.short })
      let debt = part.reduce(Int64(0)) { $0 + 8 * 3600 - $1.asleep }
      worst.sleepDebt = max(worst.sleepDebt, debt)
      worst.longestNightRun = max(worst.longestNightRun, nightRun(in: dates, from: &run))
      let minutes = part.reduce(0) { $0 + $1.dutyMinutes }
      if minutes > 0 {
        let share = part.reduce(0) { $0 + $1.sleepyMinutes } / minutes
        worst.shareKss7 = max(worst.shareKss7 ?? 0, share)
      }
    }
    let all = days.flatMap(\.duties)
    worst.maxKss = all.map { duties[$0].peak.raw }.max()
    worst.maxFatigueIndex = all.map { indices[$0].fatigue.value }.max()
    worst.maxRiskIndex = all.map { indices[$0].risk.value }.max()
    worst.worstDuties = all.sorted {
      (duties[$1].peak.raw, $0) < (duties[$0].peak.raw, $1)
    }.prefix(3).map { timeline.blocks[$0].start }
    return worst
  }

  /// The longest run of nights in some dates, or the part of it that lies there.
  ///
  /// - Parameter first: The first run that is not over before them; dates come in ascending order.
  private func nightRun(in dates: Range<Int32>, from first: inout Int) -> Int {
    let (runs, nights) = (timeline.nightRuns, timeline.nights)
    func end(_ run: Range<Int>) -> Int32 { nights[run.upperBound - 1].date.days }
    while first < runs.count, end(runs[first]) < dates.lowerBound { first += 1 }
    var longest = 0
    for run in runs[first...] {
      let start = nights[run.lowerBound].date.days
      if start >= dates.upperBound { break }
      let from = max(start, dates.lowerBound)
      let to = min(end(run), dates.upperBound - 1)
      longest = max(longest, Int(to) - Int(from) + 1)
    }
    return longest
  }
}

// MARK: Recovery

/// When a person is back where nights began.
public struct Recovery: Sendable {
  /// The end of the last night of a run. Seconds from the origin.
  public var after: Int32
  /// The awakening from which process S is as after ordinary nights; nil when the next duty but one night's
  /// sleep comes first, or nothing is known so far ahead.
  public var rested: Int32?
  /// The awakening from which the debt of the Unified Model is as after ordinary nights.
  public var debtGone: Int32?

  /// S at waking within a tenth of a KSS of the well rested.
  static let restedS = ThreeProcessParameters.wellRested - 0.1 / KarolinskaScale.fiveC.slope
  /// Days looked ahead.
  static let horizon: Int32 = 21 * 86_400
}

extension PersonDetail {
  /// One for each run of nights that starts in the plan.
  ///
  /// - Parameters:
  ///   - history: Predicted to ``Recovery/horizon`` after the last duty.
  public func recoveries(_ history: SleepHistory) -> [Recovery] {
    var unified = UnifiedAlertness()
    unified.follow(history)
    // Runs and episodes are in order of time: each search goes on where the last one ended.
    var (place, first) = (0, 0)
    return timeline.nightRuns.compactMap { run in
      guard let last = timeline.nights[run].last else { return nil }
      let block = Int(last.block)
      let end = timeline.blocks[block].end
      let nextNights = timeline.nights[run.upperBound...].first.map {
        timeline.blocks[Int($0.block)].start
      }
      var recovery = Recovery(after: end)
      while first < history.episodes.count, history.episodes[first].onset < end { first += 1 }
      for episode in history.episodes[first...] where episode.kind == .main {
        if let next = nextNights, episode.wake > next { break }
        if recovery.rested == nil, episode.wakeS >= Recovery.restedS {
          recovery.rested = episode.wake
        }
        if recovery.debtGone == nil, let moment = unified.moment(episode.wake, near: &place),
          moment.l <= UnifiedAlertness.ordinaryDebt
        {
          recovery.debtGone = episode.wake
        }
      }
      return recovery
    }
  }
}

extension UnifiedAlertness {
  /// L at waking of someone who sleeps eight hours every night, and half a lapse.
  static let ordinaryDebt: Double = {
    let model = UnifiedModel()
    var state = UnifiedModel.State.rested
    for _ in 0..<60 {
      state = model.asleep(from: model.awake(from: state, after: Hours(16)), after: Hours(8))
    }
    return state.l + 0.5
  }()
}
