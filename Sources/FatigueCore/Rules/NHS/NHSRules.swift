/// The contract of English resident doctors, for reference.
enum NHSRules {
  static let all: [Rule] = [NHSNightRest.rule] + NHSDocumented.all
}
