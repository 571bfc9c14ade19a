import FatigueCore

extension OptionReader {
  /// `--step`: minutes, also parts of one, in seconds.
  func step() throws(UsageError) -> Int32? {
    guard let occurrence = parsed.last(.step), let value = occurrence.value else { return nil }
    let plain = value.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard plain, let minutes = Double(value), minutes * 60 >= 1, minutes <= 1440,
      (minutes * 60).rounded() == minutes * 60
    else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(
          nb: "minutter i hele sekunder, opp til 1440", en: "minutes in whole seconds, up to 1440"))
    }
    return Int32(minutes * 60)
  }
}
