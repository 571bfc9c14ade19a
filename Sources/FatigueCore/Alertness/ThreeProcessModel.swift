/// The three-process model as a roster needs it: sleepiness per duty and at any instant.
public struct ThreeProcessModel: Sendable {
  public let tables: ThreeProcessTables
  public let scale: KarolinskaScale
  /// From the end of a duty to home, in seconds.
  public let commute: Int

  /// - Parameter commute: 0–24 h, else moved to the nearest.
  public init(
    tables: ThreeProcessTables = .standard, scale: KarolinskaScale = .fiveC,
    commute: Elapsed = SleepSettings().commute
  ) {
    self.tables = tables
    self.scale = scale
    self.commute = Int(min(max(commute.seconds, 0), 86_400))
  }
}

/// A model in the list of ``ModelBook``.
public struct AlertnessModel: Sendable {
  /// As `--model` takes it.
  public let id: String
  public let title: Localized
  public let source: String
  /// The scale of a three-process model; nil for others.
  public let scale: KarolinskaScale?
}

extension AlertnessModel {
  /// Model 5c: S with its brake, C and U.
  static let fiveC = AlertnessModel(
    id: "tpm-5c",
    title: Localized(nb: "Treprosessmodellen, modell 5c", en: "Three-process model, model 5c"),
    source: "Ingre et al. 2014, PLoS ONE 9(10) e108679", scale: .fiveC)

  static let classic = AlertnessModel(
    id: "tpm-classic",
    title: Localized(
      nb: "Treprosessmodellen, eldre skala", en: "Three-process model, older scale"),
    source: "Åkerstedt, Folkard & Portin 2004, Aviat Space Environ Med 75(3)", scale: .classic)

  static let classicWithInertia = AlertnessModel(
    id: "tpm-classic-w",
    title: Localized(
      nb: "Treprosessmodellen, eldre skala med søvntreghet",
      en: "Three-process model, older scale with sleep inertia"),
    source: "As humanfactors/FIPS 0.2.1 computes it", scale: .classicWithInertia)
}
