/// A published model of the body clock and its light response. Every output names the one it used.
public enum PacemakerModel: String, Sendable, CaseIterable {
  /// Kronauer, Forger & Jewett 1999: the one that plans are made with.
  case kronauer99
  /// Forger, Jewett & Kronauer 1999 with the light response of 1999.
  case forger99L99 = "forger99_l99"
  /// St. Hilaire and others 2007.
  case stHilaire07 = "sthilaire07"
  /// Forger, Jewett & Kronauer 1999 with the light response of Serkh & Forger 2014.
  case forger99SF14 = "forger99_sf14"

  /// The model that phases are read from.
  public static let primary = PacemakerModel.kronauer99
  /// The models whose disagreement is printed as a band.
  public static let band: [PacemakerModel] = [.kronauer99, .forger99L99, .stHilaire07]

  var light: LightProcess {
    switch self {
    case .kronauer99, .forger99L99: .kronauer1999
    case .stHilaire07: .stHilaire2007
    case .forger99SF14: .serkhForger2014
    }
  }

  /// Hours from the lowest x to the lowest body temperature. Source: as the equations.
  public var temperatureDelay: Double {
    switch self {
    case .kronauer99: 0.8
    case .stHilaire07: 0.97
    case .forger99L99, .forger99SF14: 0
    }
  }
}
