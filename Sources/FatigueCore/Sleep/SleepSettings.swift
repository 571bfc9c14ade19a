/// How the roster-to-sleep predictor sends people to bed and wakes them (`spec/models.md` section 8).
///
/// Our own design: calibrated so that sleep length by bedtime has the published shape (Åkerstedt &
/// Gillberg 1981) and lies within one standard deviation of actigraphy in intensive-care staff
/// (Ganesan et al. 2019).
public struct SleepSettings: Hashable, Sendable {
  /// Each way.
  public var commute = Elapsed.minutes(30)
  /// From waking to leaving home.
  public var preparation = Elapsed.minutes(60)
  /// From home to bed, after a duty that ends 04–12.
  public var windDownAfterNight = Elapsed.minutes(30)
  /// After a duty that ends 20–04.
  public var windDownAfterEvening = Elapsed.minutes(90)
  public var windDownOtherwise = Elapsed.minutes(60)
  /// From a call-out to leaving home. `Assumed:` one dresses and goes.
  public var preparationWhenCalled = Elapsed.minutes(15)
  /// From home to bed after a call-out that broke a sleep. `Assumed:` as after a night.
  public var windDownAfterCallOut = Elapsed.minutes(30)
  /// From bed to sleep.
  public var latency = Elapsed.minutes(10)
  /// Second of the local day; the chronotype is taken in.
  public var habitualBedtime = 23 * 3600
  /// Moves the morning on which a series starts; the curves are those of ``Chronotype/tables``.
  public var chronotype = Chronotype.neither
  /// After the habitual bedtime, how long one goes to bed without being tired.
  public var bedtimeWindow = Elapsed.hours(5)
  /// S + C + U at or below which one goes to bed at any hour.
  public var bedAlertness = 7.5
  /// S + C + U at which one wakes.
  public var wakeAlertness = 11.7
  public var shortestMainSleep = Elapsed.minutes(90)
  public var longestMainSleep = Elapsed.minutes(600)
  /// A nap before duties that start in the evening; nil is none.
  public var napBeforeNight: NapBeforeNight?
  /// How long after the last duty sleep is predicted.
  public var horizon = Elapsed.hours(48)
  /// The series starts this many calendar days before the first duty, awake at 07:00 and well rested.
  /// An error in S is 3e-8 of itself after a week, under 0.01 after three nights.
  public var daysBefore = 3

  public struct NapBeforeNight: Hashable, Sendable {
    /// 60 or 90 min; it ends when one gets ready to leave.
    public var length = Elapsed.minutes(90)
    /// Second of the local day; duties from here to midnight get a nap.
    public var dutiesFrom = 18 * 3600
    /// Between the last awakening and the nap.
    public var shortestWake = Elapsed.hours(5)

    public init() {}
  }

  public init() {}

  /// Between two duties further apart than this, sleep is predicted for ``daysAfter`` days and the
  /// series starts anew before the next: what lies between is not looked at by anything.
  static let longestGap = 60 * 86_400
  static let daysAfter = 14 * 86_400
}

/// Where a person's series starts.
public enum SleepStart: Hashable, Sendable {
  /// Well rested at 07:00, ``SleepSettings/daysBefore`` days before the first duty.
  case wellRested
  /// Just awake at a time (seconds from the origin) with this S.
  case homeostatic(at: Int32, s: Double)
  /// At a time with this S + C + U.
  case alertness(at: Int32, Double)
  /// With this S + C + U at the first sleep onset: of a log its first, of a roster the habitual one three
  /// evenings before the first duty. Ingre et al. (2014) begin so, with ``publishedAlertness``.
  case alertnessAtFirstOnset(Double)

  /// S + C + U at the first sleep onset. Source: Ingre et al. 2014, PLoS ONE 9(10) e108679.
  public static let publishedAlertness = 8.38
}
