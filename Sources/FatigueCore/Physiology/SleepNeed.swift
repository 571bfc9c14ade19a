/// How long a person must sleep to be rested: our own setting, not a part of the published model.
///
/// Someone with a need of `n` hours wins back in them what the model's average person wins in eight: process
/// S recovers 8/n times as fast. Nothing else changes.
///
/// `Assumed:` the model was fitted to groups; no source gives its constants for short and long sleepers.
public enum SleepNeed {
  /// Of the model's average person.
  public static let standard = Elapsed.hours(8)
  public static let allowed = Elapsed.hours(5)...Elapsed.hours(11)

  /// - Parameter need: Moved into ``allowed``.
  public static func parameters(_ need: Elapsed) -> ThreeProcessParameters {
    var parameters = ThreeProcessParameters()
    let seconds = min(max(need.seconds, allowed.lowerBound.seconds), allowed.upperBound.seconds)
    parameters.homeostatic.recovery *= Double(standard.seconds) / Double(seconds)
    return parameters
  }
}
