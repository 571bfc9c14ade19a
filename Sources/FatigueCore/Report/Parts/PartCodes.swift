/// The numbers that stand for words in a part. They belong to the version of the format.
enum PartCodes {
  static let version = "fatigue-part/1"

  static let relations: [Relation] = [.below, .atMost, .atLeast, .above]
  static let units: [MeasureUnit] = [
    .hours, .minutes, .nights, .shifts, .count, .share, .kss, .days, .weeks, .percent,
    .hoursPerWeek, .hoursPerDay,
  ]

  /// What can be true of a finding, as bits.
  static let (dst, truncated, agreed): (Int64, Int64, Int64) = (1, 2, 4)

  // A person's numbers in the order of a line. What is not here stands in the line by name.
  static let counts: [any WritableKeyPath<PersonMetrics, Int> & Sendable] = [
    \.shifts, \.quickReturns, \.nights, \.longestNightRun, \.longestWorkRun, \.sundays, \.holidays,
    \.weekends, \.longestSameShiftRun, \.doubledMedianRun, \.rotationChanges, \.backwardChanges,
  ]
  static let seconds: [any WritableKeyPath<PersonMetrics, Int64> & Sendable] = [
    \.seconds, \.mergedSeconds, \.nightSeconds, \.sundaySeconds,
  ]
  static let spans: [any WritableKeyPath<PersonMetrics, Int64?> & Sendable] = [
    \.shortestRest, \.sleepSeconds,
  ]
  static let reals: [any WritableKeyPath<PersonMetrics, Double?> & Sendable] = [
    \.maxKss, \.maxFatigueIndex, \.maxRiskIndex, \.maxLapses,
  ]

  /// Rules whose sentences name two shifts, so that both must be there. A forged part without one is what
  /// `Tests/Fuzz` looks for.
  static let ofPairs: Set<Int> = Set(
    [
      DailyRest.rule, DailyRestFloor.rule, DirectiveDailyRest.rule, SleepInRest.rule, Overlap.rule,
    ].compactMap { RuleBook.index($0.id) })

  /// How far a finding may reach beyond the first and last shift: rules look at weeks and years that have
  /// begun.
  static let margin: Int64 = 400 * 86_400
  /// No limit is larger, in its own unit.
  static let largestLimit: Int64 = 10_000

  /// `Assumed:` wider than anything that rosters of 4 GB add up to, and so narrow that no text made of it
  /// overflows: hundredths of it and seconds of its hours are whole numbers.
  static let quantity: ClosedRange<Int64> = -(1 << 44)...(1 << 44)
  static let real: ClosedRange<Double> = -1e12...1e12
}
