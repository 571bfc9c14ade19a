import Testing

@testable import FatigueCore

/// A finding that the clock's own hours would not have is said to be so (`spec/rules.md`, S-TIME): up to the minute
/// at which they would have it too.
@Suite("Edges of the rules when the clock changes")
struct ClockChangeEdgeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    /// With `#` for a clock time.
    var roster: String
    var horizon = ""
    /// The last time at which the wall clock shows no more than the limit, and a minute too much.
    var on: String
    var past: String
    var scheme: Int?
    var testDescription: String { rule }
  }

  private static let week =
    "2026-10-19T07:00/2026-10-19T15:00;2026-10-20T07:00/2026-10-20T15:00;"
    + "2026-10-21T07:00/2026-10-21T15:00;2026-10-22T07:00/2026-10-22T15:00;"

  // On 25 October 2026 three o'clock comes twice, on 29 March two o'clock not at all.
  static let cases = [
    Case(rule: "AML-10-4-1D", roster: "2026-10-24T22:00/2026-10-25T#", on: "07:00", past: "07:01"),
    Case(
      rule: "AML-10-4-1W", roster: week + "2026-10-25T00:00/2026-10-25T#",
      horizon: "2026-10-19..2026-10-26", on: "08:00", past: "08:01"),
    Case(
      rule: "AML-10-4-4W", roster: week + "2026-10-25T01:00/2026-10-25T#",
      horizon: "2026-10-19..2026-10-26", on: "07:00", past: "07:01", scheme: 38),
    Case(
      rule: "AML-10-11-7", roster: "2026-10-24T22:00/2026-10-25T#", on: "06:00", past: "06:01"),
    Case(
      rule: "AML-10-8-1",
      roster: "2026-03-28T14:00/2026-03-28T22:00;2026-03-29T#/2026-03-29T15:00",
      on: "09:00", past: "08:59"),
    // A duty that leaves 11 of the 24 hours that its own clock shows.
    Case(
      rule: "AML-10-8-1",
      roster: "2026-10-24T20:00/2026-10-25T#;2026-10-26T09:00/2026-10-26T15:00",
      on: "09:00", past: "09:01"),
    // Ten hours first, so that the next rest is to be of twelve.
    Case(
      rule: "AML-10-8-3C",
      roster: "2026-03-27T14:00/2026-03-27T22:00;2026-03-28T08:00/2026-03-28T16:00;"
        + "2026-03-29T#/2026-03-29T10:00",
      on: "04:00", past: "03:59"),
    Case(
      rule: "AML-10-8-2",
      roster: "2026-03-23T07:00/2026-03-23T15:00;2026-03-24T07:00/2026-03-24T15:00;"
        + "2026-03-25T07:00/2026-03-25T15:00;2026-03-26T07:00/2026-03-26T15:00;"
        + "2026-03-27T22:00/2026-03-28T07:00;2026-03-29T#/2026-03-29T22:00",
      horizon: "2026-03-23..2026-03-30", on: "18:00", past: "17:59"),
    Case(
      rule: "AML-11-3",
      roster: "2026-03-28T14:00/2026-03-28T22:30;2026-03-29T#/2026-03-29T12:00",
      on: "06:30", past: "06:29"),
    Case(
      rule: "AML-11-5B",
      roster: "2026-10-25T00:00/2026-10-25T#;BR:2026-10-27T12:00/2026-10-27T12:30",
      on: "04:30", past: "04:31"),
    Case(rule: "AML-11-2D", roster: "2026-10-25T00:00/2026-10-25T#", on: "08:00", past: "08:01"),
    Case(
      rule: "AML-11-2W", roster: week + "2026-10-25T00:00/2026-10-25T#",
      horizon: "2026-10-19..2026-10-26", on: "08:00", past: "08:01"),
  ]

  private func check(_ golden: Case, _ roster: String) throws {
    let facts = RuleLook.person {
      $0.age = golden.rule.hasPrefix("AML-11-") ? 17 : 30
      $0.hasSpecialRisk = true
      $0.scheme = golden.scheme
    }
    for (clock, dstOnly) in [(golden.on, true), (golden.past, false)] {
      let found = try RuleLook.findings(
        golden.rule, roster.replacing("#", with: clock), horizon: golden.horizon, facts: facts)
      #expect(found.map(\.dstOnly) == [dstOnly], "\(clock)")
    }
  }

  @Test("A finding rests on the change of the clock up to a minute", arguments: cases)
  func minutes(_ golden: Case) throws { try check(golden, golden.roster) }

  @Test("A mean over weeks rests on the change of the clock up to a minute")
  func means() throws {
    // Eight weeks of 48 hours, the last day from midnight to eight over the change.
    let eight =
      try RuleLook.shifts(
        "07:00-15:00", from: "2026-08-31",
        days: (0..<56).filter { $0 % 7 < 6 }
          .dropLast())
    let mean = Case(
      rule: "AML-10-6-8W", roster: eight + ";2026-10-25T00:00/2026-10-25T#",
      horizon: "2026-08-31..2026-10-26", on: "08:00", past: "08:01")
    try check(mean, mean.roster)
    // Sixteen nights of 11 hours and 1:20 by day are 177:20 in four weeks.
    let nights = try RuleLook.shifts(
      "20:00-07:00", from: "2026-09-28",
      days: [0, 1, 2, 3, 7, 8, 9, 10, 14, 15, 16, 17, 21, 22, 23, 26])
    let four = Case(
      rule: "AML-10-11-6", roster: nights + ";2026-10-23T12:00/2026-10-23T#",
      horizon: "2026-09-28..2026-10-26", on: "13:20", past: "13:21")
    try check(four, four.roster)
  }
}
