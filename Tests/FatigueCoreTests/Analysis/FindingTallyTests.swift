import Testing

@testable import FatigueCore

@Suite("Findings that are only counted")
struct FindingTallyTests {
  @Test("They are counted by person, lane and status, with the first of each rule (seeds 1–50)")
  func counts() {
    for seed in 1...50 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      var people: [[Finding]] = []
      for person in 0..<6 {
        var findings: [Finding] = []
        for _ in 0..<Int.random(in: 0...30, using: &random) {
          var finding = Finding(
            FindingStatus.allCases.randomElement(using: &random) ?? .note, from: 0, to: 1,
            shift: Int32(findings.count), measured: Fraction(1), limit: Fraction(2), .atMost, .count
          )
          finding.rule = UInt16.random(in: 0..<5, using: &random) * 17
          finding.isAgreed = Bool.random(using: &random)
          finding.person = UInt32(person)
          findings.append(finding)
        }
        // As the rules find them, and in any order.
        if seed.isMultiple(of: 2) { findings.sort { $0.rule < $1.rule } }
        people.append(findings)
      }
      // Counted in two pieces, as workers do.
      var (tally, second) = (FindingTally(people: 4), FindingTally(people: 2))
      for findings in people.prefix(4) { tally.add(findings) }
      for findings in people.suffix(2) { second.add(findings) }
      tally.append(second)
      for (person, findings) in people.enumerated() {
        for (place, lane) in Lane.allCases.enumerated() {
          for status in FindingStatus.allCases {
            let expected = findings.count {
              RuleBook.lane(of: $0) == lane && $0.status == status
            }
            #expect(tally.count(person, place, status) == expected, "seed \(seed)")
          }
        }
      }
      let all = people.flatMap { $0 }
      for lane in Lane.allCases {
        for status in FindingStatus.allCases {
          let expected = all.contains { RuleBook.lane(of: $0) == lane && $0.status >= status }
          #expect(tally.has(lane, atLeast: status) == expected)
        }
      }
      var known: Set<UInt16> = []
      let first = all.filter { known.insert($0.rule).inserted }
      #expect(
        tally.samples.map { [Int($0.rule), Int($0.person), Int($0.shift)] }
          == first.map { [Int($0.rule), Int($0.person), Int($0.shift)] }, "seed \(seed)")
    }
  }
}
