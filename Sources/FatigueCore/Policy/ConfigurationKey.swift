/// A key that `fatigue.toml` may hold.
public struct ConfigurationKey: Sendable {
  /// What its value may be.
  public enum Form: Sendable, Equatable {
    case text
    /// Both ends included.
    case integer(ClosedRange<Int>)
    /// Several in a list, or one by itself; both ends included.
    case integers(ClosedRange<Int>)
    /// Both ends included.
    case number(ClosedRange<Double>)
    case choice([String])
    case boolean
    /// A date without a time.
    case date
    /// Texts in a list, or one by itself.
    case texts
    /// A number, exact to six decimals, or a text such as `1/5` or `9:30`.
    case fraction
    /// A clock time, as a text or a TOML time.
    case clock
  }

  /// The table it stands in, such as `site`.
  public let table: String
  public let name: String
  public let form: Form
  /// A value as TOML, for the file that `init` writes.
  public let example: String
  /// What applies without it.
  public let standard: Localized
  /// What it does.
  public let about: Localized
  /// False where nothing in this build reads it yet.
  public let isUsed: Bool

  init(
    _ table: String, _ name: String, _ form: Form, example: String, standard: Localized,
    isUsed: Bool = true, _ about: Localized
  ) {
    self.table = table
    self.name = name
    self.form = form
    self.example = example
    self.standard = standard
    self.about = about
    self.isUsed = isUsed
  }

  /// `site.zone`
  public var path: String { "\(table).\(name)" }

  /// The values it may have, in words.
  public var values: Localized {
    switch form {
    case .text: Localized(nb: "tekst", en: "text")
    case .integer(let range):
      Localized(
        nb: "heltall fra \(range.lowerBound) til \(range.upperBound)",
        en: "whole number from \(range.lowerBound) to \(range.upperBound)")
    case .integers(let range):
      Localized(
        nb: "heltall fra \(range.lowerBound) til \(range.upperBound), også flere i en liste",
        en: "whole numbers from \(range.lowerBound) to \(range.upperBound), also several in a list")
    case .number(let range):
      Localized(
        nb: "tall fra \(Int(range.lowerBound)) til \(Int(range.upperBound))",
        en: "number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    case .boolean: Localized(same: "true/false")
    case .date: Localized(nb: "dato", en: "date")
    case .texts: Localized(nb: "liste med tekster", en: "list of texts")
    case .fraction: Localized(nb: "tall", en: "number")
    case .clock: Localized(nb: "klokkeslett", en: "clock time")
    case .choice(let words):
      Localized(
        nb: words.map { "\"\($0)\"" }.joined(separator: " eller "),
        en: words.map { "\"\($0)\"" }.joined(separator: " or "))
    }
  }
}
