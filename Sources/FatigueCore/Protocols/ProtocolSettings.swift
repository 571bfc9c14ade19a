/// What a ward offers at night.
public struct WardSettings: Hashable, Sendable {
  /// Of ward and home.
  public var light = LightSettings()
  public var brightLight = BrightSource.lightbox
  /// Of ``brightLight`` at the eye.
  public var brightLux = 4100.0
  /// There is a place to nap.
  public var hasNapPlace = true
  public var naps = NapRules()
  /// Fewest who must be awake at night; nil when nobody has said.
  public var leastAwake: Int?
  /// Nil when nobody has counted them.
  public var restPlaces: Int?

  /// It has said how many must be awake, or can rest: then its naps go before what is best for each.
  public var bindsNaps: Bool { leastAwake != nil || restPlaces != nil }

  public init() {}
}

/// What a person has said, each by own choice.
public struct PersonChoices: Hashable, Sendable {
  public var commuteMode = CommuteMode.car
  /// Something speaks against bright light; nothing else of it is kept.
  public var avoidsBrightLight = false
  public var takesCaffeine = true
  public var isPregnant = false
  /// Lives at night on free days too.
  public var nocturnalDaysOff = false
  /// Seconds of the local day; nil is 8 h after ``SleepSettings/habitualBedtime``.
  public var habitualWaking: Int?

  public init() {}
}

/// What plans for nights are made with.
public struct ProtocolSettings: Sendable {
  public var site = Site.oslo
  /// Of units that ``wards`` does not name.
  public var ward = WardSettings()
  /// By unit, as the roster writes it.
  public var wards: [String: WardSettings] = [:]
  public var naps = PreNapRules()
  public var effects = NapEffects()
  /// Of everybody; what a person has said is in ``sleepOf``.
  public var sleep = SleepHabits()
  /// By index in ``Roster/people``.
  public var sleepOf: [Int: SleepHabits] = [:]
  public var choicesOf: [Int: PersonChoices] = [:]
  public var cost = SleepinessCost()

  /// Of the sleep after the last night of a block, so that the next night is slept.
  public var lastSleepByDay = Elapsed.minutes(180)
  public var lastSleepHalfWay = Elapsed.minutes(300)
  /// Hours on the clock that the low point of body temperature is moved to, and how much before it
  /// one stops.
  public var target = 10.0
  public var fullTarget = 12.0
  public var tolerance = 0.5

  public init() {}

  /// Some ward has said what binds the naps of its people.
  var bindsNaps: Bool { ([ward] + wards.values).contains(where: \.bindsNaps) }

  public func ward(_ unit: String) -> WardSettings { wards[unit] ?? ward }
}
