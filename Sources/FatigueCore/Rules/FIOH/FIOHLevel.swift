/// The levels of the Finnish traffic lights from which there is a finding.
enum FIOHLevel {
  /// - Parameter level: 2 overload, 3 strong overload.
  static func text(_ level: Int) -> Localized {
    level == 3
      ? Localized(nb: "sterk overbelastning", en: "strong overload")
      : Localized(nb: "overbelastning", en: "overload")
  }
}
