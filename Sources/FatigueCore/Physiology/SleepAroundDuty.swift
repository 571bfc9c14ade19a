/// The sleep that a duty costs, from its hours alone: part of the RR446-compatible index.
///
/// A duty belongs to the night before it when it starts before 15:30, otherwise to the one that begins
/// in it. Half an hour of travel lies on either side. Hours are counted from the midnight before that
/// night: 24 is the midnight inside it.
///
///     early start   lost = (0.03501 · (37.5 − start) + 0.01928) · (37.5 − start)
///     late end      lost = 8.07 − (circadian + actual) / 2, at most 8
///
/// `circadian` and `actual` are the two regressions of sleep length on the end of a duty that
/// the tool holds; their mean is the length of that sleep.
///
/// Units: hours.
/// Source: the RR446-compatible index, `docs/models.md`.
struct SleepAroundDuty: Sendable {
  /// Lost before an early start; infinite where only the end of the duty counts.
  let byStart: Double
  /// Lost in the duty's own night, and in the one after it, by when it ends.
  let byEnd: Double
  let byEndNextNight: Double
  /// How far into its night's change of performance the duty lies, 0 to 1.
  let progress: Double

  /// From home to work, and from work home.
  static let travel = 0.5
  /// Less than this between coming home and leaving costs sleep, hour by hour.
  static let leastGap = 9.0

  /// - Parameters:
  ///   - on: Clock hour of the start, 0 ..< 24.
  ///   - length: Hours.
  init(on: Double, length: Double) {
    let start = Self.startsNight(on: on) ? on - Self.travel : on - Self.travel + 24
    let end = start + length + 2 * Self.travel
    let toHalfPastOne = 37.5 - start
    if start >= 15, start <= 22.67 {
      byStart = .infinity
    } else {
      byStart = start > 22.76 ? (0.03501 * toHalfPastOne + 0.01928) * toHalfPastOne : 0
    }
    byEnd = Self.lost(end: end)
    byEndNextNight = Self.lost(end: end - 24)
    progress =
      start > 27 && start < 39 ? 0.5 * (1 + sin((start - 33) * ShiftTiming.frequency)) : 0
  }

  /// Whether a duty's night is the one that begins on its date: it counts as the next day's.
  static func startsNight(on: Double) -> Bool { on - travel >= 15 }

  /// Sleep lost after a duty that ends at this hour.
  static func lost(end: Double) -> Double {
    let circadian: Double
    if end < 18.5 {
      circadian = 8.13
    } else {
      let bed = end < 24.25 ? 16.3 + 0.367 * end : end + 1
      circadian =
        -2.28827436527851 + 11.7995318577367
        / (1 + 0.472949055173571 * exp(-1.77393493516727 + 0.16244804759197 * (bed - 20)))
    }
    let actual = min(8, 8 - 0.285 * (end - 18.5))
    return min(8, 8.07 - (circadian + actual) / 2)
  }

  /// Hours of sleep lost in the duty's own night.
  /// - Parameter gap: Hours from home to leaving for the next duty.
  func lostTonight(gap: Double) -> Double { min(byStart, max(byEnd, Self.leastGap - gap)) }

  /// Hours of sleep lost in the night after.
  func lostNextNight(gap: Double) -> Double { max(byEndNextNight, Self.leastGap - gap) }
}
