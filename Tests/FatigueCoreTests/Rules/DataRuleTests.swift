import Testing

@testable import FatigueCore

/// Doubts about the values of rosters as people send them.
@Suite struct DataRuleTests {
  private func analysis(_ rows: String) throws -> (RosterAnalysis, RosterReading) {
    let reading = RosterReader.read("Ansatt;Dato;Fra;Til;Kode\n" + rows + "\n")
    let roster = try #require(reading.roster)
    return (RosterAnalysis(roster, settings: AnalysisSettings()), reading)
  }

  /// Findings of the data lane as `id status measured line`, and `*` for one about the plan.
  private func found(_ rows: String) throws -> [String] {
    let (analysis, reading) = try analysis(rows)
    return analysis.findings.compactMap { finding in
      let rule = RuleBook.rule(of: finding)
      guard rule.lane == .data else { return nil }
      let position = analysis.roster.shifts[Int(finding.shift)].startField
      let line = reading.sources.place(position)?.line ?? 0
      let name = finding.isAboutPlan ? "*" : analysis.roster.people[Int(finding.person)].name
      return "\(rule.id) \(finding.status.name) \(finding.measured.text) \(line) \(name)"
    }
  }

  @Test("Equal rows are counted once and found; rows that differ by code stay and are found")
  func repeats() throws {
    let one = "Kari;05.01.2026;07:30;15:30;D"
    let three = try analysis([one, one, one].joined(separator: "\n"))
    #expect(three.0.people[0].shifts == 1)
    #expect(
      try found([one, one, one].joined(separator: "\n")) == ["DATA-DUP warning 3 2 Kari"])
    let other = try found(one + "\nKari;05.01.2026;07:30;15:30;MØT")
    #expect(other == ["DATA-OVERLAP warning 480 3 Kari", "DATA-DUP warning 2 3 Kari"])
    let (both, _) = try analysis(one + "\nKari;05.01.2026;07:30;15:30;MØT")
    // The overlap is explained by the double: it counts once.
    let overlap = try #require(both.findings.first { RuleBook.rule(of: $0).id == "DATA-OVERLAP" })
    #expect(RuleBook.rule(of: both.findings[Int(overlap.causedBy)]).id == "DATA-DUP")
    #expect(try found(one + "\nOla;05.01.2026;07:30;15:30;D").isEmpty)
    #expect(try found(one + "\nKari;06.01.2026;07:30;15:30;D").isEmpty)
  }

  @Test("Repeats stay with their person when the roster is cut")
  func repeatsAreKept() throws {
    let (analysis, _) = try analysis(
      """
      Ola;05.01.2026;07:30;15:30;D
      Kari;05.01.2026;07:30;15:30;D
      Kari;05.01.2026;07:30;15:30;D
      """)
    let kari = analysis.roster.keeping { $0.name == "Kari" }
    let found = RosterAnalysis(kari, settings: AnalysisSettings()).findings
    #expect(found.contains { RuleBook.rule(of: $0).id == "DATA-DUP" })
    let ola = analysis.roster.keeping { $0.name == "Ola" }
    #expect(ola.repeats.isEmpty)
  }

  @Test("Long shifts, by elapsed time; a day over the autumn change is long by the clock alone")
  func longShifts() throws {
    let header = "Ansatt;Start;Slutt;Type\n"
    func found(_ rows: String) throws -> [Finding] {
      let roster = try #require(RosterReader.read(header + rows + "\n").roster)
      return RosterAnalysis(roster, settings: AnalysisSettings()).findings.filter {
        RuleBook.rule(of: $0).id == "DATA-LONG"
      }
    }
    #expect(try found("Kari;05.01.2026 07:00;06.01.2026 07:00;vakt").isEmpty)
    #expect(
      try found("Kari;05.01.2026 07:00;06.01.2026 07:01;vakt").map(\.measured)
        == [Fraction(1441, 60)])
    #expect(try found("Kari;05.01.2026 07:00;07.01.2026 07:00;hvilende vakt").isEmpty)
    #expect(try found("Kari;05.01.2026 07:00;12.01.2026 07:00;hjemmevakt").isEmpty)
    let autumn = try found("Kari;24.10.2026 07:00;25.10.2026 07:00;vakt")
    #expect(autumn.map(\.dstOnly) == [true])
    #expect(try found("Kari;28.03.2026 07:00;29.03.2026 07:00;vakt").isEmpty)
  }

  @Test("An end before the start on the clock, when it makes a very long shift")
  func swappedTimes() throws {
    #expect(try found("Kari;05.01.2026;15:00;07:30;") == ["DATA-ENDSTART warning 33/2 2 Kari"])
    #expect(try found("Kari;05.01.2026;22:00;08:00;").isEmpty)
    #expect(try found("Kari;05.01.2026;08:00;07:30;") == ["DATA-ENDSTART warning 47/2 2 Kari"])
  }

  private func weeks(_ name: String, _ mondays: [Int]) -> [String] {
    mondays.map { "\(name);\(CivilDate(days: 20_458 + 7 * Int32($0)).iso);07:30;15:30;" }
  }

  @Test("A week that lacks for everybody is told once, one that lacks for a person by name")
  func missingWeeks() throws {
    let all = (weeks("Kari", [0, 1, 2, 5, 6]) + weeks("Ola", [0, 1, 2, 5, 6]))
    #expect(try found(all.joined(separator: "\n")) == ["DATA-GAP warning 2 5 *"])
    let one = weeks("Kari", [0, 1, 2, 4, 5, 6]) + weeks("Ola", Array(0...6))
    #expect(try found(one.joined(separator: "\n")) == ["DATA-GAP note 1 5 Kari"])
    // Every other week, and the weeks before the first and after the last, are no gaps.
    let temporary =
      weeks("Vikar", [0, 2, 4, 6]) + weeks("Ola", Array(0...6)) + weeks("Ny", [3, 4])
    #expect(try found(temporary.joined(separator: "\n")).isEmpty)
    // A Sunday night that ends on Monday is no row of the next week.
    let night = weeks("Kari", [0, 1]) + ["Kari;2026-01-18;22:00;08:00;"] + weeks("Kari", [3])
    #expect(try found(night.joined(separator: "\n")) == ["DATA-GAP note 1 5 *"])
    #expect(try found(weeks("Kari", [0, 2, 4]).joined(separator: "\n")).isEmpty)
    let leave = [
      "Kari;2026-01-05;07:30;15:30;", "Kari;2026-01-12;;;FE", "Kari;2026-01-19;07:30;15:30;",
    ]
    #expect(try found(leave.joined(separator: "\n")).isEmpty)
  }

  @Test(
    "Names that may be one person's",
    arguments: [
      ("Kari Nordmann", "KARI NORDMANN", true), ("Åse Berg", "Aase Berg", true),
      ("Kari Nordmann", "Nordmann Kari", true), ("Bjørn Lie", "Bjoern Lie", true),
      ("Anne-Marie Dahl", "Anne Marie Dahl", true), ("Kristin Hansen", "Kristine Hansen", true),
      ("Turid Jakobsen", "Turid Jacobsen", true), ("Kari Hansen", "Kari Jansen", false),
      ("Vikar 1", "Vikar 2", false), ("Kari", "Karin", false), ("Kari N.", "Kari M.", false),
      ("Kari Nordmann", "Kari Normanns", false), ("Ola Berg", "Kari Berg", false),
    ])
  func names(first: String, second: String, alike: Bool) throws {
    let rows = "\(first);05.01.2026;07:30;15:30;\n\(second);06.01.2026;07:30;15:30;"
    #expect(try found(rows) == (alike ? ["DATA-NAMES note 2 3 *"] : []))
  }

  @Test("Staff numbers and work at the same time tell people apart")
  func twoPeople() throws {
    let numbers = "Kari Berg (101);05.01.2026;07:30;15:30;\nKARI BERG (102);06.01.2026;07:30;15:30;"
    #expect(try found(numbers).isEmpty)
    let letter =
      "Kristin Hansen;05.01.2026;07:30;15:30;\nKristine Hansen;05.01.2026;12:00;20:00;"
    #expect(try found(letter).isEmpty)
  }

  @Test("No report says a name that it hides")
  func hidesNames() throws {
    let (analysis, reading) = try analysis(
      "Åse Berg;05.01.2026;07:30;15:30;\nAase Berg;06.01.2026;07:30;15:30;")
    let finding = try #require(analysis.findings.first { RuleBook.rule(of: $0).id == "DATA-NAMES" })
    let hidden = CheckReport(
      reading, analysis, names: PersonNames(analysis.roster, style: .pseudonym), exit: 0)
    let text = hidden.text(of: finding)
    for message in [text.message.nb, text.message.en] {
      #expect(!message.contains("Berg") && message.contains("T-"), "\(message)")
    }
    let real = CheckReport(
      reading, analysis, names: PersonNames(analysis.roster, style: .real), exit: 0)
    #expect(real.text(of: finding).message.nb.contains("Åse Berg og Aase Berg"))
  }
}
