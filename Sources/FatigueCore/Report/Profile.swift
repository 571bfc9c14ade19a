/// The profile and model of this build, as reports name them.
public enum Profile {
  public static let id = "no-helse"
  public static let version = "2026.1"
  public static let modelID = "tpm-5c"
  public static let modelVersion = "1"
}

extension Profile {
  /// What formats that want an address name the program by.
  static let home = "urn:fatigue"
}
