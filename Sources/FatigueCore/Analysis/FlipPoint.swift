/// What would have to be otherwise for a finding of the models to disappear.
public struct FlipPoint: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// Each way, at most.
    case commute
    /// At most.
    case sleepNeed
    /// At least, before duties that start in the evening.
    case napBeforeNight
  }

  public var kind: Kind
  public var value: Elapsed

  /// What is tried, each list from the smallest change to the largest.
  static func attempts(_ settings: SleepSettings) -> [[FlipPoint]] {
    let commute = settings.commute.seconds / 60
    let shorter = stride(from: (commute - 1) / 5 * 5, through: 0, by: -5)
    let naps: [Int64] = settings.napBeforeNight == nil ? [30, 60, 90] : []
    return [
      shorter.map { FlipPoint(kind: .commute, value: .minutes($0)) },
      needs.map { FlipPoint(kind: .sleepNeed, value: .minutes($0)) },
      naps.map { FlipPoint(kind: .napBeforeNight, value: .minutes($0)) },
    ]
  }

  /// Whether a rule's findings follow from predicted sleep.
  public static func concerns(_ rule: Rule) -> Bool {
    rule.needsModel && rule.limits.contains { $0.unit == .kss || $0.unit == .hours }
  }

  func applied(to settings: SleepSettings) -> SleepSettings {
    var changed = settings
    switch kind {
    case .commute: changed.commute = value
    case .sleepNeed: changed.wakeAlertness = SleepNeed.wakeAlertness(value)
    case .napBeforeNight:
      var nap = SleepSettings.NapBeforeNight()
      nap.length = value
      changed.napBeforeNight = nap
    }
    return changed
  }

  /// Minutes of sleep that are tried as a need.
  private static let needs: [Int64] = [450, 420, 390, 360]
  /// A limit on hours of sleep, which are meant for a need of eight, for this need.
  func limit(_ standard: Fraction) -> Fraction {
    standard * Fraction(value.seconds, Elapsed.hours(8).seconds)
  }

  public var text: Localized {
    switch kind {
    case .commute:
      value == .zero
        ? Localized(nb: "ingen reisevei", en: "no commute")
        : Localized(nb: "reisevei på \(value.nb)", en: "a commute of \(value.en)")
    case .sleepNeed:
      Localized(nb: "søvnbehov på \(value.nb)", en: "a sleep need of \(value.en)")
    case .napBeforeNight:
      Localized(
        nb: "\(value.nb) hvil før natten", en: "a nap of \(value.en) before the night")
    }
  }
}
