import FatigueCore
import Testing

@testable import FatigueCore

@Suite("Rules flag their own examples")
struct RuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let strip: RosterStrip
    var testDescription: String { "\(rule.id): \(strip.text)" }
  }

  static let cases = RuleBook.rules.flatMap { rule in
    rule.examples.map { Case(rule: rule, strip: $0) }
  }

  @Test("Exactly the marked shifts are flagged", arguments: cases)
  func exactlyMarkedShiftsAreFlagged(_ example: Case) throws {
    let (roster, flagged) = try #require(example.strip.roster())
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    let found = analysis.findings.filter { RuleBook.rule(of: $0).id == example.rule.id }
    #expect(Set(found.map(\.shift)) == flagged)
  }

  @Test("Every rule shows one roster it flags and one it accepts")
  func bothKindsOfExample() {
    for rule in RuleBook.rules {
      #expect(rule.examples.contains { $0.flagsSomething }, "\(rule.id)")
      #expect(rule.examples.contains { !$0.flagsSomething }, "\(rule.id)")
    }
  }

  @Test("Ids are unique, packs are known, nothing recalled is shipped switched on")
  func metadataIsSound() {
    let ids = RuleBook.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in RuleBook.rules {
      #expect(["AML", "EVID", "MOD", "DATA"].contains(rule.pack), "\(rule.id)")
      #expect(!rule.sources.isEmpty, "\(rule.id)")
      #expect(!rule.sources.allSatisfy { $0.trust == .recalled }, "\(rule.id)")
      for limit in rule.limits {
        #expect(limit.id.hasPrefix(rule.id + "."), "\(limit.id)")
        #expect(limit.allowed.contains(limit.standard), "\(limit.id)")
      }
      for explainer in rule.explainedBy { #expect(ids.contains(explainer), "\(rule.id)") }
    }
  }

  @Test("The words lawful, legal and safe are never said about a plan")
  func neverPromises() throws {
    for example in Self.cases {
      let (roster, _) = try #require(example.strip.roster())
      let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
      let context = FindingContext(roster: roster, name: "Kari")
      for finding in analysis.findings {
        let text = RuleBook.rule(of: finding).describe(finding, context)
        for word in ["lovlig", "trygg", "lawful", "legal", "safe"] {
          let all = [text.message] + text.remedies.map(\.text)
          #expect(!all.contains { ($0.nb + " " + $0.en).lowercased().contains(word) }, "\(word)")
        }
        #expect(text.message.nb.count < 400 && text.message.en.count < 400, "\(text.message)")
        #expect(!text.remedies.isEmpty)
      }
    }
  }
}
