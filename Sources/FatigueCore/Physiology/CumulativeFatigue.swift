/// Performance over nights of lost sleep: the cumulative part of the RR446-compatible fatigue index.
///
/// Each night performance moves from where it was towards a level, slowly down and faster up:
///
///     level          = 3.9 − 0.4416 · lost       lost: hours of sleep, the night's two losses, at most 8
///     performance(k) = level + (performance(k − 1) − level) · exp(−rate)
///     rate           = 0.1369 down, 0.6868 up
///
/// Night 0 ends at 3.87. A duty is worth what lies between the night before and its own, by where it
/// lies in its night; after less than 9 h at home the level of the night counts in part.
///
/// Units: responses per second on a vigilance test, 3.9 rested; hours; percent for the result.
/// Source: the RR446-compatible index, `docs/models.md`.
struct CumulativeFatigue: Sendable {
  static let rested = 3.9
  private static let perHourLost = 0.441596758431994
  private static let leftOnTheWayDown = exp(-0.136934833451947)
  private static let leftOnTheWayUp = exp(-0.686825862760272)

  /// The last night that was entered, its performance, and that of the night before.
  private(set) var night = 0
  private(set) var performance = 3.87
  private(set) var before = 3.87
  /// Sleep that the first duty of that night costs in the next.
  private var carried = 0.0
  private let severity = SevereSleepinessTable.standard

  /// Goes on to a night with work in it, by its first duty.
  ///
  /// - Parameters:
  ///   - night: After the last one entered.
  ///   - lost: Hours of sleep that its first duty costs in it, and in the next.
  @inline(__always)
  mutating func enter(night next: Int, lost: Double, lostNext: Double) {
    if night < next - 1 { rest(until: next - 1) }
    before = performance
    step(lost: lost + carried)
    night = next
    carried = lostNext
  }

  /// Nights without work.
  @inline(never)
  private mutating func rest(until last: Int) {
    while night < last {
      let unchanged = performance
      step(lost: carried)
      night += 1
      let settled = carried == 0 && performance == unchanged
      carried = 0
      // Years without work: nothing changes any more.
      if settled { night = last }
    }
  }

  @inline(__always)
  private mutating func step(lost: Double) {
    let level = Self.rested - Self.perHourLost * min(8, lost)
    let left = performance > level ? Self.leftOnTheWayDown : Self.leftOnTheWayUp
    performance = level + (performance - level) * left
  }

  /// Counts nights from another day.
  mutating func renumber(by nights: Int) { night += nights }

  /// Whatever comes after, performance is no higher than after the other.
  func isNoBetter(than other: CumulativeFatigue) -> Bool {
    night == other.night && performance <= other.performance && before <= other.before
      && carried >= other.carried
  }

  /// How much of the level of the night before it a duty is worth, 0 to 1.
  ///
  /// - Parameter gap: Hours at home before the duty.
  static func rest(gap: Double) -> Double { gap > 9 ? 1 : gap < 1 ? 0 : (gap - 1) / 8 }

  /// Percent.
  ///
  /// - Parameters:
  ///   - before: Performance after the night before the duty's own, and after its own.
  ///   - progress: ``SleepAroundDuty/progress``.
  ///   - rest: ``rest(gap:)``; 1 for the first.
  @inline(__always)
  func index(before: Double, after: Double, progress: Double, rest: Double) -> Double {
    let now = (before + (after - before) * progress) * (4.44 / Self.rested)
    let speed = rest * now + (1 - rest) * after
    return severity.percent(lost: 1.001 - speed * (1 / 4.44))
  }
}
