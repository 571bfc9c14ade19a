/// What the models find.
enum ModelRules {
  static let all: [Rule] = [
    PeakSleepiness.rule,
    SleepinessHome.rule,
    SleepInOneDay.rule,
    SleepInTwoDays.rule,
    TimeAwake.rule,
    SleepInRest.rule,
    FatigueIndexLevel.rule,
    RiskIndexLevel.rule,
  ]
}
