/// Alertness over the days of a plan: the three-process model with the body clock where light has moved
/// it, and with what naps do.
///
///     KSS = 9.68 − 0.46 · (S + C + U + W + N)
///
/// W follows the latest awakening if that was from a nap; N is the largest over all naps before. Source:
/// model 5c of Ingre et al. 2014, PLoS ONE 9(10) e108679; the phase, W and N are our own design
/// (`spec/light_nap.md` section 5). Times are seconds from the origin.
public struct PlannedAlertness: Sendable {
  /// A sleep of the plan: actual sleep, without the time it takes to fall asleep.
  public struct Sleep: Hashable, Sendable {
    public var span: SleepSpan
    public var isNap: Bool

    public init(_ span: SleepSpan, isNap: Bool) {
      self.span = span
      self.isNap = isNap
    }
  }

  /// A at one instant, in model units.
  public struct Parts: Hashable, Sendable {
    public var homeostatic: Double
    public var circadian: Double
    public var ultradian: Double
    /// W, 0 or below.
    public var inertia: Double
    /// N, 0 or above.
    public var napBenefit: Double

    public var alertness: Double {
      homeostatic + circadian + ultradian + inertia + napBenefit
    }
  }

  public var phase: PhaseCurve
  public let effects: NapEffects
  public let scale: KarolinskaScale
  public let parameters: ThreeProcessParameters
  /// Awake from here, with this S.
  public let start: Int32
  public let startS: Double
  /// Sorted, not overlapping.
  public private(set) var episodes: [SleepEpisode] = []

  /// - Parameters:
  ///   - start: awake, with S as `s`.
  ///   - sleeps: in any order. What lies before `start` or inside an earlier sleep is left out.
  public init(
    from start: Int32, s: Double = ThreeProcessParameters.wellRested, sleeps: [Sleep] = [],
    phase: PhaseCurve = PhaseCurve(), effects: NapEffects = NapEffects(),
    scale: KarolinskaScale = .fiveC, parameters: ThreeProcessParameters = ThreeProcessParameters()
  ) {
    (self.start, startS) = (start, s)
    (self.phase, self.effects, self.scale) = (phase, effects, scale)
    self.parameters = parameters
    let order = sleeps.sorted { ($0.span.onset, $0.span.wake) < ($1.span.onset, $1.span.wake) }
    episodes.reserveCapacity(order.count)
    for sleep in order { append(sleep) }
  }

  /// Adds a sleep after all others; what lies before the last awakening is left out.
  public mutating func append(_ sleep: Sleep) {
    let free = episodes.last?.wake ?? start
    let onset = max(sleep.span.onset, free)
    guard sleep.span.wake > onset else { return }
    let before = episodes.last?.wakeS ?? startS
    let homeostatic = parameters.homeostatic
    let onsetS = homeostatic.awake(from: before, after: Self.hours(from: free, to: onset))
    let wakeS = homeostatic.asleep(
      from: onsetS, after: Self.hours(from: onset, to: sleep.span.wake))
    episodes.append(
      SleepEpisode(
        onset: onset, wake: sleep.span.wake, kind: sleep.isNap ? .nap : .main, onsetS: onsetS,
        wakeS: wakeS))
  }

  public func parts(at seconds: Int) -> Parts {
    let after = count(wokenBy: seconds)
    let (circadian, ultradian) = rhythm(at: seconds)
    return Parts(
      homeostatic: homeostatic(at: seconds, after: after), circadian: circadian,
      ultradian: ultradian, inertia: inertia(at: seconds, after: after),
      napBenefit: benefit(at: seconds, after: after))
  }

  /// Within the scale.
  public func kss(at seconds: Int) -> KSS { kss(alertness: parts(at: seconds).alertness) }

  func kss(alertness: Double) -> KSS { KSS(scale.kss(alertness: alertness).clamped) }

  public func isAsleep(at seconds: Int) -> Bool {
    let after = count(wokenBy: seconds)
    return after < episodes.count && Int(episodes[after].onset) <= seconds
  }

  /// The latest awakening by a time, in seconds; the start of the plan if there was none.
  public func lastWake(by seconds: Int) -> Int {
    let after = count(wokenBy: seconds)
    return Int(after == 0 ? start : episodes[after - 1].wake)
  }

  // MARK: The parts

  /// How many sleeps end at or before a time.
  private func count(wokenBy seconds: Int) -> Int {
    var low = 0
    var high = episodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(episodes[middle].wake) <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func homeostatic(at seconds: Int, after: Int) -> Double {
    if after < episodes.count, Int(episodes[after].onset) <= seconds {
      let sleep = episodes[after]
      return parameters.homeostatic.asleep(
        from: sleep.onsetS, after: Hours(Double(seconds - Int(sleep.onset)) / 3600))
    }
    let wake = Int(after == 0 ? start : episodes[after - 1].wake)
    return parameters.homeostatic.awake(
      from: after == 0 ? startS : episodes[after - 1].wakeS,
      after: Hours(Double(seconds - wake) / 3600))
  }

  func rhythm(at seconds: Int) -> (circadian: Double, ultradian: Double) {
    // The curve's hour has the shift taken off, so that the acrophase is the habitual one.
    let hour = phase.hour(at: seconds)
    var circadian = parameters.circadian
    circadian.acrophase = phase.acrophase
    return (
      circadian.value(at: hour),
      parameters.ultradian.value(at: hour, acrophase: phase.acrophase)
    )
  }

  private func inertia(at seconds: Int, after: Int) -> Double {
    guard after > 0, episodes[after - 1].kind == .nap else { return 0 }
    let nap = episodes[after - 1]
    return effects.inertia(
      asleep: Elapsed(seconds: Int64(nap.length)),
      awake: Hours(Double(seconds - Int(nap.wake)) / 3600))
  }

  private func benefit(at seconds: Int, after: Int) -> Double {
    var best = 0.0
    var k = after - 1
    // Earlier awakenings lie further back, so that the first outside the span ends the search.
    while k >= 0, seconds - Int(episodes[k].wake) < Int(effects.benefitLasts.seconds) {
      let nap = episodes[k]
      if nap.kind == .nap {
        let value = effects.benefit(
          asleep: Elapsed(seconds: Int64(nap.length)),
          awake: Hours(Double(seconds - Int(nap.wake)) / 3600))
        best = max(best, value)
      }
      k -= 1
    }
    return best
  }

  private static func hours(from: Int32, to: Int32) -> Hours {
    Hours(Double(Int(to) - Int(from)) / 3600)
  }
}
