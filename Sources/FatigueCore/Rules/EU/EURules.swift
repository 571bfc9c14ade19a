/// The Working Time Directive, for users elsewhere.
enum EURules {
  static let all: [Rule] = [
    DirectiveDailyRest.rule,
    RunningDayWork.rule,
    DirectiveBreak.rule,
    DirectiveWeeklyRest.rule,
    MeanWeeklyHours.rule,
    DirectiveNightMean.rule,
    HazardousNight.rule,
    CompensatingRestAtOnce.rule,
  ]
}
