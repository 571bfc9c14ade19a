/// The three-process model as a roster needs it: sleepiness per duty and at any instant.
public struct ThreeProcessModel: Sendable {
  public let tables: ThreeProcessTables
  public let scale: KarolinskaScale
  /// From the end of a duty to home, in seconds.
  public let commute: Int
  /// The same in whole minutes; nil where it is not, or where duties cannot be plain for the scale.
  let way: Int32?
  /// A at KSS 7 and at KSS 8.
  let levels: (seven: Double, eight: Double)

  /// - Parameter commute: 0–24 h, else moved to the nearest.
  public init(
    tables: ThreeProcessTables = .standard, scale: KarolinskaScale = .fiveC,
    commute: Elapsed = SleepSettings().commute
  ) {
    self.tables = tables
    self.scale = scale
    levels = (scale.alertness(at: KSS(7)), scale.alertness(at: KSS(8)))
    let commute = Int(min(max(commute.seconds, 0), 86_400))
    self.commute = commute
    way = scale.countsInertia || commute % 60 != 0 ? nil : Int32(commute / 60)
  }
}

/// A model in the list of ``ModelBook``.
public struct AlertnessModel: Sendable {
  /// As `--model` takes it.
  public let id: String
  public let title: Localized
  public let source: String
  public let kind: Kind

  public enum Kind: Sendable {
    case threeProcess(KarolinskaScale)
    case unified
    case indices
  }

  /// It has a course from instant to instant, not a value per duty alone.
  public var isSeries: Bool { if case .indices = kind { false } else { true } }

  /// The scale of a three-process model; nil for others.
  public var scale: KarolinskaScale? {
    if case .threeProcess(let scale) = kind { scale } else { nil }
  }
}

extension AlertnessModel {
  /// Model 5c: S with its brake, C and U.
  static let fiveC = AlertnessModel(
    id: "tpm-5c",
    title: Localized(nb: "Treprosessmodellen, modell 5c", en: "Three-process model, model 5c"),
    source: "Ingre et al. 2014, PLoS ONE 9(10) e108679", kind: .threeProcess(.fiveC))

  static let classic = AlertnessModel(
    id: "tpm-classic",
    title: Localized(
      nb: "Treprosessmodellen, eldre skala", en: "Three-process model, older scale"),
    source: "Åkerstedt, Folkard & Portin 2004, Aviat Space Environ Med 75(3)",
    kind: .threeProcess(.classic))

  static let classicWithInertia = AlertnessModel(
    id: "tpm-classic-w",
    title: Localized(
      nb: "Treprosessmodellen, eldre skala med søvntreghet",
      en: "Three-process model, older scale with sleep inertia"),
    source: "As humanfactors/FIPS 0.2.1 computes it", kind: .threeProcess(.classicWithInertia))

  public static let unified = AlertnessModel(
    id: "ump",
    title: Localized(
      nb: "Unified Model of Performance, feilreaksjoner", en: "Unified Model of Performance, lapses"
    ),
    source: "Rajdev et al. 2013, J Theor Biol 331", kind: .unified)

  static let indices = AlertnessModel(
    id: "rr446",
    title: Localized(
      nb: "RR446-kompatibel trøtthets- og risikoindeks",
      en: "RR446-compatible fatigue and risk index"),
    source: "Research report 446, Spencer et al. 2006", kind: .indices)
}
