/// One person as a plan for nights sees her: duties, habits and choices.
struct PlanPerson: Sendable {
  /// In ``Roster/people``.
  var index: Int
  /// Sorted, an hour or more apart.
  var duties: [PlanDuty] = []
  var sleep: SleepSettings
  var choices: PersonChoices
  var ward: WardSettings
  /// What is known of sleep stands instead of prediction in the time that it covers.
  var recorded: SleepRecord?

  init(
    index: Int = 0, duties: [PlanDuty] = [], sleep: SleepSettings = SleepSettings(),
    choices: PersonChoices = PersonChoices(), ward: WardSettings = WardSettings()
  ) {
    (self.index, self.duties, self.sleep) = (index, duties, sleep)
    (self.choices, self.ward) = (choices, ward)
  }

  var commute: Commute { Commute(mode: choices.commuteMode, length: sleep.commute) }

  var conditions: StrategyConditions {
    StrategyConditions(
      hasBrightLight: ward.brightLight != .none && !choices.avoidsBrightLight,
      nocturnalDaysOff: choices.nocturnalDaysOff)
  }

  /// Second of the local day at which one gets up by habit. `Assumed:` 8 h in bed.
  var waking: Int {
    (choices.habitualWaking ?? sleep.habitualBedtime %% 86_400 + 8 * 3600) %% 86_400
  }

  /// Seconds after local midnight of the date whose evening it is: noon to noon.
  var bedtime: Int { (sleep.habitualBedtime - 43_200) %% 86_400 + 43_200 }

  /// Hour of the most alert time by habit.
  var acrophase: Double {
    let inBed = (waking - sleep.habitualBedtime) %% 86_400
    return PhaseCurve.acrophase(
      midSleep: ((Double(sleep.habitualBedtime) + Double(inBed) / 2) / 3600).wrapped(24))
  }

  /// Hour of the low point of body temperature by habit.
  var lowPoint: Double { Double(waking) / 3600 - PhaseTrack.wakingAfterLowPoint }

  /// The earliest a low point may be that was read here: a clock that nothing has moved is read a hair
  /// early or late, and that must not decide between two steps of a plan. One that was not read is exact.
  func earliest(_ lowPoint: Double) -> Double {
    lowPoint == self.lowPoint ? lowPoint : lowPoint - Self.readingNoise
  }

  /// Hours by which two readings of one phase may differ.
  private static let readingNoise = 1e-4
}

/// The clock on the wall, for times in seconds from an origin.
struct PlanClock: Sendable {
  let origin: Int64
  private var cursor: ZoneCursor

  init(zone: Zone, origin: Instant) {
    self.origin = origin.seconds
    cursor = ZoneCursor(zone)
  }

  /// Seconds since 1970 as the clock on the wall counts them.
  mutating func local(_ seconds: Int) -> Int { Int(cursor.local(origin + Int64(seconds))) }

  mutating func secondOfDay(_ seconds: Int) -> Int { local(seconds) %% 86_400 }

  /// Days since 1970 of the date whose evening a time belongs to: noon to noon.
  mutating func evening(_ seconds: Int) -> Int {
    let local = local(seconds) - 43_200
    return (local - local %% 86_400) / 86_400
  }

  /// Days since 1970 of the date.
  mutating func day(_ seconds: Int) -> Int {
    let local = local(seconds)
    return (local - local %% 86_400) / 86_400
  }

  /// What the clock means by so many seconds after the midnight of a day, more than a day's too.
  mutating func seconds(day: Int, second: Int) -> Int {
    Int(cursor.resolve(local: Int64(day * 86_400 + second)).instant.seconds - origin)
  }
}
