/// The languages every text exists in.
public enum Language: String, Sendable, CaseIterable {
  /// Norwegian bokmål.
  case nb
  /// English.
  case en
}

/// A text in both languages. There is no way to write one without the other.
public struct Localized: Hashable, Sendable {
  public var nb: String
  public var en: String

  public init(nb: String, en: String) {
    self.nb = nb
    self.en = en
  }

  /// The same text in both languages: a number, a code, a name.
  public init(same text: String) { self.init(nb: text, en: text) }

  public subscript(language: Language) -> String {
    switch language {
    case .nb: nb
    case .en: en
    }
  }
}
