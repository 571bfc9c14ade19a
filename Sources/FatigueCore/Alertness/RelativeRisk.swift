/// A published relative risk of accidents and injuries that a feature of a duty carries.
///
/// The figures of different studies, and those of the risk index, count the same hours again: they are
/// listed side by side and never multiplied with each other or with another index.
public struct RelativeRisk: Hashable, Sendable {
  public enum Factor: UInt8, Sendable, CaseIterable {
    /// Night against day and evening.
    case shiftType
    case consecutiveNights
    case consecutiveDays
    case shiftLength

    /// As JSON has it.
    public var rawText: String {
      switch self {
      case .shiftType: "shiftType"
      case .consecutiveNights: "consecutiveNights"
      case .consecutiveDays: "consecutiveDays"
      case .shiftLength: "shiftLength"
      }
    }

    public var title: Localized {
      switch self {
      case .shiftType: Localized(nb: "vakttype", en: "type of shift")
      case .consecutiveNights: Localized(nb: "netter på rad", en: "nights in a row")
      case .consecutiveDays: Localized(nb: "dager på rad", en: "days in a row")
      case .shiftLength: Localized(nb: "vaktlengde", en: "length of shift")
      }
    }

    /// What it is relative to.
    public var reference: Localized {
      switch self {
      case .shiftType: Localized(nb: "dagvakt", en: "a day shift")
      case .consecutiveNights: Localized(nb: "den første natten", en: "the first night")
      case .consecutiveDays: Localized(nb: "den første dagen", en: "the first day")
      case .shiftLength: Localized(nb: "en vakt på 8 timer", en: "a shift of 8 hours")
      }
    }

    public var source: String {
      switch self {
      case .shiftType: "Fischer et al. 2017"
      case .consecutiveNights:
        "Folkard & Tucker 2003; Folkard & Lombardi 2006; the fourth night also Fischer et al. 2017"
      case .consecutiveDays, .shiftLength: "Folkard & Tucker 2003; Folkard & Lombardi 2006"
      }
    }

    /// How far the figures were checked.
    public var trust: Trust {
      switch self {
      case .shiftType: .secondary
      case .consecutiveNights, .consecutiveDays, .shiftLength: .recalled
      }
    }
  }

  public enum Trust: String, Sendable {
    /// Read in a summary by others.
    case secondary
    /// From memory, not confirmed.
    case recalled

    public var title: Localized {
      switch self {
      case .secondary: Localized(nb: "lest i sekundærkilde", en: "read in a secondary source")
      case .recalled: Localized(nb: "etter hukommelsen", en: "recalled, not confirmed")
      }
    }
  }

  /// How a value follows from what was published.
  public enum Basis: String, Sendable {
    /// It is a published figure.
    case published
    /// On the line between two published figures.
    case interpolated
    /// Beyond the last published figure, which is used.
    case extrapolated

    public var title: Localized {
      switch self {
      case .published: Localized(nb: "publisert", en: "published")
      case .interpolated: Localized(nb: "mellom publiserte tall", en: "between published figures")
      case .extrapolated:
        Localized(nb: "utenfor publiserte tall", en: "beyond the published figures")
      }
    }
  }

  public var factor: Factor
  public var value: Double
  public var basis: Basis

  public var isExtrapolated: Bool { basis == .extrapolated }
  public var source: String { factor.source }
  public var trust: Trust { factor.trust }

  /// What is compared with a limit.
  public var hundredths: Int { KSS(value).hundredths }
}

extension RelativeRisk {
  /// Day and evening 1.00, night 1.33.
  public static func shiftType(_ type: ShiftType) -> RelativeRisk {
    RelativeRisk(factor: .shiftType, value: type == .night ? 1.33 : 1, basis: .published)
  }

  /// 1.00, 1.06, 1.17, 1.36, by the night's number in its run from 1.
  public static func consecutiveNights(_ number: Int) -> RelativeRisk {
    consecutive(.consecutiveNights, number, [1.00, 1.06, 1.17, 1.36])
  }

  /// 1.00, 1.02, 1.07, 1.17, by the day's number in its run from 1.
  public static func consecutiveDays(_ number: Int) -> RelativeRisk {
    consecutive(.consecutiveDays, number, [1.00, 1.02, 1.07, 1.17])
  }

  private static func consecutive(
    _ factor: Factor, _ number: Int, _ known: [Double]
  ) -> RelativeRisk {
    let place = min(max(number, 1), known.count)
    return RelativeRisk(
      factor: factor, value: known[place - 1],
      basis: (1...known.count).contains(number) ? .published : .extrapolated)
  }

  /// 1.00 at 8 h, 1.13 at 10, 1.28 at 12, on straight lines between.
  ///
  /// `Assumed:` a shorter shift counts as one of 8 h, a longer one as one of 12; both are extrapolated.
  public static func shiftLength(_ length: Elapsed) -> RelativeRisk {
    let known = [(Elapsed.hours(8), 1.00), (.hours(10), 1.13), (.hours(12), 1.28)]
    var (value, basis) = (known[0].1, Basis.extrapolated)
    for (a, b) in zip(known, known.dropFirst()) where length > a.0 && length < b.0 {
      let part = Double((length - a.0).seconds) / Double((b.0 - a.0).seconds)
      (value, basis) = (a.1 + (b.1 - a.1) * part, .interpolated)
    }
    if length > known[2].0 { value = known[2].1 }
    for figure in known where figure.0 == length { (value, basis) = (figure.1, .published) }
    return RelativeRisk(factor: .shiftLength, value: value, basis: basis)
  }

  /// What applies to one duty, in the order of ``Factor``.
  ///
  /// - Parameters:
  ///   - number: The duty's number among consecutive ones of its kind, from 1: nights for a night, working
  ///     days otherwise.
  ///   - length: Elapsed, breaks included.
  public static func figures(
    type: ShiftType, number: Int, length: Elapsed
  ) -> [RelativeRisk] {
    [
      shiftType(type), type == .night ? consecutiveNights(number) : consecutiveDays(number),
      shiftLength(length),
    ]
  }

  /// To be printed wherever the figures are.
  public static let note = Localized(
    nb: """
      Publisert relativ risiko. Tallene kommer fra ulike studier og skal ikke ganges med hverandre \
      eller med en annen indeks.
      """,
    en: """
      Published relative risk. The figures are from different studies and must not be multiplied with \
      each other or with another index.
      """)
}
