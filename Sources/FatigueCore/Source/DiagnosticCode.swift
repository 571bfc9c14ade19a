/// What can go wrong with an input. The identifiers never change and are never used again.
public struct DiagnosticCode: Hashable, Sendable {
  /// `IN-001` and so on.
  public let id: String
  public let title: Localized
  /// What it means and what to do, for `fatigue explain`.
  public let explanation: Localized

  public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
