/// The four levels of the Finnish traffic lights.
enum FIOHLevel {
  /// - Parameter level: 1 raised, 2 overload, 3 strong overload.
  static func text(_ level: Int) -> Localized {
    switch level {
    case 3: Localized(nb: "sterk overbelastning", en: "strong overload")
    case 2: Localized(nb: "overbelastning", en: "overload")
    default: Localized(nb: "økt belastning", en: "raised load")
    }
  }
}
