/// One thing that a plan proposes to one person at one time.
public struct AdviceLine: Hashable, Sendable {
  public var kind: AdviceKind
  /// Seconds from the roster's origin.
  public var span: WorkInterval
  /// What is said with it.
  public var cautions: [Caution]

  public init(_ kind: AdviceKind, _ span: WorkInterval, _ cautions: [Caution] = []) {
    self.kind = kind
    self.span = span
    self.cautions = cautions
  }
}

extension NightPlan {
  /// Everything proposed for the night, in time order.
  public var advice: [AdviceLine] {
    var lines: [AdviceLine] = []
    if let nap = homeNap {
      lines.append(AdviceLine(.homeNap, nap.span, NapAdvice.cautionsAtHome))
    }
    if let caffeine {
      lines.append(AdviceLine(.caffeine, caffeine.window, CaffeineAdvice.cautions))
    }
    for light in light where isWorthSaying(light) {
      lines.append(AdviceLine(light.kind.advice, light.span, light.cautions))
    }
    if let nap = dutyNap {
      lines.append(AdviceLine(.dutyNap, nap.span, NapAdvice.cautionsOnDuty))
    }
    if let glasses {
      lines.append(AdviceLine(.glasses, glasses, Self.cautionsOfGlasses))
    }
    lines.append(
      AdviceLine(.driveHome, glasses ?? Self.leaving(duty), Self.cautionsOfDriving))
    if let sleep = sleepAfter {
      lines.append(
        AdviceLine(
          sleepCap == nil ? .sleep : .shortSleep,
          WorkInterval(start: sleep.onset, end: sleep.wake)))
    }
    let order = Dictionary(
      uniqueKeysWithValues: AdviceKind.allCases.enumerated().map { ($1, $0) })
    return lines.sorted {
      ($0.span.start, order[$0.kind] ?? 0) < ($1.span.start, order[$1.kind] ?? 0)
    }
  }

  /// The simulation has every dose; nobody is told to seek light while lying down, or daylight where it
  /// is dark, as in the polar night.
  private func isWorthSaying(_ light: LightAdvice) -> Bool {
    switch light.kind {
    case .bright:
      guard let nap = dutyNap?.span else { return true }
      return light.span.end <= nap.start || light.span.start >= nap.end
    case .outdoors: return light.lux > Self.litRoom
    case .task, .dim: return true
    }
  }

  /// Lux at the eye in a well lit room. Our own choice.
  private static let litRoom = 250.0

  /// The quarter of an hour in which one leaves.
  private static func leaving(_ duty: WorkInterval) -> WorkInterval {
    WorkInterval(start: duty.end, end: Int32(clamping: Int64(duty.end) + 900))
  }

  /// The latest start of a nap on duty, as long as the one advised, that is still worth it; of those tried.
  public func latestNapStart(leastGain: Double = NapRules().leastGain) -> Int32? {
    guard let dutyNap, let cost = napCost else { return nil }
    let length = dutyNap.span.length
    let fitting = napsTried.filter {
      $0.length.seconds == length && cost.without - $0.cost >= leastGain
    }
    return max(fitting.map(\.start).max() ?? dutyNap.span.start, dutyNap.span.start)
  }
}

extension LightAdvice.Kind {
  public var advice: AdviceKind {
    switch self {
    case .task: .taskLight
    case .bright: .light
    case .dim: .dimLight
    case .outdoors: .outdoors
    }
  }
}
