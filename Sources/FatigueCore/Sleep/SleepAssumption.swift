/// How kindly the unknown is taken: what a plan cannot show, as most people have it, or a little worse or
/// better.
///
/// `Assumed:` a quarter of an hour more or less each way and before leaving home, and the step in the level of waking
/// that moves sleep by day by a quarter of an hour (`docs/models.md`, Sleep).
public enum SleepAssumption: String, Sendable, CaseIterable {
  case cautious, normal, optimistic

  /// The settings under this assumption.
  public func applied(to settings: SleepSettings) -> SleepSettings {
    var moved = settings
    switch self {
    case .normal: break
    case .cautious:
      moved.commute = later(settings.commute, 15)
      moved.preparation = later(settings.preparation, 15)
      moved.latency = later(settings.latency, 10)
      moved.wakeAlertness -= 0.3
    case .optimistic:
      moved.commute = later(settings.commute, -15)
      moved.preparation = later(settings.preparation, -15)
      moved.latency = later(settings.latency, -5)
      moved.wakeAlertness += 0.3
      moved.napBeforeNight = settings.napBeforeNight ?? .init()
    }
    return moved
  }

  private func later(_ elapsed: Elapsed, _ minutes: Int64) -> Elapsed {
    Elapsed(seconds: max(0, elapsed.seconds + minutes * 60))
  }

  public var title: Localized {
    switch self {
    case .cautious: Localized(nb: "forsiktig", en: "cautious")
    case .normal: Localized(nb: "vanlig", en: "normal")
    case .optimistic: Localized(nb: "optimistisk", en: "optimistic")
    }
  }
}
