/// What one person slept beside what was predicted from the plan for the same time, and what it does to
/// sleepiness on duty.
public struct SleepComparison: Sendable {
  /// Sleep on one local date, midnight to midnight, in seconds; only what lies in covered time.
  public struct Day: Hashable, Sendable {
    public var date: CivilDate
    public var recorded: Int64
    public var predicted: Int64
  }

  /// A duty that begins in covered time. Seconds from the roster's origin.
  public struct Duty: Hashable, Sendable {
    public var start: Int32
    public var end: Int32
    /// The highest KSS by recorded and by predicted sleep.
    public var recordedPeak: KSS
    public var predictedPeak: KSS
  }

  /// Index in the roster's people.
  public var person: Int
  /// The stretches that the record covers, seconds from the roster's origin.
  public var covered: [WorkInterval]
  /// The dates that they touch.
  public var days: [Day]
  public var duties: [Duty]
  /// Recorded sleep while on duty, in seconds. The model takes it for sleep.
  public var asleepOnDuty: Int64

  /// Length of the covered time, in seconds.
  public var coveredSeconds: Int64 {
    covered.reduce(0) { $0 + Int64($1.end) - Int64($1.start) }
  }
  public var recordedSeconds: Int64 { days.reduce(0) { $0 + $1.recorded } }
  public var predictedSeconds: Int64 { days.reduce(0) { $0 + $1.predicted } }

  /// The duty whose peak by recorded sleep is highest; the first of several.
  public var worstDuty: Duty? {
    duties.reduce(nil) { worst, duty in
      worst.map { duty.recordedPeak.raw > $0.recordedPeak.raw ? duty : $0 } ?? duty
    }
  }

  /// - Parameters:
  ///   - recorded: The person's sleep with the record.
  ///   - predicted: The same without it.
  init(
    person: Int, _ roster: Roster, _ blocks: [PersonTimeline.Block], _ record: SleepRecord,
    recorded: SleepHistory, predicted: SleepHistory, _ model: ThreeProcessModel
  ) {
    self.person = person
    covered = record.runs.map { WorkInterval(start: $0.from, end: $0.to) }
    days = Self.days(covered, roster, recorded, predicted)
    let work = blocks.map { WorkInterval(start: $0.start, end: $0.end) }
    var peaks: (recorded: [DutyPeak], predicted: [DutyPeak]) = ([], [])
    model.screen(work.span, recorded, into: &peaks.recorded)
    model.screen(work.span, predicted, into: &peaks.predicted)
    let (covered, period) = (covered, roster.period)
    duties = zip(work, zip(peaks.recorded, peaks.predicted)).compactMap { duty, peaks in
      guard covered.contains(where: { $0.start <= duty.start && duty.start < $0.end }),
        duty.start >= period.start, duty.start < period.end
      else { return nil }
      return Duty(
        start: duty.start, end: duty.end, recordedPeak: peaks.0.peak, predictedPeak: peaks.1.peak)
    }
    asleepOnDuty = work.reduce(0) { $0 + record.asleep(from: $1.start, to: $1.end) }
  }

  private static func days(
    _ covered: [WorkInterval], _ roster: Roster, _ recorded: SleepHistory,
    _ predicted: SleepHistory
  ) -> [Day] {
    var days: [Day] = []
    for stretch in covered {
      var date = roster.civil(stretch.start).date
      let last = roster.civil(stretch.end - 1).date
      while date <= last {
        let from = max(Int(roster.midnight(date)), Int(stretch.start))
        let to = min(Int(roster.midnight(date + 1)), Int(stretch.end))
        let sums = (
          Int64(recorded.asleep(from: from, to: to)), Int64(predicted.asleep(from: from, to: to))
        )
        // One stretch may end on the date on which the next begins.
        if days.last?.date == date {
          days[days.count - 1].recorded += sums.0
          days[days.count - 1].predicted += sums.1
        } else {
          days.append(Day(date: date, recorded: sums.0, predicted: sums.1))
        }
        date = date + 1
      }
    }
    return days
  }
}
