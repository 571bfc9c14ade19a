/// Norms of agreements and of the parties: packs TAR, EMP and AT.
enum AgreementRules {
  static let all: [Rule] = [
    ThreePartCredit.rule,
    RotaWeek.rule,
    ComparableToContinuous.rule,
  ]
}
