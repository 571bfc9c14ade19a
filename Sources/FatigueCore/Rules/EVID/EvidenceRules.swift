/// What research and guidelines advise.
enum EvidenceRules {
  static let all: [Rule] = [
    ConsecutiveNights.rule,
    NightRecovery.rule,
    QuickReturns.rule,
    RotationDirection.rule,
    RotationSpeed.rule,
  ]
}
