/// What the hours of a duty alone say: the timing parts of the RR446-compatible index.
///
/// Fatigue: the mean, by quarters of an hour, of ``SevereSleepiness`` at the score
///
///     (t + (commute − 30 min)) · F + E · cos(on − φ) + 0.74 · cos(on + t − 5.23) + 2.45
///
/// with t hours into the duty and cosines of the day. Once with the job's F, once with
/// 0.14: the lesser is the part of timing, what lies above it the part of the job.
///
/// Risk: the time of day, summed over the duty, times a curve over its length that is high for very
/// short and for long duties, fitted to 1 in between.
///
/// Units: hours, clock hours, percent for fatigue, relative to a standard duty for risk.
/// Source: the RR446-compatible index, `docs/models.md`.
struct ShiftTiming: Sendable {
  /// Percent.
  let fatigue: Double
  let fatigueOfJob: Double
  /// Relative.
  let risk: Double

  /// Radians per hour.
  static let frequency = Double.pi / 12

  /// - Parameters:
  ///   - on: Clock hour of the start, 0 ..< 24.
  ///   - length: Hours, 1 min to 24 h.
  ///   - commute: Minutes to and from work together, 0–360.
  init(on: Double, length: Double, commute: Double, job: JobDemands) {
    let (whole, least) = Self.meanProbability(
      on: on, length: length, commute: commute, job.fatigue, JobDemands.leastFatigue)
    let timing = min(least, whole)
    fatigue = 100 * timing
    fatigueOfJob = 100 * (whole - timing)
    risk = Self.risk(on: on, length: length, commute: commute)
  }

  // MARK: Fatigue

  private static let (firstSize, firstHour, secondSize, secondHour) = (0.5, 1.25, 0.74, 5.23)

  /// φ: the hour at which the two waves differ.
  private static let startHour: Double = {
    let first = sincos(firstHour * frequency)
    let second = sincos(secondHour * frequency)
    return atan2(
      firstSize * first.sin - secondSize * second.sin,
      firstSize * first.cos - secondSize * second.cos) / frequency
  }()

  /// E: no root is taken of it, as in the tool.
  private static let startSize =
    firstSize * firstSize + secondSize * secondSize
    - firstSize * secondSize * cos((firstHour - secondHour) * frequency)

  /// A quarter of an hour on the circle of the day.
  private static let quarter = sincos(0.25 * frequency)

  private static func meanProbability(
    on: Double, length: Double, commute: Double, _ first: Double, _ second: Double
  ) -> (Double, Double) {
    let fixed = startSize * cos((on - startHour) * frequency) + 2.45
    var wave = sincos((on - secondHour) * frequency)
    let count = Int(((length + 0.001) * 4).rounded(.down)) + 1
    var (sum, other) = (0.0, 0.0)
    for step in 0..<count {
      let time = Double(step) / 4 + (commute - 30) / 60
      let level = fixed + secondSize * wave.cos
      sum += SevereSleepiness.probability(score: time * first + level)
      other += SevereSleepiness.probability(score: time * second + level)
      wave = (
        wave.sin * quarter.cos + wave.cos * quarter.sin,
        wave.cos * quarter.cos - wave.sin * quarter.sin
      )
    }
    return (sum / Double(count), other / Double(count))
  }

  // MARK: Risk

  private static func risk(on: Double, length: Double, commute: Double) -> Double {
    // 40 min of travel belong to a duty; what is longer counts as work.
    let more = (commute - 40) / 60
    // Under 40 min of duty the commute that is missing would leave no time at all.
    let whole = max(length + more, 1.0 / 60)
    let start = on - more
    let timeOfDay =
      1.0106 + 0.1057 * (sin((on + length) * frequency) - sin(start * frequency))
      / (whole * frequency)
    let shape =
      more <= 0
      ? shape(whole) : (self.shape(whole) * whole - self.shape(more) * more) / length
    return max(0, timeOfDay * shape / 1.288 * 0.997976)
  }

  private static func shape(_ hours: Double) -> Double {
    switch hours {
    case ..<4.25: 1 + 0.0359 - 0.8012 * exp(-0.7315 * hours)
    case ...8.13: 1
    default: 1 - 0.4287 + 0.1501 * exp(0.129 * hours)
    }
  }
}
