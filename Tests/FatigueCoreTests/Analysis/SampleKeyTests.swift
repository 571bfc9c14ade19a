import FatigueCore
import Foundation
import Testing

/// The problems planted in a hand-made roster are found at their dates, and the rules that can be
/// told from the key find nothing else.
///
/// The key was made with the roster and knows nothing of this program.
@Suite struct SampleKeyTests {
  private struct Key: Decodable {
    struct Problem: Decodable {
      var employee: String
      var kind: String
      var dates: [String]
      var restHours: Double?
    }
    var plantedProblems: [Problem]
    var totals: Totals
    struct Totals: Decodable {
      var employees: Int
      var shifts: Int
      var hours: Double
    }
  }

  /// Rules that find nothing but what is planted.
  private static let exact: Set = [
    "AML-10-8-1", "AML-10-8-3D", "AML-10-6-8D", "AML-10-6-9D", "EVID-N3",
  ]

  /// Which rules a planted problem is for; without those this build lacks.
  private static func rules(_ problem: Key.Problem) -> [String] {
    let rules: [String] =
      switch problem.kind {
      case "quick_return_AD", "quick_return_NA":
        (problem.restHours ?? 11) < 8 ? ["AML-10-8-1", "AML-10-8-3D"] : ["AML-10-8-1"]
      case "five_nights": ["EVID-N3"]
      case "no_35h_rest": ["AML-10-8-2"]
      case "eight_workdays": ["EVID-DAYS6"]
      case "double_shift": ["AML-10-6-8D", "AML-10-8-1", "DATA-OVERLAP"]
      default: []
      }
    return rules.filter { RuleBook.rule($0) != nil }
  }

  @Test func plantedProblemsAreFound() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let key = try decoder.decode(
      Key.self, from: Data(TestData.bytes("rosters/s1_liste_utf8_bom.key.json")))
    let reading = RosterReader.read([
      ("s1.csv", try TestData.bytes("rosters/s1_liste_utf8_bom.csv"))
    ])
    let roster = try #require(reading.roster)
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    #expect(analysis.people.count == key.totals.employees)
    #expect(analysis.people.reduce(0) { $0 + $1.shifts } == key.totals.shifts)
    let seconds = analysis.people.reduce(0) { $0 + $1.seconds }
    #expect(Double(seconds) / 3600 == key.totals.hours)

    var unexplained = Set(
      analysis.findings.indices.filter {
        Self.exact.contains(RuleBook.rule(of: analysis.findings[$0]).id)
      })
    var planted = 0
    for problem in key.plantedProblems {
      for rule in Self.rules(problem) {
        planted += 1
        let found = analysis.findings.indices.filter { index in
          let finding = analysis.findings[index]
          guard RuleBook.rule(of: finding).id == rule,
            roster.people[Int(finding.person)].name == problem.employee
          else { return false }
          let from = roster.civil(finding.from).date.iso
          let to = roster.civil(finding.to).date.iso
          return problem.dates.contains { from <= $0 && $0 <= to }
        }
        #expect(found.count == 1, "\(rule) for \(problem.kind) of \(problem.employee)")
        unexplained.subtract(found)
      }
    }
    #expect(planted >= 8)
    let extra = unexplained.map { index in
      let finding = analysis.findings[index]
      let name = roster.people[Int(finding.person)].name
      return "\(RuleBook.rule(of: finding).id) \(name) \(roster.civil(finding.from).date.iso)"
    }
    #expect(extra.isEmpty)
  }

  /// A double duty is certain for the hours of a day and open to dispute for the rest (golden A14).
  @Test func doubleDutyIsDisputedForDailyRest() throws {
    let reading = RosterReader.read([
      ("s1.csv", try TestData.bytes("rosters/s1_liste_utf8_bom.csv"))
    ])
    let roster = try #require(reading.roster)
    let findings = RosterAnalysis(roster, settings: AnalysisSettings()).findings
    let rest = findings.filter {
      RuleBook.rule(of: $0).id == "AML-10-8-1"
        && roster.people[Int($0.person)].name == "Terje Johnsen"
    }
    #expect(rest.map(\.status) == [.disputed])
  }
}
