/// What the programme asks of the organisation.
enum OrganisationRules {
  static let all: [Rule] = [
    OvertimeAfterNight.rule,
    NapOpportunity.rule,
    NightCap.rule,
    Predictability.rule,
    RotationHabit.rule,
    DefusingInTime.rule,
    RestAfterIncident.rule,
    CombinedMeasures.rule,
    EffectMeasured.rule,
  ]
}
