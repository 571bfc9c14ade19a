/// A person's duties of one type in a row, as findings of the models gather them: less than 72 h lie
/// between one and the next.
struct DutyRun {
  /// Indices of the duties.
  var duties: Range<Int>
  /// The first of those with the highest value.
  var worst = -1
  var highest = Int64.min
  /// How many have a value.
  var count: Int32 = 0

  /// Calls `body` with every run in which some duty has a value.
  ///
  /// - Parameters:
  ///   - duties: What a model says of each of the person's blocks; no runs when none has been asked.
  ///   - mayReach: A quick look at a duty: one for which it is false has no value. Most duties are far
  ///     from any limit, and are passed by it.
  ///   - value: Of a duty with its index; the higher the worse. Nil leaves it out.
  @inline(__always)
  static func forEach<Duty>(
    _ duties: Span<Duty>, of evidence: borrowing Evidence, where mayReach: (Duty) -> Bool,
    value: (Duty, Int) -> Int64?, _ body: (DutyRun) -> Void
  ) {
    let count = evidence.timeline.blocks.count
    guard duties.count == count, evidence.duties.count == count else { return }
    let runs = evidence.timeline.stretchesOfOneType.span
    var (next, i) = (0, 0)
    while true {
      while i < duties.count, !mayReach(duties[i]) { i += 1 }
      guard i < duties.count else { return }
      while runs[next].upperBound <= i { next += 1 }
      var run = DutyRun(duties: runs[next])
      repeat {
        if mayReach(duties[i]), let value = value(duties[i], i) { run.add(i, value) }
        i += 1
      } while i < run.duties.upperBound
      if run.count > 0 { body(run) }
    }
  }

  /// How many runs have a duty that reaches a level, and how many of these one that is graver; for rules that
  /// are only counted.
  ///
  /// - Parameters:
  ///   - reaches: Of a duty with its index.
  ///   - isGrave: Of one that reaches the level; it may say anything of others where some duty before does.
  @inline(__always)
  static func count<Duty>(
    _ duties: Span<Duty>, of evidence: borrowing Evidence, where reaches: (Duty, Int) -> Bool,
    isGrave: (Duty) -> Bool
  ) -> FindingCount {
    let count = evidence.timeline.blocks.count
    var found = FindingCount()
    guard duties.count == count, evidence.duties.count == count else { return found }
    let runs = evidence.timeline.stretchesOfOneType.span
    var (next, i) = (0, 0)
    // It always is; said so that the compiler does not have the inner loop ask for every duty.
    while i >= 0 {
      while i < duties.count, !reaches(duties[i], i) { i += 1 }
      guard i < duties.count else { break }
      while runs[next].upperBound <= i { next += 1 }
      let end = runs[next].upperBound
      while i < end, !isGrave(duties[i]) { i += 1 }
      if i < end { found.warnings += 1 } else { found.notes += 1 }
      i = end
    }
    return found
  }

  @inline(__always)
  private mutating func add(_ i: Int, _ value: Int64) {
    count += 1
    if value > highest { (worst, highest) = (i, value) }
  }

  /// How many of the duties are as a level asks.
  @inline(__always)
  func count(where reaches: (Int) -> Bool) -> Int32 {
    Int32(clamping: duties.count(where: reaches))
  }

  /// Whether a block goes on with a duty of the indices that an earlier one began: they are one duty
  /// with a break, and have its indices (`docs/models.md`).
  @inline(__always)
  static func continuesDuty(_ i: Int, _ evidence: borrowing Evidence) -> Bool {
    i > 0
      && Int64(evidence.timeline.blocks[i].start) - Int64(evidence.timeline.blocks[i - 1].end)
        < FatigueRiskIndex.leastGap
  }

  /// A finding about the run that points at its worst duty.
  @inline(__always)
  func finding(
    _ status: FindingStatus, _ evidence: borrowing Evidence, measured: Fraction, limit: Fraction,
    _ relation: Relation, _ unit: MeasureUnit
  ) -> Finding {
    var finding = Finding(
      status, from: evidence.timeline.blocks[duties.lowerBound].start,
      to: evidence.timeline.blocks[duties.upperBound - 1].end,
      shift: evidence.timeline.blocks[worst].first, measured: measured, limit: limit, relation, unit
    )
    finding.count = count
    return finding
  }

  /// ` Én vakt til i rekken når nivået.`
  static func others(_ finding: Finding) -> Localized {
    switch finding.count - 1 {
    case ...0: Localized(same: "")
    case 1:
      Localized(
        nb: " Én vakt til i rekken når nivået.", en: " One more duty in the run reaches the level.")
    case let more:
      Localized(
        nb: " \(more) vakter til i rekken når nivået.",
        en: " \(more) more duties in the run reach the level.")
    }
  }

  /// What the plan does not show of the time before, in words.
  ///
  /// - Parameter worst: The value at worst.
  static func unknown(
    _ finding: Finding, worst: @autoclosure () -> Localized
  ) -> Localized {
    guard finding.horizonTruncated else { return Localized(same: "") }
    let worst = worst()
    return Localized(
      nb: " Planen viser ikke ukene før; i verste fall \(worst.nb).",
      en: " The plan does not show the weeks before; at worst \(worst.en).")
  }
}

/// What a model's values reach when they are rounded to hundredths, half away from zero, without
/// rounding each.
struct RoundedLevel {
  private let hundredths: Double
  /// The least value that reaches it.
  private let least: Double

  /// - Parameter hundredths: One or more.
  @inline(__always)
  init(hundredths: Int64) {
    self.hundredths = Double(hundredths)
    var least = (self.hundredths - 0.5) / 100
    // What is added and multiplied is rounded too.
    while least * 100 + 0.5 >= self.hundredths { least = least.nextDown }
    while least * 100 + 0.5 < self.hundredths { least = least.nextUp }
    self.least = least
  }

  /// Whether `KSS(value).hundredths` is the level's or more: it cuts off what follows the point here.
  @inline(__always)
  func isReached(by value: Double) -> Bool { value >= least }

  /// `KSS(value).hundredths` of a value that reaches the level; nil of others.
  @inline(__always)
  func hundredths(of value: Double) -> Int64? {
    isReached(by: value) ? Int64(min(value * 100 + 0.5, 100_000_000)) : nil
  }
}
