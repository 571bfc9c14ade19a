import Testing

@testable import FatigueCore

@Suite("Findings that are only counted")
struct FindingTallyTests {
  @Test("They are counted by person, lane and status, and rules by whether any is (seeds 1–50)")
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
      for rule in UInt16(0)..<100 {
        #expect(tally.rules.contains(rule) == all.contains { $0.rule == rule }, "seed \(seed)")
      }
    }
  }

  @Test("Rules that count have as many findings as they make (seeds 1 and on)")
  func countsAreOfFindings() throws {
    let rules = RuleBook.rules.filter { $0.count != nil }
    var seen: [String: Int] = [:]
    for seed in 1...SlowLookTests.count * 2 {
      var random = SplitMix(seed)
      let roster =
        try seed.isMultiple(of: 2)
        ? SlowLookTests.roster(&random) : QuickLookTests.roster(&random)
      var limits = Limits(agreementsComplete: seed.isMultiple(of: 5))
      // Some limits at an end of what is allowed.
      if seed.isMultiple(of: 3) {
        for limit in rules.flatMap(\.limits) where Int.random(in: 0..<3, using: &random) == 0 {
          let ends = [limit.allowed.lowerBound, limit.allowed.upperBound]
          limits.set(limit, to: ends.randomElement(using: &random) ?? limit.standard)
        }
      }
      var evidence = Evidence(roster: roster, limits: limits)
      var clock = ZoneCursor(roster.zone)
      for person in roster.people.indices {
        evidence.turn(to: person, clock: &clock)
        evidence.duties.removeAll()
        evidence.indices.removeAll()
        for i in evidence.timeline.blocks.indices {
          evidence.duties.append(ModelRunTests.duty(&random, isFirst: i == 0))
          evidence.indices.append(ModelRunTests.index(&random))
        }
        for rule in rules {
          var findings: [Finding] = []
          rule.evaluate(evidence, &findings)
          var made = FindingCount()
          for finding in findings { made.add(finding.status) }
          let counted = rule.count?(evidence)
          #expect(counted == made, "\(rule.id), seed \(seed)")
          #expect(findings.allSatisfy { !$0.isAgreed })
          seen[rule.id, default: 0] += findings.count
        }
      }
    }
    #expect(seen.count == rules.count && seen.values.allSatisfy { $0 > 20 }, "\(seen)")
  }

  @Test("An analysis that counts has the tally of one that keeps what it finds (seeds 1–30)")
  func countingAnalysis() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let roster = try SlowLookTests.roster(&random)
      // Rules that ask no model are counted before any is asked.
      let packs = seed.isMultiple(of: 2) ? RuleBook.packs : RuleSelection.standardPacks
      let settings = AnalysisSettings(selection: RuleSelection(packs: packs))
      let kept = RosterAnalysis(roster, settings: settings)
      let counting = RosterAnalysis(roster, settings: settings, counting: true)
      let tally = try #require(counting.tally)
      for person in roster.people.indices {
        let findings = kept.findings[kept.findingRanges[person]]
        for (place, lane) in Lane.allCases.enumerated() {
          for status in FindingStatus.allCases {
            #expect(
              Int(tally.count(person, place, status))
                == findings.count { RuleBook.lane(of: $0) == lane && $0.status == status },
              "seed \(seed)")
          }
        }
      }
      #expect(counting.findings.map(\.rule) == kept.findings.filter(\.isAboutPlan).map(\.rule))
    }
  }
}
