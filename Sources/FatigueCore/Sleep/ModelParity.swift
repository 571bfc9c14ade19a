/// Whether the model is to compute as some other program does, so that the two can be compared.
public enum ModelParity: String, Sendable, CaseIterable {
  case none
  /// humanfactors/FIPS 0.2.1: a body clock that changes with the wall clock, and an S that falls when one
  /// falls asleep above the bend.
  case fips

  public var adaptation: BodyClock.Adaptation { self == .fips ? .immediate : .gradual }

  public var tables: ThreeProcessTables { self == .fips ? Self.published : .standard }

  /// The curves of someone of a chronotype.
  public func tables(_ chronotype: Chronotype) -> ThreeProcessTables {
    // The other program has no chronotypes.
    self == .fips ? Self.published : chronotype.tables
  }

  private static let published = {
    var parameters = ThreeProcessParameters()
    parameters.homeostatic.aboveBend = .published
    return ThreeProcessTables(parameters)
  }()
}
