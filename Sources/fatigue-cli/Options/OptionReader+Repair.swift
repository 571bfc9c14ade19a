import FatigueCore

extension OptionReader {
  /// `--hours-tolerance`, `--proposals`, `--seed` and `--effort`.
  func repair() throws(UsageError) -> RepairSettings {
    var settings = RepairSettings()
    if let minutes = try minutes(.hoursTolerance) { settings.tolerance = .minutes(minutes) }
    if try choice(.clear) == "breach" { settings.mildest = .breach }
    settings.mostImprovements = try integer(.proposals, in: 0...1000) ?? settings.mostImprovements
    if let seed = try integer(.seed, in: 0...Int.max) { settings.seed = UInt64(seed) }
    settings.effort = try integer(.effort, in: 1...1_000_000_000) ?? settings.effort
    return settings
  }

  /// `--seed` and `--effort` of `design`.
  func design() throws(UsageError) -> DesignSettings {
    var settings = DesignSettings()
    if let seed = try integer(.seed, in: 0...Int.max) { settings.seed = UInt64(seed) }
    if let effort = try integer(.effort, in: 1...1_000_000_000) {
      settings.swaps = effort
      settings.looks = max(1, effort / 800)
    }
    return settings
  }

  /// Hours with a decimal point or comma.
  private func minutes(_ name: OptionName) throws(UsageError) -> Int64? {
    guard let occurrence = parsed.last(name), let value = occurrence.value else { return nil }
    guard let hours = Double(value.replacing(",", with: ".")), hours >= 0, hours <= 1000 else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(nb: "timer fra 0 til 1000", en: "hours from 0 to 1000"))
    }
    return Int64((hours * 60).rounded())
  }
}
