/// Hours, averages and overtime (aml. §§ 10-4 to 10-6).
enum HoursRules {
  static let all: [Rule] = [
    OrdinaryDay.rule,
    OrdinaryWeek.rule,
    PassiveDuty.rule,
    HomeOnCall.rule,
    ShiftWorkWeek.rule,
    ContinuousShiftWeek.rule,
    ThreePartRota.rule,
    OrdinaryDayIndividual.rule,
    OrdinaryDayUnion.rule,
    OrdinaryWeekIndividual.rule,
    OrdinaryWeekUnion.rule,
    OrdinaryEightWeekMean.rule,
    PeriodMean.rule,
    RepeatedOvertime.rule,
    WeeklyOvertime.rule,
    FourWeekOvertime.rule,
    YearlyOvertime.rule,
    DailyTotalHours.rule,
    EightWeekMean.rule,
    WeeklyTotalCeiling.rule,
    DailyHoursCeiling.rule,
  ]
}
