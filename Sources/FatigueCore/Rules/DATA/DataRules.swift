/// Doubts about the values that were read.
enum DataRules {
  static let all: [Rule] = [
    Overlap.rule,
    ClockGap.rule,
    ClockFold.rule,
    UnusedWaiver.rule,
    ExpiredWaiver.rule,
  ]
}
