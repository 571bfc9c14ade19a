/// A person's duties of one type in a row, as findings of the models gather them: less than 72 h lie
/// between one and the next.
struct DutyRun {
  /// Indices of the duties.
  var duties: Range<Int>
  /// The first of those with the highest value.
  var worst: Int
  var highest: Int64

  /// Calls `body` with every run in which some duty has a value of `least` or more.
  ///
  /// - Parameters:
  ///   - mayReach: A quick look at the duty with an index: false only when its value is under `least`.
  ///     Most duties are far from any limit, and are passed by it.
  ///   - value: Of a duty that may reach it; the higher the worse. Nil leaves it out.
  @inline(__always)
  static func forEach(
    _ evidence: borrowing Evidence, from least: Int64, where mayReach: (Int) -> Bool,
    value: (Int) -> Int64?, _ body: (DutyRun) -> Void
  ) {
    guard evidence.duties.count == evidence.timeline.blocks.count else { return }
    for duties in evidence.timeline.stretchesOfOneType {
      var (worst, highest) = (-1, Int64.min)
      for i in duties where mayReach(i) {
        guard let value = value(i), value >= least, worst < 0 || value > highest else { continue }
        (worst, highest) = (i, value)
      }
      if worst >= 0 { body(DutyRun(duties: duties, worst: worst, highest: highest)) }
    }
  }

  /// Whether a block goes on with a duty of the indices that an earlier one began: they are one duty
  /// with a break, and have its indices (`docs/models.md`).
  @inline(__always)
  static func continuesDuty(_ i: Int, _ blocks: [PersonTimeline.Block]) -> Bool {
    i > 0 && Int64(blocks[i].start) - Int64(blocks[i - 1].end) < FatigueRiskIndex.leastGap
  }

  /// Whatever is so many hundredths or more when it is rounded to them, half away from zero, is more
  /// than this.
  static func under(hundredths: Int64) -> Double { Double(hundredths - 1) / 100 }

  /// A finding about the run that points at its worst duty.
  func finding(
    _ status: FindingStatus, _ evidence: borrowing Evidence, measured: Fraction, limit: Fraction,
    _ relation: Relation, _ unit: MeasureUnit, count: Int
  ) -> Finding {
    let blocks = evidence.timeline.blocks
    var finding = Finding(
      status, from: blocks[duties.lowerBound].start, to: blocks[duties.upperBound - 1].end,
      shift: blocks[worst].first, measured: measured, limit: limit, relation, unit)
    finding.count = Int32(clamping: count)
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
