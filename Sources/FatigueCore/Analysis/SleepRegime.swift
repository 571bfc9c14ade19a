/// The predictor and the model of people with the same habits of sleep.
struct SleepRegime: Sendable {
  let predictor: SleepPredictor
  let model: ThreeProcessModel
  /// Minutes to and from work together, where somebody has said how long the way is.
  let dailyCommute: Double?

  /// - Parameter person: What the person has said; what holds for everybody is in the settings.
  init(_ settings: AnalysisSettings, _ person: SleepHabits = SleepHabits()) {
    let sleep = settings.assumption.applied(
      to: SleepSettings(settings.facts.sleep, person: person))
    let tables = settings.parity.tables(sleep.chronotype)
    predictor = SleepPredictor(
      settings: sleep, tables: tables, adaptation: settings.parity.adaptation)
    model = ThreeProcessModel(tables: tables, scale: settings.scale, commute: sleep.commute)
    dailyCommute = (person.commute ?? settings.facts.sleep.commute).map {
      2 * Double($0.seconds) / 60
    }
  }
}

/// What rows besides work say about sleep.
enum DeclaredSleep {
  /// Sleep in active work that is taken from a roster, for each stretch of work.
  ///
  /// `Assumed:` the longest nap that anyone advises on a night shift; who writes more was not at work, or
  /// was on passive duty.
  static let mostOnDuty: Int32 = 120 * 60

  /// A person's rows of naps as stretches of sleep: sorted, not overlapping, those in active work cut.
  static func naps(_ evidence: borrowing Evidence) -> [SleepSpan] {
    var naps: [SleepSpan] = []
    for index in evidence.rows(.nap) {
      let row = evidence.roster.shifts[Int(index)]
      guard row.end > row.start else { continue }
      if let last = naps.last, row.start <= last.wake {
        naps[naps.count - 1].wake = max(last.wake, row.end)
      } else {
        naps.append(SleepSpan(onset: row.start, wake: row.end))
      }
    }
    guard !naps.isEmpty else { return [] }
    let passive = evidence.rows(.passive).map { evidence.roster.shifts[Int($0)] }
    let blocks = evidence.timeline.blocks
    var (block, left) = (0, mostOnDuty)
    var kept: [SleepSpan] = []
    for nap in naps {
      var nap = nap
      while block < blocks.count, blocks[block].end <= nap.onset {
        (block, left) = (block + 1, mostOnDuty)
      }
      if block < blocks.count, nap.onset >= blocks[block].start,
        !passive.contains(where: { $0.start <= nap.onset && nap.wake <= $0.end })
      {
        nap.wake = Int32(clamping: min(Int64(nap.wake), Int64(nap.onset) + Int64(left)))
        left -= nap.wake - nap.onset
      }
      if nap.wake > nap.onset { kept.append(nap) }
    }
    return kept
  }

  /// The person's work to which one is called out: blocks whose first row says so.
  static func callOuts(_ evidence: borrowing Evidence) -> [WorkInterval] {
    guard evidence.hasRows(.callOut) else { return [] }
    var called: [WorkInterval] = []
    for block in evidence.timeline.blocks
    where evidence.roster.shifts[Int(block.first)].kind == .callOut {
      called.append(WorkInterval(start: block.start, end: block.end))
    }
    return called
  }
}

extension DutyPeak {
  /// Takes each value that is worse in another.
  mutating func takeWorst(of other: DutyPeak) {
    if other.peak > peak { (peak, peakAt) = (other.peak, other.peakAt) }
    minutesAt7 = max(minutesAt7, other.minutesAt7)
    minutesAt8 = max(minutesAt8, other.minutesAt8)
    home = max(home, other.home)
    awakeAtEnd = max(awakeAtEnd, other.awakeAtEnd)
    sleep48 = min(sleep48, other.sleep48)
    sleep24BeforeEnd = min(sleep24BeforeEnd, other.sleep24BeforeEnd)
    sleep48BeforeEnd = min(sleep48BeforeEnd, other.sleep48BeforeEnd)
    if let rest = other.sleepInRest { sleepInRest = min(sleepInRest ?? rest, rest) }
  }
}
