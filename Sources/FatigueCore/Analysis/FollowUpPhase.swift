/// When something was measured, seen from the change that is followed up (the programme, section 5).
public enum FollowUpPhase: String, Sendable, CaseIterable {
  /// Before the change, or on its date.
  case baseline
  /// Under eight weeks after: people are still getting used to it.
  case early
  case weeks8to12, months3, months6
  case later

  /// Those that are held beside the baseline.
  public static let followUps: [FollowUpPhase] = [.weeks8to12, .months3, .months6]

  /// - Parameter days: after the change.
  ///
  /// `Assumed:` the bounds lie half-way between the times that the programme names: 12 weeks, 3 months
  /// (13 weeks), 6 months (26 weeks) and 9 months.
  public init(daysAfter days: Int) {
    switch days {
    case ...0: self = .baseline
    case ..<56: self = .early
    case ..<88: self = .weeks8to12
    case ..<137: self = .months3
    case ..<229: self = .months6
    default: self = .later
    }
  }

  /// Days after the change that a measurement of this phase lies nearest to.
  var nominal: Int {
    switch self {
    case .baseline, .early: 0
    case .weeks8to12: 70
    case .months3: 91
    case .months6: 182
    case .later: 273
    }
  }

  public var title: Localized {
    switch self {
    case .baseline: Localized(nb: "før", en: "before")
    case .early: Localized(nb: "under 8 uker", en: "under 8 weeks")
    case .weeks8to12: Localized(nb: "8–12 uker", en: "8–12 weeks")
    case .months3: Localized(nb: "3 md", en: "3 months")
    case .months6: Localized(nb: "6 md", en: "6 months")
    case .later: Localized(nb: "senere", en: "later")
    }
  }
}
