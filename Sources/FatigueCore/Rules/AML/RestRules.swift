/// Daily and weekly rest (aml. § 10-8 (1)–(3)).
enum RestRules {
  static let all: [Rule] = [
    DailyRest.rule,
    DailyRestFloor.rule,
    WeeklyRestRule.rule,
    WeeklyRestFloor.rule,
    CompensatingRest.rule,
  ]
}
