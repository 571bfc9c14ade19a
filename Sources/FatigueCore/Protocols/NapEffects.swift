/// What a nap does besides sleep pressure: grogginess that depends on how long one slept, and the good of
/// a short nap, which the three-process model does not know.
///
///     W(t) = share(d) · start · exp(decay · t)       share(d) = (d − 10 min) / 20 min, from 0 to 1
///     N(t) = benefit · min(1, d / 10 min) · max(0, 1 − t / 155 min)
///
/// Units: model units; d is time asleep, t time since waking. W and N follow naps only, never a main
/// sleep, and both are added to S + C + U.
///
/// Our own calibration, to be printed as such (``label``). Share: Hilditch 2016 (10 min to 04:00, no
/// inertia; 30 min, worse for 2–47 min) and Brooks & Lack 2006 (recalled). Benefit: 155 min is the longest
/// that Brooks & Lack saw it last; 1.7 gives the 0.4 SD less sleepiness at the end of a shift of
/// Martin-Gill 2018. Without it the model gives a nap of 20 min 0.1 KSS.
public struct NapEffects: Hashable, Sendable {
  public var inertia = SleepInertia()
  /// Up to this much sleep there is no inertia.
  public var noInertia = Elapsed.minutes(10)
  /// From this much sleep on there is all of it.
  public var fullInertia = Elapsed.minutes(30)
  /// Of a short nap, at waking, in model units.
  public var benefit = 1.7
  /// From this much sleep on there is all of it.
  public var fullBenefit = Elapsed.minutes(10)
  public var benefitLasts = Elapsed.minutes(155)
  /// Shortest time with no risky task after a nap.
  public var shortestBuffer = Elapsed.minutes(15)

  public init() {}

  /// How these numbers are spoken of.
  public static let label = Localized(
    nb: "Virkningen av en kort hvil er vår egen kalibrering og er ikke prøvd på en avdeling.",
    en: "The effect of a short nap is our own calibration and has not been tried on a ward.")

  /// 0 to 1.
  public func inertiaShare(asleep: Elapsed) -> Double {
    let span = max(1, fullInertia.seconds - noInertia.seconds)
    return min(1, max(0, Double(asleep.seconds - noInertia.seconds) / Double(span)))
  }

  /// W in model units, 0 or below.
  public func inertia(asleep: Elapsed, awake: Hours) -> Double {
    let share = inertiaShare(asleep: asleep)
    return share == 0 ? 0 : share * inertia.value(awake: awake)
  }

  /// N in model units, 0 or above.
  public func benefit(asleep: Elapsed, awake: Hours) -> Double {
    let depth = min(1, Double(asleep.seconds) / Double(max(1, fullBenefit.seconds)))
    let left = 1 - awake.value / max(Hours(benefitLasts).value, 1.0 / 3600)
    return benefit * max(0, depth) * max(0, left)
  }

  /// How long after waking no medication round, no lead of a resuscitation and no driving: until inertia
  /// costs less than one step of the scale, ``shortestBuffer`` at least, in whole 5 min.
  public func buffer(asleep: Elapsed, scale: KarolinskaScale = .fiveC) -> Elapsed {
    let steps = -scale.slope * inertia.start * inertiaShare(asleep: asleep)
    guard steps > 1, inertia.decay < 0 else { return shortestBuffer }
    let minutes = min(log(steps) / -inertia.decay * 60, 1440)
    let fives = Int64((minutes / 5 - 1e-9).rounded(.up))
    return max(shortestBuffer, .minutes(fives * 5))
  }
}
