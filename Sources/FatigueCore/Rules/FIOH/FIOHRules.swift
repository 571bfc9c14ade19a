/// The traffic lights of the Finnish Institute of Occupational Health.
enum FIOHRules {
  static let all: [Rule] =
    [SpellHours.rule, FIOHShiftLength.rule, FIOHWorkDays.rule] + FIOHDocumented.all
}
