/// The Working Time Directive, for users elsewhere.
enum EURules {
  static let all: [Rule] = [
    MeanWeeklyHours.rule
  ]
}
