import Testing

@testable import FatigueCore

@Suite struct RosterSignsTests {
  private static func suggested(_ rows: String) throws -> [String: Int] {
    let reading = RosterReader.read("Ansatt;Dato;Fra;Til;Kode;Avdeling\n" + rows)
    let roster = try #require(reading.roster)
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    let signs = RosterSigns(roster, findings: analysis.findings)
    return Dictionary(
      uniqueKeysWithValues: MeasureSuggestion.all(for: signs).map { ($0.measure.id, $0.count) })
  }

  @Test("Nights point to naps, light, rest and teaching; days alone to none of them")
  func nights() throws {
    let nights = try Self.suggested(
      """
      Kari;2026-03-02;22:00;07:30;N;Post
      Kari;2026-03-03;22:00;07:30;N;Post
      """)
    #expect(nights["nap"] == 2 && nights["light-plan"] == 2 && nights["rest-room"] == 2)
    #expect(nights["frms"] == 2 && nights["sleep-education"] == 1)
    #expect(nights["active-breaks"] == nil && nights["transition-ritual"] == nil)
    let days = try Self.suggested("Kari;2026-03-02;07:30;15:00;D;Post\n")
    #expect(Set(days.keys) == ["active-breaks", "paperwork"])
  }

  @Test("A short night is none for a nap; a late evening asks for a marked end")
  func evenings() throws {
    let short = try Self.suggested("Kari;2026-03-02;23:00;05:00;N;Post\n")
    #expect(short["nap"] == nil && short["frms"] == 1)
    let late = try Self.suggested("Kari;2026-03-02;15:00;22:30;A;Post\n")
    #expect(late["transition-ritual"] == 1)
  }

  @Test("Handover: only a unit of several people without overlap lacks it")
  func overlap() throws {
    let without = try Self.suggested(
      "Kari;2026-03-02;07:30;15:00;D;Post\nOla;2026-03-02;15:00;22:00;A;Post\n")
    #expect(without["handover-overlap"] == 1)
    let with = try Self.suggested(
      "Kari;2026-03-02;07:30;15:15;D;Post\nOla;2026-03-02;15:00;22:00;A;Post\n")
    #expect(with["handover-overlap"] == nil)
  }

  @Test("The workplace's measures come first, those of the person alone last; offers are apart")
  func order() throws {
    let signs = RosterSigns(
      try #require(RosterReader.read("Ansatt;Dato;Fra;Til\nKari;2026-03-02;15:00;23:30\n").roster),
      findings: [])
    let order = MeasureSuggestion.all(for: signs).map(\.measure)
    #expect(order.last?.id == "transition-ritual")
    #expect(Set(MeasureSuggestion.offers.map(\.id)).isDisjoint(with: order.map(\.id)))
    #expect(
      MeasureSuggestion.offers.map(\.id) == [
        "cbt-i", "mindfulness", "booster-course", "who-anchoring",
      ])
  }
}
