/// The rest of the Working Environment Act: Sundays, breaks, nights, the young, and duties of process.
enum OtherLawRules {
  static let all: [Rule] = [
    NextSundayFree.rule,
    EverySecondSunday.rule,
    FreeSundayInFour.rule,
  ]
}
