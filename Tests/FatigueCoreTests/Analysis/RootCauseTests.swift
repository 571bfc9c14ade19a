import FatigueCore
import Testing

/// What a finding is said to follow from.
@Suite struct RootCauseTests {
  @Test("A day of fifteen hours breaks the law by itself, whatever milder findings touch it")
  func breachIsNoFollower() throws {
    // Two duties in a row, 07:30 to 22:30, among ordinary ones: limits of 9, 12.5 and 13 h.
    var text = "person;start;end\n"
    for day in 2...6 { text += "Kari;2026-03-0\(day)T07:30;2026-03-0\(day)T15:30\n" }
    text += "Kari;2026-03-06T15:30;2026-03-06T22:30\n"
    let roster = try #require(RosterReader.read(text).roster)
    let findings = RosterAnalysis(roster, settings: AnalysisSettings()).findings
    for finding in findings where finding.causedBy >= 0 {
      let cause = findings[Int(finding.causedBy)]
      #expect(cause.status >= finding.status, "\(RuleBook.rule(of: finding).id)")
    }
    let breaches = findings.filter {
      $0.status == .breach && RuleBook.lane(of: $0) == .law
    }
    #expect(!breaches.isEmpty && breaches.contains { $0.causedBy < 0 })
  }
}
