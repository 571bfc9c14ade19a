/// What a person, or a workplace for everybody, has said about sleep. Nil where nothing was said.
public struct SleepHabits: Hashable, Sendable {
  /// Each way.
  public var commute: Elapsed?
  /// From waking to leaving home.
  public var preparation: Elapsed?
  /// From home to bed after a duty that ends 04–12, 20–04, and at other times.
  public var windDownAfterNight: Elapsed?
  public var windDownAfterEvening: Elapsed?
  public var windDownOtherwise: Elapsed?
  /// From bed to sleep.
  public var latency: Elapsed?
  /// Second of the local day. Given for a person it is that person's, whatever the chronotype.
  public var habitualBedtime: Int?
  public var chronotype: Chronotype?
  /// Sleep on a free night, at ``SleepNeed``'s reach.
  public var need: Elapsed?

  public init() {}

  /// Nothing was said.
  public var isEmpty: Bool { self == SleepHabits() }
}

extension SleepSettings {
  /// The settings of someone with these habits.
  ///
  /// - Parameters:
  ///   - everyone: What holds for everybody; its bedtime moves with the person's chronotype.
  ///   - person: What the person has said, which goes first.
  public init(_ everyone: SleepHabits, person: SleepHabits = SleepHabits()) {
    self.init()
    func set(
      _ key: WritableKeyPath<SleepSettings, Elapsed>, _ value: KeyPath<SleepHabits, Elapsed?>
    ) {
      if let chosen = person[keyPath: value] ?? everyone[keyPath: value] {
        self[keyPath: key] = chosen
      }
    }
    set(\.commute, \.commute)
    set(\.preparation, \.preparation)
    set(\.windDownAfterNight, \.windDownAfterNight)
    set(\.windDownAfterEvening, \.windDownAfterEvening)
    set(\.windDownOtherwise, \.windDownOtherwise)
    set(\.latency, \.latency)
    chronotype = person.chronotype ?? everyone.chronotype ?? .neither
    let usual = everyone.habitualBedtime ?? habitualBedtime
    habitualBedtime = person.habitualBedtime ?? usual + chronotype.hours * 3600
    if let need = person.need ?? everyone.need { wakeAlertness = SleepNeed.wakeAlertness(need) }
  }
}

/// How much sleep someone needs, as the level of alertness at which that person wakes.
///
/// Our own: the predictor wakes a sleeper at S + C + U = 11.7, which gives 7 h 56 min on free nights. A need
/// of so many hours is the level at which the same model wakes someone who falls asleep at 23:10 every
/// night after just that long:
///
///     S  = the fixed point of sleeping `need` from 23:10 to 23:10 + need and being awake the rest of the day
///     level = S(23:10 + need) + (C + U)(23:10 + need)
///
/// It follows from the equations, with no constant of its own: 10.38 for 6.5 h, 11.76 for 8 h, 12.42 for
/// 9 h. As `spec/models.md` section 8 has it, 0.3 more is 0.4 h on free nights and 0.25 h by day.
public enum SleepNeed {
  /// `Assumed:` who sleeps less than the first sleeps too little; the last is the longest sleep.
  public static let range = Elapsed.hours(6)...Elapsed.hours(10)

  /// - Parameter need: Time asleep on a free night; moved into ``range``.
  /// - Returns: S + C + U at waking, in model units.
  public static func wakeAlertness(_ need: Elapsed) -> Double {
    let parameters = ThreeProcessParameters()
    let asleep = Hours(min(max(need, range.lowerBound), range.upperBound))
    let onset = 23 + 10.0 / 60
    var atWaking = ThreeProcessParameters.wellRested
    // What is over of an error in S falls to under a thousandth each day.
    for _ in 0..<30 {
      let atOnset = parameters.homeostatic.awake(
        from: atWaking, after: Hours(24 - asleep.value))
      atWaking = parameters.homeostatic.asleep(from: atOnset, after: asleep)
    }
    return atWaking + parameters.rhythm(at: onset + asleep.value).value
  }
}
