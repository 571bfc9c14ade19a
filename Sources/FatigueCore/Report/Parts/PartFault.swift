/// Why some parts do not make a whole.
public struct PartFault: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The bytes are no part, or were changed.
    case damaged
    /// It is a part of something else.
    case foreign
    /// A share is missing, or there twice.
    case incomplete
  }

  public var kind: Kind
  /// Where it was noticed, from 1; nil when it is about no line.
  public var line: Int?
  public var message: Localized
  public var hint: Localized?

  static func damaged(_ line: Int?, _ message: Localized) -> PartFault {
    PartFault(kind: .damaged, line: line, message: message)
  }
}
