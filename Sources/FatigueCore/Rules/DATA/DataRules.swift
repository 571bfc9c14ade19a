/// Doubts about the values that were read.
enum DataRules {
  static let all: [Rule] = [
    Overlap.rule,
    ClockGap.rule,
    ClockFold.rule,
    RepeatedShift.rule,
    LongShift.rule,
    SwappedTimes.rule,
    MissingWeeks.rule,
    TwoSpellings.rule,
    UnusedWaiver.rule,
    ExpiredWaiver.rule,
  ]
}
