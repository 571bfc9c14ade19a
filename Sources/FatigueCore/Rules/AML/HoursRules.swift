/// Hours, averages and overtime (aml. §§ 10-4 to 10-6).
enum HoursRules {
  static let all: [Rule] = [
    DailyTotalHours.rule,
    DailyHoursCeiling.rule,
  ]
}
