/// Norms of agreements and of the parties: packs TAR, EMP and AT.
enum AgreementRules {
  static let all: [Rule] =
    [
      ThreePartCredit.rule,
      RotaWeek.rule,
      ComparableToContinuous.rule,
      OnCallFactor.rule,
      WeeklyDayOffLength.rule,
      SleepDayCode.rule,
      LongShiftAgreement.rule,
      LongShiftApplication.rule,
      WeekendFrequency.rule,
      PlanShownAhead.rule,
      OnCallCap.rule,
      HospitalDoctors.rule,
      PoliceRest.rule,
    ] + DayOffCodes.all + [EmployersOwnRules.rule, NightsInspected.rule, SoundnessAssessment.rule]
}
