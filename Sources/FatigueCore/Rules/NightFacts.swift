/// What a workplace, or one unit of it, has said about light and naps at night. Nil where nothing was said.
public struct NightFacts: Hashable, Sendable {
  /// Lux at the eye on duty, at night and by day.
  public var nightLux: Double?
  public var dayLux: Double?
  public var brightSource: BrightSource?
  /// Lux at the eye of someone who uses it.
  public var brightLux: Double?
  /// Naps on duty are agreed and there is somewhere to have them.
  public var allowsNaps: Bool?
  /// From lying down to getting up.
  public var napLengths: [Elapsed]?
  /// Second of the local day before which nobody lies down.
  public var napFrom: Int?
  /// On duty and awake at night, at least.
  public var leastAwake: Int?
  public var restPlaces: Int?

  public init() {}

  /// These, and where they say nothing the others.
  public func filled(from other: NightFacts) -> NightFacts {
    var facts = self
    facts.nightLux = nightLux ?? other.nightLux
    facts.dayLux = dayLux ?? other.dayLux
    facts.brightSource = brightSource ?? other.brightSource
    facts.brightLux = brightLux ?? other.brightLux
    facts.allowsNaps = allowsNaps ?? other.allowsNaps
    facts.napLengths = napLengths ?? other.napLengths
    facts.napFrom = napFrom ?? other.napFrom
    facts.leastAwake = leastAwake ?? other.leastAwake
    facts.restPlaces = restPlaces ?? other.restPlaces
    return facts
  }
}
