/// What the models find.
enum ModelRules {
  static let all: [Rule] = [
    PeakSleepiness.rule
  ]
}
