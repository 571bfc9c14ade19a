/// The bright light that a ward has for people on nights.
public enum BrightSource: String, Sendable, CaseIterable {
  case none
  /// A lamp to sit by in breaks.
  case lightbox
  /// Lamps in the ceiling.
  case ceiling
}
