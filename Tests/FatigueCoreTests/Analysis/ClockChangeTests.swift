import Testing

@testable import FatigueCore

/// Nights over the two clock changes of 2026 (29 March, 25 October), in elapsed hours.
@Suite struct ClockChangeTests {
  private func analysis(_ strip: RosterStrip) throws -> (RosterAnalysis, PersonDetail) {
    let (roster, _) = try #require(strip.roster())
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    return (analysis, analysis.detail(0))
  }

  private func findings(_ rule: String, in strip: RosterStrip) throws -> [Finding] {
    try analysis(strip).0.findings.filter { RuleBook.rule(of: $0).id == rule }
  }

  @Test("A night is an hour shorter in spring and longer in autumn")
  func nightLength() throws {
    // 22:15–07:45 is 9 h 30 min on any other night; lengths from the dates of S-TIME.
    for (strip, hours) in [
      ("@2026-03-28 N -", 8.5), ("@2026-10-24 N -", 10.5), ("@2026-03-21 N -", 9.5),
    ] {
      let (analysis, detail) = try analysis(RosterStrip(strip))
      #expect(Double(detail.timeline.blocks[0].length) / 3600 == hours)
      #expect(Double(analysis.people[0].seconds) / 3600 == hours)
    }
  }

  @Test("A rest that is short only by the clock change says so")
  func dstOnlyRest() throws {
    // Golden A06: 22:00 to 09:00 is 11 h on the clock and 10 h elapsed.
    let spring = try findings("AML-10-8-1", in: "@2026-03-28 15:00-22:00 09:00-15:00")
    #expect(spring.map(\.dstOnly) == [true])
    #expect(spring.map(\.measured) == [Fraction(10)])
    // Golden A09: in autumn 22:30 to 08:00 is 9 h 30 min on the clock and 10 h 30 min elapsed.
    let autumn = try findings("AML-10-8-1", in: "@2026-10-24 15:00-22:30 08:00-15:00")
    #expect(autumn.map(\.measured) == [Fraction(21, 2)])
    #expect(autumn.map(\.dstOnly) == [false])
  }

  @Test("A night that is too long only by the clock leaves too little of the 24 hours")
  func dstOnlySpread() throws {
    // 19:45–08:15 is 12 h 30 min on the clock, which leaves 11 h 30 min; elapsed 13 h 30 min.
    let rest = try findings("AML-10-8-1", in: "@2026-10-24 19:45-08:15 - -")
    #expect(rest.map(\.measured) == [Fraction(21, 2)])
    #expect(rest.map(\.dstOnly) == [true])
  }

  @Test("Hours in a day that are over only by the clock change say so")
  func dstOnlyHours() throws {
    let long = try findings("AML-10-6-8D", in: "@2026-10-24 20:00-08:30 - -")
    #expect(long.map(\.measured) == [Fraction(27, 2)])
    #expect(long.map(\.dstOnly) == [true])
  }
}
