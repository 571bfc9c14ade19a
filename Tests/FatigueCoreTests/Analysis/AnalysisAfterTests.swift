import Foundation
import Testing

@testable import FatigueCore

/// An analysis after another looks at the changed people only, and says the same as one of its own.
@Suite struct AnalysisAfterTests {
  private static func sample(_ name: String) throws -> Roster {
    let file = TestData.tests.deletingLastPathComponent().appending(path: "samples/\(name).csv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try #require(RosterReader.read(text).roster)
  }

  /// Everything that can be switched on, with an agreement of the plan's own limits and waivers.
  private static func settings(_ roster: Roster) -> AnalysisSettings {
    let packs = Set(RuleBook.rules.map(\.pack)).sorted()
    let switched = Dictionary(uniqueKeysWithValues: RuleBook.rules.map { ($0.id, true) })
    let waivers = ["AML-10-8-1", "EVID-N3", "AML-10-8-4"].map {
      Waiver(
        rule: $0, person: $0 == "EVID-N3" ? roster.people[1].key : nil, reason: "x", agreedBy: "y",
        expires: roster.firstDate + 30)
    }
    var settings = AnalysisSettings(
      selection: RuleSelection(packs: packs, switched: switched), waivers: waivers, jobs: 2)
    settings.asksUnified = false
    return settings
  }

  /// All of it, as text.
  private static func told(_ analysis: RosterAnalysis) -> [String] {
    analysis.findings.map { "\($0)" } + analysis.people.map { "\($0)" }
      + ["\(analysis.findingRanges)", "\(analysis.notAssessed)", "\(analysis.rulesTried)"]
  }

  /// A roster with somebody's rows changed by a number: given to another, taken out, moved or made longer.
  private static func changed(_ roster: Roster, _ number: Int) -> Roster {
    var random = SplitMix(UInt64(number))
    var rows = roster.slices.map { Array(roster.shifts[$0]) }
    for _ in 0...Int.random(in: 0..<3, using: &random) {
      let (one, other) = (
        Int.random(in: 0..<rows.count, using: &random),
        Int.random(in: 0..<rows.count, using: &random)
      )
      guard !rows[one].isEmpty else { continue }
      let place = Int.random(in: 0..<rows[one].count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        var row = rows[one].remove(at: place)
        row.person = UInt32(other)
        rows[other].append(row)
      case 1: rows[one].remove(at: place)
      case 2:
        rows[one][place].start += 7200
        rows[one][place].end += 7200
      default: rows[one][place].end += 5400
      }
    }
    var changed = roster
    (changed.shifts, changed.slices) = ([], [])
    for own in rows {
      let first = changed.shifts.count
      changed.shifts += own.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      changed.slices.append(first..<changed.shifts.count)
    }
    return changed
  }

  @Test("The same as a whole analysis", arguments: ["turnus", "ward", "netter", "rolig"])
  func same(name: String) throws {
    let roster = try Self.sample(name)
    let settings = Self.settings(roster)
    let earlier = RosterAnalysis(roster, settings: settings)
    var differing = 0
    for number in 1...6 {
      let other = Self.changed(roster, number)
      let whole = Self.told(RosterAnalysis(other, settings: settings))
      #expect(Self.told(RosterAnalysis(other, after: earlier)) == whole, "change \(number)")
      if whole != Self.told(earlier) { differing += 1 }
    }
    #expect(differing > 3)
  }

  @Test("The same for plans that repeat, and for plans with a look-back")
  func surroundings() throws {
    let roster = try Self.sample("ward")
    let settings = Self.settings(roster)
    let days = roster.lastDate - roster.firstDate + 1
    let half = { (roster: Roster) in
      roster.assessing(roster.firstDate + 14...roster.lastDate).roster
    }
    for make in [{ $0.repeating(every: (days + 6) / 7 * 7) }, half] as [(Roster) -> Roster] {
      let earlier = RosterAnalysis(make(roster), settings: settings)
      for number in 1...3 {
        let other = make(Self.changed(roster, number))
        #expect(
          Self.told(RosterAnalysis(other, after: earlier))
            == Self.told(RosterAnalysis(other, settings: settings)))
      }
    }
  }

  @Test("A row of a new kind, a week that becomes empty and other people are looked at whole")
  func otherFrames() throws {
    let roster = try Self.sample("ward")
    let settings = Self.settings(roster)
    let earlier = RosterAnalysis(roster, settings: settings)
    let contents = RosterContents(roster)
    let bench = PersonAnalyser(
      roster: roster, contents: contents, settings: settings)
    var plain = Self.changed(roster, 3)
    #expect(bench.turned(to: plain, RosterContents(plain), from: roster) != nil)
    plain.codes.append("XX")
    #expect(bench.turned(to: plain, RosterContents(plain), from: roster) != nil)

    var others: [Roster] = [roster, roster, roster, roster]
    others[0].shifts[5].kind = .overtime
    others[1].people[0].name = "Somebody Else"
    others[2].lastDate = others[2].lastDate + 1
    // Nobody has anything in the third week.
    let week =
      roster.midnight(
        roster.firstDate.monday + 14)..<roster.midnight(
        roster.firstDate.monday + 21)
    var kept: [Shift] = []
    for (person, slice) in roster.slices.enumerated() {
      let first = kept.count
      kept += roster.shifts[slice].filter { !week.contains($0.start) }
      others[3].slices[person] = first..<kept.count
    }
    others[3].shifts = kept
    for (place, other) in others.enumerated() {
      #expect(bench.turned(to: other, RosterContents(other), from: roster) == nil, "\(place)")
      #expect(
        Self.told(RosterAnalysis(other, after: earlier))
          == Self.told(RosterAnalysis(other, settings: settings)), "\(place)")
    }
  }
}
