/// What research and guidelines advise.
enum EvidenceRules {
  static let all: [Rule] = [
    ConsecutiveNights.rule,
    NightRecovery.rule,
    QuickReturns.rule,
    RotationDirection.rule,
    RotationSpeed.rule,
    NightLength.rule,
    SleepDayWork.rule,
    QuickReturnShare.rule,
    LongShifts.rule,
    WorkDaysInARow.rule,
    EarlyStarts.rule,
    EveningsInARow.rule,
    PermanentNights.rule,
    NightShare.rule,
    FreeWeekends.rule,
    SingleDaysOff.rule,
    SingleWorkDays.rule,
    RunningWeek.rule,
    RunningWeeklyRest.rule,
    PregnancyNights.rule,
    PregnancyRuns.rule,
  ]
}
