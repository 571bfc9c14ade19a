/// Risk that grows from duty to duty and falls over days off: the cumulative part of the
/// RR446-compatible risk index.
///
///     less than 9 h at home   r + 0.06 · (9 − gap)
///     9 to 24 h               r + (duty + duty before) / 2,  duty = 0.0886 + 0.0359 · cos(its middle)
///     more than 24 h          1 + (r − 1) · exp(−1.118 · (nights − 1))
///
/// `nights` counts whole days off and the shares of 00–08 that are free at either end of them.
///
/// Units: relative, 1 for a first duty; hours.
/// Source: the RR446-compatible index, `docs/models.md`.
struct CumulativeRisk: Sendable {
  private(set) var value = 1.0

  /// Beyond this a value is held: a roster that gets here was written by nobody.
  static let highest = 100.0

  /// What one duty adds.
  ///
  /// - Parameters:
  ///   - on: Clock hour of the start.
  ///   - length: Hours.
  static func ofDuty(on: Double, length: Double) -> Double {
    let middle = on - SleepAroundDuty.travel + (length + 2 * SleepAroundDuty.travel) / 2
    return 0.0886 + 0.0359 * cos(middle * ShiftTiming.frequency)
  }

  /// What a duty and the time at home before it do to the risk.
  struct Step: Sendable {
    /// What is above 1 is left in part; else something is added.
    let followsDaysOff: Bool
    let amount: Double

    /// Of a first duty.
    static let first = Step(followsDaysOff: false, amount: 0)
  }

  /// - Parameters:
  ///   - duty: ``ofDuty(on:length:)``, and that of the duty before.
  ///   - gap: Hours at home, half an hour of travel taken off at either end.
  ///   - lastOff: Clock hour at which the duty before ended.
  ///   - on: Clock hour of this one's start.
  static func step(
    _ duty: Double, after before: Double, gap: Double, lastOff: Double, on: Double
  ) -> Step {
    if gap < 9 { return Step(followsDaysOff: false, amount: 0.06 * (9 - gap)) }
    if gap <= 24 { return Step(followsDaysOff: false, amount: 0.5 * (duty + before)) }
    return Step(followsDaysOff: true, amount: exp(-1.118 * (nights(gap, lastOff, on) - 1)))
  }

  /// Goes on to the next duty.
  @inline(__always)
  mutating func go(_ step: Step) {
    let next = step.followsDaysOff ? 1 + (value - 1) * step.amount : value + step.amount
    value = min(next, Self.highest)
  }

  /// Nights' sleep in days off.
  private static func nights(_ gap: Double, _ lastOff: Double, _ on: Double) -> Double {
    // Asleep an hour after coming home, and until half an hour after leaving for work; as in the tool.
    var bed = lastOff + 1.5
    if bed >= 24 { bed -= 24 }
    var up = on + 0.5
    if up >= 24 { up -= 24 }
    let first = max(0, 8 - bed)
    let last = up < 8 ? up : 0
    let nights = (gap / 24).rounded(.down) + (first + last) / 8
    return first > 0 && last > 0 && up >= bed ? nights - 2 : nights
  }

  /// As the index counts it.
  var index: Double { value * (0.98899 / 1.113) }
}
