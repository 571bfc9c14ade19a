/// The model's state at one instant: what `predict` prints and what curves are drawn from.
public struct Probe: Hashable, Sendable {
  public enum State: Sendable {
    case main
    case nap
    case awake
  }
  public var state: State
  /// Model units.
  public var s: Double
  public var c: Double
  public var u: Double
  /// 0 in sleep; on the scale only where the model counts it.
  public var w: Double
  public var kss: KSS
  /// Hours since sleep onset or awakening.
  public var sinceChange: Hours
  /// Hours the body clock is later than the wall clock.
  public var delay: Hours

  /// S + C + U.
  public var alertness: Double { s + c + u }
}

extension ThreeProcessModel {
  /// - Parameters:
  ///   - seconds: From the origin; before the start of the series the state is that of the start.
  ///   - hint: The place in `history.episodes` to look from; set to the one found, so that a series in
  ///     order costs no searching.
  /// - Returns: nil when the history is empty. An instant at which a state ends belongs to the next.
  public func probe(_ seconds: Int32, _ history: SleepHistory, near hint: inout Int) -> Probe? {
    guard !history.episodes.isEmpty else { return nil }
    let episodes = history.episodes
    var i = min(max(hint, 0), episodes.count - 1)
    while i > 0, episodes[i].onset > seconds { i -= 1 }
    while i + 1 < episodes.count, episodes[i + 1].onset <= seconds { i += 1 }
    hint = i
    let episode = episodes[i]
    let at = max(Int(seconds), Int(episode.onset))
    let parameters = tables.parameters
    let hour = history.clock.hour(at: at)
    let c = parameters.circadian.value(at: hour)
    let u = parameters.ultradian.value(at: hour, acrophase: parameters.circadian.acrophase)
    let asleep = at < Int(episode.wake)
    let since = Hours(Double(at - Int(asleep ? episode.onset : episode.wake)) / 3600)
    let s =
      asleep
      ? parameters.homeostatic.asleep(from: episode.onsetS, after: since)
      : parameters.homeostatic.awake(from: episode.wakeS, after: since)
    let w = asleep ? 0 : parameters.inertia.value(awake: since)
    return Probe(
      state: asleep ? (episode.kind == .nap ? .nap : .main) : .awake, s: s, c: c, u: u, w: w,
      kss: scale.kss(alertness: s + c + u + (scale.countsInertia ? w : 0)), sinceChange: since,
      delay: Hours(history.clock.delay(at: at)))
  }
}
