/// When in the day a person's body clock peaks, by own judgement.
///
/// Our own setting: the source has an individual phase from 14.6 h (morning) to 16.6 h (evening), but with
/// coefficients of its own that we do not have. So the acrophase of model 5c is moved by an hour each way
/// and nothing else of the model is.
///
/// `Assumed:` the habitual bedtime and the morning on which a series starts move with it, so that the
/// free days of an evening person are those of anyone else an hour later, and no shorter.
public enum Chronotype: String, Hashable, Sendable, CaseIterable {
  case morning
  case neither
  case evening

  /// Hours that the acrophase and the habitual bedtime are moved.
  public var hours: Int {
    switch self {
    case .morning: -1
    case .neither: 0
    case .evening: 1
    }
  }

  /// The curves of model 5c moved by ``hours``; made once.
  public var tables: ThreeProcessTables {
    switch self {
    case .morning: Self.morningTables
    case .neither: .standard
    case .evening: Self.eveningTables
    }
  }

  private static let morningTables = moved(.morning, ThreeProcessParameters())
  private static let eveningTables = moved(.evening, ThreeProcessParameters())

  /// The curves of some parameters, moved.
  static func moved(
    _ chronotype: Chronotype, _ parameters: ThreeProcessParameters
  ) -> ThreeProcessTables {
    var parameters = parameters
    parameters.circadian.acrophase += Double(chronotype.hours)
    return ThreeProcessTables(parameters)
  }
}
