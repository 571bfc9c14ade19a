/// What a job asks and how its breaks lie: the settings of the RR446-compatible index.
///
///     fatigue   F = breaks(b) + 1.2 · (0.125 + 0.015 · W) · c / (c + b)
///     risk      R = (mean / 1.4858 + 0.0232 · (W − 3)) / 1.032 / 1.0286182
///
/// W is workload and attention together, c the mean of the usual and the longest stretch of work between
/// breaks, b the mean break, both in minutes; `mean` is that of a risk that climbs by quarters of an hour
/// of work and falls at each break.
/// Source: the RR446-compatible index, `docs/models.md`.
public struct JobFactors: Hashable, Sendable {
  /// 0 light to 3 extremely demanding.
  public var workload: Double
  /// 0 none to 3 all the time.
  public var attention: Double
  /// Minutes from break to break, usually.
  public var breakFrequency: Double
  /// Minutes, usually.
  public var breakLength: Double
  /// Minutes, the longest stretch of work without a break.
  public var longestWork: Double
  /// Minutes of the break after that stretch.
  public var breakAfter: Double

  /// Values out of range are moved to the nearest: 0–3 points, 0–1,440 min; what is no number to the
  /// standard.
  public init(
    workload: Double = 2, attention: Double = 3, breakFrequency: Double = 180,
    breakLength: Double = 15, longestWork: Double = 240, breakAfter: Double = 30
  ) {
    func within(_ value: Double, _ most: Double, _ standard: Double) -> Double {
      value.isNaN ? standard : min(max(value, 0), most)
    }
    self.workload = within(workload, 3, 2)
    self.attention = within(attention, 3, 3)
    self.breakFrequency = within(breakFrequency, 1440, 180)
    self.breakLength = within(breakLength, 1440, 15)
    self.longestWork = within(longestWork, 1440, 240)
    self.breakAfter = within(breakAfter, 1440, 30)
  }

  /// The tool's defaults: workload 2 and attention 3, breaks of 15 min every 3 h, of 30 after 4 h.
  public static let standard = JobFactors()
}

/// The job factors as numbers ready for use.
struct JobDemands: Sendable {
  /// F: how fast the score rises per hour at work or on the way.
  let fatigue: Double
  private let demand: Double
  /// Minutes from break to break, the break included.
  private let cycle: Double
  /// Quarters of an hour of work between breaks.
  private let quarters: Int
  /// The tool and its transcription count the same quarters.
  let isVerified: Bool
  /// What a break leaves of the risk above 1.
  private let leftByBreak: Double

  /// F of a job that asks nothing.
  static let leastFatigue = 0.14

  init(_ job: JobFactors) {
    // The fields may have been set since `init`; this moves them into range again.
    let job = JobFactors(
      workload: job.workload, attention: job.attention, breakFrequency: job.breakFrequency,
      breakLength: job.breakLength, longestWork: job.longestWork, breakAfter: job.breakAfter)
    demand = job.workload + job.attention
    let work = (job.breakFrequency + job.longestWork) / 2
    let rest = (job.breakLength + job.breakAfter) / 2
    cycle = work + rest
    let share = cycle > 0 ? work / cycle : 1
    fatigue =
      Self.effectOfBreaks(of: rest, every: work) + 1.2 * (0.125 + 0.015 * demand) * share
    // The tool rounds half to even, the transcription half up.
    quarters = Int((work / 15).rounded())
    isVerified = (work / 15).rounded() == (work / 15).rounded(.toNearestOrEven)
    let effect = exp(-0.395 * (rest - 13.3))
    leftByBreak = 0.24 * effect / (0.2388 * (1 + effect))
  }

  /// Linear between the lengths for which there is a value; none from an hour on.
  private static func effectOfBreaks(of rest: Double, every work: Double) -> Double {
    let known = [
      (0.0, 0.174), (5, 0.172731235 - 0.200918653 * 0.04 + 0.03552264 * 0.04 * 0.04),
      (15, 0.000442 * work),
      (30, 0.000206 - 0.0000138433 * work + 0.00000096491 * work * work), (60, 0),
    ]
    for (a, b) in zip(known, known.dropFirst()) where rest <= b.0 {
      return a.1 + (b.1 - a.1) * (rest - a.0) / (b.0 - a.0)
    }
    return 0
  }

  private static let highestRisk = 1.826297414
  /// exp(−¼ · 1.146457295): what a quarter of work leaves of the distance to the highest risk.
  private static let leftByQuarter = exp(-0.25 * 1.146457295)

  /// R for a duty of this many hours.
  func risk(hours: Double) -> Double {
    let cycles = cycle > 0 ? 1 + Int((60 * hours / cycle - 0.01).rounded(.down)) : 1
    let steps = cycles * quarters
    var (risk, sum) = (1.0, 0.0)
    var quarter = -1
    for _ in 0...max(0, steps) {
      quarter = quarter < quarters ? quarter + 1 : 0
      if quarter == 0 {
        risk = 1 + (risk - 1) * leftByBreak
      } else {
        risk = Self.highestRisk + (risk - Self.highestRisk) * Self.leftByQuarter
      }
      sum += risk
    }
    let mean = sum / Double(max(0, steps) + 1)
    return (mean / 1.4858 + 0.0232 * (demand - 3)) / 1.032 / 1.0286182
  }
}
