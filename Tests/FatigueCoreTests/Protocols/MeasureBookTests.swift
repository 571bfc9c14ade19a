import Testing

@testable import FatigueCore

@Suite struct MeasureBookTests {
  @Test("The programme's measures, each once")
  func ids() {
    let programme: Set = [
      "nap", "light-plan", "sleep-education", "cbt-i", "frms", "rest-room",
      "no-overtime-after-night", "mindfulness", "booster-course", "active-breaks", "peer-support",
      "defusing", "handover-overlap", "variation", "transition-ritual", "not-alone", "paperwork",
      "who-anchoring",
    ]
    let ids = MeasureBook.measures.map(\.id)
    #expect(Set(ids) == programme)
    #expect(ids.count == programme.count)
    #expect(ids.allSatisfy { MeasureBook.measure($0)?.id == $0 })
    #expect(MeasureBook.measure("") == nil)
  }

  @Test("No individual measure without its partner at the workplace")
  func partners() {
    for measure in MeasureBook.measures {
      #expect((measure.partner != nil) == measure.levels.contains(.individual), "\(measure.id)")
      #expect(!measure.levels.isEmpty && !measure.occasions.isEmpty)
    }
  }

  @Test("Effect sizes only where research has them, and words that promise nothing")
  func evidence() {
    for measure in MeasureBook.measures {
      let hasNumbers = ["nap", "light-plan"].contains(measure.id)
      #expect(!measure.evidence.isEmpty)
      #expect(measure.evidence.allSatisfy { ($0.effect != nil) == hasNumbers }, "\(measure.id)")
      #expect((measure.grade == .d) == !hasNumbers)
      let texts = [measure.title, measure.text] + measure.evidence.compactMap(\.effect)
      for text in texts + (measure.partner.map { [$0] } ?? []) {
        #expect(!text.nb.isEmpty && !text.en.isEmpty)
        #expect(!" \(text.nb) ".contains(" vil ") && !" \(text.en) ".contains(" will "))
      }
    }
    #expect(MeasureBook.measure("nap")?.grade == .b)
    #expect(MeasureBook.measure("light-plan")?.evidence.count { $0.speaksAgainst } == 1)
  }

  @Test("Rules that suggest a measure exist")
  func rules() {
    for case .finding(let ids) in MeasureBook.measures.flatMap(\.occasions) {
      for id in ids { #expect(RuleBook.rules.contains { $0.id == id }, "\(id)") }
    }
  }

  @Test(
    "Every kind of advice belongs to a measure, has a source, a partner and a level of the workplace"
  )
  func advice() {
    for kind in AdviceKind.allCases {
      #expect(MeasureBook.measure(kind.measure) != nil, "\(kind)")
      #expect(!kind.partner.nb.isEmpty && !kind.source.text.nb.isEmpty)
      #expect(kind.levels.contains(.individual) && kind.levels.count > 1)
    }
  }
}
