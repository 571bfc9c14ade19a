import Foundation
import Testing

@testable import FatigueCore

/// Counts per person against the answer keys of the sample rosters, which were computed by another
/// program on the neutral form of the same rosters.
@Suite struct MetricsTests {
  static func reading(_ path: String) throws -> RosterReading {
    RosterReader.read([(path: path, bytes: try TestData.bytes(path))])
  }

  @Test("Counts agree with the answer key, person by person", arguments: ["s1_liste_utf8_bom"])
  func agreesWithKey(_ sample: String) throws {
    let key = try #require(
      try JSONSerialization.jsonObject(
        with: Data(TestData.bytes("rosters/\(sample).key.json"))) as? [String: Any])
    let employees = try #require(key["employees"] as? [String: [String: Any]])
    let reading = try Self.reading("rosters/\(sample).csv")
    let roster = try #require(reading.roster)
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    #expect(roster.people.count == employees.count)
    for (person, metrics) in zip(roster.people, analysis.people) {
      let expected = try #require(employees[person.name], "\(person.name)")
      func number(_ name: String) -> Double { (expected[name] as? NSNumber)?.doubleValue ?? -1 }
      let got: [(String, Double)] = [
        ("shifts", Double(metrics.shifts)),
        ("hours", Double(metrics.seconds) / 3600),
        ("worked_hours_merged", Double(metrics.mergedSeconds) / 3600),
        ("rests_lt_11h", Double(metrics.quickReturns)),
        ("shortest_rest", Double(metrics.shortestRest ?? 0) / 3600),
        ("night_shifts_B", Double(metrics.nights)),
        ("max_consecutive_nights_B", Double(metrics.longestNightRun)),
        ("max_consecutive_work_days", Double(metrics.longestWorkRun)),
        ("night_hours_21_06", Double(metrics.nightSeconds) / 3600),
      ]
      for (name, value) in got {
        #expect(abs(value - number(name)) < 1e-9, "\(person.name) \(name): \(value)")
      }
    }
  }

  @Test("Sundays count stretches: an evening in two rows is whole, and an overlap is worked once")
  func sundaysByStretch() throws {
    let roster = try GoldenRoster.roster(
      """
      2026-03-07T15:00/2026-03-07T20:00;2026-03-07T20:00/2026-03-07T22:00;\
      2026-03-15T07:00/2026-03-15T15:00;2026-03-15T08:00/2026-03-15T12:00
      """, horizon: "2026-03-02..2026-03-16")
    let metrics = RosterAnalysis(roster, settings: AnalysisSettings()).people[0]
    #expect(metrics.sundays == 2)
    // Saturday 18–22, and the Sunday's eight hours once.
    #expect(metrics.sundaySeconds == 12 * 3600)
  }

  @Test("Any number of threads gives the same result")
  func threadsDoNotMatter() throws {
    let roster = try #require(try Self.reading("rosters/s1_liste_utf8_bom.csv").roster)
    let many = Self.copies(of: roster, 12)
    let one = RosterAnalysis(many, settings: AnalysisSettings(jobs: 1))
    let four = RosterAnalysis(many, settings: AnalysisSettings(jobs: 4))
    #expect(one.findings.count > 100)
    #expect("\(one.findings)" == "\(four.findings)")
    #expect("\(one.people)" == "\(four.people)")
  }

  @Test("A person's result does not depend on the others in the file")
  func peopleAreIndependent() throws {
    let roster = try #require(try Self.reading("rosters/s1_liste_utf8_bom.csv").roster)
    let all = RosterAnalysis(roster, settings: AnalysisSettings())
    for person in roster.people.indices {
      var alone = roster
      alone.people = [roster.people[person]]
      alone.shifts = Array(roster.shifts[roster.slices[person]])
      for i in alone.shifts.indices { alone.shifts[i].person = 0 }
      alone.slices = [alone.shifts.indices]
      let analysis = RosterAnalysis(alone, settings: AnalysisSettings())
      #expect("\(analysis.people[0])" == "\(all.people[person])")
      let own = all.findings[all.findingRanges[person]]
      let found = analysis.findings.filter { !$0.isAboutPlan }
      #expect(found.map(\.measured) == own.map(\.measured))
      #expect(found.map(\.rule) == own.map(\.rule))
    }
  }

  private static func copies(of roster: Roster, _ count: Int) -> Roster {
    var many = roster
    for copy in 1..<count {
      for (index, person) in roster.people.enumerated() {
        let base = many.shifts.count
        many.people.append(Person(number: "", name: "\(person.name) \(copy)"))
        for shift in roster.shifts[roster.slices[index]] {
          var shift = shift
          shift.person = UInt32(many.people.count - 1)
          many.shifts.append(shift)
        }
        many.slices.append(base..<many.shifts.count)
      }
    }
    return many
  }
}

@Suite struct ScreeningTests {
  @Test("The quick screening has the values of the full evaluation, duty by duty")
  func screeningIsTheEvaluation() throws {
    let roster = try #require(
      try MetricsTests.reading("rosters/s1_liste_utf8_bom.csv").roster)
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    let model = ThreeProcessModel()
    for person in roster.people.indices {
      let detail = analysis.detail(person)
      let work = detail.timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
      var history = SleepHistory()
      let predictor = SleepPredictor()
      predictor.predict(work: work.span, origin: roster.origin, zone: roster.zone, into: &history)
      var screened: [DutyPeak] = []
      model.screen(work.span, history, into: &screened)
      let expected = detail.duties.indices.map { i in
        var duty = DutyPeak(detail.duties[i])
        if i > 0 {
          let from = max(Int(work[i - 1].end), Int(work[i].start) - 172_800)
          duty.sleepInRest = Int32(history.asleep(from: from, to: Int(work[i].start)))
        }
        return duty
      }
      #expect(screened == expected)
      #expect(analysis.people[person].maxKss == detail.duties.map(\.peak.raw).max())
    }
  }
}
