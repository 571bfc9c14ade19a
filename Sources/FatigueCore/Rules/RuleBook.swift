/// Every rule of this build, in the order of reports: law, then research, model and data.
public enum RuleBook {
  public static let rules: [Rule] = [
    DailyRest.rule,
    DailyRestFloor.rule,
    WeeklyRestRule.rule,
    DailyTotalHours.rule,
    DailyHoursCeiling.rule,
    ConsecutiveNights.rule,
    NightRecovery.rule,
    QuickReturns.rule,
    RotationDirection.rule,
    RotationSpeed.rule,
    PeakSleepiness.rule,
    Overlap.rule,
    ClockGap.rule,
    ClockFold.rule,
  ]

  public static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The rule of a finding.
  public static func rule(of finding: Finding) -> Rule { rules[Int(finding.rule)] }
}
