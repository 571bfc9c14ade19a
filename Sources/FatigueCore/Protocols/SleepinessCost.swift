/// What sleepiness on a duty and on the way home costs: high sleepiness counts more than its share.
///
///     J = Σ max(0, KSS − 6)² · dt  over the duty  +  w · the same over the way home
///
/// Units: KSS² h, on a grid of 5 min with the value in the middle of each step. The square and the weights
/// w are our own choice (`spec/light_nap.md` 6.5): an hour at 8 counts as four at 7, and someone who drives
/// risks more than someone on a bus.
public struct SleepinessCost: Hashable, Sendable {
  /// Below this sleepiness costs nothing.
  public var free = KSS(6)
  /// Seconds of a step.
  public static let step = 300
  /// Longer duties are looked at for this long: a bound for what a file may ask of us.
  static let longestDuty = 48 * 3600
  static let longestCommute = 12 * 3600

  public init() {}

  /// Per hour.
  func rate(_ kss: KSS) -> Double {
    let excess = max(0, kss.raw - free.raw)
    return excess * excess
  }

  /// The steps of a duty and of the way home, as seconds of their starts and hours times weight.
  static func steps(of duty: WorkInterval, commute: Commute) -> [(start: Int, weight: Double)] {
    let start = Int(duty.start)
    let end = max(start, min(Int(duty.end), start + longestDuty))
    let way = Int(min(max(commute.length.seconds, 0), Int64(longestCommute)))
    let hours = Double(step) / 3600
    return stride(from: start, to: end, by: step).map { ($0, hours) }
      + stride(from: end, to: end + way, by: step).map {
        ($0, commute.mode.sleepinessWeight * hours)
      }
  }

  /// J without a nap on the duty.
  public func total(
    of duty: WorkInterval, commute: Commute, in course: PlannedAlertness
  ) -> Double {
    Self.steps(of: duty, commute: commute).reduce(0) {
      $0 + rate(course.kss(at: $1.start + Self.step / 2)) * $1.weight
    }
  }
}

extension CommuteMode {
  /// One steers oneself.
  public var isDriven: Bool { self == .car || self == .bike }

  /// How much sleepiness on the way home counts against sleepiness at work. `Assumed:` no study gives it.
  public var sleepinessWeight: Double {
    switch self {
    case .car: 2
    case .bike, .walk: 1
    case .transit: 0.5
    }
  }
}
